/** Pagefind in the browser, over http and from a folder, and the texts of the passages that it finds. */
import { Collection, type Pause, type Whole } from '../search/collection.ts';
import { Field, type Row } from '../search/field.ts';
import type { Passage } from '../search/passages.ts';
import { bytesOf } from './base64.ts';
import { loadScript } from './load-script.ts';

/** What Pagefind answers of a passage: under which id, and how well it holds the words. */
interface Hit {
  readonly id: string;
  readonly score: number;
}

interface Pagefind {
  options(options: { basePath: string; baseUrl: string; noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  search(terms: string, options: { filters: Readonly<Record<string, string>> }): Promise<{ results: readonly Hit[] }>;
}

export interface Engine {
  /** The ids of the leaves, of one passage or a few, that may hold the terms. */
  find(terms: string, filters: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** The passages of those leaves. */
  texts(ids: readonly string[]): Promise<readonly Passage[]>;
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

/** Loads the bundle beside the index, and lets it answer every request below its made-up address. */
async function loadBundle(folder: URL): Promise<Bundle> {
  await loadScript(new URL('bundle.js', folder));
  const bundle = globalThis.estenadSearch;
  if (!bundle) throw new Error('the search bundle is damaged');
  const fetchElsewhere = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!address.startsWith(bundleBase)) return fetchElsewhere(input, init);
    const file = bundle[address.slice(bundleBase.length).split('?')[0] ?? ''];
    return Promise.resolve(file === undefined ? new Response(null, { status: 404 }) : new Response(bytesOf(file)));
  };
  return bundle;
}

/**
 * Loads what answers first: the texts, and in an edition that is too large for that, Pagefind.
 *
 * @param folder the address of `search/`
 * @param pause lets the page do other things while the texts are made ready
 * @throws if a file of the index is missing or damaged
 */
export async function loadEngine(folder: URL, pause: Pause): Promise<Engine> {
  const bundle = location.protocol === 'file:' ? await loadBundle(folder) : undefined;
  const base = bundle ? bundleBase : folder.href;
  const json = async <T>(file: string): Promise<T> => {
    const response = await fetch(base + file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json();
  };
  const about = await json<{ isWhole: boolean }>('about.json');
  if (about.isWhole) {
    const [passages, rows] = await Promise.all([
      json<readonly Passage[]>('texts/all.json'),
      json<readonly Row[]>('words.json'),
    ]);
    const whole = Promise.resolve({ collection: await Collection.of(passages, pause), field: new Field(rows) });
    return { find: async () => [], texts: async () => [], whole: () => whole };
  }
  const pagefind = await loadPagefind(base, bundle);
  const leaves = new Map<string, Promise<readonly Passage[]>>();
  const leaf = (id: string) => {
    const loading = leaves.get(id) ?? json<readonly Passage[]>(`texts/${id}.json`);
    leaves.set(id, loading);
    return loading;
  };
  return {
    find: async (terms, filters) => (await pagefind.search(terms, { filters })).results.map(({ id }) => id),
    texts: async (ids) => (await Promise.all(ids.map(leaf))).flat(),
    whole: () => undefined,
  };
}

async function loadPagefind(base: string, bundle: Bundle | undefined): Promise<Pagefind> {
  const module = bundle
    ? URL.createObjectURL(new Blob([bytesOf(bundle['pagefind/pagefind.js'] ?? '')], { type: 'text/javascript' }))
    : `${base}pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ module)) as Pagefind;
  await pagefind.options({ basePath: `${base}pagefind/`, baseUrl: '/', noWorker: true });
  await pagefind.init();
  return pagefind;
}
