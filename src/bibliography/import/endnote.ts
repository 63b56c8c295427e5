/**
 * Lists of EndNote, in its tagged form and in its XML, as records with the tags of RIS, of which citation-js knows what each
 * means in every type; the guard that tells what is left out is that of RIS, too. (biblatex-csl-converter reads both forms, but
 * keeps neither DOI, day, translator nor language of the tagged one.)
 */
import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { ImportedFile } from './imported.ts';
import { type Line, recordOf, worksOf } from './ris.ts';

/** EndNote's reference types (EndNote 21 User Guide, «Reference Types») and those of RIS. */
const types: Readonly<Record<string, string>> = {
  ...{ 'Journal Article': 'JOUR', 'Electronic Article': 'EJOUR', 'Magazine Article': 'MGZN' },
  ...{ 'Newspaper Article': 'NEWS', Book: 'BOOK', 'Electronic Book': 'BOOK', 'Edited Book': 'EDBOOK' },
  ...{ 'Classical Work': 'BOOK', 'Ancient Text': 'BOOK', Serial: 'BOOK', Catalog: 'BOOK', Pamphlet: 'BOOK' },
  ...{ 'Book Section': 'CHAP', 'Electronic Book Section': 'CHAP', 'Conference Paper': 'CPAPER' },
  ...{ 'Conference Proceedings': 'CONF', Encyclopedia: 'ENCYC', Dictionary: 'DICT', Thesis: 'THES', Report: 'RPRT' },
  ...{ 'Government Document': 'RPRT', 'Press Release': 'RPRT', Statute: 'STAT', Bill: 'BILL', Case: 'CASE' },
  ...{ 'Legal Rule or Regulation': 'STAT', Patent: 'PAT', Standard: 'STAND', Dataset: 'DATA' },
  ...{ 'Computer Program': 'COMP', 'Film or Broadcast': 'VIDEO', 'Audiovisual Material': 'VIDEO' },
  ...{ 'Web Page': 'ELEC', Blog: 'BLOG', 'Unpublished Work': 'UNPB', Manuscript: 'MANSCPT' },
};

/** A type that is none of these is a work of no known kind. */
const typeOf = (name: string): string => types[name.trim()] ?? 'ANCIENT';

/** EndNote's tags (its import filter «EndNote Import»). Of `%?` and `%Y` RIS says by the type what such a person did. */
const tags: Readonly<Record<string, string>> = {
  ...{ A: 'AU', E: 'ED', Y: 'A3', '?': 'A4', T: 'TI', J: 'JO', B: 'T2', S: 'T3', V: 'VL', N: 'IS', P: 'SP', I: 'PB' },
  ...{ C: 'CY', '7': 'ET', R: 'DO', '@': 'SN', U: 'UR', G: 'LA', K: 'KW', X: 'AB', Z: 'N1', '9': 'M3', '&': 'SE' },
  ...{ F: 'ID', D: 'PY', '8': 'DA', '(': 'OP', M: 'AN', W: 'DP', '~': 'DB' },
};

/** The elements of EndNote's XML (RSXML.dtd), by their path below `record`. */
const paths: Readonly<Record<string, string>> = {
  ...{ 'contributors/authors/author': 'AU', 'contributors/secondary-authors/author': 'ED' },
  ...{ 'contributors/tertiary-authors/author': 'A3', 'contributors/subsidiary-authors/author': 'A4' },
  ...{ 'titles/title': 'TI', 'titles/secondary-title': 'T2', 'titles/tertiary-title': 'T3' },
  ...{ 'periodical/full-title': 'JO', volume: 'VL', number: 'IS', pages: 'SP', edition: 'ET', publisher: 'PB' },
  ...{ 'pub-location': 'CY', isbn: 'SN', 'electronic-resource-num': 'DO', 'dates/year': 'PY' },
  ...{ 'dates/pub-dates/date': 'DA', language: 'LA', 'keywords/keyword': 'KW', abstract: 'AB', notes: 'N1' },
  ...{ 'work-type': 'M3', section: 'SE', 'orig-pub': 'OP', 'urls/related-urls/url': 'UR', 'urls/web-urls/url': 'UR' },
  ...{
    label: 'ID',
    'accession-num': 'AN',
    'remote-database-name': 'DB',
    'remote-database-provider': 'DP',
    custom2: 'C2',
  },
};

