import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { listFiles } from '../../src/files.ts';
import { makeEdition, soundFiles } from '../helpers/edition.ts';
import { releasedFiles } from '../helpers/release.ts';

const text = soundFiles['content/articles/a-tale/1.0.0.mdx'] as string;

test('a draft beside a released version is in no page and no file, and the released version is the latest', async () => {
  const draft = text.replace('was told again', 'again was told').replace('It ended well', 'It well ended');
  const root = await makeEdition(
    releasedFiles('a-tale', [
      { number: '1.0.0', text },
      { number: '1.1.0', text: draft, isDraft: true },
    ]),
  );
  const out = path.join(root, 'dist');
  await buildEdition({ root, out });
  const files = listFiles(out);
  expect(files.filter((file) => file.includes('1.1.0'))).toEqual([]);
  for (const file of files) {
    const content = await readFile(path.join(out, file), 'utf8');
    expect(content, file).not.toMatch(/again was told|It well ended|a-tale\/1\.1\.0/);
  }
  const latest = await readFile(path.join(out, 'en/articles/a-tale/index.html'), 'utf8');
  expect(latest).toContain('It ended well');
  expect(files).toContain('articles/a-tale/1.0.0/a-tale.txt');
  // An article that has nothing else shows its draft.
  expect(files).toContain('articles/yek-dastan/1.0.0/index.html');
});
