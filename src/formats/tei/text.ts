/** The `text` of TEI: front (title, creators, abstracts), body, back (decided digits, works cited). */
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { fullName } from '../../bibliography/work.ts';
import { fileAddress } from '../../edition/article-files.ts';
import { surelyStyled, translatedTitles } from '../../edition/describe.ts';
import { captionOf, creditOf, labelled } from '../../edition/figures.ts';
import {
  type Abstract,
  type Article,
  type Block,
  type Figure,
  inlinesOf,
  lineIn,
  type Paragraph,
  type Part,
  type Quotation,
  type Row,
  sourcedBlocks,
  type Table,
  titledBlocks,
  type Verse,
  type VerseLine,
  type Version,
  type VersionOf,
} from '../../edition/model.ts';
import { type Section, sectionsOf } from '../../edition/sections.ts';
import { unhandled } from '../../exhaustive.ts';
import { wordsOf } from '../../locales/index.ts';
import { sayPart } from '../../locales/places.ts';
import { formIn } from '../../text/languages.ts';
import { decisions } from './apparatus.ts';
import { citedWorks } from './bibl.ts';
import { type Context, linesOf, lostGap, teiFormula, teiInlines } from './inline.ts';

/** `text`. */
export function teiText(subject: VersionOf): Element {
  const { article, version } = subject;
  const { language } = article;
  const { ends } = sectionsOf(version.body);
  const context: Context = { language, version, blocks: held };
  return x('text', { 'xml:lang': language }, [
    x(
      'front',
      {},
      titles(article, context),
      creators(article),
      version.abstracts.map((abstract) => abstractDiv(abstract, version)),
      version.body.filter(isDedication).map((block) => blockElement(block, context)),
    ),
    x(
      'body',
      {},
      ...sectioned(
        version.body.filter((block) => !isDedication(block)),
        context,
      ),
    ),
    x('back', [...ends.map((end) => blockElement(end, context)), decisions(version, language), citedWorks(subject)]),
  ]);
}

function titles(article: Article, context: Context): Element {
  const { language } = article;
  const own = surelyStyled(article, language);
  return x('docTitle', [
    x('titlePart', { type: 'main' }, own ? teiInlines(own, context) : article.slug),
    ...translatedTitles(article).map((title) =>
      x(
        'titlePart',
        { type: 'translated', 'xml:lang': title.language },
        teiInlines(inlinesOf(title), { ...context, language: title.language }),
      ),
    ),
  ]);
}

/** `byline`: the names as the article has them, with the notes on them whose text is lost. */
function creators({ creators: list, language }: Article): Element {
  return x(
    'byline',
    list.flatMap(({ name, lostNote: isLost }, index) => [
      index > 0 ? wordsOf(language).semicolon : undefined,
      index > 0 ? ' ' : undefined,
      x('docAuthor', fullName(formIn(name, language))),
      isLost ? x('note', { place: 'bottom' }, [lostGap('lostCreatorNote', language)]) : undefined,
    ]),
  );
}

function abstractDiv({ id, kind, language, blocks }: Abstract, version: Version): Element {
  return x(
    'div',
    { type: 'abstract', subtype: kind === 'extended' ? 'extended' : undefined, 'xml:id': id, 'xml:lang': language },
    ...sectioned(blocks, { language, version, blocks: held }),
  );
}

function sectioned(content: readonly Block[], context: Context): Element[] {
  const { blocks, sections } = sectionsOf(content);
  return [
    ...blocks.map((block) => blockElement(block, context)),
    ...sections.map((section) => division(section, context)),
  ];
}

/** What an item or a note holds: a line, or blocks. */
function held(blocks: readonly Block[], context: Context): ElementContent[] {
  const line = lineIn(blocks);
  return line
    ? [...teiInlines(line.text, context), ...line.lists.map((list) => blockElement(list, context))]
    : blocks.map((block) => blockElement(block, context));
}

