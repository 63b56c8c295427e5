/** The `front` of JATS: what is known of the journal and of this version of the article. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { pages, permanent, type SitePath } from '../../edition/addresses.ts';
import { termsOf } from '../../edition/article-types.ts';
import { conferenceDays, sayDegree, surelyStyled, surelyTitled, translatedTitles } from '../../edition/describe.ts';
import { articleDoi, type Doi, doiOf } from '../../edition/doi.ts';
import { worksOf } from '../../edition/mentions.ts';
import {
  type Article,
  type ArticleEvent,
  type Book,
  type Conference,
  hostOf,
  inlinesOf,
  keywordsIn,
  type Placement,
  type RecordYear,
  type Subject,
  type Version,
} from '../../edition/model.ts';
import { noticeTermsOf, placeOf } from '../../edition/notices.ts';
import { addressOfRelation, relationTerms, type WorkRelation } from '../../edition/relations.ts';
import { schemeTerms, subjectSchemes, yearsOf } from '../../edition/subjects.ts';
import { journalArticleVersion, successionOf } from '../../edition/versions/succession.ts';
import { sayNotice } from '../../locales/notices.ts';
import { copyrightLine, rightsLanguages, sayRights } from '../../locales/rights.ts';
import { formIn, inOrder, nameIn, sayIn, textIn, textsOf } from '../../text/languages.ts';
import type { TextFile } from '../format.ts';
import { addressOfFile, romanised } from '../full-text.ts';
import { jatsAbstract, jatsInlines } from './body.ts';
import { authorNotes, contributorGroups } from './contributors.ts';
import { fundingGroup } from './funding.ts';
import { supplementaryMaterials } from './supplements.ts';

/** `front`: `journal-meta` and `article-meta`. */
export function jatsFront(subject: Subject, texts: readonly TextFile[]): Element {
  return x('front', [journalMeta(subject), articleMeta(subject, texts)]);
}

/** `journal-meta`: the journal, or of what stands in none the edition, which is what has it. */
function journalMeta({ edition, article: { journal, language } }: Subject): Element {
  const name = journal?.name ?? edition.name;
  const own = nameIn(name, language);
  const others = textsOf(name).filter((one) => one.language !== own.language);
  const publisher = nameIn(journal?.publisher ?? edition.publisher, language);
  const { any, print, electronic, linking } = journal?.issn ?? {};
  return x('journal-meta', [
    // An identifier has to be there; the name is the only one that is known.
    x('journal-id', { 'journal-id-type': 'custom' }, textIn(name, 'en').value),
    x('journal-title-group', [
      x('journal-title', { 'xml:lang': own.language }, own.value),
      ...others.map((one) => x('trans-title-group', { 'xml:lang': one.language }, x('trans-title', one.value))),
      journal?.abbreviation && x('abbrev-journal-title', journal.abbreviation),
    ]),
    any && x('issn', any),
    print && x('issn', { 'publication-format': 'print' }, print),
    electronic && x('issn', { 'publication-format': 'electronic' }, electronic),
    // The content model wants an ISSN, and JATS4R none that is empty: the linking one, or a word for one that is not known.
    any || print || electronic
      ? undefined
      : linking
        ? x('issn', linking)
        : x('issn', { 'specific-use': 'unknown' }, 'unknown'),
    linking && x('issn-l', linking),
    x('publisher', [x('publisher-name', { 'xml:lang': publisher.language }, publisher.value)]),
    journal?.homepage && x('self-uri', { 'xlink:href': journal.homepage }, textIn(name, 'en').value),
  ]);
}

