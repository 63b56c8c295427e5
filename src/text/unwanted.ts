/** Characters that no text of an edition may hold. An editor does not show them, so that each is named by its number. */
import { unprintable } from './printable.ts';

/** A character that has no place in a text, and where it stands. */
export interface Unwanted {
  /** UTF-16 offset. */
  readonly index: number;
  /** `U+202E, a direction control character` */
  readonly what: string;
  readonly fix: string;
}

/**
 * The directional formatting characters (UAX #9, section 2). One that is left open turns round what follows it, wherever the text
 * is shown. The program isolates runs of another direction by markup instead (UAX #9, section 6.3).
 */
const directional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const kinds: readonly { readonly form: RegExp; readonly name: string; readonly fix: string }[] = [
  {
    form: directional,
    name: 'a direction control character',
    fix: 'remove it: pages and exports isolate text of the other direction themselves',
  },
  { form: /\ufeff/u, name: 'a byte order mark (BOM)', fix: 'remove it: save the file as UTF-8 without BOM' },
  {
    form: new RegExp(`${unprintable.source}|\\p{Noncharacter_Code_Point}`, 'u'),
    name: 'a control character or noncharacter',
    fix: 'remove it: no page and no XML may hold it',
  },
];

/** The first character of a text that has no place in one; nothing if there is none. */
export function unwantedIn(text: string): Unwanted | undefined {
  const [found] = kinds
    .map((kind) => ({ ...kind, index: text.search(kind.form) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index);
  if (!found) return undefined;
  const number = (text.codePointAt(found.index) as number).toString(16).toUpperCase().padStart(4, '0');
  return { index: found.index, what: `U+${number}, ${found.name}`, fix: found.fix };
}
