/**
 * Notes, apparatus entries and works that their links open over the foot of the page (`.opens:target`). A link back to the text
 * closes one with no script; the script adds a button, Escape and a click outside, and keeps the page where it is.
 */
import { readingStrings } from '../locales/index.ts';

export function closeNotes(): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'close';
  button.textContent = readingStrings[document.documentElement.lang === 'en' ? 'en' : 'fa'].close;

  const openNote = () => document.querySelector<HTMLElement>('.opens:target');
  const backOf = (note: HTMLElement | null) => note?.querySelector<HTMLAnchorElement>('a.back') ?? null;
  const markOf = (note: HTMLElement | null) => document.getElementById(backOf(note)?.hash.slice(1) ?? '');

  const close = () => {
    const note = openNote();
    const back = backOf(note);
    if (!back) return;
    const mark = markOf(note);
    const { scrollX: left, scrollY: top } = window;
    // Only a new fragment ends `:target`; it would move the page to the mark.
    location.hash = back.hash;
    scrollTo(left, top);
    mark?.focus({ preventScroll: true });
  };
  const meet = () => {
    const note = openNote();
    if (note) note.prepend(button);
    else button.remove();
  };

  button.addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  document.addEventListener('click', (event) => {
    const note = openNote();
    if (!note || !(event.target instanceof Element)) return;
    const isInside = note.contains(event.target);
    if (
      isInside ? event.target.closest('a.back') : !event.target.closest('a, button, input, select, summary, .popup')
    ) {
      event.preventDefault();
      close();
    }
  });
  addEventListener('hashchange', meet);
  // The target of an address is known when the page stands.
  addEventListener('load', () => {
    meet();
    // Who comes from elsewhere finds the note beside its mark; who comes back is where they were.
    if (scrollY === 0) markOf(openNote())?.scrollIntoView({ block: 'center' });
  });
}
