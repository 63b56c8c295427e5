/** The `teiHeader` of TEI (TEI P5, chapter 2). */

import type { Element } from 'xast';
import { x } from 'xastscript';
import { pages, permanent } from '../../edition/addresses.ts';
import { termsOf } from '../../edition/article-types.ts';
import { abstractsOf, languagesOf, sayDegree, surelyStyled, surelyTitled } from '../../edition/describe.ts';
import { articleDoi, type Doi, doiOf } from '../../edition/doi.ts';
import { identifiersOfFunder } from '../../edition/identifiers.ts';
import {
  type Article,
  type ArticleDate,
  type Edition,
  type Funding,
  hostOf,
  keywordsIn,
  type Rights,
  type Subject,
  sayBlocks,
  type Version,
  type VersionOf,
} from '../../edition/model.ts';
import { placeOf } from '../../edition/notices.ts';
import { addressOfRelation } from '../../edition/relations.ts';
import { accessTerms } from '../../edition/rights.ts';
import { type CoveredPeriod, type CoveredPlace, schemeTerms, subjectSchemes } from '../../edition/subjects.ts';
import { addressOfSupplement, type SupplementaryFile, supplementsOf } from '../../edition/supplements.ts';
import { successionOf } from '../../edition/versions/succession.ts';
import { sayLanguage, wordsOf } from '../../locales/index.ts';
import { nameNotice } from '../../locales/notices.ts';
import { sayConference } from '../../locales/record.ts';
import { copyrightLine, rightsLanguages } from '../../locales/rights.ts';
import { sayGregorian, sayLunarHijri, saySolarHijri } from '../../text/calendar.ts';
import { sayDigits } from '../../text/digits.ts';
import {
  formIn,
  formsOf,
  inOrder,
  isLatinScript,
  latinForm,
  textIn,
  textsOf,
  wordsLanguage,
  wordsLanguages,
} from '../../text/languages.ts';
import { romanised } from '../full-text.ts';
import { cert, inEach } from './apparatus.ts';
import { agentNames, contributorElement, creatorElement, creditElement, hostElement, recordElement } from './bibl.ts';
import { teiTitle } from './inline.ts';
import { principlesOf } from './principles.ts';

/** `teiHeader`. */
export function teiHeader(subject: Subject): Element {
  const { edition, article, version } = subject;
  return x('teiHeader', [
    x('fileDesc', [
      titleStmt(subject),
      editionStmt(article, version),
      publicationStmt(subject),
      notesStmt(subject),
      sourceDesc(subject),
    ]),
    encodingDesc(edition, article),
    profileDesc(subject),
    revisionDesc(subject),
  ]);
}

function titleStmt({ edition, article, version }: Subject): Element {
  const titles = inOrder(Object.keys(article.titles)).flatMap((language) => {
    const title = surelyStyled(article, language);
    const type = language === article.language ? 'main' : 'translated';
    return title === undefined
      ? []
      : [x('title', { level: 'a', type, 'xml:lang': language }, teiTitle(title, language, version))];
  });
  return x(
    'titleStmt',
    {},
    titles.length > 0 ? titles : x('title', article.slug),
    article.romanisedTitle &&
      x(
        'title',
        {
          level: 'a',
          type: 'romanised',
          'xml:lang': romanised(article.language),
          cert: cert[article.romanisedTitle.certainty],
          resp: article.romanisedTitle.from === 'editors' ? '#editors' : undefined,
        },
        article.romanisedTitle.value,
      ),
    article.creators.map((creator) => creatorElement(article, creator)),
    (article.contributors ?? []).map((agent) => contributorElement(article, agent.role, agent)),
    article.creators.map((creator) => creditElement(article, creator)),
    (article.funding ?? []).map(funderElement),
    x(
      'respStmt',
      { 'xml:id': 'editors' },
      inEach('resp', principlesOf(article).responsibility),
      (edition.editors ?? []).flatMap((agent) => agentNames(article, agent)),
      inEach('orgName', edition.publisher),
    ),
  );
}

/** `funder`, by its addresses in registers, with the numbers of its awards. */
const funderElement = (funding: Funding): Element =>
  x('funder', {}, [
    ...formsOf(funding.funder).map(({ language, value }) =>
      x('orgName', { 'xml:lang': language, ref: identifiersOfFunder(funding)[0]?.uri }, value),
    ),
    ...(funding.awards ?? []).map(({ number, url }) => x('idno', { type: 'award', source: url }, number)),
  ]);

