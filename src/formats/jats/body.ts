/** Running text in JATS: abstracts, `body`, and what they are made of. Ids are those of the page. */
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { fileAddress } from '../../edition/article-files.ts';
import { labelOf } from '../../edition/labels.ts';
import {
  type Abstract,
  anchorOfTableCall,
  type Block,
  childrenOf,
  type Figure,
  type Inline,
  lineIn,
  type Part,
  plainText,
  type Row,
  sourcedBlocks,
  type Table,
  type TextStyle,
  titledBlocks,
  type Verse,
  type VerseLine,
  type VersionOf,
} from '../../edition/model.ts';
import { type Section, sectionsOf } from '../../edition/sections.ts';
import { unhandled } from '../../exhaustive.ts';
import { mathOf } from '../../formulas/mathml.ts';
import { inNamespace } from '../../formulas/namespace.ts';
import { wordsOf } from '../../locales/index.ts';
import { sayPart } from '../../locales/places.ts';
import { sayNumber } from '../../text/digits.ts';
import { langAttribute } from '../full-text.ts';

/** `abstract` or `trans-abstract`. */
export function jatsAbstract(name: 'abstract' | 'trans-abstract', abstract: Abstract): Element {
  return x(
    name,
    {
      id: abstract.id,
      'abstract-type': abstract.kind === 'extended' ? 'extended' : undefined,
      'xml:lang': abstract.language,
    },
    x('title', wordsOf(abstract.language)[abstract.kind === 'extended' ? 'extendedAbstract' : 'abstract']),
    ...sectioned(abstract.blocks, abstract.language),
  );
}

/** `body`: blocks before the first heading, then `sec` in `sec`. */
export const jatsBody = ({ article: { language }, version }: VersionOf): Element =>
  x('body', sectioned(version.body, language));

function sectioned(content: readonly Block[], language: string): Element[] {
  const { blocks, sections } = sectionsOf(content);
  return [
    ...blocks.map((block) => jatsBlock(block, language)),
    ...sections.map((section) => sectionElement(section, language)),
  ];
}

function sectionElement({ heading, blocks, sections }: Section, language: string): Element {
  return x(
    'sec',
    { id: heading.id },
    x('title', jatsInlines(heading.children, language)),
    blocks.map((block) => jatsBlock(block, language)),
    sections.map((section) => sectionElement(section, language)),
  );
}

function jatsBlock(block: Block, language: string): Element {
  switch (block.type) {
    case 'heading':
      return x('p', { id: block.id }, x('bold', jatsInlines(block.children, language)));
    case 'paragraph':
      return x('p', { id: block.id }, jatsInlines(block.children, language));
    case 'quotation':
      return x('disp-quote', { id: block.id }, ...jatsSourced(block.blocks, language));
    case 'list':
      return x(
        'list',
        { id: block.id, 'list-type': block.ordered ? 'order' : 'bullet' },
        block.items.map((item, index) =>
          x(
            'list-item',
            {},
            // Readers number from the first label on (pandoc); without one, from 1.
            block.start === undefined ? undefined : x('label', `${block.start + index}`),
            jatsItem(item, language),
          ),
        ),
      );
    case 'listing':
      return x('code', { id: block.id, language: block.language, 'xml:space': 'preserve' }, block.value);
    case 'verse':
      return verseGroup(block, language);
    case 'definitions':
      return x(
        'def-list',
        { id: block.id },
        ...block.entries.map(({ term, meanings }) =>
          x(
            'def-item',
            {},
            x('term', {}, ...jatsInlines(term, language)),
            ...meanings.map((meaning) => x('def', {}, x('p', {}, ...jatsInlines(meaning, language)))),
          ),
        ),
      );
    case 'rule':
      return x('p', { id: block.id, 'content-type': 'thematic-break' }, '* * *');
    case 'part':
      return partElement(block, language);
    case 'table':
      return tableWrap(block, language);
    case 'figure':
      return figure(block, language);
    case 'formula':
      // In a paragraph: outside of one pandoc passes it over.
      return x('p', [
        x(
          'disp-formula',
          { id: block.id },
          block.number === undefined ? undefined : x('label', `(${sayNumber(block.number, language)})`),
          bothNotations(block.tex, true),
        ),
      ]);
    default:
      return unhandled(block);
  }
}

