/** What is stated of an article as rows of a list: each fact with how sure it is, where it was seen, and the editors' note. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { familyName, fullName } from '../bibliography/work.ts';
import { affiliationsIn } from '../edition/affiliations.ts';
import { titleIn } from '../edition/describe.ts';
import { identifiersOfFunder } from '../edition/identifiers.ts';
import { type Article, type Book, type Evidence, placementOf, type Stated } from '../edition/model.ts';
import { addressOfRelation } from '../edition/relations.ts';
import { sayPeriod } from '../locales/about.ts';
import { wordsOf } from '../locales/index.ts';
import { sayConference, sayThesis, sayYear } from '../locales/record.ts';
import { piecesOfFunding } from '../locales/statements.ts';
import { sayBothCalendars } from '../text/calendar.ts';
import { sayDigits } from '../text/digits.ts';
import {
  directionOf,
  formIn,
  isLatinScript,
  latinForm,
  ownFirst,
  romanisedTag,
  sayIn,
  type Texts,
  textsOf,
} from '../text/languages.ts';
import { isLatin } from '../text/runs.ts';
import { marksOf } from './marked.ts';
import { renderMixed, renderSaid } from './mixed.ts';
import { breakable } from './shown-addresses.ts';

type Content = (ElementContent | string)[];

/** A row of the list. */
interface Fact {
  /** The anchor of its name. */
  readonly id?: string;
  readonly name: Content;
  /** Absent where the name says it already. */
  readonly value?: Content;
  /** Absent of what the edition itself says. */
  readonly evidence?: Partial<Evidence>;
  /** A date as the source has it, which is where dates come from. */
  readonly printed?: string;
}

/**
 * The facts of an article, as terms and descriptions of a `dl`: those of its version of record, its titles, its creators.
 *
 * @param language the language of the page
 * @param readers the languages of the edition
 */
export const renderFacts = (article: Article, language: string, readers: readonly string[]): ElementContent[] =>
  [
    ...recordFacts(article, language),
    ...coverageFacts(article, language),
    ...relationFacts(article, language),
    ...dateFacts(article, language, readers),
    ...titleFacts(article, language),
    ...creatorFacts(article, language),
    ...contributorFacts(article, language),
    ...statementFacts(article, language),
  ].flatMap((fact) => renderFact(fact, language));

function renderFact({ id, name, value, evidence, printed }: Fact, language: string): ElementContent[] {
  const { certainty, from, note } = evidence ?? {};
  const words = wordsOf(language);
  const aside = (content: Content) => [h('br'), h('small', { className: ['soft'] }, content)];
  return [
    h('dt', { id }, name),
    h('dd', [
      ...(value ?? []),
      ...(value && certainty ? [' — '] : []),
      ...(certainty ? [words.certainty[certainty]] : []),
      ...(from === undefined ? [] : [`${words.comma} `, ...renderFrom(from, language)]),
      ...(printed === undefined
        ? []
        : aside([
            `${words.printedDate}: `,
            isLatin(printed) ? h('bdi', { lang: 'en', dir: 'ltr' }, printed) : printed,
          ])),
      ...(note ? aside(renderSaid(note, language)) : []),
    ]),
  ];
}

const link = (address: string, text: string) => h('a', { href: address, dir: 'ltr' }, breakable(text));

/** Where a fact was seen. */
function renderFrom(from: string, language: string): Content {
  const { inSource, byAuthors, ours, seenAt } = wordsOf(language);
  if (from.startsWith('http')) return [`${seenAt} `, link(from, from)];
  return [{ source: inSource, authors: byAuthors, editors: ours }[from] ?? from];
}

/** A fact of the version of record, if it is known, and how its value is said. */
const known = <T>(name: string, stated: Stated<T> | undefined, say: (value: T) => Content): Fact[] =>
  stated ? [{ name: [name], value: say(stated.value), evidence: stated }] : [];

/** A book: title, publisher, ISBN. */
const sayBook = ({ name, publisher, isbn }: Book, language: string): string =>
  [formIn(name, language), formIn(publisher, language), isbn && `ISBN ${isbn}`]
    .filter(Boolean)
    .join(`${wordsOf(language).comma} `);

function recordFacts(article: Article, language: string): Fact[] {
  const { kind, type, book, conference, thesis } = article;
  const record = placementOf(article);
  const words = wordsOf(language);
  const digits = (text: string) => sayDigits(text, language);
  return [
    ...known(words.year, record.year, (year) => [sayYear(year, language)]),
    ...known(words.volume, record.volume, (volume) => [digits(volume)]),
    ...known(words.issue, record.issue, (issue) => [digits(issue)]),
    ...known(words.pages, record.pages, ({ first, last }) => [digits(`${first}–${last}`)]),
    ...known(words.articleNumber, record.articleNumber, (number) => [digits(number)]),
    ...known(words.specialIssue, record.specialIssue, (title) => [title]),
    ...known(words.doi, article.record?.doi, (doi) => [link(`https://doi.org/${doi}`, doi)]),
    ...(type ? [{ name: [words.articleType], value: [words.articleTypes[type]] }] : []),
    ...(book ? [{ name: [words.book], value: [sayBook(book, language)] }] : []),
    ...(conference
      ? [{ name: [words.conference], value: renderMixed(sayConference(conference, language), language) }]
      : []),
    ...(thesis ? [{ name: [words.articleTypes.thesis], value: [sayThesis(thesis, language)] }] : []),
    ...known(words.articleKind, kind, (name) => renderSaid(name, language)),
  ];
}

