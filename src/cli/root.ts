import { existsSync } from 'node:fs';
import path from 'node:path';
import { noEditionIn } from '../edition/reading/files.ts';
import { editionFile } from '../edition/reading/paths.ts';
import { endWith } from './options.ts';

/**
 * The folder of the edition on which a command works; a folder that holds none ends the command, in one line.
 *
 * @param named as the person named it, relative to the folder of the command
 */
export function editionRoot(named: string): string {
  const root = path.resolve(named);
  if (!existsSync(path.join(root, editionFile))) endWith(noEditionIn(root).join(': '));
  return root;
}
