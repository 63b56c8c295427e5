import { describe, expect, test } from 'vitest';
import { indexDefinition } from '../../src/discovery/opensearch.ts';
import { publishedPart } from '../../src/edition/model.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { stopWords } from '../../src/search/stop-words.ts';
import { wordsOf } from '../../src/text/fold.ts';
import { analyzerOf } from '../helpers/analyzer.ts';
import { harbour } from '../helpers/harbour.ts';
import { phrasesOf, spellings } from '../helpers/spellings.ts';

const edition = publishedPart(await harbour());

/** The words by which our own search finds a text. */
const folded = (text: string): string[] =>
  wordsOf(text)
    .map(({ stem }) => stem)
    .filter((stem) => !stopWords().has(stem));

describe('the analyzer', () => {
  const analyze = analyzerOf(JSON.parse(JSON.stringify(indexDefinition.settings.analysis)), 'estenad');
  test('makes of every text of the edition the words of its own search', () => {
    for (const { text, also, path: place } of passagesOf(edition)) {
      expect(analyze(text), place).toEqual(folded(text));
      expect(analyze(also), place).toEqual(folded(also));
    }
  });

  test.each(spellings.map(({ how, spell }) => [how, spell] as const))(
    'makes of phrases in another spelling the same too: %s',
    (_, spell) => {
      const texts = passagesOf(edition).map(({ text }) => text);
      for (const { phrase } of phrasesOf(texts, 300)) expect(analyze(spell(phrase))).toEqual(folded(spell(phrase)));
    },
  );

  test.each([
    ['قدرت‌های بزرگ', 'قدرت های بزرگ'],
    ['می‌شود', 'می شود'],
    ['موازنۀ قوا', 'موازنه ی قوا'],
    ['هیئت', 'هيات'],
    ['۲۰۱۴', '٢٠١٤'],
    ['ﻗﺪﺭﺕ', 'قدرت'],
    ["Jervis's policies", 'JERVIS policy'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(analyze(one)).toEqual(analyze(other));
    expect(analyze(one)).toEqual(folded(one));
  });
});
