/**
 * Small editions of which everything is said, or nothing that can be left out: an article of each type, written for the edition, in
 * English and Persian by turns. They are read from files, as any edition is.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { type ArticleType, articleTypes } from '../../src/edition/article-types.ts';
import { type Article, type Edition, latestVersion, type Subject } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { formats } from '../../src/formats/index.ts';

/** What every article has to say. */
const required = (slug: string, language: string) => `language: ${language}
facts: { certainty: certain, from: authors }
titles: { ${language}: ${slug} }
creators:
  - name: { fa: { family: نویسنده }, en: { family: Writer, given: Ann } }
rights: { uri: "http://rightsstatements.org/vocab/CNE/1.0/", name: { fa: بررسی نشده, en: Copyright Not Evaluated }, note: { fa: ناشناخته, en: Unknown } }
`;

/** The same with what an article says of its own: a field that it has replaces the required one. */
function articleFile(slug: string, language: string, own: string): string {
  const said = own.replace(/^language: .*\n/m, '');
  const names = [...said.matchAll(/^(\w+):/gm)].map(([, name]) => name);
  const kept = required(slug, language)
    .split(/\n(?=\w)/)
    .filter((field) => !names.includes(/^\w+/.exec(field)?.[0]));
  return `${kept.map((field) => field.trimEnd()).join('\n')}\n${said}`;
}

/** Everything that can be said of an article, whatever its type. */
const everythingOfRights = `rights:
  licence: CC-BY-4.0
  uri: http://rightsstatements.org/vocab/InC/1.0/
  name: { fa: دارای حق نشر, en: In Copyright }
  note: { fa: ناشر پروانه را داد., en: The publisher gave it. }
  holder: { fa: نویسنده, en: Ann Writer }
  year: 2026
  access: open
`;

const fullJournal = `journal:
  name: { fa: مجله, en: Journal }
  abbreviation: Jnl.
  publisher: { fa: ناشر, en: Publisher }
  homepage: https://journal.example/
  issn: { print: 2008-0867, electronic: 0317-8471, linking: 1050-124X }
`;

const place = `
  year: { solarHijri: "1404", gregorian: "2025" }
  volume: "18"
  issue: "2"
  specialIssue: On Harbours
`;

/** Of what an article treats, and every relation that it can have. */
export const related = `subjects:
  - { scheme: lcsh, uri: "http://id.loc.gov/authorities/subjects/sh85067435", term: { fa: روابط بین‌الملل, en: International relations } }
  - { scheme: fast, uri: "http://id.worldcat.org/fast/977053", term: { fa: روابط بین‌الملل, en: International relations } }
  - { scheme: wikidata, uri: "https://www.wikidata.org/entity/Q166542", term: { fa: بندر, en: harbour } }
  - { scheme: ddc, uri: "http://dewey.info/class/327.1/", term: { fa: سیاست بین‌الملل, en: International politics } }
places:
  - { name: { fa: بوشهر, en: Bushehr }, uri: "https://www.wikidata.org/entity/Q26796", gac: a-ir--- }
periods:
  - { name: { fa: پس از جنگ سرد, en: After the Cold War }, start: 1991, end: 2020 }
relations:
  - { kind: dataset, doi: 10.5281/zenodo.1, title: { en: Depths } }
  - { kind: software, url: "https://code.example/" }
  - { kind: supplement, doi: 10.5555/more }
  - { kind: translation-of, url: "https://original.example/", title: { fa: اصل } }
  - { kind: review-of, doi: 10.5555/book }
  - { kind: preprint-of, doi: 10.5555/published }
  - { kind: series, url: "https://series.example/", title: { en: Papers on Harbours } }
`;

/** The supplementary files of an article, and the bytes of one. */
export const supplements = `files:
  - { name: depths.csv, title: { fa: ژرفاها, en: Depths }, description: { fa: ژرفای دو کرانه., en: The depths of two coasts. }, licence: CC0-1.0 }
  - { name: readme.txt, title: { en: How it was measured } }
`;
export const supplementBytes = 'place,metres\nbay,12\n';

/** Everything that can be said of an article that a journal published before. */
export const everything = `${everythingOfRights}${related}${fullJournal}record:
  url: https://journal.example/1
  doi: 10.5555/trials.1${place}  pages: { first: "57", last: "84" }
`;

