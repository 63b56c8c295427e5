import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatList, sortWorks } from '../../src/bibliography/references.ts';
import { cslLocales, localeOf, readLocale } from '../../src/bibliography/styles/csl-project.ts';
import type { CitedWork } from '../../src/bibliography/work.ts';
import { cited } from '../helpers/works.ts';

const printed = (known: Partial<CitedWork>, language?: string) =>
  formatList([cited(known)], 'text', language).get('writer2000');
const names = (...list: readonly (readonly [family: string, given: string])[]) => ({
  list: list.map(([family, given]) => ({ family, given })),
  others: false,
});

test.each([
  [
    'an Arabic article',
    {
      type: 'article',
      language: 'ar',
      author: names(['حدّاد', 'سليم'], ['كامل', 'نادر']),
      title: 'موانئ الشام',
      container: 'مجلة البحر',
      volume: '12',
      number: '3',
      pages: '45--60',
      date: '2011-04',
    },
    'حدّاد، سليم ونادر كامل (٢٠١١)، «موانئ الشام»، مجلة البحر، المجلد ١٢، العدد ٣، ص ٤٥-٦٠.',
  ],
  [
    'an Arabic thesis without a year',
    {
      type: 'thesis',
      kind: 'phdthesis',
      language: 'ar',
      author: names(['حدّاد', 'سليم']),
      title: 'الميناء',
      institution: 'جامعة دمشق',
      date: undefined,
    },
    'حدّاد، سليم (د.ت)، «الميناء»، أطروحة دكتوراه، جامعة دمشق.',
  ],
  [
    'an Arabic book with others',
    {
      language: 'ar',
      author: { ...names(['حدّاد', 'سليم']), others: true },
      title: 'الميناء',
      publisher: 'دار',
      date: '2001',
    },
    'حدّاد، سليم وآخرون (٢٠٠١)، الميناء، دار.',
  ],
  [
    'an Urdu book',
    { language: 'ur', author: names(['احمد', 'سجاد']), title: 'بندرگاہ', publisher: 'گھر', edition: '2', date: '2015' },
    'احمد، سجاد (2015)، بندرگاہ، اشاعت 2، گھر.',
  ],
  [
    'a Sorani book',
    { language: 'ckb', author: names(['کەریم', 'ئارام']), title: 'بەندەر', publisher: 'ڕۆژ', date: '2016' },
    'کەریم، ئارام (٢٠١٦)، بەندەر، ڕۆژ.',
  ],
  [
    'an Azerbaijani book, as other Latin ones',
    { language: 'az', author: names(['Quliyev', 'İlqar']), title: 'Limanlar', publisher: 'Gənclik', date: '2014' },
    'Quliyev, İ. (2014). Limanlar. Gənclik.',
  ],
  [
    'an Azerbaijani book in Arabic letters, whose given names nobody shortens',
    { language: 'az-Arab', author: names(['قولییئو', 'ایلقار']), title: 'لیمانلار', publisher: 'گنجلیک', date: '2014' },
    'قولییئو، ایلقار (2014)، لیمانلار، گنجلیک.',
  ],
  [
    'a Uyghur chapter, of whose words nothing is known',
    {
      type: 'incollection',
      language: 'ug',
      author: names(['ئەلى', 'تۇرسۇن']),
      editor: names(['قادىر', 'ئابلىز'], ['رەھىم', 'ئېلى']),
      title: 'پورت',
      container: 'دېڭىز',
      publisher: 'نەشرىيات',
      pages: '4--9',
      date: undefined,
    },
    'ئەلى، تۇرسۇن (n.d.)، «پورت»، ed. by ئابلىز قادىر و ئېلى رەھىم، In: دېڭىز، pp. 4–9، نەشرىيات.',
  ],
  [
    'an Urdu book of two editors',
    {
      language: 'ur',
      author: names(['احمد', 'سجاد']),
      editor: names(['علی', 'ناصر'], ['خان', 'انور']),
      title: 'بندرگاہ',
      publisher: 'گھر',
      date: '2015',
    },
    'احمد، سجاد (2015)، بندرگاہ، مرتب: ناصر علی اور انور خان، گھر.',
  ],
] as const)('a list prints %s', (_, work, reference) => {
  expect(printed({ type: 'book', ...work })).toBe(reference);
});

