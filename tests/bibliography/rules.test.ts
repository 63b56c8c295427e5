import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../src/bibliography/bibtex-reader.ts';
import { readBibliography, writeCanonical } from '../../src/bibliography/load.ts';

const sound = `@article{jervis1985,
  author = {Jervis, Robert},
  title = {From balance to concert},
  journaltitle = {World Politics},
  pages = {58--79},
  date = {1985},
  doi = {10.2307/2010351},
  langid = {en},
  printed = {(Jervice, 1985)},
  certainty = {verified},
  reasonfa = {دیده شد.},
  reasonen = {Seen.},
  seen = {own knowledge},
}
`;

const faultsOf = (text: string) => readBibliography(text, 'bibliography/x.bib').faults;

test('a sound entry has no fault', () => {
  expect(faultsOf(sound)).toEqual([]);
});

test('authors keep the keys of their own list, and nobody else does', () => {
  const stated = sound.replace(/ {2}printed.*/s, '  certainty = {stated},\n}\n');
  const whats = (key: string, text = stated) => faultsOf(text.replace('jervis1985', key)).map(({ what }) => what);
  for (const key of ['Wood2011-kn', 'Shen_2023', 'pcbi.1001083-Endy1', 'jervis1985']) expect(whats(key)).toEqual([]);
  for (const key of ['DBLP:conf/x', 'قوام۱۳۹۱', '-a', 'a.', 'fn1'])
    expect(whats(key)).toContainEqual(expect.stringMatching(/familyYEARx/));
  expect(whats('Wood2011-kn', sound)).toContainEqual(expect.stringMatching(/familyYEARx/));
});

describe('is named with its line', () => {
  test.each([
    ['a duplicate key', `${sound}\n${sound}`, 16, /already used in line 1/],
    ['a key of another form', sound.replace('jervis1985', 'Jervis:85'), 1, /familyYEARx/],
    [
      'an unbalanced brace',
      sound.replace('{From balance to concert}', '{From balance to concert'),
      3,
      /brace is not closed/,
    ],
    ['a malformed DOI', sound.replace('10.2307/2010351', '2010351'), 7, /bare DOI/],
    ['a DOI given as an address', sound.replace('10.2307/2010351', 'https://doi.org/10.2307/2010351'), 7, /bare DOI/],
    ['a malformed year', sound.replace('{1985}', '{198}'), 6, /Gregorian/],
    ['a malformed page range', sound.replace('58--79', '58-79'), 5, /range with --/],
    ['a page range that runs backwards', sound.replace('58--79', '79--58'), 5, /backwards/],
    ['a name with markup in it', sound.replace('Jervis, Robert', '<b>Jervis</b>, Robert'), 2, /markup/],
    ['a name without its comma', sound.replace('Jervis, Robert', 'Robert Jervis'), 2, /without a comma/],
    [
      'a Solar Hijri year that is not that of the date',
      sound.replace('  doi', '  yearprinted = {1367},\n  doi'),
      1,
      /do not agree/,
    ],
    ['an unknown field', sound.replace('  langid', '  mood = {good},\n  langid'), 8, /unknown field/],
    ['an unknown type', sound.replace('@article', '@paper'), 1, /not a type of entry/],
    ['a missing field that the type wants', sound.replace('@article', '@thesis'), 1, /has no institution/],
    [
      'a subtype of another name',
      sound.replace('  author', '  entrysubtype = {weekly},\n  author'),
      2,
      /must be magazine/,
    ],
    [
      'a book in a magazine',
      sound.replace('@article', '@book').replace('  author', '  entrysubtype = {magazine},\n  author'),
      1,
      /no book is in a magazine/,
    ],
    ['a wrong ISBN', sound.replace('  langid', '  isbn = {9780262572225},\n  langid'), 8, /check digit/],
    ['entries out of order', `${sound.replaceAll('1985', '1986')}\n${sound}`, 16, /is listed after/],
    [
      'fields out of order',
      sound.replace('  pages = {58--79},\n  date = {1985},', '  date = {1985},\n  pages = {58--79},'),
      5,
      /normal form/,
    ],
  ])('%s', (_, text, line, what) => {
    const faults = faultsOf(text);
    expect(faults.map((fault) => `${fault.line}: ${fault.what}`).join('\n')).toMatch(what);
    expect(faults.filter((fault) => what.test(fault.what)).map((fault) => fault.line)).toContain(line);
  });
});

