import { expect, test } from 'vitest';
import { sha256 } from '../../src/edition/reading/digests.ts';
import { type BuiltFile, catalogFiles } from '../../src/site/catalog.ts';
import { harbour } from '../helpers/harbour.ts';

const paths = [
  'articles/border-markets/1.0.0/border-markets.txt',
  'articles/harbour-lights/1.0.0/harbour-lights.txt',
  'articles/sea-routes/1.0.1/index.html',
  'cards/sea-routes/1.0.1/fa.png',
  'en/articles/sea-routes/1.0.1/index.html',
  'index.html',
];
const files: BuiltFile[] = paths.map((path) => ({ path, bytes: 1, sha256: sha256(path) }));
const namesOf = (listed: readonly { readonly path: string }[]) => listed.map(({ path }) => path);

test('the catalog of a large edition is in parts, which have every article and every file once', async () => {
  const edition = await harbour();
  const written = catalogFiles(edition, files, 2);
  expect([...written.keys()]).toEqual(['catalog.json', 'catalog/1.json', 'catalog/2.json']);
  const [whole, ...parts] = [...written.values()].map((content) => JSON.parse(content));
  expect(whole.parts.map(({ path, sha256: digest }: BuiltFile) => [path, digest])).toEqual(
    ['catalog/1.json', 'catalog/2.json'].map((path) => [path, sha256(written.get(path) as string)]),
  );
  const slugs = edition.articles.map(({ slug }) => slug);
  expect(whole.articles.map(({ slug }: { slug: string }) => slug)).toEqual(slugs);
  expect(parts.flatMap(({ articles }) => articles.map(({ slug }: { slug: string }) => slug))).toEqual(slugs);
  expect([...namesOf(whole.files), ...parts.flatMap((part) => namesOf(part.files))].sort()).toEqual(paths);
  expect(namesOf(whole.files)).toEqual(['index.html']);
  for (const { slug, part } of whole.articles) {
    const own = JSON.parse(written.get(part) as string).articles.find((one: { slug: string }) => one.slug === slug);
    expect(own.versions[0].files.formats).toBeInstanceOf(Array);
  }
});

test('an edition of a few hundred articles has one catalog', async () => {
  expect([...catalogFiles(await harbour(), files).keys()]).toEqual(['catalog.json']);
});
