/** A made-up journal in English alone, with an article in each of seven languages: nothing in it is said in Persian but what is Persian. */
import { soundFiles } from './edition.ts';

interface Sample {
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly keyword: string;
  /** The family name in letters that are not Latin. */
  readonly family?: string;
}

/** By BCP 47 tag. */
export const samples: Readonly<Record<string, Sample>> = {
  fa: { title: 'بندر و باد', heading: 'آغاز', text: 'کشتی‌ها در بندر ماندند.', keyword: 'بندر', family: 'نویسنده' },
  ar: { title: 'الميناء والرياح', heading: 'مدخل', text: 'بقيت السفن في الميناء.', keyword: 'الميناء', family: 'كاتب' },
  en: { title: 'The Harbour and the Wind', heading: 'Opening', text: 'Ships stayed in port.', keyword: 'harbour' },
  fr: { title: 'Le port et le vent', heading: 'Début', text: 'Les bateaux restèrent au port.', keyword: 'port' },
  az: { title: 'Liman və külək', heading: 'Başlanğıc', text: 'Gəmilər limanda qaldı.', keyword: 'liman' },
  ur: { title: 'بندرگاہ اور ہوا', heading: 'آغاز', text: 'جہاز بندرگاہ میں رہے۔', keyword: 'بندرگاہ', family: 'مصنف' },
  ckb: {
    title: 'بەندەر و با',
    heading: 'دەستپێک',
    text: 'کەشتییەکان لە بەندەر مانەوە.',
    keyword: 'بەندەر',
    family: 'نووسەر',
  },
};

const articleFiles = Object.entries(samples).flatMap(([tag, { title, heading, text, keyword, family }]) => [
  [
    `content/articles/in-${tag}/article.yaml`,
    `language: ${tag}
facts: { certainty: certain, from: authors }
titles: { ${tag}: "${title}" }
creators:
  - name: { ${family ? `${tag}: { family: "${family}" }, ` : ''}en: { family: Writer, given: Ann } }
type: research-article
dates: []
keywords: { ${tag}: ["${keyword}"] }
rights: { licence: CC-BY-4.0, note: { en: Free to read. } }
`,
  ],
  [
    `content/articles/in-${tag}/versions.yaml`,
    '- { version: 1.0.0, date: 2026-01-01, kind: first, summary: { en: The first version. } }\n',
  ],
  [
    `content/articles/in-${tag}/1.0.0.mdx`,
    `<Abstract lang="${tag}">\n\n${text}\n\n</Abstract>\n\n## ${heading}\n\n${text}[^1]\n\n[^1]: ${text}\n`,
  ],
]);

/** The files of it, over those of the sound edition. */
export const journalOfLanguages: Readonly<Record<string, string | null>> = {
  ...Object.fromEntries(Object.keys(soundFiles).map((file) => [file, null])),
  'content/edition.yaml': `name: { en: Harbours }
description: { en: A journal of harbours }
publisher: { en: Harbour Press }
site: https://harbours.example/
rights: { licence: CC-BY-4.0, note: { en: Free to read. } }
languages: [en]
articles: [${Object.keys(samples)
    .map((tag) => `in-${tag}`)
    .join(', ')}]
`,
  ...Object.fromEntries(articleFiles),
};
