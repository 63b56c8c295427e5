/** Finds the supplementary files of an article in its folder of files. */
import type { Fault } from '../../faults.ts';
import { type ArticleFile, fileAddress, type StatedFile } from '../article-files.ts';
import type { ArticleFiles } from './article-files.ts';
import type { LineOf } from './yaml.ts';

/** The supplementary files of a version as they were found. */
interface Found {
  readonly files: readonly ArticleFile[];
  /** Those that cannot be published. */
  readonly faults: readonly Fault[];
  /** Those that are not there: what a draft still lacks. */
  readonly open: readonly Fault[];
}

/**
 * Takes the files that the facts of an article name out of what its folder holds.
 *
 * @param at the file of the facts, and the lines of its fields
 */
export function findSupplements(
  stated: readonly StatedFile[],
  held: ArticleFiles,
  at: { readonly file: string; readonly lineOf: LineOf },
): Found {
  const files: ArticleFile[] = [];
  const faults: Fault[] = [];
  const open: Fault[] = [];
  for (const [index, { name }] of stated.entries()) {
    const found = held.get(name);
    const place = { file: at.file, line: at.lineOf(['files', index, 'name']) };
    const address = fileAddress(name);
    if (found === undefined)
      open.push({ ...place, what: `${address} is not there`, fix: 'put the file there, or correct its name' });
    else if ('what' in found) faults.push({ ...place, what: `${address} ${found.what}`, fix: found.fix });
    else files.push(found);
  }
  return { files, faults, open };
}

/** Files of two lists, each once, by name. */
export const filesOfBoth = (some: readonly ArticleFile[], others: readonly ArticleFile[]): readonly ArticleFile[] =>
  [...new Map([...some, ...others].map((file) => [file.name, file])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
