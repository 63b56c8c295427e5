/**
 * Editions of many made-up articles, the same for the same numbers: Persian text in the order of words of the tests' own edition,
 * with new words as a larger corpus has them, citations, notes, headings and a bibliography. They pass the edition's own check.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { sealed } from './release.ts';

/** Numbers between 0 and 1 that follow from the seed (mulberry32, Tommy Ettinger, public domain). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const upTo = (random: Random, count: number) => Math.floor(random() * count);
const pick = <T>(random: Random, from: readonly T[]): T => from[upTo(random, from.length)] as T;

const articlesFolder = path.resolve(import.meta.dirname, '../fixtures/edition/content/articles');

/** Which words follow each word in the Persian articles of the tests' own edition. */
function readChain(): Map<string, string[]> {
  const chain = new Map<string, string[]>();
  for (const slug of ['sea-routes', 'border-markets']) {
    const text = readFileSync(path.join(articlesFolder, slug, '1.0.0.mdx'), 'utf8').replace(/```[\s\S]*/, '');
    const words = text
      .replace(/\]\([^)]*\)|[[\]#^|<>]|\d+/g, ' ')
      .split(/\s+/)
      .filter((word) => /^[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06c0\u06cc\u200c]+[،.]?$/.test(word));
    words.forEach((word, index) => {
      const next = words[index + 1];
      if (next !== undefined) chain.set(word, [...(chain.get(word) ?? []), next]);
    });
  }
  return chain;
}

const syllables = 'با بر پا تا جا چا خا دا را زا سا شا فا کا گا لا ما نا وا یا بی تی دی ری سی شی کی لی می نی'.split(
  ' ',
);
const latinOf: Readonly<Record<string, string>> = Object.fromEntries(
  syllables.map((syllable) => {
    const consonants: Readonly<Record<string, string>> = {
      ...{ ب: 'b', پ: 'p', ت: 't', ج: 'j', چ: 'ch', خ: 'kh', د: 'd', ر: 'r', ز: 'z', س: 's' },
      ...{ ش: 'sh', ف: 'f', ک: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', و: 'v', ی: 'y' },
    };
    const vowel = syllable[1] === 'ی' ? 'i' : 'a';
    return [syllable, `${consonants[syllable[0] as string]}${syllable[1] === 'ر' ? 'ar' : vowel}`];
  }),
);

interface Word {
  readonly fa: string;
  readonly en: string;
}

/** A word that no text had before, in both scripts. */
function newWord(random: Random, length: number): Word {
  const parts = Array.from({ length }, () => pick(random, syllables));
  const latin = parts.map((part) => latinOf[part]).join('');
  return { fa: parts.join(''), en: latin.charAt(0).toUpperCase() + latin.slice(1) };
}

const persianDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
const asciiDigits = (text: string) => text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

/** `a`, `b`, … `z`, `ba`, …: the article's number in letters, which keeps the keys of two articles apart. */
const lettersOf = (number: number): string =>
  (number >= 26 ? lettersOf(Math.floor(number / 26)) : '') + String.fromCharCode(97 + (number % 26));

interface MadeWork {
  readonly key: string;
  readonly entry: string;
  /** How the text cites it, with a page. */
  readonly cite: (page: number) => string;
}

function makeWork(random: Random, article: number, index: number, words: (count: number) => string): MadeWork {
  const name = newWord(random, 2 + upTo(random, 2));
  const given = newWord(random, 2);
  const isPersian = index % 2 === 0;
  const year = isPersian ? 1370 + upTo(random, 33) : 1980 + upTo(random, 44);
  const key = `${name.en.toLowerCase()}${lettersOf(article)}${lettersOf(index)}${year}`;
  const isBook = random() < 0.4;
  const title = isPersian
    ? words(7).replace(/[،.]/g, '')
    : `${newWord(random, 3).en} and the ${newWord(random, 2).en} order`;
  const first = 1 + upTo(random, 200);
  const printed = isPersian ? `${name.fa}، ${persianDigits(String(year))}` : `${name.en}, ${year}`;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', isPersian ? `${name.fa}, ${given.fa}` : `${name.en}, ${given.en}`],
    ['authorlatin', isPersian ? `${name.en}, ${given.en}` : undefined],
    ['title', title],
    ['journaltitle', isBook ? undefined : isPersian ? 'فصلنامۀ روابط خارجی' : 'Journal of Eurasian Studies'],
    ['publisher', isBook ? (isPersian ? 'نشر نی' : 'Cambridge University Press') : undefined],
    ['volume', isBook ? undefined : String(1 + upTo(random, 40))],
    ['pages', isBook ? undefined : `${first}--${first + 20}`],
    ['date', isPersian ? `${year + 621}/${year + 622}` : String(year)],
    ['yearprinted', isPersian ? String(year) : undefined],
    ['langid', isPersian ? 'fa' : 'en'],
    ['printed', `(${printed})`],
    ['certainty', pick(random, ['verified', 'known', 'partial'])],
    ['reasonfa', 'برای سنجش ساخته شده است.'],
    ['reasonen', 'Made up for a measurement.'],
    ['seen', 'own knowledge'],
  ];
  const lines = fields.filter(([, value]) => value !== undefined).map(([field, value]) => `  ${field} = {${value}},\n`);
  return {
    key,
    entry: `@${isBook ? 'book' : 'article'}{${key},\n${lines.join('')}}\n`,
    cite: (page) => `[(${printed}: ${isPersian ? persianDigits(String(page)) : page})](cite:${key}?p=${page})`,
  };
}

/** A made-up article's files, by path. */
export interface LargeArticle {
  /** How many paragraphs the body has. */
  readonly paragraphs: number;
  /** How many works it cites, each once at least. */
  readonly works: number;
}

const usual: LargeArticle = { paragraphs: 64, works: 45 };

let chain: Map<string, string[]> | undefined;

/** The files of one article: about 45 kB of Persian text where nothing else is said. */
export function largeArticle(
  number: number,
  slug: string,
  { paragraphs, works }: LargeArticle = usual,
): Record<string, string> {
  chain ??= readChain();
  const follows = chain;
  const starts = [...follows.keys()];
  const random = seeded(number + 1);
  let last = pick(random, starts);
  const words = (count: number): string => {
    const said: string[] = [];
    while (said.length < count) {
      last = pick(random, follows.get(last) ?? starts);
      said.push(random() < 0.02 ? newWord(random, 2 + upTo(random, 3)).fa : last);
    }
    return said.join(' ');
  };
  const cited = Array.from({ length: works }, (_, index) => makeWork(random, number, index, words));
  const source: string[] = [];
  /** Puts a text into the source, line by line, and answers the mark that names the lines. */
  const sourced = (text: string): string => {
    const first = source.length + 1;
    const plain = asciiDigits(text.replace(/\[\^(\d+)\]/g, '$1').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    let line = '';
    for (const word of plain.split(' ')) {
      if (line !== '' && line.length + word.length > 75) {
        source.push(line);
        line = '';
      }
      line += line === '' ? word : ` ${word}`;
    }
    source.push(line);
    return `[](source:${first}-${source.length})`;
  };
  const passage = (text: string) => `${text} ${sourced(text)}\n\n`;
  const title = words(9).replace(/[،.]/g, '');
  let text = `<Abstract lang="fa">\n\n${passage(words(150))}</Abstract>\n\n`;
  let notes = 0;
  for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
    if (paragraph % 8 === 0) text += `## ${passage(words(4).replace(/[،.]/g, ''))}`;
    const hasNote = paragraph % 8 === 3 && notes < 8;
    if (hasNote) notes += 1;
    const from = Math.floor((paragraph * works) / paragraphs);
    const to = Math.floor(((paragraph + 1) * works) / paragraphs);
    const citations = cited.slice(from, to).map((work) => ` ${words(6)} ${work.cite(1 + upTo(random, 300))}`);
    text += passage(`${words(45 + upTo(random, 40))}${hasNote ? `[^${notes}]` : ''}${citations.join('')} ${words(5)}`);
  }
  for (let note = 1; note <= notes; note += 1) text += `[^${note}]: ${passage(words(12))}`;
  const bibliography = cited
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry)
    .join('\n');
  const folder = `content/articles/${slug}`;
  const author = newWord(random, 3);
  const received = `${source.join('\n')}\n`;
  const metadata = `language: fa
titles:
  fa: { value: "${title}", certainty: certain, from: source }
creators:
  - name: { fa: { family: ${author.fa}, given: ${newWord(random, 2).fa} }, en: { family: ${author.en}, given: Ann } }
    romanised: { certainty: certain, from: source }
    affiliation: { fa: { value: دانشگاه تهران, certainty: certain, from: source } }
journal:
  name: { fa: فصلنامۀ آزمون, en: Quarterly of Trials }
  publisher: { fa: دانشگاه آزمون, en: University of Trials }
record:
  url: https://journal.example/${slug}
  year: { value: { solarHijri: "1400", gregorian: "2021" }, certainty: certain, from: source }
  volume: { value: "${1 + (number % 30)}", certainty: certain, from: source }
dates: []
keywords: { fa: [${Array.from({ length: 5 }, () => words(1).replace(/[،.]/g, '')).join(', ')}] }
rights:
  uri: http://rightsstatements.org/vocab/CNE/1.0/
  name: { fa: بررسی نشده, en: Copyright Not Evaluated }
  note: { fa: ناشناخته, en: Unknown }
source: { profile: intact }
`;
  return {
    [`${folder}/1.0.0.mdx`]: text,
    [`${folder}/1.0.0.bib`]: bibliography,
    [`bibliography/${slug}.bib`]: bibliography,
    [`${folder}/source.txt`]: received,
    [`${folder}/article.yaml`]: metadata,
    [`${folder}/1.0.0.yaml`]: metadata,
    [`${folder}/versions.yaml`]: stringify([
      sealed(
        { version: '1.0.0', date: '2026-01-01', kind: 'first', summary: { fa: 'نخستین', en: 'First' } },
        { text, bibliography, metadata, source: received },
      ),
    ]),
  };
}

