import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { builtPdfs } from '../helpers/built-pdfs.ts';
import { needing, type Requirement } from '../helpers/installed.ts';
import { type Case, judged, verapdf } from '../helpers/verapdf.ts';
import { ownSite } from './own.ts';

const typst: Requirement = { isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' };

test('the PDF of every version is PDF/UA-1 and PDF/A-3a by veraPDF', needing(typst, verapdf), async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'estenad-pdf-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const cases = builtPdfs(ownSite).flatMap((file): Case[] => [
    { standard: 'ua1', file },
    { standard: '3a', file },
  ]);
  const failing = await judged(cases, folder);
  expect(cases.map((one, index) => ({ ...one, failing: failing[index] }))).toEqual(
    cases.map((one) => ({ ...one, failing: [] })),
  );
});
