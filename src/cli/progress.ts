import type { WriteStream } from 'node:tty';
import type { Progress } from '../build/progress.ts';

/** How often a line on a terminal is written anew, in milliseconds. */
const pause = 100;

export interface ShownProgress extends Progress {
  /** Closes the last step, and says what there is to say at the end. */
  readonly end: (message?: string) => void;
}

/**
 * Shows how far a build is: on a terminal in one line that is written again and again, elsewhere (a file, a log of CI) in a line
 * for each step when it is done, with no codes.
 *
 * @param stream where it is shown
 * @param now milliseconds since the process began, for the times
 */
export function showProgress(
  stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>,
  now: () => number = () => performance.now(),
): ShownProgress {
  let step: { readonly name: string; readonly from: number } | undefined;
  let far = '';
  let last = Number.NEGATIVE_INFINITY;
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  const line = (text: string) => `${seconds(now()).padStart(7)} s  ${text}`;
  // Some terminals, and what records them, say that they have no column.
  const rewrite = (text: string) => stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
  const close = () => {
    if (step === undefined) return;
    const parts = far === '' ? '' : ` (${far.replace(/^.* /, '')})`;
    const took = seconds(now() - step.from);
    // What was made beside another step is there already; no time can be said of it.
    const done = line(`${step.name}${parts}${took === '0.0' ? '' : `, ${took} s`}`);
    if (stream.isTTY) rewrite('');
    stream.write(`${done}\n`);
    step = undefined;
    far = '';
  };
  return {
    step: (name) => {
      close();
      step = { name, from: now() };
      if (stream.isTTY) rewrite(line(`${name} …`));
    },
    at: (done, total) => {
      far = `${done} of ${total}`;
      if (!stream.isTTY || now() - last < pause) return;
      last = now();
      rewrite(line(`${step?.name ?? ''} ${far}`));
    },
    note: (text) => {
      if (stream.isTTY) rewrite('');
      stream.write(`${line(text)}\n`);
    },
    end: (message) => {
      close();
      if (message !== undefined) stream.write(`${line(message)}\n`);
    },
  };
}
