/**
 * Notes, works and doubtful readings in the empty margin of a wide page, each beside the line that calls it. Style alone cannot
 * do it: what stands at the end of the page would have to stand in the text a second time. So the script sets copies, which
 * nobody but the eye meets (`inert`): whoever follows a mark comes to the note itself, as on a narrow page.
 */

const marks = 'a.note, a.citation, a.reading, a.doubt, a.remark';

/** Between two notes, in pixels. */
const gap = 8;

/** Sets the margin of each block of the text when it comes near the window; anew when the text is laid out anew. */
export function setMargin(): void {
  const body = document.querySelector<HTMLElement>('.body');
  if (!body) return;
  const blocks = [...body.children].filter((block): block is HTMLElement => block.querySelector(marks) !== null);
  const margins = new Map<HTMLElement, HTMLElement>();

  /** How far down the margin of the block before reaches. */
  const reachBefore = (block: HTMLElement): number =>
    margins.get(blocks[blocks.indexOf(block) - 1] as HTMLElement)?.getBoundingClientRect().bottom ??
    Number.NEGATIVE_INFINITY;
  const place = (block: HTMLElement) => {
    const margin = margins.get(block);
    if (!margin) return;
    // A figure has more space above it than the margin that stands before it.
    const { top } = margin.getBoundingClientRect();
    const { bottom } = block.getBoundingClientRect();
    const lines = linksOf(block).map((link) => (link.getClientRects()[0] ?? link.getBoundingClientRect()).top - top);
    const notes = [...margin.children] as HTMLElement[];
    const heights = notes.map((note) => note.offsetHeight);
    let free = Math.max(0, reachBefore(block) + gap - top);
    notes.forEach((note, index) => {
      const at = Math.max(free, lines[index] ?? 0);
      note.style.insetBlockStart = `${at}px`;
      free = at + (heights[index] ?? 0) + gap;
    });
    margin.style.blockSize = `${Math.max(0, free - gap)}px`;
    // What was set before the block above had its own may have to give way.
    const next = blocks[blocks.indexOf(block) + 1];
    if (next && margins.has(next) && free > bottom - top) place(next);
  };
  const near = new IntersectionObserver(
    (entries) => {
      const fresh = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target as HTMLElement);
      if (!hasMargin(body)) return;
      const missing = fresh.filter((block) => !margins.has(block));
      for (const block of missing) {
        const margin = marginOf(block);
        margins.set(block, margin);
        block.before(margin);
      }
      for (const block of missing) place(block);
    },
    { rootMargin: '50% 0px' },
  );

  let laidOut = '';
  const begin = () => {
    const now = [innerWidth, body.offsetWidth, body.offsetHeight].join();
    if (now === laidOut) return;
    laidOut = now;
    near.disconnect();
    for (const margin of margins.values()) margin.remove();
    margins.clear();
    for (const block of blocks) near.observe(block);
  };
  // Letters, faces and what is chosen for display change the text; a broader window may not, but there is a margin then.
  new ResizeObserver(begin).observe(body);
  addEventListener('resize', begin);
}

/** Whether there is room for a note beside the text: the style says how broad one is. */
const hasMargin = (body: HTMLElement): boolean => getComputedStyle(body).getPropertyValue('--margin').trim() !== '';

/** The marks of a block, the first of each that leads to the same place. */
const linksOf = (block: HTMLElement): HTMLAnchorElement[] => {
  const links = [...block.querySelectorAll<HTMLAnchorElement>(marks)].filter(({ hash }) =>
    document.getElementById(hash.slice(1)),
  );
  return links.filter((link, index) => links.findIndex(({ hash }) => hash === link.hash) === index);
};

function marginOf(block: HTMLElement): HTMLElement {
  const margin = document.createElement('div');
  margin.className = 'margin';
  margin.inert = true;
  margin.append(
    ...linksOf(block).map((link) => {
      const entry = document.getElementById(link.hash.slice(1)) as HTMLElement;
      const shown = entry.matches('.works > li') ? entry.querySelector('div') : entry;
      const note = document.createElement('div');
      note.lang = shown?.closest<HTMLElement>('[lang]')?.lang ?? '';
      note.dir = shown?.closest<HTMLElement>('[dir]')?.dir ?? '';
      if (link.matches('.note')) note.append(`${link.textContent} `);
      note.append(...[...(shown?.childNodes ?? [])].map((node) => node.cloneNode(true)));
      for (const link of note.querySelectorAll('.back, button')) link.remove();
      // An anchor stands once on a page.
      for (const anchor of note.querySelectorAll('[id]')) anchor.removeAttribute('id');
      return note;
    }),
  );
  return margin;
}
