import { describe, expect, test } from 'vitest';
import { soundFiles } from '../../helpers/edition.ts';
import { saidOf } from '../../helpers/faults.ts';

const folder = 'content/articles/a-tale';
const persian = 'content/articles/yek-dastan';

/** An article in English of one paragraph. */
const english = (source: string, text: string) =>
  saidOf({ [`${folder}/source.txt`]: `${source}\n`, [`${folder}/1.0.0.mdx`]: text });

/** An article in Persian of one paragraph, from a source in which the extraction merged digits. */
const merged = (source: string, text: string, apparatus = '') =>
  saidOf({
    [`${persian}/article.yaml`]: (soundFiles[`${persian}/article.yaml`] as string).replace('intact', 'merged-digits'),
    [`${persian}/source.txt`]: `${source}\n`,
    [`${persian}/1.0.0.mdx`]: `${text} [](source:1)\n${apparatus && `\n\`\`\`yaml apparatus\n${apparatus}\n\`\`\`\n`}`,
  });

describe('a number of the source', () => {
  test('that the text has is accounted for', async () => {
    expect(await english('It was told in 1999 and 2001', 'It was told in 1999 and 2001 [](source:1)\n')).toEqual([]);
  });

  test('that the text dropped is named', async () => {
    expect(await english('It was told in 1999 and 2001', 'It was told in 1999 and [](source:1)\n')).toEqual([
      'p1 (source line 1): the number 2001 of the source is not in the text',
    ]);
  });

  test('that the text has once too few is named', async () => {
    expect(await english('It was told in 1999 and 1999', 'It was told in 1999 and [](source:1)\n')).toEqual([
      'p1 (source line 1): the number 1999 of the source is not in the text',
    ]);
  });

  test('of one digit is named too where no note hangs', async () => {
    expect(await english('It ended in 3 parts', 'It ended in parts [](source:1)\n')).toEqual([
      'p1 (source line 1): the number 3 of the source is not in the text',
    ]);
  });

  test('is passed over for each marker of a note, and for its label', async () => {
    const text = (body: string) => `${body} [](source:1)\n\n[^1]: Nobody knows [](source:2)\n`;
    const source = 'It ended1 in 3 parts\n1. Nobody knows';
    expect(await english(source, text('It ended[^1] in 3 parts'))).toEqual([]);
    expect(await english(source, text('It ended[^1] in parts'))).toEqual([
      'p1 (source line 1): the number 3 of the source is not in the text',
    ]);
  });

  test('of several digits is no marker of a note', async () => {
    expect(
      await english(
        'It ended1 in 1999\n1. Nobody knows',
        'It ended[^1] in [](source:1)\n\n[^1]: Nobody knows [](source:2)\n',
      ),
    ).toEqual(['p1 (source line 1): the number 1999 of the source is not in the text']);
  });
});

describe('a number of the text', () => {
  test('that the source does not have is named, with what the source has left', async () => {
    expect(await english('It was told in 1999', 'It was told in 2001 [](source:1)\n')).toEqual([
      'p1 (source line 1): the number 2001 has no number in the source that it can be (free: 1999)',
    ]);
    expect(await english('It was told in', 'It was told in 2001 [](source:1)\n')).toEqual([
      'p1 (source line 1): the number 2001 has no number in the source that it can be (free: none)',
    ]);
  });

  test('in Persian digits may stand as ASCII ones in a sound source, digit for digit', async () => {
    const told = (text: string) =>
      saidOf({
        [`${persian}/source.txt`]: 'در سال 1999 آغاز شد\n',
        [`${persian}/1.0.0.mdx`]: `در سال ${text} آغاز شد [](source:1)\n`,
      });
    expect(await told('۱۹۹۹')).toEqual([]);
    expect(await told('۱۹۹۸')).toEqual([expect.stringContaining('the number ۱۹۹۸ has no number in the source')]);
    expect(await told('۱۹۹۹۹')).toEqual([expect.stringContaining('the number ۱۹۹۹۹ has no number in the source')]);
  });

  test('that a merged digit forces needs no statement, one of several that it can be does', async () => {
    expect(await merged('در سال ۲0 آغاز شد', 'در سال ۲۴ آغاز شد')).toEqual([]);
    expect(await merged('در سال 12 آغاز شد', 'در سال ۱۲ آغاز شد')).toEqual([
      expect.stringContaining('the number ۱۲ has no number in the source that it can be (free: 12)'),
    ]);
    const decided = 'decoded:\n  - { reason: { fa: تاریخ, en: History }, numbers: { "12": "۱۲" } }';
    expect(await merged('در سال 12 آغاز شد', 'در سال ۱۲ آغاز شد', decided)).toEqual([]);
  });

  test('that a merged digit cannot be is refused although it is stated', async () => {
    const decided = 'decoded:\n  - { reason: { fa: تاریخ, en: History }, numbers: { "12": "۱۴" } }';
    expect(await merged('در سال 12 آغاز شد', 'در سال ۱۴ آغاز شد', decided)).toEqual([
      expect.stringContaining('the number ۱۴ has no number in the source that it can be (free: 12)'),
    ]);
  });
});
