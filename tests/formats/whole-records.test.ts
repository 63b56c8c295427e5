/** Every export is valid with everything said that can be, with nothing said that can be left out, and with every notice. */
import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article, Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { needing } from '../helpers/installed.ts';
import { writeNoticed } from '../helpers/notices.ts';
import {
  dates,
  editors,
  everyone,
  everyType,
  everyTypeHere,
  everything,
  exportOf,
  ofType,
  others,
  readArticles,
  statements,
  subjectOf,
  supplements,
} from '../helpers/records.ts';
import { type Schema, schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';

let all: readonly Edition[];
let noticed: Edition;
beforeAll(async () => {
  const root = await writeNoticed();
  noticed = await loadEdition(root);
  await rm(root, { recursive: true });
  all = await Promise.all([
    everyType(everything + supplements + everyone + others + statements + dates, editors),
    everyTypeHere(),
    everyType(''),
    readArticles(Object.fromEntries(Object.entries(ofType).map(([type, said]) => [type, `type: ${type}\n${said}`]))),
  ]);
});

// TEI's schema takes long, and does not tell types apart.
describe.each<[string, Schema, number]>([
  ['datacite.xml', schemas.datacite46, 14],
  ['crossref.xml', schemas.crossref, 14],
  ['jats.xml', schemas.jats, 14],
  ['mods.xml', schemas.mods, 14],
  ['marc.xml', schemas.marc, 14],
  ['tei.xml', schemas.tei, 1],
])('%s', (extension, schema, types) => {
  test('is valid', needing(schema), async () => {
    for (const edition of all)
      for (const article of edition === all.at(-1) ? edition.articles : edition.articles.slice(0, types))
        expect(await faultsUnder(schema)(await exportOf(extension, subjectOf(edition, article))), article.slug).toEqual(
          [],
        );
    const [tale] = noticed.articles;
    expect(
      await faultsUnder(schema)(await exportOf(extension, subjectOf(noticed, tale as Article))),
      'notices',
    ).toEqual([]);
  });
});
