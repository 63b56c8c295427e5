import path from 'node:path';
import { expect, test } from 'vitest';
import { loadEdition } from '../../src/edition/load.ts';
import { latestVersion, plainText } from '../../src/edition/model.ts';
import { txt } from '../../src/formats/txt.ts';

test('the plain text has one line for each paragraph, which opens with its number', async () => {
  const edition = await loadEdition(path.resolve(import.meta.dirname, '../..'));
  for (const article of edition.articles) {
    const version = latestVersion(article);
    const text = txt.write(edition, article, version) as string;
    const lines = text.split('\n').filter((line) => line.startsWith('¶'));
    const paragraphs = version.body.filter((block) => block.type === 'paragraph');
    expect(lines).toEqual(paragraphs.map((block) => `¶${block.number} ${plainText(block.children)}`));
    expect(text).not.toMatch(/[\r\u2028\u2029]/);
    expect(text.endsWith('\n')).toBe(true);
    for (const abstract of version.abstracts) {
      for (const block of abstract.blocks) expect(text).toContain(plainText(block.children));
    }
  }
});
