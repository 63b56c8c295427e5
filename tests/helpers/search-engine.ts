/** Engines of the search in memory: what the browser loads of an edition, without files. */
import type { Engine } from '../../src/client/engine.ts';
import { Collection } from '../../src/search/collection.ts';
import { Field, type Row } from '../../src/search/field.ts';
import { shelvesOf } from '../../src/search/leaves.ts';
import type { Passage } from '../../src/search/passages.ts';
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

/** The terms that the index has of a passage. */
const termsOf = ({ text, also }: Passage): string[] =>
  wordsOf(`${text} ${also}`).flatMap(({ stem, parts }) => [stem, ...parts.map(stemOf)]);

/**
 * Of a large edition, each passage a leaf of its own, in order; it answers for terms as Pagefind does, by the beginnings of words.
 * It keeps count of the texts that it gives.
 */
export function largeEngine(passages: readonly Passage[], rows: readonly Row[] = []): Engine & { given: number } {
  const kept = passages.map((passage, number) => ({ id: String(number), passage, terms: termsOf(passage) }));
  const engine: Engine & { given: number } = {
    given: 0,
    wider: undefined,
    whole: () => undefined,
    field: async () => new Field(rows),
    find: async (terms, wanted) =>
      kept
        .filter(({ passage, terms: own }) => {
          const allowed = Object.entries(wanted).every(([name, value]) => {
            const is = name === 'article' ? passage.article : name === 'kind' ? passage.kind : passage.language;
            return typeof value === 'string' ? is === value : value.any.includes(is);
          });
          const asked = terms.split(' ').filter((term) => term !== '');
          return allowed && asked.every((term) => own.some((one) => one.startsWith(term)));
        })
        .map(({ id }) => id),
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
    forms: async (shelf) =>
      passages.flatMap(({ text }) =>
        wordsOf(text)
          .filter((word) => shelvesOf(word).includes(shelf))
          .map(({ parts }) => parts.join('\u200c')),
      ),
  };
  return engine;
}
