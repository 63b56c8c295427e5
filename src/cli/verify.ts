/** `npm run verify [-- FOLDER]`: proves a copy of a built edition, the `dist/` of `--root FOLDER` if none is named, against its manifest. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { verifyCopy } from '../packages/verify.ts';
import { lists } from '../site/lists.ts';
import { readOptions } from './options.ts';

const { values, positionals } = readOptions('npm run verify -- [--root FOLDER] [FOLDER]', {
  options: { root: { type: 'string', default: '.' } },
  allowPositionals: true,
});
const given = path.resolve(positionals[0] ?? path.join(values.root, 'dist'));
// A BagIt bag has the edition in its payload (RFC 8493, section 2.1.2).
const folder = existsSync(path.join(given, 'bagit.txt')) ? path.join(given, 'data') : given;

try {
  const { files, missing, changed, extra, unreadable } = await verifyCopy(folder);
  for (const file of missing) console.error(`missing: ${file}`);
  for (const file of changed) console.error(`changed: ${file}`);
  for (const file of extra) console.error(`extra:   ${file}`);
  for (const line of unreadable)
    console.error(`${lists.manifest}:${line}: not a digest and a path, or a path named twice`);
  const faults = missing.length + changed.length + extra.length + unreadable.length;
  if (files === 0) console.error(`${lists.manifest} lists no files`);
  if (files === 0 || faults > 0) {
    console.error(
      `\n${folder} does not match its manifest: ${missing.length} missing, ${changed.length} changed, ${extra.length} extra`,
    );
    process.exitCode = 1;
  } else console.log(`all ${files} files in ${folder} match the manifest`);
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  console.error(
    code === 'ENOTDIR'
      ? `${folder} is a file: unpack it, and name the folder`
      : `${folder} has no ${lists.manifest}: it is not a built edition, or the file is missing`,
  );
  process.exitCode = 1;
}
