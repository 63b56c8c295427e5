/** Bibliographic references of TEI: works cited, and the version of record. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { type ContributorRole, contributorsOf } from '../../bibliography/contributors.ts';
import { sortWorks } from '../../bibliography/references.ts';
import {
  type CitedWork,
  type Identification,
  isBody,
  isStated,
  type Name,
  type Names,
  pageRange,
  thesisName,
} from '../../bibliography/work.ts';
import { partComma, partsIn, type Workplace, workplacesOf } from '../../edition/affiliations.ts';
import type { ContributorKind } from '../../edition/contributor-kinds.ts';
import { creditTerms, creditUri } from '../../edition/credit.ts';
import { surelyStyled, surelyTitled } from '../../edition/describe.ts';
import { identifiersOf, rorAddress } from '../../edition/identifiers.ts';
import { worksOf } from '../../edition/mentions.ts';
import {
  type Affiliation,
  type Agent,
  type Article,
  type Creator,
  hostOf,
  placementOf,
  type RecordYear,
  type Stated,
  type Version,
  type VersionOf,
} from '../../edition/model.ts';
import { wordsOf } from '../../locales/index.ts';
import { formIn, formsOf, inOrder, persianTag, textsOf } from '../../text/languages.ts';
import { namesOfAgent, romanised } from '../full-text.ts';
import { cert } from './apparatus.ts';
import { teiTitle } from './inline.ts';

/** `listBibl` of the works cited, in the order of the page's list. */
export function citedWorks({ article, version }: VersionOf): Element | undefined {
  const works = sortWorks(worksOf(version), version.metadata.language);
  if (works.length === 0) return undefined;
  return x('div', { type: 'bibliography' }, [
    x('listBibl', {}, x('head', wordsOf(article.language).works), works.map(citedWork)),
  ]);
}

/** How sure the identification of a work is, as `cert`. */
const identificationCert: Readonly<Record<Identification, string>> = {
  verified: 'high',
  known: 'high',
  partial: 'medium',
  unidentified: 'low',
  stated: 'high',
};

/**
 * `biblStruct`. A work that stands in another has its own part in `analytic`; so does one whose title is not known, since
 * `monogr` allows no names without a title.
 */
function citedWork(work: CitedWork): Element {
  const isHosted = work.container !== undefined;
  const isPart = isHosted || work.type === 'article' || work.title === undefined;
  const authors = people('author', work, work.author, work.authorLatin ?? work.authorPersian);
  const editors = [
    ...people('editor', work, work.editor),
    ...contributorsOf(work)
      .filter(([role]) => role !== 'serieseditor')
      .flatMap(([role, names]) => people('editor', work, names, undefined, role)),
  ];
  const own = titles(isPart ? 'a' : 'm', work.title, work.titleTranslated, work.subtitle);
  const host = titles(work.type === 'article' ? 'j' : 'm', work.container, work.containerTranslated);
  const ids = [
    number('DOI', work.doi),
    number(
      work.eprintType === undefined || work.eprintType === 'arxiv' ? 'arXiv' : work.eprintType,
      work.eprint,
      work.eprintClass,
    ),
    number('PMID', work.pmid),
    number('PMCID', work.pmcid),
    number('OpenAlex', work.openalex),
    number('Wikidata', work.wikidata),
  ];
  const numbers = [number('ISBN', work.isbn), number('ISSN', work.issn)];
  const attributes = {
    'xml:id': `ref-${work.key}`,
    type: work.type,
    subtype: work.subtype,
    cert: identificationCert[work.identification],
    'xml:lang': work.language === 'und' ? undefined : work.language,
  };
  const version = work.version === undefined ? undefined : x('edition', { n: work.version }, `Version ${work.version}`);
  const edition = work.edition === undefined ? undefined : x('edition', work.edition);
  const whole = (parts: readonly (Element | undefined)[]) =>
    x('monogr', {}, [...parts, edition, version, imprint(work)]);
  return x(
    'biblStruct',
    attributes,
    isPart
      ? x('analytic', {}, authors, isHosted ? undefined : editors, own, ids, isHosted ? undefined : numbers)
      : undefined,
    isHosted
      ? whole([meetingOf(work), ...editors, ...host, ...numbers])
      : whole(isPart ? [] : [meetingOf(work), ...authors, ...editors, ...own, ...ids, ...numbers]),
    seriesOf(work),
    isHosted || !isPart ? undefined : note('meeting', work.eventTitle),
    note('genre', work.type === 'thesis' ? work.kind && thesisName(work).en : work.kind),
    note(undefined, work.addendum ?? work.note),
    (isStated(work) ? [] : textsOf(work.reason)).map(({ language, value }) =>
      x(
        'note',
        { type: 'identification', subtype: work.identification, 'xml:lang': language },
        `${wordsOf(language).identification[work.identification]}: ${value}`,
      ),
    ),
    work.url === undefined ? undefined : x('ptr', { target: work.url }),
    originalOf(work),
  );
}

