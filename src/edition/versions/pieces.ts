/** A version cut into what keeps its identity from version to version, each piece as words and marks that can be compared. */
import { unhandled } from '../../exhaustive.ts';
import { type Texts, textIn } from '../../text/languages.ts';
import { type LocatorKind, sayLocatorPlainly } from '../locators.ts';
import {
  childrenOf,
  type Figure,
  type FlatBlock,
  flatBlocks,
  type Inline,
  type LineRange,
  placesOf,
  plainText,
  type Reading,
  sayNote,
  type Table,
  type Version,
} from '../model.ts';

export type PieceKind = FlatBlock['type'] | 'note' | 'abstract';

/** What a block can become from one version to the next and be the same piece still: a list may become a paragraph. */
const groups: Readonly<Record<FlatBlock['type'], string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'paragraph',
  table: 'table',
  figure: 'figure',
  formula: 'formula',
  listing: 'listing',
  verse: 'verse',
  definitions: 'definitions',
};

/** What a token says that is no letter of the text. */
export type Mark =
  | {
      readonly type: 'citation';
      readonly key: string;
      readonly locator?: string | undefined;
      readonly locatorKind: LocatorKind;
    }
  | { readonly type: 'note'; readonly number: number }
  | ({ readonly type: 'reading' } & Pick<Reading, 'text' | 'source' | 'candidates' | 'certainty' | 'reason'>)
  | { readonly type: 'remark'; readonly text: Texts }
  /** Emphasis and other styles, code, a formula, the end of a line, supplied words, the address of a link, the level of a heading. */
  | { readonly type: 'markup'; readonly what: string }
  /** The text of a note that the source has lost. */
  | { readonly type: 'lost' }
  /** Where a paragraph, an item or a cell ends and the next begins. */
  | { readonly type: 'break' };

/** A word, a number, a sign, white space, or a mark. */
export interface Token {
  readonly text: string;
  /** Tokens are the same if their keys are. */
  readonly key: string;
  /** The language of a run in another language than the piece. */
  readonly lang?: string | undefined;
  readonly mark?: Mark | undefined;
}

export interface Piece {
  /** The anchor in the version. */
  readonly id: string;
  readonly kind: PieceKind;
  /** Pieces of different groups are never the same: a heading and a paragraph, two abstracts. */
  readonly group: string;
  readonly language: string;
  readonly source: readonly LineRange[];
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Equal for pieces that are equal in every word and mark. */
  readonly signature: string;
  /** For a note: the block in which its first marker stands. */
  readonly block?: string | undefined;
}

const tokenForm = /\p{N}+|[\p{L}\p{M}\u200c\u200d\u0640]+|\s+|./gsu;

/** The tokens of a text without marks. */
export const wordsOf = (text: string, lang?: string): Token[] =>
  (text.match(tokenForm) ?? []).map((word) => ({ text: word, key: /^\s/.test(word) ? ' ' : word, lang }));

const markToken = (mark: Mark, key: string, text = ''): Token => ({ text, key: `\u0000${key}`, mark });

/** Between two paragraphs, items or cells. */
export const breakToken: Token = markToken({ type: 'break' }, 'break');

