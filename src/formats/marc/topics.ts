/** 6XX: of what it treats, and what it is. */
import { termsOf } from '../../edition/article-types.ts';
import type { Article } from '../../edition/model.ts';
import { schemeTerms } from '../../edition/subjects.ts';
import { sayIn, textsOf } from '../../text/languages.ts';
import { type Field, field } from './field.ts';

/** Keywords, terms of schemes, places, periods, genre. */
export function topicFields(article: Article): readonly Field[] {
  const { coar, marc: genre } = termsOf(article);
  return [
    // 653 Uncontrolled keywords, a field for each: readers make one tag of a field (Zotero's MARC translator).
    ...textsOf(article.keywords).flatMap(({ value }) => value.map((keyword) => field('653', '  ', { a: keyword }))),
    // 648, 650, 651: periods, terms of schemes, places.
    ...(article.periods ?? []).map(({ name }) => field('648', ' 4', { a: sayIn(name, 'en') })),
    ...(article.subjects ?? []).flatMap(({ scheme, term, uri }) => {
      const { marc: heading } = schemeTerms[scheme];
      return heading
        ? [field('650', ` ${heading.indicator}`, { a: sayIn(term, 'en'), 0: uri, 2: heading.source })]
        : [];
    }),
    ...(article.places ?? []).map(({ name, uri }) => field('651', ' 4', { a: sayIn(name, 'en'), 1: uri })),
    // 655 Genre: of MARC's own list, and of COAR's, with its address.
    ...(genre ? [field('655', ' 7', { a: genre, 2: 'marcgt' })] : []),
    field('655', ' 7', { a: coar.label, 0: coar.uri, 2: 'coar' }),
  ];
}
