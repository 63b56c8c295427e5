/**
 * Links between the articles of an edition: one cites another, translates, reviews or supplements it, or is a notice of it. A cited work is another article where its identification is sure
 * and its DOI or its address is that article's, here or as it was published before; a title alone tells nothing.
 */
import { type CitedWork, surelyIdentified } from '../bibliography/work.ts';
import { inLanguage, permanent } from './addresses.ts';
import { type Article, type Edition, type Links, type Metadata, type Neighbour, rootLanguage } from './model.ts';
import type { Notice } from './notices.ts';
import { type RelatedHereKind, relatedHereKinds } from './relations.ts';

/** As much of an article as links need: its facts, the works of its latest version, and what was said of any version since. */
export interface Linkable extends Pick<Metadata, 'language' | 'titles' | 'creators' | 'record' | 'relations'> {
  readonly slug: string;
  readonly works: readonly CitedWork[];
  readonly versions: readonly { readonly notices: readonly Notice[] }[];
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

/** A work as another article names it. */
interface Named {
  readonly doi?: string | undefined;
  readonly url?: string | undefined;
}

/** Finds the article that a work is: by the DOI or the address that it was published under, or that the edition gave it. */
function finder(edition: Pick<Edition, 'doi' | 'site' | 'languages'>, articles: readonly Linkable[]) {
  const { slugOfDoi, slugOfAddress } = ownNames(edition);
  const slugs = new Set(articles.map(({ slug }) => slug));
  const published = new Map(
    articles.flatMap(({ slug, record }) => (record?.doi ? [[comparedDoi(record.doi.value), slug] as const] : [])),
  );
  return ({ doi, url }: Named): string | undefined =>
    [doi && (published.get(comparedDoi(doi)) ?? slugOfDoi(doi)), url && slugOfAddress(url)].find(
      (slug) => slug !== undefined && slugs.has(slug),
    );
}

const isRelatedHere = (kind: string): kind is RelatedHereKind => (relatedHereKinds as readonly string[]).includes(kind);

/** What an article states of other works, and what its notices name. */
const statementsOf = ({ relations = [], versions }: Linkable): readonly (Named & { readonly kind: string })[] => [
  ...relations,
  ...versions.flatMap(({ notices }) => notices),
];

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
  const find = finder(edition, articles);
  const all = articles.map((article) => ({
    article,
    cites: article.works.flatMap((work) => {
      const slug = find(surelyIdentified(work));
      return slug !== undefined && slug !== article.slug ? [{ key: work.key, slug }] : [];
    }),
  }));
  const citing = Map.groupBy(
    all.flatMap(({ article, cites }) => [...new Set(cites.map(({ slug }) => slug))].map((slug) => ({ slug, article }))),
    ({ slug }) => slug,
  );
  const related = Map.groupBy(
    articles.flatMap((article) => {
      const found = statementsOf(article).flatMap(({ kind, ...named }) => {
        const slug = isRelatedHere(kind) ? find(named) : undefined;
        return slug !== undefined && slug !== article.slug ? [`${kind} ${slug}`] : [];
      });
      return [...new Set(found)].map((one) => {
        const [kind, slug] = one.split(' ') as [RelatedHereKind, string];
        return { slug, kind, article };
      });
    }),
    ({ slug }) => slug,
  );
  return new Map(
    all.flatMap(({ article, cites }): [string, Links][] => {
      const by = citing.get(article.slug) ?? [];
      const others = related.get(article.slug) ?? [];
      if (cites.length + by.length + others.length === 0) return [];
      const links: Links = {
        cites,
        citedBy: by.map((one) => neighbourOf(one.article)),
        relatedBy: others.map((one) => ({ kind: one.kind, article: neighbourOf(one.article) })),
      };
      return [[article.slug, links]];
    }),
  );
}

/** Articles with their links. */
export const withLinks = (articles: readonly Article[], links: ReadonlyMap<string, Links>): readonly Article[] =>
  articles.map((article) => {
    const own = links.get(article.slug);
    return own ? { ...article, links: own } : article;
  });
