/** An article that was written for the edition: it has no text as received, and its authors state its facts. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { release } from '../../../src/authoring/release.ts';
import type { Article } from '../../../src/edition/model.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { alone, makeEdition } from '../../helpers/edition.ts';
import { faultsOf } from '../../helpers/faults.ts';

const tale = 'content/articles/a-tale/';

const facts = `language: en
facts: { certainty: certain, from: authors }
titles: { en: A Tale of CO2 }
creators:
  - name: { en: { family: Writer, given: Ann } }
    affiliation: { en: A University }
  - name: { en: { family: Other } }
    romanised: { from: editors, certainty: uncertain }
journal: { name: { en: Journal }, publisher: { en: Publisher } }
record:
  url: https://journal.example/1
  year: { gregorian: "2026" }
  volume: { value: "4", certainty: supported }
  pages: { first: "1", last: "9" }
rights:
  uri: http://rightsstatements.org/vocab/CNE/1.0/
  name: { fa: بررسی نشده, en: Copyright Not Evaluated }
  note: { fa: ناشناخته, en: Unknown }
`;

const text = `## Beginning

It began[^1] with **CO~2~**.

[^1]: Nobody knows why.
`;

/** The edition with nothing but an article that has no source. */
const bornDigital = (changes: Readonly<Record<string, string | null>> = {}) => ({
  ...alone,
  [`${tale}article.yaml`]: facts,
  [`${tale}1.0.0.mdx`]: text,
  [`${tale}source.txt`]: null,
  ...changes,
});

const loaded = async (changes: Readonly<Record<string, string | null>> = {}) =>
  (await loadEdition(await makeEdition(bornDigital(changes)))).articles[0] as Article;

test('a fact with an ellipsis in its place is an open point of the draft, which a release refuses', async () => {
  const root = await makeEdition({
    ...alone,
    [`${tale}article.yaml`]: facts.replace('Writer, given: Ann', '…, given: Ann').replace('A Tale of CO2', '…'),
    [`${tale}1.0.0.mdx`]: text,
    [`${tale}source.txt`]: null,
  });
  const [article] = (await loadEdition(root)).articles;
  expect(article?.versions[0]?.open.map(({ file, line, what }) => `${file}:${line}: ${what}`)).toEqual([
    `${tale}article.yaml:3: titles.en is not written yet`,
    `${tale}article.yaml:5: creators, entry 1, name.en.family is not written yet`,
  ]);
  await expect(release(root, 'a-tale', '1.0.0', '2026-08-09', '2026-08-09')).rejects.toThrow();
});

test('a licence that is not chosen yet is an open point of the draft', async () => {
  const own = facts.replace(/rights:\n(?: .*\n)*/, 'rights: { licence: …, note: { en: Ask } }\n');
  const root = await makeEdition({
    ...alone,
    [`${tale}article.yaml`]: own,
    [`${tale}1.0.0.mdx`]: text,
    [`${tale}source.txt`]: null,
  });
  const [article] = (await loadEdition(root)).articles;
  const [version] = article?.versions ?? [];
  expect(version?.open.map(({ what }) => what)).toEqual(['rights.licence is not written yet']);
  expect(version?.metadata.rights).toEqual({
    uri: 'http://rightsstatements.org/vocab/UND/1.0/',
    name: { en: 'The licence is not chosen yet' },
    note: { en: 'Ask' },
  });
  await expect(release(root, 'a-tale', '1.0.0', '2026-08-09', '2026-08-09')).rejects.toThrow();
});

