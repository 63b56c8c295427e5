import { describe, expect, test } from 'vitest';
import { type CitedWork, remarksOf } from '../../src/bibliography/work.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { jsonld } from '../../src/formats/jsonld.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { articleWith, cited } from '../helpers/works.ts';
import { found } from '../helpers/xml.ts';

/** What each format writes of a version that cites one work, asked by XPath or by field. */
async function of(known: Partial<CitedWork>) {
  const subject = await articleWith({ works: [cited(known)] });
  const [jatsFile, teiFile, json] = [jats, tei, jsonld].map((format) => String(format.write(subject))) as [
    string,
    string,
    string,
  ];
  return {
    jats: (xpath: string) => found(jatsFile, `//ref/element-citation${xpath}`, { x: 'http://www.w3.org/1999/xlink' }),
    tei: (xpath: string) => found(teiFile, `//t:listBibl/t:biblStruct${xpath}`, { t: 'http://www.tei-c.org/ns/1.0' }),
    jsonld: JSON.parse(json).citation[0],
  };
}

describe('the date of a work', () => {
  test('has its day, month and year in JATS, TEI and JSON-LD', async () => {
    const work = await of({ date: '2006-10-04' });
    expect(['/day', '/month', '/year', '/year/@iso-8601-date'].flatMap(work.jats)).toEqual([
      '04',
      '10',
      '2006',
      '2006-10-04',
    ]);
    expect(['//t:date', '//t:date/@when'].flatMap(work.tei)).toEqual(['2006-10-04', '2006-10-04']);
    expect(work.jsonld.datePublished).toBe('2006-10-04');
  });

  test('has no day where none is known, nor a month', async () => {
    const month = await of({ date: '2006-10' });
    expect([month.jats('/day'), month.jats('/month'), month.jats('/year')]).toEqual([[], ['10'], ['2006']]);
    const year = await of({ date: '2006' });
    expect([year.jats('/day'), year.jats('/month'), year.jats('/year')]).toEqual([[], [], ['2006']]);
    expect(year.jsonld.datePublished).toBe('2006');
  });

  test('of two years has both, as the interval that it is', async () => {
    const work = await of({ date: '2019/2020' });
    expect(work.jats('/string-date')).toEqual(['2019/2020']);
    expect(work.jats('/year')).toEqual([]);
    expect(['//t:date', '//t:date/@notBefore', '//t:date/@notAfter', '//t:date/@when'].map(work.tei)).toEqual([
      ['2019–2020'],
      ['2019'],
      ['2020'],
      [],
    ]);
    expect(work.jsonld).not.toHaveProperty('datePublished');
  });

  test('stands in both calendars where both are known', async () => {
    const work = await of({ date: '2011', yearPrinted: '1390', language: 'fa' });
    expect([work.jats('/year[@calendar="Solar Hijri"]'), work.jats('/year[@calendar="Gregorian"]')]).toEqual([
      ['1390'],
      ['2011'],
    ]);
    expect(work.tei('//t:date[@calendar="#solar-hijri"]')).toEqual(['1390']);
    expect(work.tei('//t:date[@calendar="#solar-hijri"]/@when')).toEqual(['2011']);
  });

  test('that is not known is none', async () => {
    const work = await of({});
    expect([...work.jats('/year'), ...work.jats('/string-date')]).toEqual([]);
    expect(work.tei('//t:date')).toEqual(['']);
    expect(work.tei('//t:date/@when')).toEqual([]);
    expect(work.jsonld).not.toHaveProperty('datePublished');
  });
});

test('a work that the authors state has no remark on its identification, and is surely the work', async () => {
  const stated: Partial<CitedWork> = { identification: 'stated', printed: [], seen: [], doi: '10.5555/tale' };
  const work = await of({ ...stated, reason: { fa: '', en: '' } });
  expect(work.jats('/comment')).toEqual([]);
  expect([work.tei('/t:note'), work.tei('/@cert')]).toEqual([[], ['high']]);
  expect(work.jsonld).not.toHaveProperty('description');
  expect(work.jsonld['@id']).toBe('https://doi.org/10.5555/tale');
  expect(remarksOf(cited({ ...stated, reason: { fa: '', en: '' } }))).toEqual([]);
});

