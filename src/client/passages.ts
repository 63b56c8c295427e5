/** References to a paragraph, or to the paragraphs of a selection, in a dialog. */
import { passageAt } from '../citing/parts.ts';
import { citePassage, type Passage, paragraphs, referenceLanguage, textFragment } from '../citing/passage.ts';
import { chooseReference } from './citing.ts';
import { copyButton, word } from './copy.ts';
import { placeUnder } from './popovers.ts';

export function citePassages(): void {
  const article = document.querySelector<HTMLElement>('article[data-address]');
  // The first two lists are those of the version: in a text, and in a list of works.
  const styles = [...document.querySelectorAll('details.cite dl.styles')].slice(0, 2);
  const body = document.querySelector('.body');
  if (!article || styles.length < 2 || !body) return;
  const { version = '', address = '' } = article.dataset;
  const template = document.createElement('div');
  template.append(...styles.map((list) => list.cloneNode(true)));
  // Addresses in one piece, which are looked for.
  for (const place of template.querySelectorAll('wbr')) place.remove();
  template.normalize();

  const dialog = document.createElement('dialog');
  dialog.className = 'citing';
  dialog.setAttribute('aria-label', word('cite-passage'));
  document.body.append(dialog);

  const open = (passage: Passage) => {
    const list = template.cloneNode(true) as HTMLElement;
    for (const reference of list.querySelectorAll<HTMLElement>('dd[data-passage]')) {
      const walker = document.createTreeWalker(reference, NodeFilter.SHOW_TEXT);
      for (const link of reference.querySelectorAll('a'))
        link.href = citePassage(link.href, 'en', version, address, passage);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        node.nodeValue = citePassage(node.nodeValue ?? '', reference.lang, version, address, passage);
      }
    }
    chooseReference(list);
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = word('close');
    close.addEventListener('click', () => dialog.close());
    const link = copyButton(word('copy-link'), () => ({ text: `${address}#${passage.anchor}` }));
    const actions = document.createElement('div');
    actions.className = 'actions';
    actions.append(link);
    if (quotation) {
      const language = referenceLanguage(document.documentElement.lang);
      const cited = list.querySelector(`[data-style="in-text-${language}"]`)?.textContent;
      const text = `${quotation} ${cited}\n${addressOf(passage)}`;
      actions.append(copyButton(word('copy-quotation'), () => ({ text })));
    }
    actions.append(close);
    dialog.replaceChildren(actions, list);
    dialog.showModal();
  };

  const offer = document.createElement('div');
  offer.className = 'popup passage';
  offer.popover = 'auto';
  let offered = paragraphs(1);
  /** Of a selection: its words between quotation marks, and the end of the address that leads to them. */
  let quotation = '';
  let fragment = '';
  const addressOf = (passage: Passage) => `${address}#${passage.anchor}${fragment}`;
  let isOfSelection = false;
  const cite = document.createElement('button');
  cite.type = 'button';
  cite.className = 'offer';
  cite.textContent = word('cite-passage');
  cite.addEventListener('click', () => {
    hide();
    open(offered);
  });
  offer.append(
    copyButton(word('copy-link'), () => ({ text: addressOf(offered) })),
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

  followSelection(offer, (selection) => {
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    const numbers = range?.collapsed === false && body.contains(range.startContainer) ? paragraphsIn(body, range) : [];
    const [first] = numbers;
    const last = numbers.at(-1);
    if (!selection || !range || first === undefined || last === undefined) {
      if (isOfSelection) hide();
      return;
    }
    isOfSelection = true;
    quotation = word('quoted').replace('…', quoted(range));
    fragment = textFragment(`${range}`);
    // Where the reader let go.
    const rects = [...range.getClientRects()];
    const isBackward = selection.focusNode === range.startContainer && selection.focusOffset === range.startOffset;
    show(paragraphs(first, last), (isBackward ? rects[0] : rects.at(-1)) ?? range.getBoundingClientRect());
  });

  // The number of a paragraph, the label of a figure, stays a plain link; followed, it offers to copy its address and to cite.
  body.addEventListener('click', (event) => {
    const number = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.pn, a.at') : null;
    if (!number || !(event instanceof MouseEvent)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // Who came by keyboard goes on by keyboard; Escape is to lead back to the number.
    const isKeyboard = number.matches(':focus-visible');
    // At once: what a link does by itself comes later in some browsers, and takes the focus from what has opened by then.
    event.preventDefault();
    location.hash = number.hash;
    isOfSelection = false;
    quotation = fragment = '';
    if (isKeyboard) number.focus({ preventScroll: true });
    show(passageOf(number), number.getBoundingClientRect());
    if (isKeyboard) offer.querySelector('button')?.focus();
  });
}

/** What is selected, without the marks of notes, as it is quoted. */
function quoted(range: Range): string {
  const content = range.cloneContents();
  for (const mark of content.querySelectorAll('.pn, sup')) mark.remove();
  return (content.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * Tells what is selected once it stands: with the pointer let go, or a moment after the last change where there is no pointer
 * (keyboard, the handles of a touch screen). A popover that opens while the pointer is down would be closed by its release
 * (https://github.com/whatwg/html/issues/12157).
 *
 * @param offer pressing it changes nothing
 */
function followSelection(offer: HTMLElement, tell: (selection: Selection | null) => void): void {
  let isDown = false;
  let isChanged = false;
  let isOnOffer = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    if (isDown || !isChanged || isOnOffer) return;
    timer = setTimeout(() => {
      isChanged = false;
      tell(getSelection());
    }, 100);
  };
  document.addEventListener('selectionchange', () => {
    isChanged = true;
    later();
  });
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      isDown = true;
      isChanged = false;
      isOnOffer = target instanceof Node && offer.contains(target);
    },
    true,
  );
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(
      end,
      () => {
        isDown = false;
        later();
      },
      true,
    );
  document.addEventListener('keydown', () => {
    isOnOffer = false;
  });
  // The selection stays while its offer is used.
  offer.addEventListener('mousedown', (event) => event.preventDefault());
}

/** What a permanent link leads to: a paragraph, or a part. */
const passageOf = ({ hash }: HTMLAnchorElement): Passage => passageAt(hash.slice(1));

/** The number of a paragraph. */
function numberOf(paragraph: Element | null | undefined): number | undefined {
  const id = paragraph?.id ?? '';
  return /^p\d+$/.test(id) ? Number(id.slice(1)) : undefined;
}

/** The numbers of the paragraphs of whose text a range holds something. */
function paragraphsIn(body: Element, range: Range): number[] {
  return [...body.querySelectorAll('p[id]')].flatMap((paragraph) => {
    const number = numberOf(paragraph);
    if (number === undefined || !range.intersectsNode(paragraph)) return [];
    const held = document.createRange();
    held.selectNodeContents(paragraph);
    if (range.compareBoundaryPoints(Range.START_TO_START, held) > 0)
      held.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, held) < 0) held.setEnd(range.endContainer, range.endOffset);
    return held.toString().trim() === '' ? [] : [number];
  });
}
