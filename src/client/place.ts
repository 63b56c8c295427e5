/** Where the reader is in a text: the current section in the contents, the minutes left, the paragraph to come back to. */
import { wordsOfPage } from 'estenad:reading-words';
import { numberFormat } from './counted.ts';
import { placesKey } from './remembered.ts';
import { recall, remember } from './remembering.ts';

/** A line of the window: what has passed it from below is being read. */
const readingLine = () => innerHeight * 0.3;

/** How many texts are remembered; the one left longest ago is forgotten first. */
const mostPlaces = 50;

export function followReader(): void {
  const article = document.querySelector<HTMLElement>('article[data-address]');
  const contents = document.querySelector<HTMLElement>('.contents');
  const body = article?.querySelector<HTMLElement>('.body');
  if (!article || !contents || !body) return;
  const { address = '', minutes = '0' } = article.dataset;
  const words = wordsOfPage();
  const digits = numberFormat();
  const links = [...contents.querySelectorAll('a')];
  const sections = links.flatMap((link) => {
    const section = document.getElementById(link.hash.slice(1));
    return section ? [{ link, section }] : [];
  });
  const paragraphs = [...body.querySelectorAll<HTMLElement>('p[id]')];
  const here = contents.querySelector<HTMLElement>('.here');
  const left = contents.querySelector<HTMLElement>('.left');

  const list = contents.querySelector<HTMLElement>('.list');
  let shown: HTMLAnchorElement | undefined;
  /** Brings the current section into view where the list is longer than its frame; the page itself stays where it is. */
  const showCurrent = () => {
    if (!shown || !list) return;
    for (const frame of [contents, list]) {
      const outer = frame.getBoundingClientRect();
      const inner = shown.getBoundingClientRect();
      frame.scrollTop += Math.min(0, inner.top - outer.top) + Math.max(0, inner.bottom - outer.bottom);
    }
  };

  offerReturn(address, (number) => words.goOn(digits.format(number)));

  const look = () => {
    const line = readingLine();
    const passed = (element: HTMLElement) => element.getBoundingClientRect().top <= line;
    const current = sections.findLast(({ section }) => passed(section))?.link;
    for (const { link } of sections) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    // Once for each section: who moves the list is left alone.
    if (current !== shown) {
      shown = current;
      showCurrent();
    }
    const { top, height } = body.getBoundingClientRect();
    const read = Math.min(1, Math.max(0, (line - top) / Math.max(1, height - innerHeight + line)));
    contents.style.setProperty('--read', `${(read * 100).toFixed(1)}%`);
    if (here) {
      here.textContent = current?.textContent ?? '';
      here.lang = current?.closest<HTMLElement>('[lang]')?.lang ?? '';
    }
    if (left) {
      const rest = Math.ceil(Number(minutes) * (1 - read));
      left.textContent = rest > 0 ? words.left(digits.format(rest)) : '';
    }
    const last = paragraphs.findLast(passed);
    const places = recall(placesKey);
    const { [address]: _, ...others } = places;
    // The opening is found without help, and a text read to its end is begun anew.
    const place = read < 1 && last && paragraphs.indexOf(last) > 1 ? last.id : undefined;
    if (scrollY > 0 && place !== places[address])
      remember(
        placesKey,
        Object.fromEntries([...Object.entries(others).slice(1 - mostPlaces), ...(place ? [[address, place]] : [])]),
      );
  };

  let isWaiting = false;
  const later = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      look();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  look();

  // On a phone the contents lie over the text: they close when they have led somewhere, and when the focus leaves them.
  const close = () => {
    if (list?.matches(':popover-open')) list.hidePopover();
  };
  list?.addEventListener('toggle', showCurrent);
  list?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) close();
  });
  list?.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !contents.contains(relatedTarget)) close();
  });
}

/** Offers to go on where the text was left, to who comes to its beginning. */
function offerReturn(address: string, label: (paragraph: number) => string): void {
  const id = recall(placesKey)[address] ?? '';
  if (location.hash !== '' || scrollY > 0 || !/^p\d+$/.test(id) || !document.getElementById(id)) return;
  const bar = document.createElement('p');
  bar.className = 'update resume';
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.textContent = label(Number(id.slice(1)));
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = wordsOfPage().close;
  bar.append(link, ' ', close);
  const remove = () => {
    bar.remove();
    removeEventListener('scroll', onScroll);
  };
  const onScroll = () => {
    if (scrollY > innerHeight) remove();
  };
  bar.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a, button')) remove();
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') remove();
  });
  addEventListener('scroll', onScroll, { passive: true });
  document.querySelector('main')?.prepend(bar);
}
