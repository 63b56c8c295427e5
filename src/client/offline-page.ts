/** The page that tells what is stored, stores more, and removes it. */
import { counted, numberFormat } from './counted.ts';
import { type Storable, sayWish, scopeOf, storable, storedNames } from './stored.ts';
import { scriptAddress } from './trusted.ts';

const place = document.querySelector<HTMLElement>('[data-stored]');
if (place) {
  const canStore = 'serviceWorker' in navigator && 'caches' in globalThis && location.protocol.startsWith('http');
  if (!canStore) place.textContent = place.dataset['impossible'] ?? '';
  else void tell(place);
}

const digits = numberFormat({ maximumFractionDigits: 1 });
const megabytes = (files: Storable['core']) =>
  digits.format(files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1_000_000);

/** What is remembered beside the files (the service worker's `State`). */
interface State {
  readonly full: boolean;
  readonly failed: Readonly<Record<string, unknown>>;
}

/** Says what is stored, and offers what can be done. */
async function tell(place: HTMLElement): Promise<void> {
  const { stored = '', none = '', remove = '', store = '', all = '', failed = '', full = '' } = place.dataset;
  const names = await storedNames();
  const { core, rest } = await storable().catch((): Storable => ({ digest: '', core: [], rest: [] }));
  const held = new Set<string>();
  let state: State | undefined;
  for (const name of names) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) held.add(url);
    state = (await (await cache.match(`${scopeOf()}.stored`))?.json()) ?? state;
  }
  const isHeld = ([path]: readonly [string, number]) => held.has(scopeOf() + path);
  const here = [...core, ...rest].filter(isHeld);
  const missing = [...core, ...rest].filter((file) => !isHeld(file));
  const said = here.length === 0 ? none : counted(stored, here.length, digits).replace('##', megabytes(here));
  const nodes: (Node | string)[] = [said];
  const lost = Object.keys(state?.failed ?? {}).length;
  if (state?.full) nodes.push(' ', full);
  else if (lost > 0) nodes.push(' ', counted(failed, lost, digits));
  if (here.length === 0)
    nodes.push(
      ' ',
      button(store.replace('#', megabytes(core)), () => storeCore(place)),
    );
  else {
    if (missing.length > 0)
      nodes.push(
        ' ',
        button(all.replace('#', megabytes(missing)), () => storeRest(place)),
      );
    nodes.push(
      ' ',
      button(remove, () => removeAll(place)),
    );
  }
  place.replaceChildren(...nodes);
}

function button(text: string, act: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => {
    made.disabled = true;
    void act();
  });
  return made;
}

async function storeCore(place: HTMLElement): Promise<void> {
  sayWish('yes');
  const registration = await navigator.serviceWorker.register(scriptAddress(`${scopeOf()}service-worker.js`));
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (worker === null || worker.state === 'activated' || worker.state === 'redundant') resolve();
    };
    worker?.addEventListener('statechange', look);
    look();
  });
  await tell(place);
}

async function storeRest(place: HTMLElement): Promise<void> {
  sayWish('yes');
  const { storing = '' } = place.dataset;
  const { active } = await navigator.serviceWorker.ready;
  const bar = document.createElement('progress');
  const text = document.createElement('span');
  place.replaceChildren(bar, ' ', text);
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<{ done: number; of: number; isEnd?: boolean }>) => {
      bar.max = data.of;
      bar.value = data.done;
      text.textContent = counted(storing, data.of, digits).replace('##', digits.format(data.done));
      if (data.isEnd) resolve();
    };
    active?.postMessage('store all', [port2]);
  });
  await tell(place);
}

/** Removes what is stored, and remembers that it is not wanted. */
async function removeAll(place: HTMLElement): Promise<void> {
  sayWish('no');
  const registration = await navigator.serviceWorker.getRegistration(scopeOf());
  await registration?.unregister();
  await Promise.all((await storedNames()).map((name) => caches.delete(name)));
  await tell(place);
}
