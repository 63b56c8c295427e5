import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages, permanent } from '../../src/edition/addresses.ts';
import type { Article, Edition, Version } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { journalArticleVersion, successionOf } from '../../src/edition/versions/succession.ts';
import { formats } from '../../src/formats/index.ts';
import { linksOf } from '../../src/hosting/signposting.ts';
import { writeVersionedEdition } from '../helpers/versions.ts';

let root: string;
let edition: Edition;
let article: Article;
let versions: readonly [first: Version, second: Version, third: Version];

beforeAll(async () => {
  root = await writeVersionedEdition();
  edition = await loadEdition(root);
  article = edition.articles[1] as Article;
  versions = article.versions as unknown as typeof versions;
});

afterAll(() => rm(root, { recursive: true, force: true }));

const addressOf = (version: Version) => permanent(edition.site, pages.version(article.slug, version.number));

/** The formats whose relations lead from version to version; the others name the latest. */
const leadOn = /datacite|crossref|jats/;
/** Those that name versions by their DOI, as registrars do; DataCite names what has no registered prefix by its address. */
const doiNames = /crossref|jats/;

describe.each(formats.filter(({ mediaType }) => !/pdf|epub/.test(mediaType)))('$extension', (format) => {
  const write = async (version: Version) => String(await format.write({ edition, article, version }));
  const nameOf = (version: Version) =>
    doiNames.test(format.extension) ? `${article.slug}.${version.number}` : addressOf(version);

  test('of an older version names a newer one, and of the latest none', async () => {
    const [first, second, third] = versions;
    const newer = leadOn.test(format.extension) ? second : third;
    expect(await write(first)).toContain(nameOf(newer));
    expect(await write(second)).toContain(nameOf(third));
    expect((await write(third)).replaceAll(nameOf(third), '')).not.toMatch(/newer|succeeding|isReplacedBy|IsPrevious/i);
  });
});

describe.each(['jats.xml', 'mods.xml', 'jsonld'])('%s', (extension) => {
  test('says which Journal Article Version it is: none', async () => {
    const format = formats.find((one) => one.extension === extension);
    expect(await format?.write({ edition, article, version: versions[0] })).toContain(journalArticleVersion.uri);
  });
});

test('the links of a page lead to the versions before and after, the latest and the history', () => {
  const [first, second, third] = versions;
  const leads = (version: Version) =>
    linksOf({ edition, article, version }).flatMap(({ relation, href }) =>
      /version/.test(relation)
        ? [`${relation} ${href.replace(permanent(edition.site, pages.article(article.slug)), '')}`]
        : [],
    );
  const always = ['latest-version ', 'version-history changes/'];
  expect(leads(first)).toEqual([...always, 'successor-version 1.0.1/']);
  expect(leads(second)).toEqual([...always, 'predecessor-version 1.0.0/', 'successor-version 1.1.0/']);
  expect(leads(third)).toEqual([...always, 'predecessor-version 1.0.1/']);
  expect(successionOf({ article, version: third })).toEqual({ older: second, newer: undefined, latest: undefined });
});
