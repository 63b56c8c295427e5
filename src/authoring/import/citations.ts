/**
 * Citations of a manuscript as the edition marks them. One that prints words keeps them; one that prints the number of a list,
 * or only names keys, prints what CSL makes of its works: the lists of an edition have no numbers.
 */
import { type CitedPlace, InText, type InTextStyle, readLocator } from '../../bibliography/in-text.ts';
import { toLatinDigits } from '../../text/digits.ts';
import { scriptOf } from '../../text/languages.ts';
import type { Remarks } from './remarks.ts';
import { escapeText } from './signs.ts';
import { type Inline, type TreeCitation, wordsOf } from './tree.ts';
import type { ManuscriptWorks } from './works.ts';

type Cite = Extract<Inline, { t: 'Cite' }>;

/** The keys that a text cites, in its order. */
export function citedIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(citedIn);
  if (typeof tree !== 'object' || tree === null) return [];
  if ('citationId' in tree) return [String(tree.citationId)];
  return Object.values(tree).flatMap(citedIn);
}

/** What stands between the numbers of one citation. */
const isBetween = (inline: Inline): boolean =>
  inline.t === 'Space' ||
  inline.t === 'SoftBreak' ||
  (inline.t === 'Str' && /^[[\]()]*[,;،؛–—-]*[[\]()]*$/.test(inline.c));

const numbers = /^\s*[[(]?[\s\d۰-۹٠-٩,،;–—-]*[\])]?\s*$/;

const brackets: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

const isNumbered = (inline: Inline): inline is Cite =>
  inline.t === 'Cite' && /\d|[۰-۹]/.test(wordsOf(inline.c[1])) && numbers.test(wordsOf(inline.c[1]));

/**
 * A text in which the numbers of one place, `[1], [3]–[5]`, are one citation, and their brackets none of the text.
 *
 * @param tree blocks or running text, or what holds them
 * @param order the keys of the list of references, in its order: a text cites from one number to another
 */
export function clustered<T>(tree: T, order: readonly string[], remarks: Remarks): T {
  if (Array.isArray(tree)) {
    const isText = tree.some(
      (one) => typeof one === 'object' && one !== null && 't' in one && isNumbered(one as Inline),
    );
    const own = isText ? clusteredText(tree as readonly Inline[], order, remarks) : tree;
    return apart(own).map((one) => clustered<unknown>(one, order, remarks)) as T;
  }
  if (typeof tree !== 'object' || tree === null) return tree;
  // What a citation prints holds no other.
  if ('t' in tree && tree.t === 'Cite') return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, one]) => [name, clustered<unknown>(one, order, remarks)]),
  ) as T;
}

/** What ends a word before a citation that hangs on it, as `word\\cite{key}` does, where a number would stand. */
const endsWord = /[\p{L}\p{N}.,،؛)\]»”]$/u;

/** Running text in which names and years do not hang on the word before them. */
function apart(inlines: readonly unknown[]): readonly unknown[] {
  return inlines.flatMap((one, index) => {
    const before = inlines[index - 1];
    if (!isInline(one) || one.t !== 'Cite' || !isInline(before) || before.t !== 'Str') return [one];
    return printedBy(one) === undefined && endsWord.test(before.c) ? [{ t: 'Space' }, one] : [one];
  });
}

const isInline = (one: unknown): one is Inline => typeof one === 'object' && one !== null && 't' in one;

/** What a citation prints in the manuscript itself, if these are words. */
function printedBy({ c: [citations, printed] }: Cite): string | undefined {
  const words = wordsOf(printed).trim();
  if (!/\p{L}{2}/u.test(words)) return undefined;
  return citations.some(({ citationId }) => words.includes(`@${citationId}`) || words.includes(`@{${citationId}}`))
    ? undefined
    : words;
}

