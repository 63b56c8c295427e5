/**
 * Twenty works of all types, in English and in Persian, in the ten styles, and in Arabic in that of Arabic journals, as they were read against the manuals of the styles. Where
 * one differs from its manual, the line names the difference, which docs/citing-styles.md explains.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { citationStyles } from '../../src/bibliography/citation-styles.ts';
import { readBibliography } from '../../src/bibliography/load.ts';
import { workTypes } from '../../src/bibliography/work.ts';
import { referenceTo } from '../../src/citing/references.ts';
import { unescapeXml } from '../../src/text/escape.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/works');
const works = async (file: string) => readBibliography(await readFile(path.join(folder, file), 'utf8'), file);
const read = await readFile(path.join(folder, 'twenty.references.txt'), 'utf8');
const parts = new Map(read.split(/^# /m).map((part) => [part.split('\n', 1)[0], part.trim().split('\n').slice(1)]));
const twenty = {
  'twenty.bib': await works('twenty.bib'),
  'twenty.fa.bib': await works('twenty.fa.bib'),
  'twenty.ar.bib': await works('twenty.ar.bib'),
};

/** A reference as the list has it, its italics between underscores. */
const plain = (html: string) => unescapeXml(html.replace(/<\/?i>/g, '_').replace(/<[^>]*>/g, ''));

describe.each(Object.entries(twenty))('the works of %s', (file, { works: all, faults }) => {
  test('are twenty, of all types, without a fault', () => {
    expect(faults).toEqual([]);
    expect(all).toHaveLength(20);
    expect(workTypes.filter((type) => !all.some((work) => work.type === type))).toEqual([]);
  });

  // The style of Arabic journals is for what is in Arabic; as the others have works in Arabic, they have those in Persian.
  const styles = citationStyles.filter(({ readers }) => (readers === 'ar') === (file === 'twenty.ar.bib'));
  test.each(styles.map((style) => [style.id, style] as const))('are printed in %s as they were read', (id, style) => {
    const expected = (parts.get(`${id}, ${file}`) ?? []).map((line) => line.replace(/ \[[D\d ]+\]:/, ':'));
    expect(all.map((work) => `${work.key}: ${plain(referenceTo(work, style).html)}`)).toEqual(expected);
  });
});

test('every difference that a line names is explained, and every one that is explained occurs', async () => {
  const named = new Set([...read.matchAll(/ \[([D\d ]+)\]:/g)].flatMap(([, all = '']) => all.split(' ')));
  const docs = await readFile(path.resolve(folder, '../../../docs/citing-styles.md'), 'utf8');
  const explained = [...docs.matchAll(/^\| (D\d+) \|/gm)].map(([, one]) => one);
  expect([...named].sort()).toEqual(explained.sort());
});
