/**
 * The inline marks of a version's text: links whose text is what the page prints and whose address says what it is.
 *
 *   [(Jervice, 1985: 58)](cite:jervis1985?p=58)            a citation of a work
 *   [(قوام، ۱۳۹۳)](cite:ghavam?reading=r4)                  … whose printed form holds the doubtful reading r4
 *   [۱۹۹۲](reading:r1)                                      a doubtful reading, explained in the apparatus
 *   [عبارتست](remark:e1)                                    an editorial remark
 *   [نمودار ۱](supplied:)                                   words of the editors that the source does not have
 *   *a*  **b**  ^c^  ~d~  `e`  [F](sc:)  [g](u:)            emphasis, bold, superscript, subscript, code, small capitals, underlined
 *   $x^2$                                                   a formula, as TeX
 *   two spaces or \ at the end of a line                    the end of a line
 *   [](#fig-map)  [](#p12)                                  a part of the text, called as it is numbered
 *   [data](files/data.csv)                                  a file that the article publishes
 *   [نص](lang:ar)                                           words in another language, by its BCP 47 tag
 *   [a@b.org](mailto:a@b.org)                               an address of mail
 *   [](source:120-131)                                      the source lines of the block, at its end
 *   [^3]                                                    a note; [^3]: [](lost:) where the source lost its text
 */
import type { Delete, Emphasis, PhrasingContent, Text } from 'mdast';
import { isKey } from '../../bibliography/keys.ts';
import { FormulaError, mathOf } from '../../formulas/mathml.ts';
import { hasPersianRules, isKnownLanguage, languageTag } from '../../text/languages.ts';
import { unwantedIn } from '../../text/unwanted.ts';
import { fileAddress } from '../article-files.ts';
import { locatorKinds, wrongLocator } from '../locators.ts';
import { type Citation, type Inline, type LineRange, plainText } from '../model.ts';
import { withoutMeantSigns } from './meant-signs.ts';
import { refusalOf } from './strays.ts';
import { unwritten } from './unwritten.ts';

/** What reading marks needs to say and to count. */
export interface MarkContext {
  /** Whether rules hold that are stricter than they were. */
  readonly isDraft: boolean;
  /** The language of the text; the letters of one that is not Persian are its own. */
  readonly language: string;
  readonly fault: (line: number, what: string, fix: string) => void;
  /** What a draft may lack and a released version may not. */
  readonly lacks: (line: number, what: string, fix: string) => void;
  /** Says what is odd in words that are said to be of a language. */
  readonly doubtLetters: (line: number, what: string, text: string, tag: string) => void;
  readonly citation: (citation: Omit<Citation, 'id'>, line: number) => Citation;
  readonly noteRef: (name: string, line: number) => Inline;
  /** The text of a doubtful reading, if the apparatus has it. */
  readonly readingText: (id: string) => string | undefined;
  /** The part of the text that a cross reference names: its anchor and its label, if there is one. */
  readonly part: (name: string, line: number) => { readonly target: string; readonly label: string } | undefined;
  /** The file of the article at an address, if there is one. */
  readonly file: (
    address: string,
    line: number,
  ) => { readonly name: string; readonly mediaType?: string | undefined } | undefined;
  readonly apparatus: (kind: 'reading' | 'remark', id: string, printed: string, line: number) => void;
}

/** Running text with what its marks said about the block. */
export interface Marked {
  readonly children: Inline[];
  readonly source: readonly LineRange[];
  readonly lost: boolean;
}

/** Reads `12-15,18` as ranges. */
export function readLines(text: string): LineRange[] {
  return text.split(',').map((part) => {
    const [first, last] = part.trim().split('-');
    return { first: Number(first), last: Number(last ?? first) };
  });
}

const linesForm = /^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/;
const schemes =
  '#NAME, files/NAME, cite:, reading:, remark:, supplied:, source:, lost:, sc:, u:, lang:, mailto:, http: and https:';

/** Marks that print their words, and those of them that say no more. */
const worded: ReadonlySet<string> = new Set('cite reading remark supplied sc u lang mailto http https'.split(' '));
const wordless: ReadonlySet<string> = new Set(['supplied', 'sc', 'u']);

/** What is wrong in a piece of text. */
interface Trouble {
  readonly what: string;
  readonly fix: string;
}

/**
 * What has no place in any text: a mark or a bracket that is not closed, letters of Arabic for those of Persian, characters that
 * nobody sees.
 *
 * @param isDraft whether rules hold that are stricter than they were
 * @param isOther whether the text is in another language than Persian, whose letters are its own
 * @param open the text without the signs that are meant as such
 */