function division({ heading, blocks, sections }: Section, context: Context): Element {
  return x(
    'div',
    { type: 'section', 'xml:id': heading.id },
    x('head', { corresp: linesOf(heading.source) }, teiInlines(heading.children, context)),
    blocks.map((block) => blockElement(block, context)),
    sections.map((section) => division(section, context)),
  );
}

function blockElement(block: Block, context: Context): Element {
  const attributes = { 'xml:id': block.id, corresp: linesOf(block.source) };
  switch (block.type) {
    case 'heading':
      return x('p', { ...attributes, rend: 'bold' }, teiInlines(block.children, context));
    case 'paragraph':
      return paragraph(block, context);
    case 'quotation':
      return quotation(block, attributes, context);
    case 'list':
      return x(
        'list',
        { ...attributes, rend: block.ordered ? 'numbered' : 'bulleted' },
        block.items.map((item, index) =>
          x('item', { n: block.start === undefined ? undefined : block.start + index }, held(item, context)),
        ),
      );
    case 'listing':
      return x('ab', { ...attributes, type: 'code', n: block.number }, [
        x('code', { lang: block.language, 'xml:space': 'preserve' }, block.value),
      ]);
    case 'verse':
      return verse(block, attributes, context);
    case 'definitions':
      return x(
        'list',
        { ...attributes, type: 'gloss' },
        block.entries.flatMap(({ term, meanings }) => [
          x('label', teiInlines(term, context)),
          meanings.length === 1
            ? x('item', teiInlines(meanings[0] ?? [], context))
            : x(
                'item',
                meanings.map((meaning) => x('p', teiInlines(meaning, context))),
              ),
        ]),
      );
    case 'rule':
      return x('milestone', { ...attributes, unit: 'section', rend: 'rule' });
    case 'part':
      return part(block, attributes, context);
    case 'table':
      return block.kind === 'figure' ? figure(block, attributes, context) : table(block, attributes, context, true);
    case 'figure':
      return pictures(block, attributes, context);
    case 'formula':
      return x('p', { corresp: attributes.corresp }, [
        teiFormula(block.tex, { 'xml:id': block.id, n: block.number, rend: 'display' }),
      ]);
    default:
      return unhandled(block);
  }
}

/** `quote`, or `cit` with the source of the quotation behind it. */
function quotation(block: Quotation, attributes: Attributes, context: Context): Element {
  const { blocks, source } = sourcedBlocks(block.blocks);
  const content = blocks.map((one) => blockElement(one, context));
  if (!source) return x('quote', attributes, ...content);
  return x('cit', attributes, [x('quote', {}, ...content), bibl(source, context)]);
}

const bibl = ({ id, source, children }: Paragraph, context: Context): Element =>
  x('bibl', { 'xml:id': id, corresp: linesOf(source) }, teiInlines(children, context));

/** `lg`, of groups if there are several stanzas; the hemistichs of a couplet are one line with a `caesura` between. */
function verse({ number, stanzas, credit }: Verse, attributes: Attributes, context: Context): Element {
  const line = (halves: VerseLine) =>
    x(
      'l',
      halves.flatMap((half, index) => [...(index > 0 ? [x('caesura')] : []), ...teiInlines(half, context)]),
    );
  const own = { ...(credit.length > 0 ? {} : attributes), n: number, type: 'verse' };
  const groups = stanzas.map((stanza) => stanza.map(line));
  const group =
    groups.length > 1
      ? x('lg', own, ...groups.map((lines) => x('lg', { type: 'stanza' }, ...lines)))
      : x('lg', own, ...groups.flat());
  return credit.length > 0
    ? x('cit', attributes, [x('quote', {}, group), x('bibl', teiInlines(credit, context))])
    : group;
}

