/** The notes of a text, in the order in which it calls them. */
import type { FootnoteDefinition } from 'mdast';
import { type Note, runningTexts } from '../../model.ts';
import { lineOf } from '../markdown.ts';
import type { BlockReader } from './blocks.ts';
import type { Surroundings } from './context.ts';
import type { InlineReader } from './inline.ts';

/** Reads the notes that the text calls; one that is not called or not defined is a fault. */
export function readNotes(inline: InlineReader, reader: BlockReader): Note[] {
  const { context, notes } = inline;
  const calls = [...notes.calls];
  for (const [name, definition] of notes.definitions) {
    if (!notes.calls.has(name))
      context.fault(
        lineOf(definition),
        `no text calls the note [^${name}]`,
        `put [^${name}] where its marker stands, or remove the note`,
      );
  }
  return calls.flatMap(([name, { blocks: calledIn, line }], index) => {
    const definition = notes.definitions.get(name);
    if (definition) return [readNote(inline, reader, name, definition, index + 1, calledIn)];
    context.fault(line, `the note [^${name}] is not defined`, `add a line [^${name}]: with its text`);
    return [];
  });
}

function readNote(
  inline: InlineReader,
  reader: BlockReader,
  name: string,
  node: FootnoteDefinition,
  number: number,
  calledIn: readonly string[],
): Note {
  const { context } = inline;
  const id = `fn${number}`;
  const line = lineOf(node);
  if (node.children.length === 0)
    context.fault(line, `the note [^${name}] is empty`, 'write its text behind the colon');
  const where: Surroundings = { inside: id, home: id, language: context.language, nested: 0 };
  inline.isLost = false;
  const blocks = reader.read(node.children, where);
  const texts = blocks.flatMap(runningTexts);
  const languages = new Set(
    texts.map((text) => (text.length === 1 && text[0]?.type === 'foreign' ? text[0].language : context.language)),
  );
  const source = blocks.flatMap((block) => block.source);
  return {
    ...{ id, number, calledIn, line, source, lost: inline.isLost },
    language: (languages.size === 1 ? [...languages][0] : undefined) ?? context.language,
    blocks: inline.isLost ? [] : blocks,
  };
}
