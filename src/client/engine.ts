/** Pagefind in the browser, over http and from a folder, and the texts of the passages that it finds. */
import { Collection, type Pause, type Whole } from '../search/collection.ts';
import { Field, type Row } from '../search/field.ts';
import type { ArticleFacts } from '../search/leaves.ts';
import type { Passage } from '../search/passages.ts';
import { bytesOf } from './base64.ts';
import { type Elsewhere, leavesElsewhere } from './elsewhere.ts';
import { type Hit, togetherFirst, wordsIn } from './hits.ts';
import type { Leaves, Wanted } from './leaves.ts';
import { loadScript } from './load-script.ts';

interface Pagefind {
  options(options: { basePath: string; baseUrl: string; noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  search(terms: string | null, options: { filters: Wanted }): Promise<{ results: readonly Hit[] }>;
}

/** The latest versions are leaves where the edition is not loaded whole. */
export interface Engine extends Leaves {
  /** Earlier versions, editorial remarks and the pages of the edition, loaded when they are asked for; nothing where there are none. */
  readonly wider: (() => Promise<Leaves>) | undefined;
  /** The words of the field. */
  field(): Promise<Field>;
  /** The people and years of each article, and the forms of the words on a shelf (search/leaves.ts), of an edition in leaves. */
  articles(): Promise<readonly ArticleFacts[]>;
  forms(shelf: string): Promise<readonly string[]>;
  /** Every passage, and the words of the field, if the edition is small enough to be loaded whole. */
  whole(): Promise<Whole> | undefined;
}

/** The files of the index as base64, by their path below `search/`: brought by a script where a page may not fetch. */
type Bundle = Readonly<Record<string, string>>;

declare global {
  // A property of the window, set by search/bundle.js.
  var estenadSearch: Bundle | undefined;
}

/** Stands for the folder of the index while a bundle answers for it. */
const bundleBase = 'https://bundle.estenad.invalid/search/';

let fetchesBundled = false;

/** Loads a bundle beside the index, and lets bundles answer every request below their made-up address. */
async function loadBundle(address: URL): Promise<void> {
  await loadScript(address);
  if (!globalThis.estenadSearch) throw new Error('the search bundle is damaged');
  if (fetchesBundled) return;
  fetchesBundled = true;
  const fetchElsewhere = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!address.startsWith(bundleBase)) return fetchElsewhere(input, init);
    const file = globalThis.estenadSearch?.[address.slice(bundleBase.length).split('?')[0] ?? ''];
    return Promise.resolve(file === undefined ? new Response(null, { status: 404 }) : new Response(bytesOf(file)));
  };
}

/**
 * Loads what answers first: the texts, and in an edition that is too large for that, Pagefind.
 *
 * @param folder the address of `search/`
 * @param pause lets the page do other things while the texts are made ready
 * @param mayAsk whether an engine of others may be asked, if the edition names one
 * @throws if a file of the index is missing or damaged; {@link ./elsewhere.ts EngineSilent} if the engine of others does not answer
 */
export async function loadEngine(folder: URL, pause: Pause, mayAsk: boolean): Promise<Engine> {
  const isFolder = location.protocol === 'file:';
  if (isFolder) await loadBundle(new URL('bundle.js', folder));
  const base = isFolder ? bundleBase : folder.href;
  const json = async <T>(file: string): Promise<T> => {
    const response = await fetch(base + file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json();
  };
  const about = await json<{ isWhole: boolean; wider: number; elsewhere?: Elsewhere }>('about.json');
  const field = once(async () => Field.of(await json<readonly Row[]>('words.json'), pause));
  const wider = once(async () => {
    if (isFolder) await loadBundle(new URL('more/bundle.js', folder));
    return leavesBelow('more/');
  });
  const leavesBelow = async (below: string): Promise<Leaves> => {
    const pagefind = await loadPagefind(`${base}${below}`, isFolder ? below : undefined);
    const leaf = keeping((id) => json<readonly Passage[]>(`${below}texts/${id}.json`));
    return {
      find: async (terms, filters) =>
        togetherFirst((await pagefind.search(terms === '' ? null : terms, { filters })).results, wordsIn(terms)),
      texts: async (ids) => (await Promise.all(ids.map(leaf))).flat(),
    };
  };
  const known = {
    wider: about.wider > 0 ? wider : undefined,
    field,
    articles: once(() => json<readonly ArticleFacts[]>('articles.json')),
    // A shelf that the texts have no word for is not there.
    forms: keeping((shelf) => json<readonly string[]>(`forms/${shelf}.json`).catch(() => [])),
  };
  // A folder, which is a copy, answers for itself.
  const elsewhere = mayAsk && !isFolder ? about.elsewhere : undefined;
  if (elsewhere) return { ...known, ...(await leavesElsewhere(elsewhere)), whole: () => undefined };
  if (!about.isWhole) return { ...known, ...(await leavesBelow('')), whole: () => undefined };
  const [passages, words] = await Promise.all([json<readonly Passage[]>('texts/all.json'), field()]);
  const whole = Promise.resolve({ collection: await Collection.of(passages, pause), field: words });
  return { ...known, find: async () => [], texts: async () => [], whole: () => whole };
}

/** A function that is called once, and again only after a failure. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  const made = keeping(make);
  return () => made('');
}

/** The same for each argument. */
function keeping<T>(make: (one: string) => Promise<T>): (one: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (one) => {
    const making = kept.get(one) ?? make(one);
    kept.set(one, making);
    making.catch(() => kept.delete(one));
    return making;
  };
}

/** @param bundled where its files lie in the bundle, if it is loaded from there */
async function loadPagefind(base: string, bundled: string | undefined): Promise<Pagefind> {
  const file = globalThis.estenadSearch?.[`${bundled}pagefind/pagefind.js`] ?? '';
  const module =
    bundled === undefined
      ? `${base}pagefind/pagefind.js`
      : URL.createObjectURL(new Blob([bytesOf(file)], { type: 'text/javascript' }));
  const pagefind = (await import(/* @vite-ignore */ module)) as Pagefind;
  await pagefind.options({ basePath: `${base}pagefind/`, baseUrl: '/', noWorker: true });
  await pagefind.init();
  return pagefind;
}
