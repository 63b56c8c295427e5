/** The files of the two articles, as the build wrote them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Edition, latestVersion, plainText } from '../../src/edition/model.ts';
import { listFiles } from '../../src/files.ts';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { uaFailures } from '../../src/formats/pdf/ua/index.ts';
import { paragraphsOf } from '../helpers/articles.ts';
import { builtPdfs } from '../helpers/built-pdfs.ts';
import { needing, type Requirement } from '../helpers/installed.ts';
import { textOf, wrongPerThousand } from '../helpers/pdf-text.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { ownEdition, ownSite } from './own.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await ownEdition();
});

const files = listFiles(ownSite);
const ofVersions = (extension: string) =>
  files.filter((file) => /^articles\/[^/]+\/\d+\.\d+\.\d+\/[^/.]+\.(.+)$/.exec(file)?.[1] === extension);
const read = (file: string) => readFile(path.join(ownSite, file));

describe.each([
  ['jats.xml', schemas.jats],
  ['tei.xml', schemas.tei],
  ['mods.xml', schemas.mods],
  ['record.mods.xml', schemas.mods],
  ['marc.xml', schemas.marc],
  ['crossref.xml', schemas.crossref],
  ['datacite.xml', schemas.datacite46],
  ['datacite.xml', schemas.datacite47],
] as const)('%s', (extension, schema) => {
  test(`of every version is valid under ${path.basename(schema.folder)}`, needing(schema), async () => {
    const faultsIn = faultsUnder(schema);
    const all = ofVersions(extension);
    expect(all.length).toBe(edition.articles.flatMap(({ versions }) => versions).length);
    for (const file of all) expect(await faultsIn((await read(file)).toString()), file).toEqual([]);
  });
});

test('EPUBCheck has nothing to say of the latest book of each article and of that of the whole edition', async () => {
  const books = edition.articles.map(({ slug }) => `articles/${slug}/${slug}.epub`);
  for (const file of [...books, 'edition.epub']) {
    const book = await read(file);
    const { messages } = await EpubCheck.validate(book);
    const faults = messages.filter(({ severity }) => /fatal|error|warning/.test(severity));
    expect(
      faults.map(({ id, message }) => `${id} ${message}`),
      file,
    ).toEqual([]);
    if (file !== 'edition.epub') expect(book.length, file).toBeLessThan(400_000);
  }
});

const typst: Requirement = { isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' };

describe('the PDF', needing(typst), () => {
  test('of each article gives its text back, with fewer than one wrong character in 1,000', async () => {
    for (const article of edition.articles) {
      const expected = paragraphsOf(latestVersion(article)).map(({ children }) => plainText(children));
      const text = textOf(await read(`articles/${article.slug}/${article.slug}.pdf`));
      expect(wrongPerThousand(expected.join('\n'), text), article.slug).toBeLessThan(1);
    }
  });

  test('of every version fails no condition of PDF/UA-1', async () => {
    for (const file of builtPdfs(ownSite))
      expect(uaFailures(await PDFDocument.load(await readFile(file), { updateMetadata: false })), file).toEqual([]);
  });
});