test('pages are first and last in JATS, and a range in TEI and JSON-LD', async () => {
  const range = await of({ pages: '58--79' });
  expect([range.jats('/fpage'), range.jats('/lpage')]).toEqual([['58'], ['79']]);
  expect(range.tei('//t:biblScope[@unit="page"]')).toEqual(['58–79']);
  expect(range.jsonld.pagination).toBe('58–79');
  const page = await of({ pages: '58' });
  expect([page.jats('/fpage'), page.jats('/lpage')]).toEqual([['58'], []]);
  const none = await of({});
  expect(none.jats('/fpage')).toEqual([]);
  expect(none.jsonld).not.toHaveProperty('pagination');
});

describe('the language of a work', () => {
  test('is said where it is another than that of the article', async () => {
    const work = await of({ language: 'fa' });
    expect(work.jats('/@xml:lang')).toEqual(['fa']);
    expect(work.tei('/@xml:lang')).toEqual(['fa']);
    expect(work.jsonld.inLanguage).toBe('fa');
  });

  test('that is not known is not said', async () => {
    const work = await of({ language: 'und' });
    expect(work.jats('/@xml:lang')).toEqual([]);
    expect(work.tei('/@xml:lang')).toEqual([]);
    expect(work.jsonld).not.toHaveProperty('inLanguage');
  });
});

test('a name has its parts, a body is one, and «and others» is said', async () => {
  const work = await of({
    author: { list: [{ family: 'Writer', given: 'Ann' }, { literal: 'Ministry of Tales' }], others: true },
    editor: { list: [{ family: 'Alone' }], others: false },
  });
  const authors = '/person-group[@person-group-type="author"]';
  expect([`${authors}/name/surname`, `${authors}/name/given-names`, `${authors}/collab`].flatMap(work.jats)).toEqual([
    'Writer',
    'Ann',
    'Ministry of Tales',
  ]);
  expect(work.jats(`${authors}/etal`)).toHaveLength(1);
  expect(work.jats('/person-group[@person-group-type="editor"]/etal')).toEqual([]);
  expect(work.jats('/person-group[@person-group-type="editor"]//given-names')).toEqual([]);
  expect([work.tei('//t:author'), work.tei('//t:editor')]).toEqual([
    ['AnnWriter', 'Ministry of Tales', 'et al.'],
    ['Alone'],
  ]);
  expect(work.jsonld.author).toEqual([
    { '@type': 'Person', name: 'Ann Writer' },
    { '@type': 'Organization', name: 'Ministry of Tales' },
  ]);
});

test('names in both scripts stand together where each has its other, and alone where the lists differ', async () => {
  const names = (given: string[]) => ({ list: given.map((family) => ({ family })), others: false });
  const together = await of({ language: 'fa', author: names(['نویسنده']), authorLatin: names(['Nevisande']) });
  expect(together.jats('//name-alternatives/name/surname')).toEqual(['نویسنده', 'Nevisande']);
  expect(together.jats('//name-alternatives/name/@xml:lang')).toEqual(['fa', 'fa-Latn']);
  expect(together.tei('//t:author/t:persName/@xml:lang')).toEqual(['fa', 'fa-Latn']);
  const apart = await of({ language: 'fa', author: names(['نویسنده']), authorLatin: names(['Nevisande', 'Other']) });
  expect(apart.jats('//person-group/name/surname')).toEqual(['نویسنده']);
  expect(apart.jats('//person-group/name/@xml:lang')).toEqual([]);
  expect(apart.tei('//t:author/t:persName')).toEqual(['نویسنده']);
});