export function troublesOf(value: string, isDraft = true, isOther = false, open = value): Trouble[] {
  const troubles: Trouble[] = [];
  const unclosed = /\]\(|\[\^[^\]]*\]?|\((?:cite|reading|remark|supplied|source|lost):/.exec(open);
  if (unclosed) {
    const isNote = unclosed[0].startsWith('[^');
    troubles.push(
      isNote
        ? { what: `the note ${unclosed[0]} is not defined`, fix: 'add its text as a line of its own, [^name]: text' }
        : {
            what: `a mark is not closed near "${around(value, unclosed.index)}"`,
            fix: 'write it as [printed text](scheme:value), on one line',
          },
    );
  } else if (!bracketsBalance(open)) {
    troubles.push({
      what: `a square bracket is not closed in "${around(value, open.search(/[[\]]/))}"`,
      fix: 'close the bracket, or write one that the text itself leaves open as \\[ or \\]',
    });
  }
  const foreign = /[يك]/.exec(value);
  if (foreign && !isOther) {
    troubles.push({
      what: `an Arabic letter is used for a Persian one near "${around(value, foreign.index)}"`,
      fix: 'write ی and ک, or mark Arabic as [نص](lang:ar)',
    });
  }
  if (isDraft) troubles.push(...unreadIn(value, open));
  return [...troubles, ...unseenIn(value, isDraft)];
}

