import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { citingOf } from '../../src/citing/references.ts';
import { search } from '../../src/client/searching.ts';
import { type Article, type Edition, latestVersion } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { crossref } from '../../src/formats/crossref/index.ts';
import { dataciteXmlFormat } from '../../src/formats/datacite/xml.ts';
import { dc } from '../../src/formats/dc.ts';
import { epub } from '../../src/formats/epub/index.ts';
import { pdf } from '../../src/formats/index.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { jsonld } from '../../src/formats/jsonld.ts';
import { marc } from '../../src/formats/marc/index.ts';
import { mods } from '../../src/formats/mods.ts';
import { documentOf } from '../../src/formats/pdf/document.ts';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { renderText } from '../../src/html/body.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { directionOf } from '../../src/text/languages.ts';
import { writeEdition } from '../helpers/edition.ts';
import { faultsOf } from '../helpers/faults.ts';
import { needing } from '../helpers/installed.ts';
import { citedLanguages, journalOfLanguages, samples } from '../helpers/languages.ts';
import { squash, textOf } from '../helpers/pdf-text.ts';
import { schemas } from '../helpers/schemas.ts';
import { smallEngine } from '../helpers/search-engine.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { found } from '../helpers/xml.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await loadEdition(await writeEdition(journalOfLanguages));
});

const articleIn = (tag: string): Article => edition.articles.find(({ language }) => language === tag) as Article;
const subjectOf = (article: Article) => ({ edition, article, version: latestVersion(article) });

test('a journal in English alone says nothing in Persian but of its Persian article, and of Persian works', () => {
  expect(edition.languages).toEqual(['en']);
  for (const article of edition.articles.filter(
    ({ language }) => language !== 'fa' && !citedLanguages[language]?.includes('fa'),
  ))
    for (const format of [jats, tei, marc, mods, dc, jsonld])
      expect(format.write(subjectOf(article)) as string, `${article.slug} ${format.name}`).not.toMatch(
        /xml:lang="fa|"@language": "fa|نسخۀ/,
      );
});

test('Arabic, Urdu and Sorani texts keep their letters, and nothing is refused in them', () => {
  for (const tag of ['ar', 'ur', 'ckb']) {
    const text = txt.write(subjectOf(articleIn(tag))) as string;
    expect(text).toContain(samples[tag]?.text);
  }
  expect(samples['ar']?.text).toMatch(/ي/);
});

test('libraries find the language of each text under its code of ISO 639-2', () => {
  const codes = { fa: 'per', ar: 'ara', en: 'eng', fr: 'fre', az: 'aze', ur: 'urd', ckb: 'kur' };
  const namespaces = { m: 'http://www.loc.gov/MARC21/slim' };
  for (const [tag, code] of Object.entries(codes)) {
    const record = marc.write(subjectOf(articleIn(tag))) as string;
    expect(found(record, '//m:datafield[@tag="041"]/m:subfield[@code="a"]', namespaces)).toEqual([code]);
    expect(found(record, '//m:controlfield[@tag="008"]', namespaces)[0]?.slice(35, 38)).toBe(code);
  }
});

test('an article has its own direction and digits on an English page', () => {
  for (const [tag, digit] of Object.entries({ fa: '۱', ar: '١', ckb: '١', ur: '1', fr: '1' })) {
    const { body, contents } = renderText(subjectOf(articleIn(tag)), 'en');
    expect(contents).toContain(`lang="${tag}" dir="${directionOf(tag)}"`);
    expect(body).toContain(`>${digit}<`);
  }
});

test('a passage that is found says its language', () => {
  const titles = passagesOf(edition).filter(({ kind }) => kind === 'title');
  expect(titles.map(({ language }) => language)).toEqual(Object.keys(samples));
});

describe('every article is valid', () => {
  for (const [format, schema] of [
    [jats, schemas.jats],
    [tei, schemas.tei],
    [marc, schemas.marc],
    [mods, schemas.mods],
    [dataciteXmlFormat, schemas.datacite46],
    [crossref, schemas.crossref],
  ] as const)
    test(format.name, needing(schema), async () => {
      const faultsIn = faultsUnder(schema);
      for (const article of edition.articles)
        expect(await faultsIn(format.write(subjectOf(article)) as string), article.slug).toEqual([]);
    });
});

test('words of each text are found however they are written, and in that text', async () => {
  const engine = smallEngine(passagesOf(edition));
  for (const [tag, typed] of [
    ['fa', 'کشتي ها'],
    ['ar', 'ميناء'],
    ['ar', 'السُّفن'],
    ['en', 'PORT stay'],
    ['fr', 'restèrent'],
    ['fr', 'RESTERENT'],
    ['az', 'gemiler'],
    ['az', 'GƏMİLƏR'],
    ['az', 'baslangic'],
    ['ur', 'جهاز'],
    ['ur', 'رهي'],
    ['ckb', 'به‌نده‌ر'],
    ['ckb', 'کەشتیيه‌كان'],
  ] as const) {
    const { results } = await search(engine, typed, { lang: tag }, () => undefined);
    expect(new Set(results.map(({ passage }) => passage.article)), `${tag} ${typed}`).toEqual(new Set([`in-${tag}`]));
  }
});