/** `article-meta`, in the order of its content model. */
function articleMeta(subject: Subject, texts: readonly TextFile[]): Element {
  const { article, version } = subject;
  const { language } = article;
  const title = surelyStyled(article, language);
  const own = version.abstracts.filter((abstract) => abstract.language === language);
  const translations = version.abstracts.filter((abstract) => abstract.language !== language);
  return x(
    'article-meta',
    {},
    articleIds(subject),
    x('article-version-alternatives', [
      x(
        'article-version',
        { vocab: 'SemVer', 'vocab-identifier': 'https://semver.org/', 'iso-8601-date': version.date },
        version.number,
      ),
      x(
        'article-version',
        {
          vocab: 'JAV',
          'vocab-identifier': 'http://www.niso.org/publications/rp/RP-8-2008.pdf',
          'vocab-term': journalArticleVersion.label,
          'vocab-term-identifier': journalArticleVersion.uri,
        },
        journalArticleVersion.term,
      ),
    ]),
    category(article),
    x('title-group', [
      x('article-title', { 'xml:lang': language }, title ? jatsInlines(title, language) : article.slug),
      ...translatedTitles(article).map((title) =>
        x(
          'trans-title-group',
          { 'xml:lang': title.language },
          x('trans-title', jatsInlines(inlinesOf(title), title.language)),
        ),
      ),
      article.romanisedTitle &&
        x(
          'alt-title',
          { 'alt-title-type': 'romanised', 'xml:lang': romanised(language) },
          article.romanisedTitle.value,
        ),
    ]),
    contributorGroups(subject),
    authorNotes(article),
    x(
      'pub-date',
      { 'date-type': 'pub', 'publication-format': 'electronic', 'iso-8601-date': version.date },
      dateParts(version.date),
    ),
    article.placement && placement(article.placement),
    supplementaryMaterials(subject),
    history(article),
    publicationHistory(subject),
    permissions(article),
    selfUris(subject, texts),
    versionOfRecord(article),
    toNotices(version),
    article.book && !article.record && bookOf(article.book, language),
    otherVersions(subject),
    (article.relations ?? []).map(relatedWork),
    own.map((abstract) => jatsAbstract('abstract', abstract)),
    translations.map((abstract) => jatsAbstract('trans-abstract', abstract)),
    textsOf(article.keywords).map(({ language: one }) => keywordGroup(article, one)),
    subjectGroups(article),
    fundingGroup(article),
    article.conference && conference(article.conference, language),
    counts(version),
    customMeta(subject),
  );
}

/** `self-uri`: the page of the version, and its other files. */
function selfUris(subject: Subject, texts: readonly TextFile[]): Element[] {
  const { edition, article, version } = subject;
  const address = permanent(edition.site, pages.version(article.slug, version.number));
  const files = texts.map((file) => [file.mediaType, addressOfFile(subject, file), file.name] as const);
  return [['text/html', address, 'HTML'] as const, ...files].map(([type, href, name]) =>
    x('self-uri', { 'content-type': type, 'xlink:href': href }, name),
  );
}

/** `article-categories`: what the article is, by the COAR vocabulary, if it is said. The list of `article-type` has not every kind. */
function category(article: Article): Element | undefined {
  if (!article.type) return undefined;
  const { uri, label } = termsOf(article).coar;
  const vocabulary = {
    vocab: 'coar-resource-type',
    'vocab-identifier': 'http://purl.org/coar/resource_type/scheme',
    'vocab-term': label,
    'vocab-term-identifier': uri,
  };
  return x('article-categories', [
    x('subj-group', { 'subj-group-type': 'resource-type', 'xml:lang': 'en' }, x('subject', vocabulary, label)),
  ]);
}

/** A DOI that does not resolve (yet) is no `doi`: readers would make a link of it. */
function articleIds(subject: Subject): Element[] {
  const { article, version } = subject;
  const { value, status } = doiOf(subject);
  const doi =
    status === 'registered'
      ? x('article-id', { 'pub-id-type': 'doi' }, value)
      : x('article-id', { 'pub-id-type': 'custom', 'custom-type': `doi-${status}` }, value);
  return [doi, x('article-id', { 'pub-id-type': 'publisher-id' }, `${article.slug}-${version.number}`)];
}

/** `day`, `month`, `year`, as far as an ISO date has them. */
const dateParts = (date: string): Element[] => {
  const [year, month, day] = date.split('-');
  return [...(day ? [x('day', day)] : []), ...(month ? [x('month', month)] : []), x('year', year)];
};

/** The suggested values of `date-type`. */
const dateTypes: Readonly<Record<ArticleEvent, string>> = {
  submitted: 'submitted',
  received: 'received',
  revised: 'rev-recd',
  accepted: 'accepted',
  online: 'pub',
  print: 'pub',
  presented: 'presented',
  defended: 'defended',
};

/** `history` of the version of record; a date that is doubtful or no whole day is left out, since a `date` states one. */
function history({ dates }: Article): Element | undefined {
  const sure = dates.filter((date) => date.certainty !== 'uncertain' && /^\d{4}-\d\d-\d\d$/.test(date.gregorian));
  if (sure.length === 0) return undefined;
  return x(
    'history',
    sure.map((date) =>
      x(
        'date',
        {
          'date-type': dateTypes[date.event],
          'publication-format': date.event === 'print' ? 'print' : undefined,
          'iso-8601-date': date.gregorian,
          calendar: 'Gregorian',
        },
        dateParts(date.gregorian),
      ),
    ),
  );
}

/**
 * `permissions`: holder and year, whether it is free to read, then the licence by the identifier of SPDX, and a rights statement
 * of rightsstatements.org, which is no licence, and says so by its type. Each once in each language, since `license-p` has no
 * `xml:lang`.
 */
