/** An article of each type, with everything said and with nothing: each row of what can be said has its place in each export, or none. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import {
  dates,
  everyone,
  everyType,
  everything,
  found,
  others,
  statements,
  subjectOf,
  supplements,
} from '../helpers/records.ts';

let full: Edition;
let bare: Edition;
beforeAll(async () => {
  full = await everyType(everything + supplements + everyone + others + statements + dates);
  bare = await everyType('');
});

const marc = (tag: string) => `//marc:datafield[@tag="${tag}"]`;

/** Where a row stands in an export, by XPath (libxml2). */
const cells: readonly (readonly [row: string, extension: string, xpath: string])[] = [
  ['organisation', 'datacite.xml', '//d:creatorName[@nameType="Organizational"]'],
  ['organisation', 'jats.xml', '//contrib/collab | //contrib/collab-alternatives'],
  ['organisation', 'marc.xml', marc('710')],
  ['organisation', 'crossref.xml', '//*[local-name()="organization"]'],
  ['money', 'datacite.xml', '//d:fundingReference'],
  ['money', 'crossref.xml', '//fr:program'],
  ['money', 'jats.xml', '//funding-group'],
  ['money', 'tei.xml', '//tei:funder'],
  ['money', 'mods.xml', '//m:note[@type="funding"]'],
  ['access', 'crossref.xml', '//ai:program'],
  ['access', 'jats.xml', '//ali:free_to_read'],
  ['access', 'marc.xml', marc('506')],
  ['access', 'dc.xml', '//dc:rights[.="info:eu-repo/semantics/openAccess"]'],
  ['access', 'tei.xml', '//tei:availability[@status="free"]'],
  ['subjects', 'marc.xml', marc('650')],
  ['subjects', 'mods.xml', '//m:subject[@authority="lcsh"]'],
  ['subjects', 'datacite.xml', '//d:subject[@subjectScheme]'],
  ['places', 'datacite.xml', '//d:geoLocation'],
  ['places', 'marc.xml', marc('651')],
  ['relations', 'datacite.xml', '//d:relatedIdentifier[@relationType="IsSupplementedBy"]'],
  ['relations', 'crossref.xml', '//rel:*[@relationship-type="isSupplementedBy"]'],
  ['relations', 'jats.xml', '//related-object[@document-type="dataset"]'],
  ['relations', 'tei.xml', '//tei:relatedItem[@type="review-of"]'],
  ['files', 'jats.xml', '//supplementary-material'],
  ['files', 'mods.xml', '//m:relatedItem[@type="constituent"]'],
  ['files', 'marc.xml', `${marc('856')}[@ind2="3"]`],
  ['files', 'tei.xml', '//tei:relatedItem[@type="file"]'],
  ['files', 'datacite.xml', '//d:relatedIdentifier[@relationType="HasPart"]'],
  ['files', 'crossref.xml', '//rel:*[@relationship-type="hasPart"]'],
  ['dates', 'jats.xml', '//history/date'],
];

describe.each(cells)('%s in %s', (_, extension, xpath) => {
  test('is there of each type where it is said, and of none where it is not', async () => {
    const typesWith = async ({ articles, ...edition }: Edition) => {
      const present = await Promise.all(
        articles.map(async (article) =>
          (await found(extension, subjectOf({ ...edition, articles }, article), xpath)).length > 0
            ? [article.slug]
            : [],
        ),
      );
      return present.flat();
    };
    expect(await typesWith(full)).toEqual(full.articles.map(({ slug }) => slug));
    expect(await typesWith(bare)).toEqual([]);
  });
});