describe('an article without a source', () => {
  test('is sound, and has no source', async () => {
    expect(await faultsOf(bornDigital())).toEqual([]);
    expect((await loaded()).source).toBeUndefined();
  });

  test.each([
    ['lines', text.replace('**.', '**. [](source:3)'), 3, 'p1 names source lines, and the article has no source'],
    [
      'a lost note',
      text.replace('Nobody knows why.', '[](lost:)'),
      5,
      'the text of note 1 is lost, and the article has no source',
    ],
    [
      'an apparatus of lines',
      `${text}\n\`\`\`yaml apparatus\nlines:\n  - { lines: 1, as: title }\n\`\`\`\n`,
      1,
      'the apparatus speaks of lines, numbers or readings of a source, and the article has no source',
    ],
  ])('cannot speak of one: %s', async (_, changed, line, what) => {
    expect(await faultsOf(bornDigital({ [`${tale}1.0.0.mdx`]: changed }))).toMatchObject([
      { file: `${tale}1.0.0.mdx`, line, what },
    ]);
  });

  test('has no fact that was seen in one', async () => {
    const changed = facts.replace('romanised: { from: editors', 'romanised: { from: source');
    expect(await faultsOf(bornDigital({ [`${tale}article.yaml`]: changed }))).toMatchObject([
      {
        file: `${tale}article.yaml`,
        line: 8,
        what: expect.stringContaining('is source, and the article has no source:'),
      },
    ]);
  });

  test('is refused where a source stands beside it', async () => {
    expect(await faultsOf(bornDigital({ [`${tale}source.txt`]: 'It began.\n' }))).toMatchObject([
      { file: `${tale}article.yaml`, what: 'source.txt is there, and article.yaml says of no source' },
    ]);
  });

  test('is released without the digest of one, and held to its files as any other', async () => {
    const root = await makeEdition(bornDigital());
    await release(root, 'a-tale', '1.0.0', '2026-01-01', '2026-01-02');
    expect(await readFile(path.join(root, `${tale}versions.yaml`), 'utf8')).not.toContain('sourceDigest');
    const [article] = (await loadEdition(root)).articles;
    expect(article?.versions[0]?.status).toBe('released');
    expect(article?.versions[0]?.sourceDigest).toBeUndefined();
    await writeFile(path.join(root, `${tale}1.0.0.mdx`), text.replace('began', 'ended'));
    await expect(loadEdition(root)).rejects.toThrow(/version 1\.0\.0 is released and its text has changed/);
  });
});

test('an article that was released with its source cannot lose it', async () => {
  const root = await makeEdition(alone);
  await release(root, 'a-tale', '1.0.0', '2026-01-01', '2026-01-02');
  const file = path.join(root, `${tale}article.yaml`);
  await writeFile(
    file,
    (await readFile(file, 'utf8'))
      .replace('source: { profile: intact }\n', '')
      .replaceAll('from: source', 'from: editors'),
  );
  await expect(loadEdition(root)).rejects.toThrow(
    /version 1\.0\.0 was released with its source, and article\.yaml says of none/,
  );
});

describe('facts that are said once', () => {
  test('hold for each that does not say its own', async () => {
    const article = await loaded();
    const ours = { certainty: 'certain', from: 'authors' };
    expect(article.titles.en).toEqual({ value: 'A Tale of CO2', ...ours });
    expect(article.record).toMatchObject({
      year: { value: { gregorian: '2026' }, ...ours },
      volume: { value: '4', certainty: 'supported', from: 'authors' },
      pages: { value: { first: '1', last: '9' }, ...ours },
    });
    expect(article.creators.map(({ romanised, affiliation }) => ({ romanised, affiliation }))).toEqual([
      { romanised: ours, affiliation: { en: { value: 'A University', ...ours } } },
      { romanised: { certainty: 'uncertain', from: 'editors' }, affiliation: {} },
    ]);
    expect(article).toMatchObject({ dates: [], keywords: {} });
  });

  test('have to be said somewhere', async () => {
    const without = facts.replace(/facts: .*\n/, '');
    const said = (await faultsOf(bornDigital({ [`${tale}article.yaml`]: without }))).map(({ what }) => what);
    expect(said.length).toBeGreaterThan(4);
  });

  test.each([
    ['certainty', 'facts: { certainty: sure, from: authors }'],
    ['from', 'facts: { certainty: certain, from: someone }'],
  ])('are refused where their %s is none', async (field, line) => {
    const faults = await faultsOf(bornDigital({ [`${tale}article.yaml`]: facts.replace(/facts: .*/, line) }));
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: `${tale}article.yaml`,
        line: 2,
        what: expect.stringContaining(`facts.${field}`),
      }),
    );
  });
});
