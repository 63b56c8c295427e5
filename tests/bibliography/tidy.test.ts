import { describe, expect, test } from 'vitest';
import { citationStyles } from '../../src/bibliography/citation-styles.ts';
import { printedItem } from '../../src/bibliography/csl-item.ts';
import { formatItems, formatList, sortWorks, styleOf } from '../../src/bibliography/references.ts';
import type { CitedWork } from '../../src/bibliography/work.ts';
import { cited } from '../helpers/works.ts';

const inStyle = (id: string, known: Partial<CitedWork>) =>
  formatItems([printedItem(cited(known))], styleOf(id)).get('writer2000') as string;
const listed = (known: Partial<CitedWork>) => formatList([cited(known)], 'html').get('writer2000') as string;
const latin = citationStyles.filter(({ csl }) => csl !== 'persian' && csl !== 'arabic-list').map(({ id }) => id);

describe('"and others"', () => {
  const others = {
    author: { list: [{ family: 'Writer', given: 'Ann' }], others: true },
    container: 'Journal of Tales',
    date: '2000',
  };

  // What each style writes where it abbreviates: Chicago 17 (14.76) and MLA 9 (5.7, with a comma), Cite Them Right and
  // IEEE (in italics), Citing Medicine (with a comma) and ISO 690 (upright); APA 7 has none in a list, and CSL's style writes it so.
  test.each([
    ['persian-latin', 'Writer, Ann et al. (2000)'],
    ['apa', 'Writer, A. et al. (2000)'],
    ['chicago', 'Writer, Ann, et al. 2000.'],
    ['chicago-notes', 'Ann Writer et al.,'],
    ['mla', 'Writer, Ann, et al. '],
    ['harvard', 'Writer, A. <i>et al.</i> (2000)'],
    ['vancouver', 'Writer A, et al. '],
    ['ieee', 'A. Writer <i>et al.</i>,'],
    ['iso690', 'WRITER, Ann et al.'],
  ])('is one "et al." in %s, as the style writes it: %s', (id, start) => {
    const text = inStyle(id, others);
    expect(text.match(/et al/gi)).toHaveLength(1);
    expect(text.slice(0, start.length)).toBe(start);
    expect(latin).toContain(id);
  });

  test('follows one name in MLA where two are known, as three authors do there (MLA 9, 5.7), and both in Chicago', () => {
    const list = [...others.author.list, { family: 'Able', given: 'Bea' }];
    const two = { ...others, author: { list, others: true } };
    expect(inStyle('mla', two)).toMatch(/^Writer, Ann, et al\. /);
    expect(inStyle('chicago', two)).toMatch(/^Writer, Ann, Bea Able,? et al\. 2000\./);
  });

  test('is not behind editors, who are known', () => {
    const editor = {
      list: [
        { family: 'Able', given: 'Bea' },
        { family: 'Baker', given: 'Cy' },
      ],
      others: false,
    };
    const text = inStyle('chicago', { ...others, type: 'incollection', container: 'Tales', editor });
    expect(text).toMatch(/Bea Able and Cy Baker/);
    expect(text.match(/et al/g)).toHaveLength(1);
  });

  test('follows the names in a Persian reference', () => {
    const text = listed({
      language: 'fa',
      author: { list: [{ family: 'نویسنده', given: 'آن' }], others: true },
      title: 'قصه',
    });
    expect(text).toMatch(/^نویسنده، آن، و دیگران/);
    expect(text).not.toContain('et al');
  });
});

describe('a reference', () => {
  test.each(latin)('of a work with little known has no two full stops in %s', (id) => {
    for (const known of [{}, { date: '2000' }, { author: undefined }, { title: 'Why? And what then.' }])
      expect(inStyle(id, known)).not.toMatch(/\.\s*\.(?!\.)/);
  });

  test.each(latin)('has no number of a list, no box of a layout and no space too many in %s', (id) => {
    const text = inStyle(id, { container: 'Journal of Tales', date: '2000', volume: '3', pages: '1--9' });
    expect(text).not.toMatch(/^\s*(?:\[1\]|1\.)|<div|<\/div|\s{2}|^\s|\s$/);
  });

  test('says the markup of a title as text', () => {
    expect(inStyle('apa', { title: 'On <b> & tales' })).toContain('On &lt;b&gt; &#38; tales');
  });
});

describe('the address of a work', () => {
  const hrefs = (html: string) => [...html.matchAll(/<a href="([^"]*)" rel="noreferrer" dir="ltr">([^<]*)<\/a>(.?)/g)];

  test.each([
    ['https://tales.example/one', 'https://tales.example/one'],
    ['https://tales.example/one/', 'https://tales.example/one/'],
    ['https://tales.example/?a=1&b=2', 'https://tales.example/?a=1&#38;b=2'],
  ])('%s is a link to itself', (url, href) => {
    const [[, address, shown] = []] = hrefs(listed({ type: 'online', url }));
    expect([address, shown]).toEqual([href, href]);
  });

  test('does not take in the sign that closes the reference', () => {
    const [[, address, , behind] = []] = hrefs(
      listed({ type: 'online', url: 'https://tales.example/one', language: 'fa', title: 'قصه' }),
    );
    expect([address, behind]).toEqual(['https://tales.example/one', '.']);
    const chicago = inStyle('chicago', { type: 'online', url: 'https://tales.example/one' });
    expect(hrefs(chicago).map(([, one, , next]) => [one, next])).toEqual([['https://tales.example/one', '.']]);
  });
});

describe('in a list', () => {
  const by = (key: string, family: string, given: string | undefined, language = 'en', date = '2000') =>
    cited({ key, language, date, author: { list: [{ family, ...(given ? { given } : {}) }], others: false } });
  const keysOf = (works: readonly CitedWork[]) => sortWorks(works).map(({ key }) => key);

  test('authors of one family name stand by their given names, one without before them', () => {
    expect(
      keysOf([
        by('zoe', 'Writer', 'Zoe', 'en', '1990'),
        by('ann', 'Writer', 'Ann'),
        by('none', 'Writer', undefined, 'en', '2010'),
      ]),
    ).toEqual(['none', 'ann', 'zoe']);
    expect(keysOf([by('z', 'نویسنده', 'زهرا', 'fa', '1990'), by('a', 'نویسنده', 'آن', 'fa')])).toEqual(['a', 'z']);
  });

  test('a name in one piece stands before a family name of the same letters, whoever follows it', () => {
    const plato = cited({ key: 'plato', author: { list: [{ literal: 'Plato' }, { literal: 'Zeno' }], others: false } });
    expect(keysOf([by('ann', 'Plato', 'Ann'), plato])).toEqual(['plato', 'ann']);
  });

  test('a work without author stands by its editor, else by its title', () => {
    const edited = cited({
      key: 'edited',
      author: undefined,
      editor: { list: [{ family: 'Middle' }], others: false },
      title: 'Zebra',
    });
    const untitled = cited({ key: 'titled', author: undefined, title: 'Night' });
    expect(keysOf([by('z', 'Zoe', undefined), untitled, edited, by('a', 'Able', undefined)])).toEqual([
      'a',
      'edited',
      'titled',
      'z',
    ]);
  });

  test('works of one author and date stand by title, and of one title by key', () => {
    const works = [cited({ key: 'c', title: 'B' }), cited({ key: 'b', title: 'A' }), cited({ key: 'a', title: 'A' })];
    expect(keysOf(works)).toEqual(['a', 'b', 'c']);
  });
});
