import { describe, expect, test } from 'vitest';
import { plainText, walkInlines } from '../../../src/edition/model.ts';
import { readVersionText } from '../../../src/edition/reading/text.ts';
import { changed, soundFiles } from '../../helpers/edition.ts';
import { faultsOf } from '../../helpers/faults.ts';

const tale = 'content/articles/a-tale/1.0.0.mdx';
const dastan = 'content/articles/yek-dastan/1.0.0.mdx';

const work = (key: string) =>
  `@book{${key},\n  author = {Writer, Ann},\n  langid = {en},\n  printed = {(well)},\n  certainty = {known},\n  reasonfa = {ر},\n  reasonen = {R},\n  seen = {own knowledge},\n}\n`;

describe('the pages of a citation', () => {
  const cite = (text: string, pages: string, name = 'p') =>
    faultsOf({
      [tale]: (soundFiles[tale] as string).replace(
        'It ended well',
        `It ended [well ${text}](cite:writer2000?${name}=${pages})`,
      ),
      'content/articles/a-tale/source.txt': (soundFiles['content/articles/a-tale/source.txt'] as string).replace(
        'It ended well',
        `It ended well ${text}`,
      ),
      'bibliography/a-tale.bib': work('writer2000'),
    });

  test.each(['58', '119-120', '58-58', '242-43', '103-98', '98-103', 'xii-xv', 'XII', 'S12', '3a', '3a,7-9'])(
    'may be %s',
    async (pages) => {
      expect(await cite(pages, pages)).toEqual([]);
    },
  );

  test.each(['120-119', '103-02', '43-42', '243-42'])('run backwards as %s, which is refused', async (pages) => {
    expect(await cite(pages, pages)).toMatchObject([
      { file: tale, line: 11, what: `"p=${pages}" is not a page or range of pages` },
    ]);
  });

  test.each([
    ['chapter', '3'],
    ['section', '2.1'],
    ['folio', '12r-14v'],
  ])('may be a %s instead, which the text names', async (name, place) => {
    expect(await cite(place, place, name)).toEqual([]);
    expect(await cite('99', place, name)).toMatchObject([{ what: expect.stringContaining(`is of ${name} `) }]);
    expect(await cite('x', `${place}!`, name)).toContainEqual(
      expect.objectContaining({ what: `"${name}=${place}!" is not a ${name} or range of ${name}s` }),
    );
  });

  test('are one place, not two', async () => {
    expect(await cite('3: 58', '58&chapter=3')).toMatchObject([
      { what: 'the citation of writer2000 has several places, p and chapter' },
    ]);
  });

  test.each(['58–59', '58-', '58,', 'p.58', 'xy', ''])('are refused as "%s"', async (pages) => {
    expect(await cite('58', pages)).toContainEqual(
      expect.objectContaining({ file: tale, line: 11, what: `"p=${pages}" is not a page or range of pages` }),
    );
  });
});

describe('a letter of Arabic in the place of a Persian one', () => {
  test.each([
    ['ك', 'در سال', 'دركنار سال'],
    ['ي', 'در سال', 'ديدند سال'],
  ])('%s is named with what stands around it', async (letter, from, to) => {
    const faults = await faultsOf(changed(dastan, from, to));
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: dastan,
        line: 3,
        what: expect.stringMatching(
          new RegExp(`^an Arabic letter is used for a Persian one near "[^"]*${letter}[^"]*"$`),
        ),
        fix: 'write ی and ک, or mark Arabic as [نص](lang:ar)',
      }),
    );
  });
});

