import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Lack } from '../../../src/formats/format.ts';
import { pdf } from '../../../src/formats/index.ts';
import { packetOf } from '../../../src/formats/pdf/metadata.ts';
import { canTypeset } from '../../../src/formats/pdf/typst.ts';
import { conditions, uaFailures } from '../../../src/formats/pdf/ua/index.ts';
import { harbour, harbourArticle } from '../../helpers/harbour.ts';
import { hard, heading } from '../../helpers/hard-pdf.ts';
import { needing, type Requirement } from '../../helpers/installed.ts';
import { schemas } from '../../helpers/schemas.ts';
import { violations } from '../../helpers/ua-violations.ts';

const typst: Requirement = { isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' };

const ids = (document: PDFDocument): string[] => uaFailures(document).map(({ id }) => id);
const loaded = (file: Uint8Array) => PDFDocument.load(file, { updateMetadata: false });

/**
 * The rules of the profile that nobody decides here. They are of kinds of fonts that no file of ours has; a text in such a font
 * fails 7.21.4.1-2, so that a file with one is never said to be PDF/UA-1.
 */
const undecided: Readonly<Record<string, string>> = {
  '7.21.4.2-1': 'asks something of Type 1 fonts',
  '7.21.6-1': 'asks something of simple TrueType fonts',
  '7.21.6-2': 'asks something of simple TrueType fonts',
  '7.21.6-3': 'asks something of simple TrueType fonts',
  '7.21.6-4': 'asks something of simple TrueType fonts',
};

describe('the conditions of PDF/UA-1', () => {
  test("are those of veraPDF's profile, but for those that are not decided", needing(schemas.pdfua), () => {
    using profile = XmlDocument.fromString(readFileSync(schemas.pdfua.entry, 'utf8'));
    const rules = profile
      .find('//*[local-name()="rule"]/*[local-name()="id"]')
      .map((node) => node as unknown as { attr(name: string): { value: string } })
      .map((id) => `${id.attr('clause').value}-${id.attr('testNumber').value}`);
    expect(rules).toHaveLength(106);
    const known = [...conditions.map(({ id }) => id), ...Object.keys(undecided)];
    expect(known.toSorted()).toEqual(rules.toSorted());
  });

  test('have a violation each, and no more', () => {
    expect(Object.keys(violations).toSorted()).toEqual(conditions.map(({ id }) => id).toSorted());
  });
});

describe('a finished PDF', needing(typst), () => {
  let file: Uint8Array;
  beforeAll(async () => {
    if (canTypeset) file = await hard('en');
  });

  test('fails no condition', async () => {
    expect(uaFailures(await loaded(file))).toEqual([]);
  });

  test.each(Object.entries(violations))('that violates %s is found by it', async (id, plant) => {
    const document = await loaded(file);
    plant(document);
    expect(ids(document)).toContain(id);
  });

  test('says that it is PDF/UA-1, and that nothing is lacking', async () => {
    const article = await harbourArticle('harbour-lights');
    const lacks: Lack[] = [];
    const written = await pdf.write(
      { edition: await harbour(), article, version: article.versions[0] as never },
      (one) => lacks.push(one),
    );
    expect(packetOf(await loaded(written as Uint8Array))).toContain('pdfuaid:part');
    expect(lacks).toEqual([]);
  });

  test('whose first heading is of the second level does not say so, and says what to do', async () => {
    const lacks: Lack[] = [];
    const document = await loaded(await hard('en', { before: [heading(3)], onLack: (one) => lacks.push(one) }));
    expect(packetOf(document)).not.toMatch(/pdfua/i);
    expect(ids(document)).toEqual(['5-1', '7.4.2-1']);
    expect(lacks).toHaveLength(1);
    expect(lacks[0]?.what).toMatch(/PDF\/UA-1.*7\.4\.2-1.*H2 on page \d/);
    expect(lacks[0]?.fix).toContain('##');
  });
});
