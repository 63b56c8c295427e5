import { expect, test } from 'vitest';
import { html } from '../../src/html/serialize.ts';
import { breakable, hostLink, markBreaks } from '../../src/html/shown-addresses.ts';

test('a line may end behind each slash of an address, but not in its scheme', () => {
  expect(html(breakable('https://doi.org/10.1017/S0260'))).toBe('https://doi.org/<wbr>10.1017/<wbr>S0260');
  expect(html(breakable('https://estenad.example/'))).toBe('https://estenad.example/');
});

test('of a reference only the links whose text is an address get places to break', () => {
  const reference = 'A/B. <a href="https://a.example/b/c" dir="ltr">https://a.example/b/c</a> <a href="x/y">x/y</a>';
  expect(markBreaks(reference)).toBe(
    'A/B. <a href="https://a.example/b/c" dir="ltr">https://a.example/<wbr>b/<wbr>c</a> <a href="x/y">x/y</a>',
  );
});

test('a link that stands for its host leads to the whole address', () => {
  expect(html([hostLink('https://www.jstor.org/stable/20097?seq=2')])).toBe(
    '<a href="https://www.jstor.org/stable/20097?seq=2"><bdi dir="ltr">jstor.org</bdi></a>',
  );
});
