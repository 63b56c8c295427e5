/**
 * Long work that can be stopped at any time. It is done in a process of its own, which this one watches: typesetting and
 * formatting are single calls that may take minutes, and while one lasts, a process hears no signal.
 */
import { fork } from 'node:child_process';
import { constants } from 'node:os';

export interface Stoppable {
  /** The module of the command. */
  readonly file: string;
  /** What is done, as a sentence begins: `The build`. */
  readonly name: string;
  /** What is left when the work was stopped: `dist/ was not changed`. */
  readonly left: string;
  /** Clears away what the work left that was stopped. */
  readonly clean: () => Promise<void>;
}

/** On Windows there are no groups of processes. */
const hasGroups = process.platform !== 'win32';

/**
 * Does the work in a second process of the same command, with all its processes in one group, and ends that group at once when
 * a signal comes.
 *
 * @param work what that process does
 */
export async function runStoppable({ file, name, left, clean }: Stoppable, work: () => Promise<void>): Promise<void> {
  if (process.send !== undefined) {
    // Without the first process there is nobody who could stop this one.
    const leave = () => process.exit(1);
    process.on('disconnect', leave);
    await work();
    process.off('disconnect', leave);
    process.disconnect();
    return;
  }
  const child = fork(file, process.argv.slice(2), { stdio: 'inherit', detached: hasGroups });
  let stoppedBy: NodeJS.Signals | undefined;
  const end = (signal: NodeJS.Signals) => {
    stoppedBy ??= signal;
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const [code, killedBy] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.on('exit', (...how) => resolve(how)),
  );
  const signal = stoppedBy ?? killedBy;
  if (signal === null) {
    process.exitCode = code ?? 1;
    return;
  }
  await clean();
  console.error(`\n${name} was stopped (${signal}); ${left}.`);
  process.exitCode = 128 + constants.signals[signal];
}
