/**
 * Keeps the edition for reading offline: its core when it is installed, the rest when the reader asks for it, under a name that
 * changes with the edition; a newer state waits until the reader takes it, so that no page mixes two. Of a large edition the core is
 * what every page needs, and each page is stored when it is read.
 *
 * A file that cannot be had does not stop the others: it alone is tried again, after pauses that grow.
 *
 * The build puts `stored`, what there is to store and its common digest, before this text; there are no imports.
 */
declare const stored: {
  readonly digest: string;
  readonly core: readonly (readonly [path: string, bytes: number])[];
  readonly rest: readonly (readonly [path: string, bytes: number])[];
  /** Whether the core has every page of the latest versions. */
  readonly isWhole: boolean;
  /** What is said of a page that is not stored, in each language. */
  readonly missing: Readonly<Record<string, { readonly dir: string; readonly title: string; readonly text: string }>>;
};

{
  const worker = self as unknown as ServiceWorkerGlobalScope;
  const { scope } = worker.registration;
  const own = `estenad-${scope}-`;
  const current = own + stored.digest;
  const addressOf = (file: string) => new URL(file, scope).href;

  /** What is remembered beside the files. */
  interface State {
    /** Whether the reader asked for everything. */
    all: boolean;
    /** Whether there was no room for a file. */
    full: boolean;
    /** Files that could not be had: how often they were asked for, and when they may be asked for again. */
    failed: Record<string, { tries: number; next: number }>;
  }

  const stateAddress = addressOf('.stored');
  const readState = async (cache: Cache): Promise<State> =>
    (await (await cache.match(stateAddress))?.json()) ?? { all: false, full: false, failed: {} };

  /** Remembers it. Where there is no room even for that, of the files that were stored the last ones make some. */
  async function writeState(cache: Cache, state: State, files: readonly string[]): Promise<void> {
    for (const file of [undefined, ...files.toReversed()]) {
      if (file !== undefined) await cache.delete(addressOf(file));
      try {
        await cache.put(stateAddress, Response.json(state));
        return;
      } catch {
        // The next file goes.
      }
    }
  }

  /** The first pause before a file is asked for again, and the longest, in milliseconds. */
  const firstPause = 30_000;
  const longestPause = 86_400_000;

  /** Stores files, a few at a time: a phone would rather not be asked for all of them at once. */
  async function store(cache: Cache, state: State, paths: readonly string[], tell: (done: number) => void = () => {}) {
    const left = [...paths];
    let done = 0;
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let file = left.shift(); file !== undefined && !state.full; file = left.shift()) {
          await storeOne(cache, state, file);
          done += 1;
          tell(done);
        }
      }),
    );
    await writeState(cache, state, paths);
  }

  async function storeOne(cache: Cache, state: State, file: string): Promise<void> {
    try {
      const answer = await fetch(new Request(addressOf(file), { cache: 'no-cache' }));
      if (answer.status !== 200) throw new Error(`${file}: ${answer.status}`);
      await cache.put(addressOf(file), answer);
      delete state.failed[file];
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') state.full = true;
      const tries = (state.failed[file]?.tries ?? 0) + 1;
      state.failed[file] = { tries, next: Date.now() + Math.min(firstPause * 2 ** (tries - 1), longestPause) };
    }
  }

  /** Asks again for what could not be had, where its pause is over. */
  async function tryAgain(): Promise<void> {
    if (!(await caches.has(current))) return;
    const cache = await caches.open(current);
    const state = await readState(cache);
    const due = Object.entries(state.failed).filter(([, { next }]) => next <= Date.now());
    if (due.length > 0 && !state.full)
      await store(
        cache,
        state,
        due.map(([file]) => file),
      );
  }

  const pathsOf = (files: typeof stored.core) => files.map(([file]) => file);

  /** Stores the rest, telling how far it is. */
  async function storeAll(port: MessagePort | undefined): Promise<void> {
    const cache = await caches.open(current);
    const state = { ...(await readState(cache)), all: true, full: false };
    const missing: string[] = [];
    for (const file of pathsOf([...stored.core, ...stored.rest]))
      if (!(await cache.match(addressOf(file)))) missing.push(file);
    await store(cache, state, missing, (done) => port?.postMessage({ done, of: missing.length }));
    port?.postMessage({ done: missing.length, of: missing.length, isEnd: true });
  }

  worker.addEventListener('install', (event) => {
    event.waitUntil(
      (async () => {
        const old = (await caches.keys()).filter((name) => name.startsWith(own) && name !== current);
        const states = await Promise.all(old.map(async (name) => readState(await caches.open(name))));
        const cache = await caches.open(current);
        const state: State = { all: states.some(({ all }) => all), full: false, failed: {} };
        await store(cache, state, pathsOf(state.all ? [...stored.core, ...stored.rest] : stored.core));
        // Nothing could be had: the browser begins anew with the next page.
        if (stored.core.length > 0 && stored.core.every(([file]) => file in state.failed)) {
          await caches.delete(current);
          throw new Error('nothing could be stored');
        }
      })(),
    );
  });

  worker.addEventListener('activate', (event) => {
    event.waitUntil(
      (async () => {
        const old = (await caches.keys()).filter((one) => one.startsWith(own) && one !== current);
        await Promise.all(old.map((one) => caches.delete(one)));
        await worker.clients.claim();
      })(),
    );
  });

  worker.addEventListener('message', (event) => {
    if (event.data === 'take over') void worker.skipWaiting();
    if (event.data === 'store all') event.waitUntil(storeAll(event.ports[0]));
  });

  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
    event.respondWith(answer(request));
    if (request.mode === 'navigate') event.waitUntil(tryAgain());
  });

  async function answer(request: Request): Promise<Response> {
    const address = new URL(request.url);
    address.search = '';
    address.hash = '';
    // Where there is no network, pages ask here what there is to store.
    if (address.href === `${scope}.storable`) return Response.json(stored);
    if (address.pathname.endsWith('/')) address.pathname += 'index.html';
    // What the reader removed is not made again by a page that is still open.
    const cache = (await caches.has(current)) ? await caches.open(current) : undefined;
    const found = (await cache?.match(address)) ?? (await cache?.match(`${address.href}/index.html`));
    const range = request.headers.get('range');
    if (found) return range === null ? found : partOf(found, range);
    try {
      const fresh = await fetch(request);
      if (cache && !stored.isWhole && fresh.status === 200) await cache.put(address, fresh.clone()).catch(() => {});
      return fresh;
    } catch (error) {
      if (request.mode === 'navigate') return notStored(address);
      throw error;
    }
  }

  /** The part of a stored file that was asked for (RFC 9110, section 14); the whole file where the range cannot be read. */
  async function partOf(whole: Response, range: string): Promise<Response> {
    const match = /^bytes=(\d*)-(\d*)$/.exec(range);
    const [, from = '', to = ''] = match ?? [];
    if (from === '' && to === '') return whole;
    const body = await whole.blob();
    const first = from === '' ? Math.max(body.size - Number(to), 0) : Number(from);
    const last = from === '' || to === '' ? body.size - 1 : Math.min(Number(to), body.size - 1);
    const headers = new Headers(whole.headers);
    if (first > last) {
      headers.set('Content-Range', `bytes */${body.size}`);
      return new Response(null, { status: 416, statusText: 'Range Not Satisfiable', headers });
    }
    headers.set('Content-Range', `bytes ${first}-${last}/${body.size}`);
    headers.set('Content-Length', String(last - first + 1));
    return new Response(body.slice(first, last + 1), { status: 206, statusText: 'Partial Content', headers });
  }

  /** What is said of a page that is not stored, in its language, while there is no network. */
  function notStored(address: URL): Response {
    // The language of the root comes first; each other has its tag before its pages.
    const [root = '', ...others] = Object.keys(stored.missing);
    const below = address.href.slice(scope.length);
    const language = others.find((one) => below.startsWith(`${one}/`)) ?? root;
    const { dir, title, text } = stored.missing[language] ?? { dir: 'ltr', title: '', text: '' };
    // The way home, and to what is stored, in every language.
    const ways = ['', ...others.map((one) => `${one}/`)].flatMap((folder) => [
      `${folder}index.html`,
      ...pathsOf(stored.core).filter(
        (file) => file.startsWith(`${folder}articles/`) && /\/\d+\.\d+\.\d+\/index\.html$/.test(file),
      ),
    ]);
    const links = ways.map((file) => `<li><a href="${addressOf(file)}">${file.replace(/index\.html$/, '') || '/'}</a>`);
    const page = `<!doctype html><html lang="${language}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p><ul dir="ltr">${links.join('')}</ul></html>`;
    return new Response(page, {
      status: 503,
      statusText: 'Service Unavailable',
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  }
}
