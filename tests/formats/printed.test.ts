/** What pandoc and biblatex print of the works in our files: the works alone, and nothing that the editors say of them. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import type { CitedWork, Work } from '../../src/bibliography/work.ts';
import { describeVersion } from '../../src/edition/describe.ts';
import { biblatex } from '../../src/formats/references/biblatex.ts';
import { bibtex } from '../../src/formats/references/bibtex.ts';
import { cslJson } from '../../src/formats/references/csl-json.ts';
import { biblatexStyles, needing, pandoc } from '../helpers/installed.ts';
import { articleWith, cited, everyKind } from '../helpers/works.ts';

const doubt = { fa: 'یافته نشد.', en: 'Title: not found; DOI: none. It may be a thesis' };
const unsure: Partial<CitedWork> = { identification: 'unidentified', reason: doubt, printed: ['(Keel, 2016: 34)'] };

/** Works of every kind of trouble: no title, others, another script, a magazine, a body, a title in English alone. */
const list: readonly CitedWork[] = [
  cited({
    ...{ key: 'keel2016', type: 'misc', title: undefined, date: '2016', language: 'und' },
    ...{ author: { list: [{ family: 'Keel' }], others: true }, ...unsure },
  }),
  cited({
    ...{
      key: 'mast1390',
      type: 'book',
      title: 'بندر',
      titleTranslated: 'The Harbour',
      language: 'fa',
      yearPrinted: '1390',
    },
    ...{ author: { list: [{ family: 'دکل', given: 'علی' }], others: true }, date: '2011/2012', publisher: 'نشر' },
    authorLatin: { list: [{ family: 'Mast', given: 'Ali' }], others: true },
  }),
  cited({
    key: 'lamp2006',
    subtype: 'magazine',
    title: 'Back to the lamp',
    container: 'The Keeper',
    date: '2006-04-02',
  }),
  cited({
    ...{ key: 'council2020', type: 'resolution', title: 'On Lights', number: 'S/RES/1', date: '2020' },
    author: { list: [{ literal: 'United Harbours Council' }], others: false },
  }),
  cited({
    key: 'rope2011',
    title: undefined,
    titleTranslated: 'The Rope',
    container: 'Knots',
    date: '2011',
    language: 'fa',
  }),
];
/** Works of every kind in Latin letters, which TeX sets. */
const kinds = async () => (await everyKind()).filter(({ language }) => language === 'en');
const titles = ['Back to the lamp', 'On Lights', 'The Rope'];

const ours = async (): Promise<readonly Work[]> => [...list, describeVersion(await articleWith({}))];

/** What the editors say, and what stands in a file for programs. */
const notForPrint =
  /Remarks|Identif|unidentified|Cited as|Keel, 2016: 34|Latin script|Mast, Ali|in English|Solar Hijri|magazine|Kind|not found|\bothers\b|Edited from|Newer version|(?:^|[\s.,])(?:en|fa|und|english|persian)\.(?:\s|$)/im;

describe('pandoc prints the works and nothing that the editors say of them, from', needing(pandoc), () => {
  test.each([
    ['CSL-JSON', 'csljson', cslJson],
    ['BibLaTeX', 'biblatex', biblatex],
    ['BibTeX', 'bibtex', bibtex],
  ] as const)('%s', async (_, from, { writeWorks }) => {
    const written = writeWorks([...(await ours()), ...(await kinds())]);
    expect(written).toMatch(/unidentified/);
    const run = spawnSync('pandoc', ['--citeproc', '-f', from, '-t', 'plain', '--wrap=none'], {
      input: written,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    const more = (await kinds()).map(({ title }) => title as string);
    for (const title of [...titles, ...more]) expect(run.stdout.toLowerCase()).toContain(title.toLowerCase());
    expect(run.stdout).toMatch(/^Keel.*2016/m);
    expect(run.stdout).not.toMatch(notForPrint);
  });
});

describe('biblatex prints the works and nothing that the editors say of them, in', needing(biblatexStyles), () => {
  test.each(['numeric', 'alphabetic', 'authoryear', 'authortitle', 'verbose', 'reading', 'apa'])(
    '%s',
    async (style) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'estenad-biblatex-'));
      await writeFile(path.join(folder, 'works.bib'), biblatex.writeWorks(await ours()));
      // Letters that the fonts of TeX lack are passed over: what is asked is in Latin ones.
      const passOver = String.raw`\makeatletter\def\UTFviii@undefined@err#1{}\makeatother`;
      const document = String.raw`\documentclass{article}${passOver}\usepackage[style=${style},backend=biber]{biblatex}
\addbibresource{works.bib}\begin{document}\nocite{*}\printbibliography\end{document}`;
      await writeFile(path.join(folder, 'list.tex'), document);
      const run = (command: string, ...args: readonly string[]) =>
        spawnSync(command, [...args, 'list'], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
      run('pdflatex', '-interaction=nonstopmode');
      const biber = run('biber', '--validate-datamodel');
      // A work without a title has none; every field that it has is one of biblatex's.
      expect(`${biber.stdout}${biber.stderr}`).not.toMatch(/^(?:WARN(?!.*Missing mandatory field)|ERROR)/m);
      run('pdflatex', '-interaction=nonstopmode');
      const pdf = mupdf.Document.openDocument(await readFile(path.join(folder, 'list.pdf')), 'application/pdf');
      const pages = Array.from({ length: pdf.countPages() }, (_, page) =>
        pdf.loadPage(page).toStructuredText('preserve-whitespace').asText(),
      );
      const text = pages.join('\n').replace(/\s+/g, ' ');
      for (const title of titles) expect(text.toLowerCase()).toContain(title.toLowerCase());
      expect(text).not.toMatch(notForPrint);
    },
  );
});
