import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/client/findings.ts';
import { search } from '../../src/client/searching.ts';
import type { Row } from '../../src/search/field.ts';
import type { Passage, PassageKind } from '../../src/search/passages.ts';
import { largeEngine, smallEngine } from '../helpers/search-engine.ts';

const passage = (place: string, text: string, known: Partial<Passage> = {}): Passage => ({
  article: 'a-tale',
  path: `articles/a-tale/1.0.0/#${place}`,
  kind: 'paragraph',
  language: 'en',
  text,
  also: '',
  ...known,
});

const find = (passages: readonly Passage[], typed: string, filters = {}, rows: readonly Row[] = []) =>
  search(smallEngine(passages, rows), typed, filters, () => undefined);

const anchorsOf = (results: readonly Result[]) => results.map(({ passage: { path } }) => path.split('#')[1]);

const placesOf = async (passages: readonly Passage[], typed: string, filters = {}) =>
  anchorsOf((await find(passages, typed, filters)).results);

/** What is near, and nothing where something has the words. */
const nearTo = async (passages: readonly Passage[], typed: string, rows: readonly Row[] = []) => {
  const { results, near } = await find(passages, typed, {}, rows);
  expect(results).toEqual([]);
  return anchorsOf(near);
};

describe('the order of results', () => {
  test('that answer alike is by what they are: the text itself before what stands around it', async () => {
    const kinds: readonly PassageKind[] = ['work', 'table', 'heading', 'abstract', 'creator', 'paragraph'];
    const passages = kinds.map((kind) => passage(kind, 'A tale of two notes', { kind }));
    expect(await placesOf(passages, 'two notes')).toEqual([
      'paragraph',
      'creator',
      'abstract',
      'heading',
      'table',
      'work',
    ]);
    const equals = (one: PassageKind, other: PassageKind) =>
      Promise.all(
        [
          [one, other],
          [other, one],
        ].map((pair) =>
          placesOf(
            pair.map((kind) => passage(kind, 'A tale of two notes', { kind })),
            'two notes',
          ),
        ),
      );
    for (const [one, other] of [
      ['title', 'paragraph'],
      ['table', 'note'],
      ['keywords', 'work'],
    ] as const)
      expect(await equals(one, other)).toEqual([
        [one, other],
        [other, one],
      ]);
  });

  test('is by how well they answer: together before apart; a beginning is one only where no text has the word', async () => {
    const passages = [
      passage('apart', 'Two of the many notes'),
      passage('begun', 'Two notesmiths'),
      passage('together', 'Of two notes'),
    ];
    expect(await placesOf(passages, 'two notes')).toEqual(['together', 'apart']);
    expect(await placesOf(passages, 'two notesm')).toEqual(['begun']);
  });

  test('is the form itself before its other forms, across articles', async () => {
    const passages = [
      passage('other', 'notes, notes and notes', { article: 'a' }),
      passage('itself', 'a long text about whatever there was to say of a note', { article: 'b' }),
      passage('another', 'of notes', { article: 'c' }),
    ];
    expect((await placesOf(passages, 'note'))[0]).toBe('itself');
  });

  test.each([
    ['آلمان', 'بین‌الملل'],
    ['هسته', 'هستند'],
    ['نظر', 'نظریه'],
    ['اتحاد', 'اتحادیه'],
    ['قدر', 'قدرت'],
    // Endings that are none.
    ['سازمانی', 'پیاده‌سازی'],
    ['ناتو', 'ناتوانی'],
    ['توانایی', 'می‌توان'],
    ['رویدادها', 'روی‌داده'],
    // What is of two words, or of the initials of a name.
    ['نگر', 'نگرش آن‌ها'],
    ['دستاورد', 'به‌دست آورد'],
    ['as', 'Smith, A. S.'],
    ['internal', 'international'],
    ['US', 'use'],
  ])('has no %s for %s', async (typed, text) => {
    const passages = [passage('wrong', `از ${text} است`), passage('right', `از ${typed} است`)];
    expect(await placesOf(passages, typed)).toEqual(['right']);
  });

  test('keeps up to ten of an article together, that with the best one first, and puts its others behind all', async () => {
    const of = (article: string, count: number, text: string) =>
      Array.from({ length: count }, (_, index) => passage(`${article}${index + 1}`, text, { article }));
    const passages = [...of('b', 2, 'two or three notes'), ...of('a', 12, 'of two notes')];
    expect(await placesOf(passages, 'two notes')).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `a${index + 1}`),
      'b1',
      'b2',
      'a11',
      'a12',
    ]);
  });
});

