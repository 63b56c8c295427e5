/** The text of a version in a book: abstracts, body, notes, apparatus, works. */

import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { formatList, sortWorks } from '../../bibliography/references.ts';
import { type CitedWork, isStated } from '../../bibliography/work.ts';
import { captionOf, creditOf } from '../../edition/figures.ts';
import { labelOf } from '../../edition/labels.ts';
import { type Mention, mentionsOf, worksOf } from '../../edition/mentions.ts';
import {
  type Abstract,
  anchorOfTableCall,
  anchorsOf,
  anchorsOfCalls,
  type Block,
  type Figure,
  type Inline,
  isEndMatter,
  keywordLine,
  lineIn,
  type Note,
  type Paragraph,
  type Part,
  type PartKind,
  plainText,
  sayBlocks,
  type Table,
  type TableNote,
  titledBlocks,
  type Verse,
  type VerseLine,
  type Version,
} from '../../edition/model.ts';
import { type Section, sectionsOf } from '../../edition/sections.ts';
import { columnLabels, columnsOf, gridOf, type Place } from '../../edition/tables.ts';
import { unhandled } from '../../exhaustive.ts';
import { mathOf } from '../../formulas/mathml.ts';
import { inNamespace } from '../../formulas/namespace.ts';
import { wordsOf } from '../../locales/index.ts';
import { isNumbered, sayPart, sayPlace } from '../../locales/places.ts';
import { sayNumber } from '../../text/digits.ts';
import { isLatin } from '../../text/runs.ts';
import { type Around, epubInlines, epubRunning, epubSaid } from './inline.ts';
import { fromReference, langOf } from './xhtml.ts';

/** What links within the text of a version can lead to. */
export const targetsOf = (version: Version): ReadonlySet<string> =>
  new Set([
    ...version.notes.map(({ id }) => id),
    ...version.readings.map(({ id }) => id),
    ...version.remarks.map(({ id }) => id),
    ...worksOf(version).map(({ key }) => `ref-${key}`),
    ...version.body.flatMap(anchorsOf),
  ]);

/** The abstracts that say something. */
export const saidAbstracts = (version: Version): readonly Abstract[] =>
  version.abstracts.filter(({ blocks }) => sayBlocks(blocks).some((text) => text.trim() !== ''));

export const nameOf = (abstract: Abstract): string =>
  wordsOf(abstract.language)[abstract.kind === 'extended' ? 'extendedAbstract' : 'abstract'];

/** An abstract in its own language and direction, the first of a language with its keywords. */
export function abstractSection(
  abstract: Abstract,
  keywords: readonly (readonly Inline[])[] | undefined,
  around: Around,
): Element {
  const { language } = abstract;
  const words = wordsOf(language);
  return x(
    'section',
    { ...langOf(language), id: abstract.id, 'epub:type': 'abstract', role: 'doc-abstract' },
    x('h2', nameOf(abstract)),
    abstract.blocks.map((block) => blockElement(block, { ...around, language })),
    keywords && x('p', {}, x('b', `${words.keywords}:`), ' ', epubRunning(keywordLine(keywords, language), language)),
  );
}

/** The body: sections in sections. */
export function bodySection(version: Version, around: Around): Element {
  const { blocks, sections, ends } = sectionsOf(version.body);
  return x(
    'section',
    { id: 'text', 'epub:type': 'bodymatter' },
    blocks.map((block) => blockElement(block, around)),
    sections.map((section) => sectionElement(section, around)),
    ends.map((end) => part(end, around)),
  );
}

const sectionElement = ({ heading, blocks, sections }: Section, around: Around): Element =>
  x(
    'section',
    { 'aria-labelledby': heading.id },
    x(`h${heading.depth}`, { id: heading.id }, epubInlines(heading.children, around)),
    blocks.map((block) => blockElement(block, around)),
    sections.map((section) => sectionElement(section, around)),
  );

