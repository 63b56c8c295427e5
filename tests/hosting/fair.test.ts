/** The metrics of F-UJI, as its own list has them, of an article of which everything is said and of one of which least is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Subject } from '../../src/edition/model.ts';
import { type FairMetric, fairOf, sumOf } from '../../src/hosting/fair.ts';
import { needing } from '../helpers/installed.ts';
import { everything, inJournal, readArticle } from '../helpers/records.ts';
import { schemas, schemasFolder } from '../helpers/schemas.ts';

let whole: Subject;
let bare: Subject;
beforeAll(async () => {
  const said = await readArticle(`keywords: { en: [harbours] }\n${everything}`);
  const abstract = { id: 'abstract-en', language: 'en', kind: 'abstract', blocks: said.version.body } as const;
  const version = { ...said.version, abstracts: [abstract] };
  whole = {
    edition: { ...said.edition, site: 'https://library.org/edition/', doi: { prefix: '10.1234', registered: true } },
    article: { ...said.article, versions: [version] },
    version,
  };
  bare = await readArticle(inJournal);
});

describe('the metrics', needing(schemas.fuji), () => {
  test('are those of the list, each with its whole score', async () => {
    const list = parse(readFileSync(path.join(schemasFolder, 'fuji/metrics_v0.8.yaml'), 'utf8')) as {
      metrics: readonly { metric_identifier: string; total_score: number }[];
    };
    const expected = list.metrics.map(({ metric_identifier, total_score }) => [metric_identifier, total_score]);
    expect((await fairOf(whole)).map(({ id, total }) => [id, total])).toEqual(expected);
    expect(sumOf(await fairOf(whole)).total).toBe(26);
  });
});

test('with a registered DOI and everything said, the page earns 26 of 26', async () => {
  const metrics = await fairOf(whole);
  expect(metrics.filter(({ fix }) => fix !== undefined)).toEqual([]);
  expect(sumOf(metrics)).toEqual({ score: 26, total: 26 });
});

test('what is missing is named, with what to do about it', async () => {
  const lacking = (await fairOf(bare)).filter(({ score, total }) => score < total);
  const fixOf = (id: string) => lacking.find((one: FairMetric) => one.id === id)?.fix;
  expect(fixOf('FsF-F1-02MD')).toMatch(/register the DOI/);
  expect(fixOf('FsF-F2-01M')).toMatch(/abstract and keywords/);
  expect(fixOf('FsF-A1-01M')).toMatch(/access: open/);
  expect(fixOf('FsF-A1-02MD')).toMatch(/site:/);
  expect(lacking).toHaveLength(4);
});

test('a draft DOI and a reserved one are no persistent identifiers', async () => {
  const reserved = { ...whole, edition: { ...whole.edition, doi: { prefix: '10.1234', registered: false } } };
  expect(sumOf(await fairOf(reserved))).toEqual({ score: 25, total: 26 });
});
