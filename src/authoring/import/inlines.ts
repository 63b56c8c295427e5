/** Running text of a manuscript as the text of an edition writes it (CONTRIBUTING.md, "Within a line"). */
import { fileAddress } from '../../edition/article-files.ts';
import { troublesOfFormula } from '../../edition/reading/marks.ts';
import { unhandled } from '../../exhaustive.ts';
import { languageTag } from '../../text/languages.ts';
import { unwantedIn } from '../../text/unwanted.ts';
import type { Anchors } from './anchors.ts';
import type { Citations } from './citations.ts';
import { pairedHtml, texReference } from './raw.ts';
import type { Remarks } from './remarks.ts';
import { codeOf, escapeAddress, escapeText, joinPieces, type Piece } from './signs.ts';
import { attributeOf, type Block, type Inline, wordsOf } from './tree.ts';

/** In what running text stands. */
export interface Scope {
  /** The language of the words, a BCP 47 tag. */
  readonly language: string;
  /** A heading, a caption, a cell: its lines cannot be ended. */
  readonly isOneLine?: boolean;
  readonly isCell?: boolean;
  readonly isInNote?: boolean;
  /** Neither a link nor a note can stand in a link. */
  readonly isInLink?: boolean;
  readonly isStrong?: boolean;
  readonly isEmphasis?: boolean;
  /** The names of the notes of the table in which it stands, by their ids. */
  readonly tableNotes?: ReadonlyMap<string, string>;
}

/** What is counted for the report. */
export interface Counts {
  formulas: number;
  citations: number;
  links: number;
}

export class InlineWriter {
  readonly remarks: Remarks;
  readonly counts: Counts = { formulas: 0, citations: 0, links: 0 };
  /** What the text calls and is not there. */
  private readonly unknown = new Set<string>();
  private readonly citations: Citations;
  private readonly anchors: Anchors;
  private readonly offered: ReadonlyMap<string, string>;
  private readonly writeNote: (blocks: readonly Block[]) => string;

  /**
   * @param offered the names of the files that links lead to, by their addresses
   * @param writeNote keeps a note for the end of the text, and answers its mark
   */
  constructor(
    remarks: Remarks,
    citations: Citations,
    anchors: Anchors,
    offered: ReadonlyMap<string, string>,
    writeNote: (blocks: readonly Block[]) => string,
  ) {
    this.remarks = remarks;
    this.citations = citations;
    this.anchors = anchors;
    this.offered = offered;
    this.writeNote = writeNote;
  }

  /** Running text, with no space at its ends. */
  write(inlines: readonly Inline[], scope: Scope): string {
    return joinPieces(this.pieces(inlines, scope))
      .replace(/[^\S\n\u00a0]+/g, ' ')
      .trim();
  }

  private pieces(inlines: readonly Inline[], scope: Scope): Piece[] {
    const pieces: Piece[] = [];
    let words = '';
    const endWords = () => {
      if (words !== '') pieces.push({ text: this.words(words, scope) });
      words = '';
    };
    const add = (inline: Inline) => {
      if (inline.t === 'Str') words += inline.c;
      else if (inline.t === 'Space' || inline.t === 'SoftBreak') words += ' ';
      else if (inline.t === 'Quoted') {
        const [open, close] = inline.c[0].t === 'DoubleQuote' ? ['“', '”'] : ['‘', '’'];
        words += open;
        for (const one of inline.c[1]) add(one);
        words += close;
      } else {
        endWords();
        pieces.push(...this.piece(inline, scope));
      }
    };
    for (const inline of pairedHtml(inlines)) add(inline);
    endWords();
    return pieces;
  }

