import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBibliography } from '../../src/bibliography/load.ts';
import type { CitedWork } from '../../src/bibliography/work.ts';
import { runNew } from '../../src/cli/new-command.ts';
import { makeEdition } from '../helpers/edition.ts';

/** As Zotero exports BibTeX: a key of its own, tabs, Persian digits that somebody typed, a path on somebody's disk. */
const bibtex = String.raw`@article{hajimineh_concert_2020,
	title = {کنسرت قدرت‌های بزرگ و نظم بین‌المللی: {بررسی} ۱۲ مورد},
	volume = {۱۲},
	issn = {2008-0867},
	url = {https://example.org/a_b?c=1&d=2},
	doi = {10.1234/fr.2020.1},
	abstract = {چکیده},
	language = {fa},
	number = {۳},
	urldate = {2024-01-02},
	journal = {فصلنامهٔ روابط خارجی},
	author = {حاجی‌مینه, رحمت and فلاحتی, حسین and others},
	month = jan,
	year = {۱۳۹۹},
	note = {Publisher: پژوهشکده},
	keywords = {کنسرت, نظم},
	pages = {۵۸--۷۹},
	file = {PDF:/home/x/a.pdf:application/pdf},
}

@book{waltz_theory_1979,
	address = {Reading, MA},
	title = {Theory of {International} Politics \& {\"O}konomie},
	isbn = {978-0-201-08349-1},
	publisher = {Addison-Wesley},
	author = {Waltz, Kenneth N. and {World Bank}},
	year = {1979},
}
`;

/** As EndNote and Persian databases write RIS. */
const ris = `TY  - JOUR
TI  - نظریهٔ «موازنهٔ قوا» و قدرت‌های بزرگ
AU  - قوام, عبدالعلی
AU  - Smith, John
PY  - ۱۳۹۱/۰۲/۰۳
SP  - ۱۱
EP  - ۳۰
VL  - ۴
IS  - ۲
T2  - سیاست
SN  - 1234-5678
KW  - قدرت
N2  - چکیده
LA  - Persian
UR  - https://example.org/1
L1  - file:///x.pdf
ER  - 

TY  - BOOK
AU  - Kissinger, Henry
TI  - World Order
PY  - 2014
PB  - Penguin Press
CY  - New York
SN  - 9781594206146
LA  - en
ER  - 
`;

/** As Zotero exports CSL-JSON. */
const csl = `[{"id":"http://zotero.org/users/1/items/A","type":"chapter","title":"قدرت‌های نوظهور","container-title":"کتاب","author":[{"literal":"مرکز پژوهش‌ها"}],"issued":{"date-parts":[["1395"]]},"page":"10-20","language":"fa-IR","accessed":{"date-parts":[[2024,1,1]]},"publisher":"نی"},
{"id":"b","type":"article-journal","title":"A <i>title</i>","container-title":"International Security","author":[{"family":"Mearsheimer","given":"John J."}],"issued":{"date-parts":[[2019,"4",1]]},"volume":43,"issue":"4","page":"7–50","DOI":"https://doi.org/10.1162/isec_a_00342","language":"en-US"}]`;

const target = 'bibliography/a-tale.bib';

/** Imports a file into an article of a small edition. */
async function load(root: string, name: string, content: string | Uint8Array) {
  const file = path.join(root, name);
  await writeFile(file, content);
  const { status, stdout, stderr } = await runNew(['--root', root, 'bibliography', 'a-tale', file], '2026-01-01');
  const text = await readFile(path.join(root, target), 'utf8').catch(() => '');
  return { status, stdout, stderr, text };
}

/** The works of a bibliography, which the rules accept as it is. */
function worksIn(text: string): Map<string, CitedWork> {
  const { works, faults } = readBibliography(text, target);
  expect(faults).toEqual([]);
  return new Map(works.map((work) => [work.key, work]));
}

