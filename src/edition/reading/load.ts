import { access, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { readBibliography } from '../../bibliography/load.ts';
import type { CitedWork } from '../../bibliography/work.ts';
import { ContentFaults, type Fault } from '../../faults.ts';
import type { OwnFaces } from '../../fonts/faces.ts';
import { packageRoot } from '../../root.ts';
import { inBothCalendars } from '../../text/calendar.ts';
import { isLanguage, type Language, textsOf } from '../../text/languages.ts';
import { fileAddress } from '../article-files.ts';
import {
  type Article,
  articleOf,
  type Edition,
  latestVersion,
  type Metadata,
  plainText,
  type SourceProfile,
  type SourceText,
  type Version,
} from '../model.ts';
import type { Notice } from '../notices.ts';
import { addedPageName, isKnownPage, type OwnPage, ownPageNames, takenNames } from '../own-pages.ts';
import type { StatedReceived } from '../received.ts';
import type { WorkRelation } from '../relations.ts';
import { licenceOf, nameLicence } from '../rights.ts';
import { type ArticleFiles, readArticleFiles } from './article-files.ts';
import { faultsOfDateOrder } from './date-order.ts';
import { sealOf, sha256 } from './digests.ts';
import { doubtsOfLetters } from './doubts.ts';
import { type ContentKind, readContent } from './files.ts';
import { faultsOfIdentities, type NamedCreators } from './identities.ts';
import { readInputs } from './inputs.ts';
import { faultsOfIssns } from './issn.ts';
import { readIssues } from './issues.ts';
import { checkNotices } from './notices.ts';
import { faultsOfOwnFaces, readOwnFaces } from './own-faces.ts';
import { type NamedFacts, readOwnPage } from './own-pages.ts';
import {
  bibliographyOf,
  compareNumbers,
  editionFile,
  filesFolderOf,
  frozenBibliographyOf,
  frozenMetadataOf,
  iconFile,
  metadataOf,
  nextNumber,
  noticesOf,
  pagesFolder,
  searchWordsFile,
  sourceOf,
  textOf,
  versionsOf,
} from './paths.ts';
import { findReceived } from './received.ts';
import {
  articleSchema,
  editionSchema,
  noticesSchema,
  searchWordsSchema,
  type VersionsFile,
  versionsSchema,
} from './schemas.ts';
import { faultsOfSelfRelations } from './self-relations.ts';
import { filesOfBoth, findSupplements } from './supplements.ts';
import { sizeOfSvg } from './svg.ts';
import { readVersionText } from './text.ts';
import { readKeywords, readTitle } from './titles.ts';
import { unwrittenIn } from './unwritten.ts';
import { faultsOfCharacters, type LineOf, readYaml } from './yaml.ts';

/**
 * Reads the content files of an edition, validates them and joins them into the model.
 *
 * @param root the folder that holds `content/` and `bibliography/`
 * @param only the slugs of the articles to read, where not all are wanted
 * @throws {@link ContentFaults} with everything that is wrong
 */
export async function loadEdition(root: string, only?: readonly string[]): Promise<Edition> {
  const loader = new Loader(root);
  const edition = await loader.load(only);
  if (loader.faults.length > 0 || !edition) throw new ContentFaults(loader.faults);
  return edition;
}

/** What is said of an edition as a whole. */
export interface Facts {
  /** The edition without articles. */
  readonly edition: Edition;
  /** The slugs of its articles, in order. */
  readonly slugs: readonly string[];
  /** Rows of words that mean the same, for the search. */
  readonly searchWords: readonly (readonly string[])[];
}

/**
 * Reads what `content/edition.yaml` says, and the table of words for the search.
 *
 * @throws {@link ContentFaults} with everything that is wrong in it
 */
export async function loadFacts(root: string): Promise<Facts> {
  const loader = new Loader(root);
  const facts = await loader.facts();
  if (loader.faults.length > 0 || !facts) throw new ContentFaults(loader.faults);
  const { edition, slugs, searchWords } = facts;
  return { edition: { ...edition, articles: [] }, slugs, searchWords };
}

/** Faults of keys that stand in two articles: a key belongs to one, through all its versions. */
export function checkKeys(
  articles: readonly { readonly slug: string; readonly works: readonly Pick<CitedWork, 'key' | 'file' | 'line'>[] }[],
): Fault[] {
  const seen = new Map<string, { readonly slug: string; readonly work: Pick<CitedWork, 'key' | 'file' | 'line'> }>();
  const faults: Fault[] = [];
  for (const { slug, works } of articles) {
    for (const work of works) {
      const earlier = seen.get(work.key);
      if (!earlier) seen.set(work.key, { slug, work });
      else if (earlier.slug !== slug) {
        faults.push({
          file: work.file,
          line: work.line,
          what: `the key ${work.key} is also in ${earlier.work.file}:${earlier.work.line}`,
          fix: 'give one of the two works another letter after its year',
        });
      }
    }
  }
  return faults;
}

const isAddedPage = (name: string): boolean => addedPageName.test(name) && !takenNames.has(name) && !isKnownPage(name);

/** `NAME.LANGUAGE.mdx` */
const fileOfPage = /^(.*)\.([a-z-]+)\.mdx$/;

class Loader {
  readonly root: string;
  readonly faults: Fault[] = [];
  /** The people of the working facts, in the order of the articles. */
  private readonly people = new Map<string, NamedCreators>();
  /** What articles are to other works, by the files that people work on. */
  private readonly relations = new Map<string, { relations: readonly WorkRelation[]; lineOf: LineOf }>();

  constructor(root: string) {
    this.root = root;
  }

  async load(only?: readonly string[]): Promise<Edition | undefined> {
    const facts = await this.facts();
    if (!facts) return undefined;
    const wanted = only && new Set(only);
    const slugs = facts.slugs.filter((slug) => wanted === undefined || wanted.has(slug));
    const articles = await Promise.all(slugs.map((slug) => this.article(slug, facts.lineOf(slug))));
    const sound = articles.filter((article) => article !== undefined);
    this.faults.push(...faultsOfIdentities(slugs.flatMap((slug) => this.people.get(metadataOf(slug)) ?? [])));
    this.faults.push(
      ...checkKeys(sound.map(({ slug, versions }) => ({ slug, works: versions.flatMap(({ works }) => works) }))),
    );
    for (const article of sound) {
      const said = this.relations.get(metadataOf(article.slug));
      if (said)
        this.faults.push(
          ...faultsOfSelfRelations(facts.edition, { ...article, relations: said.relations }, (index) =>
            said.lineOf(['relations', index]),
          ),
        );
    }
    return { ...facts.edition, articles: sound };
  }

  /** What `edition.yaml` says; its list of articles names each once. */
  async facts() {
    const file = editionFile;
    const read = await this.yaml(file, editionSchema);
    if (!read) return undefined;
    const { articles: slugs, ...edition } = read.value;
    const places = new Map<string, number>();
    slugs.forEach((slug, index) => {
      if (!places.has(slug)) places.set(slug, index);
      else {
        this.faults.push({
          file,
          line: read.lineOf(['articles', index]),
          what: `the article "${slug}" is listed twice`,
          fix: 'name each article once',
        });
      }
    });
    const lineOf = (slug: string) => read.lineOf(['articles', places.get(slug) ?? 0]);
    const named = {
      contact: edition.contact,
      hasEditors: edition.editors !== undefined,
      articles: [...places.keys()],
      languages: edition.languages,
      offers: edition,
    };
    const { issues, faults } = await readIssues(this.root, named.articles);
    this.faults.push(...faults);
    return {
      edition: {
        ...edition,
        theme: { ...edition.theme, icon: await this.icon(), faces: await this.faces(named.articles) },
        pages: await this.ownPages(named),
        issues,
      },
      slugs: named.articles,
      searchWords: await this.searchWords(),
      lineOf,
    };
  }

  /** The faces that the edition brings, which have the letters of its texts. */
  private async faces(slugs: readonly string[]): Promise<OwnFaces> {
    const { faces, faults } = await readOwnFaces(this.root);
    if (faults.length === 0 && Object.keys(faces).length > 0)
      faults.push(...(await faultsOfOwnFaces(faces, (await readInputs(this.root, slugs)).characters)));
    this.faults.push(...faults);
    return faces;
  }

  /** The mark of the edition: its own, or that of the program. */
  private async icon(): Promise<string> {
    if (!(await this.exists(iconFile))) return readFile(path.join(packageRoot, 'public/icon.svg'), 'utf8');
    const content = await readFile(path.join(this.root, iconFile));
    const size = sizeOfSvg(content);
    if ('what' in size) this.faults.push({ file: iconFile, line: 1, ...size });
    else if (size.width !== size.height)
      this.faults.push({
        file: iconFile,
        line: 1,
        what: `the icon is ${size.width} wide and ${size.height} high`,
        fix: 'make it square: icons are drawn from it in many sizes',
      });
    return content.toString('utf8');
  }

  /** The words of the field that mean the same; an edition may have no such table. */
  private async searchWords(): Promise<string[][]> {
    if (!(await this.exists(searchWordsFile))) return [];
    const read = await this.yaml(searchWordsFile, searchWordsSchema);
    return read?.value.flatMap(({ rows }) => rows) ?? [];
  }

  /** What the edition says of itself, as far as it does: no page has to be there. */
  private async ownPages(facts: NamedFacts & { readonly languages: readonly Language[] }): Promise<OwnPage[]> {
    const names = await readdir(path.join(this.root, pagesFolder)).catch(() => []);
    const read: OwnPage[] = [];
    const added = names
      .map((name) => fileOfPage.exec(name)?.[1])
      .filter((name): name is string => isAddedPage(name ?? ''));
    // Editors and systems leave files with a dot.
    for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
      const file = `${pagesFolder}/${name}`;
      const [, page = '', language = ''] = fileOfPage.exec(name) ?? [];
      const isTaken = takenNames.has(page) && !isKnownPage(page);
      if (!isTaken && addedPageName.test(page) && isLanguage(language) && !facts.languages.includes(language)) {
        this.faults.push({
          file,
          line: 1,
          what: `the edition has no pages in this language (${language})`,
          fix: `delete the file, or add ${language} to languages in ${editionFile}`,
        });
        continue;
      }
      if (isTaken || !addedPageName.test(page) || !isLanguage(language)) {
        const example = `such as ${ownPageNames[0]}.${facts.languages[0]}.mdx, or move it away`;
        this.faults.push({
          file,
          line: 1,
          what: isTaken
            ? `at the address ${page}/ stands a page of every edition`
            : 'no page of an edition has this name',
          fix: isTaken
            ? 'give the page another name'
            : `name it ${ownPageNames.join(', ')}, or what the last part of its address is to be (a-z, 0-9, hyphens), and the language, ${example}`,
        });
        continue;
      }
      const content = await this.content(file, 'working');
      if (!content) continue;
      const { page: own, faults } = readOwnPage(content.text, file, page, language, { ...facts, pages: added });
      this.faults.push(...faults);
      read.push(own);
    }
    for (const { name, language } of read.filter((page) => added.includes(page.name)))
      for (const other of facts.languages.filter((one) => !names.some((present) => present === `${name}.${one}.mdx`)))
        this.faults.push({
          file: `${pagesFolder}/${name}.${language}.mdx`,
          line: 1,
          what: `the page "${name}" is not there in the other language of the edition, ${other}`,
          fix: `add ${pagesFolder}/${name}.${other}.mdx: every page is in each language`,
        });
    return read;
  }

  private async article(slug: string, line: number): Promise<Article | undefined> {
    const folder = `content/articles/${slug}`;
    if (!(await this.isFolder(folder))) {
      this.faults.push({
        file: editionFile,
        line,
        what: `folder not found: ${folder}`,
        fix: `add the article's files there, or take "${slug}" off the list`,
      });
      return undefined;
    }
    const [article, versions] = await Promise.all([this.metadata(metadataOf(slug)), this.versionsFile(slug)]);
    const source = await this.source(slug, article, versions?.value);
    const working = await this.works(bibliographyOf(slug));
    if (!article || !versions || source === 'faulty') return undefined;
    const before = this.faults.length;
    this.checkOrder(slug, versions.value, versions.lineOf);
    await this.checkUnlisted(slug, versions.value);
    if (!source) this.checkKinds(slug, versions.value, versions.lineOf);
    const files = await readArticleFiles(this.root, slug);
    const texts = await Promise.all(
      versions.value.map((_, index) =>
        this.version(slug, versions.value, index, versions.lineOf, article, working ?? [], files),
      ),
    );
    const notices = await this.notices(slug, versions);
    const read = texts.flatMap((version) => (version ? [noticed(version, notices.get(version.number) ?? [])] : []));
    // A text that could not be read cites nothing; that is not the bibliography's fault.
    if (working && this.faults.length === before) this.checkCitations(slug, working, read);
    const all: Article = {
      ...article.metadata,
      slug,
      works: [],
      ...(source ? { source } : {}),
      versions: read,
    };
    return read.length > 0 ? articleOf(all, latestVersion(all)) : all;
  }

  /** The text as received; nothing of an article that was born digital. */
  private async source(
    slug: string,
    article: { readonly profile: SourceProfile | undefined } | undefined,
    versions: VersionsFile | undefined,
  ): Promise<SourceText | 'faulty' | undefined> {
    const file = sourceOf(slug);
    if (article && article.profile === undefined) {
      const released = versions?.findLast(({ sourceDigest }) => sourceDigest !== undefined);
      if (!released && !(await this.exists(file))) return undefined;
      this.faults.push({
        file: metadataOf(slug),
        line: 1,
        what: released
          ? `version ${released.version} was released with its source, and article.yaml says of none`
          : 'source.txt is there, and article.yaml says of no source',
        fix: 'say how the source is damaged, source: { profile: intact } if it is not; only an article that was written for this edition has none',
      });
      return 'faulty';
    }
    // Whether an article whose facts cannot be read has a source is not known.
    if (!article && !(await this.exists(file))) return 'faulty';
    const content = await this.content(file, 'received');
    if (content?.text.trim() === '')
      this.faults.push({
        file,
        line: 1,
        what: 'the source is empty',
        fix: 'put the text as received there, byte for byte: each paragraph is held to the lines that it comes from',
      });
    return content && article?.profile ? { ...sourceText(content), profile: article.profile } : 'faulty';
  }

  /** The metadata in a file, and the profile of the source. */
  private async metadata(file: string, kind: ContentKind = 'working') {
    const read = await this.yaml(file, articleSchema, kind);
    if (!read) return undefined;
    const { source, received, dates, facts: _, ...stated } = read.value;
    if (kind === 'working') {
      this.faults.push(...faultsOfIssns(stated.journal, file, read.lineOf));
      this.people.set(file, { file, lineOf: read.lineOf, creators: stated.creators });
      this.relations.set(file, { relations: stated.relations ?? [], lineOf: read.lineOf });
    }
    const titles = textsOf(stated.titles).map(({ language, value: title }) => {
      const at = { file, line: read.lineOf(['titles', language]) };
      return [language, readTitle(title, language, at, this.faults)] as const;
    });
    const metadata: Metadata = {
      ...stated,
      titles: Object.fromEntries(titles),
      ...readKeywords(
        stated.keywords,
        (language, index) => ({ file, line: read.lineOf(['keywords', language, index]) }),
        this.faults,
      ),
      dates: dates.map((date) => ({
        ...date,
        calendar:
          date.lunarHijri !== undefined ? 'lunarHijri' : date.solarHijri === undefined ? 'gregorian' : 'solarHijri',
        ...inBothCalendars(date),
      })),
    };
    if (kind === 'working') this.faults.push(...faultsOfDateOrder(metadata.dates, file, read.lineOf));
    return {
      metadata,
      profile: source?.profile,
      received,
      open: unwrittenIn(read.written, file, read.lineOf),
      file,
      lineOf: read.lineOf,
    };
  }

  /** The list of versions; a released entry is under its seal, so that only those of drafts meet every rule. */
  private async versionsFile(slug: string) {
    const file = versionsOf(slug);
    const read = await this.yaml(file, versionsSchema, 'frozen');
    const drafts = (read?.value ?? []).flatMap((entry, index) =>
      entry.digest === undefined ? [{ entry, index }] : [],
    );
    for (const { entry, index } of drafts)
      this.faults.push(...faultsOfCharacters(entry, file, (read as { lineOf: LineOf }).lineOf, [index]));
    return read;
  }

  /** What was said of released versions since, by their numbers; of most articles there is nothing. */
  private async notices(slug: string, versions: { value: VersionsFile; lineOf: LineOf }) {
    const file = noticesOf(slug);
    const read = (await this.exists(file)) ? await this.yaml(file, noticesSchema) : undefined;
    const listed = read && { value: read.value.notices, lineOf: read.lineOf };
    const { notices, faults } = checkNotices(slug, versions, listed);
    // What cannot be read is missing only because of that.
    if (listed || !(await this.exists(file))) this.faults.push(...faults);
    return notices;
  }

  /** The works of a bibliography; an article that cites none needs no file. Nothing if the file is faulty. */
  private async works(file: string, kind: ContentKind = 'working'): Promise<CitedWork[] | undefined> {
    if (!(await this.exists(file))) return [];
    const content = await this.content(file, kind);
    if (!content) return undefined;
    const { works, faults } = readBibliography(content.text, file);
    this.faults.push(...faults);
    return faults.length > 0 ? undefined : works;
  }

  /** That nothing is called restored, or read anew from a source, in an article that was written for the edition. */
  private checkKinds(slug: string, list: VersionsFile, lineOf: LineOf): void {
    for (const [index, { kind, digest }] of list.entries())
      if (digest === undefined && (kind === 'restoration' || kind === 'source-reading'))
        this.faults.push({
          file: versionsOf(slug),
          line: lineOf([index, 'kind']),
          what: `kind: ${kind}, in an article without a source`,
          fix: 'write first for its first version, and for a later one what changed: correction, bibliography, metadata or apparatus',
        });
  }

  /** Numbers ascend, dates do not go back, and only the last version is a draft. */
  private checkOrder(slug: string, list: VersionsFile, lineOf: LineOf): void {
    const fault = (index: number, field: string, what: string, fix: string) =>
      this.faults.push({ file: versionsOf(slug), line: lineOf([index, field]), what, fix });
    list.forEach((entry, index) => {
      const before = list[index - 1];
      const number = entry.version;
      if (before && compareNumbers(before.version, number) > 0)
        fault(
          index,
          'version',
          `version ${number} is listed after ${before.version}`,
          'list the versions oldest first; a new one has the highest number',
        );
      if (before && before.date > entry.date)
        fault(
          index,
          'date',
          `version ${number} is of ${entry.date}, before ${before.version} of ${before.date}`,
          `correct the date of ${number}: a version is no older than the one that it follows`,
        );
      if (entry.digest === undefined && index < list.length - 1)
        fault(
          index,
          'version',
          `version ${number} is a draft, and others follow it`,
          `release it first, while it is the last: npm run new -- release ${slug} ${number}`,
        );
    });
  }

  /** A version that was listed once stays listed: its address is cited. */
  private async checkUnlisted(slug: string, list: VersionsFile): Promise<void> {
    const folder = path.dirname(versionsOf(slug));
    const numbers = new Set(list.map((entry) => entry.version));
    for (const name of (await readdir(path.join(this.root, folder))).sort()) {
      const number = /^(\d+\.\d+\.\d+)\.(?:mdx|bib|yaml)$/.exec(name)?.[1];
      if (number === undefined || numbers.has(number)) continue;
      this.faults.push({
        file: `${folder}/${name}`,
        line: 1,
        what: `versions.yaml does not list version ${number}`,
        fix: 'restore its entry as it was; only the files of a version that was never released may be removed',
      });
    }
  }

  /** Each version cites works of its own bibliography, and the working one holds none that the latest does not cite. */
  private checkCitations(slug: string, working: readonly CitedWork[], versions: readonly Version[]): void {
    for (const version of versions) {
      const keys = new Set(version.works.map((work) => work.key));
      for (const citation of version.citations.filter(({ key }) => !keys.has(key))) {
        this.faults.push({
          file: version.file,
          line: citation.line,
          what: `the citation "${plainText(citation.children)}" names ${citation.key}, which is not in the bibliography`,
          fix: `add an entry ${citation.key} to bibliography/${slug}.bib, or correct the key`,
        });
      }
    }
    const latest = versions.at(-1);
    const cited = new Set(latest?.citations.map(({ key }) => key));
    for (const work of working.filter(({ key }) => !cited.has(key))) {
      this.faults.push({
        file: work.file,
        line: work.line,
        what: `version ${latest?.number} of ${slug} does not cite ${work.key}`,
        fix: `mark its place in the text with [printed form](cite:${work.key}), or remove the entry; released versions keep theirs`,
      });
    }
  }

  private async version(
    slug: string,
    list: VersionsFile,
    index: number,
    lineOf: LineOf,
    facts: {
      readonly metadata: Metadata;
      readonly received: StatedReceived | undefined;
      readonly open: readonly Fault[];
      readonly file: string;
      readonly lineOf: LineOf;
    },
    working: readonly CitedWork[],
    files: ArticleFiles,
  ): Promise<Version | undefined> {
    const listFile = versionsOf(slug);
    const entry = list[index] as (typeof list)[number];
    const { version: number, seal: _, files: released = {}, receivedDigest, ...listed } = entry;
    if (list.findIndex((other) => other.version === number) !== index) {
      this.faults.push({
        file: listFile,
        line: lineOf([index, 'version']),
        what: `version ${number} is listed twice`,
        fix: 'give each version a number of its own',
      });
    }
    // What is wrong in a text that should not be as it is says nothing.
    if (!(await this.isAsReleased(slug, list, entry, lineOf))) return undefined;
    const file = textOf(slug, number);
    if (!(await this.exists(file))) {
      this.faults.push({
        file: listFile,
        line: lineOf([index, 'version']),
        what: `the text of version ${number} is missing: ${number}.mdx not found`,
        fix: `add ${file}, or take the version off the list`,
      });
      return undefined;
    }
    const status = entry.digest === undefined ? 'draft' : 'released';
    const kind = status === 'draft' ? 'working' : 'frozen';
    const content = await this.content(file, kind);
    if (!content) return undefined;
    if (content.text.trim() === '') {
      this.faults.push({
        file,
        line: 1,
        what: 'the text is empty',
        fix: 'write the text of the version, or take it off the list in versions.yaml',
      });
    }
    const stated = status === 'draft' ? facts : await this.metadata(frozenMetadataOf(slug, number), kind);
    if (!stated) return undefined;
    const { metadata } = stated;
    const { text, faults } = readVersionText(content.text, file, metadata.language, status, files);
    const supplements = findSupplements(metadata.files ?? [], files, stated);
    const received = await findReceived(
      this.root,
      slug,
      stated.received,
      stated,
      status === 'released' ? { digest: receivedDigest } : undefined,
    );
    this.faults.push(...faults, ...supplements.faults, ...received.faults);
    const published = filesOfBoth(text.files, supplements.files);
    for (const { name } of status === 'draft' ? [] : published)
      if (released[name] === undefined)
        this.faults.push({
          file: listFile,
          line: lineOf([index, 'version']),
          what: `version ${number} is released and publishes ${fileAddress(name)}, of which its entry has no digest`,
          fix: `restore the entry as it was released (git log -- ${listFile} shows its history)`,
        });
    const works = status === 'draft' ? working : await this.works(frozenBibliographyOf(slug, number), kind);
    const doubts = status === 'draft' ? [...doubtsOfLetters(facts, text.body, working), ...text.doubts] : [];
    const unsaid = unwrittenIn(entry.summary, listFile, lineOf, [index, 'summary']);
    const open =
      status === 'draft' ? [...facts.open, ...text.open, ...supplements.open, ...received.open, ...unsaid] : text.open;
    return {
      ...listed,
      number,
      status,
      file,
      ...text,
      files: published,
      ...(received.file ? { received: received.file } : {}),
      open,
      doubts,
      works: works ?? [],
      metadata,
      notices: [],
    };
  }

  /** Whether the files of a version are those that were released; of a draft, that nothing was. */
  private async isAsReleased(
    slug: string,
    list: VersionsFile,
    entry: VersionsFile[number],
    lineOf: LineOf,
  ): Promise<boolean> {
    const { version: number } = entry;
    const frozen = [frozenBibliographyOf(slug, number), frozenMetadataOf(slug, number)] as const;
    if (entry.digest === undefined) {
      for (const file of frozen) {
        if (!(await this.exists(file))) continue;
        this.faults.push({
          file,
          line: 1,
          what: `version ${number} has a frozen ${path.basename(file)}, but versions.yaml has no digests of it`,
          fix: 'restore its entry in versions.yaml as it was; if it was never released, remove this file',
        });
        return false;
      }
      return true;
    }
    const last = list.at(-1) as VersionsFile[number];
    const instead =
      last.digest === undefined
        ? `put the change into the draft, ${last.version}`
        : `release the change as a new version: npm run new -- version ${slug} ${nextNumber(last.version)}`;
    const files = [
      ['text', textOf(slug, number), entry.digest],
      ['bibliography', frozen[0], entry.bibliographyDigest],
      ['metadata', frozen[1], entry.metadataDigest],
      ...(entry.sourceDigest === undefined ? [] : ([['source', sourceOf(slug), entry.sourceDigest]] as const)),
      ...Object.entries(entry.files ?? {}).map(
        ([name, digest]) => [`file ${name}`, `${filesFolderOf(slug)}/${name}`, digest] as const,
      ),
    ] as const;
    const seal = sealOf(entry, list[list.indexOf(entry) - 1]?.seal);
    let isAsReleased = seal === entry.seal;
    if (!isAsReleased)
      this.faults.push({
        file: versionsOf(slug),
        line: lineOf([list.indexOf(entry), 'version']),
        what: `version ${number} is released and its entry has changed, or one before it is gone: its seal would be ${seal} (released: ${entry.seal})`,
        fix: `restore the list as it was released (git log -- ${versionsOf(slug)} shows its history), and ${instead}`,
      });
    for (const [what, file, released] of files) {
      // A folder in its place is no file either.
      const bytes = await readFile(path.join(this.root, file)).catch(() => undefined);
      if (bytes && sha256(bytes) === released) continue;
      isAsReleased = false;
      const found = bytes ? `has changed: its sha256 is ${sha256(bytes)}` : 'is missing';
      this.faults.push({
        file,
        line: 1,
        what: `version ${number} is released and its ${what} ${found} (released: sha256 ${released})`,
        fix: `restore the file as it was released (git log -- ${file} shows its history), and ${what.startsWith('file ') ? `give the changed one a name of its own: ${instead}` : instead}`,
      });
    }
    return isAsReleased;
  }

  private async yaml<T>(file: string, schema: z.ZodType<T>, kind: ContentKind = 'working') {
    const content = await this.content(file, kind);
    if (!content) return undefined;
    const result = readYaml(content.text, schema, file);
    if ('faults' in result) {
      this.faults.push(...result.faults);
      return undefined;
    }
    if (kind === 'working') this.faults.push(...faultsOfCharacters(result.value, file, result.lineOf));
    return result;
  }

  private async content(file: string, kind: ContentKind) {
    const content = await readContent(this.root, file, kind);
    if (!('faults' in content)) return content;
    this.faults.push(...content.faults);
    return undefined;
  }

  private async isFolder(folder: string): Promise<boolean> {
    return stat(path.join(this.root, folder)).then(
      (found) => found.isDirectory(),
      () => false,
    );
  }

  private async exists(file: string): Promise<boolean> {
    return access(path.join(this.root, file)).then(
      () => true,
      () => false,
    );
  }
}

/** A version with what was said of it since; one under a licence that was granted since has that licence. */
function noticed(version: Version, notices: readonly Notice[]): Version {
  const granted = notices.findLast(({ kind }) => kind === 'licence');
  const licence = granted?.licence === undefined ? undefined : licenceOf(granted.licence);
  if (!granted || !licence) return { ...version, notices };
  const { rights } = version.metadata;
  // A statement still holds beside the licence; a licence that was there can still be used, and is in the facts of the release.
  const { uri, name } = rights.statement ?? rights;
  const statement = rights.licence === undefined || rights.statement ? { statement: { uri, name } } : {};
  const { id, uri: address } = licence;
  const called = nameLicence(licence, granted.reason);
  const now = { ...rights, uri: address, name: called, licence: id, note: granted.reason, ...statement };
  return { ...version, notices, metadata: { ...version.metadata, rights: now } };
}

function sourceText({ bytes, text }: { bytes: Buffer; text: string }): Omit<SourceText, 'profile'> {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return { lines, sha256: sha256(bytes) };
}
