import { describe, expect, test } from 'vitest';
import { soundFiles } from '../../helpers/edition.ts';
import { faultsOf } from '../../helpers/faults.ts';

const folder = 'content/articles/a-tale';
const metadata = soundFiles[`${folder}/article.yaml`] as string;

/** The lines of the source that hold no text, and the apparatus that says what they hold. */
const front = [
  ['A Tale of Two Notes', 'title'],
  ['Ann Writer', 'byline'],
  ['Department of Tales, ann@tales.example', 'affiliation'],
  ['Keywords: tales, notes', 'keywords'],
] as const;

const stated = metadata
  .replace(
    'affiliation: {}',
    'affiliation: { en: { value: Department of Tales, certainty: certain, from: source } }\n    email: ann@tales.example',
  )
  .replace('keywords: {}', 'keywords: { en: [tales, notes] }');

/** What is wrong with the facts of an article whose source has these lines before its text. */
async function wrong(lines: readonly (readonly [line: string, use: string])[], facts: string): Promise<string[]> {
  const apparatus = lines.map(([, use], index) => `  - { lines: ${index + 1}, as: ${use} }\n`).join('');
  const faults = await faultsOf({
    [`${folder}/article.yaml`]: facts,
    [`${folder}/source.txt`]: `${lines.map(([line]) => line).join('\n')}\nIt began\n`,
    [`${folder}/1.0.0.mdx`]: `It began [](source:${lines.length + 1})\n\n\`\`\`yaml apparatus\nlines:\n${apparatus}\`\`\`\n`,
  });
  for (const { file, line, fix } of faults) {
    expect([file, line]).toEqual([`${folder}/article.yaml`, 1]);
    expect(fix).toContain('read the source lines again');
  }
  return faults.map(({ what }) => what);
}

test('the facts of an article have the letters of the source lines that hold them', async () => {
  expect(await wrong(front, stated)).toEqual([]);
});

describe('is named, with the lines of the source:', () => {
  test.each([
    [
      'a title',
      'A Tale of Two Notes',
      'A Tale of Two Nodes',
      'the title',
      '1–1: the text has d too many; the source has t more',
    ],
    [
      'a name',
      'family: Writer',
      'family: Whiter',
      'the names of the creators',
      '2–2: the text has h too many; the source has r more',
    ],
    ['an affiliation', 'value: Department', 'value: Departments', 'the affiliations', '3–3: the text has s too many'],
    ['an address', 'email: ann@', 'email: anna@', 'the affiliations', '3–3: the text has a too many'],
    ['a keyword', '[tales, notes]', '[tales, notes, oz]', 'the keywords', '4–4: the text has z too many'],
  ])('%s with letters that they do not have', async (_, from, to, name, rest) => {
    expect(await wrong(front, stated.replaceAll(from, to))).toEqual([
      `the letters of ${name} are not those of source lines ${rest}`,
    ]);
  });

  test.each([
    ['title', 'A Tale of Two Notes Again', 'the title'],
    ['byline', 'Ann Writer and Company', 'the names of the creators'],
  ])('a %s that leaves out letters of its line', async (use, line, name) => {
    const lines = front.map((one) => (one[1] === use ? ([line, use] as const) : one));
    expect(await wrong(lines, stated)).toEqual([
      expect.stringMatching(new RegExp(`^the letters of ${name} are not those .*: the source has .* more$`)),
    ]);
  });
});

describe('is not compared', () => {
  test('a fact whose lines the apparatus does not name', async () => {
    expect(await wrong([['Keywords: tales, notes', 'keywords']], stated.replace('Two Notes', 'Two Nodes'))).toEqual([]);
  });

  test('an affiliation that was not read from the source', async () => {
    const editors = stated.replace(
      'Department of Tales, certainty: certain, from: source',
      'Oxford, certainty: certain, from: editors',
    );
    expect(await wrong(front, editors)).toEqual([]);
  });

  test('a label beside keywords and affiliations', async () => {
    expect(await wrong(front, stated.replace('[tales, notes]', '[tales]'))).toEqual([]);
  });
});

test('an “and” between the names of a Persian byline belongs to no name', async () => {
  const persian = 'content/articles/yek-dastan';
  const twoNames = (soundFiles[`${persian}/article.yaml`] as string).replace(
    '    affiliation: {}\n',
    `    affiliation: {}
  - name: { fa: { family: دیگری }, en: { family: Other } }
    romanised: { certainty: certain, from: source }
    affiliation: {}
`,
  );
  const faultsIn = async (byline: string) =>
    (
      await faultsOf({
        [`${persian}/article.yaml`]: twoNames,
        [`${persian}/source.txt`]: `${byline}\nآغاز\n`,
        [`${persian}/1.0.0.mdx`]: 'آغاز [](source:2)\n\n```yaml apparatus\nlines:\n  - { lines: 1, as: byline }\n```\n',
      })
    ).map(({ what }) => what);
  expect(await faultsIn('نویسنده و دیگری')).toEqual([]);
  expect(await faultsIn('نویسنده با دیگری')).toEqual([expect.stringContaining('the source has ب ا more')]);
});
