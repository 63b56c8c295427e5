/**
 * The shelves of a journal: its issues, and the ways to its articles by author, subject, type and year. What an edition of few articles
 * has, its first page shows.
 */
import { filingName } from '../bibliography/work.ts';
import { solarHijriOf } from '../text/calendar.ts';
import { formIn, inOrder, isSolarFirst, type Language } from '../text/languages.ts';
import { slugForm } from './addresses.ts';
import { type ArticleType, articleTypes } from './article-types.ts';
import { identifiersOf } from './identifiers.ts';
import {
  type Article,
  type Creator,
  type Edition,
  type IssueFacts,
  latestVersion,
  placementOf,
  type RecordYear,
} from './model.ts';

/** An edition of fewer articles has no shelves. */
const fewestArticles = 3;

/** An issue with its articles, in the order of its contents. */
export interface Issue extends Omit<IssueFacts, 'date' | 'articles'> {
  readonly year?: RecordYear | undefined;
  readonly articles: readonly Article[];
}

/** Somebody who made articles. */
export interface AuthorShelf {
  /** Whether the identity is stated: else the shelf has one article, and nobody knows what else is theirs. */
  readonly isKnown: boolean;
  /** The anchor on the page of authors. */
  readonly id: string;
  readonly creator: Creator;
  /** The letter under which a list has them. */
  readonly letter: string;
  readonly articles: readonly Article[];
}

/** Articles that have something in common, under its name. */
export interface Shelf {
  readonly name: string;
  readonly language: string;
  readonly articles: readonly Article[];
}

const hasShelves = ({ articles }: Edition): boolean => articles.length >= fewestArticles;

/** Numbers in a name by their value: issue 2 stands before issue 10. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** Whether all articles are of one journal: else its numbers alone do not name an issue. */
export const isOfOneJournal = ({ articles }: Pick<Edition, 'articles'>): boolean =>
  new Set(articles.map(({ journal }) => journal?.name.en)).size === 1;

/**
 * The issues of the journal, the newest first: those that the edition describes, and, where all articles are of one journal, those
 * that articles state which stand in none of these. Numbers that are no address, as those that are not in ASCII, make none.
 */
export function issuesOf(edition: Edition): readonly Issue[] {
  if (!hasShelves(edition)) return [];
  const described = describedIssues(edition);
  const listed = new Set(edition.issues.flatMap(({ articles }) => articles));
  const taken = new Set(described.map(({ id }) => id));
  const stated = Map.groupBy(
    isOfOneJournal(edition) ? edition.articles.filter(({ slug }) => !listed.has(slug)) : [],
    (article) => {
      const { volume, issue } = placementOf(article);
      return [volume?.value, issue?.value].filter((part) => part !== undefined).join('-');
    },
  );
  const others = [...stated].flatMap(([id, articles]): Issue[] => {
    const { volume, issue, year } = articles[0] ? placementOf(articles[0]) : {};
    if (!slugForm.test(id) || taken.has(id)) return [];
    return [{ id, volume: volume?.value, number: issue?.value, year: year?.value, articles: byFirstPage(articles) }];
  });
  const sortedBy = ({ year, volume, number, id }: Issue) => [year ? about(year) : 0, volume, number, id].join(' ');
  return [...described, ...others].sort((a, b) => byNumber.compare(sortedBy(b), sortedBy(a)));
}

/**
 * The issues that the edition describes (`content/issues/`), in the order of their files. What a file leaves open, its first article
 * states.
 */
export function describedIssues({ issues, articles }: Pick<Edition, 'issues' | 'articles'>): readonly Issue[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return issues.map((facts) => {
    const listed = facts.articles.flatMap((slug) => bySlug.get(slug) ?? []);
    const stated = listed[0] && placementOf(listed[0]);
    return {
      id: facts.id,
      volume: facts.volume ?? stated?.volume?.value,
      number: facts.number ?? stated?.issue?.value,
      year: yearOfIssue(facts, stated?.year?.value),
      title: facts.title,
      cover: facts.cover,
      editorial: facts.editorial,
      articles: listed,
    };
  });
}

