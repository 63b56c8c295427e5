/** Running text as the template takes it: a tree of data, in which text is text whatever it says. */
import type { Inline, TextStyle } from '../../edition/model.ts';
import { unhandled } from '../../exhaustive.ts';
import { unescapeXml } from '../../text/escape.ts';
import { baseOf, directionOf, type Said } from '../../text/languages.ts';
import { printable } from '../../text/printable.ts';
import { latinRuns } from '../../text/runs.ts';
import { canDraw, canDrawInCode, zwnjStandIn } from './fonts.ts';
import { formulaPieces, type MathPiece } from './formula.ts';

/** A piece of running text; `kind` names what the template does with it. */
export type Piece =
  | { readonly kind: 'text' | 'separator' | 'mark'; readonly text: string }
  /** The part of an address from its hyphen on: a line would else end with the hyphen, and extractors drop it there. */
  | { readonly kind: 'unbroken'; readonly text: string }
  /** A word of a table, which breaks between any two letters where its cell is narrower than the word. */
  | { readonly kind: 'word'; readonly text: string }
  /** A place at which a long word may go on in the next line. */
  | { readonly kind: 'break' }
  | { readonly kind: 'lineBreak' }
  | { readonly kind: 'formula'; readonly alt: string; readonly math: MathPiece }
  | { readonly kind: 'note'; readonly note: string; readonly call: number }
  | {
      readonly kind:
        | TextStyle
        | 'emphasis'
        | 'code'
        | 'foreign'
        | 'citation'
        | 'reading'
        | 'remark'
        | 'supplied'
        | 'link'
        | 'within'
        | 'tableNote'
        | 'file';
      readonly language?: string;
      readonly direction?: 'rtl' | 'ltr';
      readonly to?: string;
      readonly pieces: readonly Piece[];
    };

/** A word of this length is given places to break. */
const longWord = /(\S{29,})/;

/** A word that may be wider than a cell of a table. */
const cellWord = /([^\s./:,،]{6,})/;

/** A mark that stands inside a number as one of its digits does (UAX #9, W4); it is set in the Latin font: see `readable.ts`. */
const separators = /(?<=[0-9۰-۹٠-٩])([./:,،])(?=[0-9۰-۹٠-٩])/;

/**
 * Text as pieces. Characters that no font has are named by their number; U+FFFD stands for what cannot be printed; invisible
 * marks of direction, which a printed page cannot show, are left out.
 */
export const textPieces = (text: string, direction: 'rtl' | 'ltr' = 'rtl'): Piece[] =>
  spacedPieces(printable(text).replace(/\s+/g, ' '), direction);

/** The same of a line of code, whose spaces stay as they are; a tab is four. */
export const codePieces = (line: string): Piece[] =>
  spacedPieces(printable(line.replaceAll('\t', '    ')).replace(/\s/g, ' '), 'ltr', canDrawInCode);

