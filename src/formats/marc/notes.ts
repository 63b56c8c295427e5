/** 5XX: notes. */
import { fullName } from '../../bibliography/work.ts';
import { sayDegree } from '../../edition/describe.ts';
import { worksOf } from '../../edition/mentions.ts';
import { type Article, type ArticleEvent, type Subject, wordsOfStatement } from '../../edition/model.ts';
import { placeOf } from '../../edition/notices.ts';
import { accessTerms } from '../../edition/rights.ts';
import { sayNotice } from '../../locales/notices.ts';
import { sayRights } from '../../locales/rights.ts';
import { latinForm, scriptOf, textIn, textsOf } from '../../text/languages.ts';
import { abstractsIn } from './abstracts.ts';
import { type Field, field, originalOf } from './field.ts';

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const scriptNames = new Intl.DisplayNames('en', { type: 'script' });

/** 546 $a. */
function sayLanguages(text: string, abstracts: readonly string[]): string {
  const names = abstracts.map((one) => languageNames.of(one)).join(' and ');
  return `Text in ${languageNames.of(text)}${names ? `; abstracts in ${names}` : ''}`;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** When something happened, so far as it is sure. */
const surely = ({ dates }: Article, event: ArticleEvent): string | undefined =>
  dates.find((date) => date.event === event && date.certainty !== 'uncertain')?.gregorian;

const yearOf = (article: Article, event: ArticleEvent): string | undefined =>
  /^\d{4}(?!.*\/)/.exec(surely(article, event) ?? '')?.[0];

/** What it is, what was said of it since, how its names are known, whose money paid for it. */
export function noteFields({ edition, article, version }: Subject): readonly Field[] {
  const { creators, romanisedTitle, thesis } = article;
  const presented = surely(article, 'presented');
  return [
    // 500 Notes: what the version is; what was said of it since; how a romanised name is known. 502: the degree. 504: that works are cited.
    ...textsOf(version.summary).map(({ value }) => field('500', '  ', { a: value })),
    ...creators.flatMap(({ name, romanised: { note } }) =>
      note ? [field('500', '  ', { a: `${fullName(name.en)}: ${textIn(note, 'en').value}` })] : [],
    ),
    ...(romanisedTitle?.from === 'editors'
      ? [field('500', '  ', { a: 'Title romanized by the editors of the edition by the ALA-LC table for Persian' })]
      : []),
    ...version.notices.flatMap((notice) =>
      textsOf(notice.reason).map((said) =>
        field('500', '  ', {
          a: [sayNotice(notice, said.language, edition.languages), placeOf(notice)].filter(Boolean).join(' '),
        }),
      ),
    ),
    ...(thesis
      ? [field('502', '  ', { b: sayDegree(thesis).en, c: thesis.institution.en, d: yearOf(article, 'defended') })]
      : []),
    ...(worksOf(version).length > 0 ? [field('504', '  ', { a: 'Includes bibliographical references' })] : []),
    // 500 What the authors state. 536 Funding: the funder and the numbers of its awards; 710 has its address in a register.
    ...[article.conflictOfInterest?.value ?? {}, wordsOfStatement(article.dataAvailability?.value ?? {})]
      .flatMap((texts) => textsOf(texts))
      .map(({ value }) => field('500', '  ', { a: value })),
    ...(article.funding ?? []).map((funding) =>
      field(
        '536',
        '  ',
        {
          a: funding.funder[latinForm],
          c: funding.awards?.map(({ number }) => number),
        },
        originalOf(funding.funder, article.language, (form) => ({ a: form })),
      ),
    ),
    // 518 When it was presented.
    ...(presented ? [field('518', '  ', { o: 'Presented', d: presented })] : []),
  ];
}

/** What it is about, who may read it and use it, in what language it is. */
export function termsFields(subject: Subject): readonly Field[] {
  const { language, rights } = subject.article;
  const { statement } = rights;
  const abstracts = abstractsIn(subject);
  const access = rights.access && accessTerms[rights.access];
  return [
    // 506 Access, where it is stated. 520 Abstracts. 540 Terms of use. 542 Copyright.
    ...(access
      ? [
          field('506', `${access.marc} `, {
            a: sentence(access.coar.label),
            // Standardized terminology for access restriction.
            ...(rights.access === 'open' ? { f: 'Unrestricted online access', 2: 'star' } : {}),
            u: access.coar.uri,
          }),
        ]
      : []),
    ...abstracts.map((one) => field('520', '3 ', { a: one.text })),
    ...textsOf(rights.note).map((said) => field('540', '  ', { a: sayRights(rights, said.language), u: rights.uri })),
    ...(statement ? [field('540', '  ', { a: textIn(statement.name, 'en').value, u: statement.uri })] : []),
    ...(rights.holder || rights.year
      ? [
          field(
            '542',
            '1 ',
            { d: rights.holder?.[latinForm], g: rights.year },
            rights.holder && originalOf(rights.holder, language, (form) => ({ d: form, g: rights.year })),
          ),
        ]
      : []),
    field('546', '  ', {
      a: sayLanguages(
        language,
        abstracts.map((one) => one.language),
      ),
      b: `${scriptNames.of(scriptOf(language))} script`,
    }),
  ];
}
