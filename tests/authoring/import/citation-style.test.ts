/** The style in which an import prints citations: that of the manuscript, that of the edition, that of its lists. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/edition/model.ts';
import { makeDesk } from '../../helpers/desk.ts';

const bib = `@book{doe2010, author = {Doe, Jane and Roe, Max}, title = {Lights}, year = {2010}, langid = {english}}
`;

const paper = (head: string) => `---
title: Lamps
author: Ann Wood
bibliography: paper.bib
${head}---

# One

They burn [@doe2010, p. 12], as @doe2010 say.
`;

const own = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="(" suffix=")"><names variable="author"><name form="short" and="text"/></names><date variable="issued" prefix=" " form="text" date-parts="year"/><text variable="locator" prefix=" at "/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>`;

async function cited(head: string, edition = '') {
  const desk = await makeDesk({ 'paper.md': paper(head), 'paper.bib': bib, 'own.csl': own });
  const file = path.join(desk.root, 'content/edition.yaml');
  await writeFile(file, `${await readFile(file, 'utf8')}${edition}`);
  const { stdout, stderr } = await desk.take('paper.md');
  expect(stderr).toBe('');
  const { version } = await desk.made();
  return { said: stdout, prints: version.citations.map(({ children }) => plainText(children)) };
}

test('a citation prints as the style of the CSL project does that the manuscript names', async () => {
  expect((await cited('csl: chicago-author-date.csl\n')).prints).toEqual([
    '(Doe and Roe 2010, 12)',
    'Doe and Roe (2010)',
  ]);
});

test('or as a style does that lies beside it', async () => {
  expect((await cited('csl: own.csl\n')).prints).toEqual(['(Doe and Roe 2010 at 12)', 'Doe and Roe (2010)']);
});

test('or as the edition chooses', async () => {
  expect((await cited('', 'citations: mla\n')).prints).toEqual(['(Doe and Roe 12)', 'Doe and Roe']);
});

test('a style that numbers works, and one that is nowhere, are named and not used', async () => {
  const numbers = await cited('csl: ieee.csl\n');
  expect(numbers.said).toContain('the style ieee.csl prints numbers or notes');
  expect(numbers.prints).toEqual(['(Doe & Roe, 2010, p. 12)', 'Doe and Roe (2010)']);
  const nowhere = await cited('csl: nobody-knows-it.csl\n', 'citations: chicago\n');
  expect(nowhere.said).toContain('the style nobody-knows-it.csl is neither beside the manuscript');
  expect(nowhere.prints).toEqual(['(Doe and Roe 2010, 12)', 'Doe and Roe (2010)']);
});
