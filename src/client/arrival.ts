/** Who comes to a passage: what is folded there is opened, and what was searched for is marked in it. */
import { loadScript } from './load-script.ts';

/** Opens the abstract that a link leads to: its anchor is on what holds the folded text, and no browser opens that by itself. */
export function openArrival(): void {
  const open = () => document.getElementById(fragment())?.querySelector(':scope > .other')?.setAttribute('open', '');
  addEventListener('hashchange', open);
  open();
}

/** Loads what marks the words, where a search led here. */
export function markArrival(): void {
  const { marks } = document.documentElement.dataset;
  if (marks === undefined || location.hash === '' || !new URLSearchParams(location.search).get('q')) return;
  // Without it the passage is there all the same.
  loadScript(new URL(marks, location.href)).catch(() => {});
}

/** The anchor in the address. */
export function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