function spacedPieces(text: string, direction: 'rtl' | 'ltr', isDrawn = canDraw): Piece[] {
  const clean = Array.from(text.normalize('NFC'), (character) => {
    if (character === '\u200c') return direction === 'rtl' ? zwnjStandIn : '';
    if (character === '\u200d') return character;
    if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(character)) return '';
    return isDrawn(character)
      ? character
      : `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
  const pieces: Piece[] = [];
  // Every second part of a split by a group is what the group matched.
  for (const [order, part] of clean.split(longWord).entries()) {
    for (const [index, fragment] of (order % 2 === 1 ? breakable(part) : [part]).entries()) {
      if (index > 0) pieces.push({ kind: 'break' });
      if (fragment.startsWith('-') && order % 2 === 1) {
        pieces.push({ kind: 'unbroken', text: fragment });
        continue;
      }
      const marks = direction === 'rtl' ? fragment.split(separators) : [fragment];
      for (const [place, text] of marks.entries()) {
        if (place % 2 === 1) pieces.push({ kind: 'separator', text });
        else if (text !== '') pieces.push({ kind: 'text', text });
      }
    }
  }
  return pieces;
}

/** Running text for the cell of a table: its longer words are pieces of their own. Elsewhere these would cost Typst much time. */
export const cellPieces = (inlines: readonly Inline[], direction: 'rtl' | 'ltr'): Piece[] =>
  withWords(inlinePieces(inlines, direction));

const withWords = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece): Piece[] => {
    if ('pieces' in piece) return [{ ...piece, pieces: withWords(piece.pieces) }];
    return piece.kind === 'text' ? wordPieces(piece.text) : [piece];
  });

const wordPieces = (text: string): Piece[] =>
  text
    .split(cellWord)
    .map((part, index) => ({ kind: index % 2 === 1 ? ('word' as const) : ('text' as const), text: part }))
    .filter((piece) => piece.text !== '');

/** The parts of a long word between which a line may end: of an address at its marks, else every few letters. */
function breakable(word: string): readonly string[] {
  return /^https?:/.test(word) ? word.split(/(?<=[/_?&=])(?=[^/])|(?=[.-])/) : (word.match(/.{1,12}/gsu) ?? []);
}

/** Text that can hold Latin runs, each isolated; for words that the model has as plain text. */
export function plainPieces(text: string, direction: 'rtl' | 'ltr' = 'rtl'): Piece[] {
  if (direction === 'ltr') return textPieces(text, 'ltr');
  const pieces: Piece[] = [];
  let position = 0;
  for (const { start, end } of latinRuns(text)) {
    pieces.push(...textPieces(text.slice(position, start)));
    pieces.push(addressPiece(text.slice(start, end)), ...returning(direction));
    position = end;
  }
  return [...pieces, ...textPieces(text.slice(position))];
}

/** What is said of a formula to who does not see it: its TeX, which says all of it and says it for sure. */
export const altOf = (tex: string): string => printable(tex).replace(/\s+/g, ' ').trim();

/** Running text as pieces. */
export function inlinePieces(inlines: readonly Inline[], direction: 'rtl' | 'ltr'): Piece[] {
  return inlines.flatMap((inline) => inlinePiece(inline, direction));
}

function inlinePiece(inline: Inline, direction: 'rtl' | 'ltr'): Piece[] {
  switch (inline.type) {
    case 'text':
      return textPieces(inline.value, direction);
    case 'code':
      return [{ kind: 'code', pieces: codePieces(inline.value) }, ...(direction === 'rtl' ? returning(direction) : [])];
    case 'formula':
      return [
        { kind: 'formula', alt: altOf(inline.tex), math: formulaPieces(inline.tex, false) },
        ...(direction === 'rtl' ? returning(direction) : []),
      ];
    case 'lineBreak':
      return [{ kind: 'lineBreak' }];
    case 'styled':
      return [{ kind: inline.style, pieces: inlinePieces(inline.children, direction) }];
    case 'tableNote':
      return [{ kind: 'tableNote', to: inline.note, pieces: textPieces(inline.sign, direction) }];
    case 'noteRef':
      return [{ kind: 'note', note: inline.note, call: inline.call }];
    case 'foreign':
      return foreignPieces(inline.language, direction, (own) => inlinePieces(inline.children, own));
    case 'citation':
      return [{ kind: 'citation', to: `ref-${inline.key}`, pieces: inlinePieces(inline.children, direction) }];
    case 'reading':
      return [{ kind: 'reading', to: inline.reading, pieces: inlinePieces(inline.children, direction) }];
    case 'remark':
      return [{ kind: 'remark', to: inline.remark, pieces: inlinePieces(inline.children, direction) }];
    case 'crossReference':
      return [{ kind: 'within', to: inline.target, pieces: inlinePieces(inline.children, direction) }];
    case 'file':
      return [{ kind: 'file', to: inline.name, pieces: inlinePieces(inline.children, direction) }];
    case 'link':
      return [{ kind: 'link', to: inline.url, pieces: inlinePieces(inline.children, direction) }];
    case 'emphasis':
      // A naskh has no italics, and Persian print stresses in bold.
      return [{ kind: direction === 'rtl' ? 'strong' : 'emphasis', pieces: inlinePieces(inline.children, direction) }];
    case 'supplied':
      return [{ kind: inline.type, pieces: inlinePieces(inline.children, direction) }];
    default:
      return unhandled(inline);
  }
}

/**
 * What is in a language, in its own direction.
 *
 * @param direction that of the text around it
 */
function foreignPieces(
  language: string,
  direction: 'rtl' | 'ltr',
  piecesIn: (own: 'rtl' | 'ltr') => readonly Piece[],
): Piece[] {
  const own = directionOf(language);
  return [
    // Typst takes the language alone, without script and region.
    { kind: 'foreign', language: baseOf(language), direction: own, pieces: piecesIn(own) },
    ...(own === direction ? [] : returning(direction)),
  ];
}

/** What is said in one language, in a text that may go the other way. */
export const saidPieces = ({ language, value }: Said, direction: 'rtl' | 'ltr'): Piece[] =>
  directionOf(language) === direction
    ? plainPieces(value, direction)
    : foreignPieces(language, direction, (own) => plainPieces(value, own));

/** A reference in one language, in a text that may go the other way: an Arabic title in an English reference. */
export const citedPieces = (html: string, language: string, direction: 'rtl' | 'ltr'): Piece[] =>
  directionOf(language) === direction
    ? referencePieces(html, direction)
    : foreignPieces(language, direction, (own) => referencePieces(html, own));

/** A reference, which the citation engine gives as HTML with italics, links and an English title only, as pieces. */
export function referencePieces(html: string, direction: 'rtl' | 'ltr'): Piece[] {
  return html.split(/(<i>.*?<\/i>|<a [^>]*>.*?<\/a>|<bdi [^>]*>.*?<\/bdi>)/s).flatMap((part): Piece[] => {
    const text = unescapeXml(part.replace(/<[^>]*>/g, ''));
    if (part.startsWith('<i>')) return [{ kind: 'emphasis', pieces: plainPieces(text, direction) }];
    if (part.startsWith('<bdi ')) return [addressPiece(text), ...returning(direction)];
    if (!part.startsWith('<a ')) return plainPieces(text, direction);
    return [{ kind: 'link', to: text, pieces: [addressPiece(text)] }, ...returning(direction)];
  });
}

/**
 * The mark after a run of another direction. Typst embeds such a run where it should isolate it, so that a full stop and a
 * number behind it would count as part of it (UAX #9, X10 and W7).
 */
const returning = (direction: 'rtl' | 'ltr'): Piece[] => [
  { kind: 'mark', text: direction === 'rtl' ? '\u200f' : '\u200e' },
];

/** An address or an English run, which stands in its own direction. */
export const addressPiece = (address: string): Piece => ({
  kind: 'foreign',
  language: 'en',
  direction: 'ltr',
  pieces: textPieces(address, 'ltr'),
});