/** The year of an issue: that of its date, in both calendars where its first article states the other one for the same year. */
function yearOfIssue({ date }: IssueFacts, stated: RecordYear | undefined): RecordYear | undefined {
  if (date === undefined) return stated;
  const years = yearsOfDate(date);
  return years.solarHijri === undefined && stated?.gregorian === years.gregorian ? stated : years;
}

/** A Gregorian year, month or day as years; the Solar Hijri one only where the day tells it. */
function yearsOfDate(date: string): RecordYear {
  return date.length === 10
    ? { gregorian: date.slice(0, 4), solarHijri: solarHijriOf(date).slice(0, 4) }
    : { gregorian: date.slice(0, 4) };
}

const byFirstPage = (articles: readonly Article[]): readonly Article[] =>
  articles.toSorted((a, b) =>
    byNumber.compare(placementOf(a).pages?.value.first ?? '', placementOf(b).pages?.value.first ?? ''),
  );

/**
 * The authors, by family name. Whose ORCID iD, ISNI or Wikidata item is stated stands once with all that is theirs; of others
 * nobody knows whether the same name is the same person, so that each stands with one article.
 */
export function authorsOf(edition: Edition, language: Language): readonly AuthorShelf[] {
  if (!hasShelves(edition)) return [];
  const all = edition.articles.flatMap((article) =>
    article.creators.map((creator, index) => {
      const [stated] = identifiersOf(creator);
      const known = stated && `${stated.scheme.toLowerCase()}-${stated.uri.slice(stated.uri.lastIndexOf('/') + 1)}`;
      return { id: known ?? `${article.slug}-${index + 1}`, isKnown: known !== undefined, creator, article };
    }),
  );
  const shelves = [...Map.groupBy(all, ({ id }) => id)].flatMap(([id, group]): AuthorShelf[] => {
    const [first] = group;
    return first
      ? [
          {
            id,
            isKnown: first.isKnown,
            creator: first.creator,
            letter: [...sortName(first.creator, language)][0]?.toLocaleUpperCase(language) ?? '',
            articles: group.map(({ article }) => article),
          },
        ]
      : [];
  });
  const { compare } = new Intl.Collator(language);
  const nameOf = ({ creator }: AuthorShelf) => sortName(creator, language);
  return shelves.sort((a, b) => compare(nameOf(a), nameOf(b)) || compare(a.id, b.id));
}

/** Family name before given name, in the script of a language where the name has it. */
const sortName = ({ name }: Creator, language: Language): string => filingName(formIn(name, language), '');

/** The keywords in the order of a language: of each article those in it, or else those that it has. */
export function subjectsIn(edition: Edition, language: Language): readonly Shelf[] {
  if (!hasShelves(edition)) return [];
  const all = edition.articles.flatMap((article) => {
    const own = [language, article.language, ...inOrder(Object.keys(article.keywords))].find(
      (one) => (article.keywords[one] ?? []).length > 0,
    );
    return own ? (article.keywords[own] ?? []).map((name) => ({ name, language: own, article })) : [];
  });
  const { compare } = new Intl.Collator(language);
  return [...Map.groupBy(all, (one) => `${one.language} ${one.name}`).values()]
    .flatMap(([first, ...others]): Shelf[] =>
      first
        ? [{ name: first.name, language: first.language, articles: [first, ...others].map(({ article }) => article) }]
        : [],
    )
    .sort((a, b) => compare(a.name, b.name));
}

/** A year as it is known: in one calendar, or in both. */
const keyOf = ({ gregorian, solarHijri }: RecordYear): string => JSON.stringify([gregorian, solarHijri]);

/** About the Gregorian year, for the order alone: a Solar Hijri year begins in March. */
const about = ({ gregorian, solarHijri }: RecordYear): number => Number(gregorian ?? Number(solarHijri) + 621);

/** Articles of one year. */
export interface YearShelf {
  readonly year: RecordYear;
  readonly articles: readonly Article[];
}

/** The year in which an article appeared: that which the journal gives, else that of its first version here. */
function yearOf(article: Article): RecordYear {
  const { date } = article.versions[0] ?? latestVersion(article);
  return placementOf(article).year?.value ?? yearsOfDate(date);
}