function blockElement(block: Block, around: Around): Element {
  switch (block.type) {
    case 'heading':
      return x(`h${block.depth}`, { id: block.id }, epubInlines(block.children, around));
    case 'paragraph':
      return paragraph(block, around);
    case 'quotation':
      return x(
        'blockquote',
        { id: block.id },
        block.blocks.map((one) => blockElement(one, around)),
      );
    case 'list':
      return x(
        block.ordered ? 'ol' : 'ul',
        { id: block.id, start: block.start },
        block.items.map((item) => x('li', {}, ...held(item, around))),
      );
    case 'listing':
      return x(
        'figure',
        { id: block.id, class: 'listing' },
        x('figcaption', {}, labelOf(block.id, around.language)),
        x('pre', { dir: 'ltr' }, x('code', {}, block.value)),
      );
    case 'verse':
      return verse(block, around);
    case 'definitions':
      return x(
        'dl',
        { id: block.id },
        block.entries.flatMap(({ term, meanings }) => [
          x('dt', {}, ...epubInlines(term, around)),
          ...meanings.map((meaning) => x('dd', {}, ...epubInlines(meaning, around))),
        ]),
      );
    case 'rule':
      return x('hr', { id: block.id });
    case 'part':
      return part(block, around);
    case 'table':
      return tableElement(block, around);
    case 'figure':
      return figureElement(block, around);
    case 'formula':
      return x(
        'div',
        { id: block.id, class: 'formula' },
        inNamespace(mathOf(block.tex, true)),
        block.number === undefined
          ? undefined
          : x('span', { class: 'number' }, `(${sayNumber(block.number, around.language)})`),
      );
    default:
      return unhandled(block);
  }
}

/** Couplets whose hemistichs face each other where there is room. */
function verse({ id, stanzas, credit }: Verse, around: Around): Element {
  const line = (halves: VerseLine) =>
    x(
      'p',
      { class: halves.length > 1 ? 'couplet' : 'line' },
      halves.flatMap((half, index) => [...(index > 0 ? [' '] : []), x('span', {}, ...epubInlines(half, around))]),
    );
  return x(
    'div',
    { id, class: 'verse' },
    x('p', { class: 'pn' }, labelOf(id, around.language)),
    ...stanzas.map((stanza) => x('div', {}, ...stanza.map(line))),
    ...(credit.length > 0 ? [x('p', { class: 'from' }, '— ', ...epubInlines(credit, around))] : []),
  );
}

/** Roles and types of parts (DPUB-ARIA 1.1; EPUB Structural Semantics). */
const partSemantics: Readonly<Record<PartKind, readonly [role: string, type: string]>> = {
  box: ['group', 'sidebar'],
  epigraph: ['doc-epigraph', 'epigraph'],
  dedication: ['doc-dedication', 'dedication'],
  acknowledgements: ['doc-acknowledgments', 'acknowledgments'],
  appendix: ['doc-appendix', 'appendix'],
  glossary: ['doc-glossary', 'glossary'],
};

/** The heading of a part: its number and title, or what it is called for want of one. */
function partHeading(one: Part, around: Around): ElementContent[] {
  const { title } = titledBlocks(one);
  const label = sayPart(one, around.language);
  const words = title ? epubInlines(title.children, around) : [];
  if (label === undefined || (title && !isNumbered(one))) return words;
  return [{ type: 'text', value: title ? `${label}. ` : label }, ...words];
}

function part(one: Part, around: Around): Element {
  const { id, kind } = one;
  const [role, type] = partSemantics[kind];
  const heading = partHeading(one, around);
  const isEnd = isEndMatter(one);
  const name = `${id}-title`;
  return x(
    isEnd ? 'section' : 'div',
    {
      id,
      class: isEnd ? undefined : kind,
      role,
      'epub:type': type,
      'aria-labelledby': heading.length > 0 ? name : undefined,
    },
    ...(heading.length > 0
      ? [x(isEnd ? 'h2' : 'p', { id: name, class: isEnd ? undefined : 'title' }, ...heading)]
      : []),
    ...titledBlocks(one).blocks.map((block) => blockElement(block, around)),
  );
}

/** What an item holds: a line, or blocks. */
function held(blocks: readonly Block[], around: Around): ElementContent[] {
  const line = lineIn(blocks);
  return line
    ? [...epubInlines(line.text, around), ...line.lists.map((list) => blockElement(list, around))]
    : blocks.map((block) => blockElement(block, around));
}

/** A paragraph with its number as a reader cites it. */
const paragraph = ({ id, number, isSource, children }: Paragraph, around: Around): Element =>
  x(
    'p',
    { id, class: isSource ? 'from' : undefined },
    isSource ? '— ' : undefined,
    number === undefined ? undefined : x('span', { class: 'pn' }, sayNumber(number, around.language)),
    number === undefined ? undefined : ' ',
    epubInlines(children, around),
  );

