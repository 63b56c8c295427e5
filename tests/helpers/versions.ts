/** An edition with three versions of a Persian article and two of an English one: what happens to paragraphs, once each. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { soundFiles } from './edition.ts';
import { sealed } from './release.ts';

const work = (key: string) => `@book{${key},
  author = {Jervis, Robert},
  title = {A Concert},
  publisher = {Press},
  date = {1985},
  langid = {en},
  printed = {Jervis, 1985},
  certainty = {known},
  reasonfa = {برای آزمون},
  reasonen = {For the test},
  seen = {https://library.example/jervis},
}
`;

const source = `چکیده‌ای کوتاه دربارۀ کنسرت قدرت‌ها در قفقاز جنوبی
مقدمه
کنسرت قدرتها نظمی است که دولتهای بزرگ اروپا پس از جنگ بنا نهادند
این نظم در سال 1111 دوباره به بحث گذاشته شد و پژوهشگران از آن سخن گفتند (Jervis, 1985)
بندی که جای آن در نسخۀ تازه دیگر است و پس از نتیجه آمده و دست نخورده
روسیه و ایران و ترکیه در این منطقه منافع گوناگونی دارند
هر یک از آنان راهی جداگانه برای رسیدن به هدف خویش برگزیده است
همکاری میان همسایگان دشوار و ناپایدار مانده است
با این همه نهادهای کوچک اندکی پدید آمده و دوام یافته‌اند
نتیجه
پایان سخن آن که چنین کنسرتی هنوز شکل نگرفته است
یادداشت نخست دربارۀ جنگهای ناپلئون در اروپا است
این جمله در نسخۀ نخست سرصفحه پنداشته شده بود ولی جزو متن است
این سطر عنوان مجله است که نخست جزو متن پنداشته شده بود
`;

const first = `<Abstract lang="fa">

چکیده‌ای کوتاه دربارۀ کنسرت قدرت‌ها در قفقاز جنوبی [](source:1)

</Abstract>

## مقدمه [](source:2)

کنسرت قدرتها نظمی است که دولت‌های بزرگ اروپا پس از جنگ[^1] بنا نهادند [](source:3)

این نظم در سال ۱۳۷۱ دوباره به بحث گذاشته شد و پژوهشگران از آن سخن گفتند [(Jervis, 1985)](cite:jervis1985) [](source:4)

بندی که جای آن در نسخۀ تازه دیگر است و پس از نتیجه آمده و دست نخورده [](source:5)

روسیه و ایران و ترکیه در این منطقه منافع گوناگونی دارند. هر یک از آنان راهی جداگانه برای رسیدن به هدف خویش برگزیده است [](source:6-7)

همکاری میان همسایگان دشوار و ناپایدار مانده است [](source:8)

با این همه نهادهای کوچک اندکی پدید آمده و دوام یافته‌اند [](source:9)

## نتیجه [](source:10)

پایان سخن آن که چنین کنسرتی هنوز شکل نگرفته است [](source:11)

این سطر عنوان مجله است که نخست جزو متن پنداشته شده بود [](source:14)

[^1]: یادداشت نخست دربارۀ جنگ‌های ناپلوئن در اروپا است [](source:12)

\`\`\`yaml apparatus
decoded:
  - reason: { fa: تاریخ بحث, en: The date of the debate }
    numbers: { "1111": "۱۳۷۱" }
lines:
  - { lines: 13, as: running-head }
\`\`\`
`;

function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`the text has no «${from}»`);
    return result.replace(from, to);
  }, text);
}

/** Corrections: a joiner, a digit, the pages of a citation, a note. */
const second = replaced(first, [
  ['کنسرت قدرتها', 'کنسرت قدرت‌ها'],
  ['سال ۱۳۷۱', 'سال ۱۳۷۳'],
  ['"۱۳۷۱"', '"۱۳۷۳"'],
  ['cite:jervis1985', 'cite:jervis1985?p=58'],
  ['ناپلوئن', 'ناپلئون'],
]);

/** Paragraphs moved, split, merged, added and removed; a doubtful reading; another work behind a citation. */
const third = replaced(second, [
  ['بندی که جای آن در نسخۀ تازه دیگر است و پس از نتیجه آمده و دست نخورده [](source:5)\n\n', ''],
  ['گوناگونی دارند. هر یک', '[گوناگونی](reading:r1) دارند. [](source:6)\n\nهر یک'],
  ['[](source:6-7)', '[](source:7)'],
  ['مانده است [](source:8)\n\nبا این همه', 'مانده است. با این همه'],
  ['[](source:9)', '[](source:8-9)'],
  [
    'این سطر عنوان مجله است که نخست جزو متن پنداشته شده بود [](source:14)',
    'بندی که جای آن در نسخۀ تازه دیگر است و پس از نتیجه آمده و دست نخورده [](source:5)\n\nاین جمله در نسخۀ نخست سرصفحه پنداشته شده بود ولی جزو متن است [](source:13)',
  ],
  ['cite:jervis1985?p=58', 'cite:jervis1985b?p=58'],
  ['{ lines: 13, as', '{ lines: 14, as'],
  [
    'decoded:',
    `readings:
  r1:
    text: "گوناگونی"
    source: "گوناگونی"
    candidates: ["گوناگونی", "گونه‌گونی"]
    certainty: uncertain
    reason: { fa: هر دو ممکن است, en: Both are possible }
decoded:`,
  ],
]);