/** The blocks of a note, whose only paragraph needs no name of its own. */
export function jatsNote(blocks: readonly Block[], language: string): Element[] {
  const line = lineIn(blocks);
  return line
    ? [x('p', jatsInlines(line.text, language)), ...jatsParagraphs(line.lists, language)]
    : jatsParagraphs(blocks, language);
}

/** Blocks whose last may say from where they are: `attrib`. */
function jatsSourced(content: readonly Block[], language: string): Element[] {
  const { blocks, source } = sourcedBlocks(content);
  return [
    ...blocks.map((block) => jatsBlock(block, language)),
    ...(source ? [x('attrib', { id: source.id }, ...jatsInlines(source.children, language))] : []),
  ];
}

/** A group of stanzas, if there are several, of couplets, whose hemistichs are a line each, and of lines. */
function verseGroup({ id, stanzas, credit }: Verse, language: string): Element {
  const half = (text: readonly Inline[]) => x('verse-line', {}, ...jatsInlines(text, language));
  const line = (halves: VerseLine): Element =>
    halves.length > 1 ? x('verse-group', { 'content-type': 'couplet' }, ...halves.map(half)) : half(halves[0] ?? []);
  return x(
    'verse-group',
    { id },
    ...(stanzas.length > 1
      ? stanzas.map((stanza) => x('verse-group', { 'content-type': 'stanza' }, ...stanza.map(line)))
      : stanzas.flat().map(line)),
    ...(credit.length > 0 ? [x('attrib', {}, ...jatsInlines(credit, language))] : []),
  );
}

/** A part as JATS has it in the body or, of what closes a text, in `back`. */
function partElement(part: Part, language: string): Element {
  const { id, kind } = part;
  const { title, blocks } = titledBlocks(part);
  const label = sayPart(part, language);
  const titled = title ? x('title', { id: title.id }, ...jatsInlines(title.children, language)) : undefined;
  const named = titled ?? x('title', label);
  switch (kind) {
    case 'box':
      return x(
        'boxed-text',
        { id },
        x('label', label),
        titled && x('caption', {}, titled),
        blocks.map((block) => jatsBlock(block, language)),
      );
    case 'epigraph':
      return x('disp-quote', { id, 'content-type': 'epigraph' }, titled, ...jatsSourced(blocks, language));
    // JATS has no dedication of an article.
    case 'dedication':
      return x(
        'disp-quote',
        { id, 'content-type': 'dedication' },
        titled,
        ...blocks.map((block) => jatsBlock(block, language)),
      );
    case 'acknowledgements':
      return x('ack', { id }, named, ...jatsParagraphs(blocks, language));
    case 'appendix':
      return x('app', { id }, x('label', label), titled, ...sectioned(blocks, language));
    case 'glossary':
      return x('glossary', { id }, named, ...blocks.map((block) => jatsBlock(block, language)));
    default:
      return unhandled(kind);
  }
}

/** What closes the text, for `back`: `ack`, `app-group`, `glossary`. */
export function jatsEnds({ article: { language }, version }: VersionOf): Element[] {
  const { ends } = sectionsOf(version.body);
  const appendices = ends.filter(({ kind }) => kind === 'appendix').map((end) => partElement(end, language));
  const others = ends.filter(({ kind }) => kind !== 'appendix').map((end) => partElement(end, language));
  return [...others, ...(appendices.length > 0 ? [x('app-group', {}, ...appendices)] : [])];
}

/** Blocks where JATS has paragraphs alone: what is none stands in one. */
const jatsParagraphs = (blocks: readonly Block[], language: string): Element[] =>
  blocks.map((block) => {
    const element = jatsBlock(block, language);
    return element.name === 'p' ? element : x('p', [element]);
  });

