/** What each export says of what an article is: for each type of the list, in the words of its standard. */
import { beforeAll, expect, test } from 'vitest';
import { type ArticleType, articleTypes } from '../../src/edition/article-types.ts';
import type { Article, Edition, Subject } from '../../src/edition/model.ts';
import { linksOf } from '../../src/hosting/signposting.ts';
import { catalog } from '../../src/site/catalog.ts';
import { everyType, exportOf, found, inJournal, readArticle, subjectOf } from '../helpers/records.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await everyType();
});

const of = (type: ArticleType): Subject =>
  subjectOf(edition, edition.articles.find((article) => article.slug === type) as Article);

/** COAR's own name and number, JATS, DataCite, info:eu-repo, schema.org. */
const expected: Readonly<Record<ArticleType, readonly [string, string, string, string, string | undefined, string]>> = {
  'research-article': [
    'c_2df8fbb1',
    'research article',
    'research-article',
    'JournalArticle',
    'article',
    'ScholarlyArticle',
  ],
  'review-article': ['c_dcae04bc', 'review article', 'review-article', 'JournalArticle', 'article', 'ScholarlyArticle'],
  'data-article': ['c_beb9', 'data paper', 'data-paper', 'DataPaper', 'article', 'ScholarlyArticle'],
  'book-review': ['c_ba08', 'book review', 'book-review', 'JournalArticle', 'review', 'ScholarlyArticle'],
  editorial: ['c_b239', 'editorial', 'editorial', 'JournalArticle', 'article', 'ScholarlyArticle'],
  letter: ['c_545b', 'letter to the editor', 'letter', 'JournalArticle', 'article', 'ScholarlyArticle'],
  commentary: ['D97F-VB57', 'commentary', 'article-commentary', 'JournalArticle', 'article', 'ScholarlyArticle'],
  translation: ['c_6501', 'journal article', 'translation', 'JournalArticle', 'article', 'ScholarlyArticle'],
  preprint: ['c_816b', 'preprint', 'preprint', 'Preprint', 'preprint', 'ScholarlyArticle'],
  'working-paper': ['c_8042', 'working paper', 'other', 'Text', 'workingPaper', 'ScholarlyArticle'],
  'conference-paper': [
    'c_5794',
    'conference paper',
    'other',
    'ConferencePaper',
    'conferenceObject',
    'ScholarlyArticle',
  ],
  chapter: ['c_3248', 'book part', 'other', 'BookChapter', 'bookPart', 'Chapter'],
  thesis: ['c_46ec', 'thesis', 'dissertation', 'Dissertation', undefined, 'Thesis'],
  report: ['c_93fc', 'report', 'other', 'Report', 'report', 'Report'],
};

test.each(articleTypes)('every export says that it is a %s', async (type) => {
  const [id, label, jats, datacite, euRepo, schemaOrg] = expected[type];
  const uri = `http://purl.org/coar/resource_type/${id}`;
  const subject = of(type);
  const finds = (extension: string, xpath: string) => found(extension, subject, xpath);
  expect(await finds('jats.xml', '/article/@article-type')).toEqual([jats]);
  expect(await finds('jats.xml', '//article-categories//subject/@vocab-term-identifier')).toEqual([uri]);
  expect(await finds('datacite.xml', '//d:resourceType/@resourceTypeGeneral')).toEqual([datacite]);
  expect((await finds('datacite.xml', '//d:resourceType'))[0]).toMatch(new RegExp(`^Edition of an? ${label}$`));
  expect(await finds('mods.xml', '/m:mods/m:genre[@authority="coar"]/@valueURI')).toEqual([uri]);
  expect(await finds('mods.xml', '/m:mods/m:genre[@authority="coar"]')).toEqual([label]);
  expect(await finds('marc.xml', '//marc:datafield[@tag="655"]/marc:subfield[@code="0"]')).toEqual([uri]);
  expect(await finds('dc.xml', '//dc:type')).toEqual([
    'Text',
    uri,
    ...(euRepo ? [`info:eu-repo/semantics/${euRepo}`] : []),
  ]);
  expect(await finds('tei.xml', '//tei:textClass/tei:catRef/@target')).toEqual([uri]);
  expect(JSON.parse(await exportOf('jsonld', subject))).toMatchObject({ '@type': schemaOrg, additionalType: uri });
  const types = linksOf(subject).filter(({ relation }) => relation === 'type');
  expect(types.map(({ href }) => href)).toEqual([
    'https://schema.org/AboutPage',
    `https://schema.org/${schemaOrg}`,
    uri,
  ]);
  expect(catalog(edition, []).articles.find(({ slug }) => slug === type)?.type).toBe(uri);
});

test('an article that does not say what it is is one in a journal, and no version type stands for its type', async () => {
  const subject = await readArticle(inJournal);
  const uri = 'http://purl.org/coar/resource_type/c_6501';
  expect(await found('dc.xml', subject, '//dc:type')).toEqual(['Text', uri, 'info:eu-repo/semantics/article']);
  expect(await found('mods.xml', subject, '/m:mods/m:genre/@valueURI')).toEqual([uri]);
  expect(await found('jats.xml', subject, '//article-categories')).toEqual([]);
  expect(
    linksOf(subject)
      .filter(({ relation }) => relation === 'type')
      .map(({ href }) => href),
  ).not.toContainEqual(expect.stringContaining('coar/version'));
});

test('a type that is not of the list is refused with those that are', async () => {
  await expect(readArticle(`type: blog\n${inJournal}`)).rejects.toMatchObject({
    faults: [
      {
        file: 'content/articles/one/article.yaml',
        line: 7,
        what: expect.stringContaining('type: must be one of research-article, review-article'),
        fix: expect.stringContaining('book-review or thesis'),
      },
    ],
  });
});
