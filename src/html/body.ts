/** The text of a version as HTML: abstracts, body, notes, apparatus, contents. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { labelOf } from '../edition/labels.ts';
import { mentionsOf } from '../edition/mentions.ts';
import {
  type Abstract,
  type Article,
  anchorOfTableCall,
  anchorsOfCalls,
  type Block,
  type DisplayedFormula,
  isEndMatter,
  type Listing,
  latestVersion,
  lineIn,
  type Note,
  type Paragraph,
  type Part,
  type PartKind,
  plainText,
  type Row,
  type Table,
  type TableNote,
  titledBlocks,
  type Verse,
  type VerseLine,
  type Version,
  type VersionOf,
} from '../edition/model.ts';
import { type Section, sectionsOf } from '../edition/sections.ts';
import { type Newer, newerLinks } from '../edition/versions/identity.ts';
import { unhandled } from '../exhaustive.ts';
import { wordsOf } from '../locales/index.ts';
import { isNumbered, sayPart, sayPartHeading } from '../locales/places.ts';
import { sayNumber } from '../text/digits.ts';
import { directionOf } from '../text/languages.ts';
import { type AddressOf, renderNewerLinks } from './differences.ts';
import { renderFigure } from './figure.ts';
import { renderFormula } from './formula.ts';
import { type FileLinks, type InlineContext, renderInlines } from './inline.ts';
import { renderSaid } from './mixed.ts';
import { permanentLink } from './permanent-link.ts';
import { html } from './serialize.ts';
import { renderWorks } from './works.ts';

/** The ready pieces of a reading page, each a string of HTML. */
export interface RenderedText {
  /** By abstract id. */
  readonly abstracts: ReadonlyMap<string, string>;
  readonly body: string;
  readonly notes: string;
  readonly apparatus: string;
  readonly works: string;
  readonly contents: string;
}

/**
 * Renders the text of a version.
 *
 * @param language the language of the interface around the text
 * @param addressOf the link to a place in another version; where it is given, each paragraph of an older version links to what
 *   became of it
 * @param reasons the link to the page that says why the works of the latest version are taken for what they are
 * @param files where the page finds the files of the article
 * @param articleAt the link to another article of the edition
 */
export function renderText(
  subject: VersionOf,
  language: string,
  addressOf?: AddressOf,
  reasons?: string,
  files?: FileLinks,
  articleAt?: (slug: string) => string,
): RenderedText {
  const { article, version } = subject;
  const context: InlineContext = {
    interfaceLanguage: language,
    textLanguage: article.language,
    files,
    ids: new Set(version.body.map(({ id }) => id)),
  };
  const latest = latestVersion(article);
  const newer = addressOf && version !== latest ? newerLinks(subject) : new Map<string, Newer>();
  const after: After = (id) => {
    const became = newer.get(id);
    return became === undefined || addressOf === undefined
      ? []
      : renderNewerLinks(became, latest.number, language, addressOf);
  };
  return {
    abstracts: new Map(
      version.abstracts.map((abstract) => [abstract.id, html(renderAbstract(abstract, context, after))]),
    ),
    body: html(version.body.flatMap((block) => renderBlock(block, context, after))),
    notes: html(renderNotes(version, context, after)),
    apparatus: html(renderApparatus(version, language)),
    works: html(
      renderWorks(version, language, mentionsOf(version), version === latest ? reasons : undefined, (key) => {
        const slug = article.links?.cites.find((one) => one.key === key)?.slug;
        return slug && articleAt?.(slug);
      }),
    ),
    contents: html(renderContents(version, context)),
  };
}

/** One block outside its page, without anchors: for the source page. */
export function renderExcerpt(block: Block, article: Article, language: string): string {
  const context: InlineContext = { interfaceLanguage: language, textLanguage: article.language };
  const isAnchor = (element: Element) => element.properties['className']?.toString().includes('pn');
  const strip = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (isAnchor(node)) return [];
    const { id: _, href, ...properties } = node.properties;
    const isLocal = typeof href === 'string' && href.startsWith('#');
    const children = node.children.flatMap(strip);
    if (node.tagName === 'a' && isLocal)
      return [{ ...node, tagName: 'span', properties: { className: properties['className'] ?? [] }, children }];
    return [{ ...node, properties: href === undefined ? properties : { ...properties, href }, children }];
  };
  return html(renderBlock(block, context).flatMap(strip));
}

