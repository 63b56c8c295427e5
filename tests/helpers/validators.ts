/**
 * What is not valid in an XML file under an official schema. One process judges for all workers of a run
 * (validators-process.ts): to read the schema of TEI takes a quarter of a minute.
 */
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Schema } from './schemas.ts';

/** Answers what is not valid in an XML file, a line each. */
export type Judge = (xml: string) => Promise<readonly string[]>;

/** Where the process listens that judges for this run: the workers of a run have one parent. */
const socket = path.join(tmpdir(), `estenad-validators-${process.ppid}`);

let isAskedFor = false;

/** Asks for the process, which ends at once where another worker has asked before, and with the run. */
function startJudging(): void {
  if (isAskedFor) return;
  isAskedFor = true;
  const program = path.join(import.meta.dirname, 'validators-process.ts');
  // The worker must not be waited for while this one still has its output.
  spawn(process.execPath, [program, socket, String(process.ppid)], { detached: true, stdio: 'ignore' }).unref();
}

/** Sends a file; nothing comes back while nobody listens. */
const ask = (entry: string, xml: string) =>
  new Promise<readonly string[] | undefined>((resolve, reject) => {
    // No connection is kept: while a schema is read, one that is idle times out.
    const options = { socketPath: socket, agent: false, method: 'POST', path: `/?${encodeURIComponent(entry)}` };
    const asked = request(options, (answer) => {
      text(answer).then((said) => {
        if (answer.statusCode === 200) resolve(JSON.parse(said) as readonly string[]);
        else reject(new Error(said));
      }, reject);
    });
    asked.on('error', ({ code }: NodeJS.ErrnoException) =>
      code === 'ENOENT' || code === 'ECONNREFUSED' ? resolve(undefined) : reject(new Error(`no judgement: ${code}`)),
    );
    asked.end(xml);
  });

/** A function that says what is not valid in an XML file under a schema. */
export function faultsUnder({ entry }: Schema): Judge {
  return async (xml) => {
    for (;;) {
      const faults = await ask(entry, xml);
      if (faults) return faults;
      startJudging();
      await new Promise((again) => setTimeout(again, 100));
    }
  };
}
