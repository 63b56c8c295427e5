/** A version of the edition, and the version of record, as bibliographic descriptions. */
import type { Contributors } from '../bibliography/contributors.ts';
import type { MarkedText } from '../bibliography/marked.ts';
import { fullName, invertedName, type Names, thesisKinds, type Work } from '../bibliography/work.ts';
import { gregorianOf, sayLoneYear, solarHijriOf } from '../text/calendar.ts';
import {
  formIn,
  hasPersianRules,
  inOrder,
  isLatinScript,
  isSolarFirst,
  type Localised,
  type Said,
  type Texts,
  textIn,
  textsOf,
  wordsLanguage,
} from '../text/languages.ts';
import { pages, permanent } from './addresses.ts';
import { workplacesOf } from './affiliations.ts';
import { doiOf } from './doi.ts';
import {
  type Agent,
  type Article,
  type Conference,
  type Creator,
  hostOf,
  type Inline,
  inlinesOf,
  issnOf,
  type Metadata,
  type Placement,
  placementOf,
  plainText,
  type RecordYear,
  type Subject,
  sayBlocks,
  type Thesis,
  type Title,
  type Version,
} from './model.ts';
import { isGrave, noticeTermsOf, sayNoticeInEnglish } from './notices.ts';
import { successionOf } from './versions/succession.ts';

function namesOf(article: Article, language: string): Names {
  return { list: article.creators.map((creator) => formIn(creator.name, language)), others: false };
}

/**
 * People and organisations in Latin script, in words, with what is doubtful about it: for formats in which a second name would
 * be a second person.
 *
 * @param what who they are: `Creators`
 * @param language the language of the article
 * @returns nothing where their own names are in Latin script, and of nobody
 */
export function sayInLatin(
  what: string,
  agents: readonly (Agent & Partial<Pick<Creator, 'romanised'>>)[],
  language: string,
): string | undefined {
  if (isLatinScript(language) || agents.length === 0) return undefined;
  const names = agents.map(({ name, romanised }) => {
    const doubt = romanised?.certainty === 'uncertain' ? ', a romanisation by the editors' : '';
    return `${invertedName(name.en)} (${fullName(formIn(name, language))}${doubt})`;
  });
  return `${what} in Latin script: ${names.join('; ')}`;
}

/** What a reference says of who took part beside the authors: the translator. */
function translatorsOf({ contributors = [] }: Article, language: string): Contributors | undefined {
  const list = contributors.flatMap(({ role, name }) => (role === 'translator' ? [formIn(name, language)] : []));
  return list.length > 0 ? { translator: { list, others: false } } : undefined;
}

/** The title in a language if it is known; a title that is itself doubtful is not given as one. */
export function surelyTitled(article: Pick<Article, 'titles'>, language: string): string | undefined {
  const title = article.titles[language];
  return title && title.certainty !== 'uncertain' ? title.value : undefined;
}

/** The title in sentence capitals, where it has others and is sure. */
const inSentence = ({ titles }: Article, language: string | undefined): string | undefined => {
  const title = language === undefined ? undefined : titles[language];
  return title && title.certainty !== 'uncertain' ? title.sentence : undefined;
};

/** The same with its marks. */
export function surelyStyled(article: Pick<Article, 'titles'>, language: string): readonly Inline[] | undefined {
  const title = article.titles[language];
  return title && title.certainty !== 'uncertain' ? inlinesOf(title) : undefined;
}

/** The title by which an article goes on pages of a language: that language's if it is sure, else the article's own. */
export function titleIn(
  article: Pick<Article, 'slug' | 'language' | 'titles'>,
  language: string,
): Pick<Title, 'value' | 'styled'> & { readonly language: string } {
  for (const one of [language, article.language]) {
    const { value, styled, certainty = 'uncertain' } = article.titles[one] ?? {};
    if (value !== undefined && certainty !== 'uncertain') return { language: one, value, styled };
  }
  return { language: article.language, value: article.slug };
}

/** What stands between two names, and behind the first of several. */
const joinedNames: Localised<{ readonly and: string; readonly others: string }> = {
  fa: { and: ' و ', others: 'و دیگران' },
  en: { and: ' & ', others: 'et al.' },
  ar: { and: ' و', others: 'وآخرون' },
};

/** The names by which a text refers to a work: «حاجی‌مینه و فلاحتی», `Hajimineh & Fallahati`; of more than two the first. */
export function sayFamilies([first = '', ...others]: readonly string[], language: string): string {
  const joined = joinedNames[wordsLanguage(language)];
  return others.length > 1 ? `${first} ${joined.others}` : [first, ...others].join(joined.and);
}

