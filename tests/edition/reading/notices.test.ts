/** What is refused of notices: they are of released versions, in order, and none of them is changed or taken away. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runNew } from '../../../src/cli/new-command.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import type { ContentFaults } from '../../../src/faults.ts';
import { makeEdition } from '../../helpers/edition.ts';
import { folder, noticedEdition, noticesFile, written } from '../../helpers/notices.ts';
import { releasedFiles } from '../../helpers/release.ts';

const faultsOf = (root: string) =>
  loadEdition(root).then(
    () => [],
    (error: ContentFaults) => error.faults,
  );

/** What is wrong once the file of the notices was changed. */
async function afterwards(change: (text: string) => string) {
  const root = await noticedEdition();
  const file = path.join(root, noticesFile);
  await writeFile(file, change(await readFile(file, 'utf8')));
  return faultsOf(root);
}

const without = (text: string, kind: string) =>
  text.replace(new RegExp(` {2}- version: 1\\.0\\.0\\n {4}kind: ${kind}\\n(?: {4}.*\\n)*`), '');

describe('a sealed notice', () => {
  test('is read with its version', async () => {
    const [tale] = (await loadEdition(await noticedEdition())).articles;
    expect(tale?.versions[0]?.notices.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'doi 2026-02-01',
      'licence 2026-02-02',
      'erratum 2026-02-03',
      'correction 2026-02-04',
      'concern 2026-02-05',
      'retraction 2026-02-06',
    ]);
  });

  test.each(['Why erratum', '2026-02-04', 'https://journal.example/concern', 'CC-BY-4.0'])(
    'in which %s changed is refused on its line',
    async (words) => {
      const faults = await afterwards((text) =>
        text.replace(
          words,
          words.replace(/[4a]/, (one) => (one === '4' ? '3' : 'o')),
        ),
      );
      expect(faults[0]).toMatchObject({ file: noticesFile, fix: expect.stringMatching(/git log|letter by letter/) });
      expect(faults[0]?.line).toBeGreaterThan(1);
    },
  );

  test.each(['doi', 'correction'])('%s that was taken out is missed by the one after it', async (kind) => {
    const faults = await afterwards((text) => without(text, kind));
    expect(faults.map(({ what }) => what).join()).toMatch(/the notice has changed, or one before it is gone/);
  });

  test('that was taken from the end is missed by the list of versions', async () => {
    const faults = await afterwards((text) => without(text, 'retraction'));
    expect(faults).toMatchObject([
      {
        file: `${folder}/versions.yaml`,
        what: expect.stringContaining('has 6 notices by this list, and 5 in'),
        fix: expect.stringContaining('a notice is never taken away'),
      },
    ]);
  });

  test('is missed where the whole file is gone', async () => {
    const root = await noticedEdition();
    await rm(path.join(root, noticesFile));
    expect(await faultsOf(root)).toMatchObject([{ what: expect.stringContaining('6 notices by this list, and 0') }]);
  });
});

test.each([
  [
    written('retraction', '2026-02-01').replace('1.0.0', '2.0.0'),
    2,
    /there is no version 2\.0\.0/,
    /name one of 1\.0\.0/,
  ],
  [written('retraction', '2025-12-31'), 4, /before the release of 1\.0\.0/, /correct the date/],
  [written('retraction', '2026-02-01'), 2, /has no seal/, /npm run new -- notice a-tale/],
  [written('scandal', '2026-02-01'), 3, /kind: must be one of retraction/, /write retraction, concern/],
  [written('licence', '2026-02-01'), 2, /licence: must be given/, /spdx\.org/],
  [written('licence', '2026-02-01', 'licence: CC BY'), 6, /licence: is not the identifier/, /letter by letter/],
  [written('doi', '2026-02-01'), 2, /doi: is missing/, /bare DOI/],
  [`${written('retraction', '2026-02-02')}${written('erratum', '2026-02-01')}`, 8, /before the one above it/, /order/],
])('%s is refused with its line and what to do', async (notice, line, what, fix) => {
  const root = await makeEdition({
    ...releasedFiles('a-tale', [{ number: '1.0.0' }]),
    [noticesFile]: `notices:\n${notice}`,
  });
  expect(await faultsOf(root)).toContainEqual(
    expect.objectContaining({
      file: noticesFile,
      line,
      what: expect.stringMatching(what),
      fix: expect.stringMatching(fix),
    }),
  );
});

test('a notice of a draft is refused', async () => {
  const root = await makeEdition({ [noticesFile]: `notices:\n${written('retraction', '2026-02-01')}` });
  expect((await faultsOf(root))[0]?.what).toBe('version 1.0.0 is a draft');
});

describe('npm run new -- notice', () => {
  const run = (root: string, ...args: readonly string[]) =>
    runNew(['--root', root, 'notice', 'a-tale', ...args], '2026-03-01');

  test('starts a notice, seals it once it has a reason, and adds the next to the same chain', async () => {
    const root = await makeEdition(releasedFiles('a-tale', [{ number: '1.0.0' }]));
    for (const kind of ['concern', 'retraction']) {
      expect(await run(root, '1.0.0', kind)).toMatchObject({ status: 0 });
      expect((await run(root)).stderr).toContain('reason.fa: must not be empty');
      const file = path.join(root, noticesFile);
      await writeFile(file, (await readFile(file, 'utf8')).replace('{ fa: "", en: "" }', '{ fa: دلیل, en: Why }'));
      expect(await run(root)).toMatchObject({ status: 0 });
      expect(await faultsOf(root)).toEqual([]);
    }
    expect((await loadEdition(root)).articles[0]?.versions[0]?.notices).toHaveLength(2);
  });

  test.each([
    [['1.0.0', 'scandal'], /no kind of notice/],
    [['3.0.0', 'retraction'], /has no version 3\.0\.0/],
    [[], /no notice without a seal/],
  ])('refuses %s', async (args, why) => {
    const { status, stderr } = await run(await noticedEdition(), ...args);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(why) });
  });
});
