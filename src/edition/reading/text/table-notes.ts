/** The notes of a table: those that are defined in its element. Its cells and its caption call them. */
import type { FootnoteDefinition } from 'mdast';
import { sayLetter } from '../../../text/letters.ts';
import type { TableNote, TableNoteRef } from '../../model.ts';
import { lineOf } from '../markdown.ts';
import type { TextContext } from './context.ts';
import type { InlineReader } from './inline.ts';

interface Called {
  readonly id: string;
  readonly sign: string;
  calls: number;
}

export class TableNotes {
  private readonly context: TextContext;
  private readonly table: string;
  private readonly definitions = new Map<string, FootnoteDefinition>();
  /** In the order in which they are called first. */
  private readonly called = new Map<string, Called>();

  /** @param table the id of the table */
  constructor(context: TextContext, table: string, definitions: readonly FootnoteDefinition[]) {
    this.context = context;
    this.table = table;
    for (const node of definitions) {
      if (this.definitions.has(node.identifier))
        context.fault(lineOf(node), `the note [^${node.label}] is defined twice`, 'give each note a name of its own');
      this.definitions.set(node.identifier, node);
    }
  }

  /** A marker of one of the notes; nothing of a note of the text. */
  call(name: string): TableNoteRef | undefined {
    const node = this.definitions.get(name);
    if (!node) return undefined;
    const known = this.called.get(name);
    const note = known ?? { id: `${this.table}-n${this.called.size + 1}`, sign: this.signOf(node), calls: 0 };
    note.calls += 1;
    this.called.set(name, note);
    return { type: 'tableNote', note: note.id, sign: note.sign, call: note.calls };
  }

  /** Reads the notes, in the order of their calls. */
  read(inline: InlineReader): TableNote[] {
    for (const [name, node] of this.definitions)
      if (!this.called.has(name))
        this.context.fault(
          lineOf(node),
          `no cell calls the note [^${node.label}]`,
          `put [^${node.label}] where its marker stands, or remove the note`,
        );
    return [...this.called].map(([name, note]) => {
      const node = this.definitions.get(name) as FootnoteDefinition;
      const [first, ...others] = node.children;
      if (first?.type !== 'paragraph' || others.length > 0)
        this.context.fault(
          lineOf(node),
          `the note [^${node.label}] of a table is not one paragraph`,
          'write its text behind the colon, on one line',
        );
      const text = first?.type === 'paragraph' ? first.children : [];
      return { ...note, text: inline.read(text, this.table, this.context.language).children };
    });
  }

  /** A name that is a letter or a sign is printed; any other is a letter that no note of the table has. */
  private signOf({ label, identifier }: FootnoteDefinition): string {
    const name = label ?? identifier;
    if (isSign(name)) return name;
    const taken = new Set([...this.definitions.values()].map((node) => node.label));
    for (const { sign } of this.called.values()) taken.add(sign);
    let number = 1;
    while (taken.has(sayLetter(number, this.context.language))) number += 1;
    return sayLetter(number, this.context.language);
  }
}

/** Letters, the first of which has three in Persian, or up to three signs. */
const isSign = (name: string) => /^(?:\p{L}|الف|[^\p{L}\p{N}\s]{1,3})$/u.test(name);