test('a report whose author is a body needs no institution, one by a person does', () => {
  const report = sound.replace('@article', '@report').replace(/ {2}journaltitle.*\n/, '');
  expect(faultsOf(report).map(({ what }) => what)).toEqual(['jervis1985 has no institution']);
  expect(faultsOf(report.replace('Jervis, Robert', '{Russian Federation}'))).toEqual([]);
});

describe('a work that the authors themselves state', () => {
  const stated = sound.replace('{verified}', '{stated}').replace(/ {2}(?:printed|reasonfa|reasonen|seen) = .*\n/g, '');

  test('needs no reason, no printed form, and no field of its type', () => {
    expect(faultsOf(stated)).toEqual([]);
    expect(faultsOf(stated.replace('@article', '@incollection'))).toEqual([]);
    expect(faultsOf(stated.replace('  langid = {en},\n', '')).map(({ what }) => what)).toEqual([
      'jervis1985 has no langid',
    ]);
  });

  test('has none of what the editors say of one that they looked for', () => {
    const faults = faultsOf(stated.replace('{stated},', '{stated},\n  reasonen = {Seen.},'));
    expect(faults.map(({ what }) => what)).toEqual(['jervis1985 is stated by the authors and has a reasonen']);
  });
});

describe('why a work is taken for what it is', () => {
  const without = sound.replace(/ {2}reason(?:fa|en) = .*\n/g, '');
  const saying = (fields: string) => without.replace('  seen', `${fields}  seen`);

  test.each([
    ['in English alone', '  reasonen = {Seen.},\n'],
    ['in Arabic alone', '  reasonar = {اطُّلع عليه.},\n'],
    [
      'in five languages, those of Persian and English first',
      '  reasonfa = {دیده شد.},\n  reasonen = {Seen.},\n  reasonar = {اطُّلع عليه.},\n  reasonckb = {بینرا.},\n  reasonfr = {Vu.},\n',
    ],
  ])('is said %s', (_, fields) => {
    expect(faultsOf(saying(fields))).toEqual([]);
    expect(
      writeCanonical(
        readBibtex(saying(fields.trimEnd().split('\n').toReversed().join('\n').concat('\n')), 'x').entries,
      ),
    ).toBe(saying(fields));
    const [work] = readBibliography(saying(fields), 'x').works;
    expect(Object.keys(work?.reason ?? {})).toEqual([...fields.matchAll(/reason([a-z]+)/g)].map((match) => match[1]));
  });

  test('is said in one language at least', () => {
    expect(faultsOf(without)).toEqual([
      {
        file: 'bibliography/x.bib',
        line: 1,
        what: 'jervis1985 has no reason',
        fix: 'say in one language at least why it is taken for this work: reasonen = {…}',
      },
    ]);
  });

  test('is in a language that there is', () => {
    const [fault] = faultsOf(saying('  reasonen = {Seen.},\n  reasonqq = {Qq.},\n'));
    expect(fault).toMatchObject({ line: 12, what: 'unknown field "reasonqq" (jervis1985)' });
    expect(fault?.fix).toContain('BCP 47');
  });
});

test.each([
  ['az-Latn', true],
  ['pt-BR', true],
  ['und', true],
  ['qq', false],
  ['english', false],
  ['EN', false],
])('the language %s of a work is one: %s', (tag, isOne) => {
  expect(faultsOf(sound.replace('langid = {en}', `langid = {${tag}}`)).length === 0).toBe(isOne);
});

test('what can be mended mechanically is mended, and mending twice changes nothing', () => {
  const untidy = sound
    .replace('58--79', '58–79')
    .replace('10.2307/2010351', 'https://doi.org/10.2307/2010351')
    .replace('  langid = {en},\n', '')
    .replace('  author', '  langid = "en",\n  author');
  const mended = writeCanonical(readBibtex(untidy, 'x').entries);
  expect(mended).toBe(sound);
  expect(writeCanonical(readBibtex(mended, 'x').entries)).toBe(mended);
});