const englishFirst = soundFiles['content/articles/a-tale/1.0.0.mdx'] as string;
const englishSecond = replaced(englishFirst, [
  ['in 1999 and was told again', 'in 1999, and was again told'],
  ['Nobody knows why', 'why Nobody knows'],
]);

interface ReleasedVersion {
  readonly number: string;
  readonly date: string;
  readonly kind: string;
  readonly text: string;
  readonly bib: string;
  readonly metadata: string;
  readonly fa: string;
  readonly en: string;
}

/** The files of an article's versions, all released, and its working state, which is that of the last. */
function released(slug: string, receivedText: string, versions: readonly ReleasedVersion[]): Record<string, string> {
  const folder = `content/articles/${slug}`;
  const last = versions.at(-1);
  let before: string | undefined;
  const entries = versions.map(({ number, date, kind, text, bib, metadata, fa, en }) => {
    const entry = { version: number, date, kind, summary: { fa, en } };
    const whole = sealed(entry, { text, bibliography: bib, metadata, source: receivedText }, before);
    before = whole.seal;
    return whole;
  });
  return {
    [`${folder}/source.txt`]: receivedText,
    [`${folder}/versions.yaml`]: stringify(entries),
    [`${folder}/article.yaml`]: last?.metadata ?? '',
    [`bibliography/${slug}.bib`]: last?.bib ?? '',
    ...Object.fromEntries(
      versions.flatMap(({ number, text, bib, metadata }) => [
        [`${folder}/${number}.mdx`, text],
        [`${folder}/${number}.bib`, bib],
        [`${folder}/${number}.yaml`, metadata],
      ]),
    ),
  };
}

const metadata = (soundFiles['content/articles/yek-dastan/article.yaml'] as string)
  .replace('profile: intact', 'profile: merged-digits')
  .replace('یک داستان', 'کنسرت قدرت‌ها <و> دیگران');
/** Before its correction: a joiner is missing in the title, and the name of the journal is another. */
const firstMetadata = replaced(metadata, [
  ['کنسرت قدرت‌ها <و>', 'کنسرت قدرتها <و>'],
  ['name: { fa: مجله, en: Journal }', 'name: { fa: مجلّه, en: Journal }'],
]);
const englishSource = soundFiles['content/articles/a-tale/source.txt'] as string;
const englishMetadata = soundFiles['content/articles/a-tale/article.yaml'] as string;

const versionedFiles: Readonly<Record<string, string>> = {
  ...released('yek-dastan', source, [
    {
      number: '1.0.0',
      date: '2026-01-01',
      kind: 'restoration',
      text: first,
      bib: work('jervis1985').replace('{Press}', '{Pres}'),
      metadata: firstMetadata,
      fa: 'نخستین بازسازی',
      en: 'First restoration',
    },
    {
      number: '1.0.1',
      date: '2026-02-03',
      kind: 'source-reading',
      text: second,
      bib: work('jervis1985'),
      metadata: firstMetadata,
      fa: 'تصحیح یک سال و یک نیم‌فاصله',
      en: 'A year and a joiner corrected',
    },
    {
      number: '1.1.0',
      date: '2026-03-21',
      kind: 'restoration',
      text: third,
      bib: work('jervis1985b'),
      metadata,
      fa: 'بندها از نو بخش شدند & مرتب شدند',
      en: 'Paragraphs divided anew & put in order',
    },
  ]),
  ...released('a-tale', englishSource, [
    {
      number: '1.0.0',
      date: '2026-01-01',
      kind: 'restoration',
      text: englishFirst,
      bib: '',
      metadata: englishMetadata,
      fa: 'نخستین',
      en: 'First',
    },
    {
      number: '1.0.1',
      date: '2026-01-02',
      kind: 'restoration',
      text: englishSecond,
      bib: '',
      metadata: englishMetadata,
      fa: 'ترتیب واژه‌ها',
      en: 'The order of words',
    },
  ]),
};

/** Writes the edition into a new folder, for a whole file of tests, which removes it at its end. */
export async function writeVersionedEdition(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-versions-'));
  for (const [file, content] of Object.entries({ ...soundFiles, ...versionedFiles })) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  }
  return root;
}
