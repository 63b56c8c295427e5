/** Loaded before a command (`node --import`), it makes the writing of a file whose name ends as `DEAF_AT` says one call of ten minutes that hears no signal. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const end = process.env['DEAF_AT'] ?? '';
const { writeFile } = fs.promises;
fs.promises.writeFile = async (file, ...rest) => {
  if (String(file).endsWith(end)) {
    fs.writeSync(1, 'deaf\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600_000);
  }
  return writeFile(file, ...rest);
};
syncBuiltinESMExports();
