import { x } from 'xastscript';
import { fullName, isBody, type Name } from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { workplacesOf } from '../edition/affiliations.ts';
import { termsOf } from '../edition/article-types.ts';
import { contributorTerms } from '../edition/contributor-kinds.ts';
import { type Credit, creditScheme, creditTerms, creditUri } from '../edition/credit.ts';
import {
  abstractOf,
  abstractsOf,
  conferenceDays,
  describeVersion,
  languagesOf,
  sayDegree,
  surelyTitled,
} from '../edition/describe.ts';
import { doiOf } from '../edition/doi.ts';
import { identifiersOf } from '../edition/identifiers.ts';
import {
  type Agent,
  type Article,
  asReleased,
  contributorsTo,
  type Edition,
  hostOf,
  isOrganisation,
  placementOf,
  type Subject,
  type Version,
  wordsOfStatement,
} from '../edition/model.ts';
import { lastChangeOf, noticeTermsOf, placeOf } from '../edition/notices.ts';
import { relationTerms, type WorkRelation } from '../edition/relations.ts';
import { accessTerms } from '../edition/rights.ts';
import { classOf, schemeTerms } from '../edition/subjects.ts';
import { addressOfSupplement, type SupplementaryFile, supplementsOf } from '../edition/supplements.ts';
import { journalArticleVersion, successionOf } from '../edition/versions/succession.ts';
import { sayNotice } from '../locales/notices.ts';
import { copyrightLine, sayRights } from '../locales/rights.ts';
import { sayFunding } from '../locales/statements.ts';
import { iso639 } from '../text/iso-639-2.ts';
import {
  formIn,
  formsOf,
  latinForm,
  saidForm,
  scriptOf,
  textIn,
  textsOf,
  wordsLanguage,
  wordsLanguages,
} from '../text/languages.ts';
import type { Format } from './format.ts';
import { addressOfFile, romanised } from './full-text.ts';
import { xmlDocument } from './xml.ts';

/** A language as MODS names it: ISO 639-2/B in `lang`, ISO 15924 in `script`, BCP 47 in `xml:lang`. */
const tagsOf = (language: string) => ({ lang: iso639(language), script: scriptOf(language), 'xml:lang': language });

/** An element for each language that has a text, the article's own language first. */
const inEach = (
  tags: readonly string[],
  name: string,
  say: (language: string) => string | undefined,
  attributes = {},
) =>
  tags.map((language) => {
    const text = say(language);
    return text === undefined ? undefined : x(name, { ...attributes, ...tagsOf(language) }, text);
  });

/** `titleInfo`: the title proper has no type, the other language's is `translated`. */
const titles = (article: Article) =>
  languagesOf(article).map((language) => {
    const title = surelyTitled(article, language);
    const type = language === article.language ? { usage: 'primary' } : { type: 'translated' };
    return title === undefined ? undefined : x('titleInfo', { ...type, ...tagsOf(language) }, x('title', title));
  });

/** `titleInfo` in Latin letters. `transliteration` is said of what the editors made by that table. */
const romanisedTitle = ({ romanisedTitle: title }: Article) =>
  title &&
  x(
    'titleInfo',
    {
      type: 'alternative',
      lang: 'per',
      script: 'Latn',
      'xml:lang': romanised('fa'),
      transliteration: title.from === 'editors' ? 'ALA-LC' : undefined,
    },
    x('title', title.value),
  );

const nameParts = (name: Name) =>
  isBody(name)
    ? [x('namePart', name.literal)]
    : [
        x('namePart', { type: 'family' }, name.family),
        name.given && x('namePart', { type: 'given' }, name.given),
        name.suffix && x('namePart', { type: 'termsOfAddress' }, name.suffix),
        x('displayForm', fullName(name)),
      ];

/**
 * `name`: who took part, once, in the article's script; the other script is its `alternativeName` (new in 3.7). Two `name`
 * elements would be two people to whoever counts them.
 */
