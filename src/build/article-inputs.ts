/** What the pages and files of an article are made from: its content files, the facts of the edition, and this program. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bibliographyOf, versionsOf } from '../edition/release.ts';
import { Characters } from '../text/characters.ts';
import { eachOf, listFiles } from './files.ts';

/** The content files of the articles of an edition, digested. */
export interface Inputs {
  /** By slug, hexadecimal. An article whose files cannot be read has one too: loading it says what is wrong. */
  readonly digests: ReadonlyMap<string, string>;
  /** Every character of their texts, for the fonts. */
  readonly characters: string;
}

/** Reads the content files of articles. */
export async function readInputs(root: string, slugs: readonly string[]): Promise<Inputs> {
  const digests = new Map<string, string>();
  const characters = new Characters();
  await eachOf(slugs, async (slug) => {
    const folder = path.dirname(versionsOf(slug));
    const names = await readdir(path.join(root, folder)).catch(() => []);
    const digest = createHash('sha256');
    for (const file of [...names.sort().map((name) => `${folder}/${name}`), bibliographyOf(slug)]) {
      // What is no file, or is not there, is told by the loader.
      const content = await readFile(path.join(root, file)).catch(() => undefined);
      digest.update(`${file}\0${content?.length ?? 'none'}\0`).update(content ?? '');
      if (content && /\.(?:mdx|bib|yaml)$/.test(file)) characters.add(content.toString('utf8'));
    }
    digests.set(slug, digest.digest('hex'));
  });
  return { digests, characters: characters.toString() };
}

/** The digest of the program: its source, its mark, its settings, and the packages that it was installed with. */
export async function digestProgram(root: string): Promise<string> {
  const digest = createHash('sha256');
  const source = listFiles(path.join(root, 'src')).map((file) => `src/${file}`);
  for (const file of [
    ...source,
    'public/icon.svg',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    const content = await readFile(path.join(root, file)).catch(() => undefined);
    digest.update(`${file}\0`).update(content ?? '');
  }
  return digest.digest('hex');
}
