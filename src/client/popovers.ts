/** A card with the reference, the note or the apparatus entry that a link leads to, while the link is hovered or focused. */

const links = 'a.citation, a.note, a.reading, a.doubt, a.remark';
const delay = 200;

/** Puts an element under another, or above it where it does not fit there. */
export function placeUnder(element: HTMLElement, anchor: DOMRect): void {
  const width = document.documentElement.clientWidth;
  const left = Math.min(
    Math.max(16, anchor.left + anchor.width / 2 - element.offsetWidth / 2),
    width - element.offsetWidth - 16,
  );
  const below = anchor.bottom + 8;
  const above = anchor.top - element.offsetHeight - 8;
  const beside = below + element.offsetHeight > innerHeight && above > 0 ? above : below;
  // What it belongs to may be outside the window, as the end of a long selection; what is in sight is never covered.
  const isSeen = anchor.bottom > 0 && anchor.top < innerHeight;
  const top = isSeen ? beside : Math.max(8, Math.min(beside, innerHeight - element.offsetHeight - 8));
  element.style.left = `${left + scrollX}px`;
  element.style.top = `${top + scrollY}px`;
}

export function showCards(): void {
  const card = document.createElement('div');
  card.id = 'card';
  card.className = 'popup';
  card.popover = 'manual';
  card.role = 'tooltip';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Element | null = null;

  const hide = () => {
    clearTimeout(timer);
    if (card.isConnected && card.matches(':popover-open')) card.hidePopover();
    current?.removeAttribute('aria-describedby');
    current = null;
  };
  const show = (link: HTMLAnchorElement) => {
    const target = document.getElementById(link.hash.slice(1));
    if (!target || target.matches(':target')) return;
    hide();
    const copies = [...target.childNodes]
      .filter((node) => !(node instanceof Element && node.matches('a.back, button')))
      .map((node) => node.cloneNode(true));
    card.replaceChildren(...copies);
    card.lang = target.closest<HTMLElement>('[lang]')?.lang ?? '';
    card.dir = getComputedStyle(target).direction;
    document.body.append(card);
    card.showPopover();
    placeUnder(card, link.getClientRects()[0] ?? link.getBoundingClientRect());
    link.setAttribute('aria-describedby', card.id);
    current = link;
  };
  const linkOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(links) : null;
  const later = (action: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  document.addEventListener('pointerover', (event) => {
    // A finger does not hover: its tap opens the entry at the foot of the page.
    if (event.pointerType === 'touch') return;
    // The card of a link that the keyboard has reached stays while the page moves under a resting pointer (WCAG 1.4.13).
    if (current?.matches(':focus-visible')) return;
    const link = linkOf(event);
    if (link) later(() => show(link));
    else if (event.target instanceof Element && card.contains(event.target)) clearTimeout(timer);
    else if (current) later(hide);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) show(link);
    else hide();
  });
  document.addEventListener('click', (event) => {
    if (linkOf(event)) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
}