function editionStmt({ language: own }: Article, { number, date }: Version): Element {
  return x('editionStmt', [
    x(
      'edition',
      { n: number },
      wordsLanguages(own).flatMap((language) => [
        x('seg', { 'xml:lang': language }, `${wordsOf(language).version} ${sayDigits(number, language)}`),
        ' ',
      ]),
      x('date', { when: date }, date),
    ),
  ]);
}

/** `notesStmt`: what was said of the version since, and the latest version, on one that is not. */
const notesStmt = (subject: Subject) => {
  const { edition, article, version } = subject;
  const { latest } = successionOf(subject);
  const statements = [
    ['conflict-of-interest', article.conflictOfInterest?.value] as const,
    ['data-availability', article.dataAvailability?.value] as const,
  ].flatMap(([type, value]) =>
    textsOf(value ?? {}).map(({ language, value: text }) => x('note', { type, 'xml:lang': language }, text)),
  );
  const { url } = article.dataAvailability?.value ?? {};
  const { relations = [] } = article;
  const supplements = supplementsOf(version);
  if (!latest && version.notices.length + statements.length + relations.length + supplements.length === 0)
    return undefined;
  return x('notesStmt', [
    ...statements,
    url && x('relatedItem', { type: 'data', target: url }),
    ...version.notices.flatMap((notice) =>
      textsOf(notice.reason).map(({ language, value }) =>
        x('note', { type: notice.kind, 'xml:lang': language }, [
          x('date', { when: notice.date }, nameNotice(notice, language, subject.edition.languages)),
          `: ${value}`,
        ]),
      ),
    ),
    ...version.notices.map((notice) => {
      const target = placeOf(notice);
      return target && x('relatedItem', { type: notice.kind, target });
    }),
    ...relations.map((relation) => x('relatedItem', { type: relation.kind, target: addressOfRelation(relation) })),
    ...supplements.map((file) => supplementaryFile(subject, file)),
    latest &&
      x('relatedItem', {
        type: 'newer-version',
        target: permanent(edition.site, pages.version(article.slug, latest.number)),
      }),
  ]);
};

/** `relatedItem`: a supplementary file, with its titles, licence and digest, and where it lies. */
function supplementaryFile(subject: Subject, file: SupplementaryFile): Element {
  const { title, description = {}, licence, mediaType, bytes, sha256 } = file;
  return x('relatedItem', { type: 'file' }, [
    x('bibl', [
      ...textsOf(title).map((one) => x('title', { 'xml:lang': one.language }, one.value)),
      ...textsOf(description).map((one) => x('note', { type: 'description', 'xml:lang': one.language }, one.value)),
      x('extent', [x('measure', { unit: 'byte', quantity: bytes }, String(bytes))]),
      licence &&
        x('availability', [
          x('licence', { target: licence.uri, n: licence.id }, [x('p', { 'xml:lang': 'en' }, licence.name.en)]),
        ]),
      x('idno', { type: 'sha256' }, sha256),
      x('ptr', { target: addressOfSupplement(subject, file), mimeType: mediaType }),
    ]),
  ]);
}

/** `publicationStmt` of this version. A DOI that is not registered yet says so in its `subtype`; a draft's is none at all. */
function publicationStmt(subject: Subject): Element {
  const { edition, article, version } = subject;
  const { rights } = article;
  const idno = (type: string, { value, status }: Doi) =>
    status === 'draft'
      ? x('idno', { type: `${type}-draft` }, value)
      : x('idno', { type, subtype: status === 'registered' ? undefined : status }, value);
  return x(
    'publicationStmt',
    {},
    inEach('publisher', edition.publisher),
    x('date', { when: version.date }, version.date),
    idno('DOI', doiOf(subject)),
    idno('DOI-all-versions', articleDoi(edition, article)),
    x('idno', { type: 'URI' }, permanent(edition.site, pages.version(article.slug, version.number))),
    version.digest && x('idno', { type: 'sha256' }, version.digest),
    availability(rights),
  );
}