/** The blocks of an item of a list, which holds lists too; its only paragraph needs no name of its own. */
function jatsItem(item: readonly Block[], language: string): Element[] {
  const line = lineIn(item);
  if (!line)
    return item.flatMap((block) =>
      block.type === 'list' ? [jatsBlock(block, language)] : jatsParagraphs([block], language),
    );
  return [x('p', jatsInlines(line.text, language)), ...line.lists.map((list) => jatsBlock(list, language))];
}

/** `fig`: each picture with what it shows, below the caption. */
function figure({ id, label, caption: text, pictures, credit: words, licence }: Figure, language: string): Element {
  return x(
    'fig',
    { id },
    x('label', label),
    text.length > 0 ? x('caption', [x('title', jatsInlines(text, language))]) : undefined,
    pictures.map(({ name, alt, file }) => {
      const [mimetype, subtype] = file?.mediaType.split('/') ?? [];
      return x(
        'graphic',
        { 'xlink:href': fileAddress(name), mimetype, 'mime-subtype': subtype },
        alt === '' ? undefined : x('alt-text', alt),
      );
    }),
    words.length > 0 ? x('attrib', jatsInlines(words, language)) : undefined,
    licence &&
      x('permissions', [
        x('license', licence.url === undefined ? {} : { 'xlink:href': licence.url }, x('license-p', licence.name)),
      ]),
  );
}

const caption = (text: readonly Inline[], language: string): Element | undefined =>
  text.length > 0 ? x('caption', [x('title', jatsInlines(text, language))]) : undefined;

/** The label of a table, and its caption without it: that of a restored text says it in its first words. */
function labelAndCaption({ id, label, caption: text }: Table, language: string) {
  const [first, ...others] = text;
  const said = language === 'fa' || language === 'en' ? labelOf(id, language) : undefined;
  if (label !== undefined || said === undefined || first?.type !== 'text' || !first.value.startsWith(said))
    return { label, text };
  const value = first.value.slice(said.length);
  // «Table 1» is not the label of «Table 12».
  if (/^[\p{L}\p{N}]/u.test(value)) return { label, text };
  const rest = value.replace(/^[\s:.،,–—-]+/, '');
  return { label: said, text: rest === '' ? others : [{ ...first, value: rest }, ...others] };
}

/**
 * `table-wrap`. A figure whose drawing the source has lost is one too, and says so: a `fig` holds a table only inside a
 * paragraph, where readers (pandoc, for one) run its cells together.
 */
function tableWrap(table: Table, language: string): Element {
  const foot = [
    ...table.notes.map(({ id, sign, text }) => x('fn', { id }, x('label', sign), x('p', jatsInlines(text, language)))),
    ...(table.credit.length > 0 ? [x('attrib', jatsInlines(table.credit, language))] : []),
  ];
  const { label, text } = labelAndCaption(table, language);
  return x(
    'table-wrap',
    { id: table.id, 'content-type': table.kind === 'figure' ? 'figure-given-as-table' : undefined },
    label === undefined ? undefined : x('label', label),
    caption(text, language),
    tableElement(table, language),
    foot.length > 0 ? x('table-wrap-foot', foot) : undefined,
  );
}

/** Where a link leads, of one that shows no more than its address (JATS4R accessibility: links have words). */
const titleOfLink = (url: string, shown: readonly Inline[]): string | undefined =>
  /^(?:https?|s?ftp):/.test(plainText(shown)) && URL.canParse(url) ? new URL(url).hostname : undefined;

function tableElement({ head, rows }: Table, language: string): Element {
  const row = (cells: Row, scope: 'col' | 'row') =>
    x(
      'tr',
      cells.map(({ text, isHeader, columns, rows: down }) =>
        x(
          isHeader ? 'th' : 'td',
          {
            scope: isHeader ? scope : undefined,
            colspan: columns > 1 ? String(columns) : undefined,
            rowspan: down > 1 ? String(down) : undefined,
          },
          jatsInlines(text, language),
        ),
      ),
    );
  return x('table', [
    x(
      'thead',
      head.map((cells) => row(cells, 'col')),
    ),
    x(
      'tbody',
      rows.map((cells) => row(cells, 'row')),
    ),
  ]);
}

