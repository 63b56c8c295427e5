/**
 * Reads BibTeX entries with the line of every field.
 *
 * The libraries of the field (citation-js, biblatex-csl-converter, @retorquere/bibtex-parser) keep neither line numbers nor
 * fields that they do not know, and both are needed to check the form of a file and to write it back.
 */
import type { Fault } from '../faults.ts';

export interface BibField {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export interface BibEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: readonly BibField[];
  readonly line: number;
}

/** Thrown inside the reader at a place that cannot be read; becomes a fault. */
class Unreadable extends Error {}

/**
 * @param text a BibTeX file; values in braces, quotes or bare numbers
 * @param file its path, for faults
 */
export function readBibtex(text: string, file: string): { entries: BibEntry[]; faults: Fault[] } {
  const entries: BibEntry[] = [];
  const faults: Fault[] = [];
  let position = 0;
  let counted = { offset: 0, line: 1 };
  /** Places are asked for in their order, nearly: counting goes on from the last one. */
  const lineAt = (offset: number) => {
    if (offset < counted.offset) counted = { offset: 0, line: 1 };
    let { line } = counted;
    for (let at = text.indexOf('\n', counted.offset); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
      line += 1;
    counted = { offset, line };
    return line;
  };
  const space = () => {
    while (/\s/.test(text[position] ?? '')) position += 1;
  };
  const expect = (pattern: RegExp, what: string): string => {
    space();
    const match = new RegExp(pattern.source, 'yu');
    match.lastIndex = position;
    const found = match.exec(text)?.[0];
    if (found === undefined) throw new Unreadable(`${what} is missing`);
    position += found.length;
    return found;
  };
  const value = (): string => {
    space();
    const opening = text[position];
    if (opening !== '{' && opening !== '"') return expect(/[0-9]+/, 'a value in braces');
    const start = position;
    let depth = 0;
    for (position += 1; position < text.length; position += 1) {
      const character = text[position];
      if (character === '{') depth += 1;
      else if (depth === 0 && character === (opening === '{' ? '}' : '"')) {
        position += 1;
        return text.slice(start + 1, position - 1);
      } else if (character === '}') depth -= 1;
      // A field stands on one line: a line that opens another one shows where the brace was forgotten.
      if (character === '\n' && /^\n\s*(?:[a-z]+\s*=\s*\{|@[a-z]+\{|\}\s*\n)/.test(text.slice(position, position + 60)))
        break;
    }
    position = start;
    throw new Unreadable('a brace is not closed');
  };
  const entry = (): BibEntry => {
    const line = lineAt(position);
    const type = expect(/@[A-Za-z]+/, 'the type of the entry').slice(1);
    expect(/\{/, 'the brace that opens the entry');
    const key = expect(/[^\s,{}]+/, 'the key');
    const fields: BibField[] = [];
    for (;;) {
      expect(/,|(?=\s*\})/, `the comma after ${fields.at(-1)?.name ?? 'the key'}`);
      space();
      if (text[position] === '}') break;
      const fieldLine = lineAt(position);
      const name = expect(/[A-Za-z_-]+/, 'the name of a field');
      expect(/=/, `the equals sign after ${name}`);
      fields.push({ name, value: value(), line: fieldLine });
    }
    position += 1;
    return { type, key, fields, line };
  };
  for (;;) {
    space();
    if (position >= text.length) return { entries, faults };
    try {
      entries.push(entry());
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push({
        file,
        line: lineAt(position),
        what: `the entry cannot be read: ${error.message}`,
        fix: 'give each field a line of its own, name = {value}, and close every brace',
      });
      // Reading goes on at the next entry, so that one slip is one fault.
      const next = text.indexOf('\n@', position + 1);
      if (next < 0) return { entries, faults };
      position = next;
    }
  }
}
