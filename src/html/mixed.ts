/** Plain words of the interface and of the editors as HTML, with what is in the other script isolated and marked. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { directionOf, type Language, otherLanguage } from '../text/languages.ts';
import { latinRuns, persianRuns } from '../text/runs.ts';

/**
 * @param text plain text
 * @param language its language; runs of the other script are taken for the other language
 */
export function renderMixed(text: string, language: Language): ElementContent[] {
  const other = otherLanguage(language);
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of language === 'fa' ? latinRuns(text) : persianRuns(text)) {
    if (start > at) nodes.push({ type: 'text', value: text.slice(at, start) });
    nodes.push(h('bdi', { lang: other, dir: directionOf(other) }, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}
