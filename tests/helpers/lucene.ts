import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { both, java, type Requirement } from './installed.ts';

/** Where Debian's liblucene8-java has them; or another folder with the archives of Lucene's core and of its common analyzers. */
const folder = process.env.ESTENAD_LUCENE ?? '/usr/share/java';
const archives = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^lucene-(?:core|analyz[a-z]*-common|analysis-common)-[\d.]+\.jar$/.test(name))
  : [];

/** Lucene, and Java to run it. */
export const lucene: Requirement = both(java, {
  isHere: archives.length === 2,
  missing: `${folder} has no Lucene (Debian's liblucene8-java, ESTENAD_LUCENE)`,
});

/**
 * The terms that Lucene makes of texts by the analyzer of a Solr schema.
 *
 * @param configuration the folder of the schema and the files that it names
 * @param work a folder for files on the way
 */
export async function lucenesTerms(configuration: string, texts: readonly string[], work: string): Promise<string[][]> {
  const [given, made] = [path.join(work, 'texts.txt'), path.join(work, 'terms.txt')];
  await writeFile(given, texts.map((text) => `${text.replace(/\s/g, ' ')}\n`).join(''));
  const classpath = archives.map((name) => path.join(folder, name)).join(path.delimiter);
  const program = path.join(import.meta.dirname, 'Lucene.java');
  const { status, stderr } = spawnSync('java', ['-cp', classpath, program, configuration, given, made], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const lines = (await readFile(made, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => line.split(' ').filter(Boolean));
}