/** An abstract outside its page, without anchors: for the landing page. */
export const renderAbstractExcerpt = (abstract: Abstract, article: Article, language: string): string =>
  abstract.blocks.map((block) => renderExcerpt(block, { ...article, language: abstract.language }, language)).join('');

function renderAbstract(abstract: Abstract, context: InlineContext, after: After): ElementContent[] {
  return abstract.blocks.flatMap((block) => renderBlock(block, { ...context, textLanguage: abstract.language }, after));
}

/** What stands after the text of a paragraph: links that are no part of it. */
type After = (id: string) => ElementContent[];

function renderBlock(block: Block, context: InlineContext, after: After = () => []): ElementContent[] {
  switch (block.type) {
    case 'heading':
      return [h(`h${block.depth}`, { id: block.id }, renderInlines(block.children, context))];
    case 'paragraph':
      return [renderParagraph(block, context, after)];
    case 'quotation':
      return [
        h(
          'blockquote',
          { id: block.id },
          block.blocks.flatMap((one) => renderBlock(one, context, after)),
        ),
      ];
    case 'list':
      return [
        h(
          block.ordered ? 'ol' : 'ul',
          { id: block.id, start: block.start },
          block.items.map((item) => h('li', renderHeld(item, context))),
        ),
      ];
    case 'table':
      return [renderTable(block, context)];
    case 'figure':
      return [renderFigure(block, context)];
    case 'formula':
      return [renderDisplayed(block, context)];
    case 'listing':
      return [renderListing(block, context)];
    case 'verse':
      return [renderVerse(block, context, after)];
    case 'definitions':
      return [
        h(
          'dl',
          { id: block.id, className: ['terms'] },
          block.entries.flatMap(({ term, meanings }) => [
            h('dt', renderInlines(term, context)),
            ...meanings.map((meaning) => h('dd', renderInlines(meaning, context))),
          ]),
        ),
      ];
    case 'rule':
      return [h('hr', { id: block.id })];
    case 'part':
      return [renderPart(block, context, after)];
    default:
      return unhandled(block);
  }
}

/** What an item holds: a line, or blocks. */
function renderHeld(blocks: readonly Block[], context: InlineContext): ElementContent[] {
  const line = lineIn(blocks);
  return line
    ? [...renderInlines(line.text, context), ...line.lists.flatMap((list) => renderBlock(list, context))]
    : blocks.flatMap((block) => renderBlock(block, context));
}

/** From left to right, and to be scrolled where it is broader than the page. */
function renderListing({ id, value }: Listing, { textLanguage }: InlineContext): Element {
  const label = labelOf(id, textLanguage);
  return h('figure', { id, className: ['listing'] }, [
    h('figcaption', { id: `${id}-caption` }, [permanentLink(id, label)]),
    h('pre', { dir: 'ltr', tabIndex: 0, role: 'group', ariaLabelledBy: `${id}-caption` }, [h('code', value)]),
  ]);
}

/** Couplets whose hemistichs face each other where there is room. */
function renderVerse({ id, stanzas, credit }: Verse, context: InlineContext, after: After): Element {
  const line = (halves: VerseLine): Element =>
    h(
      'p',
      { className: [halves.length > 1 ? 'couplet' : 'line'] },
      halves.flatMap((half, index) => [
        ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
        h('span', renderInlines(half, context)),
      ]),
    );
  const label = permanentLink(id, labelOf(id, context.textLanguage));
  return h('div', { id, className: ['verse'], role: 'group', ariaLabelledBy: `${id}-label` }, [
    h('p', { id: `${id}-label`, className: ['label'] }, [label]),
    ...stanzas.map((stanza) => h('div', stanza.map(line))),
    ...(credit.length > 0 ? [h('p', { className: ['from'] }, renderInlines(credit, context))] : []),
    ...after(id),
  ]);
}

const partRoles: Readonly<Record<PartKind, string>> = {
  box: 'group',
  epigraph: 'doc-epigraph',
  dedication: 'doc-dedication',
  acknowledgements: 'doc-acknowledgments',
  appendix: 'doc-appendix',
  glossary: 'doc-glossary',
};

