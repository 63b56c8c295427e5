/** What is searched: the passages of the latest versions, each with its permanent place. */

import { formatList } from '../bibliography/references.ts';
import { fullName, yearOf } from '../bibliography/work.ts';
import { pages } from '../edition/addresses.ts';
import { workplacesOf } from '../edition/affiliations.ts';
import { captionOf, labelled } from '../edition/figures.ts';
import { worksOf } from '../edition/mentions.ts';
import {
  type Article,
  type Edition,
  type FlatBlock,
  flattened,
  latestVersion,
  plainText,
  sayNote,
  type VersionOf,
} from '../edition/model.ts';
import { sayRows } from '../edition/tables.ts';
import { unhandled } from '../exhaustive.ts';
import { formsOf, isLatinScript, listComma, persianTag, type Texts, textsOf } from '../text/languages.ts';
import { isLatin, isPersian } from '../text/runs.ts';

export type PassageKind =
  | 'title'
  | 'creator'
  | 'abstract'
  | 'keywords'
  | 'heading'
  | 'paragraph'
  | 'table'
  | 'formula'
  | 'note'
  | 'work'
  | WiderKind;

/** What is searched only when a reader asks for more, beside the passages of earlier versions. */
export const widerKinds = ['editorial', 'page'] as const;
export type WiderKind = (typeof widerKinds)[number];

export interface Passage {
  /** The path of the version's page with the anchor of the passage, from the site's root. */
  readonly path: string;
  readonly kind: PassageKind;
  readonly article: string;
  /** That of the text, or for words of another script in it, what these are taken for. */
  readonly language: string;
  /** What is shown: the original text. */
  readonly text: string;
  /** What is searched beside it: names in the other script, English titles and printed forms of a work. */
  readonly also: string;
  /** Of a title, the years of the article; of a work, its own: in each calendar in which they are stated. */
  readonly years?: readonly number[];
}

/** The language of words that stand in a text of another: its own where they are in its letters; else English, or Persian. */
function languageOf(text: string, own: string): string {
  if (isLatin(text)) return isLatinScript(own) ? own : 'en';
  return isLatinScript(own) && isPersian(text) ? persianTag : own;
}

const yearsOf = (...years: readonly (string | undefined)[]): number[] =>
  years.filter((year) => year !== undefined).map(Number);

/** Every passage of an edition, in reading order. */
export function passagesOf(edition: Edition): Passage[] {
  return edition.articles.flatMap((article) => passagesOfVersion({ article, version: latestVersion(article) }));
}

/** Every passage of one version. */
export function passagesOfVersion({ article, version }: VersionOf): Passage[] {
  const page = pages.version(article.slug, version.number);
  const passages: Passage[] = [];
  const add = (
    kind: PassageKind,
    anchor: string,
    text: string,
    also = '',
    years: readonly number[] = [],
    own = article.language,
  ) => {
    if (text.trim() !== '')
      passages.push({
        path: anchor === '' ? page : `${page}#${anchor}`,
        kind,
        article: article.slug,
        language: languageOf(text, own),
        text,
        also,
        ...(years.length > 0 ? { years } : {}),
      });
  };
  const { solarHijri, gregorian } = article.record?.year?.value ?? {};
  for (const { language, value: title } of textsOf(article.titles))
    add('title', 'title', title.value, article.record?.doi?.value ?? '', yearsOf(solarHijri, gregorian), language);
  for (const creator of article.creators) {
    const [name = '', other] = formsOf(creator.name).map(({ value }) => fullName(value));
    add(
      'creator',
      'creators',
      other === undefined ? name : `${name} (${other})`,
      workplacesOf(creator)
        .flatMap(({ said }) => textsOf(said).map(({ value }) => value.value))
        .join(' '),
    );
  }
  for (const abstract of version.abstracts) {
    for (const block of abstract.blocks.flatMap(flattened))
      addBlock(block, (_, anchor, text) => add('abstract', anchor, text, '', [], abstract.language));
  }
  for (const { language, value: keywords } of textsOf(article.keywords))
    add('keywords', `keywords-${language}`, keywords.join(listComma(language)), '', [], language);
  for (const block of version.body.flatMap(flattened)) addBlock(block, add);
  for (const note of version.notes) add('note', note.id, sayNote(note));
  const works = worksOf(version);
  const references = formatList(works, 'text', version.metadata.language);
  for (const work of works) {
    const names = work.authorLatin?.list.map(fullName) ?? [];
    add(
      'work',
      `ref-${work.key}`,
      references.get(work.key) ?? work.key,
      [
        ...names,
        ...(work.author?.list.map(fullName) ?? []),
        work.titleTranslated,
        work.containerTranslated,
        ...work.printed,
      ]
        .filter(Boolean)
        .join(' '),
      yearsOf(yearOf(work), work.yearPrinted),
    );
  }
  return passages;
}

/**
 * What is searched when a reader asks for more: passages of earlier versions that the latest does not have, and the editors' notes
 * on the latest one.
 */
export function widerPassagesOf(article: Article): Passage[] {
  const latest = latestVersion(article);
  const known = new Set(passagesOfVersion({ article, version: latest }).map(({ text }) => text));
  const wider: Passage[] = [];
  for (const version of article.versions.filter((one) => one !== latest).toReversed()) {
    for (const passage of passagesOfVersion({ article, version })) {
      if (!known.has(passage.text)) wider.push(passage);
      known.add(passage.text);
    }
  }
  const page = pages.version(article.slug, latest.number);
  const add = (id: string, texts: Texts, beside: string) => {
    for (const { language, value } of textsOf(texts))
      wider.push({
        path: `${page}#${id}`,
        kind: 'editorial',
        article: article.slug,
        language,
        text: value,
        also: beside,
      });
  };
  for (const { id, text, source, candidates, reason } of latest.readings)
    add(id, reason, [text, source, ...candidates].join(' '));
  for (const { id, text } of latest.remarks) add(id, text, '');
  return wider;
}

function addBlock(block: FlatBlock, add: (kind: PassageKind, anchor: string, text: string) => void): void {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      add(block.type, block.id, plainText(block.children));
      break;
    case 'list':
      // What stands in a list is found at the list.
      for (const inner of block.items.flat().flatMap(flattened))
        addBlock(inner, (kind, _, text) => add(kind, block.id, text));
      break;
    case 'listing':
      add('paragraph', block.id, block.value);
      break;
    case 'verse':
      for (const line of [...block.stanzas.flat(), [block.credit]])
        add('paragraph', block.id, line.map(plainText).join(' '));
      break;
    case 'definitions':
      for (const { term, meanings } of block.entries)
        add('paragraph', block.id, `${plainText(term)}: ${meanings.map(plainText).join(' ')}`);
      break;
    case 'table':
      add('table', block.id, plainText(captionOf(block)));
      for (const row of sayRows([...block.head, ...block.rows])) add('table', block.id, row.join(' | '));
      for (const note of block.notes) add('table', block.id, plainText(note.text));
      add('table', block.id, plainText(block.credit));
      break;
    case 'figure':
      add('table', block.id, plainText(labelled(block.label, block.caption)));
      for (const { alt } of block.pictures) add('table', block.id, alt);
      add('table', block.id, plainText(block.credit));
      break;
    case 'formula':
      add('formula', block.id, block.tex);
      break;
    default:
      unhandled(block);
  }
}