const nameOf = (article: Article, agent: Agent, code: string, term: string, roles: readonly Credit[] = []) => {
  const own = saidForm(agent.name, article.language);
  const others = formsOf(agent.name).filter(({ language }) => language !== own.language);
  const type = isOrganisation(agent) ? 'corporate' : 'personal';
  return x('name', { type, ...tagsOf(article.language) }, [
    ...nameParts(own.value),
    ...workplacesOf(agent).flatMap(({ said }) =>
      inEach(languagesOf(article), 'affiliation', (language) => said[language]?.value),
    ),
    x('role', [
      x('roleTerm', { type: 'text', authority: 'marcrelator' }, term),
      x('roleTerm', { type: 'code', authority: 'marcrelator' }, code),
    ]),
    ...roles.map(({ role }) =>
      x('role', [
        x(
          'roleTerm',
          { type: 'text', authority: 'credit', authorityURI: creditScheme, valueURI: creditUri(role) },
          creditTerms[role],
        ),
      ]),
    ),
    ...identifiersOf(agent).map(({ scheme, uri }) => x('nameIdentifier', { type: scheme.toLowerCase() }, uri)),
    ...others.map(({ language: other, value }) =>
      x(
        'alternativeName',
        {
          altType: 'romanization',
          // A Persian name in Latin letters is Persian still.
          ...(other === latinForm
            ? { ...tagsOf(article.language), script: 'Latn', 'xml:lang': romanised(article.language) }
            : tagsOf(other)),
        },
        nameParts(value),
      ),
    ),
  ]);
};

/**
 * `relatedItem type="otherVersion"`: the version of record, from which this edition is made, within its journal (`host`).
 * The host is the record's, not this version's: the journal did not publish the edition, whose host is its site. `original`
 * would say the same, but bibutils takes what stands in it, DOI and pages, for the edition's own.
 */
const versionOfRecord = (article: Article) => {
  const { record } = article;
  return (
    record &&
    x('relatedItem', { type: 'otherVersion', displayLabel: 'Version of record' }, [
      ...titles(article),
      record.year?.value.gregorian &&
        x('originInfo', [x('dateIssued', { encoding: 'w3cdtf' }, record.year.value.gregorian)]),
      record.doi && x('identifier', { type: 'doi' }, record.doi.value),
      x('location', [x('url', record.url)]),
      host(article, urn),
    ])
  );
};

/** `dateOther`, where the edition is the publication: what is sure, an interval by its two ends. */
const datesOf = ({ record, dates }: Article) =>
  (record ? [] : dates.filter(({ certainty }) => certainty !== 'uncertain')).flatMap(({ event, gregorian }) => {
    const [first = '', last] = gregorian.split('/');
    const one = (text: string, point?: string) => x('dateOther', { type: event, encoding: 'w3cdtf', point }, text);
    return last === undefined ? [one(first)] : [one(first, 'start'), one(last, 'end')];
  });

type Numbered = readonly [attributes: Readonly<Record<string, string>>, value: string];

/** An ISSN as that of what the record describes, or stands in. */
const typed = (value: string, type: string): Numbered => [{ type }, value];

/**
 * An ISSN as that of the journal of another version (RFC 3044). Zotero takes every `identifier` of the type `issn` in a record, however
 * deep, for that of the record itself, and would say of the edition that it is the journal.
 */
const urn = (value: string, type: string): Numbered =>
  type === 'issn' ? [{ type: 'uri' }, `urn:ISSN:${value}`] : typed(value, type);

/**
 * `relatedItem type="host"`: the journal or the book, and the place in it.
 *
 * @param identified how an ISSN is given
 */
function host(article: Article, identified: typeof typed = typed) {
  const { journal, book } = article;
  const holder = hostOf(article);
  if (!holder) return undefined;
  const { volume, issue, pages: range, year, articleNumber, specialIssue } = placementOf(article);
  const detail = (type: string, value: string | undefined, title?: string | undefined) =>
    (value || title) && x('detail', { type }, [value && x('number', value), title && x('title', title)]);
  const { any, print, electronic, linking } = journal?.issn ?? {};
  const issn = (value: string | undefined, type: string, displayLabel?: string | undefined) => {
    if (!value) return undefined;
    const [attributes, text] = identified(value, type);
    return x('identifier', { ...attributes, displayLabel }, text);
  };
  return x('relatedItem', { type: 'host' }, [
    ...formsOf(holder.name).map(({ language, value }) =>
      x(
        'titleInfo',
        { ...(language === article.language ? {} : { type: 'translated' }), ...tagsOf(language) },
        x('title', value),
      ),
    ),
    journal?.abbreviation && x('titleInfo', { type: 'abbreviated' }, x('title', journal.abbreviation)),
    x(
      'originInfo',
      inEach(languagesOf(article, holder.publisher), 'publisher', (language) => holder.publisher[language]),
    ),
    x('genre', { authority: 'marcgt' }, journal ? 'periodical' : 'book'),
    issn(any, 'issn'),
    issn(print, 'issn', 'print'),
    issn(electronic, 'issn', 'electronic'),
    issn(linking, 'issn-l'),
    book?.isbn && x('identifier', { type: 'isbn' }, book.isbn),
    journal?.homepage && x('location', [x('url', journal.homepage)]),
    (volume || issue || range || year || articleNumber || specialIssue) &&
      x('part', [
        detail('volume', volume?.value),
        detail('issue', issue?.value, specialIssue?.value),
        detail('article number', articleNumber?.value),
        range && x('extent', { unit: 'pages' }, [x('start', range.value.first), x('end', range.value.last)]),
        year?.value.gregorian && x('date', { encoding: 'w3cdtf' }, year.value.gregorian),
      ]),
  ]);
}

