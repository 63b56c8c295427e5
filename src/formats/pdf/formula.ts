/**
 * Formulas for Typst. Its own notation is another than TeX, so that a formula goes to the template as a tree made of its MathML, of
 * which nothing is read as markup: what a page shows, the PDF sets.
 */
import type { Element } from 'xast';
import { mathOf } from '../../formulas/mathml.ts';
import { printable } from '../../text/printable.ts';
import { canDraw } from './fonts.ts';

/** A part of a formula; `m` names what the template does with it. */
export type MathPiece =
  /** A letter that stands for something, which is slanted; a sign; words. */
  | { readonly m: 'letter' | 'sign' | 'words' | 'function'; readonly text: string }
  | { readonly m: 'row' | 'display' | 'inline' | 'script' | 'hidden' | 'root'; readonly parts: readonly MathPiece[] }
  | { readonly m: 'stretched'; readonly parts: readonly MathPiece[] }
  | { readonly m: 'sized'; readonly text: string; readonly size: number }
  | { readonly m: 'space'; readonly width: number }
  | { readonly m: 'fraction'; readonly top: MathPiece; readonly bottom: MathPiece; readonly isRuled: boolean }
  | {
      readonly m: 'attached';
      readonly base: MathPiece;
      /** By Typst's names: `t` and `b` at the right end or above and below, `tl` and `bl` before. */
      readonly at: Readonly<Partial<Record<'t' | 'b' | 'tr' | 'br' | 'tl' | 'bl', MathPiece>>>;
    }
  /** An arrow that is as long as what stands above and below it. */
  | { readonly m: 'arrow'; readonly text: string }
  | { readonly m: 'accented'; readonly base: MathPiece; readonly accent: string }
  | { readonly m: 'over' | 'under'; readonly base: MathPiece; readonly sign: string }
  | { readonly m: 'enclosed'; readonly how: string; readonly parts: readonly MathPiece[] }
  | {
      readonly m: 'table';
      readonly rows: readonly (readonly MathPiece[])[];
      /** Where lines run: before the row or column of that number. */
      readonly across: readonly number[];
      readonly down: readonly number[];
      readonly isDisplay: boolean;
    }
  /** Where the lines of a column are brought under one another. */
  | { readonly m: 'align' };

const row = (parts: readonly MathPiece[]): MathPiece =>
  parts.length === 1 && parts[0] ? parts[0] : { m: 'row', parts };
const nothing: MathPiece = { m: 'row', parts: [] };

const elementsOf = ({ children }: Element): Element[] =>
  children.filter((child): child is Element => child.type === 'element');
const wordsOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');

/** What the mathematical font has beside letters: arrows, operators, technical signs, mathematical alphabets. */
const mathematical = /[\u2010-\u27ff\u2900-\u2bff\u{1d400}-\u{1d7ff}\p{Script=Greek}\p{Script=Latin}\p{M}\p{S}]/u;

/** Text of a formula; what no face has is named by its number. */
const drawn = (text: string): string =>
  Array.from(printable(text), (character) =>
    canDraw(character) || mathematical.test(character) || /\s/.test(character)
      ? character
      : `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  ).join('');

/** Lengths of MathML in widths of the letter M. */
function inEms(length: string | null | undefined): number {
  const [, number, unit] = /^(-?[\d.]+)([a-z]+)$/.exec(length ?? '') ?? [];
  const units: Readonly<Record<string, number>> = {
    em: 1,
    ex: 0.43,
    pt: 0.1,
    px: 0.075,
    mu: 1 / 18,
    cm: 2.85,
    mm: 0.285,
    in: 7.2,
  };
  return Number(number ?? 0) * (units[unit ?? ''] ?? 0);
}

/** The combining sign that Typst makes an accent of, for the spacing one. */
const accents: Readonly<Record<string, string>> = {
  ˆ: '\u0302',
  '^': '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '‾': '\u0304',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '⃛': '\u20db',
  '˚': '\u030a',
  ˇ: '\u030c',
  '´': '\u0301',
  '`': '\u0300',
  '→': '\u20d7',
  '←': '\u20d6',
  '↔': '\u20e1',
};
const braces = new Set(['⏞', '⏟', '⏜', '⏝', '⎴', '⎵', '⏠', '⏡']);

/** A formula as the template sets it. */
export const formulaPieces = (tex: string, isDisplay: boolean): MathPiece => rowOf(elementsOf(mathOf(tex, isDisplay)));

/** Children in a row. Delimiters that stretch hold what stands between them. */
function rowOf(children: readonly Element[]): MathPiece {
  const [first] = children;
  const last = children.at(-1);
  // A fence stretches unless it says otherwise (MathML Core, operator dictionary).
  const stretches = (one: Element | undefined) =>
    one?.name === 'mo' &&
    one.attributes['fence'] === 'true' &&
    one.attributes['stretchy'] !== 'false' &&
    !one.attributes['minsize'];
  const isHeld = children.length > 1 && stretches(first) && stretches(last);
  const parts = children.map(pieceOf).filter((part) => !('text' in part) || part.text !== '');
  return isHeld ? { m: 'stretched', parts } : row(parts);
}

