/** Two texts compared word by word. */
import { diffArrays } from 'diff';
import { breakToken, type Mark, type Token, wordsOf } from './pieces.ts';

/**
 * What a change is a change of. `zwnj`, `spacing`, `digits` and `punctuation` leave the letters alone; `citation` is another work
 * or other pages behind the same words; `reading` and `remark` are the apparatus; `note` is a marker or the text of a note; `break`
 * is the border of paragraphs, items or cells; `markup` is emphasis, supplied words, a link, the level of a heading.
 */
export type ChangeClass =
  | 'letters'
  | 'digits'
  | 'zwnj'
  | 'spacing'
  | 'punctuation'
  | 'citation'
  | 'note'
  | 'reading'
  | 'remark'
  | 'markup'
  | 'break';

/** A stretch that both versions have, or one of them. */
export interface DifferencePart {
  readonly op: 'same' | 'insert' | 'delete';
  readonly text: string;
  /** Of what the change that it belongs to is one; of `same` absent. */
  readonly classes?: readonly ChangeClass[] | undefined;
  /** The language of a run in another language than the block. */
  readonly lang?: string | undefined;
  /** What stands here instead of text. */
  readonly mark?: Mark | undefined;
}

/** The order in which classes are named. */
export const classOrder: readonly ChangeClass[] = [
  'letters',
  'digits',
  'zwnj',
  'spacing',
  'punctuation',
  'citation',
  'note',
  'reading',
  'remark',
  'markup',
  'break',
];

/** A stretch of both versions, or what stands in the one for what stands in the other. */
interface Hunk {
  readonly same: Token[];
  readonly deleted: Token[];
  readonly inserted: Token[];
}

/** The differences of two token lists. */
export function compare(from: Token[], to: Token[]): DifferencePart[] {
  return hunksOf(from, to).flatMap((hunk) => {
    const classes = classesOf(hunk.deleted, hunk.inserted);
    return [
      ...partsOf(hunk.same, 'same'),
      ...partsOf(hunk.deleted, 'delete', classes),
      ...partsOf(hunk.inserted, 'insert', classes),
    ];
  });
}

/** The differences of two texts without marks. */
export const compareTexts = (from: string, to: string): DifferencePart[] => compare(wordsOf(from), wordsOf(to));

const isSpace = (tokens: readonly Token[]) => tokens.every((token) => token.key === ' ');

/** jsdiff's hunks; a space alone between two changes joins them, so that a phrase is replaced as one. */
function hunksOf(from: Token[], to: Token[]): Hunk[] {
  const hunks: Hunk[] = [];
  const changes = diffArrays(from, to, { comparator: (one, other) => one.key === other.key });
  changes.forEach((change, index) => {
    const last = hunks.at(-1);
    const isOpen = last !== undefined && last.same.length === 0;
    if (change.added || change.removed) {
      const hunk = isOpen ? last : { same: [], deleted: [], inserted: [] };
      if (!isOpen) hunks.push(hunk);
      (change.added ? hunk.inserted : hunk.deleted).push(...change.value);
    } else if (isOpen && isSpace(change.value) && index < changes.length - 1) {
      last.deleted.push(...change.value);
      last.inserted.push(...change.value);
    } else hunks.push({ same: [...change.value], deleted: [], inserted: [] });
  });
  return hunks;
}

const projections: readonly (readonly [ChangeClass, (text: string) => string])[] = [
  ['letters', (text) => text.replace(/[^\p{L}\p{M}]/gu, '')],
  ['digits', (text) => text.replace(/\P{N}/gu, '')],
  ['punctuation', (text) => text.replace(/[\p{L}\p{M}\p{N}\s\u200c\u200d]/gu, '')],
];

const markClass = (mark: Mark): ChangeClass => (mark.type === 'lost' ? 'note' : mark.type);

/** Of what a change is one. Joiners and spaces count where the letters are the same: new words bring their own. */
function classesOf(deleted: readonly Token[], inserted: readonly Token[]): ChangeClass[] {
  const [before, after] = [deleted, inserted].map((tokens) =>
    tokens.map((token) => (token.mark ? '' : token.text)).join(''),
  ) as [string, string];
  const found = new Set(projections.filter(([, project]) => project(before) !== project(after)).map(([name]) => name));
  if (!found.has('letters')) {
    const joiners = (text: string) => text.replace(/[^\p{L}\p{M}\u200c\u200d]/gu, '');
    if (joiners(before) !== joiners(after)) found.add('zwnj');
    // Around the border of two paragraphs spaces come and go.
    else if (found.size === 0 && before !== after && ![...deleted, ...inserted].includes(breakToken))
      found.add('spacing');
  }
  // A mark that only stands around other words is no change of the mark.
  const keys = (tokens: readonly Token[]) => tokens.filter((token) => token.mark).map((token) => token.key);
  const [lost, won] = [keys(deleted), keys(inserted)];
  for (const { key, mark } of [...deleted, ...inserted]) {
    const count = (list: readonly string[]) => list.filter((one) => one === key).length;
    if (mark && count(lost) !== count(won)) found.add(markClass(mark));
  }
  return classOrder.filter((one) => found.has(one));
}

/** Tokens as stretches of one language, marks apart. */
function partsOf(
  tokens: readonly Token[],
  op: DifferencePart['op'],
  classes?: readonly ChangeClass[],
): DifferencePart[] {
  const parts: DifferencePart[] = [];
  for (const { text, lang, mark } of tokens) {
    const last = parts.at(-1);
    if (!mark && last && !last.mark && last.lang === lang)
      parts[parts.length - 1] = { ...last, text: last.text + text };
    else parts.push({ op, text, ...(classes && { classes }), ...(lang && { lang }), ...(mark && { mark }) });
  }
  return parts;
}
