/** Every export of an article of each type is valid, with everything said that can be, and with nothing said that can be left out. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import { needing } from '../helpers/installed.ts';
import { everyType, everything, exportOf, subjectOf } from '../helpers/records.ts';
import { type Schema, schemas, validatorOf } from '../helpers/schemas.ts';

let full: Edition;
let bare: Edition;
beforeAll(async () => {
  [full, bare] = await Promise.all([everyType(everything), everyType()]);
});

describe.each<[string, Schema]>([
  ['jats.xml', schemas.jats],
  ['datacite.xml', schemas.datacite46],
  ['mods.xml', schemas.mods],
  ['marc.xml', schemas.marc],
  ['crossref.xml', schemas.crossref],
  ['tei.xml', schemas.tei],
])('%s', (extension, schema) => {
  test('is valid whatever the article is', needing(schema), async () => {
    // The schema of TEI takes seconds a file, and knows no types.
    const articles = extension === 'tei.xml' ? 2 : undefined;
    for (const edition of [full, bare])
      for (const article of edition.articles.slice(0, articles))
        expect(validatorOf(schema)(await exportOf(extension, subjectOf(edition, article))), article.slug).toEqual([]);
  });
});