/**
 * Running text as mixed content.
 *
 * @param language the language of what stands around it
 */
export function jatsInlines(inlines: readonly Inline[], language: string): ElementContent[] {
  return inlines.flatMap((inline) => jatsInline(inline, language));
}

const styledElements: Readonly<Record<TextStyle, string>> = {
  strong: 'bold',
  superscript: 'sup',
  subscript: 'sub',
  smallCaps: 'sc',
  underline: 'underline',
};

/** A formula in both notations: readers take the one that they know. */
const bothNotations = (tex: string, isDisplay: boolean): Element =>
  x('alternatives', [x('tex-math', tex), inNamespace(mathOf(tex, isDisplay), 'mml')]);

/** The kind of what an anchor leads to (JATS: `ref-type`). */
const referenceType = (target: string): string =>
  ({ fig: 'fig', table: 'table', s: 'sec', eq: 'disp-formula', box: 'boxed-text', appendix: 'app' })[
    target.replace(/\d.*/, '')
  ] ?? 'other';

function jatsInline(inline: Inline, language: string): ElementContent[] {
  const inside = () => jatsInlines(childrenOf(inline), language);
  switch (inline.type) {
    case 'text':
      return [{ type: 'text', value: inline.value }];
    case 'emphasis':
      return [x('italic', inside())];
    case 'styled':
      return [x(styledElements[inline.style], inside())];
    case 'code':
      return [x('monospace', inline.value)];
    case 'formula':
      return [x('inline-formula', [bothNotations(inline.tex, false)])];
    case 'lineBreak':
      // JATS has `break` in titles and cells alone.
      return [{ type: 'text', value: ' ' }];
    case 'foreign': {
      const children = jatsInlines(inline.children, inline.language);
      const attribute = langAttribute(inline.language, language);
      return 'xml:lang' in attribute
        ? [x('styled-content', { 'style-type': 'foreign', ...attribute }, children)]
        : children;
    }
    case 'citation':
      return [x('xref', { 'ref-type': 'bibr', rid: `ref-${inline.key}`, id: inline.id }, inside())];
    case 'tableNote':
      return [
        x(
          'xref',
          { 'ref-type': 'table-fn', rid: inline.note, id: anchorOfTableCall(inline.note, inline.call) },
          x('sup', inline.sign),
        ),
      ];
    case 'noteRef': {
      const number = sayNumber(Number(inline.note.slice(2)), language);
      return [
        x(
          'xref',
          {
            'ref-type': 'fn',
            rid: inline.note,
            id: inline.call === 1 ? `ref-${inline.note}` : `ref-${inline.note}-${inline.call}`,
          },
          x('sup', number),
        ),
      ];
    }
    // An xref holds no other: readings, which stand inside citations too, point at the apparatus as named content.
    case 'reading':
      return [
        x('named-content', { 'content-type': 'reading', id: `in-${inline.reading}`, rid: inline.reading }, inside()),
      ];
    case 'remark':
      return [
        x('named-content', { 'content-type': 'remark', id: `in-${inline.remark}`, rid: inline.remark }, inside()),
      ];
    case 'supplied':
      return [x('named-content', { 'content-type': 'supplied' }, inside())];
    case 'crossReference':
      return [x('xref', { 'ref-type': referenceType(inline.target), rid: inline.target }, inside())];
    case 'file': {
      const [mimetype, subtype] = inline.mediaType?.split(';')[0]?.split('/') ?? [];
      return [
        x(
          'inline-supplementary-material',
          { 'xlink:href': fileAddress(inline.name), mimetype, 'mime-subtype': subtype },
          inside(),
        ),
      ];
    }
    case 'link':
      return [
        x(
          'ext-link',
          { 'ext-link-type': 'uri', 'xlink:href': inline.url, 'xlink:title': titleOfLink(inline.url, inline.children) },
          inside(),
        ),
      ];
    default:
      return unhandled(inline);
  }
}
