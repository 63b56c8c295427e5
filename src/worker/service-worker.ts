/**
 * Keeps the edition for reading offline. Everything is stored when it is installed, or, of a large edition, what every page
 * needs, and each page when it is read, under a name that changes with the
 * edition; a newer state waits until the reader takes it, so that no page mixes two.
 *
 * The build puts `stored`, the list of files and their common digest, before this text; there are no imports.
 */
declare const stored: { readonly digest: string; readonly files: readonly string[]; readonly isWhole: boolean };

{
  const worker = self as unknown as ServiceWorkerGlobalScope;
  const prefix = 'estenad-';
  const current = `${prefix}${worker.registration.scope}-${stored.digest}`;

  worker.addEventListener('install', (event) => {
    event.waitUntil(
      (async () => {
        const cache = await caches.open(current);
        // A few at a time: a phone would rather not be asked for all of them at once.
        const files = [...stored.files];
        await Promise.all(
          Array.from({ length: 6 }, async () => {
            for (let file = files.shift(); file !== undefined; file = files.shift()) {
              await cache.add(new Request(new URL(file, worker.registration.scope), { cache: 'no-cache' }));
            }
          }),
        );
      })(),
    );
  });

  worker.addEventListener('activate', (event) => {
    event.waitUntil(
      (async () => {
        const own = `${prefix}${worker.registration.scope}-`;
        const old = (await caches.keys()).filter((one) => one.startsWith(own) && one !== current);
        await Promise.all(old.map((one) => caches.delete(one)));
        await worker.clients.claim();
      })(),
    );
  });

  worker.addEventListener('message', (event) => {
    if (event.data === 'take over') void worker.skipWaiting();
  });

  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
    event.respondWith(
      (async () => {
        const address = new URL(request.url);
        address.search = '';
        if (address.pathname.endsWith('/')) address.pathname += 'index.html';
        const cache = await caches.open(current);
        const found = (await cache.match(address)) ?? (await cache.match(`${address.href}/index.html`));
        if (found) return found;
        try {
          const answer = await fetch(request);
          if (!stored.isWhole && answer.status === 200) await cache.put(address, answer.clone());
          return answer;
        } catch (error) {
          const missing =
            request.mode === 'navigate' ? await cache.match(new URL('404.html', worker.registration.scope)) : undefined;
          if (missing) return missing;
          throw error;
        }
      })(),
    );
  });
}