/** Subjects, places and periods, each with its address where it has one. */
function coverageFacts({ subjects, places, periods }: Article, language: string): Fact[] {
  const words = wordsOf(language);
  const listed = (name: string, items: readonly Content[] | undefined): Fact[] =>
    items
      ? [{ name: [name], value: items.flatMap((item, index) => (index > 0 ? [words.semicolon, ' ', ...item] : item)) }]
      : [];
  const linked = (texts: Texts, uri: string | undefined): Content => {
    const [marks, text] = [marksOf(texts, language), sayIn(texts, language)];
    return [uri ? h('a', { href: uri, ...marks }, text) : marks.lang === undefined ? text : h('span', marks, text)];
  };
  return [
    ...listed(
      words.subjectTerms,
      subjects?.map(({ term, uri }) => linked(term, uri)),
    ),
    ...listed(
      words.coveredPlaces,
      places?.map(({ name, uri }) => linked(name, uri)),
    ),
    ...listed(
      words.coveredPeriods,
      periods?.map((period) => [sayPeriod(period, language)]),
    ),
  ];
}

/** Other works, by what the article is to them. */
const relationFacts = ({ relations = [] }: Article, language: string): Fact[] =>
  relations.map((relation) => {
    const address = addressOfRelation(relation) ?? '';
    const { title } = relation;
    return {
      name: [wordsOf(language).workRelations[relation.kind]],
      value: title ? [h('a', { href: address }, renderSaid(title, language))] : [link(address, address)],
    };
  });

const dateFacts = ({ dates }: Article, language: string, readers: readonly string[]): Fact[] =>
  dates.map((date) => ({
    name: [wordsOf(language).events[date.event]],
    value: [sayBothCalendars(date, language, readers)],
    evidence: date,
    printed: date.printed,
  }));

/** The titles, the one of the page first. */
function titleFacts(article: Article, language: string): Fact[] {
  const first = titleIn(article, language).language;
  const { romanisedTitle } = article;
  return [
    ...ownFirst(textsOf(article.titles), first).map(({ language: one, value: title }) => ({
      id: `title-${one}`,
      name: [h('bdi', { lang: one }, title.value)],
      evidence: title,
    })),
    ...(romanisedTitle
      ? [
          {
            name: [
              h('bdi', { lang: romanisedTag(article.language), dir: 'ltr' }, romanisedTitle.value),
              ` (${wordsOf(language).romanisedTitle})`,
            ],
            evidence: romanisedTitle,
          },
        ]
      : []),
  ];
}

/** The Latin name of each creator, romanised or their own, and the affiliation that the page shows. */
function creatorFacts(article: Article, language: string): Fact[] {
  const words = wordsOf(language);
  return article.creators.flatMap((creator): Fact[] => {
    const { name, romanised } = creator;
    return [
      {
        name: [
          h('bdi', { lang: latinForm }, fullName(name.en)),
          ...(isLatinScript(article.language) ? [] : [` (${words.romanised})`]),
        ],
        evidence: romanised,
      },
      ...affiliationsIn(article, creator, language).map(({ stated }) => ({
        name: [...renderMixed(familyName(formIn(name, language)), language), ` (${words.affiliation})`],
        evidence: stated,
      })),
    ];
  });
}

/** Who took part beside the authors, by what. */
const contributorFacts = ({ contributors = [] }: Article, language: string): Fact[] =>
  contributors.map((agent) => ({
    name: [
      ...renderMixed(fullName(formIn(agent.name, language)), language),
      ` (${wordsOf(language).contributorKinds[agent.role]})`,
    ],
    evidence: agent,
  }));

/** Funding, conflicts of interest, the availability of data, each in the language of the page, else in the article's own. */
function statementFacts(article: Article, language: string): Fact[] {
  const { funding = [], conflictOfInterest, dataAvailability } = article;
  const words = wordsOf(language);
  const said = (value: Texts): Content => {
    const text = value[language];
    if (text !== undefined) return renderMixed(text, language);
    const { language: own } = article;
    return [h('bdi', { lang: own, dir: directionOf(own) }, value[own] ?? '')];
  };
  return [
    ...funding.map((one) => ({
      name: [words.funding],
      value: [
        ...piecesOfFunding(one, language).flatMap(({ text, isNumber }) =>
          isNumber ? [h('bdi', { dir: 'ltr' }, text)] : renderMixed(text, language),
        ),
        ...identifiersOfFunder(one).flatMap(({ scheme, uri }) => [' ', h('a', { href: uri, dir: 'ltr' }, scheme)]),
      ],
      evidence: one,
    })),
    ...known(words.conflictOfInterest, conflictOfInterest, said),
    ...known(words.dataAvailability, dataAvailability, (value) => [
      ...said(value),
      ...(value.url ? [' ', link(value.url, value.url)] : []),
    ]),
  ];
}
