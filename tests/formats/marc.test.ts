import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, expect, test } from 'vitest';
import { fullName, invertedName } from '../../src/bibliography/work.ts';
import { type Article, type Edition, latestVersion, type VersionOfRecord } from '../../src/edition/model.ts';
import { marc } from '../../src/formats/marc/index.ts';
import { toPersianDigits } from '../../src/text/digits.ts';
import { formIn } from '../../src/text/languages.ts';
import { complete } from '../helpers/articles.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';

const namespaces = { m: 'http://www.loc.gov/MARC21/slim' };

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const write = (article: Article, of: Edition = edition, version = latestVersion(article)) =>
  marc.write({ edition: of, article, version }) as string;

interface Field {
  readonly tag: string;
  readonly indicators: string;
  readonly subfields: readonly (readonly [code: string, value: string])[];
}

/** The record as its parts. */
function read(xml: string): { leader: string; control: Map<string, string>; fields: Field[] } {
  using document = XmlDocument.fromString(xml);
  const find = (xpath: string) => document.find(xpath, namespaces);
  const attribute = (node: { get: (xpath: string) => { content: string } | null }, name: string) =>
    node.get(`@${name}`)?.content ?? '';
  return {
    leader: find('/m:record/m:leader')[0]?.content ?? '',
    control: new Map(find('//m:controlfield').map((node) => [attribute(node, 'tag'), node.content])),
    fields: find('//m:datafield').map((node) => ({
      tag: attribute(node, 'tag'),
      indicators: attribute(node, 'ind1') + attribute(node, 'ind2'),
      subfields: node
        .find('m:subfield', namespaces)
        .map((subfield) => [attribute(subfield, 'code'), subfield.content] as const),
    })),
  };
}

const subfield = (field: Field | undefined, code: string) => field?.subfields.find(([one]) => one === code)?.[1];
const tagged = (fields: readonly Field[], ...tags: string[]) => fields.filter(({ tag }) => tags.includes(tag));

test('every article is valid MARCXML, as it is and with everything known', needing(schemas.marc), async () => {
  const faultsIn = faultsUnder(schemas.marc);
  for (const article of edition.articles.flatMap((one) => [one, complete(one)])) {
    for (const version of article.versions) expect(await faultsIn(write(article, edition, version))).toEqual([]);
  }
});

test('the fixed fields have their lengths and say component part, online, language and date', () => {
  for (const article of edition.articles) {
    const { leader, control } = read(write(article));
    expect(leader).toMatch(/^\d{5}nab a22\d{5}7c 4500$/);
    const data = control.get('008') ?? '';
    expect(data).toHaveLength(40);
    expect(data.slice(6, 15)).toBe(`e${latestVersion(article).date.replaceAll('-', '')}`);
    expect(data[23]).toBe('o');
    expect(data.slice(35, 38)).toBe(article.language === 'fa' ? 'per' : 'eng');
    expect(control.get('007')).toHaveLength(14);
    expect(control.get('005')).toMatch(/^\d{14}\.\d$/);
  }
});

test('every 880 and its field name each other, and the 880 is in Arabic script', () => {
  for (const article of edition.articles.flatMap((one) => [one, complete(one)])) {
    const { fields } = read(write(article));
    const originals = tagged(fields, '880');
    const links = fields.filter((field) => field.tag !== '880' && subfield(field, '6'));
    expect(links.map((field) => `${field.tag}-${subfield(field, '6')?.slice(4)}/(3/r`)).toEqual(
      originals.map((field) => subfield(field, '6')),
    );
    expect(links.map((field) => subfield(field, '6'))).toEqual(
      links.map((_, index) => `880-${String(index + 1).padStart(2, '0')}`),
    );
    expect(links.map((field) => field.indicators)).toEqual(originals.map((field) => field.indicators));
    for (const field of originals) expect(field.subfields.map(([, value]) => value).join()).toMatch(/\p{sc=Arabic}/u);
    for (const field of links) expect(field.subfields.map(([, value]) => value).join()).not.toMatch(/\p{sc=Arabic}/u);
  }
});

test('creators are romanised in 100 and 700 and Persian in 880, in their order', () => {
  for (const article of edition.articles) {
    const { fields } = read(write(article));
    const people = tagged(fields, '100', '700');
    expect(people.map((field) => field.tag)).toEqual(article.creators.map((_, index) => (index === 0 ? '100' : '700')));
    expect(people.map((field) => subfield(field, 'a'))).toEqual(
      article.creators.map(({ name }) => invertedName(name.en)),
    );
    const persian = tagged(fields, '880').filter((field) => /^[17]00/.test(subfield(field, '6') ?? ''));
    expect(persian.map((field) => subfield(field, 'a'))).toEqual(
      article.creators.flatMap(({ name }) => (name.fa ? [invertedName(name.fa)] : [])),
    );
  }
});