function renderPart(part: Part, context: InlineContext, after: After): Element {
  const { kind, id } = part;
  const { title, blocks } = titledBlocks(part);
  const label = sayPart(part, context.textLanguage);
  const isEnd = isEndMatter(part);
  const words = title ? renderInlines(title.children, context) : [];
  const named =
    label === undefined
      ? words
      : isNumbered(part)
        ? [permanentLink(id, label), ...(title ? [' ', ...words] : [])]
        : title
          ? words
          : [label];
  const heading =
    named.length > 0
      ? [h(isEnd ? 'h2' : 'p', { id: `${id}-title`, className: isEnd ? undefined : ['title'] }, named)]
      : [];
  return h(
    isEnd ? 'section' : 'div',
    {
      id,
      className: isEnd ? undefined : [kind],
      role: partRoles[kind],
      ariaLabelledBy: heading.length > 0 ? `${id}-title` : undefined,
    },
    [...heading, ...blocks.flatMap((block) => renderBlock(block, context, after))],
  );
}

function renderParagraph(paragraph: Paragraph, context: InlineContext, after: After): Element {
  const { interfaceLanguage, textLanguage } = context;
  const content = renderInlines(paragraph.children, context);
  if (paragraph.number === undefined) {
    const className = paragraph.isSource ? ['from'] : undefined;
    return h('p', { id: paragraph.id, className }, [...content, ...after(paragraph.id)]);
  }
  const number = sayNumber(paragraph.number, textLanguage);
  const link = h(
    'a',
    { className: ['pn'], href: `#${paragraph.id}`, ariaLabel: wordsOf(interfaceLanguage).paragraphLink(number) },
    number,
  );
  // Behind the text, so that no reading of a paragraph opens with it; the style puts it before.
  return h('p', { id: paragraph.id }, [...content, link, ...after(paragraph.id)]);
}

/** A formula on a line of its own, which scrolls where it is too wide; its number is the link to it. */
function renderDisplayed({ id, tex, number }: DisplayedFormula, context: InlineContext): Element {
  const language = context.interfaceLanguage;
  const said = number === undefined ? undefined : sayNumber(number, context.textLanguage);
  const ariaLabel = labelOf(id, language) ?? wordsOf(language).formula;
  const scroll = { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel };
  return h('div', { className: ['formula'], id }, [
    h('div', scroll, [renderFormula(tex, true)]),
    ...(said === undefined ? [] : [permanentLink(id, `(${said})`, { ariaLabel })]),
  ]);
}

function renderTable(table: Table, context: InlineContext): Element {
  const row = (cells: Row, scope: 'col' | 'row') =>
    h(
      'tr',
      cells.map(({ text, isHeader, columns, rows }) =>
        h(
          isHeader ? 'th' : 'td',
          {
            scope: isHeader ? scope : undefined,
            colSpan: columns > 1 ? columns : undefined,
            rowSpan: rows > 1 ? rows : undefined,
          },
          renderInlines(text, context),
        ),
      ),
    );
  // An anchor that pages have had; a figure or table of the text that is called so has it.
  const oldId = `${table.kind === 'figure' ? 'table' : 'fig'}${table.number}`;
  const ownId = context.ids?.has(oldId) ? undefined : oldId;
  const place = labelOf(table.id, context.interfaceLanguage);
  return h('figure', { id: table.id }, [
    h('figcaption', { id: `${table.id}-caption` }, [
      ...(table.label === undefined
        ? []
        : [permanentLink(table.id, table.label, { className: ['label'] }), table.caption.length > 0 ? '. ' : '']),
      ...renderInlines(table.caption, context),
      ...(table.label === undefined
        ? [' ', permanentLink(table.id, '#', { className: ['sign'], ariaLabel: place })]
        : []),
    ]),
    h('div', { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabelledBy: `${table.id}-caption` }, [
      h('table', { id: ownId }, [
        h(
          'thead',
          table.head.map((cells) => row(cells, 'col')),
        ),
        h(
          'tbody',
          table.rows.map((cells) => row(cells, 'row')),
        ),
      ]),
    ]),
    ...table.notes.map((note) => renderTableNote(note, context)),
    ...(table.credit.length > 0 ? [h('p', { className: ['credit'] }, renderInlines(table.credit, context))] : []),
  ]);
}

/** A note below its table, behind what calls it. */
function renderTableNote({ id, sign, calls, text }: TableNote, context: InlineContext): Element {
  const language = context.interfaceLanguage;
  const back = Array.from({ length: calls }, (_, index) =>
    backLink(anchorOfTableCall(id, index + 1), language, calls > 1 ? sayNumber(index + 1, context.textLanguage) : ''),
  );
  const links: ElementContent[] = back.flatMap((link) => [{ type: 'text', value: ' ' }, link]);
  return h('p', { id, className: ['credit'], role: 'doc-footnote' }, [
    h('sup', sign),
    ' ',
    ...renderInlines(text, context),
    ...links,
  ]);
}

