/** The running text of blocks, with its marks. */
import type { PhrasingContent } from 'mdast';
import { hasPersianRules } from '../../../text/languages.ts';
import { isolateLatin } from '../../isolate.ts';
import type { Inline, LineRange } from '../../model.ts';
import type { ArticleFiles } from '../article-files.ts';
import { type Marked, readMarks } from '../marks.ts';
import { Apparatus } from './apparatus.ts';
import type { TextContext } from './context.ts';
import { UsedFiles } from './files.ts';
import { NoteCalls } from './note-calls.ts';
import { References } from './references.ts';

/** What knows the notes of a table. */
interface TableNoteCalls {
  /** A marker of one of them; nothing of a note of the text. */
  call(name: string): Inline | undefined;
}

/** Reads running text, and keeps what its marks name. */
export class InlineReader {
  readonly context: TextContext;
  readonly apparatus: Apparatus;
  readonly references: References;
  readonly files: UsedFiles;
  readonly notes: NoteCalls;
  /** Whether the note that is being read says that its text is lost. */
  isLost = false;
  /** Those of the table that is being read. */
  tableNotes: TableNoteCalls | undefined;
  private citations = 0;

  /** @param files what the article's folder of files holds */
  constructor(context: TextContext, files: ArticleFiles) {
    this.context = context;
    this.apparatus = new Apparatus(context);
    this.references = new References(context);
    this.files = new UsedFiles(context, files);
    this.notes = new NoteCalls(context);
  }

  /** The children of a block, and its source lines. */
  running(
    nodes: readonly PhrasingContent[],
    block: string,
    language: string,
  ): { readonly children: readonly Inline[]; readonly source: readonly LineRange[] } {
    const { children, source } = this.read(nodes, block, language);
    return { children, source };
  }

  /**
   * @param block the id of the block in which it stands, or of that which is one with it
   * @param language that of the text
   */
  read(nodes: readonly PhrasingContent[], block: string, language: string): Marked {
    const marked = readMarks(nodes, {
      isDraft: this.context.isDraft,
      language,
      fault: (line, what, fix) => this.context.fault(line, what, fix),
      lacks: (line, what, fix) => this.context.lacks(line, what, fix),
      doubtLetters: (line, what, text, tag) => this.context.doubtLetters(line, what, text, tag),
      citation: (citation) => {
        this.citations += 1;
        return { ...citation, id: `c${this.citations}` };
      },
      noteRef: (name, line) => this.tableNotes?.call(name) ?? this.notes.call(name, block, line),
      part: (name, line) => this.references.refer(name, line),
      file: (address, line) => {
        const name = this.files.nameAt(address, line);
        const mediaType = name === undefined ? undefined : this.files.use(name, line)?.mediaType;
        return name === undefined ? undefined : { name, mediaType };
      },
      readingText: (id) => this.apparatus.entries.readings[id]?.text,
      apparatus: (kind, id, printed, line) => this.apparatus.mark(kind, id, printed, block, line),
    });
    this.isLost ||= marked.lost;
    return hasPersianRules(language) ? { ...marked, children: isolateLatin(marked.children) } : marked;
  }
}
