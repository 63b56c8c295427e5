import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { type Issue, issuesOf } from '../../src/edition/shelves.ts';
import type { ContentFaults } from '../../src/faults.ts';
import { latestChapter, writeIssueEpub } from '../../src/formats/epub/index.ts';
import { html } from '../../src/html/serialize.ts';
import { renderCover } from '../../src/html/shelves.ts';
import { makeEdition } from '../helpers/edition.ts';
import { textsOf } from '../helpers/epub.ts';
import { harbour } from '../helpers/harbour.ts';

const bookOf = (edition: Edition, issue: Issue) =>
  writeIssueEpub(
    edition,
    issue,
    issue.articles.map((article) => latestChapter(edition, article)),
    () => new Uint8Array(),
  );

async function objectionsTo(book: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(book);
  return messages.filter(({ severity }) => /fatal|error|warning/.test(severity)).map(({ message }) => message);
}

const png = () =>
  sharp({ create: { width: 1000, height: 1500, channels: 3, background: '#357' } })
    .png()
    .toBuffer();

/** An edition with an issue of one article, and an image beside its file. */
async function withCover(issue: string, image: Uint8Array = new Uint8Array(), name = '12-3.png'): Promise<string> {
  const root = await makeEdition({ 'content/issues/12-3.yaml': `${issue}articles: [a-tale]\n` });
  await writeFile(path.join(root, 'content/issues', name), image);
  return root;
}

const faultsOf = (root: string): Promise<readonly string[]> =>
  loadEdition(root).then(
    () => [],
    ({ faults }: ContentFaults) => faults.map(({ file, line, what }) => `${file}:${line} ${what}`),
  );

describe('the book of an issue', () => {
  test('has its name, its editorial in each language and its articles in their order', async () => {
    const edition = await harbour();
    const [issue] = issuesOf(edition);
    const book = await bookOf(edition, issue as Issue);
    const texts = textsOf(book);
    const opening = texts.get('EPUB/title-page.xhtml') ?? '';
    for (const words of ['بندرها و مرزها', 'این شماره به بندرها می‌پردازد.', 'This issue is about harbours.'])
      expect(opening).toContain(words);
    const spine = [...(texts.get('EPUB/package.opf') ?? '').matchAll(/<itemref idref="([^"]*)"/g)].map(([, id]) => id);
    expect(spine).toEqual(['cover', 'nav', 'title-page', 'border-markets', 'sea-routes']);
  });

  test('has the image of the edition on its cover, with what it shows, and EPUBCheck has nothing to say', async () => {
    const image = await png();
    const root = await withCover(
      'cover: { fa: بندری در مه, en: A harbour in mist }\neditorial: { en: ["Of *this* & that."] }\n',
      image,
    );
    const edition = await loadEdition(root);
    // An edition of so few articles has no shelves: here as if there were more.
    const issue = { id: '12-3', ...edition.issues[0], articles: edition.articles.slice(0, 1) } as Issue;
    const book = await bookOf(edition, issue);
    expect(await objectionsTo(book)).toEqual([]);
    expect(Buffer.compare(unzipSync(book)['EPUB/cover.png'] as Uint8Array, image)).toBe(0);
    expect(textsOf(book).get('EPUB/cover.xhtml')).toContain('بندری در مه');
    const shown = html(renderCover(issue, 'en', (file) => `/${file}`));
    expect(shown).toContain('alt="A harbour in mist"');
    expect(shown).toContain('src="/issues/12-3/12-3.png"');
    expect(shown).toMatch(/type="image\/avif" srcset="\/issues\/12-3\/12-3-[0-9a-f]{8}-480\.avif 480w/);
  });
});

describe('a cover that cannot be one is told', () => {
  test('what says nothing to those who do not see it', async () => {
    expect(await faultsOf(await withCover('', await png()))).toEqual([
      'content/issues/12-3.yaml:1 does not say what its cover shows, content/issues/12-3.png, to those who do not see it',
    ]);
  });

  test('what is no image', async () => {
    const root = await withCover('cover: { en: Mist }\n', Buffer.from('<script>alert(1)</script>'));
    expect(await faultsOf(root)).toEqual([
      expect.stringMatching(/^content\/issues\/12-3\.png:1 cannot be read as an image/),
    ]);
  });

  test('what lies beside no issue, and words without an image', async () => {
    const root = await withCover('cover: { en: Mist }\n', await png(), '12-4.png');
    expect(await faultsOf(root)).toEqual([
      'content/issues/12-3.yaml:1 says what the cover shows, and there is no image of it',
      'content/issues/12-4.png:1 the issue of which this would be the cover is not there: 12-4.yaml not found',
    ]);
  });
});
