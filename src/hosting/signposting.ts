import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportPath, inLanguage, pages, permanent, type SitePath } from '../edition/addresses.ts';
import { termsOf } from '../edition/article-types.ts';
import { doiOf } from '../edition/doi.ts';
import { identifiersOf } from '../edition/identifiers.ts';
import { asReleased, type Edition, latestVersion, rootLanguage, type Subject, subjectsOf } from '../edition/model.ts';
import { placeOf } from '../edition/notices.ts';
import { archive, isArchived } from '../edition/offers.ts';
import { successionOf } from '../edition/versions/succession.ts';
import type { Format } from '../formats/format.ts';
import { formatsOf } from '../formats/index.ts';

/** A typed link of a page (RFC 8288), as Signposting has them (https://signposting.org/FAIR/). */
export interface TypedLink {
  readonly relation:
    | 'cite-as'
    | 'describedby'
    | 'item'
    | 'type'
    | 'author'
    | 'license'
    | 'related'
    | 'collection'
    | 'describes'
    | 'latest-version'
    | 'predecessor-version'
    | 'successor-version'
    | 'version-history';
  /** Absolute. */
  readonly href: string;
  /** The path of a file of a version, for pages, which link to it by a relative address; other pages have one address only. */
  readonly path?: SitePath | undefined;
  /** The media type of the target. */
  readonly type?: string | undefined;
  /** The format of the target within its media type (RFC 6906). */
  readonly profile?: string | undefined;
}

/** The files that hold the text to be read; the others describe it. */
const contents: readonly string[] = ['txt', 'md', 'pdf', 'epub', archive.extension];

/** The profiles of the metadata formats that have one: the URI of the vocabulary, which for XML is its namespace. */
const profiles: Readonly<Record<string, string>> = {
  'mods.xml': 'http://www.loc.gov/mods/v3',
  'marc.xml': 'http://www.loc.gov/MARC21/slim',
  'dc.xml': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'datacite.xml': 'http://datacite.org/schema/kernel-4',
  'crossref.xml': 'http://www.crossref.org/schema/5.5.0',
  'tei.xml': 'http://www.tei-c.org/ns/1.0',
  jsonld: 'https://schema.org',
};

const isContent = (format: Pick<Format, 'extension'>) => contents.includes(format.extension);

/** The links of a version's page to its files: what describes it, then what can be read. */
export const fileLinks = (subject: Subject): readonly TypedLink[] =>
  linksOfFiles(subject.edition.site, subject.article.slug, subject.version.number, [
    ...formatsOf(subject),
    ...(isArchived(subject) ? [archive] : []),
  ]);

/** A file as it is linked. */
type Linked = Pick<Format, 'extension' | 'mediaType'>;

/**
 * The links of a page to files.
 *
 * @param site the canonical address
 */
export function linksOfFiles(
  site: string,
  slug: string,
  number: string,
  formats: readonly Linked[],
): readonly TypedLink[] {
  const file = ({ extension, mediaType }: Linked) => {
    const own = exportPath(slug, number, extension);
    return { href: permanent(site, own), path: own, type: mediaType.split(';')[0] };
  };
  return [
    ...formats
      .filter((format) => !isContent(format))
      .map((format): TypedLink => ({ relation: 'describedby', ...file(format), profile: profiles[format.extension] })),
    ...formats.filter(isContent).map((format): TypedLink => ({ relation: 'item', ...file(format) })),
  ];
}

/**
 * The links of a version's page to what is no file of its own: how to cite it, what it is, its other versions (RFC 5829,
 * section 3), who made it, its rights.
 */