/** `relatedItem type="host"` of what stands in nothing but the edition: the site, of which it is a page. */
const siteOf = ({ edition, article }: Subject) => {
  const primary = textIn(edition.name, article.language).language;
  return x('relatedItem', { type: 'host', 'xlink:href': edition.site }, [
    ...languagesOf(article, edition.name).map((language) => {
      const name = edition.name[language];
      const type = language === primary ? {} : { type: 'translated' };
      return name === undefined ? undefined : x('titleInfo', { ...type, ...tagsOf(language) }, x('title', name));
    }),
    x('genre', { authority: 'marcgt' }, 'web site'),
  ]);
};

/** Where a version stands: in the edition, made from the version of record; in a journal or a book that is published here. */
const placesOf = (subject: Subject) => [
  describeVersion(subject).type === 'online' ? siteOf(subject) : host(subject.article),
  versionOfRecord(subject.article),
];

/** `subject`: terms of schemes, places and periods, in each language; `classification` of a class. */
const coveredSubjects = ({ subjects = [], places = [], periods = [] }: Article) => [
  ...subjects.flatMap((term) =>
    textsOf(term.term).map(({ language: one, value }) =>
      x(
        'subject',
        { authority: term.scheme, authorityURI: schemeTerms[term.scheme].uri, valueURI: term.uri, ...tagsOf(one) },
        [x('topic', value)],
      ),
    ),
  ),
  ...places.flatMap(({ name, uri }) =>
    textsOf(name).map(({ language: one, value }) =>
      x('subject', tagsOf(one), [x('geographic', { valueURI: uri }, value)]),
    ),
  ),
  ...places.flatMap(({ gac }) =>
    gac === undefined ? [] : [x('subject', [x('geographicCode', { authority: 'marcgac' }, gac)])],
  ),
  ...periods.flatMap((period) => [
    ...textsOf(period.name).map(({ language: one, value }) => x('subject', tagsOf(one), [x('temporal', value)])),
    ...(period.start && period.end
      ? [
          x('subject', [
            x('temporal', { encoding: 'w3cdtf', point: 'start' }, period.start),
            x('temporal', { encoding: 'w3cdtf', point: 'end' }, period.end),
          ]),
        ]
      : []),
  ]),
  ...subjects.flatMap((term) => {
    const number = classOf(term);
    return number === undefined ? [] : [x('classification', { authority: 'ddc', valueURI: term.uri }, number)];
  }),
];

/** `relatedItem`: another work; `otherType` of what MODS has no type for. */
function relatedWork({ kind, title, doi, url }: WorkRelation) {
  const { mods: type, label } = relationTerms[kind];
  return x('relatedItem', type ? { type } : { otherType: label.toLowerCase(), displayLabel: label }, [
    ...textsOf(title ?? {}).map(({ language: one, value }) => x('titleInfo', tagsOf(one), x('title', value))),
    doi && x('identifier', { type: 'doi' }, doi),
    url && x('location', [x('url', url)]),
  ]);
}

/** `relatedItem type="constituent"`: a supplementary file. */
function constituent(subject: Subject, file: SupplementaryFile) {
  const { title, description = {}, licence, mediaType, bytes, sha256 } = file;
  return x('relatedItem', { type: 'constituent' }, [
    ...textsOf(title).map(({ language: one, value }) => x('titleInfo', tagsOf(one), x('title', value))),
    x('physicalDescription', [x('internetMediaType', mediaType), x('extent', { unit: 'bytes' }, String(bytes))]),
    ...textsOf(description).map(({ language: one, value }) => x('abstract', tagsOf(one), value)),
    x('identifier', { type: 'sha256' }, sha256),
    x('location', [x('url', { access: 'raw object' }, addressOfSupplement(subject, file))]),
    licence &&
      x(
        'accessCondition',
        { type: 'use and reproduction', 'xlink:href': licence.uri, ...tagsOf('en') },
        licence.name.en,
      ),
  ]);
}

