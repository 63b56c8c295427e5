/** What is stored of the edition in this browser, and what the reader wants stored. */

/** What there is to store, as the service worker names it. */
export interface Storable {
  readonly digest: string;
  readonly core: readonly (readonly [path: string, bytes: number])[];
  readonly rest: readonly (readonly [path: string, bytes: number])[];
}

export const scopeOf = (): string => new URL(document.documentElement.dataset['root'] ?? '', location.href).href;

const key = () => `estenad-offline-${scopeOf()}`;

/** What the reader said: to store, or not to; nothing yet. */
function wish(): 'yes' | 'no' | undefined {
  try {
    const said = localStorage.getItem(key());
    return said === 'yes' || said === 'no' ? said : undefined;
  } catch {
    return undefined;
  }
}

export function sayWish(said: 'yes' | 'no'): void {
  try {
    localStorage.setItem(key(), said);
  } catch {
    // Not remembered: it holds for this page.
  }
}

/** Whether the core is stored unasked: not if the reader removed it, nor if the browser is to save data (Network Information API). */
export function mayStore(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return wish() === 'yes' || (wish() === undefined && connection?.saveData !== true);
}

/** The names of what is stored of this edition. */
export const storedNames = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(`estenad-${scopeOf()}-`));

/** What there is to store: as the service worker says, or, before one has the page, as its first line does. */
export async function storable(): Promise<Storable> {
  const said = navigator.serviceWorker.controller ? await fetch(`${scopeOf()}.storable`) : undefined;
  if (said?.ok) return said.json();
  const text = await (await fetch(`${scopeOf()}service-worker.js`)).text();
  const line = text.slice(0, text.indexOf('\n'));
  return JSON.parse(line.slice(line.indexOf('{'), line.lastIndexOf('}') + 1)) as Storable;
}
