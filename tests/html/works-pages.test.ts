import { expect, test } from 'vitest';
import { cutWorks, worksPages } from '../../src/html/works-pages.ts';
import { sitemapPages } from '../../src/site/sitemap.ts';
import { articleWith, cited } from '../helpers/works.ts';

/** An edition with that many works, of authors w0001, w0002, …, in no order. */
async function editionOf(count: number) {
  const works = Array.from({ length: count }, (_, index) => {
    const family = `w${String(index + 1).padStart(4, '0')}`;
    return cited({ key: family, author: { list: [{ family }], others: false } });
  });
  return (await articleWith({ works: works.toReversed() })).edition;
}

test.each([
  [0, [0]],
  [1, [1]],
  [400, [400]],
  [401, [400, 1]],
  [799, [400, 399]],
  [800, [400, 400]],
  [801, [400, 400, 1]],
])('of %i works the list has pages of %j', async (count, sizes) => {
  const edition = await editionOf(count);
  const cuts = cutWorks(edition);
  expect(cuts.map(({ works }) => works.length)).toEqual(sizes);
  expect(cuts.map(({ number }) => number)).toEqual(sizes.map((_, index) => index + 1));
  expect(worksPages(edition)).toBe(sizes.length);
  expect(sitemapPages(edition).filter(({ path }) => path.startsWith('bibliography/'))).toHaveLength(sizes.length);
});

test('pages go on where the one before ended, each named by its first and last work', async () => {
  const edition = await editionOf(450);
  const cuts = cutWorks(edition);
  expect(cuts.map(({ first, last }) => [first, last])).toEqual([
    ['w0001', 'w0400'],
    ['w0401', 'w0450'],
  ]);
  const keys = cuts.flatMap(({ works }) => works.map(({ work }) => work.key));
  expect(keys).toEqual(keys.toSorted());
  expect(new Set(keys).size).toBe(450);
  expect(cuts.flatMap(({ works }) => works.map(({ slug }) => slug))).toEqual(Array(450).fill('a-tale'));
  expect(cutWorks(edition)).toBe(cuts);
});

test('the list of an edition that cites nothing is one empty page', async () => {
  expect(cutWorks(await editionOf(0))).toEqual([{ number: 1, works: [], first: '', last: '' }]);
});
