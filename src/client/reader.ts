/**
 * What a script adds to pages that work without it: cards beside citations and notes, notes in the margin, buttons that copy, references to
 * passages, filters, display settings, where the reader is. It makes elements, never markup from text.
 */

import { markArrival, openArrival } from './arrival.ts';
import { offerStyles } from './citing.ts';
import { filterLists } from './filters.ts';
import { bringFaces } from './folder-faces.ts';
import { setMargin } from './margin.ts';
import { closeNotes } from './notes.ts';
import { storeEdition } from './offline.ts';
import { citePassages } from './passages.ts';
import { followReader } from './place.ts';
import { showCards } from './popovers.ts';
import { offerSettings } from './settings.ts';

const indexFile = /\/index\.html$/;

// On a server the address bar shows the page's folder, not the file that links must name so that they work from a disk.
if (location.protocol.startsWith('http') && indexFile.test(location.pathname)) {
  history.replaceState(null, '', location.pathname.replace(indexFile, '/') + location.search + location.hash);
}

// A slash leads to the search field of the header, unless something is being written or the reader wants no such key.
document.addEventListener('keydown', (event) => {
  if (document.documentElement.dataset['keys'] === 'off') return;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>('input[type=search]')?.focus();
});

closeNotes();
filterLists();
openArrival();
markArrival();
// What nobody sees at first comes after the first paint. To ask before it where something stands would lay the text out twice.
// Each is a task of its own, between which a slow phone answers its reader.
const later = [
  offerSettings,
  showCards,
  offerStyles,
  citePassages,
  followReader,
  setMargin,
  bringFaces,
  storeEdition,
] as const;
requestAnimationFrame(() => {
  for (const start of later) setTimeout(start);
});
