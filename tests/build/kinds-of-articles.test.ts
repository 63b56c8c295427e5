/** What one build makes of articles that are not like most. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { listFiles } from '../../src/files.ts';
import { soundFiles, writeEdition } from '../helpers/edition.ts';
import { releasedFiles } from '../helpers/release.ts';

const tale = 'content/articles/a-tale/';
const text = soundFiles[`${tale}1.0.0.mdx`] as string;

/** The files of an article of another slug that is like `a-tale`. */
const like = (slug: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`content/articles/${slug}/${name}`, content]));

const sound = (name: string) => soundFiles[tale + name] as string;
const unsourced = (name: string) => sound(name).replace(/ \[\]\(source:\d+\)/g, '');

let root: string;
let out: string;
let files: string[];
const read = (file: string) => readFile(path.join(out, file), 'utf8');

beforeAll(async () => {
  const draft = text.replace('was told again', 'again was told').replace('It ended well', 'It well ended');
  root = await writeEdition({
    'content/edition.yaml': `${soundFiles['content/edition.yaml']}  - unsourced\n  - bare\n`,
    ...releasedFiles('a-tale', [
      { number: '1.0.0', text },
      { number: '1.1.0', text: draft, isDraft: true },
    ]),
    ...like('unsourced', {
      '1.0.0.mdx': unsourced('1.0.0.mdx').replace('It ended well', 'It ended **well** at 10 m^2^'),
      'article.yaml': unsourced('article.yaml')
        .replace('source: { profile: intact }\n', '')
        .replaceAll('from: source', 'from: authors'),
      'versions.yaml': sound('versions.yaml'),
    }),
    ...like('bare', {
      'source.txt': 'A Tale of Two Notes\nOn salt & "tea".\n',
      'article.yaml': sound('article.yaml'),
      'versions.yaml': sound('versions.yaml'),
      '1.0.0.mdx':
        '<Abstract lang="en">\n\nOn salt & "tea". [](source:2)\n\n</Abstract>\n\n```yaml apparatus\nlines:\n  - { lines: 1, as: title }\n```\n',
    }),
  });
  out = path.join(root, 'dist');
  await buildEdition({ root, out });
  files = listFiles(out);
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('a draft beside a released version is in no page and no file, and the released version is the latest', async () => {
  expect(files.filter((file) => file.includes('1.1.0'))).toEqual([]);
  for (const file of files) expect(await read(file), file).not.toMatch(/again was told|It well ended|a-tale\/1\.1\.0/);
  expect(await read('en/articles/a-tale/index.html')).toContain('It ended well');
  expect(files).toContain('articles/a-tale/1.0.0/a-tale.txt');
  // An article that has nothing else shows its draft.
  expect(files).toContain('articles/yek-dastan/1.0.0/index.html');
});

test('an article without a source has no page of one, and none leads there', async () => {
  expect(files).toContain('articles/unsourced/index.html');
  expect(files).toContain('articles/bare/source/index.html');
  expect(files.filter((file) => file.includes('unsourced/source'))).toEqual([]);
  for (const file of files.filter((one) => /\.(?:html|xml|json|txt|atom)$/.test(one)))
    expect(await read(file), file).not.toContain('unsourced/source/');
  for (const file of files.filter((one) => /articles\/unsourced\/.*\.html$/.test(one)))
    expect(await read(file), file).not.toContain('../source/');
  const page = await read('en/articles/unsourced/1.0.0/index.html');
  expect(page).toContain('It ended <strong>well</strong> at 10 m<sup>2</sup>');
});

test('an article without a paragraph is built if its source has no more than a title and an abstract, which describes its page', async () => {
  const page = await read('en/articles/bare/index.html');
  expect(page).toContain('A Tale of Two Notes');
  expect(page).not.toContain('class="pn"');
  expect(page).toContain('<meta name="description" content="On salt &amp; &quot;tea&quot;.">');
});
