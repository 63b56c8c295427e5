import type { Fault } from '../../faults.ts';
import { pages, permanent } from '../addresses.ts';
import { articleDoi, doiOf } from '../doi.ts';
import type { Article, Edition } from '../model.ts';
import { addressOfRelation } from '../relations.ts';
import { metadataOf } from './paths.ts';

/** Relations of an article to itself: to the DOI of one of its versions, or to its own address. */
export function faultsOfSelfRelations(
  edition: Pick<Edition, 'doi' | 'site'>,
  article: Article,
  lineOf: (index: number) => number,
): Fault[] {
  const own = new Set([
    articleDoi(edition, article).value,
    ...article.versions.map((version) => doiOf({ edition, article, version }).value),
    ...(article.record?.doi ? [article.record.doi.value] : []),
  ]);
  const root = permanent(edition.site, pages.article(article.slug));
  return (article.relations ?? []).flatMap((relation, index) =>
    (relation.doi !== undefined && own.has(relation.doi)) ||
    addressOfRelation(relation)?.startsWith(root) ||
    (relation.url !== undefined && relation.url === article.record?.url)
      ? [
          {
            file: metadataOf(article.slug),
            line: lineOf(index),
            what: `relations, entry ${index + 1}: the article is related to itself`,
            fix: 'name another work, or remove the relation: versions and the version of record are related by themselves',
          },
        ]
      : [],
  );
}