describe('a list of references becomes entries that the rules accept', () => {
  test('from BibTeX of Zotero, Persian letter for letter', async () => {
    const { status, stderr, stdout, text } = await load(await makeEdition(), 'z.bib', bibtex);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const works = worksIn(text);
    expect([...works.keys()]).toEqual(['hajiminh1399', 'waltz1979']);
    expect(works.get('hajiminh1399')).toMatchObject({
      type: 'article',
      title: 'کنسرت قدرت‌های بزرگ و نظم بین‌المللی: بررسی ۱۲ مورد',
      author: {
        list: [
          { family: 'حاجی‌مینه', given: 'رحمت' },
          { family: 'فلاحتی', given: 'حسین' },
        ],
        others: true,
      },
      container: 'فصلنامهٔ روابط خارجی',
      volume: '12',
      number: '3',
      pages: '58--79',
      yearPrinted: '1399',
      date: '2020/2021',
      language: 'fa',
      url: 'https://example.org/a_b?c=1&d=2',
      identification: 'stated',
    });
    expect(works.get('waltz1979')).toMatchObject({
      title: 'Theory of International Politics & Ökonomie',
      author: { list: [{ family: 'Waltz', given: 'Kenneth N.' }, { literal: 'World Bank' }], others: false },
      location: 'Reading, MA',
      language: 'und',
    });
    expect(text).toContain('{International}');
    expect(stdout).toContain(
      'hajiminh1399 (hajimineh_concert_2020): cannot be kept: abstract, urldate, month, keywords, file',
    );
    expect(stdout).toContain('waltz1979 (waltz_theory_1979): the file names no language that is known');
  });

  test('from RIS', async () => {
    const { status, stdout, text } = await load(await makeEdition(), 'z.ris', ris.replaceAll('\n', '\r\n'));
    expect(status).toBe(0);
    const works = worksIn(text);
    expect(works.get('ghvam1391')).toMatchObject({
      title: 'نظریهٔ «موازنهٔ قوا» و قدرت‌های بزرگ',
      author: {
        list: [
          { family: 'قوام', given: 'عبدالعلی' },
          { family: 'Smith', given: 'John' },
        ],
      },
      volume: '4',
      pages: '11--30',
      yearPrinted: '1391',
      language: 'fa',
    });
    expect(works.get('kissinger2014')).toMatchObject({
      type: 'book',
      publisher: 'Penguin Press',
      isbn: '9781594206146',
    });
    expect(stdout).toMatch(/ghvam1391 .*cannot be kept: KW, N2, L1/);
    expect(stdout).toMatch(/issn "1234-5678" was left out: it is not an ISSN/);
  });

  test('from CSL-JSON', async () => {
    const { status, text } = await load(await makeEdition(), 'z.json', `\ufeff${csl}`);
    expect(status).toBe(0);
    const works = worksIn(text);
    expect(works.get('mearsheimer2019')).toMatchObject({
      title: 'A title',
      container: 'International Security',
      date: '2019-04-01',
      volume: '43',
      pages: '7--50',
      doi: '10.1162/isec_a_00342',
      language: 'en',
    });
    expect(works.get('mrkzpzhvhshha1395')).toMatchObject({
      type: 'incollection',
      author: { list: [{ literal: 'مرکز پژوهش‌ها' }] },
      container: 'کتاب',
      language: 'fa',
    });
  });
});

