import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { printedItem, sentenceItem } from '../../src/bibliography/csl-item.ts';
import { readBibliography } from '../../src/bibliography/load.ts';
import { formatItems, formatList, sortWorks, styleOf } from '../../src/bibliography/references.ts';
import type { CitedWork, Work } from '../../src/bibliography/work.ts';
import { harbourRoot } from '../helpers/harbour.ts';

let works: ReadonlyMap<string, CitedWork>;
beforeAll(async () => {
  const read = ['sea-routes', 'border-markets'].map(async (slug) => {
    const file = path.join(harbourRoot, `bibliography/${slug}.bib`);
    return readBibliography(await readFile(file, 'utf8'), file).works;
  });
  works = new Map((await Promise.all(read)).flat().map((work) => [work.key, work]));
});

const work = (key: string): CitedWork => works.get(key) as CitedWork;
const keysOf = (list: readonly Work[]) => sortWorks(list).map(({ key }) => key);

test('a work whose Persian title is not known is printed with its English one, in brackets and in its own direction', () => {
  const ebrahimi = work('ebrahimi1397');
  expect(ebrahimi.title).toBeUndefined();
  const english = 'Analysis of Russian Interests in the Caucasus Region (Case Study: Karabakh Crisis)';
  expect(formatList([ebrahimi], 'html').get(ebrahimi.key)).toContain(
    `«<bdi lang="en" dir="ltr">[${english}]</bdi>»، <i>مطالعات اوراسیای مرکزی</i>`,
  );
  expect(formatList([ebrahimi], 'text').get(ebrahimi.key)).toContain(`«[${english}]»، مطالعات اوراسیای مرکزی`);
});

test('a work that has both titles is printed with the one in its own language', () => {
  const reference = formatList([work('fateminejad2022')], 'text').get('fateminejad2022');
  expect(reference).toContain(work('fateminejad2022').title);
  expect(reference).not.toContain('Great Power Management');
});

test('an article in a magazine is printed with its day', () => {
  expect(formatList([work('lind2006')], 'text').get('lind2006')).toContain(
    'Lind, M. (2006, October 4). The United States',
  );
});

test('an article of which neither volume nor pages are known is called no preprint', () => {
  const { volume: _volume, number: _number, pages: _pages, ...unplaced } = work('fateminejad2022');
  const references = formatItems([printedItem({ ...unplaced, language: 'en' })], styleOf('harvard'));
  expect(references.get('fateminejad2022')).not.toContain('Preprint');
});

test('a body that publishes its own work is named once', () => {
  const references = formatList(['russia2000', 'whitehouse2022', 'usdod2018'].map(work), 'text');
  expect(references.get('russia2000')).toBe(
    'Russian Federation. (2000). National Security Concept of the Russian Federation.',
  );
  expect(references.get('whitehouse2022')).toBe('The White House. (2022). National Security Strategy.');
  expect(references.get('usdod2018')).toMatch(/^United States Department of Defense.* Department of Defense\.$/);
});

describe('a title of which the data have sentence capitals', () => {
  const bib = (sentence: string) => `@incollection{doe2001,
  author = {Doe, Jane},
  title = {The Year in Paris},
  titlesentence = {${sentence}},
  booktitle = {Order After NATO: Essays},
  booktitlesentence = {Order after NATO: Essays},
  publisher = {Press},
  date = {2001},
  langid = {en},
  certainty = {stated},
}
`;
  const { works: read, faults } = readBibliography(bib('The year in Paris'), 'a.bib');
  const reference = (style: string) =>
    formatItems([(styleOf(style).isSentenceCase ? sentenceItem : printedItem)(read[0] as Work)], styleOf(style)).get(
      'doe2001',
    );

  test('is printed with them in APA 7 (section 6.17), Harvard and Vancouver, and as it is in the others', () => {
    expect(faults).toEqual([]);
    for (const style of ['apa', 'harvard', 'vancouver']) {
      expect(reference(style), style).toContain('The year in Paris');
      expect(reference(style), style).toContain('Order after NATO: Essays');
    }
    for (const style of ['mla', 'chicago', 'persian-latin'])
      expect(reference(style), style).toContain('Order After NATO: Essays');
    expect(formatList(read, 'text').get('doe2001')).toBe(
      'Doe, J. (2001). The year in Paris. In Order after NATO: Essays. Press.',
    );
  });

  test('is refused where it has other words than the title', () => {
    expect(readBibliography(bib('The year in London'), 'a.bib').faults).toMatchObject([
      { line: 1, what: 'titlesentence of doe2001 is not its title in other capitals: "The year in London"' },
    ]);
  });
});

describe('in a list', () => {
  test('an author alone stands before the same author with others, whatever the years', () => {
    expect(keysOf([work('keohane1977'), work('keohane2005')])).toEqual(['keohane2005', 'keohane1977']);
  });

  test('co-authors decide before the year', () => {
    const withHeath = { ...work('mazarr2018'), date: '2015' };
    expect(keysOf([withHeath, work('mazarr2017')])).toEqual(['mazarr2017', 'mazarr2018']);
  });

  test('so does one in Persian', () => {
    const together = work('koolaee1398');
    const alone = {
      ...work('koolaee1400'),
      author: { list: together.author?.list.slice(0, 1) ?? [], others: false },
    };
    const withOthers = { ...alone, key: 'koolaee1399', author: { ...alone.author, others: true } };
    expect(keysOf([together, withOthers, alone])[0]).toBe('koolaee1400');
    expect(keysOf([together, work('koolaee1400')])).toEqual(['koolaee1398', 'koolaee1400']);
  });

  test('works of the same authors stand by date, those of one date by title', () => {
    expect(keysOf([work('waltz2001'), work('waltz1979')])).toEqual(['waltz1979', 'waltz2001']);
    const another = { ...work('waltz1979'), key: 'waltz1979a', title: 'Realist Thought' };
    expect(keysOf([work('waltz1979'), another])).toEqual(['waltz1979a', 'waltz1979']);
  });

  test('works in Persian stand before the others', () => {
    expect(keysOf([work('abbasov2015'), work('valigholizadeh1391')])).toEqual(['valigholizadeh1391', 'abbasov2015']);
  });
});
