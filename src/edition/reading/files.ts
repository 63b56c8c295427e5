/** The content files as they lie on the disk: which of them can be read at all. */
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../faults.ts';
import { printable } from '../../text/printable.ts';
import { unwantedIn } from '../../text/unwanted.ts';
import { editionFile } from './paths.ts';

/**
 * How a file is read: `working` is what people still write, under every rule; `frozen` belongs to a released version, which stays
 * valid when a rule becomes stricter; `received` is the text as received, byte for byte.
 */
export type ContentKind = 'working' | 'frozen' | 'received';

/** A file with its text, or why it cannot be used. */
export type ContentFile = { readonly bytes: Buffer; readonly text: string } | { readonly faults: readonly Fault[] };

/** What is wrong with a folder that holds no edition, and the fix. */
export const noEditionIn = (root: string): readonly [what: string, fix: string] => [
  `${root} has no ${editionFile}`,
  'run the command in the folder of an edition, or name that folder: --root FOLDER',
];

/**
 * Reads a content file.
 *
 * @param root the folder of the edition; no link may lead out of it
 * @param file the path of the file, relative to the root
 */
export async function readContent(root: string, file: string, kind: ContentKind = 'working'): Promise<ContentFile> {
  const refuse = (what: string, fix: string, line = 1) => ({ faults: [{ file, line, what, fix }] });
  const full = path.join(root, file);
  let bytes: Buffer;
  try {
    const [real, top] = await Promise.all([realpath(full), realpath(root)]);
    if (!real.startsWith(`${top}${path.sep}`))
      return refuse('the file is a link that leads out of the edition', 'put the file itself in its place');
    if (!(await stat(real)).isFile()) return refuse('this is not a file', 'put a text file in its place');
    bytes = await readFile(real);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('the file is missing', 'add the file; CONTRIBUTING.md says what it contains')
      : refuse(`the file cannot be read (${code})`, 'give yourself the right to read it; a loop of links has no file');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('the file is not UTF-8 text', 'save it as UTF-8 without BOM');
  }
  const hasMark = text.startsWith('\ufeff');
  if (kind !== 'working') {
    const unmarked = hasMark ? text.slice(1) : text;
    return { bytes, text: kind === 'frozen' ? printable(unmarked) : unmarked };
  }
  if (hasMark)
    return refuse(
      'the file begins with a byte order mark (BOM)',
      'save it as UTF-8 without BOM: its bytes are digested when it is released',
    );
  const faults = text.split('\n').flatMap((content, index): Fault[] => {
    const unwanted = unwantedIn(content);
    return unwanted
      ? [{ file, line: index + 1, what: `${unwanted.what}, ${near(content, unwanted.index)}`, fix: unwanted.fix }]
      : [];
  });
  return faults.length > 0 ? { faults } : { bytes, text };
}

/** Where on its line a character stands that is not seen. */
const near = (line: string, index: number): string => {
  const before = line.slice(Math.max(0, index - 20), index).trim();
  return before === '' ? 'at the start of the line' : `after "${before}"`;
};