describe('filters', () => {
  const passages = [
    passage('one', 'two notes'),
    passage('other', 'two notes', { article: 'yek-dastan', language: 'fa' }),
    passage('table', 'two notes', { kind: 'table' }),
  ];

  test.each([
    [{ article: 'yek-dastan' }, ['other']],
    [{ lang: 'en' }, ['one', 'table']],
    [{ kind: 'table' }, ['table']],
    [{ article: 'a-tale', kind: 'paragraph' }, ['one']],
    [{ article: 'none' }, []],
  ])('%o leave what agrees', async (filters, places) => {
    expect(await placesOf(passages, 'two notes', filters)).toEqual(places);
  });
});

describe('what is looked at', () => {
  test('is nothing for a query without words', async () => {
    const { results, hasMore } = await find([passage('p1', 'two notes')], '…');
    expect([results, hasMore]).toEqual([[], false]);
  });

  test('is each text once although it stands twice', async () => {
    const twice = passage('p1', 'of two notes');
    expect(await placesOf([twice, twice], 'two notes')).toEqual(['p1']);
  });
});

describe('what readers know from elsewhere', () => {
  const passages = [
    passage('title', 'A tale', { kind: 'title', years: [1404, 2025] }),
    passage('creators', 'Mary Major', { kind: 'creator' }),
    passage('p1', 'Of two notes, by the sea (Miller, 1994: 14).'),
    passage('p2', 'Of two notes and a harbour, بند (Miller, 1994, pp. 20–22).'),
    passage('p12', 'Nothing else.'),
    passage('s2', 'A heading', { kind: 'heading' }),
    passage('fn3', 'A remark', { kind: 'note' }),
    passage('ref-a', 'Miller, B. (1994). Two notes. https://doi.org/10.1234/abc.5-6', { kind: 'work', years: [1994] }),
  ];
  test.each([
    ['notes -harbour', ['p1', 'ref-a']],
    ['notes -"the sea"', ['p2', 'ref-a']],
    ['notes author:Miller', ['ref-a']],
    ['notes author:Major', ['p1', 'p2', 'ref-a']],
    ['notes year:1990-1995', ['ref-a']],
    ['notes سال:۱۴۰۴', ['p1', 'p2', 'ref-a']],
    ['author:Miller', ['ref-a']],
    ['year:2025', ['title', 'creators', 'ref-a']],
    ['doi:10.1234/abc.5-6', ['ref-a']],
    ['https://doi.org/10.1234/abc.5-6', ['ref-a']],
    ['بند ۱۲', ['p12']],
    ['¶12', ['p12']],
    ['p12', ['p12']],
    ['پی‌نوشت ۳', ['fn3']],
    ['بخش ۲', ['s2']],
    ['p. 14', ['p1']],
    ['ص ۱۴', ['p1']],
    ['pp. 20-22', ['p2']],
    ['پی نوشت ۳', ['fn3']],
    ['نویسندگان', ['creators']],
    ['author', ['creators']],
    // Nothing is left to search for: a word like any other.
    ['-harbour', ['p2']],
  ])('%s', async (typed, places) => {
    expect((await placesOf(passages, typed)).toSorted()).toEqual(places.toSorted());
  });
});