/** `availability`: the licence, or the rights statement, which is no `licence`: that would give a right. */
function availability(rights: Rights): Element {
  const { uri, name, note, licence, statement, access } = rights;
  const inAll = rightsLanguages(rights);
  const paragraphs = (say: (language: string) => (Element | string)[], said = inAll) =>
    said.map((language) => x('p', { 'xml:lang': language }, say(language)));
  const named = (language: string) => [
    x('ref', { target: uri }, textIn(name, language).value),
    ...(note[language] === undefined ? [] : [`. ${note[language]}`]),
  ];
  return x(
    'availability',
    { status: access ? accessTerms[access].tei : 'unknown' },
    licence ? x('licence', { target: uri, n: licence }, paragraphs(named)) : paragraphs(named),
    statement &&
      paragraphs(
        (language) => [x('ref', { target: statement.uri }, textIn(statement.name, language).value)],
        inOrder(Object.keys(statement.name)),
      ),
    rights.holder || rights.year ? paragraphs((language) => [copyrightLine(rights, language) ?? '']) : undefined,
  );
}

/** What has no version of record: in what it stands, or where it was given or written, or that it is published here. */
function publicationElements(article: Article): Element[] {
  const { conference, thesis, language } = article;
  const title = (level: string) =>
    x('title', { level, 'xml:lang': language }, surelyTitled(article, language) ?? article.slug);
  const meeting = conference && x('meeting', { 'xml:lang': language }, sayConference(conference, language));
  if (hostOf(article))
    return [
      x('biblStruct', { type: 'publication' }, [
        x('analytic', [title('a')]),
        hostElement(article),
        meeting && x('note', { type: 'conference', 'xml:lang': language }, sayConference(conference, language)),
      ]),
    ];
  if (!conference && !thesis) return inEach('p', principlesOf(article).publication);
  return [
    x('bibl', { type: 'publication' }, [
      title('m'),
      meeting,
      thesis && x('publisher', { 'xml:lang': language }, formIn(thesis.institution, language)),
      thesis && x('note', { type: 'thesis', 'xml:lang': language }, sayDegree(thesis)[wordsLanguage(language)]),
    ]),
  ];
}

/** `sourceDesc`: the version of record, and the one witness to its text, the text as received, if there is one. */
function sourceDesc({ edition, article, version }: Subject): Element {
  const { source, slug } = article;
  const { witness } = principlesOf(article);
  return x('sourceDesc', [
    ...(article.record ? [recordElement(article, version)] : publicationElements(article)),
    source &&
      x('listWit', [
        x('witness', { 'xml:id': 'source' }, [
          x('bibl', { type: 'textAsReceived' }, [
            ...(witness ? inEach('title', witness) : []),
            x('idno', { type: 'sha256' }, source.sha256),
            x('extent', [x('measure', { unit: 'line', quantity: source.lines.length }, String(source.lines.length))]),
            x('ptr', { target: permanent(edition.site, pages.source(slug)) }),
            article.record && x('ptr', { target: '#version-of-record' }),
          ]),
        ]),
      ]),
  ]);
}

function encodingDesc(edition: Edition, article: Article): Element {
  const principles = principlesOf(article);
  return x('encodingDesc', [
    x('projectDesc', inEach('p', edition.description)),
    x(
      'editorialDecl',
      {},
      x('correction', inEach('p', principles.correction)),
      principles.normalization && x('normalization', inEach('p', principles.normalization)),
      // Readings, lines and the editors' identifications are of a text that was received.
      article.source && [
        x('interpretation', inEach('p', principles.interpretation)),
        ...principles.general.flatMap((text) => inEach('p', text)),
      ],
    ),
    x('refsDecl', inEach('p', principles.references)),
    article.source && x('variantEncoding', { method: 'parallel-segmentation', location: 'internal' }),
  ]);
}