function part(one: Part, attributes: Attributes, context: Context): Element {
  const { kind, number } = one;
  const { title, blocks } = titledBlocks(one);
  const head =
    title && x('head', { 'xml:id': title.id, corresp: linesOf(title.source) }, teiInlines(title.children, context));
  const named = head ?? x('head', sayPart(one, context.language));
  switch (kind) {
    case 'box':
      return x('floatingText', { ...attributes, type: 'box', n: number }, [
        x('body', {}, head, ...blocks.map((block) => blockElement(block, context))),
      ]);
    case 'epigraph': {
      const { blocks: quoted, source } = sourcedBlocks(blocks);
      return x(
        'epigraph',
        attributes,
        ...quoted.map((block) => blockElement(block, context)),
        source && bibl(source, context),
      );
    }
    case 'dedication':
      return x(
        'div',
        { ...attributes, type: 'dedication' },
        head,
        ...blocks.map((block) => blockElement(block, context)),
      );
    case 'acknowledgements':
    case 'appendix':
    case 'glossary':
      return x('div', { ...attributes, type: kind, n: number }, named, ...sectioned(blocks, context));
    default:
      return unhandled(kind);
  }
}

const isDedication = (block: Block): boolean => block.type === 'part' && block.kind === 'dedication';

function paragraph({ id, number, source, children }: Paragraph, context: Context): Element {
  return x('p', { 'xml:id': id, n: number, corresp: linesOf(source) }, teiInlines(children, context));
}

type Attributes = Readonly<Record<string, string | undefined>>;

const caption = (table: Table, context: Context): Element | undefined =>
  captionOf(table).length > 0 ? x('head', teiInlines(captionOf(table), context)) : undefined;

const credit = ({ credit: text }: Table, context: Context): Element | undefined =>
  text.length > 0 ? x('trailer', teiInlines(text, context)) : undefined;

/** `figure` whose drawing the source has lost, with its words as a table. */
function figure(block: Table, attributes: Attributes, context: Context): Element {
  return x('figure', attributes, [
    caption(block, context),
    x('gap', { reason: 'lost', unit: 'drawing' }),
    table(block, {}, context, false),
    credit(block, context),
  ]);
}

/** `figure`: of several panels each is one in it. */
function pictures(block: Figure, attributes: Attributes, context: Context): Element {
  const panels = block.pictures.map(({ name, alt, file }) => [
    x('graphic', {
      url: fileAddress(name),
      mimeType: file?.mediaType,
      width: file && `${file.size.width}px`,
      height: file && `${file.size.height}px`,
    }),
    ...(alt === '' ? [] : [x('figDesc', alt)]),
  ]);
  const below = creditOf(block, context.language);
  return x('figure', { ...attributes, n: String(block.number) }, [
    x('head', teiInlines(labelled(block.label, block.caption), context)),
    ...(panels.length === 1 ? panels.flat() : panels.map((panel) => x('figure', panel))),
    ...(below.length > 0 ? [x('trailer', teiInlines(below, context))] : []),
  ]);
}

/** `table`: what heads its columns and rows are labels, its notes stand below the rows. */
function table(block: Table, attributes: Attributes, context: Context, isWhole: boolean): Element {
  const row = (cells: Row, isHead: boolean) =>
    x(
      'row',
      { role: isHead ? 'label' : 'data' },
      cells.map(({ text, isHeader, columns, rows }) =>
        x(
          'cell',
          {
            role: isHeader ? 'label' : 'data',
            cols: columns > 1 ? String(columns) : undefined,
            rows: rows > 1 ? String(rows) : undefined,
          },
          teiInlines(text, context),
        ),
      ),
    );
  return x(
    'table',
    attributes,
    isWhole ? caption(block, context) : undefined,
    block.head.map((cells) => row(cells, true)),
    block.rows.map((cells) => row(cells, false)),
    block.notes.map(({ id, sign, text }) =>
      x('note', { 'xml:id': id, n: sign, place: 'bottom' }, teiInlines(text, context)),
    ),
    isWhole ? credit(block, context) : undefined,
  );
}