describe('what is near, where nothing has the words', () => {
  const passages = [
    passage('p1', 'The concert of the great powers in Vienna'),
    passage('p2', 'درگیری قره‌باغ و نقش قدرت‌های بزرگ در قفقاز'),
    passage('p3', 'ارمنستان در سال ۲۰۰۸ هدف‌های خود را نپذیرفت'),
    passage('p4', 'بازرگانی در بندر از دیرباز رونق داشت و بازرگانان از هر شهری به آن روی می‌آوردند'),
    passage('p5', 'پس‌گیری سرزمین'),
  ];
  test.each([
    ['a letter too many or changed', 'koncertt', ['p1']],
    ['a letter of the same sound', 'غره باغ', ['p2']],
    ['letters changed about', 'درگریی', ['p2']],
    ['the other keyboard and another script', ',dkh', ['p1']],
    ['the other keyboard', 'rvi fhy', ['p2']],
    ['the other keyboard', 'رهثددش', ['p1']],
    ['Latin letters', 'gharabagh', ['p2']],
    ['Latin letters', 'armanestan', ['p3']],
    ['a question', 'قفقاز چیست؟', ['p2']],
    ['three words that are one', 'باز رکان ان', ['p4']],
    ['another form of a verb of two words', 'پس گرفتند', ['p5']],
    ['another form of the verb', 'ارمنستان می‌پذیرد', ['p3']],
    ['the other calendar', 'ارمنستان ۱۳۸۷', ['p3']],
    ['nothing', 'فوتبال جام جهانی', []],
    ['nothing', 'بستنی توت فرنگی', []],
    ['nothing', '\u064b\u064e ((((', []],
  ])('%s: %s', async (_, typed, places) => {
    expect(await nearTo(passages, typed)).toEqual(places);
  });

  test('words of the field stand for one another, names of a few words too', async () => {
    const rows = [
      ['هدف', 'اهداف'],
      ['کنسرت قوا', 'concert of the great powers', 'power concert'],
    ];
    expect(await nearTo(passages, 'اهداف', rows)).toEqual(['p3']);
    expect(await nearTo(passages, 'کنسرت قوا', rows)).toEqual(['p1']);
    expect(await nearTo(passages, 'اهداف')).toEqual([]);
  });

  test('a name in the other script goes before what else is called so', async () => {
    const texts = [passage('p1', 'قره‌باغ و ارمنستان'), passage('p2', 'The Artsakh government')];
    expect(await nearTo(texts, 'آرتساخ', [['قره‌باغ', 'آرتساخ', 'Karabakh', 'Artsakh']])).toEqual(['p2', 'p1']);
  });

  test('a name is known however it is joined, and is no other word of its stem', async () => {
    const rows = [
      ['پاسدار صلح', 'صلح‌بانان'],
      ['پیشینه', 'سابقه'],
    ];
    const texts = [passage('p1', 'نیروهای پاسدار صلح'), passage('p2', 'پیشینه')];
    expect(await nearTo(texts, 'صلحبانان', rows)).toEqual(['p1']);
    expect(await nearTo(texts, 'سابقه', rows)).toEqual(['p2']);
    expect(await nearTo(texts, 'سابق', rows)).toEqual([]);
  });

  test('who asks what something is gets first what begins with it', async () => {
    const texts = [
      passage('p1', 'نویسندگان دربارۀ موازنه بسیار نوشته‌اند و موازنه را گوناگون فهمیده‌اند'),
      passage('p2', 'موازنه وضعی است که در آن هیچ‌کس از دیگری نیرومندتر نیست'),
    ];
    expect((await nearTo(texts, 'موازنه یعنی چه؟'))[0]).toBe('p2');
  });

  test('a damaged line finds its passage: words torn, joined and changed about', async () => {
    expect(await nearTo(passages, 'بزازر گزانی دربنزدر  از دیرزبازرونق بازرگا نان ازهر داشت و')).toEqual(['p4']);
  });

  test('what may have been meant is told where it finds something', async () => {
    expect((await find(passages, 'koncert')).meant).toBe('concert');
    expect((await find(passages, 'rvi fhy')).meant).toBe('قره باغ');
    expect((await find(passages, 'koncert مریخ')).meant).toBeUndefined();
  });

  test('follows a few results, none of them twice, and no results where there are enough', async () => {
    const few = await find([...passages, passage('p5', 'concerts in Vienna')], 'Vienna concert');
    expect(anchorsOf(few.results)).toEqual(['p1', 'p5']);
    expect(few.near).toEqual([]);
    const many = ['p6', 'p7', 'p8'].map((place) => passage(place, 'a konzert'));
    expect((await find([...passages, ...many], 'konzert')).near).toEqual([]);
  });
});

