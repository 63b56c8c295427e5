/**
 * Notes, apparatus entries and works that their links open over the foot of the page (`.opens:target`). A link back to the text
 * closes one with no script; the script adds a button, Escape, a click outside and Tab over its edge, and keeps the page where
 * it is. An open note is one step of the browser's history: Back closes it, and closing it otherwise goes that step back.
 */
import { wordsOfPage } from 'estenad:reading-words';

/** What the history remembers of a step at which a note is open: whether the step before it is this page without the note. */
type Step = 'opened here' | 'came from elsewhere';

export function closeNotes(): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'close';
  button.textContent = wordsOfPage().close;

  const openNote = () => document.querySelector<HTMLElement>('.opens:target');
  const backOf = (note: HTMLElement | null) => note?.querySelector<HTMLAnchorElement>('a.back') ?? null;
  /** The link that opened the note, or, for who came from elsewhere, the first one that leads to it. */
  let opener: HTMLElement | null = null;
  const markOf = (note: HTMLElement | null) => opener ?? document.getElementById(backOf(note)?.hash.slice(1) ?? '');
  const remember = (step: Step) => history.replaceState(step, '');

  let shown: HTMLElement | null = null;
  /** Where the page is to stay while a note is being closed. */
  let place: readonly [left: number, top: number] | undefined;

  const meet = () => {
    const note = openNote();
    if (note) {
      note.prepend(button);
      shown = note;
      return;
    }
    // Whoever closed it goes on at its mark; whoever followed a link from it is elsewhere already.
    if (place || shown?.contains(document.activeElement)) markOf(shown)?.focus({ preventScroll: true });
    if (place) scrollTo(...place);
    button.remove();
    place = undefined;
    opener = null;
    shown = null;
  };
  const close = () => {
    const note = openNote();
    const back = backOf(note);
    // The step back comes later: a second key must not go a second one.
    if (!back || place) return;
    shown = note;
    place = [scrollX, scrollY];
    // Only another fragment ends `:target`. A step that nothing is remembered of was made just now.
    if (history.state === ('came from elsewhere' satisfies Step)) location.replace(back.hash);
    else history.back();
  };

  button.addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    // Shift and Tab are a key without a name in WebKitGTK.
    const note = [event.key, event.code].includes('Tab') ? openNote() : null;
    if (!note) return;
    const stops = [...note.querySelectorAll<HTMLElement>('a[href], button')];
    const isAtEdge = event.shiftKey
      ? [note, stops[0]].includes(document.activeElement as HTMLElement)
      : document.activeElement === stops.at(-1);
    // The next stop would be the next note at the end of the page, far from where one reads.
    if (!isAtEdge) return;
    event.preventDefault();
    close();
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const note = openNote();
    const isInside = note?.contains(event.target) ?? false;
    const link = event.target.closest('a');
    const isHere = link?.hash && link.pathname === location.pathname;
    const target = isHere ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (link && target?.matches('.opens')) {
      if (!isInside) opener = link;
      if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // In the place of the one that is open, so that Back closes both.
      const step: Step = history.state ?? 'opened here';
      event.preventDefault();
      location.replace(link.hash);
      remember(step);
    } else if (
      note &&
      (isInside ? event.target.closest('a.back') : !event.target.closest('a, button, input, select, summary, .popup'))
    ) {
      event.preventDefault();
      close();
    }
  });
  addEventListener('hashchange', () => {
    if (openNote() && history.state === null) remember('opened here');
    meet();
  });
  // The target of an address is known when the page stands.
  addEventListener('load', () => {
    if (openNote() && history.state === null) remember('came from elsewhere');
    meet();
    // Who comes from elsewhere finds the note beside its mark; who comes back is where they were.
    // Without a note nothing is asked of the page, which would be laid out for the answer.
    if (openNote() && scrollY === 0) markOf(openNote())?.scrollIntoView({ block: 'center' });
  });
}