  private piece(inline: Exclude<Inline, { t: 'Str' | 'Space' | 'SoftBreak' | 'Quoted' }>, scope: Scope): Piece[] {
    switch (inline.t) {
      case 'Space':
      case 'SoftBreak':
        return [{ text: ' ' }];
      case 'LineBreak':
        return [{ text: scope.isOneLine ? ' ' : '\\\n' }];
      case 'Emph':
        return scope.isEmphasis
          ? this.pieces(inline.c, scope)
          : this.signed('*', inline.c, { ...scope, isEmphasis: true });
      case 'Strong':
        return scope.isStrong
          ? this.pieces(inline.c, scope)
          : this.signed('**', inline.c, { ...scope, isStrong: true });
      case 'Superscript':
        return this.raised(inline.c, scope);
      case 'Subscript':
        return this.signed('~', inline.c, scope);
      case 'Strikeout':
        this.remarks.add('words were struck out; they stand as others do', wordsOf(inline.c));
        return this.pieces(inline.c, scope);
      case 'Underline':
        return this.marked('u:', inline.c, scope);
      case 'SmallCaps':
        return this.marked('sc:', inline.c, scope);
      case 'Cite':
        return [{ text: this.cite(inline, scope) }];
      case 'Code':
        return [{ text: this.code(inline.c[1], scope) }];
      case 'Math':
        return [{ text: this.formula(inline.c[1], scope) }];
      case 'RawInline':
        return this.raw(inline.c[0], inline.c[1], scope);
      case 'Link':
        return this.link(inline, scope);
      case 'Image':
        this.remarks.add('a picture within a line was left out', wordsOf(inline.c[1]) || inline.c[2][0]);
        return [];
      case 'Note':
        return [{ text: this.note(inline.c, scope) }];
      case 'Span':
        return this.span(inline, scope);
      default:
        return unhandled(inline);
    }
  }