test('every article cites works in two other languages, which stand in its list in their own letters', () => {
  for (const [tag, others] of Object.entries(citedLanguages)) {
    expect(
      latestVersion(articleIn(tag))
        .works.map(({ language }) => language)
        .toSorted(),
    ).toEqual([...others].toSorted());
    expect(others).not.toContain(tag);
  }
  expect(txt.write(subjectOf(articleIn('ckb')))).toContain('حدّاد، سليم (٢٠١١)، تاريخ الموانئ العربية، دار البحر.');
});

test(
  'an Arabic PDF has Arabic digits, and the words of its language',
  needing({ isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' }),
  async () => {
    const text = squash(textOf((await pdf.write(subjectOf(articleIn('ar')))) as Uint8Array));
    for (const said of [
      samples['ar']?.text,
      samples['ar']?.heading,
      'الملخص',
      'المراجع',
      'الإصدار١.٠.٠',
      '٢٠٢٦',
      'الفقرة١',
    ])
      expect(text).toContain(squash(said ?? ''));
    expect(text).not.toMatch(/بند[۰-۹]/);
    // The journal has no readers who count by Solar Hijri years.
    expect(text).not.toContain('١٤٠٤');
  },
);

test('an English reference keeps its direction in an article from right to left, as what the editors say in English', () => {
  const { facts } = documentOf(subjectOf(articleIn('ckb')), []) as {
    facts: readonly { text: readonly { kind: string; direction?: string; pieces?: readonly { text?: string }[] }[] }[];
  };
  const english = facts.flatMap(({ text }) =>
    text.filter(({ kind, direction }) => kind === 'foreign' && direction === 'ltr').map(({ pieces }) => pieces),
  );
  const said = english.map((pieces) => (pieces ?? []).map(({ text }) => text ?? '').join(''));
  expect(said).toContainEqual(expect.stringMatching(/^Writer, A\. \(2026, January 1\)\./));
  expect(said).toContain('Free to read.');
});

test('an Arabic article is cited in Arabic, in its own digits', () => {
  const { version, inText } = citingOf(subjectOf(articleIn('ar')));
  expect(inText.map(({ html }) => html)).toEqual(['(كاتب، ٢٠٢٦، الإصدار ١.٠.٠)', '(Writer, 2026, Version 1.0.0)']);
  const { html = '' } = version.find(({ style }) => style.id === 'arabic') ?? {};
  expect(html.replace(/<[^>]*>/g, '')).toBe(
    'كاتب (٢٠٢٦)، «الميناء والرياح»، Harbours، الإصدار ١.٠.٠، Harbour Press، https://harbours.example/articles/in-ar/1.0.0/.',
  );
});

test('a book has a naskh where it has letters of that', async () => {
  const facesOf = async (one: Edition, tag: string) => {
    const article = one.articles.find(({ language }) => language === tag) as Article;
    const book = (await epub.write({ edition: one, article, version: latestVersion(article) })) as Uint8Array;
    return Object.keys(unzipSync(book)).filter((file) => /(?:naskh|serif)(?:-bold|-italic)?\.woff2/.test(file));
  };
  const serif = ['EPUB/serif.woff2', 'EPUB/serif-italic.woff2'];
  const naskh = ['EPUB/naskh.woff2', 'EPUB/naskh-bold.woff2'];
  // The English article cites a work in Urdu; without its works it has Latin letters alone.
  expect(await facesOf(edition, 'en')).toEqual([...naskh, ...serif]);
  const text = 'content/articles/in-en/1.0.0.mdx';
  const withoutWorks = (journalOfLanguages[text] as string).replaceAll(/ \[[^\]]*\]\(cite:[^)]*\)/g, '');
  const latin = await loadEdition(
    await writeEdition({ ...journalOfLanguages, [text]: withoutWorks, 'bibliography/in-en.bib': '' }),
  );
  expect(await facesOf(latin, 'en')).toEqual(serif);
});

test('a book marks what editors say in another language than its own, in its metadata and on its first page', async () => {
  const files = unzipSync((await epub.write(subjectOf(articleIn('ar')))) as Uint8Array);
  const names = Object.keys(files);
  const textOf = (end: string) => strFromU8(files[names.find((name) => name.endsWith(end)) as string] as Uint8Array);
  const namespaces = { dc: 'http://purl.org/dc/elements/1.1/' };
  const metadata = textOf('.opf');
  expect(found(metadata, '//dc:rights/@xml:lang', namespaces)).toEqual(['en']);
  expect(found(metadata, '//dc:publisher/@xml:lang', namespaces)).toEqual(['en']);
  expect(found(metadata, '//dc:publisher', namespaces)).toEqual(['Harbour Press']);
  expect(textOf('/in-ar.xhtml')).toContain(
    `<span lang="en" xml:lang="en" dir="ltr">${articleIn('ar').rights.name.en}</span>. `,
  );
});

test('a tag of no language is refused with its line and what to write', async () => {
  const file = 'content/articles/in-fr/article.yaml';
  const changes = {
    ...journalOfLanguages,
    [file]: (journalOfLanguages[file] as string).replace('language: fr', 'language: qq'),
  };
  const [fault] = await faultsOf(changes);
  expect(fault).toMatchObject({ file, line: 1, what: 'language: must be the BCP 47 tag of a language' });
  expect(fault?.fix).toContain('BCP 47');
});
