/**
 * Marks in a passage what was searched for. A script of its own, which the reader script loads where somebody comes from a search: how
 * words are compared is half as much again as all else that a page needs.
 */
import { ask, matchPassage, prepare } from '../search/match.ts';
import { readQuery } from '../search/query.ts';
import { fragment } from './arrival.ts';

function markArrival(): void {
  const typed = new URLSearchParams(location.search).get('q');
  const target = document.getElementById(fragment());
  if (!typed || !target) return;
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('.pn, sup, button')) nodes.push(node as Text);
  }
  let length = 0;
  let text = '';
  let block: Element | null | undefined;
  const places = nodes.map((node) => {
    // Words of two cells or paragraphs do not stand together.
    const own = node.parentElement?.closest('td, th, p, li, dd, figcaption, div');
    if (own !== block) {
      text += '\n';
      length += 1;
    }
    block = own;
    text += node.data;
    const start = length;
    length += node.data.length;
    return { node, start, end: length };
  });
  const match = matchPassage(ask(readQuery(typed)), prepare(text, '', target.closest<HTMLElement>('[lang]')?.lang));
  // From the end, so that what stands before a mark keeps its place.
  for (const { start, end } of [...(match?.ranges ?? [])].reverse()) {
    for (const place of [...places].reverse()) {
      const from = Math.max(start, place.start);
      const to = Math.min(end, place.end);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(place.node, from - place.start);
      range.setEnd(place.node, to - place.start);
      range.surroundContents(document.createElement('mark'));
    }
  }
  // What is folded is opened by the browser only for an anchor within it.
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  const show = () => target.querySelector('mark')?.scrollIntoView({ block: 'center' });
  show();
  // The browser's own way to the anchor comes later, and fonts move the text.
  addEventListener('load', () => setTimeout(show));
  void document.fonts.ready.then(show);
}

markArrival();
