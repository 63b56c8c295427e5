/**
 * The works of a list of references in JATS whose parts are told apart (`element-citation`), as CSL-JSON. Pandoc reads these too,
 * without bodies that are authors, names in two scripts, languages, titles of chapters, roles, days and most identifiers.
 */
import type { Element, Root } from 'xast';
import { contributorRoles, roleLabels } from '../../bibliography/contributors.ts';
import { allNamed, attribute, childrenNamed, said, textOf } from './xml.ts';

type Item = Record<string, unknown>;

/** What `publication-type` is called in CSL; of a part of a book, a chapter. */
const types: Readonly<Record<string, string>> = {
  ...{ journal: 'article-journal', newspaper: 'article-newspaper', book: 'book', confproc: 'paper-conference' },
  ...{ thesis: 'thesis', report: 'report', patent: 'patent', standard: 'standard', preprint: 'article' },
  ...{ data: 'dataset', software: 'software', video: 'motion_picture', interview: 'interview', web: 'webpage' },
};

/** The groups of people that CSL has a variable for. */
const groups: Readonly<Record<string, string>> = {
  ...{ author: 'author', editor: 'editor', translator: 'translator', compiler: 'compiler', director: 'director' },
  ...{ 'guest-editor': 'editor', inventor: 'author' },
};

/** The variables of elements whose words are their value. */
const plain: Readonly<Record<string, string>> = {
  ...{ series: 'collection-title', 'conf-name': 'event-title', 'publisher-name': 'publisher', edition: 'edition' },
  ...{ 'publisher-loc': 'publisher-place', 'conf-loc': 'event-place', version: 'version', volume: 'volume' },
  ...{ issue: 'issue', patent: 'number', std: 'number', issn: 'ISSN', isbn: 'ISBN' },
};

/** The variables of comments that our own export makes of what JATS has no element for. */
const comments: Readonly<Record<string, string>> = {
  ...{
    chapter: 'chapter-number',
    genre: 'genre',
    'original-title': 'original-title',
    'original-date': 'original-date',
  },
};

const identifiers: Readonly<Record<string, string>> = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID' };

const titles = ['article-title', 'chapter-title', 'data-title', 'part-title'];

/**
 * @param language that of the article, in which a work is whose language is not said; only exports of ours say the others
 * @returns each work whose parts are told apart, by the id of its reference
 */
export function worksInJats(root: Root, language: string | undefined): ReadonlyMap<string, Item> {
  return new Map(
    allNamed(root, 'ref').flatMap((ref) => {
      const [citation] = childrenNamed(ref, 'element-citation');
      const id = attribute(ref, 'id');
      return citation === undefined || id === undefined ? [] : [[id, itemOf(citation, language)] as const];
    }),
  );
}

