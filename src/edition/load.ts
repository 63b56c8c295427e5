import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { readBibliography } from '../bibliography/load.ts';
import type { CitedWork } from '../bibliography/work.ts';
import { gregorianOf } from '../text/calendar.ts';
import { ContentFaults, type Fault } from './faults.ts';
import { type Article, type Edition, plainText, type SourceText, type Version } from './model.ts';
import { articleSchema, editionSchema, versionsSchema } from './schemas.ts';
import { readVersionText } from './text.ts';
import { type LineOf, readYaml } from './yaml.ts';

/**
 * Reads the content files of an edition, validates them and joins them into the model.
 *
 * @param root the folder that holds `content/` and `bibliography/`
 * @throws {@link ContentFaults} with everything that is wrong
 */
export async function loadEdition(root: string): Promise<Edition> {
  const loader = new Loader(root);
  const edition = await loader.load();
  if (loader.faults.length > 0 || !edition) throw new ContentFaults(loader.faults);
  return edition;
}

/** The sha256 of bytes or UTF-8 text, hexadecimal. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

class Loader {
  readonly root: string;
  readonly faults: Fault[] = [];

  constructor(root: string) {
    this.root = root;
  }

  async load(): Promise<Edition | undefined> {
    const file = 'content/edition.yaml';
    const read = await this.yaml(file, editionSchema);
    if (!read) return undefined;
    const { articles: slugs, ...edition } = read.value;
    slugs.forEach((slug, index) => {
      if (slugs.indexOf(slug) !== index) {
        this.faults.push({
          file,
          line: read.lineOf(['articles', index]),
          what: `the article «${slug}» is named twice`,
          mend: 'name each article once',
        });
      }
    });
    const articles = await Promise.all(
      [...new Set(slugs)].map((slug) => this.article(slug, read.lineOf(['articles', slugs.indexOf(slug)]))),
    );
    this.checkKeys(articles.flatMap((article) => article?.works ?? []));
    return { ...edition, articles: articles.filter((article) => article !== undefined) };
  }

  private async article(slug: string, line: number): Promise<Article | undefined> {
    const folder = `content/articles/${slug}`;
    if (!(await this.exists(folder))) {
      this.faults.push({
        file: 'content/edition.yaml',
        line,
        what: `there is no folder ${folder}`,
        mend: `add the article's files there, or take «${slug}» off the list`,
      });
      return undefined;
    }
    const [article, versions, source] = await Promise.all([
      this.yaml(`${folder}/article.yaml`, articleSchema),
      this.yaml(`${folder}/versions.yaml`, versionsSchema),
      this.bytes(`${folder}/source.txt`),
    ]);
    const works = await this.works(slug);
    if (!article || !versions || !source) return undefined;
    const { source: sourceFacts, dates, ...facts } = article.value;
    const before = this.faults.length;
    const texts = await Promise.all(
      versions.value.map((_, index) => this.version(folder, versions.value, index, versions.lineOf, facts.language)),
    );
    const read = texts.filter((version) => version !== undefined);
    // A text that could not be read cites nothing; that is not the bibliography's fault.
    if (works && this.faults.length === before) this.checkCitations(slug, works, read);
    return {
      ...facts,
      slug,
      works: works ?? [],
      dates: dates.map((date) => ({ ...date, gregorian: gregorianOf(date.solarHijri) })),
      source: { ...sourceText(source), profile: sourceFacts.profile },
      versions: read,
    };
  }

  /** The works that an article cites; an article that cites none needs no file. Nothing if the file is faulty. */
  private async works(slug: string): Promise<CitedWork[] | undefined> {
    const file = `bibliography/${slug}.bib`;
    if (!(await this.exists(file))) return [];
    const bytes = await this.bytes(file);
    if (!bytes) return undefined;
    const { works, faults } = readBibliography(bytes.toString('utf8'), file);
    this.faults.push(...faults);
    return faults.length > 0 ? undefined : works;
  }

  private checkCitations(slug: string, works: readonly CitedWork[], versions: readonly Version[]): void {
    const keys = new Set(works.map((work) => work.key));
    for (const version of versions) {
      for (const citation of version.citations.filter(({ key }) => !keys.has(key))) {
        this.faults.push({
          file: version.file,
          line: citation.line,
          what: `the citation «${plainText(citation.children)}» names ${citation.key}, which is not in the bibliography`,
          mend: `add an entry ${citation.key} to bibliography/${slug}.bib, or correct the key`,
        });
      }
    }
    const cited = new Set(versions.flatMap((version) => version.citations.map(({ key }) => key)));
    for (const work of works.filter(({ key }) => !cited.has(key))) {
      this.faults.push({
        file: work.file,
        line: work.line,
        what: `no version of ${slug} cites ${work.key}`,
        mend: `mark its place in the text with [printed form](cite:${work.key}), or remove the entry`,
      });
    }
  }

  private checkKeys(works: readonly CitedWork[]): void {
    const seen = new Map<string, CitedWork>();
    for (const work of works) {
      const earlier = seen.get(work.key);
      if (earlier) {
        this.faults.push({
          file: work.file,
          line: work.line,
          what: `the key ${work.key} stands in ${earlier.file}:${earlier.line} too`,
          mend: 'give one of the two works another letter after its year',
        });
      }
      seen.set(work.key, work);
    }
  }

  private async version(
    folder: string,
    list: z.infer<typeof versionsSchema>,
    index: number,
    lineOf: LineOf,
    language: Article['language'],
  ): Promise<Version | undefined> {
    const listFile = `${folder}/versions.yaml`;
    const entry = list[index] as (typeof list)[number];
    const { version: number, ...facts } = entry;
    if (list.findIndex((other) => other.version === number) !== index) {
      this.faults.push({
        file: listFile,
        line: lineOf([index, 'version']),
        what: `version ${number} stands twice`,
        mend: 'give each version a number of its own',
      });
    }
    const file = `${folder}/${number}.mdx`;
    if (!(await this.exists(file))) {
      this.faults.push({
        file: listFile,
        line: lineOf([index, 'version']),
        what: `the text of version ${number} is missing: there is no ${number}.mdx`,
        mend: `add ${file}, or take the version off the list`,
      });
      return undefined;
    }
    const bytes = await this.bytes(file);
    if (!bytes) return undefined;
    if (bytes.toString('utf8').trim() === '') {
      this.faults.push({
        file,
        line: 1,
        what: 'the text is empty',
        mend: 'write the text of the version, or take it off the list in versions.yaml',
      });
    }
    const { text, faults } = readVersionText(bytes.toString('utf8'), file, language);
    this.faults.push(...faults);
    const digest = sha256(bytes);
    if (entry.digest !== undefined && entry.digest !== digest) {
      this.faults.push({
        file,
        line: 1,
        what: `version ${number} is released and its text has changed: sha256 ${digest}, released ${entry.digest}`,
        mend: 'restore the released text from the repository and put the change into a new version',
      });
    }
    return { ...facts, number, file, ...text };
  }

  private async yaml<T>(file: string, schema: z.ZodType<T>) {
    const bytes = await this.bytes(file);
    if (!bytes) return undefined;
    const result = readYaml(bytes.toString('utf8'), schema, file);
    if (!('faults' in result)) return result;
    this.faults.push(...result.faults);
    return undefined;
  }

  private async bytes(file: string): Promise<Buffer | undefined> {
    try {
      const bytes = await readFile(path.join(this.root, file));
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return bytes;
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      this.faults.push({
        file,
        line: 1,
        what: missing ? 'the file is missing' : `the file cannot be read: ${(error as Error).message}`,
        mend: missing ? 'add the file; CONTRIBUTING.md says what it holds' : 'save the file as UTF-8 text',
      });
      return undefined;
    }
  }

  private async exists(file: string): Promise<boolean> {
    return access(path.join(this.root, file)).then(
      () => true,
      () => false,
    );
  }
}

function sourceText(bytes: Buffer): Omit<SourceText, 'profile'> {
  const lines = bytes.toString('utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return { lines, sha256: sha256(bytes) };
}
