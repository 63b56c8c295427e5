/** What a work is to a style: what a style of the CSL project leaves out, misplaces or has no form for. docs/citing-styles.md lists it. */
import type { CitationStyle } from '../bibliography/citation-styles.ts';
import { type CslItem, conferenceOnce } from '../bibliography/csl-item.ts';
import { sayPages } from '../bibliography/styles/iranian-journals.ts';
import { ownStyles } from '../bibliography/styles/persian.ts';
import { printsVersion, versionWords } from '../bibliography/styles/version.ts';
import type { Work } from '../bibliography/work.ts';
import { versionLabel } from './passage.ts';

/**
 * What a whole work names of the site that has it: a report who publishes it, a preprint the archive (APA 7, sections 10.4 and 10.8). A
 * thesis names the university alone; where it is online, its address says (Chicago, 17th edition, section 14.215).
 */
export function placedIn(work: Work): Work {
  if (work.type === 'report' || work.type === 'thesis') return { ...work, container: undefined };
  if (work.type !== 'preprint' || work.container === undefined) return work;
  return { ...work, container: undefined, publisher: work.container };
}

/** The styles for which a page of a site is a part of that, which precedes it, or has no date: to them it is a document. */
const asDocument: readonly string[] = ['vancouver', 'ieee'];
/** The styles that name a site and not who keeps it: APA 7 (section 10.16), Chicago notes (14.207). */
const withoutPublisher: readonly string[] = ['apa', 'chicago-notes'];

/** The styles that say where a work is online by its address alone, and so leave out a DOI of most types. */
const byAddress: readonly string[] = ['vancouver', 'iso690'];

/** The styles that leave out the number of a report, or set it apart from its kind: `Working paper 27` is one part (MLA 9, 5.51). */
const oneNumber: readonly string[] = ['chicago-notes', 'mla', 'iso690'];

/** What has no form of its own in a style that would leave out where it stands or its number, and as what it is printed. */
const standIns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  chicago: { standard: 'report', interview: 'article-magazine' },
  'chicago-notes': { standard: 'report', interview: 'article-magazine', 'entry-encyclopedia': 'chapter' },
  harvard: { standard: 'report', interview: 'article-magazine', 'entry-encyclopedia': 'chapter' },
  vancouver: { standard: 'report' },
  ieee: { 'entry-encyclopedia': 'chapter' },
  iso690: { interview: 'article-magazine', 'entry-encyclopedia': 'chapter' },
};

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const suffixes: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };
/** `3rd ed` (ISO 690:2021, section 4.6); the style sets the full stop. */
const sayEdition = (number: number): string => `${number}${suffixes[ordinals.select(number)] ?? 'th'} ed`;

/** An item as a style prints it. */
export function inStyle(printed: CslItem, { id, csl, locale }: CitationStyle): CslItem {
  const { version, ...item } = csl in ownStyles ? conferenceOnce(printed) : printed;
  const isPage = item.type === 'webpage' && item['container-title'] !== undefined;
  const said = version === undefined ? undefined : versionLabel(String(version), locale);
  return {
    ...item,
    ...(said === undefined
      ? {}
      : csl in ownStyles
        ? { version }
        : printsVersion(csl)
          ? // Behind the title itself it begins a part.
            { version: item['container-title'] === undefined ? said : said.toLowerCase() }
          : { [versionWords]: said }),
    ...(csl === 'persian' && typeof item['page'] === 'string' ? { page: sayPages(item['page']) } : {}),
    ...(byAddress.includes(id) && item['URL'] === undefined && typeof item['DOI'] === 'string'
      ? { URL: `https://doi.org/${item['DOI']}` }
      : {}),
    ...(item.type === 'report' && oneNumber.includes(id) && item['number'] !== undefined
      ? { genre: [item['genre'], item['number']].filter(Boolean).join(' '), number: '' }
      : {}),
    ...(id === 'iso690' && /^\d+$/.test(`${item['edition']}`) ? { edition: sayEdition(Number(item['edition'])) } : {}),
    type: standIns[id]?.[item.type] ?? item.type,
    ...(isPage && asDocument.includes(id) ? { type: 'document' } : {}),
    ...(isPage && withoutPublisher.includes(id) ? { publisher: '' } : {}),
  };
}
