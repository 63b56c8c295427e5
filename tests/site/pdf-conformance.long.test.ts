import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { uaFailures } from '../../src/formats/pdf/ua/index.ts';
import { builtPdfs } from '../helpers/built-pdfs.ts';
import { harbourSite } from '../helpers/harbour.ts';
import { hard, heading } from '../helpers/hard-pdf.ts';
import { needing, type Requirement } from '../helpers/installed.ts';
import { violations } from '../helpers/ua-violations.ts';
import { type Case, judged, verapdf } from '../helpers/verapdf.ts';

const typst: Requirement = { isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' };
const minutes = 60_000;

const folder = mkdtempSync(path.join(tmpdir(), 'estenad-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = async (name: string, file: Uint8Array): Promise<string> => {
  const at = path.join(folder, `${name}.pdf`);
  await writeFile(at, file);
  return at;
};

const load = (file: Uint8Array) => PDFDocument.load(file, { updateMetadata: false });

describe('every PDF', needing(typst), () => {
  test('is PDF/UA-1 and PDF/A-3a by veraPDF, those with hard texts too', {
    ...needing(verapdf),
    timeout: 15 * minutes,
  }, async () => {
    const files = [
      ...builtPdfs(harbourSite),
      await written('hard-en', await hard('en')),
      await written('hard-fa', await hard('fa')),
    ];
    const cases = files.flatMap((file): Case[] => [
      { standard: 'ua1', file },
      { standard: '3a', file },
    ]);
    const failing = await judged(cases, folder);
    expect(cases.map((one, index) => ({ ...one, failing: failing[index] }))).toEqual(
      cases.map((one) => ({ ...one, failing: [] })),
    );
  });

  test('that does not say it is PDF/UA-1 is PDF/A-3a nevertheless', {
    ...needing(verapdf),
    timeout: 5 * minutes,
  }, async () => {
    const file = await written('unclaimed', await hard('en', { before: [heading(3)] }));
    expect(
      await judged(
        [
          { standard: '3a', file },
          { standard: 'ua1', file },
        ],
        folder,
      ),
    ).toEqual([[], ['5-1', '7.4.2-1']]);
  });
});

/** The violations that veraPDF 1.30.2 does not find, and why. */
const unfound: Readonly<Record<string, string>> = {
  '7.1-12': 'it passes over an element that does not say in which it stands',
  '7.16-1': 'it cannot open a file that says it is encrypted and is not',
  '7.21.3.3-3': 'it breaks off at a map of codes that it does not know',
};

test('veraPDF finds each violation that is planted by the same number, and nothing that is not found here', {
  ...needing(typst, verapdf),
  timeout: 15 * minutes,
}, async () => {
  const file = await hard('en');
  const planted: { id: string; file: string; found: readonly string[] }[] = [];
  for (const [id, plant] of Object.entries(violations).filter(([one]) => !(one in unfound))) {
    const document = await load(file);
    plant(document);
    const found = uaFailures(document).map((one) => one.id);
    planted.push({ id, file: await written(`planted-${id}`, await document.save()), found });
  }
  const theirs = await judged(
    planted.map((one) => ({ standard: 'ua1', file: one.file })),
    folder,
  );
  for (const [index, { id, found }] of planted.entries()) {
    expect(theirs[index], id).toContain(id);
    expect(found, id).toEqual(expect.arrayContaining(theirs[index] as string[]));
  }
});