/** Everything that can be said of who made an article. */
export const everyone = `creators:
  - name: { fa: { family: نویسنده, given: آن, suffix: پسر }, en: { family: Writer, given: Ann, suffix: Jr. } }
    orcid: 0000-0002-1825-0097
    equal: true
    roles: [conceptualization, { role: writing-review-editing, degree: lead }]
    affiliations:
      - { institution: { fa: دانشگاه آزمون, en: University of Trials }, department: { fa: گروه دریا, en: Department of the Sea }, city: { fa: تهران, en: Tehran }, country: IR, ror: 05dxps055 }
      - { institution: { en: Harbour Museum }, country: GB, certainty: supported }
  - organisation: { fa: انجمن بندرها, en: Society of Harbours }
    ror: https://ror.org/05dxps055
    isni: "0000 0001 2103 2683"
    equal: true
    roles: [software]
`;

/** The same of who took part beside the authors. */
export const others = `contributors:
  - { role: translator, name: { fa: { family: مترجم, given: مریم }, en: { family: Turner, given: Mary } }, affiliations: [{ institution: { fa: دانشگاه آزمون, en: University of Trials } }] }
  - { role: editor, name: { fa: { family: دبیر }, en: { family: Chief, given: Eve } } }
  - { role: reviewer, organisation: { fa: شورای داوری, en: Board of Reviewers } }
`;

/** Everything that can be said of money, interests and data. */
export const statements = `funding:
  - { funder: { fa: بنیاد دریا, en: Foundation of the Sea }, ror: 05dxps055, funderId: https://doi.org/10.13039/501100003968, awards: [{ number: "98-12", title: { fa: بندرها, en: Harbours }, url: "https://grants.example/98-12" }, { number: "99-1" }] }
  - { funder: { en: Harbour Museum } }
conflictOfInterest: { fa: نویسندگان تعارض منافع ندارند., en: The authors have no conflicts of interest. }
dataAvailability: { fa: داده‌ها در دسترس همگان است., en: The data are open to all., url: "https://data.example/1" }
`;

/** A date of every event, in every calendar. */
export const dates = `dates:
  - { event: submitted, lunarHijri: 1445-09-18, printed: ۱۸ رمضان ۱۴۴۵ }
  - { event: received, solarHijri: 1403-01-12, printed: ۱۴۰۳/۰۱/۱۲ }
  - { event: revised, solarHijri: 1403-03, printed: ۱۴۰۳/۰۳ }
  - { event: accepted, gregorian: 2024-09-01, printed: 1 September 2024 }
  - { event: online, gregorian: 2024-10-02, printed: 2 October 2024 }
  - { event: print, gregorian: 2024-11, printed: November 2024 }
  - { event: presented, gregorian: 2023-05-04, printed: 4 May 2023 }
  - { event: defended, solarHijri: 1401-06-07, printed: ۱۴۰۱/۰۶/۰۷ }
`;

/** Who edits an edition. */
export const editors = `editors:
  - { name: { fa: { family: ویراستار, given: وحید }, en: { family: Redactor, given: Vahid } }, orcid: 0000-0001-2345-6789, affiliations: [{ institution: { en: Harbour Museum } }] }
`;

/** A book, and the place of an article in it. */
export const inBook = `book: { name: { fa: کتاب, en: A Book of Harbours }, publisher: { fa: ناشر, en: Publisher }, isbn: 978-0-306-40615-7 }
placement: { pages: { first: "11", last: "32" }, year: { gregorian: "2025" } }
`;

/** What can be said of an article of one type only. */
export const ofType = {
  chapter: inBook,
  'conference-paper': `conference: { name: { fa: همایش بندرها, en: Conference on Harbours }, place: { fa: بوشهر, en: Bushehr }, start: 2025-09-01, end: 2025-09-03 }
`,
  thesis: 'thesis: { institution: { fa: دانشگاه آزمون, en: University of Trials }, level: doctor }\n',
} as const;

/** The same of one that the journal publishes here. */
export const everythingHere = `${everythingOfRights}${fullJournal}placement:${place}  articleNumber: e12
`;

/** The same of one of each type that the edition publishes first: in the journal, in its book, at its conference, for its degree, or alone. */
export const firstHere: Readonly<Record<ArticleType, string>> = {
  ...(Object.fromEntries(articleTypes.map((type) => [type, everythingHere + related])) as Record<ArticleType, string>),
  ...Object.fromEntries(
    (['preprint', 'working-paper', 'report'] as const).map((type) => [type, everythingOfRights + related]),
  ),
  chapter: everythingOfRights + related + ofType.chapter,
  'conference-paper': everythingOfRights + related + ofType['conference-paper'] + inBook,
  thesis: everythingOfRights + related + ofType.thesis,
};

const journal = `journal:
  name: { fa: مجله, en: Journal }
  publisher: { fa: ناشر, en: Publisher }
record: { url: "https://journal.example/1" }
`;

