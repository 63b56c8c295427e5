/** Makes the files of an article of a manuscript. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Block as ModelBlock, Rights, Version } from '../../edition/model.ts';
import type { ArticleFiles } from '../../edition/reading/article-files.ts';
import { filesFolderOf, textOf } from '../../edition/reading/paths.ts';
import { readVersionText } from '../../edition/reading/text.ts';
import { decoded } from '../encodings.ts';
import { Refusal } from '../files.ts';
import { Anchors } from './anchors.ts';
import { TextWriter } from './blocks.ts';
import { citationStyleOf } from './citation-style.ts';
import { Citations, citedIn, clustered } from './citations.ts';
import { factsOf } from './facts.ts';
import { Figures } from './figures.ts';
import { scriptOf } from './front.ts';
import { isManuscriptLanguage, type ManuscriptLanguage, manuscriptLanguages } from './language.ts';
import { readManuscript } from './manuscript.ts';
import type { Manuscript } from './read.ts';
import { Remarks } from './remarks.ts';
import { languageOf, structureOf } from './structure.ts';
import { type Block, wordsOf } from './tree.ts';
import { type ManuscriptWorks, ownWorks, type PresentWorks, worksOf } from './works.ts';

export interface ImportOptions {
  readonly bibliography?: string | undefined;
  /** The language of the text, where its letters do not tell it. */
  readonly language?: string | undefined;
  /** The style of citations that the edition chooses, by its id. */
  readonly citations?: string | undefined;
}

/** What an article has already, of which the manuscript becomes a further version. */
export interface Present extends PresentWorks {
  readonly files: ArticleFiles;
}

const nothing: Present = { works: [], cited: new Set(), files: new Map() };

/** A manuscript as the files of an article. */
export interface ImportedManuscript {
  /** `article.yaml` */
  readonly facts: string;
  /** `NUMBER.mdx` */
  readonly text: string;
  /** `SLUG.bib`; empty where the text cites nothing. */
  readonly bibliography: string;
  /** Below the folder of the edition. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What came in, and what was lost or is doubtful, each with its line. */
  readonly notes: readonly string[];
}

/**
 * Imports a manuscript.
 *
 * @param number of the version that it becomes
 * @param rights those of the edition
 * @param taken the keys of works of other articles
 * @param present what the article has already, if it is there
 * @throws Refusal if it cannot be read
 */
export async function importManuscript(
  file: string,
  slug: string,
  number: string,
  options: ImportOptions,
  rights: Rights,
  taken: ReadonlySet<string>,
  present: Present = nothing,
): Promise<ImportedManuscript> {
  const manuscript = await readManuscript(file);
  const remarks = new Remarks();
  for (const lost of manuscript.lost) remarks.add(lost);
  const { front } = manuscript;
  const language = chooseLanguage(options.language, front.language, manuscript.blocks, remarks);
  const order = keysOf(manuscript.references);
  const structure = structureOf(
    clustered(manuscript.blocks, order, remarks),
    clustered(front.abstracts, order, remarks),
    front.titles.length > 0,
    remarks,
  );
  const cited = citedIn([structure.abstracts, structure.body, structure.closing]);
  const works = await findWorks(file, manuscript, options.bibliography, cited, taken, present, remarks);
  const style = await citationStyleOf(front.style, path.dirname(file), options.citations, remarks);
  const figures = new Figures(path.dirname(file), manuscript.media, manuscript.graphicsPaths, remarks, present.files);
  await figures.take(imagesIn([structure.abstracts, structure.body, structure.closing]));
  await figures.offer(linksIn([structure.abstracts, structure.body, structure.closing]));
  const anchors = new Anchors(structure.body, language, structure.closing);
  const writer = new TextWriter(language, remarks, new Citations(works, remarks, style), anchors, figures);
  const { text, lineOf } = writer.write(structure);
  const title = structure.title === undefined ? [] : [wordsOf(structure.title)];
  for (const said of front.left) remarks.add(`the head says ${said}`);
  const keywords = { fa: [] as string[], en: [] as string[] };
  for (const word of front.keywords) keywords[scriptOf(word)].push(word);
  for (const { language: own, words } of structure.keywords) keywords[own].push(...words);
  const facts = factsOf({ ...front, titles: [...front.titles, ...title] }, language, keywords, rights, remarks);
  const target = textOf(slug, number);
  const read = readVersionText(text, target, language, 'draft', figures.judged);
  for (const { line, what, fix } of read.faults) remarks.add(`${target}:${line}: ${what} (${fix})`);
  return {
    facts,
    text,
    bibliography: works.content,
    files: Object.fromEntries([...figures.files].map(([name, content]) => [`${filesFolderOf(slug)}/${name}`, content])),
    notes: [sayWhatCame(read.text, works), ...remarks.lines(target, lineOf), ...works.notes],
  };
}

