/** Addresses as text: where a line may end in one, and how a short one stands for it. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** Behind each slash but those of the scheme and the last. */
const places = /(?<=[^/:]\/)(?=[^/])/;

/** An address of which a line may end behind each slash: browsers would break it in the middle of a word. */
export const breakable = (address: string): ElementContent[] =>
  address
    .split(places)
    .flatMap((piece, index): ElementContent[] => [...(index > 0 ? [h('wbr')] : []), { type: 'text', value: piece }]);

/** The same in a piece of HTML, for each link whose text is an address. */
export const markBreaks = (html: string): string =>
  html.replace(
    /(<a\b[^>]*>)(https?:\/\/[^<]+)(?=<\/a>)/g,
    (_, tag: string, address: string) => tag + address.split(places).join('<wbr>'),
  );

/** A link that shows the host alone. On paper the whole address is printed behind it (styles/print.css). */
export const hostLink = (address: string): ElementContent =>
  h('a', { href: address }, h('bdi', { dir: 'ltr' }, new URL(address).host.replace(/^www\./, '')));