function itemOf(citation: Element, around: string | undefined): Item {
  const own = (name: string) => childrenNamed(citation, name).map((one) => textOf(one))[0] || undefined;
  const [part] = titles.flatMap((name) => childrenNamed(citation, name));
  // An article of which only the journal is known.
  const inWhole = part !== undefined || /^(?:journal|newspaper)$/.test(attribute(citation, 'publication-type') ?? '');
  const source = own('source');
  const language = attribute(citation, 'xml:lang') ?? around;
  const custom: Record<string, string | undefined> = {
    'title-in-english': translated(citation, inWhole ? 'trans-title' : 'trans-source'),
    'container-in-english': inWhole ? translated(citation, 'trans-source') : undefined,
    'solar-hijri-year': childrenNamed(citation, 'year')
      .filter((year) => attribute(year, 'calendar') === 'Solar Hijri')
      .map((year) => textOf(year))[0],
  };
  const item: Item = {
    type: typeOf(citation),
    title: part ? textOf(part) : inWhole ? undefined : source,
    'container-title': inWhole ? source : undefined,
    language,
    issued: dateOf(citation),
    page: pagesOf(citation),
    ...Object.fromEntries(Object.entries(plain).map(([name, variable]) => [variable, own(name)])),
    ...peopleOf(citation, custom),
  };
  if (item['number'] === undefined) item['number'] = own('patent') ?? own('std');
  for (const id of childrenNamed(citation, 'pub-id')) {
    const kind = attribute(id, 'pub-id-type') ?? '';
    const variable = identifiers[kind];
    if (variable) item[variable] = textOf(id);
    else if (kind === 'arxiv' || kind === 'archive') {
      item['archive'] = kind === 'arxiv' ? 'arxiv' : undefined;
      item['archive_location'] = textOf(id);
    } else custom[attribute(id, 'custom-type') ?? kind] = textOf(id);
  }
  const [address] = [...childrenNamed(citation, 'uri'), ...childrenNamed(citation, 'ext-link')];
  if (address) {
    const url = attribute(address, 'xlink:href') ?? textOf(address);
    const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/.exec(url)?.[1];
    if (doi !== undefined && item['DOI'] === undefined) item['DOI'] = doi;
    else item['URL'] = url;
  }
  const notes: string[] = [];
  for (const comment of childrenNamed(citation, 'comment')) {
    const kind = attribute(comment, 'content-type') ?? '';
    const variable = comments[kind];
    if (variable === 'original-date') item[variable] = { raw: textOf(comment) };
    else if (variable) item[variable] = textOf(comment);
    // What an edition says of how it found the work is its own.
    else if (!kind.startsWith('identification-')) notes.push(textOf(comment));
  }
  if (notes.length > 0) item['note'] = notes.join('. ');
  const known = Object.entries(custom).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    Object.entries({ ...item, ...(known.length > 0 ? { custom: Object.fromEntries(known) } : {}) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

function typeOf(citation: Element): string {
  const kind = attribute(citation, 'publication-type') ?? '';
  if (kind === 'legal') return childrenNamed(citation, 'article-title').length > 0 ? 'legal_case' : 'legislation';
  if (kind === 'book' && childrenNamed(citation, 'chapter-title').length > 0) return 'chapter';
  return (
    types[kind] ??
    (childrenNamed(citation, 'article-title').length > 0 && said(citation, 'volume') ? 'article-journal' : 'document')
  );
}

const translated = (citation: Element, name: string): string | undefined =>
  childrenNamed(citation, name)
    .filter((one) => (attribute(one, 'xml:lang') ?? 'en') === 'en')
    .map((one) => textOf(one))[0];

function dateOf(citation: Element): Item | undefined {
  const gregorian = childrenNamed(citation, 'year').filter((year) => attribute(year, 'calendar') !== 'Solar Hijri');
  const [year] = gregorian;
  const interval = childrenNamed(citation, 'string-date').map((one) => textOf(one))[0];
  if (year === undefined) return interval === undefined ? undefined : { raw: interval };
  const iso = attribute(year, 'iso-8601-date');
  if (iso !== undefined) return { raw: iso };
  const parts = ['day', 'month', 'season'].map((name) => said(citation, name));
  const numbers = [textOf(year), parts[1], parts[0]].filter((part) => part !== undefined);
  if (parts[2] === undefined && numbers.every((part) => /^\d+$/.test(part))) return { 'date-parts': [numbers] };
  // A letter that tells apart two works of one year is none of the year.
  return {
    raw: [...parts, textOf(year)]
      .filter(Boolean)
      .join(' ')
      .replace(/(\d{4})[a-z]$/, '$1'),
  };
}

function pagesOf(citation: Element): string | undefined {
  const [first, last] = [said(citation, 'fpage'), said(citation, 'lpage')];
  const range = said(citation, 'page-range') ?? (first && last ? `${first}-${last}` : first);
  return range ?? said(citation, 'elocation-id');
}

/** @param custom gets those whom CSL has no variable for, and names in another script */
function peopleOf(citation: Element, custom: Record<string, string | undefined>): Item {
  const people: Item = {};
  const found = childrenNamed(citation, 'person-group');
  const bare = { ...citation, children: citation.children.filter((one) => one.type === 'element' && isName(one)) };
  for (const group of [...found, ...(bare.children.length > 0 ? [bare] : [])]) {
    const { own, other } = namesIn(group);
    const kind = attribute(group, 'person-group-type') ?? 'author';
    const variable = groups[kind];
    if (variable) people[variable] = own;
    else {
      const role =
        kind === 'assignee'
          ? 'holder'
          : contributorRoles.find((one) => roleLabels[one] === attribute(group, 'custom-type'));
      custom[role ? roleLabels[role].toLowerCase().replaceAll(' ', '-') : kind] = sayNames(own);
    }
    if (variable === 'author' && other.length > 0)
      custom[other.some(({ isLatin }) => isLatin) ? 'author-in-latin-script' : 'author-in-persian-script'] =
        sayNames(other);
  }
  return people;
}

interface CslName {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly literal?: string | undefined;
}

const nameElements = ['name', 'string-name', 'collab', 'name-alternatives', 'collab-alternatives', 'etal'];

const isName = ({ name }: Element): boolean => nameElements.includes(name);

function namesIn(group: Element): { own: CslName[]; other: (CslName & { isLatin: boolean })[] } {
  const own: CslName[] = [];
  const other: (CslName & { isLatin: boolean })[] = [];
  for (const element of group.children) {
    if (element.type !== 'element' || !isName(element)) continue;
    const forms = element.name.endsWith('-alternatives')
      ? element.children.flatMap((one) => (one.type === 'element' ? [one] : []))
      : [element];
    const [first, second] = forms;
    if (first) own.push(nameOf(first));
    if (second) other.push({ ...nameOf(second), isLatin: /Latn/.test(attribute(second, 'xml:lang') ?? 'Latn') });
  }
  return { own, other };
}

function nameOf(element: Element): CslName {
  if (element.name === 'etal') return { literal: 'others' };
  const family = said(element, 'surname');
  if (element.name === 'collab' || family === undefined)
    return { literal: said(element, 'given-names') ?? textOf(element) };
  const given = [said(element, 'given-names'), said(element, 'suffix')].filter(Boolean).join(', ');
  return { family, given: given === '' ? undefined : given };
}

const sayNames = (names: readonly CslName[]): string =>
  names.map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', ')).join('; ');
