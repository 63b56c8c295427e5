/** Engines of the search in memory: what the browser loads of an edition, without files. */
import type { Engine } from '../../src/client/engine.ts';
import { togetherFirst, wordsIn } from '../../src/client/hits.ts';
import { Collection } from '../../src/search/collection.ts';
import { Field, type Row } from '../../src/search/field.ts';
import { shelvesOf } from '../../src/search/leaves.ts';
import type { Passage } from '../../src/search/passages.ts';
import { placeTerms } from '../../src/search/places.ts';
import { stemOf, wordsOf } from '../../src/text/fold.ts';

/** Of a small edition, which is searched whole. */
export const smallEngine = (passages: readonly Passage[], rows: readonly Row[] = []): Engine => ({
  wider: undefined,
  find: async () => [],
  texts: async () => [],
  field: async () => new Field(rows),
  articles: async () => [],
  forms: async () => [],
  whole: async () => ({ collection: await Collection.of(passages, () => undefined), field: new Field(rows) }),
});

/** The terms that the index has of a passage, each once. */
const termsOf = ({ text, also, language, path }: Passage): string[] => [
  ...new Set(
    wordsOf(`${text} ${also}`, language).flatMap(({ stem, parts, bare }) => [
      stem,
      ...parts.map(stemOf),
      ...(bare === undefined ? [] : [stemOf(bare)]),
    ]),
  ),
  ...placeTerms(path),
];

/** How many texts and shelves of forms an engine was asked for. */
export type Counting = Engine & { given: number; shelves: number };

/**
 * Of a large edition, each passage a leaf of its own, in order; it answers for terms as Pagefind does, by the beginnings of words;
 * a word of which none begins is taken for the longest one that begins it, and one between quotation marks for itself alone.
 * It keeps count of the texts that it gives, and of the shelves of forms that it was asked for.
 */
export function largeEngine(passages: readonly Passage[], rows: readonly Row[] = []): Counting {
  const kept = passages.map((passage, number) => ({ id: String(number), passage, terms: termsOf(passage) }));
  const terms = [...new Set(kept.flatMap((one) => one.terms))];
  const beginningOf = (term: string): string =>
    terms.some((one) => one.startsWith(term))
      ? term
      : (terms.filter((one) => term.startsWith(one)).sort((a, b) => b.length - a.length)[0] ?? term);
  const engine: Counting = {
    given: 0,
    shelves: 0,
    wider: undefined,
    whole: () => undefined,
    field: async () => new Field(rows),
    find: async (typed, wanted) => {
      const isExact = /^".+"$/.test(typed);
      const asked = typed
        .replaceAll('"', '')
        .split(' ')
        .filter((term) => term !== '')
        .map((term) => (isExact ? term : beginningOf(term)));
      const hits = kept
        .filter(({ passage, terms: own }) => {
          const allowed = Object.entries(wanted).every(([name, value]) => {
            const is = name === 'article' ? passage.article : name === 'kind' ? passage.kind : passage.language;
            return typeof value === 'string' ? is === value : value.any.includes(is);
          });
          return allowed && asked.every((term) => own.some((one) => (isExact ? one === term : one.startsWith(term))));
        })
        .map(({ id, terms: own }) => ({
          id,
          words: own.flatMap((one, place) => (asked.some((term) => one.startsWith(term)) ? [place] : [])),
        }));
      return togetherFirst(hits, wordsIn(typed));
    },
    texts: async (ids) => {
      engine.given += ids.length;
      return ids.map((id) => passages[Number(id)] as Passage);
    },
    articles: async () =>
      [...Map.groupBy(passages, ({ article }) => article)].map(([article, own]) => ({
        article,
        people: own.filter(({ kind }) => kind === 'creator').map(({ text }) => text),
        years: own.filter(({ kind }) => kind === 'title').flatMap(({ years }) => years ?? []),
      })),
    forms: async (shelf) => {
      engine.shelves += 1;
      return passages.flatMap(({ text }) =>
        wordsOf(text)
          .flatMap(({ parts }) => [parts, ...(parts.length > 1 ? parts.map((part) => [part]) : [])])
          .filter((parts) => shelvesOf({ fold: parts.join(''), parts }).includes(shelf))
          .map((parts) => parts.join('\u200c')),
      );
    },
  };
  return engine;
}
