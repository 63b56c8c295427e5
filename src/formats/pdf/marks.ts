/**
 * Says a letter with a vowel sign once. Typst sets the sign as a piece of its own, as it stands higher or lower, and gives the
 * text of both to each: who reads the tags would hear the letter twice. The sign is left to say nothing (ISO 32000-1, 14.9.4).
 */
import { type Operand, operationsOf } from './content.ts';

/** The text of a character code in the font of a name. */
export type TextOf = (font: string, code: number) => string | undefined;

const silent = Buffer.from('/Span <</ActualText ()>> BDC');

/** Something shown, as far as it says one thing: what it says, and the bytes that show it, or that open the text that it has instead. */
interface Shown {
  readonly text: string;
  /** What its first glyph says, which is the letter's where a letter opens a longer run. */
  readonly first: string;
  readonly glyphs: number;
  readonly opening?: { readonly start: number; readonly end: number } | undefined;
  readonly start: number;
  readonly end: number;
}

/** The content of a page in which no letter is said twice. */
export function saidOnce(content: Buffer, textOf: TextOf): Buffer {
  const all = shownIn(content, textOf);
  const parts: Buffer[] = [];
  let done = 0;
  for (const [index, sign] of all.entries()) {
    const letter = all[index + 1];
    if (sign.glyphs !== 1 || letter?.first !== sign.text || !/^\P{M}+\p{M}/u.test(sign.text)) continue;
    const { start, end } = sign.opening ?? sign;
    parts.push(content.subarray(done, start), silent);
    if (sign.opening === undefined) parts.push(Buffer.from(' '), content.subarray(start, end), Buffer.from(' EMC'));
    done = end;
  }
  return done === 0 ? content : Buffer.concat([...parts, content.subarray(done)]);
}

function shownIn(content: Buffer, textOf: TextOf): Shown[] {
  const found: Shown[] = [];
  const marks: { text?: string; start: number; end: number }[] = [];
  let font = '';
  for (const { operator, operands, start, end } of operationsOf(content)) {
    if (operator === 'BMC' || operator === 'BDC') {
      const instead = operands[1] instanceof Map ? operands[1].get('ActualText') : undefined;
      marks.push({ start, end, ...(Buffer.isBuffer(instead) ? { text: decoded(instead) } : {}) });
    } else if (operator === 'EMC') marks.pop();
    else if (operator === 'Tf') font = String(operands[0]).slice(1);
    else if (operator === 'Tj' || operator === 'TJ') {
      const codes = codesOf(operands[0]);
      const opening = marks.findLast((mark) => mark.text !== undefined);
      const texts = (opening ? [opening.text] : codes.map((code) => textOf(font, code))).map((one = '') =>
        one.replace(/[\u200e\u200f]/g, ''),
      );
      found.push({ text: texts.join(''), first: texts[0] ?? '', glyphs: codes.length, start, end, opening });
    }
  }
  return found;
}

/** A text string (ISO 32000-1, 7.9.2.2) of a property list; those of Typst are UTF-16 or ASCII. */
const decoded = (bytes: Buffer): string =>
  bytes.length >= 2 && bytes.readUInt16BE(0) === 0xfeff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');

/** The character codes of a string, or of an array of strings and distances; each has two bytes in the fonts of our files. */
export function codesOf(shown: Operand | undefined): number[] {
  const codes: number[] = [];
  for (const one of Array.isArray(shown) ? shown : [shown])
    if (Buffer.isBuffer(one)) for (let at = 0; at + 1 < one.length; at += 2) codes.push(one.readUInt16BE(at));
  return codes;
}
