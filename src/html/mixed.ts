/** Plain words of the interface and of the editors as HTML, with what is in the other script isolated and marked. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { unescapeXml } from '../text/escape.ts';
import { directionOf, scriptOf, type Texts, textIn } from '../text/languages.ts';
import { latinRuns, persianRuns } from '../text/runs.ts';
import { html as serialize } from './serialize.ts';

/**
 * @param text plain text
 * @param language its language; runs of the other script are taken for the other language
 */
export function renderMixed(text: string, language: string): ElementContent[] {
  const isRightToLeft = directionOf(language) === 'rtl';
  // Latin words in such a text are English for all that is known; those of the Arabic script in another are Persian.
  const other = isRightToLeft ? 'en' : 'fa';
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of isRightToLeft ? latinRuns(text) : persianRuns(text)) {
    if (start > at) nodes.push({ type: 'text', value: text.slice(at, start) });
    nodes.push(h('bdi', { lang: other, dir: directionOf(other) }, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}

/** What editors say, for a page in a language; in another, where it is not said in that, and marked so. */
export function renderSaid(texts: Texts, language: string): ElementContent[] {
  const said = textIn(texts, language);
  const content = renderMixed(said.value, said.language);
  if (said.language === language) return content;
  return [h('span', { lang: said.language, dir: directionOf(said.language) }, content)];
}

/**
 * A piece of HTML in Latin script with its runs of Arabic script isolated and marked: the citation styles make references as HTML.
 *
 * @param html HTML without comments or scripts
 * @param own the language of what it speaks of: runs in its script are in it, else Persian for all that is known
 */
export function markRightToLeft(html: string, own: string): string {
  const language = scriptOf(own) === 'Arab' ? own : 'fa';
  return html.replace(/<[^>]*>|[^<]+/g, (piece) =>
    piece.startsWith('<')
      ? piece
      : persianRuns(piece).reduceRight(
          (text, { start, end }) =>
            `${text.slice(0, start)}<bdi lang="${language}" dir="rtl">${text.slice(start, end)}</bdi>${text.slice(end)}`,
          piece,
        ),
  );
}

/** The same of HTML in Persian: its Latin runs, but those of links and of what is marked already. */
export function markLatin(html: string): string {
  let marked = 0;
  return html.replace(/<[^>]*>|[^<]+/g, (piece) => {
    if (/^<(?:a|bdi)\b/.test(piece)) marked += 1;
    else if (/^<\/(?:a|bdi)\b/.test(piece)) marked -= 1;
    if (piece.startsWith('<') || marked > 0) return piece;
    const text = unescapeXml(piece);
    return latinRuns(text).length === 0 ? piece : serialize(renderMixed(text, 'fa'));
  });
}
