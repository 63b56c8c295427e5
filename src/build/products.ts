/**
 * What was made of each article: its pages and files, its outline, its passages. The folder of an article is there whole or not
 * at all, and counts for the key that it was made under.
 *
 * A build gives the files second names (links) rather than copying them. One that was written to since is told by its size and
 * time, and, where only the time differs, by its digest: what came from another machine has other times, and is the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { linkOrCopy, move } from '../files.ts';
import type { Chapter } from '../formats/epub/book.ts';
import type { Outline } from '../html/outline.ts';
import type { IndexedPassage } from '../search/index.ts';
import { type BuiltFile, builtFiles } from '../site/catalog.ts';

/** What a product is made of, as digests: it stays as long as none of them changes. */
export interface ProductKey {
  /** Of the program and its packages. */
  readonly program: string;
  /** Of the fonts, cut down to the characters of the edition. */
  readonly fonts: string;
  /** Of what the edition says of itself. */
  readonly edition: string;
  /** Of the article's own files. */
  readonly content: string;
  /** Of its links to other articles. */
  readonly links: string;
}

/** Why an article is made: it is new, a part of its key has changed, or its product is damaged. */
export type Reason = 'new' | keyof ProductKey | 'damaged';

interface StoredFile extends BuiltFile {
  /** When it was written, in nanoseconds. */
  readonly time: string;
}

/** `product.json`, which is written last. */
interface Product {
  readonly key: ProductKey;
  /** Every other file of the product. */
  readonly files: readonly StoredFile[];
}

const about = 'product.json';
const siteFolder = 'site/';

/** Where the pages and files of an article lie in its product, by their paths in the site. */
export const filesOf = (product: string): string => path.join(product, siteFolder);

/** At once: of a large edition, tens of thousands of files are asked. */
const timeOf = (file: string) => {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return { size: Number(size), time: String(mtimeNs) };
};

/** Writes what the whole edition needs of an article. */
export async function writeParts(
  product: string,
  outline: Outline,
  passages: readonly IndexedPassage[],
  chapter: Chapter,
): Promise<void> {
  await mkdir(filesOf(product), { recursive: true });
  await writeFile(path.join(product, 'outline.json'), JSON.stringify(outline));
  await writeFile(path.join(product, 'passages.json'), JSON.stringify(passages));
  await writeFile(path.join(product, 'chapter.json'), JSON.stringify(chapter));
}

/** Writes what people should know of the files of an article. */
export const writeLacks = (product: string, lacks: readonly string[]): Promise<void> =>
  writeFile(path.join(product, 'lacks.json'), JSON.stringify(lacks));

/** Closes a product: lists its files with their digests. */
export async function closeProduct(product: string, key: ProductKey): Promise<void> {
  const files: StoredFile[] = [];
  for (const file of await builtFiles(product, [about])) {
    files.push({ ...file, time: timeOf(path.join(product, file.path)).time });
  }
  await writeFile(path.join(product, about), JSON.stringify({ key, files } satisfies Product));
}

const json = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

const digestOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

export class Products {
  readonly folder: string;

  /** @param folder where they lie, one folder an article */
  constructor(folder: string) {
    this.folder = folder;
  }

  private at(slug: string): string {
    return path.join(this.folder, slug);
  }

  /** Why an article has to be made; nothing if it was made under that key, and its files are as they were made. */
  async lacking(slug: string, key: ProductKey): Promise<Reason | undefined> {
    const file = path.join(this.at(slug), about);
    if (!existsSync(file)) return 'new';
    const product: Product | undefined = await json(file).catch(() => undefined);
    if (product?.key === undefined) return 'damaged';
    const parts = ['program', 'edition', 'fonts', 'content', 'links'] as const;
    const changed = parts.find((part) => product.key[part] !== key[part]);
    if (changed !== undefined) return changed;
    return (await this.isWhole(slug, product)) ? undefined : 'damaged';
  }

  private async isWhole(slug: string, product: Product): Promise<boolean> {
    try {
      const times = new Map<string, string>();
      for (const file of product.files) {
        const { size, time } = timeOf(path.join(this.at(slug), file.path));
        if (size !== file.bytes) return false;
        if (time !== file.time) times.set(file.path, time);
      }
      if (times.size === 0) return true;
      for (const file of product.files.filter((one) => times.has(one.path)))
        if ((await digestOf(path.join(this.at(slug), file.path))) !== file.sha256) return false;
      // So that they are not read again the next time.
      const files = product.files.map((file) => ({ ...file, time: times.get(file.path) ?? file.time }));
      await writeFile(path.join(this.at(slug), about), JSON.stringify({ ...product, files } satisfies Product));
      return true;
    } catch {
      return false;
    }
  }

  /** Puts the product of an article into its place. */
  async take(slug: string, product: string): Promise<void> {
    await rm(this.at(slug), { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    await move(product, this.at(slug));
  }

  outline(slug: string): Promise<Outline> {
    return json(path.join(this.at(slug), 'outline.json'));
  }

  /** What the book of the edition holds of it. */
  chapter(slug: string): Promise<Chapter> {
    return json(path.join(this.at(slug), 'chapter.json'));
  }

  /** What people should know of its files, in the build that made them and in each that uses them again. */
  lacks(slug: string): Promise<readonly string[]> {
    return json(path.join(this.at(slug), 'lacks.json'));
  }

  /** The file with its passages, for the thread that makes the search index. */
  passages(slug: string): string {
    return path.join(this.at(slug), 'passages.json');
  }

  /**
   * Puts the files of an article into a site.
   *
   * @returns them with their digests
   */
  async place(slug: string, site: string): Promise<readonly BuiltFile[]> {
    const { files }: Product = await json(path.join(this.at(slug), about));
    const placed = files
      .filter((file) => file.path.startsWith(siteFolder))
      .map(({ path: file, bytes, sha256 }) => ({ path: file.slice(siteFolder.length), bytes, sha256 }));
    for (const folder of new Set(placed.map((file) => path.dirname(file.path))))
      mkdirSync(path.join(site, folder), { recursive: true });
    for (const file of placed) linkOrCopy(path.join(filesOf(this.at(slug)), file.path), path.join(site, file.path));
    return placed;
  }
}
