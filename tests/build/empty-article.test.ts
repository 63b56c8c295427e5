import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import type { ContentFaults } from '../../src/faults.ts';
import { makeEdition } from '../helpers/edition.ts';

test('an article is refused if its source is empty, and there is no site', async () => {
  const root = await makeEdition({
    'content/articles/a-tale/source.txt': '',
    'content/articles/a-tale/1.0.0.mdx': '```yaml apparatus\nlines: []\n```\n',
  });
  const out = path.join(root, 'dist');
  const { faults } = (await buildEdition({ root, out }).catch((error) => error)) as ContentFaults;
  expect(faults).toMatchObject([{ file: 'content/articles/a-tale/source.txt', what: 'the source is empty' }]);
  expect(await readdir(root)).not.toContain('dist');
});
