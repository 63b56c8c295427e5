/** The critical apparatus of TEI: doubtful readings, digits that were decided, degrees of certainty. */
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Certainty, Decoding, Reading, Version } from '../edition/model.ts';
import { strings } from '../interface/strings.ts';
import { type Language, type Localised, languages } from '../text/languages.ts';

/** The values of `cert` (teidata.certainty). */
export const cert: Readonly<Record<Certainty, string>> = { certain: 'high', supported: 'medium', uncertain: 'low' };

/** An element in each language. */
export const inBoth = (name: string, text: Localised): Element[] =>
  languages.map((language) => x(name, { 'xml:lang': language }, text[language]));

/** `app`: what the edition reads, what the text as received has, what else is possible, and why. */
export function readingEntry(reading: Reading, lemma: readonly ElementContent[]): Element {
  const others = reading.candidates.filter((candidate) => candidate !== reading.text);
  return x(
    'app',
    { 'xml:id': reading.id, type: 'doubtful' },
    x('lem', { resp: '#editors', cert: cert[reading.certainty] }, [...lemma]),
    x('rdg', { type: 'source', wit: '#source' }, reading.source),
    others.map((candidate) => x('rdg', { type: 'candidate', resp: '#editors' }, candidate)),
    x('note', { type: 'reason', resp: '#editors' }, inBoth('p', reading.reason)),
  );
}

/** The broken numbers of the source that have one reading only, under the reasons for it. */
export function decisions(version: Version, language: Language): Element | undefined {
  if (version.decodings.length === 0) return undefined;
  const byReason = new Map<string, Decoding[]>();
  for (const decoding of version.decodings) {
    const { en } = decoding.reason;
    byReason.set(en, [...(byReason.get(en) ?? []), decoding]);
  }
  return x(
    'div',
    { type: 'apparatus', subtype: 'decoded' },
    x('head', strings[language].decoded),
    [...byReason.values()].map((decodings) =>
      x('list', {}, decodings.map(decided), x('trailer', {}, inBoth('seg', (decodings[0] as Decoding).reason))),
    ),
  );
}

const decided = ({ source, text }: Decoding): Element =>
  x('item', [
    x('choice', [x('sic', { source: '#source' }, source), x('corr', { resp: '#editors', cert: 'high' }, text)]),
  ]);