/**
 * From this many columns on, a row of a table is a card of its own, each cell under its heading. Readers lay pages out as columns
 * of one broad window, so that a style sheet cannot ask how broad a page is.
 */
const wideTable = 7;

/** Where a row ends before the others. */
const missingPlace: Place = { cell: { text: [], isHeader: false, columns: 1, rows: 1 }, isFirst: true };

/** Rows are as long as the longest, so that none loses its end. As cards they have no merged cells: each place has the words. */
function tableElement(table: Table, around: Around): Element {
  const width = columnsOf(table);
  const isWide = width >= wideTable;
  const labels = columnLabels(table);
  const row = (places: readonly Place[], scope: 'col' | 'row') =>
    x(
      'tr',
      Array.from({ length: width }, (_, column) => {
        const { cell, isFirst } = places[column] ?? missingPlace;
        if (!isFirst && !isWide) return undefined;
        const content = isFirst ? cell.text : [{ type: 'text' as const, value: plainText(cell.text) }];
        // A cell that names nothing is no header.
        const isHeader = cell.isHeader && (scope === 'row' || plainText(cell.text).trim() !== '');
        return x(
          isHeader ? 'th' : 'td',
          {
            scope: isHeader ? scope : undefined,
            colspan: cell.columns > 1 && !isWide ? String(cell.columns) : undefined,
            rowspan: cell.rows > 1 && !isWide ? String(cell.rows) : undefined,
            'data-label': !isHeader && scope === 'row' ? labels[column] || undefined : undefined,
          },
          epubInlines(content, around),
        );
      }),
    );
  const grid = gridOf([...table.head, ...table.rows]);
  const head = grid.slice(0, table.head.length).map((places) => row(places, 'col'));
  const rows = grid.slice(table.head.length).map((places) => row(places, 'row'));
  return x(
    'figure',
    { id: table.id },
    captionOf(table).length > 0 ? x('figcaption', epubInlines(captionOf(table), around)) : undefined,
    width === 0
      ? undefined
      : x(
          'table',
          { class: isWide ? 'wide' : undefined },
          labels.some(Boolean) ? x('thead', {}, head) : undefined,
          x('tbody', {}, rows.length > 0 ? rows : row([], 'row')),
        ),
    table.notes.map((one) => tableNote(one, around)),
    table.credit.length > 0 ? x('p', { class: 'credit' }, epubInlines(table.credit, around)) : undefined,
  );
}

/** A note below its table: readers would hide a `footnote` where it stands. */
function tableNote({ id, sign, calls, text }: TableNote, around: Around): Element {
  const back = Array.from({ length: calls }, (_, index) => [
    ' ',
    backLink(anchorOfTableCall(id, index + 1), around.language),
  ]).flat();
  return x(
    'p',
    { id, class: 'credit', role: 'doc-footnote' },
    x('sup', {}, sign),
    ' ',
    epubInlines(text, around),
    back,
  );
}

function figureElement(figure: Figure, around: Around): Element {
  const credit = creditOf(figure, around.language);
  return x(
    'figure',
    { id: figure.id, class: 'pictures' },
    figure.pictures.map(({ file, alt, name }) =>
      file
        ? x('div', {}, x('img', { src: `${around.files}${name}`, alt }))
        : x('p', { class: 'lost' }, wordsOf(around.language).noImage),
    ),
    x(
      'figcaption',
      {},
      x('b', figure.label),
      figure.caption.length > 0 ? '. ' : undefined,
      epubInlines(figure.caption, around),
      // Within: a caption is the first of a figure, or the last.
      credit.length > 0 ? x('p', { class: 'credit' }, epubInlines(credit, around)) : undefined,
    ),
  );
}

/** A link from a note to its place in the text. */
const backLink = (target: string, language: string): Element =>
  x('a', { href: `#${target}`, class: 'back', role: 'doc-backlink', 'aria-label': wordsOf(language).back }, '↩');

/** A note as readers show it over the page (EPUB Structural Semantics: footnote). */
const footnote = (id: string, ...content: readonly ElementContent[]) =>
  x('aside', { id, 'epub:type': 'footnote', role: 'doc-footnote' }, ...content);

/** An entry of the apparatus, with a link back to its place. */
const entry = (id: string, content: readonly (ElementContent | string)[], language: string) =>
  footnote(id, x('p', {}, ...content, ' ', backLink(`in-${id}`, language)));

