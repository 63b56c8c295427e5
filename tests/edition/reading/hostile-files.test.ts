/** Files that nobody means to write: each is refused with its place and what to do, and none ends the program. */
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFidelity } from '../../../src/edition/fidelity/fidelity.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { ContentFaults, type Fault } from '../../../src/faults.ts';
import { changed, makeEdition, soundFiles } from '../../helpers/edition.ts';
import { releasedFiles } from '../../helpers/release.ts';

const edition = 'content/edition.yaml';
const folder = 'content/articles/a-tale';
const article = `${folder}/article.yaml`;
const versions = `${folder}/versions.yaml`;
const tale = `${folder}/1.0.0.mdx`;
const dastan = 'content/articles/yek-dastan/1.0.0.mdx';
const bibliography = 'bibliography/a-tale.bib';

const entry =
  '@book{writer2000,\n  author = {Writer, Ann},\n  title = {A title},\n  langid = {en},\n  printed = {(well)},\n  certainty = {known},\n  reasonfa = {ر},\n  reasonen = {R},\n  seen = {own knowledge},\n}\n';
const cited = {
  ...changed(tale, 'It ended well', 'It ended [well](cite:writer2000)'),
  [bibliography]: entry,
};

const faultsIn = (root: string): Promise<readonly Fault[]> =>
  loadEdition(root).then(
    (loaded) => checkFidelity(loaded),
    (error: unknown) => {
      if (error instanceof ContentFaults) return error.faults;
      throw error;
    },
  );

const faultsOf = async (changes: Record<string, string | null>) => faultsIn(await makeEdition(changes));

/** Expects a fault at a place, with a fix. */
function expectFault(faults: readonly Fault[], file: string, line: number, what: RegExp, fix: RegExp): void {
  expect(faults.map((one) => `${one.file}:${one.line} ${one.what} | ${one.fix}`).join('\n')).toMatch(what);
  const found = faults.filter((one) => what.test(one.what));
  expect(found.map((one) => [one.file, one.line])).toContainEqual([file, line]);
  expect(found.map((one) => one.fix).join('\n')).toMatch(fix);
}

describe('YAML', () => {
  const bomb = ['a', 'b', 'c', 'd', 'e']
    .map((name, index, names) => {
      const values = Array.from({ length: 10 }, () => (index === 0 ? 'x' : `*${names[index - 1]}`));
      return `${name}: &${name} [${values.join(', ')}]`;
    })
    .join('\n');
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const apparatus = (yaml: string) => changed(dastan, 'readings:', `${yaml}\nreadings:`);

  test.each<[name: string, changes: Record<string, string>, file: string, line: number, what: RegExp, fix: RegExp]>([
    [
      'an unknown alias in the edition',
      changed(edition, 'name: {', 'name: *nobody #{'),
      edition,
      1,
      /\*nobody has no anchor/,
      /write the value itself/,
    ],
    [
      'an unknown alias in an article',
      changed(article, 'dates: []', 'dates: *nobody'),
      article,
      13,
      /\*nobody/,
      /value itself/,
    ],
    [
      'an unknown alias in the versions',
      changed(versions, 'kind: first', 'kind: *nobody'),
      versions,
      3,
      /\*nobody/,
      /value itself/,
    ],
    ['an unknown alias in an apparatus', apparatus('remarks: *nobody'), dastan, 6, /\*nobody/, /value itself/],
    [
      'an alias that stands for itself',
      changed(article, 'dates: []', 'dates: &all [*all]'),
      article,
      13,
      /\*all refers to itself/,
      /value itself/,
    ],
    [
      'aliases of aliases of aliases',
      changed(edition, 'articles:', `${bomb}\narticles:`),
      edition,
      10,
      /aliases stand for too much/,
      /value itself/,
    ],
    [
      'lists in lists without an end',
      changed(edition, 'articles:', `deep: ${deep(5000)}\narticles:`),
      edition,
      1,
      /nested too deeply/,
      /no deeper/,
    ],
    [
      'a value in bytes',
      changed(article, 'dates: []', 'dates: !!binary aGVsbG8='),
      article,
      13,
      /!!binary is not a type/,
      /remove the mark/,
    ],
    [
      'a second document',
      changed(edition, 'articles:', '---\narticles:'),
      edition,
      9,
      /several documents/,
      /three hyphens/,
    ],
    [
      'a field of JavaScript’s own',
      changed(edition, 'articles:', '__proto__: { a: b }\narticles:'),
      edition,
      9,
      /unknown field "__proto__"/,
      /spelling/,
    ],
  ])('%s is refused with its line', async (_, changes, file, line, what, fix) => {
    expectFault(await faultsOf(changes), file, line, what, fix);
  });

  test('an alias of a value that stands before it is the value', async () => {
    const aliased = (soundFiles[edition] as string)
      .replace('name: {', 'name: &us {')
      .replace(/publisher: .*/, 'publisher: *us');
    expect((await loadEdition(await makeEdition({ [edition]: aliased }))).publisher).toEqual({
      fa: 'آزمون',
      en: 'Trial',
    });
  });
});

