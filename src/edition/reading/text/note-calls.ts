/** The notes that a version's file defines, and the markers that call them. */
import type { FootnoteDefinition } from 'mdast';
import type { NoteRef } from '../../model.ts';
import { lineOf } from '../markdown.ts';
import type { TextContext } from './context.ts';

/** Where a note is called: the line of its first marker, and the block of each. */
interface Calls {
  readonly line: number;
  readonly blocks: readonly string[];
}

export class NoteCalls {
  readonly definitions = new Map<string, FootnoteDefinition>();
  /** By the names of the notes, in the order in which the text calls them first. */
  readonly calls = new Map<string, Calls>();
  private readonly context: TextContext;

  constructor(context: TextContext) {
    this.context = context;
  }

  define(node: FootnoteDefinition): void {
    if (this.definitions.has(node.identifier)) {
      this.context.fault(
        lineOf(node),
        `the note [^${node.identifier}] is defined twice`,
        'give each note a name of its own',
      );
    }
    this.definitions.set(node.identifier, node);
  }

  /** A marker of a note. */
  call(name: string, block: string, line: number): NoteRef {
    const blocks = this.calls.get(name)?.blocks ?? [];
    if (this.context.isDraft && /^fn\d+$/.test(block))
      this.context.fault(line, `the note [^${name}] is called in another note`, 'write its text into that note');
    this.calls.set(name, { line, blocks: [...blocks, block] });
    return { type: 'noteRef', note: `fn${[...this.calls.keys()].indexOf(name) + 1}`, call: blocks.length + 1 };
  }
}