/** The slugs of an edition of that many articles. */
export const largeSlugs = (articles: number): string[] =>
  Array.from({ length: articles }, (_, index) => `article-${String(index + 1).padStart(4, '0')}`);

/** The file that names the articles of an edition. */
export const largeEditionFile = (slugs: readonly string[]): string => `name: { fa: سنجش, en: Bench }
description: { fa: ویراستی ساختگی برای سنجش, en: A made-up edition for measurements }
publisher: { fa: سنجش, en: Bench }
site: https://bench.example/
rights: { uri: http://rightsstatements.org/vocab/CNE/1.0/, name: { fa: بررسی نشده, en: Copyright Not Evaluated }, note: { fa: ناشناخته, en: Unknown } }
languages:
  - fa
  - en
articles:
${slugs.map((slug) => `  - ${slug}\n`).join('')}`;

/** Writes an edition of that many articles into a folder. */
export async function writeLargeEdition(root: string, articles: number, size?: LargeArticle): Promise<void> {
  const slugs = largeSlugs(articles);
  const files = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).map(async ([file, content]) => {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), content);
    });
  for (const [number, slug] of slugs.entries()) await Promise.all(files(largeArticle(number, slug, size)));
  await Promise.all(files({ 'content/edition.yaml': largeEditionFile(slugs) }));
}