/** The languages in which something is said of an article, its own first, the others in their order. */
export function languagesOf(article: Metadata, ...more: readonly Texts<unknown>[]): readonly string[] {
  const { titles, keywords, creators, rights, language } = article;
  const said: readonly Texts<unknown>[] = [
    titles,
    keywords,
    rights.name,
    rights.note,
    ...creators.flatMap((creator) => [creator.name, ...workplacesOf(creator).map((place) => place.said)]),
    ...more,
  ];
  const tags = new Set(said.flatMap((texts) => Object.keys(texts).filter((tag) => texts[tag] !== undefined)));
  tags.delete(language);
  return [language, ...inOrder(tags)];
}

/** The titles of an article in other languages than its own, where they are sure. */
export const translatedTitles = (
  article: Pick<Article, 'titles' | 'language'>,
): readonly (Said & Pick<Title, 'styled'>)[] =>
  textsOf(article.titles).flatMap(({ language, value: { value, styled, certainty } }) =>
    language === article.language || certainty === 'uncertain' ? [] : [{ language, value, styled }],
  );

/** The abstract in a language as one text. */
export function abstractOf(version: Version, language: string): string | undefined {
  const abstract = version.abstracts.find((one) => one.language === language);
  return abstract && sayBlocks(abstract.blocks).join('\n\n');
}

/** Which abstracts a version has, by language. */
export const abstractsOf = ({ abstracts }: Pick<Version, 'abstracts'>): Texts<unknown> =>
  Object.fromEntries(abstracts.map((abstract) => [abstract.language, abstract]));

const foreign = (article: Article): string | undefined => (isLatinScript(article.language) ? undefined : 'en');

/** The year of the version of record, in English: the Gregorian one, or the Solar Hijri one by its name. */
export const sayYear = ({ gregorian, solarHijri }: RecordYear): string | undefined =>
  gregorian ?? (solarHijri && sayLoneYear(solarHijri, 'en'));

/** The days of a conference: `2026-01-30`, `2026-01-30/2026-01-31` (ISO 8601). */
export const conferenceDays = ({ start, end }: Conference): string | undefined =>
  start && (end && end !== start ? `${start}/${end}` : start);

/** A conference in words: its name, place and days as far as known. */
const sayConference = (conference: Conference): string =>
  [conference.name.en, conference.place?.en, conferenceDays(conference)?.replace('/', ' to ')]
    .filter(Boolean)
    .join(', ');

/** The degree of a thesis in words. */
export const sayDegree = ({ level }: Thesis): Localised =>
  thesisKinds[({ bachelor: 'bathesis', master: 'mathesis', doctor: 'phdthesis' } as const)[level]];

/**
 * Where an article stands, in words: journal or book, volume, issue, pages as far as known; the conference of a paper, the
 * degree of a thesis. Nothing of what stands nowhere.
 */
export function sayPlacement(article: Article): string | undefined {
  const { volume, issue, pages: range, year, articleNumber, specialIssue } = placementOf(article);
  const { conference, thesis } = article;
  const said = [
    hostOf(article)?.name.en,
    volume && `vol. ${volume.value}`,
    issue && `no. ${issue.value}`,
    specialIssue?.value,
    range && `pp. ${range.value.first}–${range.value.last}`,
    articleNumber && `article ${articleNumber.value}`,
    year && sayYear(year.value),
    conference && sayConference(conference),
    thesis && `${sayDegree(thesis).en}, ${thesis.institution.en}`,
  ].filter(Boolean);
  return said.length === 0 ? undefined : said.join(', ');
}

/** Where the version of record stands, in words, with its DOI or address; nothing where the edition is the publication. */
export function sayRecord(article: Article): string | undefined {
  const { record } = article;
  return record && [sayPlacement(article), record.doi ? `https://doi.org/${record.doi.value}` : record.url].join('. ');
}

/** The pages that an article has in its journal, or its number there, as a reference gives them. */
const pagesOf = ({ pages: range, articleNumber }: Placement): string | undefined =>
  range ? `${range.value.first}--${range.value.last}` : articleNumber?.value;