/** Elements that say how the program keeps a record, nothing of the work. */
const ofTheProgram = /^(?:database|source-app|rec-number|ref-type|foreign-keys(?:\/.*)?|urls\/pdf-urls\/.*)$/;

/** The day and the month, `November 21`, beside the year, which has a line of its own: one date where they agree. */
function withDay(lines: readonly Line[]): Line[] {
  const year = lines.find(({ tag, value }) => tag === 'PY' && value !== '');
  const day = lines.find(({ tag, value }) => tag === 'DA' && value !== '');
  const stated = /(?<!\d)\d{4}(?!\d)/.exec(day?.value ?? '')?.[0];
  if (year === undefined || day === undefined || (stated !== undefined && !year.value.includes(stated)))
    return [...lines];
  const whole = stated === undefined ? `${day.value} ${year.value}` : day.value;
  return lines.filter((line) => line !== day).map((line) => (line === year ? { ...line, value: whole } : line));
}

/** Reads EndNote's tagged form, as `.enw` files have it: `%0 Book`, `%A Doe, Jane`. */
export function readEndnoteTagged(text: string): ImportedFile {
  const records: { readonly type: string; readonly lines: Line[] }[] = [];
  for (const written of text.split('\n')) {
    const [, sign, value = ''] = /^\s*%(\S)(?:\s+(.*))?$/.exec(written) ?? [];
    const lines = records.at(-1)?.lines;
    const last = lines?.at(-1);
    if (sign === '0') records.push({ type: typeOf(value), lines: [] });
    else if (sign !== undefined) lines?.push({ tag: tags[sign] ?? 'OTHER', value: value.trim(), name: `%${sign}` });
    // A line without a tag goes on with the one before it.
    else if (written.trim() !== '' && last) lines?.splice(-1, 1, { ...last, value: `${last.value} ${written.trim()}` });
  }
  return worksOf(records.map(({ type, lines }) => recordOf(type, withDay(lines))));
}

const textOf = (node: Nodes): string =>
  'value' in node ? String(node.value) : 'children' in node ? node.children.map(textOf).join('') : '';
const elementsOf = (node: Nodes): Element[] =>
  'children' in node
    ? (node.children as readonly Nodes[]).filter((child): child is Element => child.type === 'element')
    : [];

/** Every text below an element, with the path to it; words are in `style` elements, which are no step. */
const textsBelow = (element: Element, path: readonly string[] = []): (readonly [path: string, text: string])[] =>
  elementsOf(element).flatMap((child) => {
    const at = [...path, child.name];
    return elementsOf(child).some(({ name }) => name !== 'style')
      ? textsBelow(child, at)
      : [[at.join('/'), textOf(child).replace(/\s+/g, ' ').trim()] as const];
  });

const recordsIn = (node: Nodes): Element[] =>
  elementsOf(node).flatMap((child) => (child.name === 'record' ? [child] : recordsIn(child)));

/** Reads EndNote's XML. */
export function readEndnoteXml(xml: string): ImportedFile {
  let root: Nodes;
  try {
    root = fromXml(xml);
  } catch (error) {
    return { works: [], errors: [`the XML cannot be read: ${(error as Error).message}`] };
  }
  return worksOf(
    recordsIn(root).map((record) => {
      const kind = elementsOf(record).find(({ name }) => name === 'ref-type')?.attributes['name'] ?? '';
      const lines = textsBelow(record)
        .filter(([path, text]) => text !== '' && !ofTheProgram.test(path))
        .map(([path, text]): Line => ({ tag: paths[path] ?? 'OTHER', value: text, name: path.replace(/^.*\//, '') }));
      return recordOf(typeOf(kind), withDay(lines));
    }),
  );
}
