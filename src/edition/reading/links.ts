/**
 * Finds the links between the articles of an edition before these are read, since the pages of an article, which is made without
 * the others, show them. Nothing is parsed but the facts and bibliographies of articles between which there may be a link.
 */
import { readBibliography } from '../../bibliography/load.ts';
import { comparedDoi, type Linkable, linksBetween, ownNames } from '../links.ts';
import type { Edition, Links } from '../model.ts';
import { readContent } from './files.ts';
import { bibliographyOf, frozenBibliographyOf, frozenMetadataOf, metadataOf, noticesOf, versionsOf } from './paths.ts';
import { articleSchema, noticesSchema, versionsSchema } from './schemas.ts';
import { readYaml } from './yaml.ts';

/** The names in the files of an article by which another may know it, or it another. */
export interface Names {
  /** The DOIs in its facts. */
  readonly own: ReadonlySet<string>;
  /** The DOIs and addresses in its bibliographies, its relations and its notices. */
  readonly cited: ReadonlySet<string>;
}

/** What of a file of facts names other works: its relations, and all of a list of notices. */
export const relationsIn = (text: string): string =>
  /^notices:/m.test(text) ? text : (/^relations:.*\n(?:[ \t-].*\n|\n)*/m.exec(`${text}\n`)?.[0] ?? '');

/** What in a text may be a DOI or an address: more than there are. */
export function namesIn(text: string): string[] {
  const words = text.match(/(?:10\.\d{4,9}\/|https?:\/\/)[^\s"'{}]+/g) ?? [];
  return words.map((word) => comparedDoi(word.replace(/[,;.]+$/, '')));
}

/**
 * The links of each article that has some, as far as its files can be read: loading them says what is wrong.
 *
 * @param root the folder of the edition
 * @param edition its DOIs and its address
 * @param names of each article, in their order
 */
export async function readLinks(
  root: string,
  edition: Pick<Edition, 'doi' | 'site' | 'languages'>,
  names: ReadonlyMap<string, Names>,
): Promise<ReadonlyMap<string, Links>> {
  const { slugOfDoi, slugOfAddress } = ownNames(edition);
  const slugsOf = new Map<string, string[]>();
  for (const [slug, { own }] of names) for (const name of own) slugsOf.set(name, [...(slugsOf.get(name) ?? []), slug]);
  const concerned = new Set<string>();
  for (const [slug, { cited }] of names) {
    const others = [...cited]
      .flatMap((name) => [...(slugsOf.get(name) ?? []), slugOfDoi(name) ?? [], slugOfAddress(name) ?? []].flat())
      .filter((other) => other !== slug && names.has(other));
    for (const other of others) concerned.add(slug).add(other);
  }
  const linkables: Linkable[] = [];
  for (const slug of [...names.keys()].filter((one) => concerned.has(one))) {
    const linkable = await readLinkable(root, slug);
    if (linkable) linkables.push(linkable);
  }
  return linksBetween(edition, linkables);
}

/** The facts and works of the version that is published, the last that is released, else the draft; and every notice. */
async function readLinkable(root: string, slug: string): Promise<Linkable | undefined> {
  const text = async (file: string) => {
    const content = await readContent(root, file, 'frozen');
    return 'faults' in content ? '' : content.text;
  };
  const listFile = versionsOf(slug);
  const list = readYaml(await text(listFile), versionsSchema, listFile);
  if ('faults' in list) return undefined;
  const released = list.value.findLast(({ digest }) => digest !== undefined)?.version;
  const factsFile = released === undefined ? metadataOf(slug) : frozenMetadataOf(slug, released);
  const facts = readYaml(await text(factsFile), articleSchema, factsFile);
  if ('faults' in facts) return undefined;
  const worksFile = released === undefined ? bibliographyOf(slug) : frozenBibliographyOf(slug, released);
  const { works } = readBibliography(await text(worksFile), worksFile);
  const noticesFile = noticesOf(slug);
  const notices = readYaml(await text(noticesFile), noticesSchema, noticesFile);
  return { ...facts.value, slug, works, versions: [{ notices: 'faults' in notices ? [] : notices.value.notices }] };
}