/**
 * Writes the files of an edition of articles that are written here.
 *
 * @param root an empty folder
 * @param articles what is said of each beyond what has to be, by slug
 * @param ofEdition what the edition says beyond what it has to
 */
export async function writeArticles(
  root: string,
  articles: Readonly<Record<string, string>>,
  ofEdition = '',
): Promise<void> {
  const slugs = Object.keys(articles);
  const write = async (file: string, content: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  };
  await write(
    'content/edition.yaml',
    `name: { fa: آزمون, en: Trial }
description: { fa: ویراستی برای آزمون, en: An edition for tests }
publisher: { fa: ناشر ویراست, en: Trial Press }
site: https://trial.example/
rights: { uri: http://rightsstatements.org/vocab/CNE/1.0/, name: { fa: بررسی نشده, en: Copyright Not Evaluated }, note: { fa: ناشناخته, en: Unknown } }
languages: [fa, en]
${ofEdition}articles: [${slugs.join(', ')}]
`,
  );
  for (const [index, slug] of slugs.entries()) {
    const folder = `content/articles/${slug}`;
    const own = articles[slug] as string;
    const language = /^language: (\w+)\n/m.exec(own)?.[1] ?? (index % 2 ? 'fa' : 'en');
    await write(`${folder}/article.yaml`, articleFile(slug, language, own));
    await write(
      `${folder}/versions.yaml`,
      '- { version: 1.0.0, date: 2026-01-31, kind: first, summary: { fa: نخستین, en: First } }\n',
    );
    for (const [, name] of own.matchAll(/^ {2}- \{ name: ([\w.-]+), title:/gm))
      await write(`${folder}/files/${name}`, supplementBytes);
    await write(`${folder}/1.0.0.mdx`, '## One\n\nA text of one sentence.\n');
  }
}

/**
 * Reads such an edition.
 *
 * @throws ContentFaults with everything that is wrong
 */
export async function readArticles(articles: Readonly<Record<string, string>>, ofEdition = ''): Promise<Edition> {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  try {
    await writeArticles(root, articles, ofEdition);
    return await loadEdition(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** An edition with an article of each type, whose slug is the type's name. */
export const everyType = (more = journal, ofEdition = ''): Promise<Edition> =>
  readArticles(Object.fromEntries(articleTypes.map((type) => [type, `type: ${type}\n${more}`])), ofEdition);

/** The same with everything said of each, where the edition is the publication. */
export const everyTypeHere = (): Promise<Edition> =>
  readArticles(
    Object.fromEntries(
      articleTypes.map((type) => [
        type,
        `type: ${type}\n${firstHere[type]}${supplements}${everyone}${others}${statements}${dates}`,
      ]),
    ),
    editors,
  );

/** An edition of one article, and its only version. */
export async function readArticle(said: string, ofEdition = ''): Promise<Subject> {
  const edition = await readArticles({ one: said }, ofEdition);
  return subjectOf(edition, edition.articles[0] as Article);
}

/** What is required of an article in a journal. */
export const inJournal = journal;

/** The latest version of an article of an edition. */
export const subjectOf = (edition: Edition, article: Article): Subject => ({
  edition,
  article,
  version: latestVersion(article),
});

/** An export of a version as text. */
export async function exportOf(extension: string, subject: Subject): Promise<string> {
  const format = formats.find((one) => one.extension === extension);
  if (!format) throw new Error(`no format ${extension}`);
  return String(await format.write(subject));
}

const namespaces = {
  m: 'http://www.loc.gov/mods/v3',
  marc: 'http://www.loc.gov/MARC21/slim',
  dc: 'http://purl.org/dc/elements/1.1/',
  d: 'http://datacite.org/schema/kernel-4',
  rel: 'http://www.crossref.org/relations.xsd',
  tei: 'http://www.tei-c.org/ns/1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  ali: 'http://www.niso.org/schemas/ali/1.0/',
  ai: 'http://www.crossref.org/AccessIndicators.xsd',
  fr: 'http://www.crossref.org/fundref.xsd',
};

/** The texts that an XPath finds in an export that was read. Crossref's own elements are found by `local-name()`. */
export const foundIn = (document: XmlDocument, xpath: string): string[] =>
  document.find(xpath, namespaces).map((node) => node.content);

/** The same of an export of a version, which libxml2 reads. */
export async function found(extension: string, subject: Subject, xpath: string): Promise<string[]> {
  using document = XmlDocument.fromString(await exportOf(extension, subject));
  return foundIn(document, xpath);
}