  /** Words, with their signs told from ours. */
  private words(text: string, scope: Scope): string {
    const seen = this.seen(text, scope);
    if (scope.isInLink) return escapeText(seen);
    return seen
      .split(/((?:https?:\/\/|www\.)[^\s<>"«»]+)/)
      .map((part, index) => (index % 2 === 0 ? escapeText(part) : this.address(part)))
      .join('');
  }

  /** An address that stands in the text as words. */
  private address(written: string): string {
    const [, address = '', rest = ''] = /^(.*?)([.,;:!?)\]،؛'’”]*)$/s.exec(written) ?? [];
    const closes = rest.startsWith(')') && address.includes('(') ? ')' : '';
    const url = `${address}${closes}`;
    const full = url.startsWith('www.') ? `http://${url}` : url;
    const behind = escapeText(rest.slice(closes.length));
    if (!URL.canParse(full)) return `${escapeText(url)}${behind}`;
    this.counts.links += 1;
    return `[${escapeText(url)}](${escapeAddress(full)})${behind}`;
  }

  /** Without characters that nobody sees, and with Persian letters for Arabic ones in a Persian text. */
  private seen(text: string, { language }: Scope): string {
    let clean = text;
    for (let found = unwantedIn(clean); found; found = unwantedIn(clean)) {
      this.remarks.count('a character that nobody sees was taken out (direction marks, controls)');
      clean = clean.slice(0, found.index) + clean.slice(found.index + 1);
    }
    if (language !== 'fa' && language !== 'en') return clean;
    const arabic = clean.match(/[يك]/g)?.length ?? 0;
    if (arabic > 0) this.remarks.count('an Arabic ي or ك was written as Persian ی or ک', arabic);
    return arabic > 0 ? clean.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : clean;
  }

  /** Words between two signs; the spaces at their ends stand outside. */
  private signed(sign: '*' | '**' | '~', inlines: readonly Inline[], scope: Scope): Piece[] {
    const text = joinPieces(this.pieces(inlines, scope));
    const inside = text.trim();
    if (inside === '') return [{ text }];
    return [
      { text: text.slice(0, text.length - text.trimStart().length) },
      { text: inside, sign },
      { text: text.slice(text.trimEnd().length) },
    ];
  }

  /** `^` holds one word: several stand in several. */
  private raised(inlines: readonly Inline[], scope: Scope): Piece[] {
    const text = joinPieces(this.pieces(inlines, scope));
    // A mark of a note is raised anyway, and a citation is none of superscripts.
    if (text.trim() === '' || /\]\(|\[\^/.test(text)) return [{ text }];
    return [{ text: text.replace(/[^\s\u00a0]+/g, (word) => `^${word.replaceAll('\\^', '')}^`) }];
  }

  /** Words in a mark whose address says what they are. */
  private marked(address: string, inlines: readonly Inline[], scope: Scope): Piece[] {
    const own = this.pieces(inlines, scope);
    const text = joinPieces(own);
    // Links are underlined by others, and shown as links here.
    if (scope.isInLink || /\]\(|\[\^/.test(text) || text.trim() === '') return own;
    const inside = text.trim();
    return [
      { text: text.slice(0, text.length - text.trimStart().length) },
      { text: `[${inside}](${address})` },
      { text: text.slice(text.trimEnd().length) },
    ];
  }

  private cite(cite: Extract<Inline, { t: 'Cite' }>, scope: Scope): string {
    // Quarto and MyST call a figure as they cite a work: `@fig-map`.
    const ids = cite.c[0].map(({ citationId }) => citationId);
    if (ids.every((id) => !this.citations.has(id) && this.anchors.of(id) !== undefined))
      return ids.map((id) => this.reference(id, [], scope)).join(', ');
    if (scope.isInLink) {
      this.remarks.add('a citation within a link lost its mark', wordsOf(cite.c[1]));
      return escapeText(this.citations.plain(cite));
    }
    const { text, marked } = this.citations.write(cite, scope.language);
    this.counts.citations += marked;
    return text;
  }

  private code(value: string, { isCell }: Scope): string {
    const code = codeOf(value);
    return isCell ? code.replaceAll('|', '\\|') : code;
  }

  private formula(written: string, { isCell }: Scope): string {
    const tex = tidyTex(written).replace(/\s*\n\s*/g, ' ');
    const own = isCell ? tex.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert ') : tex;
    if (own === '') return '';
    if (own.includes('$') || troublesOfFormula(own, false).length > 0) {
      this.remarks.add('a formula that the edition cannot read stands as code', own);
      return this.code(own, { language: 'en', ...(isCell ? { isCell } : {}) });
    }
    this.counts.formulas += 1;
    return `$${own}$`;
  }

  private raw(format: string, text: string, scope: Scope): Piece[] {
    if (/^(?:tex|latex)$/.test(format)) {
      const reference = texReference(text);
      if (reference) return [{ text: this.reference(reference.id, reference.words, scope) }];
      if (/^\\(?:label|index|nobreak|newline|noindent)\b/.test(text)) return [];
    }
    if (format === 'html' && /^<br\s*\/?>$/i.test(text)) return this.piece({ t: 'LineBreak' }, scope);
    if (format === 'html' && /^<!--/.test(text)) this.remarks.add('a comment was left out', text);
    else if (format === 'html') this.remarks.add('a tag of HTML was left out, the words in it stayed', text);
    else this.remarks.add(`a piece of ${format} was left out`, text);
    return [];
  }

  /**
   * A part of the text, called by its id.
   *
   * @param words what it prints; nothing for what the edition prints of its own
   */
  private reference(id: string, words: readonly Inline[], scope: Scope): string {
    const anchor = this.anchors.of(id);
    const said = joinPieces(this.pieces(words, { ...scope, isInLink: true })).trim();
    if (anchor === undefined) {
      // What a text calls often is said once.
      if (!this.unknown.has(id))
        this.remarks.add(
          `a cross reference to "${id}" leads nowhere; its words stay, here and further on`,
          wordsOf(words),
        );
      this.unknown.add(id);
      return said;
    }
    if (scope.isInLink) return said;
    return said === '' ? `[](#${anchor.name})` : `[${said === '#' ? anchor.number : said}](#${anchor.name})`;
  }

  private link(inline: Extract<Inline, { t: 'Link' }>, scope: Scope): Piece[] {
    const [attr, words, [url]] = inline.c;
    const own = () => this.pieces(words, scope);
    if (scope.isInLink) return own();
    if (url.startsWith('#')) {
      const id = decodeAddress(url.slice(1));
      const note = scope.tableNotes?.get(id);
      if (note !== undefined) return [{ text: `[^${note}]` }];
      const kind = attributeOf(attr, 'reference-type');
      // A number, or the label where pandoc knows none: the edition counts anew, in the digits of the text.
      const isBare = wordsOf(words) === `[${id}]` || /^[\d.]+$/.test(wordsOf(words));
      if (kind !== undefined && isBare) {
        const counted: Inline[] = [{ t: 'Str', c: '#' }];
        return [
          { text: kind === 'eqref' ? `(${this.reference(id, counted, scope)})` : this.reference(id, counted, scope) },
        ];
      }
      return [{ text: this.reference(id, words, scope) }];
    }
    const text = joinPieces(this.pieces(words, { ...scope, isInLink: true })).trim();
    const file = this.offered.get(url);
    if (file !== undefined && text !== '' && !text.includes('[^')) return [{ text: `[${text}](${fileAddress(file)})` }];
    const isMail = /^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+$/.test(url);
    if (!isMail && !(/^https?:/.test(url) && URL.canParse(url))) {
      this.remarks.add(`the address of a link was left out (${url})`, wordsOf(words));
      return own();
    }
    if (text === '' || text.includes('[^')) return own();
    this.counts.links += 1;
    return [{ text: `[${text}](${isMail ? url : escapeAddress(url)})` }];
  }

  private note(blocks: readonly Block[], scope: Scope): string {
    if (!scope.isInNote && !scope.isInLink) return this.writeNote(blocks);
    const words = blocks.flatMap((block) =>
      'c' in block && (block.t === 'Para' || block.t === 'Plain') ? block.c : [],
    );
    this.remarks.add('a note within a note stands in brackets', wordsOf(words));
    return ` (${this.write(words, { ...scope, isOneLine: true })})`;
  }

  private span(inline: Extract<Inline, { t: 'Span' }>, scope: Scope): Piece[] {
    const [attr, words] = inline.c;
    const [, classes] = attr;
    if (classes.includes('comment-start')) {
      const who = attributeOf(attr, 'author') ?? '';
      this.remarks.add(`a comment${who === '' ? '' : ` of ${who}`} was left out`, wordsOf(words));
      return [];
    }
    if (classes.includes('comment-end') || classes.includes('anchor')) return [];
    if (classes.includes('deletion')) {
      this.remarks.count('a deletion that was not accepted yet was taken as accepted');
      return [];
    }
    if (classes.includes('insertion'))
      this.remarks.count('an insertion that was not accepted yet was taken as accepted');
    if (classes.includes('mark')) this.remarks.count('a highlighted word lost its colour');
    if (classes.includes('citation')) {
      const cites = words.filter((word) => word.t === 'Cite');
      if (cites.length > 0) return [{ text: this.cite(this.citations.verbatim(words), scope) }];
    }
    if (classes.includes('lost')) return [{ text: '[](lost:)' }];
    if (classes.includes('smallcaps')) return this.marked('sc:', words, scope);
    if (classes.includes('underline') || classes.includes('ul')) return this.marked('u:', words, scope);
    const language = languageTag(attributeOf(attr, 'lang') ?? '');
    // Latin words in a Persian text are isolated anyway.
    const base = language?.split('-')[0];
    if (language === undefined || base === scope.language || base === 'en') return this.pieces(words, scope);
    return this.marked(`lang:${language}`, words, { ...scope, language });
  }
}

/** TeX without its comments, its label and its spaces at the ends. */
export const tidyTex = (tex: string): string =>
  tex
    .replace(/(?<!\\)%[^\n]*/g, '')
    .replace(/\\label\s*\{[^{}]*\}/g, '')
    .trim();

function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