test('the title is in the script of the article; the other one is parallel, if it is sure', () => {
  for (const article of edition.articles) {
    const { fields } = read(write(article));
    const { language, titles, creators } = article;
    const other = titles[language === 'fa' ? 'en' : 'fa'];
    const parallel = other && other.certainty !== 'uncertain' ? other.value : undefined;
    const [title] = tagged(fields, '245');
    expect(subfield(title, 'a')).toBe(titles[language]?.value);
    expect(subfield(title, 'b')).toBe(parallel);
    for (const { name } of creators) expect(subfield(title, 'c')).toContain(fullName(formIn(name, language)));
    expect(tagged(fields, '246').map((field) => subfield(field, 'a'))).toEqual(parallel ? [parallel] : []);
  }
});

test('an English title is filed without its article', () => {
  const article = { ...complete(edition.articles[0] as Article), language: 'en' as const };
  expect(tagged(read(write(article)).fields, '245')[0]?.indicators).toBe('12');
});

test('the version of record is another object: its DOI is in 787, not in 024', () => {
  for (const article of edition.articles) {
    const { fields } = read(write(article));
    const { doi, url } = article.record as VersionOfRecord;
    expect(tagged(fields, '024').map((field) => subfield(field, '2'))).toEqual(['uri']);
    expect(subfield(tagged(fields, '787')[0], 'o')).toBe(doi ? `https://doi.org/${doi.value}` : url);
    expect(tagged(fields, '773')).toHaveLength(1);
  }
});

test('the DOI of the version is in 024 once it is registered', () => {
  const article = edition.articles[0] as Article;
  const dois = (registered: boolean) =>
    tagged(read(write(article, { ...edition, doi: { prefix: '10.1234', registered } })).fields, '024')
      .filter((field) => subfield(field, '2') === 'doi')
      .map((field) => subfield(field, 'a'));
  expect(dois(false)).toEqual([]);
  expect(dois(true)).toEqual([`10.1234/estenad.${article.slug}.${latestVersion(article).number}`]);
});

test('each keyword has a field of its own, of which a catalogue makes a tag', () => {
  for (const article of edition.articles) {
    const keywords = tagged(read(write(article)).fields, '653').map(({ subfields }) => subfields);
    expect(keywords.every((subfields) => subfields.length === 1)).toBe(true);
    expect(keywords.map(([one]) => one?.[1]).toSorted()).toEqual(Object.values(article.keywords).flat().toSorted());
  }
});

test('the fields are in the order of their tags', () => {
  for (const article of edition.articles) {
    const tags = read(write(complete(article))).fields.map((field) => field.tag);
    expect(tags).toEqual(tags.toSorted());
  }
});

test('what an ISO 2709 field can hold is not exceeded', () => {
  for (const article of edition.articles) {
    for (const { tag, subfields } of read(write(article)).fields) {
      const bytes = subfields.reduce((sum, [, value]) => sum + Buffer.byteLength(value) + 2, 3);
      expect(bytes, tag).toBeLessThanOrEqual(9999);
    }
  }
});

test('the field of publication says that its date is that of the version, in both scripts', () => {
  for (const article of edition.articles) {
    for (const version of article.versions) {
      const { fields } = read(write(article, edition, version));
      const [published] = tagged(fields, '264');
      const original = tagged(fields, '880').find((field) => subfield(field, '6')?.startsWith('264'));
      expect(subfield(published, '3')).toBe(`Version ${version.number} of this edition`);
      expect(subfield(original, '3')).toBe(`نسخۀ ${toPersianDigits(version.number)} این ویراست`);
      for (const field of [published, original]) expect(subfield(field, 'c')).toBe(version.date);
    }
  }
});

test.each([
  [{ gregorian: '2021' }, '2021'],
  [{ solarHijri: '1400', gregorian: '2021' }, '2021'],
  [{ solarHijri: '1400' }, '1400 SH'],
])('a year of the journal that is known as %j is said as %s', (value, said) => {
  const [article] = edition.articles as [Article];
  const record = {
    ...(article.record as VersionOfRecord),
    year: { value, certainty: 'certain', from: 'source' },
  } as const;
  const { fields } = read(write({ ...article, record }));
  expect(subfield(tagged(fields, '773')[0], 'g')).toContain(`(${said})`);
  expect(subfield(tagged(fields, '787')[0], 'd')).toBe(said);
});
