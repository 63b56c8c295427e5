import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fullName } from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { titleIn } from '../edition/describe.ts';
import type { Edition } from '../edition/model.ts';
import { readmeStrings, wordsOf } from '../locales/index.ts';
import { sayDay } from '../text/calendar.ts';
import { sayDigits } from '../text/digits.ts';
import { formIn, sayIn } from '../text/languages.ts';

/** The file, at the root of a build. */
export const readmeFile = 'README.txt';

/** One line for each version of each article, and where it lies for ever. */
const versionsOf = (edition: Edition, language: string): readonly string[] =>
  edition.articles.flatMap((article) => {
    const title = titleIn(article, language).value;
    const creators = article.creators
      .map(({ name }) => fullName(formIn(name, language)))
      .join(`${wordsOf(language).comma} `);
    return [
      `- ${creators}: ${title}`,
      ...article.versions.flatMap(({ number, date }) => [
        `  ${wordsOf(language).version} ${sayDigits(number, language)}${wordsOf(language).comma} ${sayDay(date, language, edition.languages)}`,
        `  ${permanent(edition.site, pages.version(article.slug, number))}`,
      ]),
    ];
  });

/** The rights in the edition as a whole, and those of the articles that state others. */
const rightsOf = ({ rights, articles }: Edition, language: string): readonly string[] => [
  `${sayIn(rights.name, language)}: ${rights.uri}`,
  sayIn(rights.note, language),
  ...articles
    .filter((article) => article.rights.uri !== rights.uri)
    .map((article) => `- ${article.slug}: ${sayIn(article.rights.name, language)}: ${article.rights.uri}`),
];

/** What the folder of a build is, for who finds it on a disk: in each language of the interface. */
export function readme(edition: Edition): string {
  const parts = edition.languages.map((language) => {
    const { what, open, versions, machines, verify, licence } = readmeStrings[language];
    return [
      [sayIn(edition.name, language), '', sayIn(edition.description, language)],
      [...what, permanent(edition.site, '')],
      open,
      [...versions, ...versionsOf(edition, language)],
      machines,
      verify,
      [...licence, ...rightsOf(edition, language)],
    ]
      .map((lines) => lines.join('\n'))
      .join('\n\n');
  });
  return `${parts.join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

/** Writes `/README.txt`. */
export async function writeReadme(edition: Edition, folder: string): Promise<void> {
  await writeFile(path.join(folder, readmeFile), readme(edition));
}
