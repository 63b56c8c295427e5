import { expect, test } from 'vitest';
import { formatList, sortWorks } from '../../src/bibliography/references.ts';
import type { CitedWork } from '../../src/bibliography/work.ts';
import { cited } from '../helpers/works.ts';

const printed = (known: Partial<CitedWork>) => formatList([cited(known)], 'text').get('writer2000');
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
    'حدّاد، سليم، نادر كامل (٢٠١١)، «موانئ الشام»، مجلة البحر، المجلد ١٢، العدد ٣، ص ٤٥-٦٠.',
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
    'an Azerbaijani book in Arabic letters, of whose words nothing is known',
    { language: 'az-Arab', author: names(['قولییئو', 'ایلقار']), title: 'لیمانلار', publisher: 'گنجلیک', date: '2014' },
    'قولییئو, ا. (2014). لیمانلار. گنجلیک.',
  ],
] as const)('a list prints %s', (_, work, reference) => {
  expect(printed({ type: 'book', ...work })).toBe(reference);
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
