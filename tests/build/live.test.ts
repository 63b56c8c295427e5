import { createHash } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type ReadArticle, readLive } from '../../src/build/live.ts';
import { liveFile } from '../../src/build/live-files.ts';
import { renditionsOf } from '../../src/edition/article-files.ts';
import { picturedFiles } from '../../src/edition/figures.ts';
import { ContentFaults } from '../../src/faults.ts';
import { makeEdition } from '../helpers/edition.ts';
import { editionWithFigures, slugs, subjectsOf } from '../helpers/figures.ts';

const tale = 'content/articles/a-tale/1.0.0.mdx';

describe('an edition that is read while it is written', () => {
  test('shows its drafts, and reads again only the article that has changed', async () => {
    const root = await makeEdition();
    const read = new Map<string, ReadArticle>();
    const before = await readLive(root, read);
    expect(before.articles.map(({ slug }) => slug)).toEqual(['a-tale', 'yek-dastan']);
    await appendFile(path.join(root, tale), '\nAnd once more [](source:5)\n');
    const after = await readLive(root, read);
    expect(after.articles[0]?.versions[0]?.body.length).toBe((before.articles[0]?.versions[0]?.body.length ?? 0) + 1);
    expect(after.articles[1]).toBe(before.articles[1]);
    expect(after.edition.articles).toEqual(after.articles);
    expect(after.outlines.map(({ article }) => article.slug)).toEqual(['a-tale', 'yek-dastan']);
  });

  test('says what is wrong, and shows the article again when it is mended', async () => {
    const root = await makeEdition();
    const read = new Map<string, ReadArticle>();
    const { articles } = await readLive(root, read);
    await appendFile(path.join(root, tale), '\n[Nobody](cite:nobody2000)\n');
    await expect(readLive(root, read)).rejects.toThrow(ContentFaults);
    await writeFile(path.join(root, tale), 'It began. [](source:3)\n');
    const mended = await readLive(root, read);
    expect(mended.articles[0]?.versions[0]?.body).toHaveLength(1);
    expect(mended.articles[1]).toBe(articles[1]);
  });
});

describe('while an edition is edited', () => {
  test('its pages get the files of articles, and pictures for screens, under the addresses of the built site', async () => {
    const root = await editionWithFigures();
    const { version } = (await subjectsOf(root)).en;
    const at = (rest: string) => liveFile(root, `articles/${slugs.en}/${rest}`);
    for (const { name, mediaType, sha256 } of version.files) {
      const file = await at(`${version.number}/files/${name}`);
      expect(file?.mediaType).toBe(mediaType);
      expect(
        createHash('sha256')
          .update(file?.content ?? '')
          .digest('hex'),
      ).toBe(sha256);
      expect(await at(`files/${name}`)).toEqual(file);
    }
    const image = picturedFiles(version).find((one) => renditionsOf(one).length > 0);
    const [rendition] = image ? renditionsOf(image) : [];
    const picture = await at(`images/${rendition?.name}`);
    expect(picture?.mediaType).toBe(`image/${rendition?.format}`);
    expect((await sharp(picture?.content).metadata()).width).toBe(rendition?.width);
    for (const other of ['files/no.png', 'images/no.webp', '1.0.0.mdx', 'files/../article.yaml', '1.0.0/files/%2e%2e'])
      expect(await at(other), other).toBeUndefined();
  });
});
