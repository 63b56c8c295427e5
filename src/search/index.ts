import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Article } from '../edition/model.ts';
import { latestVersion } from '../edition/model.ts';
import { stemOf, wordsOf } from '../text/fold.ts';
import { type Row, rowsIn } from './field.ts';
import { type ArticleFacts, shelvesOf } from './leaves.ts';
import { type Passage, passagesOfVersion, widerPassagesOf } from './passages.ts';
import { placeTerms } from './places.ts';
import { persianRows } from './rows.ts';
import { stopWords } from './stop-words.ts';

/** A file of the search index, by its path below `search/`. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** How many passages an edition may have that is looked at passage by passage, with the texts of all in one file. */
const mostApart = 1500;

/** An engine of others, and how the edition is known there. */
export interface Elsewhere {
  readonly engine: 'solr' | 'opensearch';
  /** Where it is asked. */
  readonly address: string;
  /** The address of the edition, which its documents state. */
  readonly edition: string;
}

/** How many passages of a larger edition are indexed as one, with their texts in a file of their own. */
const passagesPerLeaf = 8;

/** A passage with its text as it is indexed. */
export interface IndexedPassage {
  readonly passage: Passage;
  readonly terms: string;
  /** Whether it is searched only when a reader asks for more. */
  readonly isWider?: true;
}

/** A passage made ready for the index. */
const withTerms = (passage: Passage): IndexedPassage => ({
  passage,
  terms: indexed(`${passage.text} ${passage.also}`, passage.language) || '-',
});

/** Passages that are searched when a reader asks for more, made ready for the index. */
export const indexedWider = (passages: readonly Passage[]): IndexedPassage[] =>
  passages.map((passage) => ({ ...withTerms(passage), isWider: true }));

/** The passages of an article, made ready for the index. */
export const indexedPassagesOf = (article: Article): IndexedPassage[] => [
  ...passagesOfVersion({ article, version: latestVersion(article) }).map(withTerms),
  ...indexedWider(widerPassagesOf(article)),
];

/**
 * The text of a passage as it is indexed: the stem of every word, and those of the pieces of a joined one, each once. Pagefind
 * has only to say which passages may answer; order and nearness are judged on the original (match.ts).
 */
function indexed(text: string, language: string): string {
  const terms = new Set<string>();
  for (const word of wordsOf(text, language)) {
    terms.add(word.stem);
    if (word.bare !== undefined) terms.add(stemOf(word.bare));
    if (word.parts.length > 1) for (const part of word.parts) if (part.length > 1) terms.add(stemOf(part));
  }
  const telling = [...terms].filter((term) => !stopWords().has(term));
  // Pagefind leaves out a passage without words, and its text would then be nowhere.
  return (telling.length > 0 ? telling : [...terms]).join(' ');
}

/**
 * Passages that are indexed as one: neighbours of one article, language and kind. Every record costs Pagefind time, and the reader
 * who searches first some bytes; which passage of a leaf answers is seen in the texts.
 */
function leavesOf(passages: readonly IndexedPassage[]): IndexedPassage[][] {
  const alike = Map.groupBy(passages, ({ passage }) => `${passage.article} ${passage.language} ${passage.kind}`);
  return [...alike.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / passagesPerLeaf) }, (_, leaf) =>
      group.slice(leaf * passagesPerLeaf, (leaf + 1) * passagesPerLeaf),
    ),
  );
}

/** How many leaves are on their way to Pagefind at once. */
const atOnce = 500;

/**
 * Makes what an edition is searched with. A small one is searched in its texts, which are one file. Of a larger one Pagefind says
 * which leaves may answer; beside it stand the forms of its words and the people and years of its articles. In either, Pagefind has
 * an index of its own for what a reader asks for beyond, in `more/`.
 *
 * @param rows words of the field that mean the same; those that no text has are left out
 * @param elsewhere the engine that answers first; an edition that has one is a large one
 */
