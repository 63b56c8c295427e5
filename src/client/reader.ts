/**
 * What a script adds to a page that works without it. On a server the address bar shows the page's folder, not the
 * `index.html` that links must name so that they work from a disk.
 */
const indexFile = /\/index\.html$/;

if (location.protocol.startsWith('http') && indexFile.test(location.pathname)) {
  history.replaceState(null, '', location.pathname.replace(indexFile, '/') + location.search + location.hash);
}

/** Escape closes a note or an apparatus entry that opened in place, by its own link back to the text. */
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector<HTMLElement>('.opens:target');
  open?.querySelector<HTMLAnchorElement>('a.back')?.click();
});
