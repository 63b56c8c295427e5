import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { listFiles } from '../../src/files.ts';
import { alone, makeEdition, soundFiles } from '../helpers/edition.ts';

test('an article without a source has no page of one, and none leads there', async () => {
  const tale = 'content/articles/a-tale/';
  const unsourced = (file: string) => (soundFiles[tale + file] as string).replace(/ \[\]\(source:\d+\)/g, '');
  const root = await makeEdition({
    ...alone,
    [`${tale}source.txt`]: null,
    [`${tale}1.0.0.mdx`]: unsourced('1.0.0.mdx').replace('It ended well', 'It ended **well** at 10 m^2^'),
    [`${tale}article.yaml`]: unsourced('article.yaml')
      .replace('source: { profile: intact }\n', '')
      .replaceAll('from: source', 'from: authors'),
  });
  const out = path.join(root, 'dist');
  await buildEdition({ root, out });
  const files = listFiles(out);
  expect(files).toContain('articles/a-tale/index.html');
  expect(files.filter((file) => file.includes('/source/'))).toEqual([]);
  for (const file of files.filter((one) => /\.(?:html|xml|json|txt|atom)$/.test(one)))
    expect(await readFile(path.join(out, file), 'utf8'), file).not.toMatch(/(?:a-tale|\.\.)\/source\//);
  const page = await readFile(path.join(out, 'en/articles/a-tale/1.0.0/index.html'), 'utf8');
  expect(page).toContain('It ended <strong>well</strong> at 10 m<sup>2</sup>');
});
