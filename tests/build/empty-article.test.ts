import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import type { ContentFaults } from '../../src/faults.ts';
import { makeEdition } from '../helpers/edition.ts';

describe('an article without a paragraph', () => {
  const tale = (source: string, apparatus: string, text = '') => ({
    'content/articles/a-tale/source.txt': source,
    'content/articles/a-tale/1.0.0.mdx': `${text}\`\`\`yaml apparatus\n${apparatus}\n\`\`\`\n`,
  });

  test('is built if its source has no more than a title and an abstract, which describes its page', async () => {
    const abstract = '<Abstract lang="en">\n\nOn salt & "tea". [](source:2)\n\n</Abstract>\n\n';
    const title = 'lines:\n  - { lines: 1, as: title }';
    const root = await makeEdition(tale('A Tale of Two Notes\nOn salt & "tea".\n', title, abstract));
    const out = path.join(root, 'dist');
    await buildEdition({ root, out });
    const page = await readFile(path.join(out, 'en/articles/a-tale/index.html'), 'utf8');
    expect(page).toContain('A Tale of Two Notes');
    expect(page).not.toContain('class="pn"');
    expect(page).toContain('<meta name="description" content="On salt &amp; &quot;tea&quot;.">');
  });

  test('is refused if its source is empty, and there is no site', async () => {
    const root = await makeEdition(tale('', 'lines: []'));
    const out = path.join(root, 'dist');
    const { faults } = (await buildEdition({ root, out }).catch((error) => error)) as ContentFaults;
    expect(faults).toMatchObject([{ file: 'content/articles/a-tale/source.txt', what: 'the source is empty' }]);
    expect(await readdir(root)).not.toContain('dist');
  });
});