/** `relatedItem type="preceding"` and `"succeeding"`: the version before this one, and the latest. */
const otherVersion = (edition: Edition, article: Article, type: 'preceding' | 'succeeding', version?: Version) =>
  version &&
  x('relatedItem', { type }, [
    x('originInfo', [x('edition', `Version ${version.number}`)]),
    x('identifier', { type: 'uri' }, permanent(edition.site, pages.version(article.slug, version.number))),
  ]);

/** `name` of the conference at which a paper was read. */
const meeting = ({ conference, language }: Article) =>
  conference &&
  x('name', { type: 'conference' }, [
    x('namePart', formIn(conference.name, language)),
    conference.place && x('namePart', formIn(conference.place, language)),
    conference.start && x('namePart', { type: 'date' }, conferenceDays(conference) ?? ''),
  ]);

/** `language`: that of the text, and its script. */
const writtenIn = (language: string) =>
  x('language', [
    x('languageTerm', { type: 'code', authority: 'iso639-2b' }, tagsOf(language).lang),
    x('languageTerm', { type: 'code', authority: 'rfc5646' }, language),
    x('scriptTerm', { type: 'code', authority: 'iso15924' }, tagsOf(language).script),
  ]);

/** The attributes of the root. */
const schema = {
  xmlns: 'http://www.loc.gov/mods/v3',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd',
  version: '3.7',
};

/**
 * The version of record as MODS 3.7: what the journal published, with journal, place in it and DOI as its own. The edition made
 * from it is its `otherVersion`.
 *
 * @returns nothing where the edition is the publication
 */
export function modsOfRecord(given: Subject): string | undefined {
  const { edition, article, version } = asReleased(given);
  const { record, language } = article;
  if (!record) return undefined;
  const { coar, marc: genre } = termsOf(article);
  const year = record.year?.value.gregorian;
  const address = permanent(edition.site, pages.version(article.slug, version.number));
  return xmlDocument(
    x('mods', schema, [
      ...titles(article),
      romanisedTitle(article),
      ...article.creators.map((creator) => nameOf(article, creator, 'aut', 'author', creator.roles)),
      ...(article.contributors ?? []).map((agent) => {
        const { code, term } = contributorTerms[agent.role].marc;
        return nameOf(article, agent, code, term);
      }),
      meeting(article),
      x('typeOfResource', 'text'),
      genre && x('genre', { authority: 'marcgt' }, genre),
      x('genre', { authority: 'coar', valueURI: coar.uri }, coar.label),
      year &&
        x('originInfo', { eventType: 'publication' }, [x('dateIssued', { encoding: 'w3cdtf', keyDate: 'yes' }, year)]),
      writtenIn(language),
      host(article),
      x('relatedItem', { type: 'otherVersion', displayLabel: 'Edition' }, [
        x('originInfo', [x('edition', `Version ${version.number}`)]),
        x('identifier', { type: 'uri' }, address),
        x('location', [x('url', address)]),
      ]),
      record.doi && x('identifier', { type: 'doi' }, record.doi.value),
      x('location', [x('url', { usage: 'primary display', access: 'object in context' }, record.url)]),
      x('recordInfo', [
        ...inEach(languagesOf(article, edition.publisher), 'recordContentSource', (one) => edition.publisher[one]),
        x('recordCreationDate', { encoding: 'w3cdtf' }, version.date),
        x('recordIdentifier', `${article.slug}-record`),
        x('languageOfCataloging', [x('languageTerm', { type: 'code', authority: 'iso639-2b' }, 'eng')]),
      ]),
    ]),
  );
}

/**
 * A version as MODS 3.7 (https://www.loc.gov/standards/mods/userguide/), elements in the order of the guide. A DOI is given
 * once it is registered; `identifier` has no place for one that is only planned.
 */
