import { describe, expect, test } from 'vitest';
import { checkFidelity } from '../../../src/edition/fidelity/fidelity.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { ContentFaults, type Fault } from '../../../src/faults.ts';
import { changed, makeEdition, soundFiles } from '../../helpers/edition.ts';

const tale = 'content/articles/a-tale/1.0.0.mdx';
const dastan = 'content/articles/yek-dastan/1.0.0.mdx';
const article = 'content/articles/a-tale/article.yaml';
const edition = 'content/edition.yaml';
const versions = 'content/articles/a-tale/versions.yaml';

async function faultsOf(changes: Record<string, string | null>): Promise<readonly Fault[]> {
  const root = await makeEdition(changes);
  return loadEdition(root).then(
    (loaded) => checkFidelity(loaded),
    (error: unknown) => {
      if (error instanceof ContentFaults) return error.faults;
      throw error;
    },
  );
}

test('a sound edition has no fault', async () => {
  expect(await faultsOf({})).toEqual([]);
});

describe('bad content is named with file and line', () => {
  const cases: [name: string, changes: Record<string, string | null>, file: string, line: number, what: RegExp][] = [
    ['a broken YAML file', changed(edition, 'en: Trial }', 'en: [Trial }'), edition, 1, /YAML/],
    [
      'a broken MDX file',
      changed(tale, '## Beginning', '<Abstract>\n## Beginning'),
      tale,
      7,
      /<Abstract> is not closed/,
    ],
    [
      'an unknown field',
      changed(article, 'dates: []', 'dates: []\nflavour: sweet'),
      article,
      14,
      /unknown field "flavour"/,
    ],
    ['a duplicate slug', changed(edition, '- yek-dastan', '- a-tale'), edition, 11, /listed twice/],
    ['a duplicate note', { [tale]: `${soundFiles[tale]}\n[^1]: Again [](source:4)\n` }, tale, 15, /defined twice/],
    [
      'a duplicate reading',
      changed(dastan, '](reading:r1)', '](reading:r1) [۱۹۹۹](reading:r1)'),
      dastan,
      3,
      /marked twice/,
    ],
    ['a note that nobody defined', changed(tale, 'again [](', 'again[^9] []('), tale, 9, /\[\^9\] is not defined/],
    ['a note that nobody calls', changed(tale, 'began[^1]', 'began'), tale, 13, /no text calls/],
    ['a missing version file', { [tale]: null }, versions, 1, /missing/],
    ['an unclosed mark', changed(dastan, '[۱۹۹۹](reading:r1)', '[۱۹۹۹(reading:r1)'), dastan, 3, /not closed/],
    ['an unknown mark', changed(dastan, 'reading:r1', 'raeding:r1'), dastan, 3, /unknown/],
    [
      'a reading that the apparatus lacks',
      changed(dastan, 'reading:r1', 'reading:r2'),
      dastan,
      3,
      /not in the apparatus/,
    ],
    ['a reading that no text has', changed(dastan, '[۱۹۹۹](reading:r1)', '۱۹۹۹'), dastan, 7, /no place of the text/],
    ['a slug with a path in it', changed(edition, '- a-tale', '- ../a-tale'), edition, 10, /no path/],
    [
      'a language that the interface lacks',
      changed(edition, '- en', '- de'),
      edition,
      8,
      /must be languages that the interface speaks \(fa, en, ar\)/,
    ],
    ['a language twice', changed(edition, '- fa\n  - en', '- en\n  - en'), edition, 6, /must name each language once/],
    [
      'no languages',
      changed(edition, 'languages:\n  - fa\n  - en\n', ''),
      edition,
      1,
      /languages: must be languages that the interface speaks/,
    ],
    [
      'rights without a note',
      changed(edition, ', note: { fa: ناشناخته, en: Unknown }', ''),
      edition,
      5,
      /rights\.note/,
    ],
    [
      'no rights',
      changed(edition, 'rights:', '# rights:'),
      edition,
      1,
      /rights: must state licence and note, or uri, name and note/,
    ],
    ['HTML in the text', changed(tale, 'It ended well', 'It <b>ended</b> well'), tale, 11, /the HTML <b>/],
    [
      'a script in the text',
      changed(tale, 'It ended well', 'It ended {process.exit(1)} well'),
      tale,
      11,
      /a pair of braces has no place in a text/,
    ],
    ['a date that does not exist', changed(versions, '2026-01-01', '2026-02-30'), versions, 2, /day that exists/],
    [
      'a paragraph without source lines',
      changed(tale, 'It ended well [](source:5)', 'It ended well'),
      tale,
      11,
      /does not name its source|account/,
    ],
  ];
  test.each(cases)('%s', async (_, changes, file, line, what) => {
    const faults = await faultsOf(changes);
    const found = faults.filter((fault) => what.test(fault.what));
    expect(faults.map((fault) => `${fault.file}:${fault.line} ${fault.what}`).join('\n')).toMatch(what);
    expect(found.map((fault) => [fault.file, fault.line])).toContainEqual([file, line]);
    for (const fault of faults) expect(fault.fix).not.toBe('');
  });
});

