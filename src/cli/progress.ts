import type { WriteStream } from 'node:tty';
import type { Progress } from '../build/progress.ts';

/** How often a line on a terminal is written anew, in milliseconds. */
const pause = 100;

/** After so long without a word, a step says that it is still at work, in milliseconds. */
const longSilence = 5000;

/** How many articles a table names: those that took longest. */
const mostNamed = 10;

export interface ShownProgress extends Progress {
  /** Closes the last step, and says what there is to say at the end. */
  readonly end: (message?: string) => void;
}

/** How progress is shown. */
interface Showing {
  /** Whether a table of what took how long follows at the end. */
  readonly isVerbose?: boolean;
  /** Milliseconds since the process began, for the times. */
  readonly now?: () => number;
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

/** The steps with their times and shares, and the articles that took longest. */
function tableOf(steps: readonly [string, number][], articles: readonly [string, number][]): string {
  const all = steps.reduce((sum, [, took]) => sum + took, 0);
  const rows = steps.map(
    ([name, took]) =>
      `${seconds(took).padStart(9)} s ${`${Math.round((100 * took) / (all || 1))} %`.padStart(6)}  ${name}`,
  );
  const slowest = articles.toSorted(([, a], [, b]) => b - a).slice(0, mostNamed);
  const named = slowest.map(([slug, took]) => `${seconds(took).padStart(9)} s         ${slug}`);
  const heading =
    slowest.length < articles.length ? `the ${slowest.length} slowest of ${articles.length} articles` : 'articles';
  return [...rows, ...(named.length > 0 ? [`${heading}, without their pages:`, ...named] : [])].join('\n');
}

/**
 * Shows how far a build is: on a terminal in one line that is written again and again, elsewhere (a file, a log of CI) in a line
 * for each step when it is done, with no codes. A step that says nothing for five seconds is shown to be at work.
 *
 * @param stream where it is shown
 */
export function showProgress(
  stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>,
  { isVerbose = false, now = () => performance.now() }: Showing = {},
): ShownProgress {
  let step: { readonly name: string; readonly from: number } | undefined;
  let far = '';
  let last = Number.NEGATIVE_INFINITY;
  let spoke = now();
  const steps: [string, number][] = [];
  const articles: [string, number][] = [];
  const line = (text: string) => `${seconds(now()).padStart(7)} s  ${text}`;
  // Some terminals, and what records them, say that they have no column.
  const rewrite = (text: string) => stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
  const write = (text: string) => {
    if (stream.isTTY) rewrite('');
    stream.write(`${text}\n`);
    spoke = now();
  };
  const showLife = () => {
    if (step === undefined) return;
    const text = line(`${step.name} ${far === '' ? '…' : far}`);
    if (stream.isTTY) rewrite(text);
    else if (now() - spoke >= longSilence) write(text);
  };
  const heart = setInterval(showLife, stream.isTTY ? 1000 : longSilence);
  heart.unref();
  const close = () => {
    if (step === undefined) return;
    const parts = far === '' ? '' : ` (${far.replace(/^.* /, '')})`;
    const milliseconds = now() - step.from;
    const took = seconds(milliseconds);
    steps.push([step.name, milliseconds]);
    // What was made beside another step is there already; no time can be said of it.
    write(line(`${step.name}${parts}${took === '0.0' ? '' : `, ${took} s`}`));
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
      if (!stream.isTTY && now() - spoke >= longSilence) showLife();
      if (!stream.isTTY || now() - last < pause) return;
      last = now();
      showLife();
    },
    article: (slug, milliseconds) => {
      articles.push([slug, milliseconds]);
    },
    note: (text) => write(line(text)),
    end: (message) => {
      close();
      clearInterval(heart);
      if (isVerbose) stream.write(`\n${tableOf(steps, articles)}\n\n`);
      if (message !== undefined) write(line(message));
    },
  };
}
