import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { makeEdition, soundFiles } from '../../helpers/edition.ts';
import { faultsOf } from '../../helpers/faults.ts';
import { releasedFiles } from '../../helpers/release.ts';

const file = 'content/articles/a-tale/article.yaml';
const sound = soundFiles[file] as string;

/** What is wrong with the facts of an article, as `line: what`. */
const wrong = async (facts: string) => {
  const faults = await faultsOf({ [file]: facts });
  for (const fault of faults) expect(fault.file).toBe(file);
  return faults.map(({ line, what }) => `${line}: ${what}`);
};

describe('an ORCID iD', () => {
  const withOrcid = (orcid: string) =>
    wrong(sound.replace('    affiliation: {}', `    orcid: ${orcid}\n    affiliation: {}`));

  // The two that ORCID's own documentation gives, and one whose check digit is a figure.
  test.each(['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X'])('%s is taken', async (orcid) => {
    expect(await withOrcid(orcid)).toEqual([]);
  });

  test.each(['0000-0002-1825-0098', '0000-0002-1694-2330', '0000-0002-1825-009X', '0000-0002-8125-0097'])(
    '%s with a wrong check digit is refused',
    async (orcid) => {
      expect(await withOrcid(orcid)).toEqual([expect.stringMatching(/^7: .*has a wrong check digit/)]);
    },
  );

  test.each(['https://orcid.org/0000-0002-1825-0097', '"0000000218250097"', '0000-0002-1694-233x'])(
    '%s of another form is refused',
    async (orcid) => {
      expect(await withOrcid(orcid)).toContainEqual(expect.stringMatching(/^7: .*must be 0000-0000-0000-0000/));
    },
  );
});

describe('the year of the version of record', () => {
  const ofYear = (year: string) =>
    wrong(
      sound.replace(
        'url: https://journal.example/1',
        `url: https://journal.example/1\n  year: { value: { ${year} }, certainty: certain, from: source }`,
      ),
    );

  test.each(['solarHijri: "1390"', 'gregorian: "2011"'])('may be known in one calendar: %s', async (year) => {
    expect(await ofYear(year)).toEqual([]);
  });

  test.each(['2011', '2012'])('1390 meets %s', async (gregorian) => {
    expect(await ofYear(`solarHijri: "1390", gregorian: "${gregorian}"`)).toEqual([]);
  });

  test.each(['2010', '2013'])('1390 does not meet %s', async (gregorian) => {
    expect(await ofYear(`solarHijri: "1390", gregorian: "${gregorian}"`)).toEqual([
      expect.stringMatching(/^13: .*must have two years that meet: the Gregorian one is 621 or 622 more/),
    ]);
  });

  test('is of one calendar at least', async () => {
    expect(await ofYear('')).toEqual([expect.stringMatching(/^13: .*must have the year in one calendar at least/)]);
  });

  test.each(['solarHijri: "0"', 'solarHijri: "1600"', 'solarHijri: "۱۳۹۰"', 'gregorian: "11"'])(
    '%s is refused',
    async (year) => {
      expect(await ofYear(year)).toContainEqual(
        expect.stringMatching(/^13: .*must be a (?:Solar Hijri|Gregorian) year/),
      );
    },
  );
});

describe('a date in the life of the article', () => {
  const dated = (date: string) =>
    wrong(sound.replace('dates: []', `dates:\n  - { event: received, certainty: certain, ${date} }`));

  test.each([
    'solarHijri: 1402-05-09, printed: "۱۴۰۲/۰۵/۰۹"',
    'solarHijri: 1402-05, printed: "1402/05"',
    'solarHijri: 1402-05, printed: "1402/05/09"',
    'gregorian: 2023-07-31, printed: 31 July 2023',
  ])('%s is taken', async (date) => {
    expect(await dated(date)).toEqual([]);
  });

  test.each([
    ['solarHijri: 1402-12-30, printed: "1402/12/30"', /must be a Solar Hijri date that exists/],
    ['solarHijri: 1202-13-09, printed: "1202/13/09"', /must be a Solar Hijri date that exists/],
    ['gregorian: 2023-02-29, printed: 29 February 2023', /must be a Gregorian date that exists/],
    ['printed: 31 July 2023', /must state the date in the calendar of the source/],
    [
      'solarHijri: 1402-05-09, gregorian: 2023-07-31, printed: "1402/05/09"',
      /must state the date in the calendar of the source/,
    ],
    ['solarHijri: 1402-05-09, printed: "1402/05/10"', /must begin with the date that solarHijri states/],
    ['gregorian: 2023-07-31, printed: 31 July 2022', /must have the year that gregorian states/],
  ])('%s is refused', async (date, what) => {
    expect(await dated(date)).toContainEqual(expect.stringMatching(what));
  });
});

describe('an article in Persian', () => {
  const persian = 'content/articles/yek-dastan/article.yaml';
  const facts = soundFiles[persian] as string;

  test.each([
    ['fa: { family: نویسنده }, ', /creators, entry 1, name\.fa: is missing/],
    ['name: { fa: مجله, en: Journal }', /journal\.name\.fa: is missing/],
    ['publisher: { fa: ناشر, en: Publisher }', /journal\.publisher\.fa: is missing/],
  ])('has the Persian form of %s', async (part, what) => {
    const without = part.replace(/fa: (?:\{.*?\}|[^,]+), /, '');
    const faults = await faultsOf({ [persian]: facts.replace(part, without) });
    expect(faults).toMatchObject([{ file: persian, what: expect.stringMatching(what) }]);
  });

  test('one in English need not have it', async () => {
    const without = sound.replace('fa: { family: نویسنده }, ', '').replace('fa: مجله, ', '').replace('fa: ناشر, ', '');
    expect(await wrong(without)).toEqual([]);
  });
});

test('what was released with a wrong ISSN stays readable, and its working copy is told', async () => {
  const facts = sound.replace(
    'publisher: { fa: ناشر, en: Publisher }',
    'publisher: { fa: ناشر, en: Publisher }\n  issn: 2008-0868',
  );
  const released = releasedFiles('a-tale', [{ number: '1.0.0' }], facts);
  const edition = await loadEdition(await makeEdition(released));
  expect(edition.articles.find(({ slug }) => slug === 'a-tale')?.versions[0]?.metadata.journal?.issn).toEqual({
    any: '2008-0868',
  });
  const faults = await faultsOf({ ...released, [file]: facts });
  expect(faults.map(({ file, what }) => `${file}: ${what}`)).toEqual([
    `${file}: journal.issn: has a wrong check digit`,
  ]);
});
