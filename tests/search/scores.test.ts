import { describe, expect, test } from 'vitest';
import { ask, matchPassage, prepare } from '../../src/search/match.ts';
import { readQuery } from '../../src/search/query.ts';

const match = (query: string, text: string, also = '') => matchPassage(ask(readQuery(query)), prepare(text, also));
const score = (query: string, text: string, also = '') => match(query, text, also)?.score ?? 0;
const marked = (query: string, text: string) =>
  match(query, text)?.ranges.map(({ start, end }) => text.slice(start, end));

const filler = ' and then much else was said of other things'.repeat(8);

describe('of two passages that answer, the better one', () => {
  test.each([
    ['has the words together', 'harbour light', 'the harbour light', 'the light of the harbour'],
    ['has whole words', 'harbour light', 'a harbour light', 'a harbour lighthouse'],
    ['has the word with an ending behind a joiner', 'قدرت', 'قدرت‌های آنان', 'قدرتمند آنان'],
    ['has the words nearer', 'harbour light', 'light at the harbour', 'light was seen by all who came to the harbour'],
    ['has the words more often', 'harbour light', 'harbour light, harbour light', 'harbour light and nothing else'],
    ['is shorter', 'light harbour', 'harbour with a light', `harbour with a light${filler}`],
    ['has the form that was asked for', 'lights harbour', 'harbour with lights', 'harbour with light'],
    [
      'has a longer piece of what is being written',
      'the harbour lig',
      'light in the harbour',
      'ligatures in the harbour',
    ],
  ])('%s', (_, query, better, worse) => {
    expect(score(query, worse)).toBeGreaterThan(0);
    expect(score(query, better)).toBeGreaterThan(score(query, worse));
  });

  test('has the words where they are seen, not only beside', () => {
    expect(score('harbour light', 'the harbour light')).toBeGreaterThan(
      score('harbour light', 'a tale', 'the harbour light'),
    );
    expect(score('light harbour', 'a harbour with a light')).toBeGreaterThan(
      score('light harbour', 'a harbour', 'of a light'),
    );
  });
});

describe('what stands beside a passage', () => {
  test('answers with its words together, or somewhere, and with some of them in the passage', () => {
    const also = 'Waltz, Theory of International Politics';
    const shown = (query: string, text = 'a tale') => {
      const found = match(query, text, also);
      const said = (place: string, ranges: readonly { start: number; end: number }[] = []) =>
        ranges.map(({ start, end }) => place.slice(start, end));
      return found && [said(text, found.ranges), said(also, found.alsoRanges), found.isTogether];
    };
    expect(shown('international politics')).toEqual([[], ['International Politics'], true]);
    expect(shown('politics waltz')).toEqual([[], ['Waltz', 'Politics'], false]);
    expect(shown('tale politics')).toEqual([['tale'], ['Politics'], false]);
    expect(shown('"politics international"')).toBeUndefined();
    expect(shown('"international politics"')).toEqual([[], ['International Politics'], true]);
    expect(shown('politics economy')).toBeUndefined();
  });
});

describe('what is marked', () => {
  test.each([
    ['harbour light', 'a harbour light, Harbour Light', ['harbour light', 'Harbour Light']],
    ['light harbour', 'a harbour with a light', ['harbour', 'light']],
    // The last word may still be being written; a word before it is whole.
    ['the har', 'in the harbour', ['the harbour']],
    ['har light', 'a harbour light', undefined],
    ['ha light', 'a harbour light', undefined],
    // Words that tell nothing are marked only where no others are asked for.
    ['light of harbour', 'harbour of a light', ['harbour', 'light']],
    ['قدرت‌های بزرگ', 'بزرگ و قدرت', ['بزرگ', 'قدرت']],
    ['بعنوان', 'به‌عنوان ابزار', ['به‌عنوان']],
    ['عنوان', 'به‌عنوان ابزار', ['به‌عنوان']],
    ['nothing', 'a harbour light', undefined],
    ['', 'a harbour light', undefined],
  ])('of «%s» in «%s»', (query, text, words) => {
    expect(marked(query, text)).toEqual(words);
  });
});
