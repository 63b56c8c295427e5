import { describe, expect, test } from 'vitest';
import { distanceOf } from '../../src/search/distance.ts';

const far = 9;

describe('how far a misspelled word is', () => {
  test.each([
    ['the word itself', 'قدرت', 'قدرت', 0],
    ['a letter of the same sound', 'قره', 'غره', 0.3],
    ['a letter of the same sound, in Latin', 'karabakh', 'carabakh', 0.3],
    ['a letter of the same shape', 'بندر', 'پندر', 0.6],
    ['another letter', 'harbour', 'garbour', 1],
    ['two letters changed about', 'harbour', 'habrour', 0.7],
    ['a letter too few', 'market', 'maket', 1],
    ['two other letters', 'market', 'gabket', 2],
  ])('%s: %s, %s', (_, a, b, distance) => {
    expect(distanceOf(a, b, far)).toBeCloseTo(distance);
    expect(distanceOf(b, a, far)).toBeCloseTo(distance);
  });

  test('a weak letter too few costs less than a strong one', () => {
    expect(distanceOf('harbour', 'harbur', far)).toBeLessThan(distanceOf('harbour', 'haour', far) / 2);
  });

  test('nothing is said of words that are further than what was asked', () => {
    expect(distanceOf('harbour', 'mountain', 2)).toBeGreaterThan(2);
    expect(distanceOf('harbour', 'habrour', 0.7)).toBeCloseTo(0.7);
  });
});
