/**
 * The inline marks of a version's text: links whose text is what the page prints and whose address says what it is.
 *
 *   [(Jervice, 1985: 58)](cite:jervis1985?p=58)            a citation of a work
 *   [(قوام، ۱۳۹۳)](cite:ghavam?reading=r4)                  … whose printed form holds the doubtful reading r4
 *   [۱۹۹۲](reading:r1)                                      a doubtful reading, explained in the apparatus
 *   [عبارتست](remark:e1)                                    an editorial remark
 *   [نمودار ۱](supplied:)                                   words of the editors that the source does not have
 *   [](source:120-131)                                      the source lines of the block, at its end
 *   [^3]                                                    a note; [^3]: [](lost:) where the source lost its text
 */
import type { PhrasingContent } from 'mdast';
import { unwantedIn } from '../../text/unwanted.ts';
import { type Citation, type Inline, type LineRange, plainText } from '../model.ts';

/** What reading marks needs to say and to count. */
export interface MarkContext {
  /** Whether rules hold that are stricter than they were. */
  readonly isDraft: boolean;
  readonly fault: (line: number, what: string, fix: string) => void;
  readonly citation: (citation: Omit<Citation, 'id'>, line: number) => Citation;
  readonly noteRef: (name: string, line: number) => Inline;
  /** The text of a doubtful reading, if the apparatus has it. */
  readonly readingText: (id: string) => string | undefined;
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
const schemes = 'cite:, reading:, remark:, supplied:, source:, lost:, http: and https:';

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
 */
export function troublesOf(value: string, isDraft = true): Trouble[] {
  const troubles: Trouble[] = [];
  const unclosed = /\]\(|\[\^[^\]]*\]?|\((?:cite|reading|remark|supplied|source|lost):/.exec(value);
  if (unclosed) {
    const isNote = unclosed[0].startsWith('[^');
    troubles.push(
      isNote
        ? { what: `the note ${unclosed[0]} is not defined`, fix: 'add its text as a line of its own, [^name]: text' }
        : {
            what: `a mark is not closed near «${around(value, unclosed.index)}»`,
            fix: 'write it as [printed text](scheme:value), on one line',
          },
    );
  } else if (!bracketsBalance(value)) {
    troubles.push({
      what: `a square bracket is not closed in «${around(value, value.search(/[[\]]/))}»`,
      fix: 'close the bracket; a bracket of the text itself comes in pairs',
    });
  }
  const foreign = /[يك]/.exec(value);
  if (foreign) {
    troubles.push({
      what: `an Arabic letter stands for a Persian one near «${around(value, foreign.index)}»`,
      fix: 'write ی and ک',
    });
  }
  // What stands in the file itself was found when it was read; a character reference (`&#x202e;`) shows here.
  const unwanted = isDraft ? unwantedIn(value) : undefined;
  if (unwanted) troubles.push({ what: `${unwanted.what}, near "${around(value, unwanted.index)}"`, fix: unwanted.fix });
  return troubles;
}

/**
 * Reads the inline content of one block.
 *
 * @param nodes the phrasing content of a Markdown block
 * @param context where faults, citations and notes go
 */
export function readMarks(nodes: readonly PhrasingContent[], context: MarkContext): Marked {
  let source: LineRange[] = [];
  let lost = false;
  let inCitation = false;

  const readAll = (content: readonly PhrasingContent[]): Inline[] => content.flatMap(readOne);

  const readOne = (node: PhrasingContent): Inline[] => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'text':
        return readText(node.value, line);
      case 'emphasis':
        return [{ type: 'emphasis', children: readAll(node.children) }];
      case 'footnoteReference':
        return [context.noteRef(node.identifier, line)];
      case 'link':
        return readLink(node.url, node.children, line);
      default:
        context.fault(
          line,
          `«${node.type}» has no place in a text`,
          'use plain Markdown and the marks that CONTRIBUTING.md lists; write { and < as \\{ and \\<',
        );
        return [];
    }
  };

  const readText = (value: string, line: number): Inline[] => {
    for (const { what, fix } of troublesOf(value, context.isDraft)) context.fault(line, what, fix);
    const unmarked = /\([^()]*\p{L}{2,}[^()]*[,،]\s*[0-9۰-۹]{4}[^()]*\)/u.exec(value);
    if (unmarked && !inCitation) {
      context.fault(
        line,
        `«${unmarked[0]}» looks like a citation and is not marked as one`,
        'write it as [(printed form)](cite:key)',
      );
    }
    return [{ type: 'text', value: value.replace(/\s*[\n\r]\s*/g, ' ') }];
  };

  const readLink = (url: string, nodes: readonly PhrasingContent[], line: number): Inline[] => {
    const colon = url.indexOf(':');
    const scheme = url.slice(0, colon);
    const rest = url.slice(colon + 1);
    switch (scheme) {
      case 'cite': {
        inCitation = true;
        const children = readAll(nodes);
        inCitation = false;
        return [readCitation(rest, children, line)];
      }
      case 'reading':
      case 'remark': {
        const children = readAll(nodes);
        context.apparatus(scheme, rest, plainText(children), line);
        return [
          scheme === 'reading' ? { type: scheme, reading: rest, children } : { type: scheme, remark: rest, children },
        ];
      }
      case 'source':
        if (linesForm.test(rest)) source = readLines(rest);
        else context.fault(line, `«source:${rest}» names no lines`, 'write line numbers, as in [](source:12-15,18)');
        return [];
      case 'supplied':
        return [{ type: 'supplied', children: readAll(nodes) }];
      case 'lost':
        lost = true;
        return [];
      case 'http':
      case 'https':
        if (context.isDraft && !URL.canParse(url))
          context.fault(line, `"${url}" is not a valid address`, 'correct the address');
        return [{ type: 'link', url, children: readAll(nodes) }];
      default:
        context.fault(line, `the mark «${url}» is unknown`, `use one of ${schemes}`);
        return [];
    }
  };

  const readCitation = (rest: string, children: Inline[], line: number): Citation => {
    if (children.some((child) => child.type === 'noteRef')) {
      context.fault(
        line,
        'a note hangs inside a citation',
        'end the citation before the marker: a link holds no other link',
      );
    }
    const [key = '', query = ''] = rest.split('?', 2);
    const parameters = new URLSearchParams(query);
    for (const name of parameters.keys()) {
      if (!['p', 'reading', 'remark'].includes(name)) {
        context.fault(line, `unknown field «${name}» in the citation of ${key}`, 'use p, reading and remark');
      }
    }
    if (!/^[a-z][a-z0-9_]*$/.test(key)) {
      context.fault(
        line,
        `«${key}» is no citation key`,
        'use the key of a work in the bibliography: ASCII letters and digits',
      );
    }
    const pages = /^(\d+)(?:-(\d+))?$/.exec(parameters.get('p') ?? '0');
    const [first = '', last = ''] = pages?.slice(1) ?? [];
    // `242-43` leaves out what the two pages share.
    if (!pages || (last !== '' && Number(first.slice(0, first.length - last.length) + last) < Number(first))) {
      context.fault(
        line,
        `«p=${parameters.get('p')}» is no page or range of pages`,
        'write ASCII digits, as in p=58 or p=119-120',
      );
    }
    const readings = parameters.get('reading')?.split(',') ?? [];
    const locator = parameters.get('p');
    return context.citation(
      {
        type: 'citation',
        line,
        key,
        ...(locator === null ? {} : { locator }),
        children: markReadings(children, readings, line),
      },
      line,
    );
  };

  /** A link cannot stand in a link: the doubtful readings in a citation are found in it by their text, in order. */
  const markReadings = (children: readonly Inline[], ids: readonly string[], line: number): Inline[] => {
    const [id, ...others] = ids;
    if (id === undefined) return [...children];
    const text = context.readingText(id);
    const at = children.findIndex((child) => child.type === 'text' && text !== undefined && child.value.includes(text));
    const found = children[at];
    if (text === undefined || found?.type !== 'text') {
      context.apparatus('reading', id, plainText(children), line);
      return [...children];
    }
    const start = found.value.indexOf(text);
    context.apparatus('reading', id, text, line);
    return [
      ...children.slice(0, at),
      ...textOf(found.value.slice(0, start)),
      { type: 'reading', reading: id, children: textOf(text) },
      ...markReadings([...textOf(found.value.slice(start + text.length)), ...children.slice(at + 1)], others, line),
    ];
  };

  return { children: trim(readAll(nodes)), source, lost };
}

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
