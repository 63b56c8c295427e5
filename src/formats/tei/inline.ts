/** Running text in TEI: language runs, citations, notes, doubtful readings, remarks. */
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { fileAddress } from '../../edition/article-files.ts';
import {
  type Block,
  childrenOf,
  type Inline,
  type LineRange,
  type Note,
  type TextStyle,
  type Version,
} from '../../edition/model.ts';
import { unhandled } from '../../exhaustive.ts';
import { wordsOf } from '../../locales/index.ts';
import { sayNumber } from '../../text/digits.ts';
import { wordsLanguages } from '../../text/languages.ts';
import { langAttribute, linesIn } from '../full-text.ts';
import { inEach, readingEntry } from './apparatus.ts';

/** In what running text stands: the language around it, and the version that has its notes and readings. */
export interface Context {
  readonly language: string;
  readonly version: Version;
  /** How blocks are written: notes stand among words, and hold some. */
  readonly blocks: (blocks: readonly Block[], context: Context) => ElementContent[];
}

/** The value of `corresp`: the lines of `sourceDoc` from which a block was made. */
export const linesOf = (source: readonly LineRange[]): string | undefined =>
  source.length === 0
    ? undefined
    : linesIn(source)
        .map((line) => `#l${line}`)
        .join(' ');

/** What the source has lost: `gap`, with words in the language of the text and in English. */
export const lostGap = (words: 'lostNote' | 'lostCreatorNote', text: string): Element =>
  x(
    'gap',
    { reason: 'lost' },
    wordsLanguages(text).map((language) => x('desc', { 'xml:lang': language }, wordsOf(language)[words])),
  );

/** A note stands where its marker does. */
function noteElement(note: Note, context: Context): Element {
  const { language } = context;
  return x(
    'note',
    {
      'xml:id': note.id,
      n: note.number,
      place: 'bottom',
      corresp: linesOf(note.source),
      ...(note.lost ? {} : langAttribute(note.language, language)),
    },
    note.lost ? lostGap('lostNote', language) : context.blocks(note.blocks, { ...context, language: note.language }),
  );
}

function laterCall({ id, number }: Note, { language }: Context): Element {
  const printed = sayNumber(number, language);
  return x('ref', { type: 'noteAnchor', target: `#${id}`, rend: 'superscript' }, printed);
}

/** A title of the article with its marks; there are no notes in one. */
export const teiTitle = (title: readonly Inline[], language: string, version: Version): ElementContent[] =>
  teiInlines(title, { language, version, blocks: () => [] });

/** Running text as mixed content. */
export function teiInlines(inlines: readonly Inline[], context: Context): ElementContent[] {
  return inlines.flatMap((inline) => teiInline(inline, context));
}

/** Values of `rend` that readers of TEI know (TEI Simple). */
const renditions: Readonly<Record<TextStyle, string>> = {
  strong: 'bold',
  superscript: 'superscript',
  subscript: 'subscript',
  smallCaps: 'smallcaps',
  underline: 'underline',
};

/** A formula as TeX: the schema of all TEI has no MathML in `formula` (a customisation may have). */
export const teiFormula = (
  tex: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): Element => x('formula', { notation: 'tex', ...attributes }, tex);

function teiInline(inline: Inline, context: Context): ElementContent[] {
  const inside = () => teiInlines(childrenOf(inline), context);
  switch (inline.type) {
    case 'text':
      return [{ type: 'text', value: inline.value }];
    case 'emphasis':
      return [x('emph', inside())];
    case 'styled':
      return [x('hi', { rend: renditions[inline.style] }, inside())];
    case 'code':
      return [x('code', inline.value)];
    case 'formula':
      return [teiFormula(inline.tex)];
    case 'lineBreak':
      return [x('lb')];
    case 'foreign': {
      const children = teiInlines(inline.children, { ...context, language: inline.language });
      const attribute = langAttribute(inline.language, context.language);
      return 'xml:lang' in attribute ? [x('foreign', attribute, children)] : children;
    }
    case 'citation':
      return [x('ref', { type: 'bibr', 'xml:id': inline.id, target: `#ref-${inline.key}` }, inside())];
    case 'tableNote':
      return [x('ref', { type: 'note', target: `#${inline.note}`, rend: 'superscript' }, inline.sign)];
    case 'noteRef': {
      const note = context.version.notes.find(({ id }) => id === inline.note);
      if (!note) return [];
      // A note stands where it is called first; the other calls point to it.
      return inline.call === 1 ? [noteElement(note, context)] : [laterCall(note, context)];
    }
    case 'reading': {
      const reading = context.version.readings.find(({ id }) => id === inline.reading);
      return reading ? [readingEntry(reading, inside())] : inside();
    }
    case 'remark': {
      const remark = context.version.remarks.find(({ id }) => id === inline.remark);
      if (!remark) return inside();
      const place = `in-${remark.id}`;
      return [
        x('seg', { 'xml:id': place }, inside()),
        x(
          'note',
          { 'xml:id': remark.id, type: 'editorial', resp: '#editors', target: `#${place}` },
          inEach('p', remark.text),
        ),
      ];
    }
    case 'supplied':
      return [x('supplied', { reason: 'lost', resp: '#editors' }, inside())];
    case 'crossReference':
      return [x('ref', { target: `#${inline.target}` }, inside())];
    case 'file':
      return [x('ref', { target: fileAddress(inline.name) }, inside())];
    case 'link':
      return [x('ref', { target: inline.url }, inside())];
    default:
      return unhandled(inline);
  }
}