/** The keys of references in CSL-JSON, in their order. */
function keysOf(references: string | undefined): string[] {
  const items: readonly { readonly id?: unknown }[] = references === undefined ? [] : JSON.parse(references);
  return items.map(({ id }) => String(id));
}

/** The language of a text: as the person says, as the file says, or by its letters. */
function chooseLanguage(
  asked: string | undefined,
  stated: string | undefined,
  blocks: readonly Block[],
  remarks: Remarks,
): ManuscriptLanguage {
  if (asked !== undefined && !isManuscriptLanguage(asked))
    throw new Refusal(
      `"${asked}" is no language of an article`,
      `write --language ${manuscriptLanguages.join(' or --language ')}`,
    );
  if (asked !== undefined) return asked;
  const base = stated?.toLowerCase().split(/[-_]/)[0] ?? '';
  if (isManuscriptLanguage(base)) return base;
  const told = languageOf(blocks);
  if (stated !== undefined) remarks.add(`the file says that its language is ${stated}; the text is taken for ${told}`);
  return told;
}

/** The list of references: that which the person names, else those of the file, else the file that it names. */
async function findWorks(
  file: string,
  { front, references }: Manuscript,
  asked: string | undefined,
  cited: readonly string[],
  taken: ReadonlySet<string>,
  present: Present,
  remarks: Remarks,
): Promise<ManuscriptWorks> {
  if (asked !== undefined) {
    const name = path.basename(asked);
    const bytes = await readFile(asked).catch(() => {
      throw new Refusal(`file not found: ${asked}`, 'name the list of references');
    });
    return worksOf(decoded(bytes, name).text, name, cited, taken, present);
  }
  if (references !== undefined) return worksOf(references, path.basename(file), cited, taken, present);
  const folder = path.dirname(file);
  for (const name of front.bibliographies) {
    // A name only: the files of others are not looked for.
    const beside = path.join(folder, path.basename(name));
    const found = [beside, `${beside}.bib`];
    for (const one of found)
      if (
        await stat(one).then(
          (info) => info.isFile(),
          () => false,
        )
      )
        return worksOf(
          decoded(await readFile(one), path.basename(one)).text,
          path.basename(one),
          cited,
          taken,
          present,
        );
    remarks.add(`the list of references ${name} is not there: give it with --bibliography FILE`);
  }
  if (cited.length > 0 && front.bibliographies.length === 0 && present.works.length === 0)
    remarks.add('the manuscript has no list of references that can be read: give one with --bibliography FILE');
  return ownWorks(present, cited);
}

/** The addresses of images, in the order of the text. */
function imagesIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(imagesIn);
  if (typeof tree !== 'object' || tree === null) return [];
  if ('t' in tree && tree.t === 'Image' && 'c' in tree) return [(tree.c as [unknown, unknown, [string]])[2][0]];
  return Object.values(tree).flatMap(imagesIn);
}

/** The addresses of links to files beside the manuscript. */
function linksIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(linksIn);
  if (typeof tree !== 'object' || tree === null) return [];
  const own = 't' in tree && tree.t === 'Link' && 'c' in tree ? [(tree.c as [unknown, unknown, [string]])[2][0]] : [];
  return [...own.filter((url) => !/^(?:[a-z][a-z0-9+.-]*:|#|\/)/i.test(url)), ...Object.values(tree).flatMap(linksIn)];
}

const countOf = (blocks: readonly ModelBlock[], type: ModelBlock['type']): number =>
  blocks.reduce(
    (sum, block) =>
      sum +
      (block.type === type ? 1 : 0) +
      (block.type === 'quotation' || block.type === 'part' ? countOf(block.blocks, type) : 0) +
      (block.type === 'list' ? countOf(block.items.flat(), type) : 0),
    0,
  );

/** What a text has, as the edition reads it. */
function sayWhatCame(
  text: Pick<Version, 'abstracts' | 'body' | 'notes' | 'citations'> & object,
  works: ManuscriptWorks,
): string {
  const blocks = [...text.abstracts.flatMap((abstract) => abstract.blocks), ...text.body];
  const formulas = JSON.stringify([text.abstracts, text.body, text.notes]).split('"type":"formula"').length - 1;
  const counts: readonly (readonly [number, string, string])[] = [
    [countOf(blocks, 'paragraph'), 'paragraph', 'paragraphs'],
    [text.notes.length, 'note', 'notes'],
    [countOf(blocks, 'figure'), 'figure', 'figures'],
    [countOf(blocks, 'table'), 'table', 'tables'],
    [formulas, 'formula', 'formulas'],
    [text.citations.length, 'citation', 'citations'],
    [works.byKey.size, 'work', 'works'],
  ];
  return `came in: ${counts.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(', ')}`;
}
