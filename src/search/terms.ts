/** What Pagefind is asked for. */
import { stemOf, type Word, withoutArticle } from '../text/fold.ts';
import { partedBe } from './match.ts';
import type { Query } from './query.ts';
import { stopWords } from './stop-words.ts';

/** The words of a query as Pagefind is asked for them, in the ways in which they can be spaced; the likeliest first. */
export function termsOf(query: Query): string[] {
  const terms = query.words.map((word) => termOf(word));
  const variants = [
    terms,
    query.words.map((word) => stemOf(partedBe(word.fold))),
    query.words.map((word) => stemOf(withoutArticle(word.fold))),
  ];
  if (query.words.some((word) => word.parts.length > 1))
    variants.push(query.words.flatMap((word) => word.parts.map(stemOf)));
  for (let index = 0; index + 1 < query.words.length && query.words.length <= 8; index += 1) {
    const joined = stemOf(`${query.words[index]?.fold}${query.words[index + 1]?.fold}`);
    variants.push([...terms.slice(0, index), joined, ...terms.slice(index + 2)]);
  }
  if (query.words.length === 1 && (query.words[0]?.fold.length ?? 0) <= 24) {
    const fold = query.words[0]?.fold ?? '';
    for (let at = 2; at <= fold.length - 2; at += 1) variants.push([stemOf(fold.slice(0, at)), stemOf(fold.slice(at))]);
  }
  return [...new Set(variants.map((variant) => variant.filter((term) => !stopWords().has(term)).join(' ')))].filter(
    (terms) => terms !== '',
  );
}

/**
 * Pagefind finds words by their beginning: the stem of a word is the beginning of all its forms, or nearly. A word that is not
 * indexed stays whole, so that it is known as one.
 */
function termOf(word: Word): string {
  return /^[a-z]+$/.test(word.stem) && !stopWords().has(word.stem)
    ? word.stem.replace(/[iey]$/, '') || word.fold
    : word.stem;
}
