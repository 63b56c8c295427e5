/**
 * How FAIR the page of a version is, by the metrics of F-UJI 0.8 (https://doi.org/10.5281/zenodo.15045911): what a harvester learns
 * from the schema.org record that the page embeds, from its typed links and from the files to which they lead. Nothing is fetched:
 * whether a host serves them is another question, and a DOI counts once it is registered.
 */
import { doiOf } from '../edition/doi.ts';
import { asReleased, type Subject } from '../edition/model.ts';
import { formats, formatsOf, textFiles } from '../formats/index.ts';
import { scholarlyArticle } from '../formats/jsonld.ts';
import { linksOf } from './signposting.ts';

/** A metric, and how much of it a version earns. */
export interface FairMetric {
  /** `FsF-F1-01MD` */
  readonly id: string;
  readonly score: number;
  readonly total: number;
  /** What is missing, and what to do about it; absent of a whole score. */
  readonly fix?: string | undefined;
}

type Said = Readonly<Record<string, unknown>>;

/** Hosts that stand for one that is not chosen yet (RFC 2606). */
const isPlaceholder = (site: string): boolean => /\.(?:example|invalid|test)$/.test(new URL(site).hostname);

/** Each test: what it gives, whether it is met, and what to do where it is not. */
interface Test {
  readonly score: number;
  readonly isMet: boolean;
  readonly fix: string;
}

const metric = (id: string, total: number, tests: readonly Test[]): FairMetric => {
  const earned = tests.reduce((sum, { score, isMet }) => sum + (isMet ? score : 0), 0);
  const missing = new Set(tests.filter(({ isMet }) => !isMet).map(({ fix }) => fix));
  const score = Math.min(total, earned);
  return { id, score, total, ...(score < total ? { fix: [...missing].join('; ') } : {}) };
};

/** Every metric of the version's page, in the order of the standard. */
export async function fairOf(given: Subject): Promise<readonly FairMetric[]> {
  const subject = asReleased(given);
  const { edition } = subject;
  const texts = formats.filter(({ extension }) => extension === 'txt');
  const sizes = new Map<string, number>();
  for (const { extension, write } of texts) sizes.set(extension, Buffer.byteLength(await write(subject)));
  const record: Said = scholarlyArticle(subject, textFiles(sizes, formatsOf(subject)));
  const links = linksOf(subject);
  const linked = (relation: string) => links.filter((link) => link.relation === relation);
  const has = (...names: readonly string[]) =>
    names.every((name) => {
      const value = record[name];
      return value !== undefined && (!Array.isArray(value) || value.length > 0);
    });
  const encoding = (record['encoding'] ?? []) as readonly Said[];
  const isRegistered = doiOf(subject).status === 'registered';
  const isWeb = (address: unknown) => /^https?:/.test(String(address));
  const isThere = !isPlaceholder(edition.site);
  const address = 'write the address at which the edition stands as site: in edition.yaml';
  const core = has('author', 'headline', 'url', 'datePublished', 'publisher', '@type');
  const works = ['isBasedOn', 'exampleOfWork', 'isPartOf', 'mentions'].filter((name) => has(name));
  const file = 'no file of the text is offered';
  return [
    metric('FsF-F1-01MD', 1, [{ score: 1, isMet: isWeb(record['@id']), fix: address }]),
    metric('FsF-F1-02MD', 1, [
      {
        score: 0.5,
        isMet: isRegistered,
        fix: 'register the DOI of the version (doi: in edition.yaml, or a notice of the kind doi)',
      },
      {
        score: 0.5,
        isMet: isRegistered,
        fix: 'register the DOI of the version (doi: in edition.yaml, or a notice of the kind doi)',
      },
    ]),
    metric('FsF-F2-01M', 2, [
      { score: 1, isMet: core, fix: 'write creators, title and publisher' },
      { score: 1, isMet: core && has('abstract', 'keywords'), fix: 'write an abstract and keywords:' },
    ]),
    metric('FsF-F3-01M', 1, [{ score: 1, isMet: encoding.some((one) => isWeb(one['contentUrl'])), fix: file }]),
    metric('FsF-F4-01M', 2, [
      { score: 2, isMet: record['@context'] === 'https://schema.org', fix: 'no record is embedded' },
    ]),
    metric('FsF-A1-01M', 1, [
      {
        score: 1,
        isMet: has('conditionsOfAccess'),
        fix: 'write access: open or restricted under rights: in article.yaml',
      },
    ]),
    metric('FsF-A1-02MD', 2, [
      { score: 1, isMet: isThere, fix: address },
      { score: 1, isMet: isThere && linked('item').length > 0, fix: address },
    ]),
    metric('FsF-A1.1-01MD', 2, [
      { score: 1, isMet: linked('cite-as').every(({ href }) => isWeb(href)), fix: address },
      { score: 1, isMet: encoding.every((one) => isWeb(one['contentUrl'])), fix: file },
    ]),
    // HTTP has its own authentication (RFC 9110, section 11).
    metric('FsF-A1.2-01MD', 2, [
      { score: 1, isMet: linked('cite-as').every(({ href }) => isWeb(href)), fix: address },
      { score: 1, isMet: encoding.every((one) => isWeb(one['contentUrl'])), fix: file },
    ]),
    metric('FsF-I1-01M', 2, [
      { score: 2, isMet: record['@context'] !== undefined, fix: 'no record is embedded' },
      {
        score: 2,
        isMet: linked('describedby').some(({ type }) => type === 'application/ld+json'),
        fix: 'no record is linked',
      },
    ]),
    metric('FsF-I2-01M', 2, [
      { score: 2, isMet: /^http:\/\/purl\.org\/coar\//.test(String(record['additionalType'])), fix: 'write type:' },
    ]),
    metric('FsF-I3-01M', 2, [
      { score: 2, isMet: works.length > 0 || linked('version-history').length > 0, fix: 'write relations:' },
    ]),
    metric('FsF-R1-01M', 2, [
      { score: 1, isMet: has('@type', 'additionalType'), fix: 'write type:' },
      { score: 1, isMet: encoding.some((one) => one['encodingFormat'] && one['contentSize']), fix: file },
    ]),
    metric('FsF-R1.1-01M', 1, [
      { score: 1, isMet: has('license') && linked('license').length > 0, fix: 'write rights:' },
    ]),
    metric('FsF-R1.2-01M', 1, [
      { score: 1, isMet: has('author', 'publisher', 'datePublished'), fix: 'write creators and publisher' },
      { score: 1, isMet: has('http://purl.org/pav/version'), fix: 'no provenance is said' },
    ]),
    metric('FsF-R1.3-01M', 1, [
      {
        score: 1,
        isMet: linked('describedby').some(({ profile }) => profile !== undefined),
        fix: 'no record has a profile',
      },
    ]),
    metric('FsF-R1.3-02D', 1, [
      { score: 1, isMet: encoding.some((one) => String(one['encodingFormat']).startsWith('text/')), fix: file },
    ]),
  ];
}

/** The sum of some metrics. */
export const sumOf = (metrics: readonly FairMetric[]): { readonly score: number; readonly total: number } => ({
  score: metrics.reduce((sum, { score }) => sum + score, 0),
  total: metrics.reduce((sum, { total }) => sum + total, 0),
});
