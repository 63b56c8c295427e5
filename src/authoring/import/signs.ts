/**
 * Words as the text of an edition has them: whatever Markdown, MDX or a mark of the edition would read in them has a backslash
 * before it (`edition/reading/strays.ts`).
 */

/** What stands in the tree for the place where the two halves of a couplet meet. */
export const caesura = '\ue100';

const space = /\s/u;
/** What CommonMark 0.31 calls punctuation (section 2.1): P and S of Unicode. */
const punctuation = /[\p{P}\p{S}]/u;

const isSpace = (character: string | undefined): boolean => character === undefined || space.test(character);
const isPunctuation = (character: string | undefined): boolean =>
  character !== undefined && punctuation.test(character);

/** The words with a backslash before each sign that is none of theirs. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<~^$|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/==/g, '\\=\\=')
    .replace(/%(?=%)/g, '\\%')
    .replace(/\+(?=\+)/g, '\\+')
    .replace(/(?<![\p{L}\p{N}:]):(?=[a-z][a-z0-9_+-]+:)/gu, '\\:')
    .replace(/(?<![\p{L}\p{N}_.@/])@(?=[A-Za-z])/gu, '\\@');

/** The beginning of a line, where other signs open a block. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^(?:#|%|>|\.\.(?= )|[!?]{3}|\(@|[-+](?=\s|$)|[-=]+$|:(?=\s)|:::)/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    // MDX takes what begins so for a module.
    .replace(/^[ie](?=(?:mport|xport)\b)/, characterReference);

const characterReference = (character: string): string =>
  `&#x${(character.codePointAt(0) as number).toString(16).toUpperCase()};`;

/** A stretch of a line: words, or words between two signs such as `**`. */
export interface Piece {
  readonly text: string;
  /** The sign on both sides, whose meaning depends on what stands beside it. */
  readonly sign?: '*' | '**' | '~' | undefined;
}

const lastOf = (text: string): string | undefined => (text === '' ? undefined : [...text.slice(-2)].at(-1));
const firstOf = (text: string): string | undefined =>
  text === '' ? undefined : String.fromCodePoint(text.codePointAt(0) as number);

/**
 * Joins pieces to a line. A sign opens only where what is inside is no space, and no punctuation unless a space or punctuation
 * stands outside; and closes likewise (CommonMark 0.31, section 6.2, "left-flanking"). Persian sets `«` against letters, so a
 * letter outside is then written by its number: it is punctuation to the parser, and a letter to the reader.
 */
export function joinPieces(pieces: readonly Piece[]): string {
  let line = '';
  let isNextGuarded = false;
  for (const { text, sign } of pieces) {
    if (text === '') continue;
    if (sign === undefined) {
      const [first = ''] = text;
      // A dollar before a digit is that of a price, and closes no formula.
      const isPrice = line.endsWith('$') && !line.endsWith('\\$') && /^\d/.test(text);
      const isGuarded = isPrice || (isNextGuarded && !isSpace(first) && !isPunctuation(first));
      const whole = isGuarded
        ? characterReference(firstOf(text) as string) + text.slice((firstOf(text) as string).length)
        : text;
      // `!` before a link would make an image of it.
      line = `${whole.startsWith('[') && line.endsWith('!') ? `${line.slice(0, -1)}\\!` : line}${whole}`;
      isNextGuarded = false;
      continue;
    }
    const before = lastOf(line);
    if (isPunctuation(firstOf(text)) && !isSpace(before) && !isPunctuation(before))
      line = line.slice(0, line.length - (before as string).length) + characterReference(before as string);
    // Beside another sign of its kind it would be one with it.
    const own = line.endsWith('*') && sign.startsWith('*') ? sign.replaceAll('*', '_') : sign;
    line += `${own}${text}${own}`;
    isNextGuarded = isPunctuation(lastOf(text)) || own !== sign;
  }
  return line;
}

/** An address in brackets behind its words. */
export const escapeAddress = (address: string): string =>
  address
    .trim()
    .replace(/[\s<>()"\\`{}|^[\]]/g, (sign) =>
      sign === '(' || sign === ')' ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign),
    );

/** The value of an attribute of an element. */
export const escapeAttribute = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/\s+/g, ' ').trim();

/** Code between as many backticks as it needs. */
export function codeOf(value: string): string {
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const text = value.replace(/\s*\n\s*/g, ' ');
  const pad = /^[`\s]|[`\s]$/.test(text) && text.trim() !== '' ? ' ' : '';
  return text === '' ? '' : `${fence}${pad}${text}${pad}${fence}`;
}
