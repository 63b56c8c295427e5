/** Lines of a source as HTML, as they are printed there. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { hasPersianRules } from '../text/languages.ts';
import { isLatin, latinRuns } from '../text/runs.ts';

/**
 * Source lines, each stretch of one script marked as of the language of that script; a line of digits and signs goes with those
 * before it. The language of a single garbled word cannot be told, and is not.
 *
 * @param lines all lines of the source
 * @param first the number of the first line, from 1
 * @param last the number of the last line
 */
export function renderSourceLines(lines: readonly string[], first: number, last: number): Element[] {
  const stretches: { language: string | undefined; lines: string[] }[] = [];
  for (const line of lines.slice(first - 1, last)) {
    if (line.trim() === '') continue;
    const current = stretches.at(-1);
    const language = languageOfLine(line);
    if (current && (language === undefined || current.language === undefined || language === current.language)) {
      current.lines.push(line);
      current.language ??= language;
    } else stretches.push({ language, lines: [line] });
  }
  return stretches.map(({ language, lines }) => {
    const text = lines.join('\n');
    return h(
      'pre',
      { dir: 'auto', lang: language },
      language !== undefined && hasPersianRules(language) ? markLatin(text) : text,
    );
  });
}

/** Persian text with its Latin runs marked, and not isolated: the order of the signs on a line is that of the source. */
function markLatin(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of latinRuns(text)) {
    nodes.push({ type: 'text', value: text.slice(at, start) }, h('span', { lang: 'en' }, text.slice(start, end)));
    at = end;
  }
  return [...nodes, { type: 'text', value: text.slice(at) }];
}

function languageOfLine(line: string): string | undefined {
  if (isLatin(line)) return 'en';
  return /[\u0621-\u06cc]/.test(line) ? 'fa' : undefined;
}
