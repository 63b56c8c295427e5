/** The content files of an edition as they lie on the disk. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { eachOf } from '../../concurrency.ts';
import { Characters } from '../../fonts/characters.ts';
import { filesFolder } from '../article-files.ts';
import { receivedFolder } from '../received.ts';
import { type Names, namesIn, relationsIn } from './links.ts';
import { bibliographyOf, editionFile, issuesFolder, pagesFolder, versionsOf } from './paths.ts';

/** The content files of the articles of an edition, digested. */
export interface Inputs {
  /** By slug, hexadecimal. An article whose files cannot be read has one too: loading it says what is wrong. */
  readonly digests: ReadonlyMap<string, string>;
  /** How many bytes of text an article has in all its versions, by slug: what it costs to make follows from it. */
  readonly bytes: ReadonlyMap<string, number>;
  /** The names by which articles may know one another, by slug, in the order of the edition. */
  readonly names: ReadonlyMap<string, Names>;
  /** Every character of their texts and of what the edition says of itself, for the fonts. */
  readonly characters: string;
}

/** Reads the content files of an edition. */
export async function readInputs(root: string, slugs: readonly string[]): Promise<Inputs> {
  const digests = new Map<string, string>();
  const bytes = new Map<string, number>();
  const names = new Map(slugs.map((slug) => [slug, { own: new Set<string>(), cited: new Set<string>() }]));
  const characters = new Characters();
  const own = [editionFile];
  for (const folder of [pagesFolder, issuesFolder]) {
    const names = await readdir(path.join(root, folder)).catch(() => []);
    // The cover of an issue has no characters.
    own.push(
      ...names
        .filter((name) => /\.(?:mdx|yaml)$/.test(name))
        .sort()
        .map((name) => `${folder}/${name}`),
    );
  }
  for (const file of own) characters.add((await readPlain(path.join(root, file)))?.toString('utf8') ?? '');
  await eachOf(slugs, async (slug) => {
    const folder = path.dirname(versionsOf(slug));
    const listed = await readdir(path.join(root, folder)).catch(() => []);
    const own = names.get(slug);
    const digest = createHash('sha256');
    const files = listed.sort();
    for (const below of [filesFolder, receivedFolder]) {
      const held = await readdir(path.join(root, folder, below)).catch(() => []);
      files.push(...held.sort().map((name) => `${below}/${name}`));
    }
    for (const file of [...files.map((name) => `${folder}/${name}`), bibliographyOf(slug)]) {
      // What is no file, or is not there, is told by the loader.
      const content = await readPlain(path.join(root, file));
      digest.update(`${file}\0${content?.length ?? 'none'}\0`).update(content ?? '');
      if (!content || !/\.(?:mdx|bib|yaml)$/.test(file)) continue;
      const text = content.toString('utf8');
      characters.add(text);
      if (file.endsWith('.mdx')) bytes.set(slug, (bytes.get(slug) ?? 0) + content.length);
      if (file.endsWith('.yaml')) for (const name of namesIn(text)) own?.own.add(name);
      for (const name of namesIn(file.endsWith('.bib') ? text : file.endsWith('.yaml') ? relationsIn(text) : ''))
        own?.cited.add(name);
    }
    digests.set(slug, digest.digest('hex'));
  });
  return { digests, bytes, names, characters: characters.toString() };
}

/** The bytes of a file; nothing of what is none: a pipe would never end. */
async function readPlain(file: string): Promise<Buffer | undefined> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? readFile(file).catch(() => undefined) : undefined;
}