/** What a reference says of that in which an article stands: here, or as the version of record. */
function placedWork(article: Article, other: string | undefined): Partial<Work> {
  const { journal, book, conference, thesis, language, type } = article;
  const host = hostOf(article);
  const { volume, issue } = placementOf(article);
  if (thesis)
    return {
      type: 'thesis',
      kind: { bachelor: 'bathesis', master: 'mathesis', doctor: 'phdthesis' }[thesis.level],
      institution: formIn(thesis.institution, language),
      institutionTranslated: other && thesis.institution[other],
      // Where it was written is what a reference to a thesis names, not who has it online.
      publisher: undefined,
      publisherTranslated: undefined,
    };
  const meeting: Partial<Work> = conference
    ? {
        type: 'inproceedings',
        eventTitle: formIn(conference.name, language),
        eventTranslated: other && conference.name[other],
      }
    : {};
  if (!host) return type === 'thesis' || type === 'report' || type === 'preprint' ? { type } : meeting;
  return {
    type: journal ? 'article' : 'incollection',
    ...meeting,
    container: formIn(host.name, language),
    containerTranslated: other && host.name[other],
    ...(journal
      ? {}
      : { publisher: formIn(host.publisher, language), publisherTranslated: other && host.publisher[other] }),
    volume: volume?.value,
    number: issue?.value,
    pages: pagesOf(placementOf(article)),
    issn: journal && issnOf(journal),
    isbn: book?.isbn,
  };
}

/** A title as references give it: behind the mark of what has to be known first, that the version was retracted or that there is a concern. */
function markedTitle<T extends string | undefined>({ notices }: Pick<Version, 'notices'>, language: string, title: T) {
  const mark = notices.map((notice) => noticeTermsOf(notice).mark).findLast((one) => one !== undefined);
  return mark && title !== undefined ? `${mark[wordsLanguage(language)]}: ${title}` : title;
}

/** A title as {@link markedTitle} says it, with the marks that are in it; nothing where there are none. */
function titleWithMarks(
  article: Article,
  version: Pick<Version, 'notices'>,
  language: string | undefined,
): MarkedText | undefined {
  const { styled, certainty } = (language && article.titles[language]) || {};
  if (!language || !styled || certainty === 'uncertain') return undefined;
  const before = markedTitle(version, language, '');
  return [...(before ? [before] : []), ...markedText(styled)];
}

/** Running text of a title as references have it. What they have no mark for is its words, a formula its TeX. */
const markedText = (inlines: readonly Inline[]): MarkedText =>
  inlines.flatMap((inline): MarkedText => {
    if (inline.type === 'emphasis') return [{ style: 'emphasis', children: markedText(inline.children) }];
    if (inline.type === 'styled') return [{ style: inline.style, children: markedText(inline.children) }];
    if (inline.type === 'code') return [{ style: 'code', children: [inline.value] }];
    if (inline.type === 'foreign') return markedText(inline.children);
    return [plainText([inline])];
  });

/** What a printed reference says at its end: that the version was retracted or that there is a concern, and of what it is an edition. */
const noteOn = (article: Article, { notices }: Version): string | undefined =>
  [
    ...notices.filter(isGrave).map((one) => `${noticeTermsOf(one).label} ${one.date}`),
    ...(article.record ? [`Edited from the version of record in ${sayRecord(article)}`] : []),
  ].join('. ') || undefined;

/** What the files of references say beside: every notice, and which version is newer. */
function remarksOn({ notices }: Version, newer: string | undefined): Work['remarks'] {
  const remarks = [
    ...(notices.length > 0 ? [{ label: 'Notices', text: notices.map(sayNoticeInEnglish).join('; ') }] : []),
    ...(newer ? [{ label: 'Newer version', text: newer }] : []),
  ];
  return remarks.length > 0 ? remarks : undefined;
}

/** One version of this edition: what someone cites who has read it here. */
export function describeVersion(subject: Subject): Work {
  const { edition, article, version } = subject;
  const language = article.language;
  const other = foreign(article);
  const doi = doiOf(subject);
  const { latest } = successionOf(subject);
  const addressOf = (one: Version) => permanent(edition.site, pages.version(article.slug, one.number));
  return {
    key: `${article.slug}-${version.number}`,
    type: 'online',
    author: namesOf(article, language),
    authorLatin: other === undefined ? undefined : namesOf(article, other),
    contributors: translatorsOf(article, language),
    contributorsLatin: other === undefined ? undefined : translatorsOf(article, other),
    title: markedTitle(version, language, surelyTitled(article, language) ?? article.slug),
    markedTitle: titleWithMarks(article, version, language),
    titleTranslated: other && markedTitle(version, other, surelyTitled(article, other)),
    markedTranslated: titleWithMarks(article, version, other),
    titleSentence: markedTitle(version, language, inSentence(article, language)),
    translatedSentence: other && markedTitle(version, other, inSentence(article, other)),
    container: textIn(edition.name, language).value,
    containerTranslated: other && edition.name[other],
    publisher: textIn(edition.publisher, language).value,
    publisherTranslated: other && edition.publisher[other],
    yearPrinted: isSolarFirst(language) ? solarHijriOf(version.date).slice(0, 4) : undefined,
    date: version.date,
    version: version.number,
    // Who reads a bare DOI in a list of references takes it for one that resolves.
    doi: doi.status === 'registered' ? doi.value : undefined,
    url: addressOf(version),
    language,
    abstract: abstractOf(version, language),
    keywords: article.keywords[language],
    // No pair of key and value: pandoc and Zotero read those of a note as data.
    note: noteOn(article, version),
    remarks: remarksOn(version, latest && `${latest.number}, ${addressOf(latest)}`),
    ...(article.record ? {} : placedWork(article, other)),
  };
}