describe('an import', () => {
  test('leaves open what the file does not say, and check names it', async () => {
    const root = await makeEdition();
    const { stdout, text } = await load(
      root,
      'z.bib',
      '@incollection{x, title = {بدون سال}, author = {احمدی، علی}, pages = {123-9}, year = {n.d.}}',
    );
    expect(text).toContain('author = {احمدی, علی}');
    expect(text).toContain('pages = {123--129}');
    expect(stdout).toContain('ahmdi (x): the date "n.d." was not understood');
    expect(stdout).toContain('ahmdi (x): has no booktitle, no date');
    expect(stdout).toContain('its key, ahmdi, needs a year');
    const faults = readBibliography(text, target).faults.map(({ what }) => what);
    // What a list of the authors lacks is told, and no fault.
    expect(faults).toEqual([]);
  });

  test('gives keys by date and title, in whatever order a manager lists works, and says what comes next', async () => {
    const book = (key: string, title: string, year: number) =>
      `@book{${key}, title = {${title}}, author = {Doe, Jane}, year = {${year}}}\n`;
    const books = [
      book('q', 'Zeal', 1999),
      book('p', 'Lamps', 1999),
      book('o', 'Lamps', 1998),
      book('r', 'Acorns', 1999),
    ];
    for (const listed of [books, books.toReversed()]) {
      const { stdout, text } = await load(await makeEdition(), 'z.bib', listed.join(''));
      const titles = [...text.matchAll(/@book\{(\w+),[^@]*title = \{(\w+)\}/g)].map(([, key, title]) => [key, title]);
      expect(Object.fromEntries(titles)).toEqual({
        ...{ doe1998: 'Lamps', doe1999: 'Acorns', doe1999a: 'Lamps', doe1999b: 'Zeal' },
      });
      for (const step of ['Mark each place that cites a work', 'bibliography/README.md', 'npm run check'])
        expect(stdout).toContain(step);
    }
  });

  test('adds to what is there, and does not add a work twice', async () => {
    const root = await makeEdition();
    const first = await load(root, 'z.bib', bibtex);
    const again = await load(root, 'z.bib', bibtex);
    expect(again.text).toBe(first.text);
    expect(again.stdout).toContain('0 of 2 works added');
    expect(again.stdout).toContain('waltz_theory_1979: already listed as waltz1979');
    const more = await load(root, 'z.ris', ris);
    for (const entry of first.text.trim().split('\n\n')) expect(more.text).toContain(entry);
    expect(more.stdout).toContain('2 of 2 works added');
  });

  test('gives two works of one author and year keys of their own, whatever their order in the file', async () => {
    const entry = (title: string) =>
      `@book{${title}, author = {Doe, Jane}, title = {${title}}, year = {2010}, language = {english}}\n`;
    const one = await load(await makeEdition(), 'z.bib', entry('Beta') + entry('Alpha'));
    const other = await load(await makeEdition(), 'z.bib', entry('Alpha') + entry('Beta'));
    expect(other.text).toBe(one.text);
    expect([...worksIn(one.text)].map(([key, { title }]) => [key, title])).toEqual([
      ['doe2010', 'Alpha'],
      ['doe2010a', 'Beta'],
    ]);
  });

  test('refuses what is no list of references, and writes nothing', async () => {
    for (const [content, what] of [
      ['Dear editor,\n', /is not a BibTeX, RIS, CSL-JSON, EndNote or PubMed file/],
      ['[{"id": "a",', /the JSON cannot be read/],
      [Buffer.from([0x40, 0x62, 0xc7, 0xe3]), /is not UTF-8 text/],
      ['', /is empty/],
      ['{}', /contains no works/],
      ['[]', /contains no works/],
    ] as const) {
      const { status, stderr, text } = await load(await makeEdition(), 'z.txt', content);
      expect(stderr).toMatch(what);
      expect(stderr).toContain('Nothing was written.');
      expect({ status, text }).toEqual({ status: 1, text: '' });
    }
  });

  test('from CSL-JSON takes the original of a translation for no English title', async () => {
    const translated = JSON.stringify({
      id: 'a',
      type: 'book',
      author: [{ family: 'والتز', given: 'کنت' }],
      title: 'نظریۀ سیاست بین‌الملل',
      'original-title': 'Theory of International Politics',
      issued: { 'date-parts': [[1394]] },
    });
    const { stdout, text } = await load(await makeEdition(), 'o.json', translated);
    expect([...worksIn(text).values()][0]?.titleTranslated).toBeUndefined();
    expect([...worksIn(text).values()][0]?.originalTitle).toBe('Theory of International Politics');
    expect(stdout).not.toContain('cannot be kept');
  });

  test.each([
    ['m.ris', 'TY  - MGZN\nTI  - Back\nAU  - Lind, M.\nJO  - The Globalist\nPY  - 2006\nLA  - en\nER  - \n'],
    [
      'm.bib',
      '@article{l, entrysubtype={magazine}, title={Back}, author={Lind, M.}, journaltitle={The Globalist}, date={2006}}',
    ],
  ])('of an article in a magazine says so, from %s', async (name, content) => {
    const { text } = await load(await makeEdition(), name, content);
    expect([...worksIn(text).values()]).toEqual([expect.objectContaining({ type: 'article', subtype: 'magazine' })]);
  });

  test('from RIS of a newspaper, with its author', async () => {
    const news = 'TY  - NEWS\nTI  - روز آخر\nAU  - احمدی, علی\nPY  - 1390\nLA  - fa\nER  - \n';
    const { text } = await load(await makeEdition(), 'n.ris', news);
    expect([...worksIn(text).values()][0]?.author?.list).toEqual([{ family: 'احمدی', given: 'علی' }]);
  });
});

describe('from RIS the editors and the title of the book of a chapter', () => {
  const chapter = (...lines: readonly string[]) =>
    ['TY  - CHAP', 'AU  - Doe, Jane', 'TI  - A Chapter', ...lines, 'PY  - 2010', 'LA  - en', 'ER  - ', ''].join('\n');
  const roe = { family: 'Roe', given: 'Ann' };
  const loaded = async (...lines: readonly string[]) => {
    const { stdout, text } = await load(await makeEdition(), 'c.ris', chapter(...lines));
    const { editor, container } = [...worksIn(text).values()][0] ?? {};
    return { editors: editor?.list, container, stdout };
  };

  test.each([
    [['A2  - Roe, Ann', 'T2  - A Long Title', 'of a Book']],
    [['ED  - Roe, Ann', 'BT  - A Long Title of a Book']],
    [['A2  - Roe, Ann', 'ED  - Roe, Ann', 'T2  - A Long Title of a Book', 'BT  - A Long Title of a Book']],
  ])('stand in %j', async (lines) => {
    const { editors, container, stdout } = await loaded(...lines);
    expect({ editors, container }).toEqual({ editors: [roe], container: 'A Long Title of a Book' });
    expect(stdout).not.toContain('has no place here');
  });

  test('are all taken where two tags name others, but one title, and what is left out is told', async () => {
    const { editors, container, stdout } = await loaded(
      'A2  - Roe, Ann',
      'ED  - Poe, Eve',
      'T2  - A Book',
      'BT  - Other',
    );
    expect({ editors, container }).toEqual({
      editors: [roe, { family: 'Poe', given: 'Eve' }],
      container: 'A Book',
    });
    expect(stdout).toMatch(/cannot be kept: BT$/m);
  });
});

test('from RIS the editors of an edited book are no authors, nor is the editor of its series', async () => {
  const book = 'TY  - EDBOOK\nAU  - Doe, Jane\nTI  - A Book\nA2  - Roe, Ann\nPY  - 2010\nLA  - en\nER  - \n';
  const { stdout, text } = await load(await makeEdition(), 'b.ris', book);
  const [work] = worksIn(text).values();
  expect([work?.author, work?.editor?.list]).toEqual([undefined, [{ family: 'Doe', given: 'Jane' }]]);
  expect(work?.contributors?.serieseditor?.list).toEqual([{ family: 'Roe', given: 'Ann' }]);
  expect(stdout).not.toContain('cannot be kept');
});

describe('a file in another encoding than UTF-8', () => {
  const list = '@book{a, author={نمونه، علي}, title={كتاب دريا و چراغ}, publisher={نشر موج}, year={1390}}\n';
  /** Letters of Windows-1256 (IANA windows-1256), as far as the list has them. */
  const codePage: Readonly<Record<string, number>> = {
    ...{ ا: 0xc7, ب: 0xc8, ت: 0xca, چ: 0x8d, د: 0xcf, ر: 0xd1, ش: 0xd4, ع: 0xda, غ: 0xdb, ك: 0xdf, ل: 0xe1, م: 0xe3 },
    ...{ ن: 0xe4, ه: 0xe5, و: 0xe6, ج: 0xcc, ي: 0xed, '،': 0xa1 },
  };

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${list}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(list, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\ufeff${list}`, 'utf16le').swap16()],
    ['Windows-1256', Buffer.from([...list].map((letter) => codePage[letter] ?? letter.charCodeAt(0)))],
  ])('is read: %s', async (name, content) => {
    const { stdout, text } = await load(await makeEdition(), 'old.bib', content);
    const [work] = worksIn(text).values();
    expect([work?.author?.list, work?.title]).toEqual([[{ family: 'نمونه', given: 'علي' }], 'كتاب دريا و چراغ']);
    expect(stdout.includes('was read as Windows-1256: look at its names')).toBe(name === 'Windows-1256');
  });

  test('that makes no words is refused with what to do', async () => {
    const latin1 = Buffer.from('@book{a, author={Öztürk, Éva}, title={Straße}, year={1999}}', 'latin1');
    const { status, stderr, text } = await load(await makeEdition(), 'old.bib', latin1);
    expect({ status, text }).toEqual({ status: 1, text: '' });
    expect(stderr).toMatch(/is not UTF-8 text[\s\S]*save it as UTF-8/);
  });
});

test.each([
  // The second work has a brace too many, so that the file as a whole has as many that open as close.
  '@book{open,\n title={Open,\n year=2001\n}\n\n@book{next,\n title={Next}},\n year=2002\n}\n',
  '@book{open,\n title={Open},\n year=2001\n\n@book{next,\n title={Next},\n year=2002\n}\n',
])('a work whose brace is not closed swallows no other: the file is refused, and both are named', async (content) => {
  const { status, stderr, text } = await load(await makeEdition(), 'open.bib', content);
  expect({ status, text }).toEqual({ status: 1, text: '' });
  expect(stderr).toMatch(/line 1 \(open\): this work is not closed before the next one, line [56] \(next\)/);
});

test('what lies between works, and braces behind a backslash, close nothing', async () => {
  const content =
    '@comment{@book{old, title={Old}}}\n} stray {\n@book{a,\n author={Doe, J}, title={Sets \\{a\\}}, year=2001\n}\n@book{b,\n author={Roe, A}, title={Next}, year=2002\n}\n';
  expect((await load(await makeEdition(), 'sets.bib', content)).stdout).toContain('2 of 2 works added');
});

test('a damaged file, whose works cannot be told apart, is refused, and nothing is written', async () => {
  const root = await makeEdition();
  const { status, stderr, text } = await load(root, 'damaged.bib', '@book{a, title={Unclosed\n@article{b, title="x"\n');
  expect(status).toBe(1);
  expect(stderr).toMatch(/damaged\.bib is damaged: .*Nothing was written/);
  expect(text).toBe('');
});

test.each([
  [
    'in a field',
    '@book{good2010,\n author={Doe, J}, title={Lamps}, year=2010\n}\n@book{bad,\n title={Open,\n year=2011\n',
  ],
  ['after a field', '@book{good2010,\n author={Doe, J}, title={Lamps}, year=2010\n}\n@book{bad,\n title={Open},\n'],
])('a file that ends within a work, %s, is refused with the place of the work', async (_, content) => {
  const { status, stderr, text } = await load(await makeEdition(), 'ends.bib', content);
  expect(status).toBe(1);
  expect(stderr).toMatch(/ends\.bib is damaged: line 4 \(bad\): .*not closed/);
  expect(text).toBe('');
});

test('what has neither author nor title is left out, and a thesis keeps its kind', async () => {
  const { stdout, text } = await load(
    await makeEdition(),
    'few.bib',
    '@misc{nothing,\n note={x}\n}\n@phdthesis{smith,\n author={Smith, J}, title={Harbours}, school={Nowhere}, year=2001\n}\n',
  );
  expect(stdout).toContain('1 of 2 works added');
  expect(stdout).toContain('nothing: has neither author nor title, and was left out');
  expect([...worksIn(text).values()].map(({ key, kind }) => [key, kind])).toEqual([['smith2001', 'phdthesis']]);
});

test('works of one name and year have keys that the rules accept, however many they are', async () => {
  const many = Array.from(
    { length: 60 },
    (_, index) => `@book{x${index},\n author={Doe, J}, title={Lamp ${index}}, year=2010\n}\n`,
  );
  const keys = [...worksIn((await load(await makeEdition(), 'many.bib', many.join(''))).text).keys()];
  expect(keys).toHaveLength(60);
  expect(keys).toEqual(expect.arrayContaining(['doe2010', 'doe2010a', 'doe2010z', 'doe2010aa', 'doe2010bg']));
});

describe('a date', () => {
  const dateOf = async (name: string, content: string) => {
    const { stdout, text } = await load(await makeEdition(), name, content);
    const [work] = worksIn(text).values();
    return { date: work?.date, year: work?.yearPrinted, stdout };
  };
  const item = (...parts: number[]) =>
    JSON.stringify([
      { id: 'a', type: 'book', title: 'ک', author: [{ family: 'ا' }], issued: { 'date-parts': [parts] } },
    ]);

  test('of a Solar Hijri day becomes the same day of the Gregorian calendar', async () => {
    expect(await dateOf('d.json', item(1402, 2, 30))).toMatchObject({ date: '2023-05-20', year: '1402' });
  });

  test.each([
    ['m.json', item(1390, 3)],
    ['m.bib', '@book{a, title={ک}, author={ا, ب}, publisher={ن}, year={1390}, month=aug}'],
    ['m.ris', 'TY  - BOOK\nTI  - ک\nAU  - ا, ب\nPB  - ن\nDA  - 1390///بهار\nER  - \n'],
  ])('that says more than a year of the Solar Hijri calendar is told, in %s', async (name, content) => {
    const { date, year, stdout } = await dateOf(name, content);
    expect([date, year]).toEqual(['2011/2012', '1390']);
    expect(stdout).toMatch(/of the date "1390\S+" only 1390 was taken|cannot be kept: month/);
  });

  test('of RIS that another line contradicts is told', async () => {
    const ris = 'TY  - BOOK\nTI  - ک\nAU  - ا, ب\nPY  - 1390\nDA  - 2015/01/02\nER  - \n';
    expect((await dateOf('c.ris', ris)).stdout).toContain('cannot be kept: DA');
  });
});