/**
 * A link that leads from a note or an apparatus entry to its place; it also closes the entry where it opened in place.
 *
 * @param number which of the places of a note it is, where it has several
 */
function backLink(target: string, language: string, number = ''): Element {
  const ariaLabel = [wordsOf(language).back, number].filter(Boolean).join(' ');
  return h('a', { className: ['back'], href: `#${target}`, role: 'doc-backlink', ariaLabel }, `↩${number}`);
}

/** The links back to all markers of a note. */
function backLinks(note: Note, language: string): ElementContent[] {
  const anchors = anchorsOfCalls(note);
  const number = (index: number) => (anchors.length > 1 ? sayNumber(index + 1, language) : undefined);
  return anchors.flatMap((anchor, index) => [{ type: 'text', value: ' ' }, backLink(anchor, language, number(index))]);
}

/** How many notes of a version have lost their text. */
export const lostNotes = ({ notes }: Version): number => notes.filter(({ lost }) => lost).length;

function renderNotes(version: Version, context: InlineContext, after: After): ElementContent[] {
  const { interfaceLanguage } = context;
  const words = wordsOf(interfaceLanguage);
  // Of several, the page says it once above them; one that is opened by itself says it through the style.
  const [lost, dataLost] = lostNotes(version) > 1 ? ['[…]', words.lostNoteShort] : [words.lostNote];
  return version.notes.map((note) =>
    h('li', { id: note.id, className: ['opens'], tabIndex: -1 }, [
      note.lost
        ? h(
            'span',
            { className: ['lost'], lang: interfaceLanguage, dir: directionOf(interfaceLanguage), dataLost },
            lost,
          )
        : renderNoteText(note, context),
      ...after(note.id),
      ...backLinks(note, interfaceLanguage),
    ]),
  );
}

function renderNoteText({ blocks }: Note, context: InlineContext): Element {
  const line = lineIn(blocks);
  return line?.lists.length === 0
    ? h('span', renderInlines(line.text, context))
    : h('div', renderHeld(blocks, context));
}

/** A form of the source or a candidate: digits and letters, of which the Persian ones say so. */
export const renderForm = (text: string): Element =>
  h('bdi', { lang: /[\u0621-\u06cc]/.test(text) ? 'fa' : undefined }, text);

function renderApparatus(version: Version, language: string): ElementContent[] {
  const words = wordsOf(language);
  const readings = version.readings.map((reading) =>
    h('li', { id: reading.id, className: ['opens'], tabIndex: -1 }, [
      h('b', h('bdi', { lang: 'fa' }, reading.text)),
      ' — ',
      words.certainty[reading.certainty],
      '. ',
      `${words.sourceForm}: `,
      renderForm(reading.source),
      `${words.semicolon} `,
      `${words.candidates}: `,
      ...reading.candidates.flatMap((candidate, index) => [
        ...(index > 0 ? [`${words.comma} `] : []),
        renderForm(candidate),
      ]),
      '. ',
      ...renderSaid(reading.reason, language),
      ' ',
      backLink(`in-${reading.id}`, language),
    ]),
  );
  const remarks = version.remarks.map((remark) =>
    h('li', { id: remark.id, className: ['opens'], tabIndex: -1 }, [
      h('b', words.remark),
      ': ',
      ...renderSaid(remark.text, language),
      ' ',
      backLink(`in-${remark.id}`, language),
    ]),
  );
  return [...readings, ...remarks];
}

function renderContents(version: Version, context: InlineContext): ElementContent[] {
  const items = (sections: readonly Section[]): Element[] =>
    sections.map(({ heading, sections: inner }) =>
      h('li', [
        h('a', { href: `#${heading.id}` }, plainText(heading.children)),
        ...(inner.length > 0 ? [h('ol', items(inner))] : []),
      ]),
    );
  const { sections, ends } = sectionsOf(version.body);
  const closing = ends.map((part) =>
    h('li', h('a', { href: `#${part.id}` }, sayPartHeading(part, context.textLanguage) ?? '')),
  );
  const own = { lang: context.textLanguage, dir: directionOf(context.textLanguage) };
  return [h('ol', own, [...items(sections), ...closing])];
}