describe('characters that nobody sees', () => {
  const embedding = '\u202e';
  test.each<[name: string, changes: Record<string, string>, file: string, line: number]>([
    ['the text of an article', changed(tale, 'ended well', `ended ${embedding}well`), tale, 11],
    ['a note', changed(tale, 'Nobody knows', `Nobody ${embedding}knows`), tale, 13],
    ['an address in a text', changed(tale, 'ended well', `ended [well](https://x.example/${embedding}a)`), tale, 11],
    ['an apparatus', changed(dastan, 'The last digit', `The ${embedding}last digit`), dastan, 12],
    ['a title', changed(article, 'A Tale of', `A ${embedding}Tale of`), article, 3],
    ['the summary of a draft', changed(versions, 'en: First', `en: ${embedding}First`), versions, 4],
    ['what the edition says', changed(edition, 'An edition', `An ${embedding}edition`), edition, 2],
    [
      'a title of a cited work',
      { ...cited, [bibliography]: entry.replace('A title', `A ${embedding}title`) },
      bibliography,
      3,
    ],
  ])('a direction override in %s is refused', async (_, changes, file, line) => {
    expectFault(await faultsOf(changes), file, line, /U\+202E|direction/, /./);
  });

  test.each([
    '\u200e',
    '\u200f',
    '\u061c',
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ])('so is %j, by its number', async (mark) => {
    const number = `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const faults = await faultsOf(changed(tale, 'ended well', `ended ${mark}well`));
    expectFault(faults, tale, 11, new RegExp(`${number.replace('+', '\\+')}.*after "It ended"`), /remove it/);
  });

  test('one that is written as an escape is refused all the same', async () => {
    expectFault(await faultsOf(changed(tale, 'ended well', 'ended &#x202e;well')), tale, 11, /U\+202E/, /remove it/);
    expectFault(
      await faultsOf(changed(article, 'A Tale of', 'A \\u200fTale of')),
      article,
      3,
      /titles\.en\.value has U\+200F/,
      /remove it/,
    );
    const summary = changed(versions, 'en: First', 'en: "\\u200fFirst"');
    expectFault(await faultsOf(summary), versions, 4, /summary\.en has U\+200F/, /remove it/);
    const reason = changed(dastan, 'en: The last digit is lost', 'en: "\\u200fLost"');
    expectFault(await faultsOf(reason), dastan, 12, /reason\.en has U\+200F/, /remove it/);
  });

  test.each([
    ['NUL', '\u0000', 'U+0000'],
    ['a bell', '\u0007', 'U+0007'],
    ['a noncharacter', '\uffff', 'U+FFFF'],
    ['a byte order mark amid the text', '\ufeff', 'U+FEFF'],
  ])('%s is refused in texts and bibliographies', async (_, character, number) => {
    const what = new RegExp(number.replace('+', '\\+'));
    expectFault(await faultsOf(changed(tale, 'ended well', `ended ${character}well`)), tale, 11, what, /remove it/);
    const bib = { ...cited, [bibliography]: entry.replace('A title', `A ${character}title`) };
    expectFault(await faultsOf(bib), bibliography, 3, what, /remove it/);
  });

  test.each([edition, article, tale, bibliography])(
    'a byte order mark before %s is refused with its fix',
    async (file) => {
      const content = { ...soundFiles, ...cited }[file] as string;
      expectFault(
        await faultsOf({ ...cited, [file]: `\ufeff${content}` }),
        file,
        1,
        /byte order mark/,
        /UTF-8 without BOM/,
      );
    },
  );

  test('a released version that has them stays valid, and so does the text as received', async () => {
    const text = (soundFiles[tale] as string).replace('ended well', 'ended \u200fwell');
    const files = releasedFiles('a-tale', [{ number: '1.0.0', text: `\ufeff${text}` }]);
    expect(await faultsOf(files)).toEqual([]);
    expect(
      await faultsOf({ ...files, [`${folder}/source.txt`]: soundFiles[`${folder}/source.txt`] as string }),
    ).toEqual([]);
    const source = `${folder}/source.txt`;
    expect(await faultsOf({ [source]: `\ufeff\u200f${soundFiles[source]}` })).toEqual([]);
  });
});

describe('files', () => {
  test.each([edition, article, tale, versions])('bytes that are no UTF-8 in %s are refused', async (file) => {
    const root = await makeEdition();
    await writeFile(path.join(root, file), Buffer.from([0x61, 0xff, 0xfe, 0x62]));
    expectFault(await faultsIn(root), file, 1, /not UTF-8/, /save it as UTF-8/);
  });

  test('a link that leads out of the edition is refused, one inside it is followed', async () => {
    const outside = path.join(await makeEdition({ 'secret.txt': 'secret' }), 'secret.txt');
    const root = await makeEdition({ [tale]: null });
    await symlink(outside, path.join(root, tale));
    expectFault(await faultsIn(root), tale, 1, /leads out of the edition/, /put the file itself/);
    const inside = await makeEdition({ [tale]: null, 'content/text.mdx': soundFiles[tale] as string });
    await symlink('../../text.mdx', path.join(inside, tale));
    expect(await faultsIn(inside)).toEqual([]);
  });

  test('a loop of links, and a folder in the place of a file, are refused', async () => {
    const root = await makeEdition({ [tale]: null });
    await symlink('1.0.0.mdx', path.join(root, tale));
    expectFault(await faultsIn(root), versions, 1, /text of version 1\.0\.0 is missing/, /add/);
    const other = await makeEdition({ [article]: null });
    await mkdir(path.join(other, article));
    expectFault(await faultsIn(other), article, 1, /this is not a file/, /put a text file/);
  });

  test('a file in the place of an article’s folder is refused', async () => {
    const root = await makeEdition();
    await rm(path.join(root, folder), { recursive: true });
    await writeFile(path.join(root, folder), 'no folder');
    expectFault(await faultsIn(root), edition, 10, /folder not found: content\/articles\/a-tale/, /add the article/);
  });

  test('line ends of Windows are line ends', async () => {
    const windows = Object.fromEntries(
      Object.entries(soundFiles).map(([file, content]) => [file, content.replaceAll('\n', '\r\n')]),
    );
    const root = await makeEdition(windows);
    expect(await faultsIn(root)).toEqual([]);
    const { articles } = await loadEdition(root);
    expect(JSON.stringify(articles)).not.toContain('\\r');
  });
});

test('a text of quotations in quotations without an end is refused', async () => {
  const faults = await faultsOf({ [tale]: `${'>'.repeat(2000)} deep\n` });
  expectFault(faults, tale, 1, /more than 6 deep in one another/, /end some of them/);
});

test('emphasis in emphasis without an end is refused, with the other faults of the file', async () => {
  const deep = `${'*a **b '.repeat(70)}c${' d** e*'.repeat(70)}`;
  const faults = await faultsOf({ [tale]: `${deep}\n\nA note[^9].\n` });
  expectFault(faults, tale, 1, /nested too deeply/, /remove quotations/);
  expectFault(faults, tale, 3, /\[\^9\] is not defined/, /a line of its own/);
});

test('an address that is none is refused in a text', async () => {
  const faults = await faultsOf(changed(tale, 'ended well', 'ended [well](https://exa[mple)'));
  expectFault(faults, tale, 11, /is not a valid address/, /correct the address/);
});