function permissions({ rights, language: own }: Article): Element {
  const { uri, licence, statement, holder, year, access } = rights;
  const license = (
    type: string,
    address: string,
    said: readonly string[],
    say: (language: string) => string | undefined,
  ) =>
    said.map((language) =>
      x('license', { 'license-type': type, 'xlink:href': address, 'xml:lang': language }, [
        x('ali:license_ref', address),
        x('license-p', say(language)),
      ]),
    );
  const copyright = copyrightLine(rights, own);
  return x(
    'permissions',
    {},
    copyright && x('copyright-statement', copyright),
    year && x('copyright-year', year),
    holder && x('copyright-holder', { 'xml:lang': own }, formIn(holder, own)),
    access === 'open' ? x('ali:free_to_read') : undefined,
    license(licence ?? 'rights-statement', uri, rightsLanguages(rights), (language) => sayRights(rights, language)),
    statement &&
      license('rights-statement', statement.uri, inOrder(Object.keys(statement.name)), (one) => statement.name[one]),
  );
}

/** Volume, issue and pages, or the number of the article, as `article-meta` and `related-article` have them. */
const placement = ({ volume, issue, specialIssue, pages: range, articleNumber }: Placement): Element[] => [
  ...(volume ? [x('volume', volume.value)] : []),
  ...(issue ? [x('issue', issue.value)] : []),
  ...(specialIssue ? [x('issue-title', specialIssue.value)] : []),
  ...(range
    ? [x('fpage', range.value.first), x('lpage', range.value.last)]
    : articleNumber
      ? [x('elocation-id', articleNumber.value)]
      : []),
];

/** `related-article`: the version of record, of which this is another edition. */
function versionOfRecord(article: Article): Element | undefined {
  const { record, language } = article;
  const host = hostOf(article);
  if (!record) return undefined;
  const title = surelyTitled(article, language);
  return x(
    'related-article',
    {
      id: 'version-of-record',
      'related-article-type': 'republished-article',
      'specific-use': 'version-of-record',
      'ext-link-type': record.doi ? 'doi' : 'uri',
      'xlink:href': record.doi?.value ?? record.url,
    },
    title && x('article-title', { 'xml:lang': language }, title),
    host && x('source', { 'xml:lang': language }, formIn(host.name, language)),
    record.year && recordYear(record.year.value),
    placement(record),
    record.doi && x('pub-id', { 'pub-id-type': 'doi' }, record.doi.value),
    x('uri', { 'xlink:href': record.url, 'xlink:title': title ?? article.slug }, record.url),
  );
}

/** `related-article`: what retracts, corrects or calls in doubt this version, where that stands at an address. */
function toNotices({ notices }: Version): Element[] {
  return notices.flatMap((notice) => {
    const { jats } = noticeTermsOf(notice);
    const place = placeOf(notice);
    return jats && place
      ? [
          x('related-article', {
            'related-article-type': jats,
            'ext-link-type': notice.doi ? 'doi' : 'uri',
            'xlink:href': notice.doi ?? place,
          }),
        ]
      : [];
  });
}

/** `pub-history`: what was said of this version since its release. An event has one description: `customMeta` has the other language. */
function publicationHistory({ edition, article, version }: Subject): Element | undefined {
  const { language } = article;
  const { notices } = version;
  const readers = edition.languages;
  if (notices.length === 0) return undefined;
  return x(
    'pub-history',
    notices.map((notice) =>
      x('event', { 'event-type': noticeTermsOf(notice).crossref?.replaceAll('_', '-') ?? notice.kind }, [
        x('event-desc', { 'xml:lang': language }, sayNotice(notice, language, readers)),
        x('date', { 'iso-8601-date': notice.date }, dateParts(notice.date)),
      ]),
    ),
  );
}

/** `related-object`: the article in all its versions, the version before this one and the one after it. */
function otherVersions(subject: Subject): Element[] {
  const { edition, article } = subject;
  const relate = (type: string, page: SitePath, { value, status }: Doi) =>
    x('related-object', {
      'link-type': type,
      'xlink:href': permanent(edition.site, page),
      'document-id': value,
      'document-id-type': status === 'registered' ? 'doi' : `doi-${status}`,
    });
  const toVersion = (type: string, version: Version) =>
    relate(type, pages.version(article.slug, version.number), doiOf({ ...subject, version }));
  const { older, newer } = successionOf(subject);
  return [
    relate('is-version-of', pages.article(article.slug), articleDoi(edition, article)),
    ...(older ? [toVersion('is-new-version-of', older)] : []),
    ...(newer ? [toVersion('is-previous-version-of', newer)] : []),
  ];
}

