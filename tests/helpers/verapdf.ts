/** veraPDF, which judges whether a file is what it says: the reference implementation for PDF/A and PDF/UA. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { both, program, type Requirement } from './installed.ts';

/** Where `.ci/verapdf.sh` puts its archives, or another folder with them. */
const folder = process.env['ESTENAD_VERAPDF'] ?? path.resolve(import.meta.dirname, '../../.cache/verapdf');

/** veraPDF, and a JDK to run it. */
export const verapdf: Requirement = both(program('javac', "Debian's default-jdk-headless", ['-version']), {
  isHere: existsSync(folder) && readdirSync(folder).some((name) => /^validation-model-.*\.jar$/.test(name)),
  missing: `${path.relative(process.cwd(), folder)} has no veraPDF (.ci/verapdf.sh, ESTENAD_VERAPDF)`,
});

/** A file to judge by a standard, as veraPDF names it: PDF/UA-1 or PDF/A-3a. */
export interface Case {
  readonly standard: 'ua1' | '3a';
  readonly file: string;
}

/**
 * Judges files, all in one process.
 *
 * @param work a folder for files on the way
 * @returns for each the rules that it fails, by clause and test: `7.1-10`
 */
export async function judged(cases: readonly Case[], work: string): Promise<string[][]> {
  const [asked, answered] = [path.join(work, 'asked.tsv'), path.join(work, 'answered.txt')];
  await writeFile(asked, cases.map(({ standard, file }) => `${standard}\t${file}\n`).join(''));
  const source = path.join(import.meta.dirname, 'Vera.java');
  await promisify(execFile)('java', ['-cp', path.join(folder, '*'), source, asked, answered], { maxBuffer: 1e8 });
  const lines = (await readFile(answered, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => line.split(' ').filter(Boolean));
}