export const mods: Format = {
  name: 'MODS',
  extension: 'mods.xml',
  mediaType: 'application/mods+xml',
  write(subject, _, texts = []) {
    const { edition, article, version } = subject;
    const { language, rights, thesis } = article;
    const address = permanent(edition.site, pages.version(article.slug, version.number));
    const doi = doiOf(subject);
    const { older, latest } = successionOf(subject);
    const access = rights.access && accessTerms[rights.access];
    const { statement } = rights;
    const { coar, marc: genre } = termsOf(article);
    const tags = languagesOf(article, edition.publisher, version.summary, abstractsOf(version));
    return xmlDocument(
      x('mods', schema, [
        ...titles(article),
        romanisedTitle(article),
        ...article.creators.map((creator) => nameOf(article, creator, 'aut', 'author', creator.roles)),
        ...contributorsTo(subject).map(({ kind, agent }) => {
          const { code, term } = contributorTerms[kind].marc;
          return nameOf(article, agent, code, term);
        }),
        meeting(article),
        thesis &&
          x('name', { type: 'corporate' }, [
            x('namePart', formIn(thesis.institution, language)),
            x('role', [
              x('roleTerm', { type: 'text', authority: 'marcrelator' }, 'degree granting institution'),
              x('roleTerm', { type: 'code', authority: 'marcrelator' }, 'dgg'),
            ]),
          ]),
        x('typeOfResource', 'text'),
        genre && x('genre', { authority: 'marcgt' }, genre),
        x('genre', { authority: 'coar', valueURI: coar.uri }, coar.label),
        x('originInfo', { eventType: 'publication' }, [
          ...inEach(tags, 'publisher', (one) => edition.publisher[one]),
          x('dateIssued', { encoding: 'w3cdtf', keyDate: 'yes' }, version.date),
          ...datesOf(article),
          x('edition', `Version ${version.number}`),
        ]),
        writtenIn(language),
        x('physicalDescription', [
          x('form', { authority: 'marcform' }, 'electronic'),
          x('internetMediaType', 'text/html'),
          ...texts.map(({ mediaType }) => x('internetMediaType', mediaType)),
        ]),
        ...inEach(tags, 'abstract', (one) => abstractOf(version, one)),
        ...inEach(tags, 'note', (one) => version.summary[one], { type: 'version identification' }),
        ...version.notices.flatMap((notice) =>
          inEach(Object.keys(notice.reason), 'note', (one) => sayNotice(notice, one, subject.edition.languages), {
            type: noticeTermsOf(notice).label.toLowerCase(),
            'xlink:href': placeOf(notice),
          }),
        ),
        ...(thesis
          ? inEach(wordsLanguages(language), 'note', (one) => sayDegree(thesis)[wordsLanguage(one)], {
              type: 'thesis',
            })
          : []),
        ...(article.funding ?? []).map((one) =>
          x('note', { type: 'funding', ...tagsOf(language) }, sayFunding(one, language)),
        ),
        ...inEach(
          Object.keys(article.conflictOfInterest?.value ?? {}),
          'note',
          (one) => article.conflictOfInterest?.value[one],
          {
            type: 'conflict of interest',
          },
        ),
        ...inEach(
          Object.keys(wordsOfStatement(article.dataAvailability?.value ?? {})),
          'note',
          (one) => article.dataAvailability?.value[one],
          {
            type: 'data availability',
            'xlink:href': article.dataAvailability?.value.url,
          },
        ),
        x(
          'note',
          { type: 'journal article version', 'xlink:href': journalArticleVersion.uri },
          journalArticleVersion.label,
        ),
        ...textsOf(article.keywords).flatMap((said) =>
          said.value.map((keyword) => x('subject', tagsOf(said.language), x('topic', keyword))),
        ),
        ...coveredSubjects(article),
        ...placesOf(subject),
        ...(article.relations ?? []).map(relatedWork),
        ...supplementsOf(version).map((file) => constituent(subject, file)),
        otherVersion(edition, article, 'preceding', older),
        otherVersion(edition, article, 'succeeding', latest),
        x('identifier', { type: 'uri' }, address),
        doi.status === 'registered' ? x('identifier', { type: 'doi' }, doi.value) : undefined,
        x('location', [
          x('url', { usage: 'primary display', access: 'object in context' }, address),
          ...texts.map((file) =>
            x('url', { access: 'raw object', displayLabel: file.name }, addressOfFile(subject, file)),
          ),
        ]),
        ...inEach(tags, 'accessCondition', (one) => sayRights(rights, one), {
          type: 'use and reproduction',
          'xlink:href': rights.uri,
        }),
        ...(statement
          ? inEach(tags, 'accessCondition', (one) => statement.name[one], {
              type: 'use and reproduction',
              'xlink:href': statement.uri,
            })
          : []),
        ...inEach(tags, 'accessCondition', (one) => copyrightLine(rights, one), { type: 'copyright' }),
        access &&
          x('accessCondition', { type: 'restriction on access', 'xlink:href': access.coar.uri }, access.coar.label),
        x('recordInfo', [
          ...inEach(tags, 'recordContentSource', (one) => edition.publisher[one]),
          x('recordCreationDate', { encoding: 'w3cdtf' }, version.date),
          version.notices.length > 0 ? x('recordChangeDate', { encoding: 'w3cdtf' }, lastChangeOf(version)) : undefined,
          x('recordIdentifier', `${article.slug}-${version.number}`),
          x('languageOfCataloging', [x('languageTerm', { type: 'code', authority: 'iso639-2b' }, 'eng')]),
        ]),
      ]),
    );
  },
};
