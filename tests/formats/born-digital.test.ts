/** What the exports say of an article that has no source: nothing of one. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { latestVersion, type Subject } from '../../src/edition/model.ts';
import { readVersionText } from '../../src/edition/reading/text.ts';
import { formats } from '../../src/formats/index.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { textOf } from '../helpers/epub.ts';
import { harbour, harbourArticle, harbourRoot } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';

/** An article in English as it would be if it had been written for the edition. */
async function bornDigital(): Promise<Subject> {
  const { source: _, ...article } = await harbourArticle('harbour-lights');
  const latest = latestVersion(article);
  const restored = await readFile(path.join(harbourRoot, latest.file), 'utf8');
  const written = restored
    .replace(/ ?\[\]\(source:[^)]*\)| source="[^"]*"/g, '')
    .replace(/```yaml apparatus\n.*?```\n/s, '');
  const { text, faults } = readVersionText(written, latest.file, 'en');
  expect(faults).toEqual([]);
  const version = { ...latest, ...text };
  return { edition: await harbour(), article: { ...article, versions: [version] }, version };
}

test('JATS is valid and names no text as received', needing(schemas.jats), async () => {
  const xml = jats.write(await bornDigital()) as string;
  expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
  expect(xml).not.toContain('source-text');
});

test('TEI is valid, and has no witness, no lines and no readings', needing(schemas.tei), async () => {
  const xml = tei.write(await bornDigital()) as string;
  expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
  expect(xml).not.toMatch(/sourceDoc|listWit|witness|corresp="#l|variantEncoding/);
  expect(xml).toContain('The text is the one that the authors gave to this edition.');
});

test('no format names the page of a source', async () => {
  const subject = await bornDigital();
  for (const format of formats) {
    const written = textOf(await format.write(subject));
    expect(written.length, format.name).toBeGreaterThan(100);
    expect(written, format.name).not.toMatch(/harbour-lights\/source|as received|undefined/);
  }
});
