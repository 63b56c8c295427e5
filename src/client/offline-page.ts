/** The page that tells what is stored, and removes it. */

const place = document.querySelector<HTMLElement>('[data-stored]');
if (place) void tell(place);

async function tell(place: HTMLElement): Promise<void> {
  const { stored = '', none = '', impossible = '', remove = '' } = place.dataset;
  if (!('serviceWorker' in navigator) || !('caches' in globalThis) || !location.protocol.startsWith('http')) {
    place.textContent = impossible;
    return;
  }
  const scope = new URL(document.documentElement.dataset['root'] ?? '', location.href).href;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const names = (await caches.keys()).filter((name) => name.startsWith(`estenad-${scope}-`));
  if (!registration || names.length === 0) {
    place.textContent = none;
    return;
  }
  let files = 0;
  let bytes = 0;
  for (const name of names) {
    const cache = await caches.open(name);
    for (const response of await cache.matchAll()) {
      files += 1;
      bytes += (await response.blob()).size;
    }
  }
  const digits = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = remove;
  button.addEventListener('click', async () => {
    await registration.unregister();
    await Promise.all(names.map((name) => caches.delete(name)));
    place.textContent = none;
  });
  place.replaceChildren(
    stored.replace('#', digits.format(files)).replace('#', digits.format(bytes / 1_000_000)),
    ' ',
    button,
  );
}
