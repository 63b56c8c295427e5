/** What the search page shows of a result: where it stands, and the original text around what matched. */
import type { Range } from '../search/match.ts';
import { directionOf } from '../text/languages.ts';
import type { Result } from './findings.ts';
import type { Places } from './narrowing.ts';

interface KnownArticle {
  readonly language: string;
  readonly value: string;
  readonly notices?: Readonly<Record<string, string>>;
}

/** The words that a page of results needs, from the form's attributes. */
export interface ResultWords {
  /** The title of each article by its slug, and what was said of its versions since, by their numbers: that one was retracted. */
  readonly articles: Readonly<Record<string, KnownArticle & Places[string]>>;
  /** The names of the kinds of passage. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly version: string;
  /** The languages of the interface, that of the root first. */
  readonly languages: readonly string[];
}

/** In what a result stands. */
export interface ResultContext {
  readonly query: string;
  /** The way to the root of the edition. */
  readonly root: string;
  readonly words: ResultWords;
  readonly digits: Intl.NumberFormat;
  /** Whether the results are not of the latest versions alone, so that each says of which it is. */
  readonly isWider?: boolean;
}

/** A link that searches for something else with the same filters. */
export function queryLink(query: string, text: string, filters: Readonly<Record<string, string>>): HTMLElement {
  const link = document.createElement('a');
  link.href = `?${new URLSearchParams({ q: query, ...filters })}`;
  link.textContent = text;
  link.dir = 'auto';
  return link;
}

/**
 * A result as an item of the list.
 *
 * @param isFirst whether it is the first of its article in a row, under whose title the others stand
 */
export function itemOf(result: Result, context: ResultContext, isFirst: boolean): HTMLElement {
  const { passage, match } = result;
  const item = document.createElement('li');
  const notice = context.words.articles[passage.article]?.notices?.[versionOf(passage.path) ?? ''];
  if (isFirst) item.append(titleOf(passage.article, context.words));
  // Results of several versions of an article stand under one title.
  if (notice !== undefined && (isFirst || context.isWider)) item.append(noticeOf(notice));
  const excerpt = document.createElement('p');
  excerpt.lang = passage.language;
  excerpt.dir = directionOf(passage.language);
  excerpt.append(...excerptOf(passage.text, match.ranges));
  item.append(linkTo(result, context), excerpt);
  if (match.ranges.length === 0 && match.alsoRanges.length > 0) {
    const also = document.createElement('p');
    also.dir = 'auto';
    also.append(...excerptOf(passage.also, match.alsoRanges));
    item.append(also);
  }
  return item;
}

/** A number of a version, which is written from left to right. */
function isolated(text: string): HTMLElement {
  const bdi = document.createElement('bdi');
  bdi.textContent = text;
  return bdi;
}

const inDigits = (number: string, digits: Intl.NumberFormat): string =>
  number.replace(/\d+/g, (one) => digits.format(Number(one)));

function titleOf(article: string, words: ResultWords): HTMLElement {
  const title = document.createElement('strong');
  const known = words.articles[article];
  title.textContent = known?.value ?? article;
  if (known) title.lang = known.language;
  title.dir = 'auto';
  return title;
}

/** The version in which a passage stands; a remark on the article stands in none. */
const versionOf = (path: string): string | undefined => /\/(\d+\.\d+\.\d+)\/(?:#|$)/.exec(path)?.[1];

function noticeOf(text: string): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = text;
  return notice;
}

function linkTo(
  { passage, match }: Result,
  { query: typed, root, words, digits, isWider: isEarlier = false }: ResultContext,
): HTMLElement {
  const { path, kind } = passage;
  const [page = '', anchor = ''] = path.split('#');
  // A remark and a page of the edition have their text in one language only.
  const inOwn = (kind === 'editorial' || kind === 'page') && words.languages.includes(passage.language);
  const own = inOwn ? passage.language : document.documentElement.lang;
  // The first of the languages stands at the root.
  const language = own === words.languages[0] ? '' : `${own}/`;
  const link = document.createElement('a');
  const query = wordsToMark(passage.text, match, typed);
  link.href = `${root}${language}${page}index.html?${new URLSearchParams({ q: query })}${anchor === '' ? '' : `#${anchor}`}`;
  const number = /^p(\d+)$/.exec(anchor)?.[1];
  const version = isEarlier ? versionOf(path) : undefined;
  link.textContent = `${words.kinds[kind] ?? kind}${number === undefined ? '' : ` ${digits.format(Number(number))}`}`;
  if (version !== undefined) link.append(` · ${words.version} `, isolated(inDigits(version, digits)));
  return link;
}

/** How many words of a passage that is near to a query are marked where the link leads. */
const mostMarked = 6;

/** What the page marks on arrival: what was typed, or, where the passage has other words for it, those. */
function wordsToMark(text: string, { nearness, ranges }: Result['match'], typed: string): string {
  if (nearness > 1 || ranges.length === 0) return typed;
  return [...new Set(ranges.map(({ start, end }) => text.slice(start, end)))].slice(0, mostMarked).join(' ');
}

/** How many characters of the text stand around the first match. */
const around = 110;

/** The original text around the first match, with every match in it marked. */
function excerptOf(text: string, ranges: readonly Range[]): (Node | string)[] {
  const [first] = ranges;
  const from = first ? wordEdge(text, first.start - around) : 0;
  const to = wordEdge(text, (first?.end ?? 0) + around * (first ? 1 : 2));
  const nodes: (Node | string)[] = from > 0 ? ['… '] : [];
  let at = from;
  for (const range of ranges.filter(({ start, end }) => start >= from && end <= to)) {
    if (range.start < at) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(range.start, range.end);
    nodes.push(text.slice(at, range.start), mark);
    at = range.end;
  }
  nodes.push(text.slice(at, to), to < text.length ? ' …' : '');
  return nodes;
}

/** The nearest place at or before an offset where a word begins or the text ends. */
function wordEdge(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  return text.lastIndexOf(' ', offset) + 1;
}