function clusteredText(inlines: readonly Inline[], order: readonly string[], remarks: Remarks): readonly Inline[] {
  const first = inlines.findIndex(isNumbered);
  if (first < 0) return inlines;
  const citations: TreeCitation[] = [];
  let end = first;
  let isRange = false;
  for (let at = first; at < inlines.length; at += 1) {
    const inline = inlines[at] as Inline;
    if (isNumbered(inline)) {
      if (isRange) citations.push(...between(citations.at(-1), inline.c[0][0], order));
      citations.push(...inline.c[0]);
      end = at;
      isRange = false;
    } else if (isBetween(inline)) isRange ||= inline.t === 'Str' && /[–—-]/.test(inline.c);
    else break;
  }
  remarks.count('a citation was the number of a list; it prints names and years');
  const before = inlines[first - 1];
  const behind = inlines[end + 1];
  const opens = before?.t === 'Str' ? before.c.at(-1) : undefined;
  const closes = opens === undefined ? undefined : brackets[opens];
  const isBracketed = closes !== undefined && behind?.t === 'Str' && behind.c.startsWith(closes);
  const cite: Inline = { t: 'Cite', c: [citations, []] };
  const head: Inline[] =
    isBracketed && before?.t === 'Str' ? [{ t: 'Str', c: before.c.slice(0, -1) }] : before ? [before] : [];
  const tail: Inline[] =
    isBracketed && behind?.t === 'Str' ? [{ t: 'Str', c: behind.c.slice(1) }] : behind ? [behind] : [];
  // A number hangs on the word before it; names stand apart.
  const last = wordsOf([...inlines.slice(0, Math.max(0, first - 1)), ...head]).at(-1);
  const space: Inline[] = last !== undefined && /[\p{L}\p{N}.,)\]]/u.test(last) ? [{ t: 'Space' }] : [];
  return [
    ...inlines.slice(0, Math.max(0, first - 1)),
    ...head,
    ...space,
    cite,
    ...clusteredText([...tail, ...inlines.slice(end + 2)], order, remarks),
  ];
}

/** The works between two of the list. */
function between(
  first: TreeCitation | undefined,
  last: TreeCitation | undefined,
  order: readonly string[],
): TreeCitation[] {
  const [from, to] = [first, last].map((one) => order.indexOf(one?.citationId ?? ''));
  if (last === undefined || from === undefined || to === undefined || from < 0 || to < 0) return [];
  return order.slice(from + 1, to).map((citationId) => ({ ...last, citationId }));
}

export class Citations {
  private readonly works: ManuscriptWorks;
  private readonly remarks: Remarks;
  private readonly inText: InText;

  /** @param style in which works are cited that are not in Persian, if not in that of the list */
  constructor(works: ManuscriptWorks, remarks: Remarks, style?: InTextStyle) {
    this.works = works;
    this.remarks = remarks;
    this.inText = new InText([...works.byKey.values()], style);
  }

  /** Whether the list of references has a work. */
  has(key: string): boolean {
    return this.works.byKey.has(key);
  }

  /** A citation that prints the words before its key, as our own Markdown has it. */
  verbatim(words: readonly Inline[]): Cite {
    const cites = words.filter((word) => word.t === 'Cite');
    const printed = words.filter((word) => word.t !== 'Cite');
    return { t: 'Cite', c: [cites.flatMap((cite) => cite.c[0]), printed] };
  }

  /** What a citation prints, without its mark. */
  plain(cite: Cite): string {
    const [citations] = cite.c;
    return (
      printedBy(cite) ??
      this.made(citations)
        .map(({ text }) => text)
        .join('')
    );
  }

  /**
   * @param language that of the text
   * @returns the text, and how many works it marks
   */
  write(cite: Cite, language: string): { readonly text: string; readonly marked: number } {
    const [citations] = cite.c;
    const own = printedBy(cite);
    const unknown = citations.filter(({ citationId }) => !this.works.byKey.has(citationId));
    if (this.works.byKey.size === 0 && unknown.length > 0)
      this.remarks.count('a citation is plain words: no list of references has its work', unknown.length);
    else
      for (const { citationId } of unknown)
        this.remarks.add(`the list of references has no work "${citationId}"; the citation is plain words`, own ?? '');
    if (unknown.length === citations.length)
      return { text: escapeText(own ?? `(${citations.map(({ citationId }) => citationId).join('; ')})`), marked: 0 };
    // The brackets around several stand outside of their marks.
    const isBracketed = own !== undefined && citations.length > 1 && /^\(.*\)$/s.test(own);
    const parts = own === undefined ? undefined : partsOf(isBracketed ? own.slice(1, -1) : own, citations.length);
    if (parts === undefined) return this.joined(citations, language);
    const marks = parts
      .map(({ words, between }, index) => {
        const citation = citations[index] as TreeCitation;
        const work = this.works.byKey.get(citation.citationId);
        const pages = locatorOf(citation).pages ?? pagesIn(words);
        return `${work ? mark(words, work.key, pages) : escapeText(words)}${escapeText(between)}`;
      })
      .join('');
    return { text: isBracketed ? `(${marks})` : marks, marked: citations.length - unknown.length };
  }

