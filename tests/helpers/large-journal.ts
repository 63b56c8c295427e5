/**
 * A made-up journal: issues of a large edition's articles, with authors who come again and state an ORCID iD, types, keywords that
 * come again, and articles that cite earlier ones. The same for the same numbers.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { readBibtex } from '../../src/bibliography/bibtex-reader.ts';
import { writeCanonical } from '../../src/bibliography/load.ts';
import { articleTypes } from '../../src/edition/article-types.ts';
import { type LargeArticle, largeArticle, largeEditionFile, largeSlugs } from './large-edition.ts';
import { sealed } from './release.ts';

/** How many issues a volume, which is a year, has. */
const issuesOfVolume = 4;

/** An ORCID iD with its check digit (ISO/IEC 7064, MOD 11-2). */
function orcid(number: number): string {
  const digits = String(900_000_000_000_000 + number);
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return `${digits.slice(-15)}${check === 10 ? 'X' : check}`.padStart(16, '0').replace(/(.{4})(?=.)/g, '$1-');
}

const keywords = ['بندر', 'مرز', 'راه دریایی', 'فانوس', 'بازار', 'کشتی', 'گمرک', 'جزیره', 'لنگرگاه', 'نقشه'];
const families = [
  ['دریابان', 'Daryaban'],
  ['بندری', 'Bandari'],
  ['کرانه‌ای', 'Karanei'],
  ['ناخدا', 'Nakhoda'],
  ['ساحلی', 'Saheli'],
] as const;

export const doiOfArticle = (slug: string): string => `10.5555/bench.${slug}`;

/** Where an article stands: in one of so many issues, one after the other. */
const placeOf = (number: number, articles: number, issues: number) => {
  const issue = Math.floor((number * issues) / articles);
  return { volume: 1 + Math.floor(issue / issuesOfVolume), issue: 1 + (issue % issuesOfVolume) };
};

/** The facts of an article, with its place in the journal and what brings it onto shelves. */
function factsOf(facts: string, number: number, slug: string, { volume, issue }: ReturnType<typeof placeOf>): string {
  const year = 1399 + volume;
  const author = number % 40;
  const [family, latin] = families[author % families.length] as (typeof families)[number];
  const type = articleTypes[number % 7 === 3 ? number % 6 : 0] as string;
  return facts
    .replace(
      /^( {2}- name: ).*$/m,
      `$1{ fa: { family: ${family}, given: آذر ${author} }, en: { family: ${latin}, given: Azar ${author} } }\n    orcid: "${orcid(author)}"`,
    )
    .replace(
      /^ {2}year: .*$/m,
      `  year: { value: { solarHijri: "${year}", gregorian: "${year + 621}" }, certainty: certain, from: source }`,
    )
    .replace(
      /^ {2}volume: .*$/m,
      `  doi: { value: ${doiOfArticle(slug)}, certainty: certain, from: source }
  volume: { value: "${volume}", certainty: certain, from: source }
  issue: { value: "${issue}", certainty: certain, from: source }
  pages: { value: { first: "${1 + number * 20}", last: "${20 + number * 20}" }, certainty: certain, from: source }`,
    )
    .replace(
      /^keywords: .*$/m,
      `keywords: { fa: [${keywords[number % 10]}, ${keywords[(number * 3 + 1) % 10]}] }\ntype: ${type}`,
    );
}

/** A bibliography whose first work of an article in a journal is an earlier article of this one. */
function citing(bibliography: string, cited: string): string {
  const { entries } = readBibtex(bibliography, 'works.bib');
  const first = entries.find(({ type }) => type === 'article');
  const field = (name: string, value: string) => ({ name, value, line: 1 });
  return writeCanonical(
    entries.map((entry) =>
      entry === first
        ? {
            ...entry,
            fields: [
              ...entry.fields.filter(({ name }) => name !== 'certainty'),
              field('certainty', 'verified'),
              field('doi', doiOfArticle(cited)),
            ],
          }
        : entry,
    ),
  );
}

const short: LargeArticle = { paragraphs: 16, works: 10 };

/** Writes a journal of so many issues and articles into a folder; its newest issue has a file of its own. */
export async function writeLargeJournal(root: string, issues: number, articles: number): Promise<void> {
  const slugs = largeSlugs(articles);
  const write = async (file: string, content: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  };
  for (const [number, slug] of slugs.entries()) {
    const files = largeArticle(number, slug, short);
    const folder = `content/articles/${slug}`;
    const place = placeOf(number, articles, issues);
    const metadata = factsOf(files[`${folder}/article.yaml`] as string, number, slug, place);
    const works = files[`bibliography/${slug}.bib`] as string;
    const earlier = slugs[Math.floor(number / 2)] as string;
    const bibliography = number % 3 === 1 ? citing(works, earlier) : works;
    const [text, source] = ['1.0.0.mdx', 'source.txt'].map((file) => files[`${folder}/${file}`] as string) as [
      string,
      string,
    ];
    const date = `${2019 + place.volume + 2}-${String(place.issue * 3).padStart(2, '0')}-01`;
    const entry = { version: '1.0.0', date, kind: 'first', summary: { fa: 'نخستین', en: 'First' } };
    const versions = stringify([sealed(entry, { text, bibliography, metadata, source })]);
    for (const [file, content] of Object.entries({
      ...files,
      ...Object.fromEntries([`${folder}/article.yaml`, `${folder}/1.0.0.yaml`].map((name) => [name, metadata])),
      ...Object.fromEntries([`bibliography/${slug}.bib`, `${folder}/1.0.0.bib`].map((name) => [name, bibliography])),
      [`${folder}/versions.yaml`]: versions,
    }))
      await write(file, content);
  }
  await write('content/edition.yaml', largeEditionFile(slugs));
  const last = placeOf(articles - 1, articles, issues);
  const own = slugs.filter((_, number) => {
    const { volume, issue } = placeOf(number, articles, issues);
    return volume === last.volume && issue === last.issue;
  });
  await write(
    `content/issues/${last.volume}-${last.issue}.yaml`,
    stringify({
      volume: String(last.volume),
      number: String(last.issue),
      date: String(2020 + last.volume),
      title: { fa: 'بندرها و مرزها', en: 'Harbours and borders' },
      editorial: { fa: ['این شماره ساختگی است و برای سنجش است.'], en: ['This issue is made up for measurements.'] },
      articles: own.toReversed(),
    }),
  );
}