const chapter = {
  type: 'incollection',
  language: 'fr',
  author: names(['Roux', 'Paul']),
  editor: names(['Blanc', 'Luc'], ['Noir', 'Jean']),
  title: 'Le phare',
  container: 'Les côtes',
  publisher: 'Seuil',
  edition: '2',
  pages: '10--20',
  date: '1999',
} as const;

// CSL has no locale of Azerbaijani; an Arabic text has other letters than the work.
test.each([
  ['fr', 'Roux, P. (1999). Le phare. In L. Blanc & J. Noir (Éds.), Les côtes (2e éd., p. 10‑20). Seuil.'],
  ['de-CH', 'Roux, P. (1999). Le phare. In L. Blanc & J. Noir (Hrsg.), Les côtes (2. Aufl., S. 10–20). Seuil.'],
  ...['en', 'az', 'ar', 'ru'].map(
    (language) =>
      [
        language,
        'Roux, P. (1999). Le phare. In L. Blanc & J. Noir (Eds.), Les côtes (2nd ed., pp. 10–20). Seuil.',
      ] as const,
  ),
] as const)(
  'the list of a text in %s has its terms, where CSL knows them, for works in its letters',
  (language, reference) => {
    expect(printed(chapter, language)).toBe(reference);
  },
);

test('every locale that is named is one that the CSL project has', () => {
  expect(cslLocales.filter((locale) => readLocale(locale).attrs['xml:lang'] !== locale)).toEqual([]);
});

test.each([
  ['fr', 'fr-FR'],
  ['fr-CA', 'fr-CA'],
  ['fr-BE', 'fr-FR'],
  ['zh-Hant', 'zh-TW'],
  ['ca', 'ca-AD'],
  ['en', 'en-US'],
  ['az', undefined],
])('the terms of %s are those of %s', (language, locale) => {
  expect(localeOf(language)).toBe(locale);
});

const titled = (language: string, ...titles: readonly string[]) =>
  titles.map((title) => cited({ key: title, author: undefined, date: undefined, title, language }));
const sorted = (works: readonly CitedWork[], language: string) => sortWorks(works, language).map(({ title }) => title);

test('a list goes by the alphabet of its text', () => {
  // Azerbaijani has ç behind all of c, and ə behind e; French has them as forms of c and none of ə.
  expect(sorted(titled('az', 'çay', 'cz', 'əl', 'ez', 'fa'), 'az')).toEqual(['cz', 'çay', 'ez', 'əl', 'fa']);
  expect(sorted(titled('fr', 'çay', 'cz', 'ca'), 'fr')).toEqual(['ca', 'çay', 'cz']);
  // German has ä with a; Swedish behind z.
  expect(sorted(titled('de', 'Zahl', 'Ähre', 'Ast'), 'de')).toEqual(['Ähre', 'Ast', 'Zahl']);
  // Persian has و before ه, Urdu گ behind ک and ے last; each part goes by the works where the text is in other letters.
  expect(sorted(titled('fa', 'هوا', 'وزش'), 'ar')).toEqual(['وزش', 'هوا']);
  expect(sorted(titled('ar', 'وزن', 'هواء'), 'fa')).toEqual(['هواء', 'وزن']);
});

test('works in several languages of other letters go by one alphabet, whatever their order was', () => {
  const works = [...titled('ar', 'ميناء', 'وزن'), ...titled('ur', 'ہوا', 'بندرگاہ'), ...titled('ckb', 'هێز')];
  for (const language of ['fa', 'ar', 'en'])
    expect(sorted(works.toReversed(), language)).toEqual(sorted(works, language));
});

test('a language whose alphabet is not known goes by that of English, whatever the language of the machine is', () => {
  const references = JSON.stringify(path.resolve('src/bibliography/references.ts'));
  const works = JSON.stringify(titled('rmy', 'zor', 'ädil'));
  const program = `import(${references}).then(({ sortWorks }) => console.log(sortWorks(${works}, 'rmy').map(({ title }) => title).join()))`;
  const env = { ...process.env, LC_ALL: 'sv_SE.UTF-8' };
  expect(execFileSync(process.execPath, ['-e', program], { env, encoding: 'utf8' }).trim()).toBe('ädil,zor');
});