/** The name of the shelf of a year: `2026`, `2026-1405`. */
export const yearId = ({ gregorian, solarHijri }: RecordYear): string =>
  [gregorian, solarHijri].filter((year) => year !== undefined).join('-');

/** Where an article stands, for a search that is narrowed to a shelf or goes by dates. */
export interface Standing {
  /** The shelves that have it, by their kinds and names: `issue=3-4`, `author=orcid-0000-0002-1825-0097`. */
  readonly on: readonly string[];
  /** To be compared with those of others: the year in which it appeared, and the day of the latest version here. */
  readonly date: string;
}

/** The articles by their slugs, each with the shelves that have it. */
export function standingsOf(edition: Edition): ReadonlyMap<string, Standing> {
  const shelves: readonly (readonly [name: string, articles: readonly Article[]])[] = [
    ...issuesOf(edition).map(({ id, articles }) => [`issue=${id}`, articles] as const),
    ...yearsOf(edition).map(({ year, articles }) => [`year=${yearId(year)}`, articles] as const),
    ...authorsOf(edition, 'en').map(({ id, articles }) => [`author=${id}`, articles] as const),
    ...typesOf(edition).map(({ type, articles }) => [`type=${type}`, articles] as const),
  ];
  const on = Map.groupBy(
    shelves.flatMap(([name, articles]) => articles.map(({ slug }) => ({ slug, name }))),
    ({ slug }) => slug,
  );
  return new Map(
    edition.articles.map((article) => [
      article.slug,
      {
        on: [...new Set(on.get(article.slug)?.map(({ name }) => name))],
        date: `${String(about(yearOf(article))).padStart(4, '0')} ${latestVersion(article).date}`,
      },
    ]),
  );
}

/** The years in which articles appeared, the newest first; Solar Hijri ones where some page counts by them, or nothing else is known. */
export function yearsOf(edition: Edition): readonly YearShelf[] {
  if (!hasShelves(edition)) return [];
  const isSolar = edition.languages.some(isSolarFirst);
  const counted = (article: Article): RecordYear => {
    const { gregorian, solarHijri } = yearOf(article);
    return isSolar || gregorian === undefined ? { gregorian, solarHijri } : { gregorian };
  };
  return [...Map.groupBy(edition.articles, (article) => keyOf(counted(article)))]
    .flatMap(([, articles]) => (articles[0] ? [{ year: counted(articles[0]), articles }] : []))
    .sort((a, b) => about(b.year) - about(a.year));
}

/** Articles of one type. */
export interface TypeShelf {
  readonly type: ArticleType;
  readonly articles: readonly Article[];
}

/** The types that articles state, in the order of the list of them; an article that states none stands on no such shelf. */
export function typesOf(edition: Edition): readonly TypeShelf[] {
  if (!hasShelves(edition)) return [];
  const byType = Map.groupBy(edition.articles, ({ type }) => type);
  return articleTypes.flatMap((type) => {
    const articles = byType.get(type);
    return articles ? [{ type, articles }] : [];
  });
}

/** How many articles are named as new. */
const mostNew = 8;

/** The articles whose latest versions are the newest, without some that stand beside them. */
export function newestOf(edition: Edition, except: readonly Article[]): readonly Article[] {
  const left = new Set(except);
  const date = (article: Article) => latestVersion(article).date;
  return edition.articles
    .filter((article) => !left.has(article))
    .toSorted((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0))
    .slice(0, mostNew);
}

/** What a shelf is called. */
export type ShelfName = 'issues' | 'authors' | 'subjects' | 'types' | 'years';

/** The shelves that there are, by the names of their pages. */
export function shelfNames(edition: Edition): readonly ShelfName[] {
  if (!hasShelves(edition)) return [];
  const hasKeywords = edition.articles.some(({ keywords }) =>
    Object.values(keywords).some((words) => words !== undefined && words.length > 0),
  );
  return [
    ...(issuesOf(edition).length > 0 ? (['issues'] as const) : []),
    'authors',
    ...(hasKeywords ? (['subjects'] as const) : []),
    ...(typesOf(edition).length > 0 ? (['types'] as const) : []),
    'years',
  ];
}