function pieceOf(node: Element): MathPiece {
  const children = elementsOf(node);
  const [base = nothing, second = nothing, third = nothing] = children.map(pieceOf);
  const { attributes } = node;
  switch (node.name) {
    case 'mi':
      return letters(drawn(wordsOf(node)), attributes['mathvariant'] === 'normal');
    case 'mn':
    case 'mtext':
      return { m: 'words', text: drawn(wordsOf(node)) };
    case 'mo':
      return operator(node);
    case 'mspace':
      return { m: 'space', width: inEms(attributes['width']) };
    case 'mfrac':
      return { m: 'fraction', top: base, bottom: second, isRuled: attributes['linethickness'] !== '0px' };
    case 'msqrt':
      return { m: 'root', parts: [rowOf(children)] };
    case 'mroot':
      return { m: 'root', parts: [base, second] };
    case 'msup':
      return { m: 'attached', base, at: { tr: second } };
    case 'msub':
      return { m: 'attached', base, at: { br: second } };
    case 'msubsup':
      return { m: 'attached', base, at: { br: second, tr: third } };
    case 'mover':
      return marked(base, children[1], second, 'over');
    case 'munder':
      return marked(base, children[1], second, 'under');
    case 'munderover':
      return { m: 'attached', base: longArrow(base), at: { b: second, t: third } };
    case 'mmultiscripts':
      return scripted(children);
    case 'mtable':
      return table(node);
    case 'mstyle':
      return styled(attributes, rowOf(children));
    case 'mphantom':
      return { m: 'hidden', parts: [rowOf(children)] };
    case 'menclose':
      return { m: 'enclosed', how: attributes['notation'] ?? '', parts: [rowOf(children)] };
    case 'none':
      return nothing;
    default:
      return rowOf(children);
  }
}

/** One letter is slanted unless it says otherwise, and several are the name of a function. */
function letters(text: string, isUpright: boolean): MathPiece {
  const isOne = Array.from(text).length === 1;
  if (isOne && !isUpright) return { m: 'letter', text };
  return { m: isUpright || isOne || !/^\p{L}/u.test(text) ? 'words' : 'function', text };
}

function operator(node: Element): MathPiece {
  // Application of a function, multiplication, and the like are heard only.
  const text = drawn(wordsOf(node).replace(/[\u2061-\u2064\u200b]/g, ''));
  const { minsize } = node.attributes;
  if (minsize) return { m: 'sized', text, size: inEms(minsize) };
  return Array.from(text).length > 1 ? { m: 'function', text } : { m: 'sign', text };
}

/** Something above or below: an accent, a brace or an arrow that is as long as its base, or a limit. */
function marked(base: MathPiece, node: Element | undefined, mark: MathPiece, side: 'over' | 'under'): MathPiece {
  const sign = node?.name === 'mo' ? wordsOf(node) : '';
  const accent = accents[sign];
  if (braces.has(sign)) return { m: side, base, sign };
  if (accent !== undefined && side === 'over' && !isArrow(base)) return { m: 'accented', base, accent };
  return { m: 'attached', base: longArrow(base), at: side === 'over' ? { t: mark } : { b: mark } };
}

const isArrow = (piece: MathPiece): boolean => piece.m === 'sign' && /[\u2190-\u21ff\u27f0-\u27ff]/.test(piece.text);
const longArrow = (piece: MathPiece): MathPiece =>
  isArrow(piece) && 'text' in piece ? { m: 'arrow', text: piece.text } : piece;

function scripted(children: readonly Element[]): MathPiece {
  const [base, ...scripts] = children;
  const before = scripts.findIndex(({ name }) => name === 'mprescripts');
  const after = before < 0 ? scripts : scripts.slice(0, before);
  const [br, tr] = after.map(pieceOf);
  const [bl, tl] = before < 0 ? [] : scripts.slice(before + 1).map(pieceOf);
  const at = { ...(br && { br }), ...(tr && { tr }), ...(bl && { bl }), ...(tl && { tl }) };
  return { m: 'attached', base: base ? pieceOf(base) : nothing, at };
}

function styled(attributes: Element['attributes'], inside: MathPiece): MathPiece {
  if (attributes['displaystyle'] === 'true') return { m: 'display', parts: [inside] };
  if (attributes['scriptlevel'] === '1') return { m: 'script', parts: [inside] };
  return attributes['displaystyle'] === 'false' ? { m: 'inline', parts: [inside] } : inside;
}

/** A table; two columns without room between them, flush right and left, are one whose lines meet there. */
function table(node: Element): MathPiece {
  const across = new Set<number>();
  const down = new Set<number>();
  const rows = elementsOf(node).map((tr, line) => {
    const cells: MathPiece[][] = [];
    let isJoined = false;
    for (const cell of elementsOf(tr)) {
      const classes = (cell.attributes['class'] ?? '').split(' ');
      const has = (name: string) => classes.includes(name);
      if (has('m-line-top')) across.add(line);
      if (has('m-line-bottom')) across.add(line + 1);
      if (has('m-line-left')) down.add(cells.length);
      const content = rowOf(elementsOf(cell));
      const last = cells.at(-1);
      if (isJoined && last && has('m-flush-start')) last.push(content);
      else if (has('m-right')) cells.push([content, { m: 'align' }]);
      else cells.push(has('m-left') ? [{ m: 'align' }, content] : [content]);
      if (has('m-line-right')) down.add(cells.length);
      isJoined = has('m-right') && has('m-flush-end');
    }
    return cells.map(row);
  });
  return {
    m: 'table',
    rows,
    across: [...across],
    down: [...down],
    isDisplay: node.attributes['displaystyle'] === 'true',
  };
}
