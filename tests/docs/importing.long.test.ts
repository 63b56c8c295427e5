/** The guide from a Word file to a page, followed: its commands as they stand there, on a file as it describes one. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runNew } from '../../src/cli/new-command.ts';
import { plainText } from '../../src/edition/model.ts';
import { makeDesk } from '../helpers/desk.ts';
import { docx, footnote, image, paragraph, run, table, zotero } from '../helpers/docx.ts';
import { png } from '../helpers/figures.ts';

const book = (id: number, title: string, family: string, given: string, year: string, language: string) => ({
  id,
  itemData: { id, type: 'book', title, author: [{ family, given }], issued: { 'date-parts': [[year]] }, language },
});

const word = async () =>
  docx(
    [
      paragraph(run('دو چراغ'), 'Title'),
      paragraph(run('مریم نمونه'), 'Author'),
      paragraph(run('چکیده'), 'heading1'),
      paragraph(run('دو نگهبان دو دفتر داشتند.')),
      paragraph(run('کلیدواژه‌ها: فانوس، دفتر')),
      paragraph(run('مقدمه'), 'heading1'),
      paragraph(
        `${run('چراغ در سال ۱۲۸۱ روشن شد')}${footnote(1)}${run(' ')}${zotero([book(5, 'چراغ‌ها', 'نمونه', 'علی', '1391', 'fa'), book(6, 'Lamps', 'Doe', 'Jane', '2010', 'en')], '(نمونه، ۱۳۹۱؛ Doe, 2010)')}${run('.')}`,
      ),
      paragraph(run('جدول ۱: ژرفاها'), 'caption'),
      table([
        ['عمق', 'نور'],
        ['۱', '۲'],
      ]),
      image('دو فتیله'),
    ].join(''),
    ['سال را روی در نوشته‌اند.'],
    await png(6, 3),
  );

test('leads from a Word file with Persian text, a footnote, a table, an image and references of Zotero to a release', async () => {
  const guide = await readFile(path.resolve(import.meta.dirname, '../../docs/importing.md'), 'utf8');
  const chapter = guide.split(/^## /m).find((one) => one.startsWith('A Word file in ten minutes')) ?? '';
  const commands = [...chapter.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, lines = '']) =>
    lines.trim().split('\n'),
  );
  expect(commands).toEqual([
    'npm run new -- article do-cheragh --from do-cheragh.docx',
    'npm run check',
    'npm run check',
    'npm run new -- release do-cheragh 1.0.0',
    'npm run build',
  ]);
  const { root, made } = await makeDesk({ 'do-cheragh.docx': await word() });
  const follow = (command: string) =>
    runNew(
      [
        ...command
          .replace(/^npm run new -- /, '')
          .split(' ')
          .map((one) => (one.endsWith('.docx') ? path.join(root, 'desk', one) : one)),
        '--root',
        root,
      ],
      '2026-08-09',
    );
  const { stdout, stderr } = await follow(commands[0] as string);
  expect(stderr).toBe('');
  const came = /came in: (.*)/.exec(stdout)?.[1] ?? '';
  expect(chapter).toContain(`\`${came}\``);
  const open = (await made()).version.open.map(({ what }) => what);
  expect(open).toEqual(['creators, entry 1, name.en.family is not written yet']);
  expect(chapter).toContain(`\`${open[0]}\``);

  const facts = path.join(root, 'content/articles/do-cheragh/article.yaml');
  await writeFile(facts, (await readFile(facts, 'utf8')).replace(/(en:\n\s+family: )…/, '$1Nemuneh'));
  expect((await made()).version.open).toEqual([]);
  expect(await follow(commands[3] as string)).toMatchObject({ status: 0, stderr: '' });
  const { article, version } = await made();
  expect(version.status).toBe('released');
  expect(article.creators).toMatchObject([{ name: { fa: { family: 'نمونه' }, en: { family: 'Nemuneh' } } }]);
  expect(version.body.map(({ type }) => type)).toEqual('heading paragraph table figure'.split(' '));
  expect(version.citations.map(({ key, children }) => [key, plainText(children)])).toEqual([
    ['nmvnh1391', 'نمونه، ۱۳۹۱'],
    ['doe2010', 'Doe, 2010'],
  ]);
});