  private joined(citations: readonly TreeCitation[], language: string): { text: string; marked: number } {
    const [first, ...others] = this.made(citations);
    const all = first === undefined ? [] : [first, ...others];
    const separator = scriptOf(language) === 'Arab' ? '؛ ' : '; ';
    const text = (one: (typeof all)[number]) =>
      one.key === undefined ? escapeText(one.text) : mark(one.text, one.key, one.pages);
    const marked = all.filter(({ key }) => key !== undefined).length;
    if (first?.isInText) {
      const rest = others.length > 0 ? ` (${others.map(text).join(separator)})` : '';
      return { text: `${text(first)}${rest}`, marked };
    }
    if (all.length === 1 && first) return { text: text({ ...first, text: `(${first.text})` }), marked };
    return { text: `(${all.map(text).join(separator)})`, marked };
  }

  /** Each work of a citation as CSL prints it. */
  private made(citations: readonly TreeCitation[]) {
    return citations.map((citation) => {
      const work = this.works.byKey.get(citation.citationId);
      const isInText = citation.citationMode.t === 'AuthorInText';
      if (!work) return { text: citation.citationId, key: undefined, pages: undefined, isInText };
      const { pages, suffix } = locatorOf(citation);
      const place: CitedPlace = { key: work.key, pages, suffix, prefix: wordsOf(citation.citationPrefix).trim() };
      if (isInText) {
        const rest = this.inText.withoutAuthors(place);
        const authors = this.inText.authors(work.key);
        return { text: rest === '' ? authors : `${authors} (${rest})`, key: work.key, pages, isInText };
      }
      const text =
        (citation.citationMode.t === 'SuppressAuthor' ? this.inText.withoutAuthors(place) : '') ||
        this.inText.within(place);
      return { text, key: work.key, pages, isInText };
    });
  }
}

const mark = (words: string, key: string, pages: string | undefined): string =>
  `[${escapeText(words)}](cite:${key}${pages === undefined ? '' : `?p=${pages}`})`;

const locatorOf = ({ citationSuffix }: TreeCitation) => readLocator(wordsOf(citationSuffix));

/** The page that a printed citation names behind its year: `(Doe, 2010: 12)`. */
function pagesIn(words: string): string | undefined {
  const [, first, last] =
    /(?:[0-9۰-۹٠-٩]{4}[a-z]?|n\.d\.|بی‌تا|د\.ت)\s*[,،:]\s*(?:pp?\.?\s*|صص?\.?\s*)?([0-9۰-۹٠-٩]+)(?:\s*[-–—]\s*([0-9۰-۹٠-٩]+))?\s*\)?$/u.exec(
      words,
    ) ?? [];
  if (first === undefined) return undefined;
  const pages = [first, ...(last === undefined ? [] : [last])].map(toLatinDigits);
  return pages.length === 2 && Number(pages[1]) < Number(pages[0]) ? undefined : pages.join('-');
}

/** The words of each of several works, with what stands between them; nothing where these cannot be told apart. */
function partsOf(words: string, count: number): { words: string; between: string }[] | undefined {
  if (count === 1) return [{ words, between: '' }];
  const parts = words.split(/(\s*[;؛]\s*)/);
  if (parts.length !== count * 2 - 1) return undefined;
  return Array.from({ length: count }, (_, index) => ({
    words: parts[index * 2] as string,
    between: parts[index * 2 + 1] ?? '',
  }));
}