export function factLinks(subject: Subject): readonly TypedLink[] {
  const { edition, article, version } = subject;
  const doi = doiOf(subject);
  const { schemaOrg, coar } = termsOf(article);
  const { older, newer } = successionOf(subject);
  const html = (relation: TypedLink['relation'], page: SitePath): TypedLink => ({
    relation,
    href: permanent(edition.site, page),
    type: 'text/html',
  });
  return [
    {
      relation: 'cite-as',
      // A DOI that does not resolve yet is no address to cite.
      href:
        doi.status === 'registered'
          ? `https://doi.org/${doi.value}`
          : permanent(edition.site, pages.version(article.slug, version.number)),
    },
    { relation: 'type', href: 'https://schema.org/AboutPage' },
    { relation: 'type', href: `https://schema.org/${schemaOrg}` },
    { relation: 'type', href: coar.uri },
    html('latest-version', pages.article(article.slug)),
    html('version-history', pages.changes(article.slug)),
    ...(older ? [html('predecessor-version', pages.version(article.slug, older.number))] : []),
    ...(newer ? [html('successor-version', pages.version(article.slug, newer.number))] : []),
    ...article.creators.flatMap(identifiersOf).map(({ uri }): TypedLink => ({ relation: 'author', href: uri })),
    { relation: 'license', href: article.rights.uri },
    // RFC 4287, 4.2.7.2: what is said of it elsewhere. No relation is registered for retractions.
    ...version.notices.flatMap((notice): TypedLink[] => {
      const place = placeOf(notice);
      return place === undefined ? [] : [{ relation: 'related', href: place }];
    }),
  ];
}

/** The link from a version's page to the edition that it belongs to. */
export const collectionLink = (edition: Edition): TypedLink => ({
  relation: 'collection',
  href: edition.site,
  type: 'text/html',
});

/** The links of a version's page: FAIR Signposting profile, landing page. */
export function linksOf(subject: Subject): readonly TypedLink[] {
  return [...factLinks(subject), ...fileLinks(subject), collectionLink(subject.edition)];
}

/** The link from a file of a version back to the page, by what links the page to the file. */
export const backLink = (relation: TypedLink['relation'], page: string): TypedLink => ({
  relation: relation === 'item' ? 'collection' : 'describes',
  href: page,
  type: 'text/html',
});

/** A link context object of RFC 9264, section 4.2.2: the anchor, and the targets of each relation. */
function contextOf(anchor: string, links: readonly TypedLink[]) {
  const relations = [...new Set(links.map((link) => link.relation))];
  const targets = relations.map((relation) => [
    relation,
    links
      .filter((link) => link.relation === relation)
      .map(({ href, type, profile }) => ({
        href,
        ...(type ? { type } : {}),
        // An extension attribute's value is an array (section 4.2.4.3).
        ...(profile ? { profile: [profile] } : {}),
      })),
  ]);
  return { anchor, ...Object.fromEntries(targets) };
}

/** The pages that show a version: its own, and the article's if it is the latest, in every language. */
const pagesOf = ({ edition, article, version }: Subject): readonly SitePath[] =>
  [
    pages.version(article.slug, version.number),
    ...(version === latestVersion(article) ? [pages.article(article.slug)] : []),
  ].flatMap((page) => edition.languages.map((language) => inLanguage(page, language, rootLanguage(edition))));

/** The links of every version's pages, and those from its files back to its page (`application/linkset+json`). */
export function linkset(edition: Edition) {
  return {
    linkset: subjectsOf(edition).flatMap((subject) => {
      const { article, version } = subject;
      const links = linksOf(asReleased(subject));
      const page = permanent(edition.site, pages.version(article.slug, version.number));
      const files = links.filter(({ relation }) => relation === 'describedby' || relation === 'item');
      return [
        ...pagesOf(subject).map((own) => contextOf(permanent(edition.site, own), links)),
        ...files.map(({ href, relation }) => contextOf(href, [backLink(relation, page)])),
      ];
    }),
  };
}

/** Writes `/linkset.json`: Signposting level 2. */
export async function writeLinkset(edition: Edition, folder: string): Promise<void> {
  await writeFile(path.join(folder, 'linkset.json'), `${JSON.stringify(linkset(edition), null, 2)}\n`);
}
