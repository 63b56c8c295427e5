import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fullName } from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { surelyTitled } from '../edition/describe.ts';
import type { Edition } from '../edition/model.ts';
import { strings } from '../locales/index.ts';
import { sayDay } from '../text/calendar.ts';
import { toPersianDigits } from '../text/digits.ts';
import { formIn, type Language, type Localised, languages, otherLanguage } from '../text/languages.ts';
import { lists } from './catalog.ts';
import { licencesFile } from './licences.ts';

/** The file, at the root of a build. */
export const readmeFile = 'README.txt';

/** What the file says, apart from the edition's own facts. */
const words: Localised<{
  readonly [part in 'what' | 'open' | 'versions' | 'machines' | 'verify' | 'licence']: readonly string[];
}> = {
  fa: {
    what: ['این پوشه همۀ ویراست است، همان‌گونه که در وبگاه آن منتشر می‌شود. نشانی ماندگار آن:'],
    open: [
      'بازکردن',
      'اگر این پوشه را در یک پروندۀ zip گرفته‌اید، نخست همۀ آن را باز کنید. سپس روی index.html دوبار کلیک کنید.',
      'خواندن، جست‌وجو و دریافت پرونده‌ها به اینترنت نیاز ندارد. پوشه را می‌توان روی هر دیسک یا سرور گذاشت.',
    ],
    versions: ['آنچه در آن است'],
    machines: [
      'برای سرورها و کتابخانه‌ها',
      `${lists.catalog} همۀ پرونده‌های دیگر، جز فهرست اثر انگشت‌ها، را با نوع و اندازه‌شان نام می‌برد. hosting/ و _headers تنظیم‌های سرور است، و discovery/`,
      'بندها را برای موتورهای جست‌وجوی کتابخانه‌ها دارد. خواننده به این‌ها نیاز ندارد.',
    ],
    verify: [
      'وارسی',
      `فهرست ${lists.manifest} اثر انگشت همۀ پرونده‌های دیگر را دارد. در همین پوشه، در لینوکس:`,
      `    sha256sum --quiet -c ${lists.manifest}`,
      'در ویندوز همین فرمان در Git Bash یا WSL کار می‌کند، و در مک:',
      `    shasum -a 256 --quiet -c ${lists.manifest}`,
      'اگر چیزی نوشته نشد، همه درست است.',
    ],
    licence: [
      'حق نشر',
      `نرم‌افزار این ویراست با پروانۀ MIT منتشر می‌شود؛ پروانۀ قلم‌ها و دیگر بخش‌ها در ${licencesFile} است. حق نشر متن‌ها:`,
    ],
  },
  en: {
    what: ['This folder is the whole edition, as published online. Its permanent address:'],
    open: [
      'To open it',
      'If you received a zip file, unpack all of it first. Then double-click index.html.',
      'Reading, searching and downloading files work without an internet connection. The folder works on any disk or server.',
    ],
    versions: ['What is in it'],
    machines: [
      'For servers and libraries',
      `${lists.catalog} lists every other file except the list of checksums, with type and size. hosting/ and _headers hold the settings of a server, and`,
      'discovery/ the passages for the search engines of libraries. Readers can ignore these.',
    ],
    verify: [
      'To verify it',
      `${lists.manifest} has the checksum of every other file. In this folder, on Linux:`,
      `    sha256sum --quiet -c ${lists.manifest}`,
      'on Windows the same in Git Bash or WSL, and on a Mac:',
      `    shasum -a 256 --quiet -c ${lists.manifest}`,
      'If nothing is printed, the copy is intact.',
    ],
    licence: [
      'Rights',
      `The software of the edition is under the MIT licence; the licences of the fonts and other parts are in ${licencesFile}. Rights in the texts:`,
    ],
  },
};

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
        `  ${strings[language].version} ${language === 'fa' ? toPersianDigits(number) : number}${strings[language].comma} ${sayDay(date, language)}`,
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
    const { what, open, versions, machines, verify, licence } = words[language];
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
