/**
 * A made-up journal in English alone, with an article in each of seven languages, which cites works in two others: nothing in it is
 * said in Persian but what is Persian.
 */
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

/** A work in each of the languages, by its entry without what the editors say of it. */
const works: Readonly<Record<string, readonly [key: string, entry: string]>> = {
  fa: [
    'tehrani2010',
    'author = {تهرانی, رضا},authorlatin = {Tehrani, Reza},title = {دریا و باد},publisher = {نشر بندر},date = {2010}',
  ],
  ar: ['haddad2011', 'author = {حدّاد, سليم},title = {تاريخ الموانئ العربية},publisher = {دار البحر},date = {2011}'],
  en: ['hope2012', 'author = {Hope, Grace},title = {Ships and Their Ports},publisher = {Harbour Press},date = {2012}'],
  fr: [
    'durand2013',
    'author = {Durand, Élise},title = {L’œuvre des marées d’été},publisher = {Le Phare},date = {2013}',
  ],
  az: [
    'quliyev2014',
    'author = {Quliyev, İlqar},title = {Xəzərin işıqlı limanları},publisher = {Gənclik},date = {2014}',
  ],
  ur: ['ahmad2015', 'author = {احمد, سجاد},title = {بندرگاہوں کی تاریخ},publisher = {لاہور گھر},date = {2015}'],
  ckb: ['karim2016', 'author = {کەریم, ئارام},title = {مێژووی بەندەرێک},publisher = {ڕۆژهەڵات},date = {2016}'],
};

/** In which languages the works are that an article cites. */
export const citedLanguages: Readonly<Record<string, readonly [string, string]>> = {
  fa: ['ar', 'fr'],
  ar: ['fa', 'en'],
  en: ['az', 'ur'],
  fr: ['ar', 'ckb'],
  az: ['fa', 'ur'],
  ur: ['fa', 'ar'],
  ckb: ['ar', 'en'],
};

const keyOf = (article: string, language: string): string =>
  `${works[language]?.[0]}${'abcdefg'[Object.keys(works).indexOf(article)]}`;

/** The bibliography of an article; what the editors say of a work is said in English alone. */
const bibliographyOf = (article: string): string =>
  (citedLanguages[article] ?? [])
    .map((language) => [keyOf(article, language), language] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, language]) => {
      const fields = (works[language]?.[1] ?? '').split(/(?<=\}),/).map((field) => `  ${field},\n`);
      return `@book{${key},\n${fields.join('')}  langid = {${language}},\n  printed = {(${key})},\n  certainty = {known},\n  reasonen = {The catalogue has it.},\n  seen = {own knowledge},\n}\n`;
    })
    .join('\n');

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
  [`bibliography/in-${tag}.bib`, bibliographyOf(tag)],
  [
    `content/articles/in-${tag}/1.0.0.mdx`,
    `<Abstract lang="${tag}">\n\n${text}\n\n</Abstract>\n\n## ${heading}\n\n${text}[^1] ${(citedLanguages[tag] ?? []).map((one) => `[(${keyOf(tag, one)})](cite:${keyOf(tag, one)})`).join(' ')}\n\n[^1]: ${text}\n`,
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