/** The version of record, the article as the journal published it; what is not known of it is not there. */
export function describeRecord(article: Article): Work | undefined {
  const language = article.language;
  const other = foreign(article);
  const { record } = article;
  if (!record) return undefined;
  const year = record.year?.value;
  return {
    key: `${article.slug}-record`,
    type: 'article',
    author: namesOf(article, language),
    authorLatin: other === undefined ? undefined : namesOf(article, other),
    contributors: translatorsOf(article, language),
    contributorsLatin: other === undefined ? undefined : translatorsOf(article, other),
    title: surelyTitled(article, language) ?? article.slug,
    markedTitle: titleWithMarks(article, { notices: [] }, language),
    titleTranslated: other && surelyTitled(article, other),
    markedTranslated: titleWithMarks(article, { notices: [] }, other),
    titleSentence: inSentence(article, language),
    translatedSentence: inSentence(article, other),
    ...placedWork(article, other),
    date: year?.gregorian ?? (year?.solarHijri && gregorianOf(year.solarHijri)),
    yearPrinted: year?.solarHijri,
    doi: record.doi?.value,
    url: record.url,
    language,
  };
}

/**
 * A description of an article in Persian as its file in Latin script has it: what was written in both scripts in Latin first, the
 * other beside it. The language of the article stays what it is.
 *
 * @param work the version, or the version of record, as {@link describeVersion} and {@link describeRecord} have it
 */
export function inLatinScript({ article, version }: Subject, work: Work): Work {
  const { title, titleTranslated, container, containerTranslated } = work;
  const isPersian = hasPersianRules(work.language);
  const where = isPersian ? 'in Persian' : 'in the original script';
  return {
    ...inLatin(work),
    language: work.language,
    authorPersian: isPersian ? work.authorLatin && work.author : undefined,
    abstract: work.abstract && (abstractOf(version, 'en') ?? work.abstract),
    keywords: work.keywords && (article.keywords.en ?? work.keywords),
    remarks: [
      ...(work.remarks ?? []),
      ...(isPersian || !work.authorLatin || !work.author
        ? []
        : [{ label: `Author ${where}`, text: work.author.list.map(invertedName).join('; ') }]),
      ...(title && titleTranslated ? [{ label: `Title ${where}`, text: title }] : []),
      ...(container && containerTranslated ? [{ label: `Container ${where}`, text: container }] : []),
    ],
  };
}

/** The same work as a reference in Latin script names it: romanised names, the English title where one is known. */
export function inLatin(work: Work): Work {
  return {
    ...work,
    author: work.authorLatin ?? work.author,
    authorLatin: undefined,
    contributors: work.contributorsLatin ?? work.contributors,
    contributorsLatin: undefined,
    title: work.titleTranslated ?? work.title,
    // An English title is the whole one.
    subtitle: work.titleTranslated === undefined ? work.subtitle : undefined,
    markedTitle: work.titleTranslated === undefined ? work.markedTitle : work.markedTranslated,
    titleTranslated: undefined,
    markedTranslated: undefined,
    titleSentence: work.titleTranslated === undefined ? work.titleSentence : work.translatedSentence,
    translatedSentence: undefined,
    container: work.containerTranslated ?? work.container,
    containerTranslated: undefined,
    publisher: work.publisherTranslated ?? work.publisher,
    publisherTranslated: undefined,
    institution: work.institutionTranslated ?? work.institution,
    institutionTranslated: undefined,
    eventTitle: work.eventTranslated ?? work.eventTitle,
    eventTranslated: undefined,
    language: work.authorLatin ? 'en' : work.language,
  };
}
