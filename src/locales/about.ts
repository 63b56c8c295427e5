/** Of what an article treats, what it is to other works, and its supplementary files, in words. */
import type { Article, Subject } from '../edition/model.ts';
import { addressOfRelation } from '../edition/relations.ts';
import type { CoveredPeriod } from '../edition/subjects.ts';
import { addressOfSupplement, type SupplementaryFile, supplementsOf } from '../edition/supplements.ts';
import { numberingSystem, sayDigits } from '../text/digits.ts';
import { sayIn, wordsLanguage } from '../text/languages.ts';
import { wordsOf } from './index.ts';
import { type Statement, statement } from './statements.ts';

/** A period with its years, as far as they are known: `After the Cold War (1991–2020)`. */
export function sayPeriod({ name, start, end }: CoveredPeriod, language: string): string {
  const years = [start, end].filter((year) => year !== undefined);
  const said = years.length > 0 ? ` (${sayDigits([...new Set(years)].join('–'), language)})` : '';
  return `${sayIn(name, language)}${said}`;
}

/** What a reader gets who takes a file: its format and its size, `CSV, 12 kB`. */
export function sayFile({ name, bytes }: Pick<SupplementaryFile, 'name' | 'bytes'>, language: string): string {
  const [unit, size] =
    bytes < 1000 ? ['byte', bytes] : bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  const said = new Intl.NumberFormat(wordsLanguage(language), {
    style: 'unit',
    unit: unit as string,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumSignificantDigits: 3,
    numberingSystem: numberingSystem(language),
  }).format(size as number);
  return [name.slice(name.lastIndexOf('.') + 1).toUpperCase(), said].join(`${wordsOf(language).comma} `);
}

/** Subjects, places and periods of an article in a language. */
function coverageIn({ subjects, places, periods }: Article, language: string): readonly Statement[] {
  const words = wordsOf(language);
  const listed = (label: string, items: readonly string[] | undefined) =>
    items ? [statement(label, [{ text: items.join(`${words.semicolon} `) }])] : [];
  return [
    ...listed(words.subjectTerms, subjects && [...new Set(subjects.map(({ term }) => sayIn(term, language)))]),
    ...listed(
      words.coveredPlaces,
      places?.map(({ name }) => sayIn(name, language)),
    ),
    ...listed(
      words.coveredPeriods,
      periods?.map((period) => sayPeriod(period, language)),
    ),
  ];
}

/** What the texts of a version say beside them: of what it treats, other works by their addresses, its supplementary files. */
export function aboutIn(subject: Subject, language: string): readonly Statement[] {
  const { article, version } = subject;
  const words = wordsOf(language);
  return [
    ...coverageIn(article, language),
    ...(article.relations ?? []).map((relation) =>
      statement(
        words.workRelations[relation.kind],
        relation.title ? [{ text: sayIn(relation.title, language) }] : [],
        addressOfRelation(relation),
      ),
    ),
    ...supplementsOf(version).map((file) => {
      const { title, description, licence } = file;
      const said = [
        `${sayIn(title, language)} (${sayFile(file, language)})`,
        description && sayIn(description, language).replace(/\.$/, ''),
        licence?.name[wordsLanguage(language)],
      ];
      return statement(
        words.articleFile,
        [{ text: `${said.filter(Boolean).join('. ')}.` }],
        addressOfSupplement(subject, file),
      );
    }),
  ];
}