test('HTML in a title is refused', async () => {
  const [fault] = await faultsOf(changed(article, 'A Tale of Two Notes', '<b>A Tale</b>'));
  expect(fault).toMatchObject({ file: article, line: 3, what: expect.stringContaining('HTML') });
});

test('control characters in a title are refused', async () => {
  const faults = await faultsOf(changed(article, 'A Tale of Two Notes', 'A \\u0007 Tale'));
  expect(faults[0]?.what).toMatch(/control characters/);
});

test('noncharacters and marks that turn the direction of text are refused in a title', async () => {
  const faultOf = async (text: string) => (await faultsOf(changed(article, 'A Tale of Two Notes', text)))[0];
  expect(await faultOf('A \\uFFFE Tale')).toMatchObject({
    file: article,
    line: 3,
    what: expect.stringContaining('XML'),
  });
  for (const mark of ['\\u202E', '\\u2067']) {
    expect(await faultOf(`A ${mark} Tale`)).toMatchObject({
      file: article,
      line: 3,
      what: expect.stringContaining('direction'),
    });
  }
});

test('a DOI prefix wants an address for answers, and is never the one for tests', async () => {
  const withDoi = (text: string) => faultsOf(changed(edition, 'articles:', `${text}\narticles:`));
  expect(await withDoi('doi: { prefix: "10.1234" }')).toMatchObject([
    { file: edition, what: expect.stringContaining('must be given where doi is') },
  ]);
  const contact = 'contact: library@example.org';
  expect(await withDoi(`${contact}\ndoi: { prefix: "10.5072" }`)).toMatchObject([
    { file: edition, line: 10, what: expect.stringContaining('prefix for tests') },
  ]);
  expect(await withDoi(`${contact}\ndoi: { prefix: "10.1234", deposit: 2 }`)).toEqual([]);
});

describe('citations and the bibliography', () => {
  const entry = (key: string, printed = '(well)') =>
    `@book{${key},\n  author = {Writer, Ann},\n  langid = {en},\n  printed = {${printed}},\n  certainty = {known},\n  reasonfa = {ر},\n  reasonen = {R},\n  seen = {own knowledge},\n}\n`;
  const cites = changed(tale, 'It ended well', 'It ended [well](cite:writer2000)');

  test('agree', async () => {
    expect(await faultsOf({ ...cites, 'bibliography/a-tale.bib': entry('writer2000') })).toEqual([]);
  });

  test('a printed form with words that the text has not is named', async () => {
    expect(await faultsOf({ ...cites, 'bibliography/a-tale.bib': entry('writer2000', '(Roe, 1999)') })).toMatchObject([
      { file: 'bibliography/a-tale.bib', line: 1, what: expect.stringContaining('does not occur in the text') },
    ]);
  });

  test('a page that the text does not name is named', async () => {
    const paged = changed(tale, 'It ended well', 'It ended [well](cite:writer2000?p=99)');
    expect(await faultsOf({ ...paged, 'bibliography/a-tale.bib': entry('writer2000') })).toMatchObject([
      { file: tale, line: 11, what: expect.stringContaining('is of page 99, and the text says "well"') },
    ]);
  });

  test('a citation of a work that is not there is named', async () => {
    const [fault] = await faultsOf({ ...cites, 'bibliography/a-tale.bib': '' });
    expect(fault).toMatchObject({ file: tale, line: 11, what: expect.stringContaining('writer2000') });
  });

  test('a work that nobody cites is named', async () => {
    const [fault] = await faultsOf({ 'bibliography/a-tale.bib': entry('writer2000') });
    expect(fault).toMatchObject({
      file: 'bibliography/a-tale.bib',
      line: 1,
      what: expect.stringContaining('version 1.0.0 of a-tale does not cite writer2000'),
    });
  });

  test('a key that two articles use is named', async () => {
    const faults = await faultsOf({
      ...cites,
      ...changed(dastan, 'آن را شنیدند', 'آن را [شنیدند](cite:writer2000)'),
      'bibliography/a-tale.bib': entry('writer2000'),
      'bibliography/yek-dastan.bib': entry('writer2000'),
    });
    expect(faults.map((fault) => fault.what).join()).toContain('is also in bibliography/a-tale.bib:1');
  });

  test('a note inside a citation is refused, as a link holds no other', async () => {
    const faults = await faultsOf(changed(tale, 'It began[^1] in', 'It [began[^1]](cite:writer2000) in'));
    expect(faults.map((fault) => fault.what).join()).toContain('a note is inside a citation');
  });
});
