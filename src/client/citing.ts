/** A panel of references, which shows one of them at a time: what is cited and in which style is chosen, and remembered. */

import { wordsOfPage } from 'estenad:reading-words';
import { firstStyle } from '../bibliography/citation-styles.ts';
import { sayConsulted } from '../citing/consulted.ts';
import { copiedReference, copyButton, word } from './copy.ts';
import { citingKey } from './remembered.ts';
import { recall, remember } from './remembering.ts';

/** What can be cited: its name, its lists of references, and what else belongs to it alone. */
interface Cited {
  readonly name: string;
  readonly lists: readonly HTMLElement[];
  readonly beside: readonly HTMLElement[];
}

/** Gives each panel of references its choices; a closed one when it is opened, as a page may have a hundred. */
export function offerStyles(): void {
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.cite')) {
    const offer = () => {
      if (panel.open && !panel.querySelector('.choice')) chooseReference(panel);
    };
    panel.addEventListener('toggle', offer);
    offer();
  }
}

/**
 * Shows one reference of a panel, with what chooses it and the one button that copies it before the first.
 *
 * @param panel lists of references (`dl.styles`); where headings stand between them, each heading says what the next ones cite
 */
export function chooseReference(panel: HTMLElement): void {
  const words = wordsOfPage();
  const all = citedIn(panel);
  const [first] = all;
  const before = first?.beside[0] ?? first?.lists[0];
  if (!first || !before) return;
  const stored = recall(citingKey);
  let cited = all.find((_, index) => String(index) === stored['cited']) ?? first;
  let shown: HTMLElement | undefined;

  const what = select(words.cited);
  what.append(...all.map(({ name }, index) => option(String(index), name)));
  what.value = String(all.indexOf(cited));
  const style = select(words.style);
  const referencesOf = ({ lists }: Cited) => lists.flatMap((list) => [...list.querySelectorAll('dd')]);
  const show = () => {
    const references = referencesOf(cited);
    const known = (id: string | undefined) => references.find((one) => one.dataset['style'] === id);
    shown = known(stored['style']) ?? known(firstStyle(document.documentElement.lang)) ?? references[0];
    style.replaceChildren(
      ...references.map((one) => option(one.dataset['style'] ?? '', one.previousElementSibling?.textContent ?? '')),
    );
    style.value = shown?.dataset['style'] ?? '';
    if (shown) {
      breakAddresses(shown);
      consult(shown);
    }
    for (const other of all) {
      for (const one of other.beside) one.hidden = other !== cited || /^H\d$/.test(one.tagName);
      for (const list of other.lists) {
        list.hidden = !list.contains(shown ?? null);
        for (const row of list.children) (row as HTMLElement).hidden = row !== shown;
      }
    }
  };
  const choose = (name: 'cited' | 'style', value: string) => {
    stored[name] = value;
    remember(citingKey, stored);
    show();
  };
  what.addEventListener('change', () => {
    cited = all[Number(what.value)] ?? first;
    choose('cited', what.value);
  });
  style.addEventListener('change', () => choose('style', style.value));
  show();

  const choice = document.createElement('div');
  choice.className = 'choice';
  const copy = copyButton(word('copy'), () => (shown ? copiedReference(shown) : { text: '' }));
  choice.append(...(all.length > 1 ? [what] : []), style, copy);
  before.before(choice);
}

/** What the lists of a panel cite, by the headings between them. */
function citedIn(panel: HTMLElement): Cited[] {
  const all: { name: string; lists: HTMLElement[]; beside: HTMLElement[] }[] = [];
  for (const one of panel.querySelectorAll<HTMLElement>('dl.styles, h2, .works-files')) {
    if (one.tagName === 'H2') all.push({ name: one.textContent ?? '', lists: [], beside: [one] });
    else if (one.tagName === 'DL') {
      if (all.length === 0) all.push({ name: '', lists: [], beside: [] });
      all.at(-1)?.lists.push(one);
    } else all.at(-1)?.beside.push(one);
  }
  return all.filter(({ lists }) => lists.length > 0);
}

/** Says, where the style asks for it, that the page was consulted today. */
function consult(reference: HTMLElement): void {
  for (const place of reference.querySelectorAll<HTMLElement>('.consulted')) {
    place.textContent = sayConsulted(place.dataset['form'] ?? '', new Date());
    place.hidden = false;
  }
}

/** Lets a line end behind each slash of the addresses in a reference, once. */
function breakAddresses(reference: HTMLElement): void {
  for (const link of reference.querySelectorAll('a:not(:has(wbr))')) {
    const [first = '', ...rest] = (link.textContent ?? '').split(/(?<=[^/:]\/)(?=[^/])/);
    link.replaceChildren(first, ...rest.flatMap((piece) => [document.createElement('wbr'), piece]));
  }
}

function select(label: string): HTMLSelectElement {
  const element = document.createElement('select');
  element.setAttribute('aria-label', label);
  return element;
}

function option(value: string, text: string): HTMLOptionElement {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}