describe('a citation in the text', () => {
  const said = async (from: string, to: string) => (await faultsOf(changed(tale, from, to))).map(({ what }) => what);

  test.each(['(Writer, 2000)', '(see Writer, 2000: 12)', '(Writer and Other, 2000)'])(
    'that is not marked is an open point: %s',
    (form) => {
      const read = (status: 'draft' | 'released') =>
        readVersionText(`It ended ${form} well\n`, 'text.mdx', 'en', status);
      const what = `"${form}" looks like a citation and is not marked as one`;
      expect(read('draft').text.open).toMatchObject([{ what, line: 1 }]);
      expect(read('released').faults).toMatchObject([{ what }]);
      expect(readVersionText(`It ended \\${form} well\n`, 'text.mdx', 'en').text.open).toEqual([]);
    },
  );

  test.each(['(in the year 2000)', '(Writer, the second)', '(A, 2000)'])('%s is none', (form) => {
    expect(readVersionText(`It ended ${form} well\n`, 'text.mdx', 'en').text.open).toEqual([]);
  });

  test('has a key that XML and addresses can hold, and no field but p, reading and remark', async () => {
    expect(await said('It ended well', 'It ended [well](cite:Writer:2000)')).toContain(
      '"Writer:2000" is not a valid citation key',
    );
    expect(await said('It ended well', 'It ended [well](cite:Writer2000-kn)')).not.toContainEqual(
      expect.stringMatching(/citation key/),
    );
    expect(await said('It ended well', 'It ended [well](cite:writer2000?page=3)')).toContain(
      'unknown field "page" in the citation of writer2000',
    );
  });
});

describe('brackets of the text', () => {
  const said = async (text: string) => (await faultsOf(changed(tale, 'It ended well', text))).map(({ what }) => what);

  test('come in pairs', async () => {
    for (const text of ['It [ended well', 'It ended] well', 'It ]ended[ well'])
      expect(await said(text)).toContainEqual(expect.stringMatching(/^a square bracket is not closed in "/));
  });

  test('are left open where a backslash says so', async () => {
    for (const text of ['From \\[0, 1) on', 'It ended\\] well', 'A \\[link\\](of others)', 'It \\[^ended'])
      expect(await said(text)).not.toContainEqual(expect.stringMatching(/bracket|mark|note/));
    expect(await said('From \\[0, 1) [on')).toContainEqual(expect.stringMatching(/bracket is not closed/));
  });
});

describe('signs that set words off', () => {
  /** What a line sets off, in the order of the text, and what is wrong with it. */
  function setOff(line: string) {
    const { text, faults } = readVersionText(`${line}\n`, 'text.mdx', 'en');
    const [block] = text.body;
    if (block?.type !== 'paragraph') throw new Error('no paragraph was read');
    const styles = [...walkInlines(block.children)].flatMap((inline) =>
      inline.type === 'styled' ? [`${inline.style}: ${plainText(inline.children)}`] : [],
    );
    return { styles, words: plainText(block.children), faults: faults.map(({ what }) => what) };
  }

  test.each<[line: string, words: string, styles: string[]]>([
    ['area of 10^6^ m^2^', 'area of 106 m2', ['superscript: 6', 'superscript: 2']],
    ['CO~2~ and H~2~O', 'CO2 and H2O', ['subscript: 2', 'subscript: 2']],
    ['x^*n*^ and **b^3^c**', 'xn and b3c', ['superscript: n', 'strong: b3c', 'superscript: 3']],
    ['**a *b* c**', 'a b c', ['strong: a b c']],
    ['^**k**^', 'k', ['superscript: k', 'strong: k']],
    ['x^~i~^', 'xi', ['superscript: i', 'subscript: i']],
  ])('in «%s» are read', (line, words, styles) => {
    expect(setOff(line)).toEqual({ words, styles, faults: [] });
  });

  test.each([
    ['a sign that is escaped', 'a\\^b\\^ c', 'a^b^ c'],
    ['one without its other', '2^n', '2^n'],
    ['two with a space between them', '2^n and 3^m', '2^n and 3^m'],
    ['two beside one another', 'a^^b', 'a^^b'],
    ['an escaped tilde', '\\~2\\~', '~2~'],
  ])('are signs of the text where there is %s', (_, line, words) => {
    expect(setOff(line)).toEqual({ words, styles: [], faults: [] });
  });

  test('strike nothing out', () => {
    expect(setOff('not ~~this~~').faults).toEqual(['words are struck out']);
  });
});
