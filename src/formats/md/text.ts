/**
 * The text of a version in pandoc's Markdown (https://pandoc.org/MANUAL.html#pandocs-markdown), one block a line or a fence. Ids
 * are those of the page.
 */

import { fileAddress } from '../../edition/article-files.ts';
import { captionOf, creditOf, labelled } from '../../edition/figures.ts';
import { sayLocatorPlainly } from '../../edition/locators.ts';
import {
  type Abstract,
  type Block,
  type Citation,
  type Figure,
  type Inline,
  isEndMatter,
  keywordLine,
  type List,
  type Listing,
  lineIn,
  type Note,
  type Paragraph,
  type Part,
  plainText,
  sayBlocks,
  type Table,
  type TextStyle,
  titledBlocks,
  type Verse,
  type Version,
} from '../../edition/model.ts';
import { columnsOf, gridOf, type Place } from '../../edition/tables.ts';
import { unhandled } from '../../exhaustive.ts';
import { wordsOf } from '../../locales/index.ts';
import { isNumbered, sayPart } from '../../locales/places.ts';
import { sayNumber } from '../../text/digits.ts';
import { directionOf, sayIn } from '../../text/languages.ts';
import { printable } from '../../text/printable.ts';

/**
 * Text that no reader takes for markup: pandoc and CommonMark alike read a backslash before ASCII punctuation as that sign.
 * Dashes, dots and quotation marks are meant as they are, not to be made curly.
 */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~^@$&"'!]|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\./g, '\\$&')
    // After a mark a bracket would be its address, a colon a definition.
    .replace(/^[(:]/, '\\$&');

/** A line that opens no list, table, definition or heading of its own. */
const asLine = (markdown: string): string =>
  markdown
    .trim()
    .replace(/^[-+:=%]/, '\\$&')
    .replace(/^(\w+)([.)])(?=\s|$)/, '$1\\$2');

/** The attributes of a text in another language. */
const langOf = (language: string) => `lang=${language} dir=${directionOf(language)}`;

const addressOf = (url: string) =>
  `<${printable(url).replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))}>`;

