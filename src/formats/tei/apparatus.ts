/** The critical apparatus of TEI: doubtful readings, digits that were decided, degrees of certainty. */
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Certainty, Reading, Version } from '../../edition/model.ts';
import { wordsOf } from '../../locales/index.ts';
import { type Texts, textsOf } from '../../text/languages.ts';

/** The values of `cert` (teidata.certainty). */
export const cert: Readonly<Record<Certainty, string>> = { certain: 'high', supported: 'medium', uncertain: 'low' };

/** An element in each language in which something is said. */
export const inEach = (name: string, texts: Texts): Element[] =>
  textsOf(texts).map(({ language, value }) => x(name, { 'xml:lang': language }, value));

/** `app`: what the edition reads, what the text as received has, what else is possible, and why. */
export function readingEntry(reading: Reading, lemma: readonly ElementContent[]): Element {
  const others = reading.candidates.filter((candidate) => candidate !== reading.text);
  return x(
    'app',
    { 'xml:id': reading.id, type: 'doubtful' },
    x('lem', { resp: '#editors', cert: cert[reading.certainty] }, [...lemma]),
    x('rdg', { type: 'source', wit: '#source' }, reading.source),
    others.map((candidate) => x('rdg', { type: 'candidate', resp: '#editors' }, candidate)),
    x('note', { type: 'reason', resp: '#editors' }, inEach('p', reading.reason)),
  );
}

/** The broken numbers of the source that have one reading only, each with the reason for it. */
export function decisions(version: Version, language: string): Element | undefined {
  if (version.decodings.length === 0) return undefined;
  return x('div', { type: 'apparatus', subtype: 'decoded' }, [
    x('head', wordsOf(language).decoded),
    x(
      'list',
      version.decodings.map(({ source, text, reason }) =>
        x('item', [
          x('choice', [x('sic', { source: '#source' }, source), x('corr', { resp: '#editors', cert: 'high' }, text)]),
          x('note', { type: 'reason', resp: '#editors' }, inEach('p', reason)),
        ]),
      ),
    ),
  ]);
}