/** A note, whose first paragraph opens with its number and ends with the links back. */
function note(one: Note, around: Around): Element {
  const { language } = around;
  const number = `${sayNumber(one.number, language)}. `;
  const back = anchorsOfCalls(one).flatMap((place) => [' ', backLink(place, language)]);
  if (one.lost)
    return footnote(one.id, x('p', {}, number, x('span', { class: 'lost' }, wordsOf(language).lostNote), ...back));
  const own = { ...around, language };
  const [first, ...others] = one.blocks;
  const [text, rest] = first?.type === 'paragraph' ? [first.children, others] : [[], one.blocks];
  return footnote(
    one.id,
    x('p', {}, number, x('span', langOf(one.language), epubInlines(text, own)), ...back),
    ...(rest.length > 0
      ? [
          x(
            'div',
            langOf(one.language),
            rest.map((block) => blockElement(block, own)),
          ),
        ]
      : []),
  );
}

const backSection = (id: string, name: string, attributes: Readonly<Record<string, string>>, content: Element[]) =>
  x('section', { ...attributes, 'aria-labelledby': id }, x('h2', { id }, name), content);

/** The notes of the text; nothing where it has none. */
export function notesSection(version: Version, around: Around): Element[] {
  const { language } = around;
  const words = wordsOf(language);
  if (version.notes.length === 0) return [];
  const notes = version.notes.map((one) => note(one, around));
  return [backSection('notes', words.notes, { 'epub:type': 'footnotes' }, notes)];
}

/** Doubtful readings and editorial remarks, as the page says them. */
export function apparatusSection(version: Version, { language }: Around): Element[] {
  const words = wordsOf(language);
  const bdi = (text: string) => x('bdi', text);
  const readings = version.readings.map((reading) =>
    entry(
      reading.id,
      [
        x('b', {}, bdi(reading.text)),
        ` — ${words.certainty[reading.certainty]}. ${words.sourceForm}: `,
        bdi(reading.source),
        `${words.semicolon} ${words.candidates}: `,
        ...reading.candidates.flatMap((one, index) => [...(index > 0 ? [`${words.comma} `] : []), bdi(one)]),
        '. ',
        ...epubSaid(reading.reason, language),
      ],
      language,
    ),
  );
  const remarks = version.remarks.map((remark) =>
    entry(remark.id, [x('b', words.remark), ': ', ...epubSaid(remark.text, language)], language),
  );
  const all = [...readings, ...remarks];
  return all.length === 0 ? [] : [backSection('apparatus', words.apparatus, { 'epub:type': 'footnotes' }, all)];
}

/** The works that the version cites, each with links back to the places that cite it. */
export function worksSection(version: Version, { language }: Around): Element[] {
  const works = sortWorks(worksOf(version), version.metadata.language);
  if (works.length === 0) return [];
  const references = formatList(works, 'html', version.metadata.language);
  const mentions = mentionsOf(version);
  const items = works.map((work) =>
    workItem(work, references.get(work.key) ?? work.key, mentions.get(work.key) ?? [], language),
  );
  return [
    backSection('works', wordsOf(language).works, { 'epub:type': 'bibliography', role: 'doc-bibliography' }, [
      x('ul', { class: 'works' }, items),
    ]),
  ];
}

function workItem(work: CitedWork, reference: string, mentions: readonly Mention[], language: string): Element {
  const words = wordsOf(language);
  const own = work.language === 'und' ? 'en' : work.language;
  const places = mentions.filter(
    (mention, index) => mentions.findIndex(({ block }) => block === mention.block) === index,
  );
  return x(
    'li',
    { id: `ref-${work.key}` },
    x('p', langOf(own), ...fromReference(reference)),
    x(
      'p',
      { class: 'about' },
      ...(isStated(work)
        ? []
        : [x('b', words.identification[work.identification]), '. ', ...epubSaid(work.reason, language), ' ']),
      ...(work.printed.length > 0 ? [`${words.printedAs}: `] : []),
      ...work.printed.flatMap((form, index) => [
        ...(index > 0 ? [`${words.semicolon} `] : []),
        x('bdi', langOf(isLatin(form) ? 'en' : 'fa'), form),
      ]),
      ...(places.length > 0 ? [`${work.printed.length > 0 ? '. ' : ''}${words.citedIn}: `] : []),
      ...places.flatMap(({ block, citation }, index) => [
        ...(index > 0 ? [`${words.comma} `] : []),
        x('a', { href: `#${citation}`, role: 'doc-backlink' }, sayPlace(block, language)),
      ]),
    ),
  );
}
