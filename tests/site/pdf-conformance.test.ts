import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { uaFailures } from '../../src/formats/pdf/ua/index.ts';
import { builtPdfs } from '../helpers/built-pdfs.ts';
import { harbourSite } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';

const typst = { isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' };

test('no PDF of a built edition fails a condition of PDF/UA-1', needing(typst), async () => {
  const files = builtPdfs(harbourSite);
  expect(files.length).toBeGreaterThan(4);
  for (const file of files)
    expect(uaFailures(await PDFDocument.load(await readFile(file), { updateMetadata: false })), file).toEqual([]);
});