export async function makeIndex(
  all: readonly IndexedPassage[],
  rows: readonly Row[] = [],
  elsewhere?: Elsewhere,
): Promise<IndexFile[]> {
  const passages = all.filter(({ isWider }) => !isWider);
  const wider = all.filter(({ isWider }) => isWider);
  const isWhole = passages.length <= mostApart && elsewhere === undefined;
  const plain = passages.map(({ passage }) => passage);
  const main = isWhole
    ? [json('texts/all.json', plain)]
    : [...(await makeLeaves(passages)), ...vocabularyOf(plain), json('articles.json', factsOf(plain))];
  const more = (await makeLeaves(wider)).map(({ path, content }) => ({ path: `more/${path}`, content }));
  const digest = createHash('sha256');
  for (const file of [...main, ...more]) if (/(?:^|\/)texts\//.test(file.path)) digest.update(file.content);
  return [
    ...main,
    ...more,
    json('words.json', wordsFor(passages, rows)),
    json('about.json', {
      isWhole,
      passages: passages.length,
      wider: wider.length,
      digest: digest.digest('hex').slice(0, 16),
      ...(elsewhere && { elsewhere: { ...elsewhere, documents: new Set(plain.map(({ path }) => path)).size } }),
    }),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const json = (path: string, value: unknown): IndexFile => ({ path, content: Buffer.from(JSON.stringify(value)) });

/**
 * An index with Pagefind's Node API: its engine, its index, and the texts of the leaves by its ids. Pagefind's own fragments are
 * left out: they hold the folded text, which is not fit to show.
 */
async function makeLeaves(passages: readonly IndexedPassage[]): Promise<IndexFile[]> {
  if (passages.length === 0) return [];
  // One index for all languages, without Pagefind's stemming: the folding has done it.
  const { index, errors } = await createIndex({ forceLanguage: 'fa' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const leaves = leavesOf(passages);
  for (let from = 0; from < leaves.length; from += atOnce) {
    await Promise.all(
      leaves.slice(from, from + atOnce).map(async (leaf, offset) => {
        const { passage } = leaf[0] as IndexedPassage;
        const { errors } = await index.addCustomRecord({
          url: String(from + offset),
          language: 'fa',
          // Each passage has its own words, one after another, so that their places tell which stand in one (client/hits.ts).
          content: leaf.flatMap(({ terms, passage: { path } }) => [...terms.split(' '), ...placeTerms(path)]).join(' '),
          filters: { article: [passage.article], lang: [passage.language], kind: [passage.kind] },
        });
        if (errors.length > 0) throw new Error(`Pagefind: ${passage.path}: ${errors.join('; ')}`);
      }),
    );
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const texts = files
    .filter(({ path }) => path.startsWith('fragment/'))
    .map((file) => {
      const id = file.path.slice('fragment/'.length).replace('.pf_fragment', '');
      const text = gunzipSync(file.content).toString('utf8');
      const { url } = JSON.parse(text.slice(text.indexOf('{')));
      return json(
        `texts/${id}.json`,
        (leaves[Number(url)] as IndexedPassage[]).map(({ passage }) => passage),
      );
    });
  const engine = files.filter(({ path }) =>
    /^(?:index\/.*|filter\/.*|pagefind\.js|pagefind-entry\.json|.*\.pf_meta|wasm\..*)$/.test(path),
  );
  return [...engine.map(({ path, content }) => ({ path: `pagefind/${path}`, content })), ...texts];
}

/** The rows that find something, of general Persian and of the field. */
const wordsFor = (passages: readonly IndexedPassage[], rows: readonly Row[]): Row[] =>
  rowsIn(
    [...persianRows(), ...rows],
    passages.map(({ passage }) => `${passage.text} · ${passage.also}`),
  );

/**
 * The forms of the words of all texts, and the pieces of joined ones, in files by the sound that they begin with: whether a word is
 * known, and what a misspelled one may stand for.
 */
function vocabularyOf(passages: readonly Passage[]): IndexFile[] {
  const forms = new Map<string, Set<string>>();
  const add = (parts: readonly string[]) => {
    const fold = parts.join('');
    if (fold.length < 3 || /\d/.test(fold)) return;
    for (const shelf of shelvesOf({ fold, parts })) {
      const known = forms.get(shelf) ?? new Set();
      forms.set(shelf, known.add(parts.join('\u200c')));
    }
  };
  for (const { text, also } of passages)
    for (const { parts } of wordsOf(`${text} · ${also}`)) {
      add(parts);
      if (parts.length > 1) for (const part of parts) add([part]);
    }
  return [...forms].map(([shelf, words]) => json(`forms/${shelf}.json`, [...words].sort()));
}

/** The people and the years of each article, which `author:` and `year:` ask for. */
const factsOf = (passages: readonly Passage[]): ArticleFacts[] =>
  [...Map.groupBy(passages, ({ article }) => article)].map(([article, own]) => ({
    article,
    people: own.filter(({ kind }) => kind === 'creator').map(({ text }) => text),
    years: [...new Set(own.filter(({ kind }) => kind === 'title').flatMap(({ years }) => years ?? []))],
  }));