const note = (type: string | undefined, text: string | undefined): Element | undefined =>
  text === undefined ? undefined : x('note', { type }, text);

/** `series`, of a work that stands in one. */
const seriesOf = (work: CitedWork): Element | undefined =>
  work.series === undefined
    ? undefined
    : x('series', {}, [
        x('title', { level: 's' }, work.series),
        ...people('editor', work, work.contributors?.serieseditor),
      ]);

/** `meeting`, of a paper that was given at one. */
const meetingOf = ({ eventTitle }: CitedWork): Element | undefined =>
  eventTitle === undefined ? undefined : x('meeting', eventTitle);

/** The work of which this one is a translation or a new edition, as far as it is known. */
function originalOf({ originalTitle, originalDate }: CitedWork): Element | undefined {
  if (originalTitle === undefined && originalDate === undefined) return undefined;
  return x('relatedItem', { type: 'original' }, [
    x('bibl', {}, [
      originalTitle === undefined ? undefined : x('title', originalTitle),
      originalDate === undefined
        ? undefined
        : x('date', { when: originalDate.includes('/') ? undefined : originalDate }, originalDate.replace('/', '–')),
    ]),
  ]);
}

const titles = (
  level: string,
  title: string | undefined,
  translated: string | undefined,
  subtitle?: string,
): Element[] => [
  ...(title === undefined ? [] : [x('title', { level, type: subtitle === undefined ? undefined : 'main' }, title)]),
  ...(subtitle === undefined ? [] : [x('title', { level, type: 'sub' }, subtitle)]),
  ...(translated === undefined ? [] : [x('title', { level, type: 'translated', 'xml:lang': 'en' }, translated)]),
];

const number = (type: string, value: string | undefined, subtype?: string): Element | undefined =>
  value === undefined ? undefined : x('idno', { type, subtype }, value);

const scope = (unit: string, text: string | undefined): Element | undefined =>
  text === undefined ? undefined : x('biblScope', { unit }, text);

/** `imprint`, which must hold something: a date that is not known is an empty one. */
function imprint(work: CitedWork): Element {
  const publisher = work.institution ?? work.publisher;
  const [first, last] = work.date?.split('/') ?? [];
  const when = last ? { notBefore: first, notAfter: last } : { when: first };
  return x('imprint', [
    work.location === undefined ? undefined : x('pubPlace', work.location),
    publisher === undefined ? undefined : x('publisher', publisher),
    work.yearPrinted === undefined ? undefined : x('date', { calendar: '#solar-hijri', ...when }, work.yearPrinted),
    x('date', when, work.date?.replace('/', '–')),
    scope('volume', work.volume),
    scope('issue', work.number),
    scope('chapter', work.chapter),
    scope('page', pageRange(work)),
  ]);
}

/** `author` or `editor`, each in both scripts where both are known. */
function people(
  element: 'author' | 'editor',
  work: CitedWork,
  names?: Names,
  latin?: Names,
  role?: ContributorRole,
): Element[] {
  if (!names) return [];
  // A list in Latin script of another length does not say which name is which.
  const isParallel = latin?.list.length === names.list.length;
  return [
    ...names.list.map((name, index) => {
      const other = isParallel ? latin?.list[index] : undefined;
      return x(
        element,
        { role },
        other
          ? [
              nameElement(name, { 'xml:lang': work.language }),
              nameElement(other, { 'xml:lang': work.authorLatin ? romanised(work.language) : persianTag }),
            ]
          : [nameElement(name, {})],
      );
    }),
    ...(names.others ? [x(element, { role, 'xml:lang': 'la' }, 'et al.')] : []),
  ];
}

type Attributes = Readonly<Record<string, string | undefined>>;

function nameElement(name: Name, attributes: Attributes): Element {
  if (isBody(name)) return x('orgName', attributes, name.literal);
  return x('persName', attributes, [
    name.given === undefined ? undefined : x('forename', name.given),
    x('surname', name.family),
    name.suffix === undefined ? undefined : x('genName', name.suffix),
  ]);
}

/** `affiliation` in each language in which it is known, in parts where they are. */
const affiliationElements = ({ said, parts }: Workplace): Element[] =>
  textsOf(said).map(({ language, value: stated }) => {
    const content = parts
      ? partsIn(parts, language).flatMap(([part, text], index) => [
          ...(index > 0 ? [partComma(language)] : []),
          affiliationPart(parts, part, text),
        ])
      : stated.value;
    return x('affiliation', { 'xml:lang': language }, content);
  });

function affiliationPart({ ror, country }: Affiliation, part: string, text: string): Element {
  if (part === 'country') return x('country', { key: country }, text);
  if (part === 'city') return x('settlement', text);
  return part === 'department'
    ? x('orgName', { type: 'department' }, text)
    : x('orgName', { type: 'institution', ref: ror && rorAddress(ror) }, text);
}

/** A name in both scripts, each by its address in a register where there is one. */
export const agentNames = (article: Article, agent: Agent): Element[] =>
  namesOfAgent(article, agent).map(({ tag, name }) =>
    nameElement(name, { 'xml:lang': tag, ref: identifiersOf(agent)[0]?.uri }),
  );

