import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fullName } from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { surelyTitled } from '../edition/describe.ts';
import type { Edition } from '../edition/model.ts';
import { readmeStrings, strings } from '../locales/index.ts';
import { sayDay } from '../text/calendar.ts';
import { sayDigits } from '../text/digits.ts';
import { formIn, type Language, languages, otherLanguage } from '../text/languages.ts';

/** The file, at the root of a build. */
export const readmeFile = 'README.txt';

/** One line for each version of each article, and where it lies for ever. */
const versionsOf = (edition: Edition, language: Language): readonly string[] =>
  edition.articles.flatMap((article) => {
    const title = surelyTitled(article, language) ?? surelyTitled(article, otherLanguage(language)) ?? article.slug;
    const creators = article.creators
      .map(({ name }) => fullName(formIn(name, language)))
      .join(`${strings[language].comma} `);
    return [
      `- ${creators}: ${title}`,
      ...article.versions.flatMap(({ number, date }) => [
        `  ${strings[language].version} ${sayDigits(number, language)}${strings[language].comma} ${sayDay(date, language)}`,
        `  ${permanent(edition.site, pages.version(article.slug, number))}`,
      ]),
    ];
  });

/** The rights in the edition as a whole, and those of the articles that state others. */
const rightsOf = ({ rights, articles }: Edition, language: Language): readonly string[] => [
  `${rights.name[language]}: ${rights.uri}`,
  rights.note[language],
  ...articles
    .filter((article) => article.rights.uri !== rights.uri)
    .map((article) => `- ${article.slug}: ${article.rights.name[language]}: ${article.rights.uri}`),
];

/** What the folder of a build is, for who finds it on a disk: in Persian, then in English. */
export function readme(edition: Edition): string {
  const parts = languages.flatMap((language) => {
    const { what, open, versions, machines, verify, licence } = readmeStrings[language];
    return [
      [edition.name[language], '', edition.description[language]],
      [...what, permanent(edition.site, '')],
      open,
      [...versions, ...versionsOf(edition, language)],
      machines,
      verify,
      [...licence, ...rightsOf(edition, language)],
    ].map((lines) => lines.join('\n'));
  });
  const [fa, en] = [parts.slice(0, parts.length / 2), parts.slice(parts.length / 2)];
  return `${fa.join('\n\n')}\n\n${'='.repeat(80)}\n\n${en.join('\n\n')}\n`;
}

/** Writes `/README.txt`. */
export async function writeReadme(edition: Edition, folder: string): Promise<void> {
  await writeFile(path.join(folder, readmeFile), readme(edition));
}
