/**
 * The folders in which a build or a packaging works until it is complete. Each is named for its process, so that the next build removes what
 * one that was killed left behind, and none that still works.
 */
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Whether a process works on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It is there, and another person's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    // In a container nobody may have taken notice of its end: it is then a zombie (proc(5), «state»).
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** Makes a folder of this process: `PARENT/PREFIX-PID-xxxxxx`. */
export async function makeTemporary(parent: string, prefix: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  return mkdtemp(path.join(parent, `${prefix}-${process.pid}-`));
}

export async function removeTemporary(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** The folders of that kind whose processes are gone. */
async function abandoned(parent: string, prefix: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  return names
    .filter((name) => {
      const pid = name.startsWith(`${prefix}-`) ? /^(\d+)-/.exec(name.slice(prefix.length + 1))?.[1] : undefined;
      return pid !== undefined && !isAlive(Number(pid));
    })
    .sort()
    .map((name) => path.join(parent, name));
}

/** What a process that was killed a moment ago was writing may still appear. */
const clear = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });

/**
 * Removes what processes that were killed left behind beside a target. A build that was killed while it put the new folder in the place of the old one had taken
 * the old one away: it comes back.
 *
 * @param former the name that the old one has inside the folder of the build
 */
export async function sweepBeside(out: string, prefix: string, former: string): Promise<void> {
  const parent = path.dirname(out);
  for (const folder of await abandoned(parent, prefix)) {
    // Onto a folder that is there and not empty, this fails, and does nothing.
    await rename(path.join(folder, former), out).catch(() => {});
    await clear(folder);
  }
}

/** Removes what processes that were killed left behind. */
export async function sweep(parent: string, prefix: string): Promise<void> {
  for (const folder of await abandoned(parent, prefix)) await clear(folder);
}
