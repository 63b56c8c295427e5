import { BibFieldTypes } from 'biblatex-csl-converter';
import { describe, expect, test } from 'vitest';
import { readBibtexExport } from '../../src/bibliography/import/bibtex.ts';
import { readCslExport } from '../../src/bibliography/import/csl.ts';
import { entryOf } from '../../src/bibliography/import/entry.ts';
import type { ImportedFile } from '../../src/bibliography/import/imported.ts';
import { readRisExport } from '../../src/bibliography/import/ris.ts';
import { texLetters } from '../../src/bibliography/import/tex.ts';

/** What becomes of each work of a list: the fields of its entry, what a person is told. */
function imported({ works, errors }: ImportedFile) {
  expect(errors).toEqual([]);
  const keys = new Set<string>();
  return works.map((work) => {
    const { entry, notes } = entryOf(work, keys);
    const fields = Object.fromEntries(entry.fields.map(({ name, value }) => [name, value]));
    // What the language is guessed to be is told of every work that names none.
    return { key: entry.key, ...fields, told: notes.filter((note) => !note.includes('names no language')).join('\n') };
  });
}

const fromBibtex = (text: string) => imported(readBibtexExport(text));
const fromRis = (...lines: readonly string[]) => imported(readRisExport(`${lines.join('\n')}\n`));