/** pandoc's own rule for a key that needs no braces (section «Citation syntax»). */
const citeKey = (key: string) => (/^\w(?:[\w:.#$%&+?<>~/-]*\w)?$/.test(key) ? `@${key}` : `@{${key}}`);

/**
 * A citation: what the page prints, verbatim, then the citation that pandoc formats, in one span. The style beside the file makes
 * a number of the latter, so that nothing is said twice.
 */
const citation = (inline: Citation): string =>
  `[${inlines(inline.children)} [${citeKey(inline.key)}${inline.locator ? `, ${sayLocatorPlainly(inline.locatorKind ?? 'page', inline.locator)}` : ''}]]{#${inline.id} .citation}`;

/** Text between marks, which hold no space at their ends. */
const between = (mark: string, inside: string): string =>
  inside.replace(/^(\s*)(.*?)(\s*)$/s, (_, before, text, after) =>
    text ? `${before}${mark}${text}${mark}${after}` : inside,
  );

function styled(style: TextStyle, inside: string): string {
  switch (style) {
    case 'strong':
      return between('**', inside);
    // In these pandoc takes a space for the end of the word that they stand at, unless it is escaped.
    case 'superscript':
      return between('^', inside.trim().replaceAll(' ', '\\ '));
    case 'subscript':
      return between('~', inside.trim().replaceAll(' ', '\\ '));
    case 'smallCaps':
      return `[${inside}]{.smallcaps}`;
    case 'underline':
      return `[${inside}]{.underline}`;
    default:
      return unhandled(style);
  }
}

/** Code between more backticks than it holds beside one another (CommonMark 0.31, section 6.1). */
function code(value: string): string {
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$/.test(value) ? ' ' : '';
  return `${fence}${room}${printable(value)}${room}${fence}`;
}

/** TeX on one line: an empty line would end the formula. */
const texOf = (tex: string): string => printable(tex).replace(/\s+/g, ' ').trim();

/** Running text. */
export function inlines(texts: readonly Inline[]): string {
  return texts.map(inlineOf).join('');
}

function inlineOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeMarkdown(inline.value);
    case 'emphasis':
      return between('*', inlines(inline.children));
    case 'styled':
      return styled(inline.style, inlines(inline.children));
    case 'code':
      return code(inline.value);
    case 'formula':
      return `$${texOf(inline.tex)}$`;
    case 'lineBreak':
      return '\\\n';
    case 'foreign':
      return `[${inlines(inline.children)}]{${langOf(inline.language)}}`;
    case 'citation':
      return citation(inline);
    case 'tableNote':
      return `^[${escapeMarkdown(inline.sign)}](#${inline.note})^`;
    case 'noteRef':
      return `[^${inline.note.slice(2)}]`;
    case 'reading':
      // The id stands on a span around the link: pandoc makes no bookmark of a link's own in DOCX.
      return `[[${inlines(inline.children)}](#${inline.reading})]{#in-${inline.reading} .reading}`;
    case 'remark':
      return `[[${inlines(inline.children)}](#${inline.remark})]{#in-${inline.remark} .remark}`;
    case 'supplied':
      return `\\[[${inlines(inline.children)}]{.supplied}\\]`;
    case 'crossReference':
      return `[${inlines(inline.children)}](#${inline.target})`;
    case 'file':
      return `[${inlines(inline.children)}](${addressOf(fileAddress(inline.name))})`;
    case 'link':
      return `[${inlines(inline.children)}](${addressOf(inline.url)})`;
    default:
      return unhandled(inline);
  }
}

/** A fenced division (pandoc's `fenced_divs`). */
const division = (attributes: string, content: readonly string[]): string =>
  [`::: {${attributes}}`, ...content, ':::'].join('\n\n');

/** A heading of the file; the title stands in the front matter, so that sections are of the first level. */
export const heading = (text: string, id: string, depth = 1): string => `${'#'.repeat(depth)} ${text} {#${id}}`;

function paragraph(block: Paragraph, language: string): string {
  const dash = block.isSource ? '— ' : '';
  if (block.number === undefined) return `[]{#${block.id}}${dash}${asLine(inlines(block.children))}`;
  return `[¶${sayNumber(block.number, language)}]{#${block.id} .paragraph} ${asLine(inlines(block.children))}`;
}

/** A pipe table, whose rows are as long as the longest; it has no merged cells, so that each place has the words. */
function table(block: Table): string {
  const width = columnsOf(block);
  const said = (place: Place | undefined) =>
    !place ? '' : place.isFirst ? inlines(place.cell.text) : escapeMarkdown(plainText(place.cell.text));
  const line = (places: readonly Place[]) =>
    `| ${Array.from({ length: width }, (_, column) => said(places[column]).trim().replaceAll('\\\n', ' ')).join(' | ')} |`;
  const [first = [], ...others] = gridOf([...block.head, ...block.rows]);
  const rows = width === 0 ? [] : [[line(first), `|${' --- |'.repeat(width)}`, ...others.map(line)].join('\n')];
  return division(`#${block.id} .${block.kind}`, [
    ...rows,
    // A caption of pandoc's (`table_captions`) stands beside its table.
    ...(captionOf(block).length > 0
      ? [`${rows.length > 0 ? ': ' : ''}${asLine(inlines(captionOf(block))).trim()}`]
      : []),
    ...block.notes.map(({ id, sign, text }) => `[]{#${id}}^${escapeMarkdown(sign)}^ ${asLine(inlines(text))}`),
    ...(block.credit.length > 0 ? [asLine(inlines(block.credit))] : []),
  ]);
}

/** Lines that stand in a quotation. */
const quoted = (markdown: string): string => markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>');

/** Lines that go on what a mark of that width has opened. */
const indented = (markdown: string, width: number): string => markdown.replace(/\n(?!\n|$)/g, `\n${' '.repeat(width)}`);

/** A list whose items are lines is tight; one with an item of several blocks has empty lines between all (CommonMark 0.31, 5.3). */
function list(block: List, language: string): string {
  const lines = block.items.map(lineIn);
  const isTight = lines.every((line) => line !== undefined);
  const items = block.items.map((item, index) => {
    const line = lines[index];
    const blocks = line
      ? [asLine(inlines(line.text)), ...line.lists.map((inner) => list(inner, language))]
      : item.map((one) => (one.type === 'list' ? list(one, language) : blockOf(one, language)));
    const mark = block.ordered ? `${(block.start ?? 1) + index}. ` : '- ';
    // pandoc's Markdown asks for four columns of what goes on in an item of two marks (`four_space_rule` is off: the width of the mark).
    return `${mark}${indented(blocks.join(isTight ? '\n' : '\n\n'), mark.length)}`;
  });
  return items.join(isTight ? '\n' : '\n\n');
}

/** The value of an attribute, on one line. */
const attribute = (text: string) => `"${printable(text).replace(/\s+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;

/**
 * A figure: an image alone in its paragraph, whose text is the caption (pandoc's `implicit_figures`); of several panels each is an
 * image beside the others, with what it shows for its text, and the caption stands above them.
 */
function figure(block: Figure, language: string): string {
  const caption = inlines(labelled(block.label, block.caption)).trim();
  const address = (name: string) => addressOf(fileAddress(name));
  const [only, ...others] = block.pictures;
  const pictures =
    only && others.length === 0
      ? [`![${caption}](${address(only.name)}){alt=${attribute(only.alt)}}`]
      : [
          division('.caption', [caption]),
          block.pictures.map(({ name, alt }) => `![${escapeMarkdown(alt)}](${address(name)})`).join('\n'),
        ];
  const credit = creditOf(block, language);
  return division(`#${block.id} .figure`, [...pictures, ...(credit.length > 0 ? [asLine(inlines(credit))] : [])]);
}

