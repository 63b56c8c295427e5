/** Marks in the titles and the keywords of an article: `The uptake of CO~2~ by *Zostera marina*`. */
import type { Fault } from '../../faults.ts';
import { hasPersianRules, type Texts, textsOf } from '../../text/languages.ts';
import { isolateLatin } from '../isolate.ts';
import { type Inline, type Metadata, plainText, type Title, walkInlines } from '../model.ts';
import { readLine } from './markdown.ts';
import { readMarks } from './marks.ts';

/** What a title without marks has none of. */
const marks = /[*^~`$\\]|\]\((?:sc|u|lang):/;

/** What stands in a title: words that are set off. Links, notes and the like lead nowhere from a list of titles. */
const allowed: ReadonlySet<Inline['type']> = new Set(['text', 'emphasis', 'styled', 'code', 'formula', 'foreign']);

/**
 * A title whose value is its plain text, with its marks where it has some.
 *
 * @param title as the file states it
 * @param at the file and the line of the title, to name in faults
 * @param faults what is wrong is added to it
 */
export function readTitle(title: Title, language: string, at: { file: string; line: number }, faults: Fault[]): Title {
  const styled = readMarked(title.value, 'a title', language, at, faults);
  const value = styled ? plainText(styled) : title.value;
  const { sentence } = title;
  if (sentence !== undefined && sentence.toLowerCase() !== value.toLowerCase())
    faults.push({
      ...at,
      what: `what stands in sentence is not the title in other capitals: "${sentence.slice(0, 60)}"`,
      fix: `write the words of "${value}" without marks, with capitals where a sentence has them`,
    });
  if (!styled) return title;
  const isPlain = styled.every(({ type }) => type === 'text');
  return { ...title, value, ...(isPlain ? {} : { styled }) };
}

/**
 * Keywords as plain text, and with their marks in the languages in which some have any.
 *
 * @param placeOf the file and the line of a keyword, to name in faults
 * @param faults what is wrong is added to it
 */
export function readKeywords(
  stated: Texts<readonly string[]>,
  placeOf: (language: string, index: number) => { file: string; line: number },
  faults: Fault[],
): Pick<Metadata, 'keywords' | 'styledKeywords'> {
  const styled = textsOf(stated).flatMap(({ language, value: keywords }) => {
    const read = keywords.map((one, index) => readMarked(one, 'a keyword', language, placeOf(language, index), faults));
    if (read.every((one) => one === undefined)) return [];
    return [
      [language, read.map((one, index) => one ?? [{ type: 'text' as const, value: keywords[index] ?? '' }])] as const,
    ];
  });
  if (styled.length === 0) return { keywords: stated };
  const plain = styled.map(([language, keywords]) => [language, keywords.map(plainText)] as const);
  return {
    keywords: { ...stated, ...Object.fromEntries(plain) },
    styledKeywords: Object.fromEntries(styled),
  };
}

/** The marks of a line, if it has any. */
function readMarked(
  value: string,
  what: 'a title' | 'a keyword',
  language: string,
  at: { file: string; line: number },
  faults: Fault[],
): readonly Inline[] | undefined {
  if (!marks.test(value)) return undefined;
  const fault = (line: number, said: string, fix: string) => void faults.push({ ...at, line, what: said, fix });
  const { children } = readMarks(readLine(value, at.line, []) ?? [], {
    isDraft: true,
    language,
    fault,
    lacks: fault,
    doubtLetters: () => undefined,
    citation: (citation) => ({ ...citation, id: '' }),
    noteRef: () => ({ type: 'lineBreak' }),
    part: () => undefined,
    file: () => undefined,
    readingText: () => undefined,
    apparatus: () => undefined,
  });
  const styled = hasPersianRules(language) ? isolateLatin(children) : children;
  if (styled.length === 0 || ![...walkInlines(styled)].every(({ type }) => allowed.has(type)))
    fault(at.line, `${what} holds more than words that are set off`, titleFix);
  return styled;
}

const titleFix =
  'use *emphasis*, **bold**, ^superscript^, ~subscript~, `code`, $formula$, [Small Capitals](sc:), and \\* for a sign of the text';
