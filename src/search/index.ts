import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Article } from '../edition/model.ts';
import { latestVersion } from '../edition/model.ts';
import { stemOf, wordsOf } from '../text/fold.ts';
import { type Row, rowsIn } from './field.ts';
import { type Passage, passagesOfVersion } from './passages.ts';
import { persianRows } from './rows.ts';
import { stopWords } from './stop-words.ts';

/** A file of the search index, by its path below `search/`. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** How many passages an edition may have that is looked at passage by passage, with the texts of all in one file. */
const mostApart = 1500;

/** How many passages of a larger edition are indexed as one, with their texts in a file of their own. */
const passagesPerLeaf = 8;

/** A passage with its text as it is indexed. */
export interface IndexedPassage {
  readonly passage: Passage;
  readonly terms: string;
}

/** The passages of an article, made ready for the index. */
export const indexedPassagesOf = (article: Article): IndexedPassage[] =>
  passagesOfVersion({ article, version: latestVersion(article) }).map((passage) => ({
    passage,
    terms: indexed(`${passage.text} ${passage.also}`) || '-',
  }));

/**
 * The text of a passage as it is indexed: the stem of every word, and those of the pieces of a joined one, each once. Pagefind
 * has only to say which passages may answer; order and nearness are judged on the original (match.ts).
 */
function indexed(text: string): string {
  const terms = new Set<string>();
  for (const word of wordsOf(text)) {
    terms.add(word.stem);
    if (word.parts.length > 1) for (const part of word.parts) if (part.length > 1) terms.add(stemOf(part));
  }
  const telling = [...terms].filter((term) => !stopWords.has(term));
  // Pagefind leaves out a passage without words, and its text would then be nowhere.
  return (telling.length > 0 ? telling : [...terms]).join(' ');
}

/**
 * Passages that are indexed as one: each by itself, or, in a large edition, neighbours of one article, language and kind. Every
 * record costs Pagefind time, and the reader who searches first some bytes; which passage of a leaf answers is seen in the texts.
 */
function leavesOf(passages: readonly IndexedPassage[]): IndexedPassage[][] {
  if (passages.length <= mostApart) return passages.map((passage) => [passage]);
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
 * Makes the search index of an edition with Pagefind's Node API: its index, its engine, and the texts of the passages.
 * Pagefind's own fragments are left out: they hold the folded text, which is not fit to show.
 *
 * @param rows words of the field that mean the same; those that no text has are left out
 */
export async function makeIndex(passages: readonly IndexedPassage[], rows: readonly Row[] = []): Promise<IndexFile[]> {
  // One index for both languages, without Pagefind's stemming: the folding has done it.
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
          content: [...new Set(leaf.flatMap(({ terms }) => terms.split(' ')))].join(' '),
          filters: { article: [passage.article], lang: [passage.language], kind: [passage.kind] },
        });
        if (errors.length > 0) throw new Error(`Pagefind: ${passage.path}: ${errors.join('; ')}`);
      }),
    );
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const stored = new Map<string, readonly Passage[]>();
  for (const file of files.filter(({ path }) => path.startsWith('fragment/'))) {
    const id = file.path.slice('fragment/'.length).replace('.pf_fragment', '');
    const text = gunzipSync(file.content).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{')));
    stored.set(
      id,
      (leaves[Number(url)] as IndexedPassage[]).map(({ passage }) => passage),
    );
  }
  const engine = files.filter(({ path }) =>
    /^(?:index\/.*|filter\/.*|pagefind\.js|pagefind-entry\.json|.*\.pf_meta|wasm\..*)$/.test(path),
  );
  return [
    ...engine.map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
    ...storeTexts(stored, passages, leaves.length === passages.length),
    { path: 'words.json', content: Buffer.from(JSON.stringify(wordsFor(passages, rows))) },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The rows that find something, of general Persian and of the field. */
const wordsFor = (passages: readonly IndexedPassage[], rows: readonly Row[]): Row[] =>
  rowsIn(
    [...persianRows(), ...rows],
    passages.map(({ passage }) => `${passage.text} · ${passage.also}`),
  );

/**
 * The texts: all in one file, in reading order, or by Pagefind's ids of the leaves.
 *
 * @param isWhole whether all are in one file; else each leaf has a file of its name
 */
function storeTexts(
  stored: ReadonlyMap<string, readonly Passage[]>,
  passages: readonly IndexedPassage[],
  isWhole: boolean,
): IndexFile[] {
  const leaves = [...stored].sort(([a], [b]) => (a < b ? -1 : 1));
  const json = (path: string, value: unknown) => ({ path, content: Buffer.from(JSON.stringify(value)) });
  const files = isWhole
    ? [
        json(
          'texts/all.json',
          passages.map(({ passage }) => passage),
        ),
      ]
    : leaves.map(([id, leaf]) => json(`texts/${id}.json`, leaf));
  const digest = createHash('sha256');
  for (const file of files) digest.update(file.content);
  return [
    ...files,
    json('about.json', { isWhole, passages: passages.length, digest: digest.digest('hex').slice(0, 16) }),
  ];
}