/** Signs that would set words off, or lead elsewhere, and that the parser left among the words because something is missing. */
function unreadIn(value: string, open: string): Trouble[] {
  const bold = /(?<![\p{L}\p{N}*])\*\*(?=[\p{L}\p{N}«“"'([])/u.exec(open);
  const emphasis = /(?<![\p{L}\p{N}*])\*(?=[\p{L}«“"'([])/u.exec(open);
  const end = /(?<=[\p{L}\p{M}»”"'])\*+(?![\p{L}\p{N}*])/u.exec(open);
  const high = /(?<=[^\s^])\^(?=[\s.,;:!?)»،؛]|$)|(?<![^\s(«“"])\^(?=[\p{L}\p{N}])/u.exec(open);
  const low = /(?<=[\p{L}.])~(?=[\p{L}\p{N}])/u.exec(open);
  const code = open.indexOf('`');
  const elsewhere = /!\[(?![\d۰-۹^…[])|\]\[(?![\d۰-۹^…])/u.exec(open);
  return [
    ...(bold
      ? [
          {
            what: `bold is not closed in "${around(value, bold.index)}"`,
            fix: 'end it with **, inside of quotation marks: «**words**»; write \\*\\* for the signs',
          },
        ]
      : []),
    ...(emphasis && !bold
      ? [
          {
            what: `emphasis is not closed in "${around(value, emphasis.index)}"`,
            fix: 'end it with *, inside of quotation marks: «*words*»; write \\* for the sign',
          },
        ]
      : []),
    ...(end && !bold && !emphasis
      ? [
          {
            what: `${end[0]} ends nothing in "${around(value, end.index)}"`,
            fix: 'begin the words with the same sign, within no other mark, or write \\* for the sign',
          },
        ]
      : []),
    ...(high
      ? [
          {
            what: `a ^ stands alone in "${around(value, high.index)}"`,
            fix: 'write a superscript between two, without a space: m^2^; write \\^ for the sign',
          },
        ]
      : []),
    ...(low
      ? [
          {
            what: `a ~ stands alone in "${around(value, low.index)}"`,
            fix: 'write a subscript between two, CO~2~, for the ~ of TeX a space, and \\~ for the sign',
          },
        ]
      : []),
    ...(code >= 0
      ? [
          {
            what: `a \` stands alone in "${around(value, code)}"`,
            fix: 'end code with another, write “ and ” for quotation marks, or \\` for the sign',
          },
        ]
      : []),
    ...(elsewhere
      ? [
          {
            what: `an address that is named is not there, in "${around(value, elsewhere.index)}"`,
            fix: 'write [words](https://…), or \\[ and \\] for the brackets',
          },
        ]
      : []),
  ];
}

/** Whether two signs that were to open bold open emphasis twice, as the parser reads `**a *b** c*`. */
function isOfTwo({ children: [inner], position }: Emphasis): boolean {
  const begin = position?.start.offset;
  return begin !== undefined && inner?.type === 'emphasis' && inner.position?.start.offset === begin + 1;
}

/** Characters that nobody sees. What stands in the file itself was found when it was read; `&#x202e;` shows here. */
export function unseenIn(value: string, isDraft: boolean): Trouble[] {
  const unwanted = isDraft ? unwantedIn(value) : undefined;
  return unwanted ? [{ what: `${unwanted.what}, near "${around(value, unwanted.index)}"`, fix: unwanted.fix }] : [];
}

/**
 * Reads the inline content of one block.
 *
 * @param nodes the phrasing content of a Markdown block
 * @param context where faults, citations and notes go
 */
export function readMarks(nodes: readonly PhrasingContent[], context: MarkContext): Marked {
  const reader = new MarkReader(context);
  const children = trim(reader.inlines(nodes));
  return { children, source: reader.source, lost: reader.lost };
}

/** Reads the marks of one block, and remembers what they say about it. */
class MarkReader {
  source: readonly LineRange[] = [];
  lost = false;
  private readonly context: MarkContext;
  private inCitation = false;
  private isOther: boolean;

  constructor(context: MarkContext) {
    this.context = context;
    this.isOther = !hasPersianRules(context.language);
  }

  inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.inline(node));
  }

  private inline(node: PhrasingContent): Inline[] {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'text':
        return this.text(node, line);
      case 'emphasis':
        if (this.context.isDraft && isOfTwo(node))
          this.context.fault(
            line,
            'bold and emphasis overlap',
            'end first what began last: **bold and *both*** *and emphasis*',
          );
        return [{ type: 'emphasis', children: this.inlines(node.children) }];
      case 'strong':
      case 'superscript':
        return [{ type: 'styled', style: node.type, children: this.inlines(node.children) }];
      case 'delete':
        return this.tildes(node, line);
      case 'inlineCode':
        this.refuse(unseenIn(node.value, this.context.isDraft), line);
        return [{ type: 'code', value: node.value }];
      case 'inlineFormula':
        return this.formula(node.value, line);
      case 'break':
        return [{ type: 'lineBreak' }];
      case 'footnoteReference':
        return [this.context.noteRef(node.identifier, line)];
      case 'link':
        if (this.context.isDraft && node.title)
          this.context.fault(
            line,
            `the words "${node.title}" behind the address of a link`,
            'leave them out: no page shows them',
          );
        return this.link(node.url, node.children, line);
      default: {
        const { what, fix } = refusalOf(node.type, 'name' in node ? (node as { name: string | null }).name : undefined);
        this.context.fault(line, what, fix);
        return [];
      }
    }
  }

  private formula(tex: string, line: number): Inline[] {
    this.refuse([...unseenIn(tex, this.context.isDraft), ...troublesOfFormula(tex, false)], line);
    if (isUnwrittenFormula(tex)) this.context.lacks(line, ...unwrittenFormula(tex));
    return [{ type: 'formula', tex }];
  }

  /** `~2~` is a subscript. Two signs would strike words out, which no published text does. */
  private tildes(node: Delete, line: number): Inline[] {
    if (offsetOf(node.children[0]) !== offsetOf(node) + 1)
      this.context.fault(line, 'words are struck out', 'leave them out, or write ~2~ for a subscript');
    return [{ type: 'styled', style: 'subscript', children: this.inlines(node.children) }];
  }

  private text(text: Text, line: number): Inline[] {
    const { value } = text;
    const open = withoutMeantSigns(text);
    this.refuse(troublesOf(value, this.context.isDraft, this.isOther, open), line);
    const unmarked = /\([^()]*\p{L}{2,}[^()]*[,،]\s*[0-9۰-۹٠-٩]{4}[^()]*\)/u.exec(open);
    if (unmarked && !this.inCitation) {
      this.context.lacks(
        line,
        `"${unmarked[0]}" looks like a citation and is not marked as one`,
        'write it as [(printed form)](cite:key), or, where it is none, \\( for its bracket',
      );
    }
    return [{ type: 'text', value: value.replace(/\s*[\n\r]\s*/g, ' ') }];
  }

  private link(url: string, nodes: readonly PhrasingContent[], line: number): Inline[] {
    if (url.startsWith('#')) return this.crossReference(url.slice(1), nodes, line);
    if (url.startsWith(fileAddress(''))) return this.file(url, nodes, line);
    const colon = url.indexOf(':');
    const scheme = url.slice(0, colon);
    const rest = url.slice(colon + 1);
    if (this.context.isDraft) this.checkMark(scheme, rest, nodes, line);
    switch (scheme) {
      case 'cite':
        return [this.citation(rest, nodes, line)];
      case 'reading':
      case 'remark':
        return [this.apparatusMark(scheme, rest, nodes, line)];
      case 'source':
        this.sourceLines(rest, line);
        return [];
      case 'supplied':
        return [{ type: 'supplied', children: this.inlines(nodes) }];
      case 'lost':
        this.lost = true;
        return [];
      case 'sc':
      case 'u':
        return [
          {
            type: 'styled',
            style: scheme === 'sc' ? 'smallCaps' : 'underline',
            children: this.inlines(nodes),
          },
        ];
      case 'lang':
        return [this.foreign(rest, nodes, line)];
      case 'mailto':
        if (!/^[^\s@?]+@[^\s@?]+\.[^\s@?]+$/.test(rest))
          this.context.fault(
            line,
            `"${rest}" is no address of mail`,
            'write [name@example.org](mailto:name@example.org)',
          );
        return [{ type: 'link', url, children: this.inlines(nodes) }];
      case 'http':
      case 'https':
        if (this.context.isDraft && !URL.canParse(url))
          this.context.fault(line, `"${url}" is not a valid address`, 'correct the address');
        return [{ type: 'link', url, children: this.inlines(nodes) }];
      default:
        this.context.fault(line, `the mark "${url}" is unknown`, `use one of ${schemes}`);
        return [];
    }
  }

  /** A mark has words, and says nothing that would be lost. */
  private checkMark(scheme: string, rest: string, nodes: readonly PhrasingContent[], line: number): void {
    if (wordless.has(scheme) && rest !== '')
      this.context.fault(line, `"${rest}" behind ${scheme}:`, `write [words](${scheme}:)`);
    if (nodes.length === 0 && worded.has(scheme))
      this.context.fault(
        line,
        `a mark without words, ${scheme}:${rest}`,
        'write what is to be printed between [ and ]',
      );
  }

  private crossReference(name: string, nodes: readonly PhrasingContent[], line: number): Inline[] {
    const part = this.context.part(name, line);
    const said = this.inlines(nodes);
    if (!part) return said;
    const children = said.length > 0 ? said : textOf(part.label);
    return [{ type: 'crossReference', target: part.target, children }];
  }

  private file(address: string, nodes: readonly PhrasingContent[], line: number): Inline[] {
    const file = this.context.file(address, line);
    const children = this.inlines(nodes);
    if (children.length === 0)
      this.context.fault(line, `the link to ${address} has no words`, 'write [words](files/NAME)');
    return file ? [{ type: 'file', ...file, children }] : children;
  }

  /** Words in another language, by its BCP 47 tag. */
  private foreign(tag: string, nodes: readonly PhrasingContent[], line: number): Inline {
    const language = languageTag(tag);
    if (language === undefined || (this.context.isDraft && !isKnownLanguage(tag)))
      this.context.fault(line, `"${tag}" is no tag of a language`, 'write a tag of BCP 47: ar, de, zh-Hant');
    const around = this.isOther;
    this.isOther = language === undefined || !hasPersianRules(language);
    const children = this.inlines(nodes);
    this.isOther = around;
    this.context.doubtLetters(line, `"${plainText(children)}"`, plainText(children), tag);
    return { type: 'foreign', language: language ?? 'und', children };
  }

  private apparatusMark(
    type: 'reading' | 'remark',
    id: string,
    nodes: readonly PhrasingContent[],
    line: number,
  ): Inline {
    const children = this.inlines(nodes);
    this.context.apparatus(type, id, plainText(children), line);
    return type === 'reading' ? { type, reading: id, children } : { type, remark: id, children };
  }

  private sourceLines(lines: string, line: number): void {
    if (linesForm.test(lines)) this.source = readLines(lines);
    else this.context.fault(line, `"source:${lines}" names no lines`, 'write line numbers, as in [](source:12-15,18)');
  }

  private citation(rest: string, nodes: readonly PhrasingContent[], line: number): Citation {
    this.inCitation = true;
    const children = this.inlines(nodes);
    this.inCitation = false;
    const [key = '', query = ''] = rest.split('?', 2);
    const parameters = new URLSearchParams(query);
    this.refuse(troublesOfCitation(key, parameters, children), line);
    const readings = parameters.get('reading')?.split(',') ?? [];
    const place = locatorOf(parameters);
    return this.context.citation(
      {
        type: 'citation',
        line,
        key,
        ...(place === undefined ? {} : { locator: place.locator }),
        ...(place === undefined || place.kind === 'page' ? {} : { locatorKind: place.kind }),
        children: this.withReadings(children, readings, line),
      },
      line,
    );
  }

  /** A link cannot stand in a link: the doubtful readings in a citation are found in it by their text, in order. */
  private withReadings(children: readonly Inline[], ids: readonly string[], line: number): Inline[] {
    const [id, ...others] = ids;
    if (id === undefined) return [...children];
    const text = this.context.readingText(id);
    const at = children.findIndex((child) => child.type === 'text' && text !== undefined && child.value.includes(text));
    const found = children[at];
    if (text === undefined || found?.type !== 'text') {
      this.context.apparatus('reading', id, plainText(children), line);
      return [...children];
    }
    const start = found.value.indexOf(text);
    this.context.apparatus('reading', id, text, line);
    const behind = [...textOf(found.value.slice(start + text.length)), ...children.slice(at + 1)];
    return [
      ...children.slice(0, at),
      ...textOf(found.value.slice(0, start)),
      { type: 'reading', reading: id, children: textOf(text) },
      ...this.withReadings(behind, others, line),
    ];
  }

  private refuse(troubles: readonly Trouble[], line: number): void {
    for (const { what, fix } of troubles) this.context.fault(line, what, fix);
  }
}

/** Whether a formula is not written yet, `\\text{… e001}`: the manuscript has a picture in its place, of that name. */
export const isUnwrittenFormula = (tex: string): boolean => tex.trim().startsWith(`\\text{${unwritten}`);

/** What is said of it. */
export const unwrittenFormula = (tex: string): [what: string, fix: string] => [
  `the formula "${tex.trim()}" is not written yet`,
  'write its TeX',
];

/**
 * What is wrong in a formula.
 *
 * @param isDisplay whether it stands on a line of its own
 */
export function troublesOfFormula(tex: string, isDisplay: boolean): Trouble[] {
  try {
    mathOf(tex, isDisplay);
    return [];
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const shown = tex.trim().replace(/\s+/g, ' ');
    return [{ what: `${error.message}, in "${shortened(shown)}"`, fix: error.fix }];
  }
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What is wrong in the mark of a citation. */
function troublesOfCitation(key: string, parameters: URLSearchParams, children: readonly Inline[]): Trouble[] {
  const troubles: Trouble[] = [];
  if (children.some((child) => child.type === 'noteRef')) {
    troubles.push({
      what: 'a note is inside a citation',
      fix: 'end the citation before the marker: a link cannot contain another link',
    });
  }
  for (const name of parameters.keys()) {
    if (!['reading', 'remark', ...Object.keys(locatorKinds)].includes(name)) {
      troubles.push({
        what: `unknown field "${name}" in the citation of ${key}`,
        fix: `use ${Object.keys(locatorKinds).join(', ')}, reading and remark`,
      });
    }
  }
  if (!isKey(key)) {
    troubles.push({
      what: `"${key}" is not a valid citation key`,
      fix: 'use the key of a work in the bibliography: ASCII letters, digits, hyphens, points and underscores',
    });
  }
  const place = locatorOf(parameters);
  const fix = place && wrongLocator(place.kind, place.locator);
  if (fix !== undefined)
    troubles.push({
      what: `"${place?.name}=${place?.locator}" is not a ${place?.kind} or range of ${place?.kind}s`,
      fix,
    });
  const places = [...parameters.keys()].filter((name) => name in locatorKinds);
  if (places.length > 1)
    troubles.push({
      what: `the citation of ${key} has several places, ${places.join(' and ')}`,
      fix: 'write the nearest one, as p=58, and leave the other to the words',
    });
  return troubles;
}

/** The place that the mark of a citation names, by the field that has it. */
function locatorOf(parameters: URLSearchParams) {
  const [found] = Object.entries(locatorKinds).filter(([name]) => parameters.has(name));
  return found && { name: found[0], kind: found[1], locator: parameters.get(found[0]) ?? '' };
}

const offsetOf = (node: Pick<Delete, 'position'> | undefined) => node?.position?.start.offset ?? 0;

const textOf = (value: string): Inline[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Takes away the space between the text and the marks that close a block. */
function trim(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline, index) => {
    if (inline.type !== 'text') return [inline];
    let { value } = inline;
    if (index === 0) value = value.trimStart();
    if (index === inlines.length - 1) value = value.trimEnd();
    return textOf(value);
  });
}

const around = (text: string, index: number) => text.slice(Math.max(0, index - 15), index + 25).trim();

function bracketsBalance(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[') open += 1;
    if (character === ']') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
