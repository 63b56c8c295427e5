/** Marks in the titles of an article: `The uptake of CO~2~ by *Zostera marina*`. */
import type { Fault } from '../../faults.ts';
import { hasPersianRules } from '../../text/languages.ts';
import { isolateLatin } from '../isolate.ts';
import { type Inline, plainText, type Title, walkInlines } from '../model.ts';
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
  if (!marks.test(title.value)) return title;
  const fault = (line: number, what: string, fix: string) => void faults.push({ ...at, line, what, fix });
  const refuse = () => fault(at.line, 'a title holds more than words that are set off', titleFix);
  const { children } = readMarks(readLine(title.value, at.line, []) ?? [], {
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
  if (styled.length === 0 || ![...walkInlines(styled)].every(({ type }) => allowed.has(type))) refuse();
  const isPlain = styled.every(({ type }) => type === 'text');
  return { ...title, value: plainText(styled), ...(isPlain ? {} : { styled }) };
}

const titleFix =
  'use *emphasis*, **bold**, ^superscript^, ~subscript~, `code`, $formula$, [Small Capitals](sc:), and \\* for a sign of the text';
