/** References to a paragraph, or to the paragraphs of a selection, in a dialog. */
import { citePassage, type Passage } from '../citing/passage.ts';
import { addCopyButtons, copyButton, word } from './copy.ts';
import { placeUnder } from './popovers.ts';

export function citePassages(): void {
  const article = document.querySelector<HTMLElement>('article[data-address]');
  // The first two lists are those of the version: in a text, and in a list of works.
  const styles = [...document.querySelectorAll('details.cite dl.styles')].slice(0, 2);
  const body = document.querySelector('.body');
  if (!article || styles.length < 2 || !body) return;
  const { version = '', address = '' } = article.dataset;
  // Before the copy buttons were added to it.
  const template = document.createElement('div');
  template.append(...styles.map((list) => list.cloneNode(true)));
  for (const button of template.querySelectorAll('button')) button.remove();

  const dialog = document.createElement('dialog');
  dialog.className = 'citing';
  dialog.setAttribute('aria-label', word('cite-passage'));
  document.body.append(dialog);

  const open = (passage: Passage) => {
    const list = template.cloneNode(true) as HTMLElement;
    for (const reference of list.querySelectorAll<HTMLElement>('dd')) {
      const walker = document.createTreeWalker(reference, NodeFilter.SHOW_TEXT);
      for (const link of reference.querySelectorAll('a'))
        link.href = citePassage(link.href, 'en', version, address, passage);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        node.nodeValue = citePassage(
          node.nodeValue ?? '',
          reference.lang === 'fa' ? 'fa' : 'en',
          version,
          address,
          passage,
        );
      }
    }
    addCopyButtons(wrap(list));
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = word('close');
    close.addEventListener('click', () => dialog.close());
    const link = copyButton(word('copy-link'), () => `${address}#p${passage.first}`);
    const actions = document.createElement('div');
    actions.className = 'actions';
    actions.append(link, close);
    dialog.replaceChildren(actions, list);
    dialog.showModal();
  };

  const offer = document.createElement('div');
  offer.className = 'popup passage';
  offer.popover = 'auto';
  let offered: Passage = { first: 1, last: 1 };
  const cite = document.createElement('button');
  cite.type = 'button';
  cite.className = 'offer';
  cite.textContent = word('cite-passage');
  cite.addEventListener('click', () => {
    hide();
    open(offered);
  });
  offer.append(
    copyButton(word('copy-link'), () => `${address}#p${offered.first}`),
    ' ',
    cite,
  );
  document.body.append(offer);
  const show = (passage: Passage, rect: DOMRect) => {
    offered = passage;
    if (!offer.matches(':popover-open')) offer.showPopover();
    placeUnder(offer, rect);
  };
  const hide = () => {
    if (offer.matches(':popover-open')) offer.hidePopover();
  };

  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !body.contains(selection.anchorNode)) return hide();
    const numbers = [selection.anchorNode, selection.focusNode]
      .map(paragraphOf)
      .filter((number) => number !== undefined);
    const rect = selection.getRangeAt(0).getBoundingClientRect();
    if (numbers.length > 0) show({ first: Math.min(...numbers), last: Math.max(...numbers) }, rect);
  });

  // The number of a paragraph stays a plain link; once followed, it offers to copy its address and to cite.
  body.addEventListener('click', (event) => {
    const number = event.target instanceof Element ? event.target.closest<HTMLElement>('.pn') : null;
    const paragraph = paragraphOf(number);
    if (!number || paragraph === undefined) return;
    // Once the page has gone to the paragraph, so that the offer stands where the number then is.
    setTimeout(() => {
      // Who came by keyboard goes on by keyboard. Following the link took the focus off the number; Escape is to lead back to it.
      const isKeyboard = event instanceof UIEvent && event.detail === 0;
      if (isKeyboard) number.focus({ preventScroll: true });
      show({ first: paragraph, last: paragraph }, number.getBoundingClientRect());
      if (isKeyboard) offer.querySelector('button')?.focus();
    });
  });
}

function wrap(list: HTMLElement): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(list);
  return fragment;
}

/** The number of the paragraph that holds a node. */
function paragraphOf(node: Node | null): number | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const id = element?.closest('p[id]')?.id ?? '';
  return /^p\d+$/.test(id) ? Number(id.slice(1)) : undefined;
}