function profileDesc({ article, version }: VersionOf): Element {
  const { language, keywords } = article;
  const covered = coveredTerms(article);
  return x(
    'profileDesc',
    {},
    version.abstracts.map((abstract) =>
      x(
        'abstract',
        { corresp: `#${abstract.id}`, 'xml:lang': abstract.language },
        sayBlocks(abstract.blocks).map((text) => x('p', text)),
      ),
    ),
    article.dates.length > 0 ? x('creation', article.dates.map(dateElement)) : undefined,
    x('langUsage', [
      ...inOrder(new Set([...languagesOf(article, abstractsOf(version)), latinForm])).map((one) =>
        x('language', { ident: one }, sayLanguage(one, language)),
      ),
      isLatinScript(language)
        ? undefined
        : x('language', { ident: romanised(language) }, sayLanguage(language, language)),
    ]),
    Object.keys(keywords).length > 0 || article.type || covered.length > 0
      ? x(
          'textClass',
          {},
          article.type &&
            x('catRef', { scheme: 'http://purl.org/coar/resource_type/scheme', target: termsOf(article).coar.uri }),
          textsOf(keywords).map((said) =>
            x(
              'keywords',
              { 'xml:lang': said.language },
              (keywordsIn(article, said.language) ?? []).map((word) =>
                x('term', {}, teiTitle(word, said.language, version)),
              ),
            ),
          ),
          covered,
        )
      : undefined,
    x('calendarDesc', [
      x('calendar', { 'xml:id': 'solar-hijri' }, inEach('p', principlesOf(article).calendar)),
      article.dates.some(({ lunarHijri }) => lunarHijri !== undefined)
        ? x('calendar', { 'xml:id': 'lunar-hijri' }, inEach('p', principlesOf(article).lunarCalendar))
        : undefined,
    ]),
  );
}

/** `keywords`: places and periods that have a name in a language, if any has. */
function placesAndPeriods(places: readonly CoveredPlace[], periods: readonly CoveredPeriod[], language: string) {
  const terms = [
    ...places
      .filter(({ name }) => name[language] !== undefined)
      .map(({ name, uri }) => x('term', { type: 'place', ref: uri }, name[language])),
    ...periods
      .filter(({ name }) => name[language] !== undefined)
      .map(({ name, start, end }) =>
        x('term', { type: 'period' }, [x('date', { from: start, to: end }, name[language])]),
      ),
  ];
  return terms.length > 0 ? x('keywords', { 'xml:lang': language }, terms) : undefined;
}

/** `keywords`: the terms of each scheme, places and periods. */
function coveredTerms({ subjects = [], places = [], periods = [] }: Article): (Element | undefined)[] {
  const said = [...subjects.map(({ term }) => term), ...[...places, ...periods].map(({ name }) => name)];
  return inOrder(new Set(said.flatMap((texts) => Object.keys(texts)))).flatMap((language) => [
    ...subjectSchemes.flatMap((scheme) => {
      const terms = subjects.filter((one) => one.scheme === scheme && one.term[language] !== undefined);
      return terms.length > 0
        ? [
            x(
              'keywords',
              { scheme: schemeTerms[scheme].uri, 'xml:lang': language },
              terms.map(({ term, uri }) => x('term', { ref: uri }, term[language])),
            ),
          ]
        : [];
    }),
    placesAndPeriods(places, periods, language),
  ]);
}

/** A date in the life of the version of record, as precise as it is known. */
function dateElement(date: ArticleDate): Element {
  const [first, last] = date.gregorian.split('/');
  const { calendar, text, language } = saidInOwnCalendar(date);
  return x(
    'date',
    {
      type: date.event,
      ...(last ? { notBefore: first, notAfter: last } : { when: first }),
      calendar,
      cert: cert[date.certainty],
      'xml:lang': language,
    },
    text,
  );
}

/** A date in the calendar of its source, and by what the header calls that. */
function saidInOwnCalendar({ lunarHijri, calendar, solarHijri, gregorian }: ArticleDate) {
  if (lunarHijri !== undefined)
    return { calendar: '#lunar-hijri', text: sayLunarHijri(lunarHijri, 'fa'), language: 'fa' };
  return calendar === 'solarHijri'
    ? { calendar: '#solar-hijri', text: saySolarHijri(solarHijri, 'fa'), language: 'fa' }
    : { calendar: undefined, text: sayGregorian(gregorian, 'en'), language: 'en' };
}

/** `revisionDesc`: this version and those before it, the newest first. */
function revisionDesc({ article: { versions }, version }: VersionOf): Element {
  const until = versions.slice(0, versions.indexOf(version) + 1);
  return x(
    'revisionDesc',
    until
      .toReversed()
      .map(({ number, date, kind, summary }) =>
        x('change', { n: number, when: date, type: kind }, inEach('p', summary)),
      ),
  );
}
