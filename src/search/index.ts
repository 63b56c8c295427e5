import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Article } from '../edition/model.ts';
import { latestVersion } from '../edition/model.ts';
import { stemOf, wordsOf } from '../text/fold.ts';
import { type Passage, passagesOfVersion } from './passages.ts';
import { settleFilters } from './settle.ts';
import { shardOf } from './shard.ts';
import { stopWords } from './stop-words.ts';

/** A file of the search index, by its path below `search/`. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** How many passages the one file of texts of a small edition may hold. */
const mostTogether = 1500;

/** How many one of the many files of a larger one holds, about: results of a search lie in many of them. */
const passagesPerShard = 12;

/** A passage with its text as it is indexed. */
export interface IndexedPassage {
  readonly passage: Passage;
  readonly terms: string;
}

/** The passages of an article, made ready for the index. */
export const indexedPassagesOf = (article: Article): IndexedPassage[] =>
  passagesOfVersion(article, latestVersion(article)).map((passage) => ({
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

/** How many passages are on their way to Pagefind at once. */
const atOnce = 500;

/**
 * Makes the search index of an edition with Pagefind's Node API: its index, its engine, and the texts of the passages.
 * Pagefind's own fragments are left out: they hold the folded text, which is not fit to show.
 */
export async function makeIndex(passages: readonly IndexedPassage[]): Promise<IndexFile[]> {
  // One index for both languages, without Pagefind's stemming: the folding has done it.
  const { index, errors } = await createIndex({ forceLanguage: 'fa' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (let from = 0; from < passages.length; from += atOnce) {
    await Promise.all(
      passages.slice(from, from + atOnce).map(async ({ passage, terms }, offset) => {
        const { errors } = await index.addCustomRecord({
          url: String(from + offset),
          language: 'fa',
          content: terms,
          filters: { article: [passage.article], lang: [passage.language], kind: [passage.kind] },
        });
        if (errors.length > 0) throw new Error(`Pagefind: ${passage.path}: ${errors.join('; ')}`);
      }),
    );
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const stored = new Map<string, Passage>();
  for (const file of files.filter(({ path }) => path.startsWith('fragment/'))) {
    const id = file.path.slice('fragment/'.length).replace('.pf_fragment', '');
    const text = gunzipSync(file.content).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{')));
    stored.set(id, (passages[Number(url)] as IndexedPassage).passage);
  }
  const engine = files.filter(({ path }) =>
    /^(?:index\/.*|filter\/.*|pagefind\.js|pagefind-entry\.json|.*\.pf_meta|wasm\..*)$/.test(path),
  );
  return [
    ...settleFilters(engine).map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
    ...storeTexts(stored),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Pagefind's id of a passage is `fa_` and a digest: the number of its first digits names the file that holds the text. */
function storeTexts(stored: ReadonlyMap<string, Passage>): IndexFile[] {
  const count = stored.size <= mostTogether ? 1 : Math.ceil(stored.size / passagesPerShard);
  const shards = Map.groupBy(
    [...stored].sort(([a], [b]) => (a < b ? -1 : 1)),
    ([id]) => shardOf(id, count),
  );
  const files = [...shards].map(([shard, members]) => ({
    path: `texts/${shard}.json`,
    content: Buffer.from(JSON.stringify(Object.fromEntries(members))),
  }));
  const digest = createHash('sha256');
  for (const file of files) digest.update(file.content);
  const about = { shards: count, passages: stored.size, digest: digest.digest('hex').slice(0, 16) };
  return [...files, { path: 'about.json', content: Buffer.from(JSON.stringify(about)) }];
}
