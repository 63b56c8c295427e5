/** Whose money an article was made with, and what its authors state, in JATS: `funding-group`, `fn`, `sec`. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { rorAddress } from '../../edition/identifiers.ts';
import { type Article, type Funding, wordsOfStatement } from '../../edition/model.ts';
import { wordsOf } from '../../locales/index.ts';
import { sayFunding } from '../../locales/statements.ts';
import { formsOf, type Texts, textsOf } from '../../text/languages.ts';

/** `funding-group` (https://jats4r.org/funding/): each funder with its awards, and all in one sentence. */
export function fundingGroup({ funding, language }: Article): Element | undefined {
  if (!funding) return undefined;
  const { semicolon } = wordsOf(language);
  return x('funding-group', { 'specific-use': 'crossref' }, [
    ...funding.map(awardGroup),
    x('funding-statement', funding.map((one) => sayFunding(one, language)).join(`${semicolon} `)),
  ]);
}

const awardGroup = (funding: Funding): Element =>
  x('award-group', [
    x('funding-source', [
      x('institution-wrap', [
        ...formsOf(funding.funder).map(({ language, value }) => x('institution', { 'xml:lang': language }, value)),
        funding.ror && x('institution-id', { 'institution-id-type': 'ror' }, rorAddress(funding.ror)),
        funding.funderId &&
          x(
            'institution-id',
            {
              'institution-id-type': 'doi',
              vocab: 'open-funder-registry',
              'vocab-identifier': '10.13039/open_funder_registry',
            },
            funding.funderId,
          ),
      ]),
    ]),
    ...(funding.awards ?? []).map(({ number, url }) => x('award-id', { 'xlink:href': url }, number)),
    ...(funding.awards ?? []).flatMap(({ title }) => (title ? [x('award-name', title.en)] : [])),
  ]);

const paragraphs = (said: Texts, own: string): Element[] =>
  textsOf(said).map(({ language, value }) => x('p', { 'xml:lang': language === own ? undefined : language }, value));

/** `fn` of what the authors state of conflicting interests (https://jats4r.org/conflict-of-interest-statements/). */
export function conflictNote({ conflictOfInterest, language: own }: Article): Element | undefined {
  const { value } = conflictOfInterest ?? {};
  return value && x('fn', { id: 'coi', 'fn-type': 'coi-statement' }, [...paragraphs(value, own)]);
}

/** `sec` of what they state of their data (https://jats4r.org/data-availability-statements/). */
export function dataSection({ dataAvailability, language: own }: Article): Element | undefined {
  const { value } = dataAvailability ?? {};
  return (
    value &&
    x('sec', { id: 'data-availability', 'sec-type': 'data-availability' }, [
      x('title', wordsOf(own).dataAvailability),
      ...paragraphs(wordsOfStatement(value), own),
      value.url &&
        x('p', [
          x(
            'ext-link',
            { 'ext-link-type': 'uri', 'xlink:href': value.url, 'xlink:title': wordsOf(own).dataAvailability },
            value.url,
          ),
        ]),
    ])
  );
}
