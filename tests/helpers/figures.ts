/** Articles with figures, tables and files, in English and in Persian, that tests of these look at. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Subject } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { soundFiles, writeEdition } from './edition.ts';

/** An image of one colour. */
export const png = (width: number, height: number, background = '#336699'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Two</title><rect width="20" height="20" fill="#c33"/><path d="M20 0h20v20z"/></svg>';

/** Their texts: a figure of one image, one of two panels, one that decorates. */
export const figureTexts = {
  en: `## Places

The harbour lies in a bay: see [](#fig-map), [both halves](#fig-two), [](#tbl-depths), [](#p2) and [](#s1). All [measures](files/data.csv) are given.

<Figure id="fig-map" src="files/map.png" alt="A bay that opens to the south" credit="Drawn by [the office](https://example.org/office)." licence="https://creativecommons.org/licenses/by/4.0/">

The bay of *Harbour*, 10 km^2^ wide.

</Figure>

<Figure id="fig-two">

![The red half](files/two.svg)

![The blue half](files/half.jpg)

Two halves.

</Figure>

<Figure id="fig-rule" src="files/rule.webp" decorative></Figure>

<Table id="tbl-depths">

Depths

| place | metres |
|---|---|
| bay | 12 |

</Table>

It ends here.
`,
  fa: `## جاها

بندر در خلیجی است: [](#fig-map)، [هر دو نیمه](#fig-two)، [](#tbl-depths)، [](#p2) و [](#s1). همۀ [اندازه‌ها](files/data.csv) آمده است.

<Figure id="fig-map" src="files/map.png" alt="خلیجی که رو به جنوب باز می‌شود" credit="کار [اداره](https://example.org/office)." licence="https://creativecommons.org/licenses/by/4.0/">

خلیج *بندر* (Harbour)، به پهنای ۱۰ km^2^.

</Figure>

<Figure id="fig-two">

![نیمۀ سرخ](files/two.svg)

![نیمۀ آبی](files/half.jpg)

دو نیمه.

</Figure>

<Figure id="fig-rule" src="files/rule.webp" decorative></Figure>

<Table id="tbl-depths">

ژرفاها

| جا | متر |
|---|---|
| خلیج | ۱۲ |

</Table>

پایان.
`,
};

export const slugs = { en: 'a-tale', fa: 'yek-dastan' } as const;

/** Facts of an article that was born digital. */
const bornDigital = (slug: string) =>
  (soundFiles[`content/articles/${slug}/article.yaml`] as string)
    .replace('source: { profile: intact }\n', '')
    .replaceAll('from: source', 'from: authors');

/** The files of the edition that are text. */
export const figureFiles = (
  texts: Readonly<Record<'en' | 'fa', string>> = figureTexts,
): Record<string, string | null> =>
  Object.fromEntries(
    (['en', 'fa'] as const).flatMap((language): [string, string | null][] => {
      const folder = `content/articles/${slugs[language]}`;
      return [
        [`${folder}/source.txt`, null],
        [`${folder}/article.yaml`, bornDigital(slugs[language])],
        [`${folder}/1.0.0.mdx`, texts[language]],
      ];
    }),
  );

/** The images and data that the texts name. */
export const publishedFiles = async (): Promise<Readonly<Record<string, string | Buffer>>> => ({
  'map.png': await png(1000, 500),
  'data.csv': 'place,metres\nbay,12\n',
  'two.svg': svg,
  'half.jpg': await sharp(await png(300, 200))
    .jpeg()
    .toBuffer(),
  'rule.webp': await sharp(await png(400, 10))
    .webp()
    .toBuffer(),
});

/** Writes files into the folder of an article. */
export async function addFiles(
  root: string,
  slug: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const folder = path.join(root, 'content/articles', slug, 'files');
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
}

/** An edition of two articles with figures; who asks for it removes it. */
export async function editionWithFigures(texts?: Readonly<Record<'en' | 'fa', string>>): Promise<string> {
  const root = await writeEdition(figureFiles(texts));
  const files = await publishedFiles();
  for (const slug of Object.values(slugs)) await addFiles(root, slug, files);
  return root;
}

/** Its articles by language, each in its one version. */
export async function subjectsOf(root: string): Promise<Readonly<Record<'en' | 'fa', Subject>>> {
  const edition = await loadEdition(root);
  const subject = (slug: string): Subject => {
    const article = edition.articles.find((one) => one.slug === slug);
    const [version] = article?.versions ?? [];
    if (!article || !version) throw new Error(`no article ${slug}`);
    return { edition, article, version };
  };
  return { en: subject(slugs.en), fa: subject(slugs.fa) };
}
