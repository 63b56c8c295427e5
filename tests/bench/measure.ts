/** Runs a command and watches what it costs. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Step {
  readonly name: string;
  readonly seconds: number;
  /** The most memory of the process and all its children while the step lasted; 0 where the machine does not tell. */
  readonly megabytes: number;
}

export interface Cost {
  readonly seconds: number;
  /** Seconds of processor of the process and all its children; 0 where the machine does not tell. */
  readonly processor: number;
  readonly megabytes: number;
  readonly steps: readonly Step[];
}

const pause = 200;

/** The resident memory of a process and its children, in kB (proc(5)); pages that they share count for each. */
function memoryOf(root: number): number {
  const parents = new Map<number, { parent: number; kB: number }>();
  try {
    for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        parents.set(Number(name), {
          parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]),
          kB: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0),
        });
      } catch {
        // It has ended.
      }
    }
  } catch {
    return 0;
  }
  const isOurs = (pid: number): boolean => {
    const entry = parents.get(pid);
    return pid === root || (entry !== undefined && entry.parent > 0 && isOurs(entry.parent));
  };
  return [...parents].reduce((sum, [pid, { kB }]) => sum + (isOurs(pid) ? kB : 0), 0);
}

/** Seconds of processor that the children of this process took which have ended, and theirs (proc(5), cutime and cstime). */
function processorOfChildren(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // A tick is a hundredth of a second on every Linux (times(2), sysconf(_SC_CLK_TCK)).
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

/**
 * Runs a program, with Node if it names no other.
 *
 * @param args the file and its arguments
 * @returns the cost, by the steps of a build if it is one
 * @throws if it fails
 */
export async function measure(args: readonly string[], cwd: string, program = process.execPath): Promise<Cost> {
  const start = performance.now();
  const before = processorOfChildren();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const samples: { readonly at: number; readonly kB: number }[] = [];
  const timer = setInterval(() => samples.push({ at: performance.now(), kB: memoryOf(child.pid ?? 0) }), pause);
  const lines: { readonly at: number; readonly name: string; readonly seconds: number }[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const [, name = '', seconds] of text.matchAll(/^ *[\d.]+ s {2}(.*?)(?: \(\d+\))?, ([\d.]+) s$/gm)) {
      lines.push({ at: performance.now(), name, seconds: Number(seconds) });
    }
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`${path.basename(args[0] ?? '')} ended with ${status}`);
  const most = (from: number, to: number) =>
    Math.round(Math.max(0, ...samples.filter(({ at }) => at >= from && at <= to).map(({ kB }) => kB)) / 1000);
  return {
    seconds: (performance.now() - start) / 1000,
    processor: processorOfChildren() - before,
    megabytes: most(0, Number.POSITIVE_INFINITY),
    steps: lines.map(({ at, name, seconds }) => ({ name, seconds, megabytes: most(at - seconds * 1000 - pause, at) })),
  };
}
