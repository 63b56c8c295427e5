/** The apparatus at the end of a version's file, and the marks of the text that name its entries. */
import type { Code } from 'mdast';
import type { Texts } from '../../../text/languages.ts';
import type { Reading, Remark } from '../../model.ts';
import { lineOf } from '../markdown.ts';
import { type ApparatusFile, apparatusSchema } from '../schemas.ts';
import { faultsOfCharacters, readYaml } from '../yaml.ts';
import type { TextContext } from './context.ts';

const empty: ApparatusFile = apparatusSchema.parse({});

export class Apparatus {
  /** What the fence says. */
  entries: ApparatusFile = empty;
  /** What the text marks, in its order. */
  readonly readings: Reading[] = [];
  readonly remarks: Remark[] = [];
  private readonly context: TextContext;
  private isRead = true;
  private lineAt: (path: readonly PropertyKey[]) => number = () => 1;

  constructor(context: TextContext) {
    this.context = context;
  }

  /** Reads the fence; what is wrong in it is a fault. */
  read(node: Code): void {
    if (node.position?.end.line === node.position?.start.line || (node.position?.end.column ?? 0) !== 4) {
      this.context.fault(lineOf(node), 'the apparatus is not closed', 'end it with a line of three backticks');
    }
    const result = readYaml(node.value, apparatusSchema, this.context.file, lineOf(node) + 1);
    if ('faults' in result) {
      this.context.faults.push(...result.faults);
      this.isRead = false;
      return;
    }
    if (this.context.isDraft)
      this.context.faults.push(...faultsOfCharacters(result.value, this.context.file, result.lineOf));
    this.entries = result.value;
    this.lineAt = result.lineOf;
  }

  /** A place of the text that is marked with an entry. */
  mark(kind: 'reading' | 'remark', id: string, printed: string, block: string, line: number): void {
    // What a broken apparatus lacks is no fault of the text.
    if (!this.isRead) return;
    if (this.readings.some((reading) => reading.id === id) || this.remarks.some((remark) => remark.id === id)) {
      this.context.fault(
        line,
        `"${id}" is marked twice in the text`,
        'give each place an entry of its own in the apparatus',
      );
      return;
    }
    if (kind === 'remark') {
      const text = this.entries.remarks[id];
      if (text) this.remarks.push({ id, block, text });
      else
        this.context.fault(
          line,
          `the remark "${id}" is not in the apparatus`,
          `add ${id} under remarks: at the end of the file`,
        );
      return;
    }
    const entry = this.entries.readings[id];
    if (!entry) {
      this.context.fault(
        line,
        `the reading "${id}" is not in the apparatus`,
        `add ${id} under readings: at the end of the file`,
      );
      return;
    }
    if (entry.text !== printed) {
      this.context.fault(
        line,
        `the text has "${printed}" where the apparatus reads "${entry.text}" (${id})`,
        'make the two agree',
      );
    }
    const reason = this.reasonOf(entry.reason, id);
    this.readings.push({
      id,
      block,
      text: entry.text,
      source: entry.source,
      candidates: entry.candidates,
      within: entry.within,
      certainty: entry.certainty,
      reason,
      line: this.lineAt(['readings', id, 'candidates']),
    });
  }

  private reasonOf(reason: string | Texts, id: string): Texts {
    if (typeof reason !== 'string') return reason;
    const shared = this.entries.reasons[reason];
    if (shared) return shared;
    this.context.fault(
      this.lineAt(['readings', id, 'reason']),
      `the reason "${reason}" of ${id} is not in reasons:`,
      'add it there, in one language at least',
    );
    return { fa: reason, en: reason };
  }

  /** Every entry has its place in the text. */
  checkIsUsed(): void {
    const used = new Set([...this.readings, ...this.remarks].map((entry) => entry.id));
    for (const kind of ['readings', 'remarks'] as const) {
      for (const id of Object.keys(this.entries[kind])) {
        if (!used.has(id)) {
          this.context.fault(
            this.lineAt([kind, id]),
            `no place of the text is marked with ${id}`,
            `mark it with [text](${kind.slice(0, -1)}:${id}), or remove the entry`,
          );
        }
      }
    }
  }
}
