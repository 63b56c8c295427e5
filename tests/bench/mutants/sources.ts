/** The files of `src/` in which faults are planted, and a draw from all that could be planted there. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { listFiles } from '../../../src/files.ts';
import { type Change, changesIn } from './mutations.ts';

/** A fault that could be planted. */
export interface Fault extends Change {
  /** From the root of the repository. */
  readonly file: string;
  readonly line: number;
  /** What stands there. */
  readonly original: string;
  /** Its line up to there, and what stands there: the same wherever the line is moved to. */
  readonly around: string;
}

/** A piece of a file that is TypeScript: the whole, or what an Astro component has between its fences and in its braces. */
export interface Piece {
  readonly source: ts.SourceFile;
  /** Where it begins in the file. */
  readonly offset: number;
  readonly kind: 'module' | 'frontmatter' | 'expression';
}

const parse = (name: string, text: string, kind: ts.ScriptKind) =>
  ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);

/** Whether the parser took a text as it is; what Astro's markup has beyond JSX, it does not. */
const isSound = (source: ts.SourceFile) =>
  ((source as unknown as { parseDiagnostics: readonly unknown[] }).parseDiagnostics ?? []).length === 0;

/** The braces of a template that hold code, outermost ones, as their inner text. */
function* bracesOf(template: string): Generator<{ readonly text: string; readonly at: number }> {
  let depth = 0;
  let start = 0;
  for (let index = 0; index < template.length; index += 1) {
    const sign = template[index];
    if (sign === '{') {
      if (depth === 0) start = index + 1;
      depth += 1;
    } else if (sign === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) yield { text: template.slice(start, index), at: start };
    }
  }
}

/** The pieces of a file that are TypeScript. Styles and scripts inside a component are left alone. */
export function piecesOf(file: string, text: string): Piece[] {
  if (file.endsWith('.ts')) return [{ source: parse(file, text, ts.ScriptKind.TS), offset: 0, kind: 'module' }];
  const fence = /^---\n([\s\S]*?)^---\n/m.exec(text);
  const pieces: Piece[] = [];
  if (fence) pieces.push({ source: parse(file, fence[1] ?? '', ts.ScriptKind.TS), offset: 4, kind: 'frontmatter' });
  const from = fence ? fence[0].length : 0;
  const template = text.slice(from).replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, (one) => ' '.repeat(one.length));
  for (const { text: code, at } of bracesOf(template)) {
    // In brackets, so that it is an expression; of the parser's text one sign is more than of the file's.
    const source = parse(file, `(${code})`, ts.ScriptKind.TSX);
    if (isSound(source) && !code.trimStart().startsWith('...'))
      pieces.push({ source, offset: from + at - 1, kind: 'expression' });
  }
  return pieces;
}

/** The folder of `src/` that a file belongs to. */
export const folderOf = (file: string): string => (file.split('/').length > 2 ? (file.split('/')[1] as string) : '.');

/** Every fault that could be planted in the sources, in order. */
export function everyFault(root: string): Fault[] {
  return listFiles(path.join(root, 'src'))
    .map((name) => `src/${name}`)
    .filter((file) => /\.(?:ts|astro)$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return piecesOf(file, text).flatMap(({ source, offset, kind }) =>
        changesIn(source)
          // The brackets around an expression are no part of the file.
          .filter(({ start, end }) => kind !== 'expression' || (start > 0 && end < source.text.length))
          .map(({ start, end, replacement }) => ({
            file,
            start: start + offset,
            end: end + offset,
            replacement,
            line: text.slice(0, start + offset).split('\n').length,
            original: text.slice(start + offset, end + offset),
            around: text.slice(text.lastIndexOf('\n', start + offset) + 1, end + offset),
          })),
      );
    });
}

/** The text of a file with a fault in it. */
export const planted = (text: string, { start, end, replacement }: Change): string =>
  text.slice(0, start) + replacement + text.slice(end);

/** Every folder has so many of the faults that are drawn, if it has so many places for them; the rest go by places. */
const least = 5;

/**
 * Draws faults from all folders. Each fault has a number of its own by the seed, so that the same seed draws the same, and a
 * change of one file changes what is drawn in that file alone.
 *
 * @param isFit whether a fault compiles; one that does not is no fault, and another is drawn in its place
 */
export function draw(all: readonly Fault[], seed: number, count: number, isFit: (fault: Fault) => boolean): Fault[] {
  const folders = Map.groupBy(all, ({ file }) => folderOf(file));
  const rest = Math.max(0, count - least * folders.size);
  const rankOf = ({ file, around, replacement }: Fault) =>
    createHash('sha256').update(`${seed}\0${file}\0${around}\0${replacement}`).digest('hex');
  const drawn = [...folders.values()].flatMap((faults) => {
    const wanted = least + Math.round((rest * faults.length) / all.length);
    const taken: Fault[] = [];
    for (const { fault } of faults
      .map((one) => ({ fault: one, rank: rankOf(one) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))) {
      if (taken.length === wanted) break;
      // Two faults in one place say the same.
      const isApart = taken.every(
        ({ file, start, end }) => file !== fault.file || start >= fault.end || end <= fault.start,
      );
      if (isApart && isFit(fault)) taken.push(fault);
    }
    return taken;
  });
  return drawn.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
}