/** `related-object`: the book in which a chapter stands. */
const bookOf = ({ name, isbn }: Book, language: string): Element =>
  x(
    'related-object',
    { 'link-type': 'is-part-of', 'source-type': 'book', 'source-id': isbn, 'source-id-type': isbn && 'isbn' },
    [x('source', { 'xml:lang': language }, formIn(name, language))],
  );

/** `conference`, in the order of its content model. */
const conference = (given: Conference, language: string): Element => {
  const days = conferenceDays(given);
  return x('conference', {}, [
    days && x('conf-date', { 'iso-8601-date': given.start }, days.replace('/', '–')),
    x('conf-name', { 'xml:lang': language }, formIn(given.name, language)),
    given.place && x('conf-loc', formIn(given.place, language)),
  ]);
};

const keywordGroup = (article: Article, language: string): Element =>
  x(
    'kwd-group',
    { 'kwd-group-type': 'author', 'xml:lang': language },
    (keywordsIn(article, language) ?? []).map((word) => x('kwd', jatsInlines(word, language))),
  );

/** `kwd-group` of each scheme, by the address of the terms; places and periods in groups of their own. */
function subjectGroups({ subjects = [], places = [], periods = [] }: Article): Element[] {
  const group = (type: string, attributes: object, words: readonly Element[]) =>
    words.length > 0 ? [x('kwd-group', { 'kwd-group-type': type, ...attributes }, [...words])] : [];
  const said = [...subjects.map(({ term }) => term), ...[...places, ...periods].map(({ name }) => name)];
  const tags = inOrder(new Set(said.flatMap((texts) => Object.keys(texts))));
  return tags.flatMap((language) => [
    ...subjectSchemes.flatMap((scheme) =>
      group(
        'subject',
        { 'xml:lang': language, vocab: scheme, 'vocab-identifier': schemeTerms[scheme].uri },
        subjects
          .filter(({ scheme: own, term }) => own === scheme && term[language] !== undefined)
          .map(({ term, uri }) =>
            x('kwd', { 'vocab-term': sayIn(term, 'en'), 'vocab-term-identifier': uri }, term[language] ?? ''),
          ),
      ),
    ),
    ...group(
      'place',
      { 'xml:lang': language },
      places
        .filter(({ name }) => name[language] !== undefined)
        .map(({ name, uri }) => x('kwd', { 'vocab-term-identifier': uri }, name[language] ?? '')),
    ),
    ...group(
      'period',
      { 'xml:lang': language },
      periods
        .filter(({ name }) => name[language] !== undefined)
        .map((period) => x('kwd', [period.name[language], yearsOf(period)].filter(Boolean).join(' '))),
    ),
  ]);
}

/** `related-object`: another work, by its DOI or address. */
function relatedWork(relation: WorkRelation): Element {
  const { jats: type, dataciteType } = relationTerms[relation.kind];
  const { title, doi } = relation;
  return x(
    'related-object',
    {
      'link-type': type,
      'document-type': dataciteType?.toLowerCase(),
      'xlink:href': addressOfRelation(relation),
      'document-id': doi,
      'document-id-type': doi && 'doi',
    },
    textsOf(title ?? {}).map(({ language, value }) => x('article-title', { 'xml:lang': language }, value)),
  );
}

/** `counts`; tables and figures alike are `table-wrap` here. */
function counts(version: Version): Element {
  return x('counts', [
    x('table-count', { count: version.body.filter((block) => block.type === 'table').length }),
    x('ref-count', { count: worksOf(version).length }),
  ]);
}

/** `custom-meta-group`: this edition, and the text from which it restores the article, if there is one. */
function customMeta({ edition, article, version }: Subject): Element {
  const meta = (name: string, value: string | undefined) =>
    value === undefined ? undefined : x('custom-meta', [x('meta-name', name), x('meta-value', value)]);
  return x('custom-meta-group', [
    meta('degree', article.thesis && sayDegree(article.thesis).en),
    meta('degree-granting-institution', article.thesis?.institution.en),
    meta('edition', textIn(edition.name, 'en').value),
    meta('edition-publisher', textIn(edition.publisher, 'en').value),
    meta('version-text-sha256', version.digest),
    meta('source-text', article.source && permanent(edition.site, pages.source(article.slug))),
    meta('source-text-sha256', article.source?.sha256),
    ...version.notices.flatMap((notice) =>
      textsOf(notice.reason)
        .filter(({ language: other }) => other !== article.language)
        .map(({ language: other }) => meta(`notice-${other}`, sayNotice(notice, other, edition.languages))),
    ),
  ]);
}

/** The Gregorian year, or the Solar Hijri one where no other is known. */
const recordYear = ({ solarHijri, gregorian }: RecordYear): Element =>
  gregorian === undefined ? x('year', { calendar: 'Solar Hijri' }, solarHijri ?? '') : x('year', gregorian);