/** A fence of more backticks than a line of the code begins with (CommonMark 0.31, section 4.5). */
function listing({ id, language, value }: Listing): string {
  const longest = Math.max(2, ...(value.match(/^ *`+/gm) ?? []).map((run) => run.trim().length));
  const fence = '`'.repeat(longest + 1);
  const kind = language === undefined ? '' : ` .${language}`;
  return [`${fence} {#${id}${kind}}`, value.split('\n').map(printable).join('\n'), fence].join('\n');
}

/** A line block (pandoc's `line_blocks`); the second hemistich of a couplet is a line that is indented. */
function verse({ id, stanzas, credit }: Verse): string {
  const lines = stanzas.map((stanza) =>
    stanza
      .flatMap((halves) => halves.map((half, index) => `| ${index > 0 ? '    ' : ''}${inlines(half).trim()}`))
      .join('\n'),
  );
  return division(`#${id} .verse`, [
    lines.join('\n|\n'),
    ...(credit.length > 0 ? [`— ${asLine(inlines(credit))}`] : []),
  ]);
}

/** A part in a division; what closes a text is a section, as its headings are. */
function part(one: Part, language: string): string {
  const { title, blocks } = titledBlocks(one);
  const label = sayPart(one, language);
  const said = title && inlines(title.children).trim();
  const named = isNumbered(one) ? [label, said].filter(Boolean).join('. ') : (said ?? label);
  const content = blocks.map((block) => blockOf(block, language));
  if (isEndMatter(one)) return [heading(named ?? '', one.id), ...content].join('\n\n');
  return division(`#${one.id} .${one.kind}`, [...(named === undefined ? [] : [`[${named}]{.title}`]), ...content]);
}

/** A block of the text. */
export function blockOf(block: Block, language: string): string {
  switch (block.type) {
    case 'heading':
      return heading(inlines(block.children).trim(), block.id, block.depth - 1);
    case 'paragraph':
      return paragraph(block, language);
    case 'quotation':
      return division(`#${block.id}`, [quoted(block.blocks.map((one) => blockOf(one, language)).join('\n\n'))]);
    case 'list':
      return division(`#${block.id}`, [list(block, language)]);
    case 'listing':
      return listing(block);
    case 'verse':
      return verse(block);
    case 'definitions':
      return division(
        `#${block.id}`,
        block.entries.map(({ term, meanings }) =>
          [asLine(inlines(term)), ...meanings.map((meaning) => `:   ${asLine(inlines(meaning))}`)].join('\n'),
        ),
      );
    case 'rule':
      return '* * *';
    case 'part':
      return part(block, language);
    case 'table':
      return table(block);
    case 'figure':
      return figure(block, language);
    case 'formula': {
      const number = block.number === undefined ? '' : ` (${sayNumber(block.number, language)})`;
      return `[$$${texOf(block.tex)}$$]{#${block.id} .formula}${number}`;
    }
    default:
      return unhandled(block);
  }
}

/** An abstract with its keywords, in a division of its own language. An empty one is nothing. */
export function abstractOf(abstract: Abstract, keywords: readonly (readonly Inline[])[] | undefined): string[] {
  if (sayBlocks(abstract.blocks).every((text) => text.trim() === '')) return [];
  const words = wordsOf(abstract.language);
  return [
    division(langOf(abstract.language), [
      heading(abstract.kind === 'extended' ? words.extendedAbstract : words.abstract, abstract.id),
      ...abstract.blocks.map((block) => blockOf(block, abstract.language)),
      ...(keywords ? [`**${words.keywords}:** ${inlines(keywordLine(keywords, abstract.language))}`] : []),
    ]),
  ];
}

/** The notes, each where pandoc looks for it: anywhere. */
export const notesOf = (version: Version, language: string): string[] =>
  version.notes.map(
    (note) => `[^${note.number}]: ${note.lost ? `[${wordsOf(language).lostNote}]{.lost}` : noteText(note, language)}`,
  );

function noteText({ blocks }: Note, language: string): string {
  const line = lineIn(blocks);
  if (line?.lists.length === 0) return asLine(inlines(line.text));
  return indented(blocks.map((block) => blockOf(block, language)).join('\n\n'), 4);
}

/** The critical apparatus: doubtful readings and editorial remarks, each with a link back to its place. */
export function apparatusOf(version: Version, language: string): string[] {
  const words = wordsOf(language);
  const back = (id: string) => `[↩](#in-${id})`;
  const readings = version.readings.map(
    (reading) =>
      `- [**${escapeMarkdown(reading.text)}**]{#${reading.id}} — ${words.certainty[reading.certainty]}. ${words.sourceForm}: [${escapeMarkdown(reading.source)}]{.source}${words.semicolon} ${words.candidates}: ${reading.candidates.map(escapeMarkdown).join(`${words.comma} `)}. ${escapeMarkdown(sayIn(reading.reason, language))} ${back(reading.id)}`,
  );
  const remarks = version.remarks.map(
    (remark) =>
      `- [**${words.remark}**]{#${remark.id}}: ${escapeMarkdown(sayIn(remark.text, language))} ${back(remark.id)}`,
  );
  const items = [...readings, ...remarks];
  return items.length === 0 ? [] : [heading(words.apparatus, 'apparatus'), items.join('\n')];
}
