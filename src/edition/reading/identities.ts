/** Whether an identifier stands for one person in all articles: readers would find the articles of two under one name. */
import { isBody } from '../../bibliography/work.ts';
import type { Fault } from '../../faults.ts';
import { formsOf } from '../../text/languages.ts';
import { identifiersOf } from '../identifiers.ts';
import type { Article, Creator } from '../model.ts';
import type { LineOf } from './yaml.ts';

/** The creators that the facts of an article name, and where. */
export interface NamedCreators {
  readonly file: string;
  readonly lineOf: LineOf;
  readonly creators: readonly Creator[];
}

/** The field of `creators` that states an identifier. */
const fields = { ORCID: 'orcid', ROR: 'ror', ISNI: 'isni', Wikidata: 'wikidata' } as const;

/** The words of a name in all its forms: families are renamed, and given names shortened, but seldom both. */
const wordsOf = ({ name }: Creator): readonly string[] =>
  formsOf(name).flatMap(({ value }) =>
    (isBody(value) ? value.literal : `${value.family} ${value.given ?? ''}`)
      .toLowerCase()
      .split(/[\s.\-\u200c]+/)
      .filter((word) => word !== ''),
  );

/** Whether two names have no word in common, and so cannot be of one person that anybody would know. */
export function areOthers(one: Creator, other: Creator): boolean {
  const words = new Set(wordsOf(one));
  return !wordsOf(other).some((word) => words.has(word));
}

/**
 * Two people with one identifier: two creators of an article, or those of two articles whose names have nothing in common.
 *
 * @returns a fault for each place where an identifier stands for somebody else than at its first one
 */
export function faultsOfIdentities(named: readonly NamedCreators[]): Fault[] {
  const first = new Map<string, { readonly file: string; readonly line: number; readonly creator: Creator }>();
  const faults: Fault[] = [];
  for (const { file, lineOf, creators } of named) {
    const own = new Set<string>();
    creators.forEach((creator, index) => {
      for (const { scheme, uri } of identifiersOf(creator)) {
        const line = lineOf(['creators', index, fields[scheme]]);
        const earlier = first.get(uri);
        if (!earlier) first.set(uri, { file, line, creator });
        else if (own.has(uri) || areOthers(earlier.creator, creator))
          faults.push({
            file,
            line,
            what: `${scheme} ${uri.slice(uri.lastIndexOf('/') + 1)} is also that of somebody else, in ${earlier.file}:${earlier.line}`,
            fix: `look both up at ${uri}, and give each person their own; leave the line out where it is not known`,
          });
        own.add(uri);
      }
    });
  }
  return faults;
}

/** Whether an identifier stands for two people in articles of which the files are not at hand. */
export const hasSharedIdentity = (articles: readonly Pick<Article, 'slug' | 'creators'>[]): boolean =>
  faultsOfIdentities(articles.map(({ slug, creators }) => ({ file: slug, lineOf: () => 1, creators }))).length > 0;