/** The tokens of running text. A mark stands after the words that it marks; what has an extent is opened too. */
function tokensOf(inlines: readonly Inline[], version: Version, lang?: string): Token[] {
  return inlines.flatMap((inline): Token[] => {
    const inside = tokensOf(childrenOf(inline), version, inline.type === 'foreign' ? inline.language : lang);
    const marked = (what: string, content = inside): Token[] => {
      const mark = markToken({ type: 'markup', what }, `markup ${what}`);
      return [mark, ...content, mark];
    };
    switch (inline.type) {
      case 'text':
        return wordsOf(inline.value, lang);
      case 'noteRef': {
        // The number is not compared: a note before it may have been added.
        const number = Number(inline.note.slice(2));
        return [markToken({ type: 'note', number }, 'note', String(number))];
      }
      case 'tableNote':
        return [markToken({ type: 'markup', what: 'tableNote' }, `table note ${inline.sign}`, inline.sign)];
      case 'foreign':
        return inside;
      case 'citation': {
        const { key, locator, locatorKind = 'page' } = inline;
        const text = locator === undefined ? key : `${key}: ${sayLocatorPlainly(locatorKind, locator)}`;
        return [...inside, markToken({ type: 'citation', key, locator, locatorKind }, `citation ${text}`, text)];
      }
      case 'reading': {
        const reading = version.readings.find((one) => one.id === inline.reading);
        if (!reading) return inside;
        const { text, source, candidates, certainty, reason } = reading;
        const mark = { type: 'reading', text, source, candidates, certainty, reason } as const;
        return [...inside, markToken(mark, JSON.stringify(mark), `${source} → ${candidates.join(' / ')}`)];
      }
      case 'remark': {
        const remark = version.remarks.find((one) => one.id === inline.remark);
        if (!remark) return inside;
        const mark = { type: 'remark', text: remark.text } as const;
        return [...inside, markToken(mark, JSON.stringify(mark), textIn(remark.text, 'en').value)];
      }
      case 'code':
        return marked('code', wordsOf(inline.value, lang));
      case 'formula':
        return marked('formula', wordsOf(inline.tex, 'zxx'));
      case 'lineBreak':
        return [...wordsOf(' ', lang), markToken({ type: 'markup', what: 'lineBreak' }, 'markup lineBreak')];
      case 'styled':
        return marked(inline.style);
      case 'emphasis':
      case 'supplied':
        return marked(inline.type);
      case 'link':
        return marked(`link ${inline.url}`);
      case 'crossReference':
        // What it prints is compared: its number changes where a figure before it is added, and nothing else does.
        return inside;
      case 'file':
        return marked(`file ${inline.name}`);
      default:
        return unhandled(inline);
    }
  });
}

/** The tokens of texts at their places, with a mark between them. */
const joinedTokens = (texts: readonly (readonly Inline[])[], version: Version): Token[] =>
  texts.flatMap((text, index) => [...(index > 0 ? [breakToken] : []), ...tokensOf(text, version)]);

/** Which cells of a table go over several columns or rows. */
function mergedOf({ head, rows }: Table): Token[] {
  const merged = [...head, ...rows].flat().map(({ columns, rows }) => (columns * rows > 1 ? `${columns}×${rows}` : ''));
  return merged.some(Boolean) ? [markToken({ type: 'markup', what: 'merged' }, `merged ${merged.join()}`)] : [];
}

/** The pictures of a figure: which files, what they show, and under what they may be used. */
const picturesOf = ({ pictures, licence }: Figure): Token[] => [
  ...pictures.flatMap(({ name, alt }) => [
    markToken({ type: 'markup', what: `image ${name}` }, `image ${name}`),
    ...wordsOf(alt),
    breakToken,
  ]),
  ...(licence ? [...wordsOf(licence.name), breakToken] : []),
];

const signatureOf = (tokens: readonly Token[]) => tokens.map((token) => token.key).join('\u0001');

const cut = new WeakMap<Version, readonly Piece[]>();

/** The pieces of a version in reading order: abstracts, body (a quotation as its paragraphs), notes. */
export function piecesOf(version: Version, language: string): readonly Piece[] {
  const known = cut.get(version);
  if (known) return known;
  const abstracts = new Map(
    version.abstracts.flatMap((abstract) => abstract.blocks.map((block) => [block.id, abstract] as const)),
  );
  const blocks = flatBlocks(version).map((block): Piece => {
    const abstract = abstracts.get(block.id);
    const texts = placesOf(block);
    const level = block.type === 'heading' ? `h${block.depth}` : undefined;
    const tokens = [
      ...(level ? [markToken({ type: 'markup', what: level }, `markup ${level}`)] : []),
      ...(block.type === 'figure' ? picturesOf(block) : []),
      ...(block.type === 'table' && block.label !== undefined
        ? [markToken({ type: 'markup', what: 'label' }, 'label')]
        : []),
      ...(block.type === 'table' ? mergedOf(block) : []),
      ...joinedTokens(texts, version),
    ];
    return {
      id: block.id,
      kind: abstract ? 'abstract' : block.type,
      group: abstract ? abstract.id : groups[block.type],
      language: abstract?.language ?? language,
      source: block.source,
      text: texts.map(plainText).join(' '),
      tokens,
      signature: signatureOf(tokens),
    };
  });
  const notes = version.notes.map((note): Piece => {
    const tokens = note.lost
      ? [markToken({ type: 'lost' }, 'lost')]
      : joinedTokens(note.blocks.flatMap(placesOf), version);
    return {
      id: note.id,
      kind: 'note',
      group: 'note',
      language,
      source: note.source,
      text: sayNote(note),
      tokens,
      signature: signatureOf(tokens),
      block: note.calledIn[0],
    };
  });
  const pieces = [...blocks, ...notes];
  cut.set(version, pieces);
  return pieces;
}
