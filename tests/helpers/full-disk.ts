/** Loaded before a build (`node --import`), it fills the disk: no file whose name ends as `FULL_AT` says can be written any more. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const end = process.env['FULL_AT'] ?? '';
const refuse = (file: unknown) => {
  if (!String(file).endsWith(end)) return;
  throw Object.assign(new Error(`ENOSPC: no space left on device, write '${file}'`), { code: 'ENOSPC', errno: -28 });
};

const { writeFile } = fs.promises;
fs.promises.writeFile = async (file, ...rest) => {
  refuse(file);
  return writeFile(file, ...rest);
};
const { writeFileSync } = fs;
fs.writeFileSync = (file, ...rest) => {
  refuse(file);
  return writeFileSync(file, ...rest);
};
syncBuiltinESMExports();
