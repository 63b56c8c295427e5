/** What stands in fences: code, verse, formulas. */
import type { Code } from 'mdast';
import type { DisplayedFormula, Inline, Listing, Verse, VerseLine } from '../../model.ts';
import { sourceMark } from '../lines.ts';
import { lineOf, readLine } from '../markdown.ts';
import { isUnwrittenFormula, type Marked, troublesOfFormula, unseenIn, unwrittenFormula } from '../marks.ts';
import type { Surroundings } from './context.ts';
import type { InlineReader } from './inline.ts';

/** A fence by the word behind its backticks; nothing of one that is not closed. */
export function readFence(
  reader: InlineReader,
  node: Code,
  where: Surroundings,
): (Listing | Verse | DisplayedFormula)[] {
  if (node.lang === 'math') return [readFormula(reader, node)];
  const line = lineOf(node);
  const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1, column: 1 } };
  const lines = node.value === '' ? 0 : node.value.split('\n').length;
  if (end.line - start.line <= lines || end.column < 4) {
    reader.context.fault(line, 'a fence is not closed', 'end it with a line of as many backticks');
    return [];
  }
  if (node.lang === 'verse') return [readVerse(reader, node, where)];
  const name = readName(reader, node, 'code');
  if (node.meta && name === undefined) {
    reader.context.fault(
      line,
      `"${node.meta}" behind the language of a fence`,
      node.lang === 'yaml'
        ? 'write ```yaml apparatus for the apparatus, or ```yaml alone'
        : 'write the language alone, or a name behind it that begins with code-, as in ```julia code-light',
    );
  }
  if (reader.context.isDraft && node.lang && !/^[\p{L}\p{N}][\p{L}\p{N}+#._-]*$/u.test(node.lang))
    reader.context.fault(line, `"${node.lang}" is no name of a language`, 'write its name alone, as in ```julia');
  for (const { what, fix } of unseenIn(node.value, reader.context.isDraft)) reader.context.fault(line, what, fix);
  if (node.value.trim() === '')
    reader.context.fault(line, 'a fence holds nothing', 'write what it shows, or remove it');
  const number = reader.context.count('listing');
  const language = node.lang ?? undefined;
  return [{ type: 'listing', id: `code${number}`, line, number, language, value: node.value, source: [] }];
}

/** The name behind the word of a fence, by which it can be called: `code-light`. */
function readName({ context }: InlineReader, node: Code, start: 'code' | 'verse'): string | undefined {
  const name = node.meta?.trim() ?? '';
  if (!name.startsWith(`${start}-`) || !/^[a-z]+(?:-[a-z0-9]+)+$/.test(name)) return undefined;
  context.claim(name, lineOf(node));
  return name;
}

/** ```` ```verse ````, with a name or without: a line of verse a line, a slash between spaces between hemistichs, an empty line between stanzas. */
function readVerse(reader: InlineReader, node: Code, { home, language }: Surroundings): Verse {
  const line = lineOf(node);
  if (node.meta && readName(reader, node, 'verse') === undefined)
    reader.context.fault(line, `"${node.meta}" is no name of a verse`, 'write ```verse alone, or ```verse verse-lamp');
  const number = reader.context.count('verse');
  const id = `verse${number}`;
  const block = home ?? id;
  const marked: Marked[] = [];
  const inline = (text: string, at: number) => {
    const nodes = readLine(text.trim(), at, reader.notes.definitions.keys());
    if (!nodes)
      reader.context.fault(
        at,
        'a line of verse cannot be read',
        'write a brace or an angle bracket of the text as \\{ or \\<',
      );
    const read = reader.read(nodes ?? [], block, language);
    marked.push(read);
    return read.children;
  };
  const stanzas: VerseLine[][] = [[]];
  let credit: readonly Inline[] = [];
  const texts = node.value.split('\n');
  for (const [index, text] of texts.entries()) {
    const at = line + 1 + index;
    const hemistichs = text.split(/(?:^|\s)\/(?:\s|$)/);
    if (text.trim() === '') stanzas.push([]);
    else if (text.startsWith(sourceMark) && index === texts.length - 1)
      credit = inline(text.slice(sourceMark.length), at);
    else if (hemistichs.length > 2 || hemistichs.some((half) => half.trim() === ''))
      reader.context.fault(
        at,
        'a line of verse is no couplet',
        'write one slash between spaces between its two halves: first / second',
      );
    else stanzas.at(-1)?.push(hemistichs.map((half) => inline(half, at)));
  }
  const found = stanzas.filter((stanza) => stanza.length > 0);
  if (node.value.trim() === '')
    reader.context.fault(line, 'a verse without couplets', 'write each on a line: first half / second half');
  return { type: 'verse', id, line, number, stanzas: found, credit, source: marked.flatMap(({ source }) => source) };
}

/** A fence ```` ```math ````; with a name, ```` ```math eq-heat ````, it has a number and can be referred to. */
function readFormula(reader: InlineReader, node: Code): DisplayedFormula {
  const line = lineOf(node);
  const name = node.meta?.trim() || undefined;
  if (name !== undefined && !/^eq-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
    reader.context.fault(
      line,
      `"${name}" is no name of a formula`,
      'write eq- and lower-case letters, as in ```math eq-heat',
    );
  if (name !== undefined) reader.context.claim(name, line);
  if (node.position?.end.line === line || (node.position?.end.column ?? 0) < 4)
    reader.context.fault(line, 'the formula is not closed', 'end it with a line of three backticks');
  for (const { what, fix } of troublesOfFormula(node.value, true)) reader.context.fault(line, what, fix);
  if (isUnwrittenFormula(node.value)) reader.context.lacks(line, ...unwrittenFormula(node.value));
  const number = name === undefined ? undefined : reader.context.count('numberedFormula');
  const id = number === undefined ? `formula${reader.context.count('formula')}` : `eq${number}`;
  return {
    type: 'formula',
    id,
    line,
    tex: node.value.trim(),
    source: [],
    ...(name === undefined ? {} : { name, number }),
  };
}
