/**
 * Links between the articles of an edition: one cites another. A cited work is another article where its identification is sure
 * and its DOI or its address is that article's, here or as it was published before; a title alone tells nothing.
 */
import { type CitedWork, surelyIdentified } from '../bibliography/work.ts';
import { inLanguage, permanent } from './addresses.ts';
import { type Article, type Edition, type Links, type Metadata, type Neighbour, rootLanguage } from './model.ts';

/** As much of an article as links need: its facts, and the works of its latest version. */
export interface Linkable extends Pick<Metadata, 'language' | 'titles' | 'creators' | 'record'> {
  readonly slug: string;
  readonly works: readonly CitedWork[];
}

/** A DOI as it is compared: their letters have no case (DOI Handbook, section 2.4). */
export const comparedDoi = (doi: string): string => doi.toLowerCase();

/** Tells which article the edition itself gave a DOI or an address: the slug, which may be of no article. */
export interface OwnNames {
  readonly slugOfDoi: (doi: string) => string | undefined;
  readonly slugOfAddress: (url: string) => string | undefined;
}

/** The names that an edition gives to its articles, all versions and each (`doi.ts`, `addresses.ts`). */
export function ownNames(edition: Pick<Edition, 'doi' | 'site' | 'languages'>): OwnNames {
  const { doi, site } = edition;
  const suffix = (doi?.suffix ?? 'estenad.{slug}.{version}')
    .replaceAll('.', '\\.')
    .replace('{slug}', '([a-z0-9-]+)')
    .replace(/((?:\\\.|[_-])?)\{version\}/, '(?:$1\\d+\\.\\d+\\.\\d+)?');
  const form = doi && new RegExp(`^${doi.prefix.replace('.', '\\.')}/${suffix}$`, 'i');
  const roots = edition.languages.map((language) =>
    permanent(site, inLanguage('articles/', language, rootLanguage(edition))),
  );
  return {
    slugOfDoi: (value) => form?.exec(value)?.[1]?.toLowerCase(),
    slugOfAddress: (url) => {
      const root = roots.find((one) => url.startsWith(one));
      return root && /^[a-z0-9-]+/.exec(url.slice(root.length))?.[0];
    },
  };
}

/** What pages say of an article that another one is linked to. */
const neighbourOf = ({ slug, language, titles, creators }: Linkable): Neighbour => ({
  slug,
  language,
  titles,
  creators: creators.map(({ name }) => ({ name })),
});

/**
 * The links of each article that has some.
 *
 * @param edition its DOIs and its address
 * @param articles in their order, in which those that cite one stand
 */
export function linksBetween(
  edition: Pick<Edition, 'doi' | 'site' | 'languages'>,
  articles: readonly Linkable[],
): ReadonlyMap<string, Links> {
  const { slugOfDoi, slugOfAddress } = ownNames(edition);
  const slugs = new Set(articles.map(({ slug }) => slug));
  const published = new Map(
    articles.flatMap(({ slug, record }) => (record?.doi ? [[comparedDoi(record.doi.value), slug] as const] : [])),
  );
  const citedBy = (article: Linkable) =>
    article.works.flatMap((work) => {
      const { doi, url } = surelyIdentified(work);
      const named = [doi && (published.get(comparedDoi(doi)) ?? slugOfDoi(doi)), url && slugOfAddress(url)].find(
        (slug) => slug !== undefined && slugs.has(slug),
      );
      return named && named !== article.slug ? [{ key: work.key, slug: named }] : [];
    });
  const all = articles.map((article) => ({ article, cites: citedBy(article) }));
  const citing = Map.groupBy(
    all.flatMap(({ article, cites }) => [...new Set(cites.map(({ slug }) => slug))].map((slug) => ({ slug, article }))),
    ({ slug }) => slug,
  );
  return new Map(
    all.flatMap(({ article, cites }): [string, Links][] => {
      const by = citing.get(article.slug) ?? [];
      if (cites.length + by.length === 0) return [];
      return [[article.slug, { cites, citedBy: by.map((one) => neighbourOf(one.article)) }]];
    }),
  );
}

/** Articles with their links. */
export const withLinks = (articles: readonly Article[], links: ReadonlyMap<string, Links>): readonly Article[] =>
  articles.map((article) => {
    const own = links.get(article.slug);
    return own ? { ...article, links: own } : article;
  });