describe('in an edition that is too large to be loaded whole', () => {
  const passages = [
    passage('title', 'A tale of power', { kind: 'title', years: [1404, 2025] }),
    passage('creators', 'Mary Major', { kind: 'creator' }),
    passage('p1', 'Of power, by the sea'),
    passage('p2', 'Of power and a harbour'),
    passage('p3', 'درگیری قره‌باغ و نقش قدرت‌های بزرگ در قفقاز'),
    passage('p4', 'هدف‌های ارمنستان'),
    passage('other', 'Of power elsewhere', { article: 'other' }),
    passage('creators', 'Richard Miles', { article: 'other', kind: 'creator' }),
    passage('ref-a', 'Miller, B. (1994). Two powers.', { kind: 'work', years: [1994] }),
  ];
  const rows = [['هدف', 'اهداف']];
  const ask = (typed: string) => search(largeEngine(passages, rows), typed, {}, () => undefined);

  test.each([
    ['power -harbour', ['title', 'p1', 'other', 'ref-a']],
    ['"the sea"', ['p1']],
    ['"sea the"', []],
    ['power author:Major', ['title', 'p1', 'p2', 'ref-a']],
    ['power نویسنده:Miller', ['ref-a']],
    ['power year:2020-2030', ['title', 'p1', 'p2', 'ref-a']],
    ['power year:1994', ['ref-a']],
    ['author:Miles', ['creators']],
    ['year:1404', ['title', 'creators', 'ref-a']],
    ['author:Miller', ['ref-a']],
    ['year:1990-1995', ['ref-a']],
  ])('%s', async (typed, places) => {
    let findings = await ask(typed);
    while (findings.hasMore) findings = await findings.goOn();
    expect(anchorsOf(findings.results).toSorted()).toEqual(places.toSorted());
  });

  test.each([
    ['a letter of the same sound', 'غره باغ', ['p3']],
    ['a misspelled word', 'harbuor', ['p2']],
    ['the other keyboard', 'rtrhc', ['p3']],
    ['Latin letters', 'armanestan', ['p4']],
    ['another name', 'اهداف', ['p4']],
    ['a question', 'قفقاز چیست؟', ['p3']],
    ['nothing', 'فوتبال جام جهانی', []],
    ['nothing', 'harbuor -power', []],
  ])('what is near: %s, %s', async (_, typed, places) => {
    const { results, near } = await ask(typed);
    expect(anchorsOf([...results, ...near])).toEqual(places);
  });

  test('what may have been meant is told where it finds something', async () => {
    expect((await ask('harbuor')).meant).toBe('harbour');
    expect((await ask('rtrhc')).meant).toBe('قفقاز');
    expect((await ask('harbuor مریخ')).meant).toBeUndefined();
  });

  test('the first of many candidates cost four requests', async () => {
    const engine = largeEngine(Array.from({ length: 500 }, (_, number) => passage(`p${number}`, 'Of power')));
    const { results, hasMore } = await search(engine, 'power', {}, () => undefined);
    expect([engine.given, results.length, hasMore]).toEqual([4, 4, true]);
  });
});
