/** A search in some of the articles, those that stand on a shelf, and its results in the order of their dates. */
import type { Engine } from './engine.ts';
import type { Filters, Findings, Result } from './findings.ts';
import type { Leaves } from './leaves.ts';

/** What the search page knows of where articles stand, by slug. */
export type Places = Readonly<
  Record<
    string,
    {
      /** The shelves that have it, as the form names them: `issue=3-4`, `author=orcid-0000-0002-1825-0097`. */
      readonly on?: readonly string[];
      /** When it was published, to be compared. */
      readonly date?: string;
    }
  >
>;

/** The names of the choices that are shelves. */
export const shelfChoices = ['issue', 'year', 'author', 'type'] as const;

/** The articles that stand on every shelf that is chosen; nothing where none is. */
export function articlesOn(chosen: Filters, places: Places): ReadonlySet<string> | undefined {
  const wanted = shelfChoices.flatMap((name) => (chosen[name] === undefined ? [] : [`${name}=${chosen[name]}`]));
  if (wanted.length === 0) return undefined;
  const isOn = ([, { on = [] }]: [string, Places[string]]) => wanted.every((shelf) => on.includes(shelf));
  return new Set(
    Object.entries(places)
      .filter(isOn)
      .map(([slug]) => slug),
  );
}

/** The articles by their dates, the newest first; those of one date together. */
function byDate(slugs: Iterable<string>, places: Places): string[][] {
  const groups = Map.groupBy(slugs, (slug) => places[slug]?.date ?? '');
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, group]) => group);
}

/** Leaves in some articles alone, group after group. */
const narrowedLeaves = (leaves: Leaves, groups: readonly (readonly string[])[]): Leaves => {
  const all = new Set(groups.flat());
  return {
    find: async (terms, wanted) => {
      const { article } = wanted;
      const isAsked = (slug: string) =>
        article === undefined || (typeof article === 'string' ? article === slug : article.any.includes(slug));
      const found: string[] = [];
      for (const group of groups) {
        const any = group.filter(isAsked);
        if (any.length > 0) found.push(...(await leaves.find(terms, { ...wanted, article: { any } })));
      }
      return found;
    },
    texts: async (ids) => (await leaves.texts(ids)).filter(({ article }) => all.has(article)),
  };
};

/**
 * An engine that finds in some articles alone.
 *
 * @param articles their slugs; all where nothing is given
 * @param isByDate whether what may answer is looked at in the order of the dates: only the first of it is, unasked
 */
export function narrowed(
  engine: Engine,
  articles: ReadonlySet<string> | undefined,
  places: Places,
  isByDate: boolean,
): Engine {
  if (!articles && !isByDate) return engine;
  const slugs = articles ?? new Set(Object.keys(places));
  const groups = isByDate ? byDate(slugs, places) : [[...slugs]];
  const { wider } = engine;
  const whole = engine.whole()?.then(({ collection, field }) => ({
    collection: collection.only(({ passage }) => slugs.has(passage.article)),
    field,
  }));
  return {
    ...engine,
    ...narrowedLeaves(engine, groups),
    wider: wider && (async () => narrowedLeaves(await wider(), groups)),
    articles: async () => (await engine.articles()).filter(({ article }) => slugs.has(article)),
    whole: () => whole,
  };
}

/** Findings in the order of the dates of their articles; those of one date as they were. */
export function newestFirst(findings: Findings, places: Places): Findings {
  const dateOf = ({ passage }: Result) => places[passage.article]?.date ?? '';
  return {
    ...findings,
    results: findings.results.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0)),
    goOn: async () => newestFirst(await findings.goOn(), places),
  };
}
