/** Words that mean the same, as rows of a table: what a reader may type for what a text has. */

import { endings, stemOf, type Word, wordsOf } from '../text/fold.ts';
import { areKin } from './kin.ts';

/** A row: words, or names of a few words, each of which finds the others. */
export type Row = readonly string[];

/** What a name is looked up by, however it is spaced: its words joined, without the last one's ending. */
export function keyOf(words: readonly Word[]): string {
  const last = words.at(-1);
  if (!last) return '';
  const before = words.slice(0, -1).map((word) => word.fold);
  const parts = [...last.parts];
  let piece = parts.pop() ?? '';
  // An ending behind a joiner belongs to the piece before it.
  if (endings.has(piece)) piece = (parts.pop() ?? '') + piece;
  return parts.length === 0 ? before.join('') + last.stem : before.join('') + parts.join('') + stemOf(piece);
}

/** Every way to look up a name: «صلح‌بانان» may be typed as one piece, whose stem is another. */
function keysOf(words: readonly Word[]): string[] {
  const last = words.at(-1);
  if (!last) return [];
  const before = words.slice(0, -1).map((word) => word.fold);
  return [...new Set([keyOf(words), [...before, last.stem].join('')])];
}

/** More words than any name in a table has. */
export const mostWords = 5;

/** Another name of a thing, and how near it is to what was asked for, from 0 to 1: rows that come first are nearer. */
export interface Name {
  readonly words: readonly Word[];
  readonly worth: number;
}

export class Field {
  private readonly names = new Map<string, Name[]>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) this.add(row);
  }

  /** @param pause asked after each row */
  static async of(rows: readonly Row[], pause: () => Promise<void> | undefined): Promise<Field> {
    const field = new Field([]);
    for (const row of rows) {
      field.add(row);
      await pause();
    }
    return field;
  }

  private add(row: Row): void {
    const members = row.map((one) => wordsOf(one));
    const keys = members.map(keysOf);
    for (const key of new Set(keys.flat())) {
      const known = this.names.get(key) ?? [];
      const worth = Math.max(1 - 0.06 * known.filter(({ worth }) => worth < 1).length, 0.7);
      for (const [index, words] of members.entries()) {
        if (!keys[index]?.includes(key)) known.push({ words, worth: Math.min(worth, 0.99) });
        else if (!known.some((name) => name.worth === 1)) known.push({ words, worth: 1 });
      }
      this.names.set(key, known);
    }
  }

  /** The names of what some words name, themselves among them; none where the table does not know them. */
  namesOf(words: readonly Word[]): readonly Name[] {
    const key = keysOf(words).find((one) => this.names.has(one));
    const names = key === undefined ? [] : this.byKey(key);
    const own = names.find(({ worth }) => worth === 1)?.words.at(-1);
    const last = words.at(-1);
    // «سابق» is no form of «سابقه», though they have one stem.
    return own && last && own.stem === last.stem && !areKin(last.fold, own.fold, own.stem) ? [] : names;
  }

  /** Every name, as it is looked up. */
  keys(): Iterable<string> {
    return this.names.keys();
  }

  byKey(key: string): readonly Name[] {
    return this.names.get(key) ?? [];
  }
}

/** The rows of which a member is in the texts: the others find nothing. */
export function rowsIn(rows: readonly Row[], texts: readonly string[]): Row[] {
  const held = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (let from = 0; from < words.length; from += 1) {
      for (const part of words[from]?.parts ?? []) held.add(stemOf(part));
      for (let to = from + 1; to <= Math.min(from + mostWords, words.length); to += 1)
        held.add(keyOf(words.slice(from, to)));
    }
  }
  return rows.filter((row) => row.some((name) => held.has(keyOf(wordsOf(name)))));
}