describe('letters that TeX writes as commands', () => {
  test('stand in names and titles, at their start too', () => {
    const [work] = fromBibtex(String.raw`@book{a,
      author = {{\textquoteleft}Zarif, Mohammad and {\d{T}}aha, Adel and O{\textquoteright}Neil, {\'E}va and \O stby, Jan},
      title = {On {\d{H}}ikma and {\OE}uvres},
      year = 1999,
    }`);
    expect(work).toMatchObject({
      key: 'zarif1999',
      author: '‘Zarif, Mohammad and Ṭaha, Adel and O’Neil, Éva and Østby, Jan',
      title: 'On Ḥikma and Œuvres',
      told: '',
    });
  });

  test.each([
    [String.raw`Garc{\'{\i}}a`, 'García'],
    [String.raw`Garc\'\i a`, 'García'],
    [String.raw`{\"O}zt{\"u}rk`, 'Öztürk'],
    [String.raw`{\v{S}}pela \v Zi\v{z}ek`, 'Špela Žižek'],
    [String.raw`\c{S}ahin {\c c}`, 'Şahin ç'],
    [String.raw`\d{\=u}`, 'ụ̄'],
    [String.raw`{\L}{\'o}d{\'z} Stra{\ss}e`, 'Łódź Straße'],
    [String.raw`{NATO} \emph{Öl} \& \url{a_b}`, String.raw`{NATO} \emph{Öl} \& \url{a_b}`],
  ])('%s is %s', (tex, letters) => {
    expect(texLetters(tex).normalize('NFC')).toBe(letters.normalize('NFC'));
  });

  // LaTeX: A Document Preparation System, tables 3.1 and 3.2; the T1 encoding; the text companion fonts.
  test.each(
    Object.entries({
      ...{ ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł' },
      ...{ i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', dj: 'đ', DJ: 'Đ', th: 'þ', TH: 'Þ', ng: 'ŋ', NG: 'Ŋ' },
      ...{ textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”' },
      ...{ textquotesingle: "'", guilsinglleft: '‹', guilsinglright: '›', quotedblbase: '„', quotesinglbase: '‚' },
      ...{ textendash: '–', textemdash: '—', textellipsis: '…', ldots: '…', dots: '…', textexclamdown: '¡' },
      ...{ textquestiondown: '¿', textdegree: '°', textmu: 'µ', textpm: '±', texttimes: '×', textonehalf: '½' },
      ...{ textonequarter: '¼', textthreequarters: '¾', textregistered: '®', texttrademark: '™', copyright: '©' },
      ...{ textordfeminine: 'ª', textordmasculine: 'º', S: '§', P: '¶', pounds: '£', euro: '€', texteuro: '€' },
      ...{ ayn: 'ʿ', hamza: 'ʾ', textdotlessi: 'ı', textdotlessj: 'ȷ', textasciimacron: '¯' },
      ...{ '`a': 'à', "'a": 'á', '^a': 'â', '~a': 'ã', '=a': 'ā', '.a': 'ȧ', '"a': 'ä', 'u{a}': 'ă', 'r{a}': 'å' },
      ...{ 'H{o}': 'ő', 'v{c}': 'č', 'd{t}': 'ṭ', 'c{c}': 'ç', 'k{a}': 'ą', 'b{t}': 'ṯ', 'textsubdot{t}': 'ṭ' },
      ...{ 'textcommabelow{s}': 'ș' },
    }),
  )('\\%s is %s', (command, letter) => {
    expect(texLetters(`x\\${command}{}x`).replace('{}', '')).toBe(`x${letter}x`);
  });

  test('keep their markup, which is told of nobody', () => {
    const commands = String.raw`\emph{a} \textit{b} \textbf{c} \textsc{d} \mkbibemph{e} \mkbibquote{f} \enquote{g} \url{h} \href{i}{j} \it k`;
    expect(fromBibtex(`@book{a, author={Doe, Jane}, title={${commands}}, year=1999}`)[0]?.told).toBe('');
  });

  test('of a command that nobody knows are told', () => {
    expect(fromBibtex(String.raw`@book{a, author={Doe, Jane}, title={The \glyphof{x} Lamp}, year=1999}`)[0]?.told).toBe(
      String.raw`cannot be kept: the command \glyphof, which is not known`,
    );
  });
});

describe('a list of names loses none', () => {
  test.each([
    ['احمدی، علی و رضایی، مریم', 'احمدی, علی and رضایی, مریم'],
    ['روحی دهبنه، مجید', 'روحی دهبنه, مجید'],
    ['احمدی، علی رضا', 'احمدی, علی رضا'],
    ['احمدی، علی؛ رضایی، مریم؛ کریمی، حسن', 'احمدی, علی and رضایی, مریم and کریمی, حسن'],
    ['احمدی، علی and رضایی، مریم', 'احمدی, علی and رضایی, مریم'],
    ['Doe, J. AND Roe, A.', 'Doe, J. and Roe, A.'],
    ['Doe, J.; Roe, A.', 'Doe, J. and Roe, A.'],
    ['{وزارت علوم، تحقیقات و فناوری}', '{وزارت علوم، تحقیقات و فناوری}'],
  ])('"%s" is "%s"', (written, author) => {
    expect(fromBibtex(`@book{a, author={${written}}, title={ک}, year={1390}}`)[0]).toMatchObject({ author });
  });

  test.each([
    'احمدی، رضایی و کریمی',
    'علی احمدی، مریم رضایی و حسن کریمی',
    'علی نمونه، حسن آزمونی',
    'سازمان مدیریت و برنامه‌ریزی',
  ])('"%s", which may be several, stays whole and is told', (written) => {
    const told = `author: "{${written}}" may be several names`;
    const files = [
      readBibtexExport(`@book{a, author={${written}}, title={ک}, year={1390}}`),
      readRisExport(`TY  - BOOK\nAU  - ${written}\nTI  - ک\nPY  - 1390\nER  - \n`),
      readCslExport(JSON.stringify({ id: 'a', type: 'book', title: 'ک', author: [{ literal: written }] })),
    ];
    for (const file of files)
      expect(imported(file)[0]).toMatchObject({ author: `{${written}}`, told: expect.stringContaining(told) });
  });

  test.each(['author', 'editor'])('a name without a letter in %s is refused and told', (field) => {
    const [work] = fromBibtex(`@book{a, ${field}={{--} and Doe, Jane}, title={Lamps}, year=1999}`);
    expect(work).toMatchObject({ [field]: 'Doe, Jane', told: expect.stringContaining(`${field}: "`) });
    expect(work?.told).toContain('is not a name, and was left out');
  });

  test('a person of one name keeps it', () => {
    const item = { id: 'a', type: 'book', title: 'Laws', author: [{ given: 'Plato' }], language: 'en' };
    expect(imported(readCslExport(JSON.stringify(item)))[0]).toMatchObject({ author: 'Plato' });
  });
});

/** Whether each statement, a name and a value of its own, is in an entry or is told by its name or its value. */
const silent = (
  stated: readonly (readonly [name: string, value: string])[],
  { told, ...fields }: { readonly told: string },
) => {
  const held = Object.values(fields).join('\n').toLowerCase();
  return stated
    .filter(
      ([name, value]) =>
        !held.includes(value.toLowerCase()) && !told.includes(value) && !new RegExp(`\\b${name}\\b`).test(told),
    )
    .map(([name]) => name);
};

describe('what stands in a file and reaches no field is told', () => {
  const types = 'article book inbook incollection inproceedings phdthesis report online misc dataset film'.split(' ');
  const people =
    'translator bookauthor holder introduction foreword afterword annotator commentator editora editorb editorc';

  test.each(types)('every field of BibLaTeX, in @%s', (type) => {
    const ours = 'author editor date langid language crossref entrysubtype'.split(' ');
    const names = [
      ...new Set([
        ...Object.values(BibFieldTypes).map(({ biblatex }) => biblatex),
        ...`${people} shortauthor subtitle issue day annote key`.split(' '),
      ]),
    ].filter((name) => !ours.includes(name) && !/date$|^(?:year|month|day)$/.test(name));
    expect(names.length).toBeGreaterThan(60);
    const stated = names.map((name, index) => [name, people.includes(name) ? `Q${index}x` : `q${index}x`] as const);
    const text = stated.map(([name, value]) => `  ${name} = {${value}},\n`);
    const [work] = fromBibtex(`@${type}{a,\n  author = {Doe, Jane},\n  year = 1999,\n${text.join('')}}\n`);
    expect(silent(stated, work as { told: string })).toEqual([]);
  });

  test('every variable of CSL, whatever the form of its value', () => {
    const strings =
      'annote archive archive_location authority call-number citation-label collection-number collection-title container-title container-title-short dimensions division event-title event-place genre jurisdiction keyword medium note number number-of-pages number-of-volumes original-publisher original-title part part-title publisher publisher-place references reviewed-genre reviewed-title scale section source status supplement title title-short version volume volume-title year-suffix edition custom'.split(
        ' ',
      );
    const names =
      'chair collection-editor compiler composer contributor curator director editorial-director guest host illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator'.split(
        ' ',
      );
    const stated = [...strings, ...names].map((name, index) => [name, `q${index}x`] as const);
    for (const type of [
      'article-journal',
      'book',
      'chapter',
      'thesis',
      'report',
      'webpage',
      'motion_picture',
      'entry',
    ]) {
      const item = Object.fromEntries(
        stated.map(([name, value]) => [name, names.includes(name) ? [{ family: value }] : value]),
      );
      const [work] = imported(readCslExport(JSON.stringify({ id: 'a', type, ...item })));
      expect(silent(stated, work as { told: string }), type).toEqual([]);
    }
    // As Crossref's own JSON has them.
    const [work] = imported(
      readCslExport(JSON.stringify({ id: 'a', type: 'book', title: ['q1x'], 'container-title': ['q2x'] })),
    );
    expect(work?.told).toContain('cannot be kept: title, container-title');
  });

  const risTypes =
    'JOUR BOOK CHAP EDBOOK THES RPRT GOVDOC ELEC GEN CONF CPAPER NEWS MGZN ENCYC DATA MPCT STAT OTHER WEB'.split(' ');
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const tags = letters
    .flatMap((one) => [...letters, ...'0123456789'].map((other) => one + other))
    .filter((tag) => !['TY', 'ER', 'ID', 'LA', 'PY', 'Y1', 'DA', 'DO', 'SN', 'SP', 'EP', 'VL', 'UR'].includes(tag));

  test.each(risTypes)('every tag that RIS can have, in %s', (type) => {
    const stated = tags.map((tag) => [tag, `q${tag}x`] as const);
    const [work] = fromRis(
      `TY  - ${type}`,
      'PY  - 1999',
      ...stated.map(([tag, value]) => `${tag}  - ${value}`),
      'ER  - ',
    );
    expect(silent(stated, work as { told: string })).toEqual([]);
  });
});

describe('RIS', () => {
  const article = ['TY  - JOUR', 'AU  - Doe, Jane', 'TI  - Lamps', 'JO  - Light'];

  test('with a tag twice keeps the first value and tells the second', () => {
    const twice = [
      'VL  - 7',
      'VL  - 8',
      'SN  - 0022-1694',
      'SN  - 1879-2707',
      'UR  - https://a.example/',
      'UR  - https://b.example/',
    ];
    const [work] = fromRis(...article, 'PY  - 1999', ...twice, 'ER  - ');
    expect(work).toMatchObject({ volume: '7', issn: '0022-1694', url: 'https://a.example/' });
    expect(work?.told).toBe('cannot be kept: VL (8), SN (1879-2707), UR (https://b.example/)');
  });

  test.each(['JO', 'JF', 'T2'])('names the journal in %s', (tag) => {
    const [work] = fromRis('TY  - JOUR', 'AU  - Doe, Jane', 'TI  - Lamps', `${tag}  - Light`, 'PY  - 1999', 'ER  - ');
    expect(work).toMatchObject({ journaltitle: 'Light', told: '' });
  });

  test('of a journal that is named twice has it once, and tells nothing', () => {
    const [work] = fromRis(...article, 'JF  - Light', 'JA  - Light', 'T2  - Light', 'PY  - 1999', 'ER  - ');
    expect(work).toMatchObject({ journaltitle: 'Light', told: '' });
  });

  test('with two dates takes the first, and no date ends the import', () => {
    const [work] = fromRis(...article, 'PY  - 2013/04/18', 'PY  - 2013/02/15/received', 'ER  - ');
    expect(work).toMatchObject({ date: '2013-04-18', told: 'cannot be kept: PY (2013/02/15/received)' });
    for (const date of ['', '//', 'soon', '2013/13/45', '13', '2013/02/15/received'])
      expect(fromRis(...article, `PY  - ${date}`, `DA  - ${date}`, 'ER  - ')).toHaveLength(1);
  });

  test('without the lines that close its records has all of them', () => {
    const works = fromRis(...article, 'PY  - 1999', '', 'TY  - BOOK', 'AU  - Roe, Ann', 'TI  - Other', 'PY  - 2001');
    expect(works.map(({ key }) => key)).toEqual(['doe1999', 'roe2001']);
  });

  test('is read with one space before the dash, with indented lines, and with ER at the start of a line of text', () => {
    const [work, ...others] = fromRis(
      '  TY - BOOK',
      '  AU - Doe, Jane',
      '  TI - Lamps',
      '  AB - On the',
      '  ER stress',
      '  PY - 1999',
      '  ER -',
    );
    expect(others).toEqual([]);
    expect(work).toMatchObject({ author: 'Doe, Jane', title: 'Lamps', date: '1999' });
  });
});

describe('a date of BibTeX', () => {
  test.each([
    ['year={2007}, month={April}', '2007-04', ''],
    ['year={2007}, month="23~" # apr', '2007-04-23', ''],
    ['year=2007, month=apr # "~23"', '2007-04-23', ''],
    ['year=2010, month=may, day=22', '2010-05-22', ''],
    ['date={2010-05-22}', '2010-05-22', ''],
    ['year={1387}, month={آبان}', '2008/2009', 'cannot be kept: month'],
    ['year={۱۳۸۷}, month={آبان}, day={۲۲}', '2008-11-12', ''],
    ['year=2011, month=jan # "/" # feb', '2011', 'cannot be kept: month'],
  ])('%s is %s', (fields, date, told) => {
    expect(fromBibtex(`@book{a, author={Doe, Jane}, title={Lamps}, ${fields}}`)[0]).toMatchObject({ date, told });
  });
});

test('a work of BibTeX without a key is one, and a title has its subtitle', () => {
  const works = fromBibtex(
    '@book{,\n author={Doe, Jane}, title={Lamps}, subtitle={A Light}, year=1999\n}\n@book{b, author={Roe, Ann}, title={Why?}, subtitle={Because}, year=2000}',
  );
  expect(works).toMatchObject([
    { key: 'doe1999', title: 'Lamps', subtitle: 'A Light' },
    { key: 'roe2000', title: 'Why?', subtitle: 'Because' },
  ]);
});

test('an ISSN needs no hyphen, and the second number of a field is told', () => {
  const [work] = fromBibtex(
    '@article{a, author={Doe, Jane}, title={Lamps}, journal={L}, year=1999, issn={00221694, 1879-2707}}',
  );
  expect(work).toMatchObject({ issn: '0022-1694', told: 'of the issn "00221694, 1879-2707" only 00221694 was taken' });
});

test('what names an item of CSL-JSON and its kind is no statement that could be lost', () => {
  const item = { id: 'a', 'citation-key': 'b', type: 'book', _graph: [], title: 'Lamps', language: 'en' };
  const author = [{ family: 'Doe', given: 'Jane' }];
  const issued = { 'date-parts': [[1999]] };
  expect(imported(readCslExport(JSON.stringify({ ...item, author, issued })))[0]?.told).toBe('');
});

test('a key has the letters of a Persian name in Latin ones', () => {
  const pairs = Object.entries({
    ...{ ا: 'a', آ: 'a', إ: 'e', ب: 'b', پ: 'p', ت: 't', ث: 's', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd' },
    ...{ ذ: 'z', ر: 'r', ز: 'z', ژ: 'zh', س: 's', ش: 'sh', ص: 's', ض: 'z', ط: 't', ظ: 'z', ع: 'a', غ: 'gh' },
    ...{ ف: 'f', ق: 'gh', ک: 'k', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', و: 'v', ه: 'h', ة: 'h', ۀ: 'h' },
    ...{ ی: 'i', ي: 'i', ئ: 'y', ؤ: 'v' },
  });
  for (const [persian, latin] of pairs) {
    const [work] = fromBibtex(`@book{a, author={ب${persian}ب, علی}, title={ک}, year={1390}}`);
    expect(work?.key, persian).toBe(`b${latin}b1390`);
  }
});

test.each([
  ['pp. 123-9', '123--129'],
  ['p. 7', '7'],
  ['ص ۱۲–۱۹', '12--19'],
  ['صص. ۱۲ - ۱۹', '12--19'],
  ['e12', 'e12'],
  ['119--120', '119--120'],
  ['98-102', '98--102'],
])('the pages "%s" are %s', (written, pages) => {
  expect(fromBibtex(`@book{a, author={Doe, Jane}, title={Lamps}, year=1999, pages={${written}}}`)[0]).toMatchObject({
    pages,
  });
});

test('a letter between the numbers of a page is not taken for "page"', () => {
  const [work] = fromBibtex('@book{a, author={Doe, Jane}, title={Lamps}, year=1999, pages={S12 p. 3}}');
  expect(work).not.toHaveProperty('pages');
  expect(work?.told).toContain('pages "S12 p. 3" was left out');
});