/** The name of who took part in both scripts, and what is known of them. */
const identity = (article: Article, agent: Agent & Partial<Pick<Creator, 'romanised' | 'email'>>): Element[] => [
  ...namesOfAgent(article, agent).map(({ tag, name, certainty }) =>
    nameElement(name, { 'xml:lang': tag, cert: certainty === 'certain' ? undefined : cert[certainty] }),
  ),
  ...[
    number('ORCID', agent.orcid),
    number('ROR', agent.ror),
    number('ISNI', agent.isni),
    number('Wikidata', agent.wikidata),
    agent.email === undefined ? undefined : x('email', agent.email),
  ].filter((element) => element !== undefined),
  ...workplacesOf(agent).flatMap((place) => affiliationElements(place)),
];

/** `author` of the article. */
export const creatorElement = (article: Article, creator: Creator): Element =>
  x('author', { role: creator.corresponding ? 'corresponding' : undefined }, identity(article, creator));

/** `editor`, by the part that somebody took: `translator`. */
export const contributorElement = (article: Article, kind: ContributorKind, agent: Agent): Element =>
  x('editor', { role: kind }, identity(article, agent));

/** `respStmt`: what an author did, by the addresses of CRediT; the degree is in `n`. */
export const creditElement = ({ language }: Article, { name, roles }: Creator): Element | undefined =>
  roles &&
  x('respStmt', {}, [
    ...roles.map(({ role, degree }) => x('resp', { ref: creditUri(role), n: degree }, creditTerms[role])),
    nameElement(formIn(name, language), {}),
  ]);

/** `biblStruct` of the version of record: what is known of it, each with its certainty; nothing where there is none. */
export function recordElement(article: Article, version: Version): Element | undefined {
  const { record } = article;
  return (
    record &&
    x('biblStruct', { 'xml:id': 'version-of-record', type: 'versionOfRecord' }, [
      x(
        'analytic',
        {},
        article.creators.map((creator) => creatorElement(article, creator)),
        inOrder(Object.keys(article.titles)).map((language) => {
          const title = surelyStyled(article, language);
          return title && x('title', { level: 'a', 'xml:lang': language }, teiTitle(title, language, version));
        }),
        record.doi && x('idno', { type: 'DOI', cert: cert[record.doi.certainty] }, record.doi.value),
      ),
      hostElement(article),
      x('ptr', { target: record.url }),
    ])
  );
}

/** `monogr`: the journal or the book, of a thesis the institution, and the place of the article in it. */
export function hostElement(article: Article): Element {
  const { journal, book, thesis, language } = article;
  const host = hostOf(article);
  const place = placementOf(article);
  const stated = (unit: string, known: Stated<string> | undefined) =>
    known && x('biblScope', { unit, cert: cert[known.certainty] }, known.value);
  const { any, print, electronic, linking } = journal?.issn ?? {};
  const issn = (value: string | undefined, subtype?: string | undefined) =>
    value && x('idno', { type: 'ISSN', subtype }, value);
  return x(
    'monogr',
    {},
    host
      ? formsOf(host.name).map((form) =>
          x('title', { level: journal ? 'j' : 'm', 'xml:lang': form.language }, form.value),
        )
      : x('title', { level: 'm', 'xml:lang': language }, surelyTitled(article, language) ?? article.slug),
    journal?.abbreviation && x('title', { level: 'j', type: 'abbreviated' }, journal.abbreviation),
    issn(any),
    issn(print, 'print'),
    issn(electronic, 'electronic'),
    issn(linking, 'linking'),
    book?.isbn && x('idno', { type: 'ISBN' }, book.isbn),
    journal?.homepage && x('ptr', { target: journal.homepage }),
    x(
      'imprint',
      {},
      host
        ? formsOf(host.publisher).map((form) => x('publisher', { 'xml:lang': form.language }, form.value))
        : undefined,
      thesis && x('publisher', { 'xml:lang': language }, formIn(thesis.institution, language)),
      place.year && yearElements(place.year),
      stated('volume', place.volume),
      stated('issue', place.issue),
      stated('specialIssue', place.specialIssue),
      stated('articleNumber', place.articleNumber),
      place.pages &&
        x(
          'biblScope',
          {
            unit: 'page',
            cert: cert[place.pages.certainty],
            from: place.pages.value.first,
            to: place.pages.value.last,
          },
          `${place.pages.value.first}–${place.pages.value.last}`,
        ),
    ),
  );
}

/** The year of the version of record, in each calendar in which it is known. */
function yearElements({ value, certainty }: Stated<RecordYear>): Element[] {
  const attributes = { when: value.gregorian, cert: cert[certainty] };
  return [
    ...(value.solarHijri ? [x('date', { ...attributes, calendar: '#solar-hijri' }, value.solarHijri)] : []),
    ...(value.gregorian ? [x('date', attributes, value.gregorian)] : []),
  ];
}
