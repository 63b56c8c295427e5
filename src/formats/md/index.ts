import { stringify } from 'yaml';
import { fullName } from '../../bibliography/work.ts';
import { pages, permanent } from '../../edition/addresses.ts';
import { affiliationsOf } from '../../edition/affiliations.ts';
import { doiOf } from '../../edition/doi.ts';
import { worksOf } from '../../edition/mentions.ts';
import { inlinesOf, keywordsIn, type Subject } from '../../edition/model.ts';
import { placeOf } from '../../edition/notices.ts';
import { successionOf } from '../../edition/versions/succession.ts';
import { aboutIn } from '../../locales/about.ts';
import { changesStrings, wordsOf } from '../../locales/index.ts';
import { sayNotice } from '../../locales/notices.ts';
import { contributionLines, contributorLines } from '../../locales/people.ts';
import { publicationLine, sayArticleDate, sayDoubt } from '../../locales/record.ts';
import { rightsLines } from '../../locales/rights.ts';
import { statementsIn } from '../../locales/statements.ts';
import { sayDay } from '../../text/calendar.ts';
import { sayDigits } from '../../text/digits.ts';
import { directionOf, formIn, sayIn, textsOf, wordsLanguage } from '../../text/languages.ts';
import type { Format } from '../format.ts';
import { abstractOf, apparatusOf, blockOf, escapeMarkdown, heading, inlines, notesOf } from './text.ts';

/**
 * The whole version as Markdown for pandoc, readable as it is. A citation is a span of the class
 * `citation`: what the page prints, then `[@key, pages]`, which pandoc formats with the list of works and the style beside the file.
 */
export const md: Format = {
  name: 'Markdown (pandoc)',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8; variant=pandoc',
  holdsText: true,
  write(subject) {
    const { article, version } = subject;
    const { language } = article;
    const words = wordsOf(language);
    const works = worksOf(version);
    const parts = [
      frontMatter(subject, works.length > 0),
      ...frontOf(subject),
      ...version.abstracts.flatMap((abstract) => {
        const first = version.abstracts.find((one) => one.language === abstract.language);
        return abstractOf(abstract, abstract === first ? keywordsIn(article, abstract.language) : undefined);
      }),
      ...version.body.map((block) => blockOf(block, language)),
      ...apparatusOf(version, language),
      ...(works.length > 0 ? [heading(words.works, 'works'), '::: {#refs}\n:::'] : []),
      ...notesOf(version, language),
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

/** The metadata that pandoc knows, then the rest. pandoc reads each value as Markdown. */
function frontMatter(subject: Subject, hasWorks: boolean): string {
  const { edition, article, version } = subject;
  const { language } = article;
  const folder = permanent(edition.site, pages.version(article.slug, version.number));
  const doi = doiOf(subject);
  const data = {
    title: inlines(inlinesOf(article.titles[language] ?? { value: article.slug })),
    author: article.creators.map(({ name }) => escapeMarkdown(fullName(formIn(name, language)))),
    date: version.date,
    lang: language,
    dir: directionOf(language),
    keywords: keywordsIn(article, language)?.map(inlines),
    version: version.number,
    url: folder,
    doi: doi.status === 'registered' ? doi.value : undefined,
    source: article.record?.doi ? `https://doi.org/${article.record.doi.value}` : article.record?.url,
    rights: article.rights.uri,
  };
  const citing = {
    bibliography: `${article.slug}.references.csl.json`,
    csl: `${article.slug}.csl`,
    'link-citations': true,
  };
  return [
    '---',
    stringify(data, { lineWidth: 0 }).trimEnd(),
    ...(hasWorks
      ? [
          `# pandoc --citeproc ${article.slug}.md -o ${article.slug}.docx, with these two files beside it, from ${folder}`,
          stringify(citing, { lineWidth: 0 }).trimEnd(),
        ]
      : []),
    '---',
  ].join('\n');
}

/** What stands under the title: the other title, who wrote it, where it was published, which version this is. */
function frontOf(subject: Subject): string[] {
  const { edition, article, version } = subject;
  const { language, record, rights } = article;
  const words = wordsOf(language);
  const digits = (text: string) => sayDigits(text, language);
  const link = (url: string) => `<${url}>`;
  const published = [escapeMarkdown(publicationLine(article)), record && link(record.url)].filter(Boolean).join('. ');
  const otherTitles = textsOf(article.titles).filter((one) => one.language !== language);
  const otherTitle = (text: string, other: string) =>
    `[${article.titles[other] ? inlines(inlinesOf(article.titles[other])) : escapeMarkdown(text)}]{lang=${other} dir=${directionOf(other)}}`;
  const { latest } = successionOf(subject);
  const doi = doiOf(subject);
  const creators = article.creators.map((creator) =>
    [
      `**${escapeMarkdown(fullName(formIn(creator.name, language)))}**`,
      escapeMarkdown(affiliationsOf(creator, language).join(`${words.semicolon} `)),
      creator.email && `${creator.corresponding ? `${words.corresponding}: ` : ''}${escapeMarkdown(creator.email)}`,
      ...contributionLines(creator, language).map(escapeMarkdown),
      creator.lostNote && words.lostCreatorNote,
    ]
      .filter(Boolean)
      .join(`${words.comma} `),
  );
  const dates = article.dates.map(
    (date) => `${words.events[date.event]}: ${sayArticleDate(date, language, edition.languages)}`,
  );
  return [
    ...(latest === undefined
      ? []
      : [
          `[${changesStrings[wordsLanguage(language)].newer(digits(latest.number))}](<${permanent(edition.site, pages.version(article.slug, latest.number))}>)`,
        ]),
    ...version.notices.map((notice) => {
      const place = placeOf(notice);
      return [escapeMarkdown(sayNotice(notice, language, edition.languages)), place && link(place)]
        .filter(Boolean)
        .join(' ');
    }),
    ...(version.status === 'draft' ? [words.draft] : []),
    ...otherTitles.map(({ language: other, value: title }) =>
      [otherTitle(title.value, other), sayDoubt(title, language)].filter(Boolean).join(' '),
    ),
    ...creators,
    ...contributorLines(article, language).map(escapeMarkdown),
    ...(published ? [published] : []),
    ...(dates.length > 0 ? [dates.join(`${words.semicolon} `)] : []),
    `${words.version} ${digits(version.number)}${words.comma} ${sayDay(version.date, language, edition.languages)}. ${link(permanent(edition.site, pages.version(article.slug, version.number)))}`,
    ...(doi.status === 'registered' ? [`${words.doiVersion}: ${link(`https://doi.org/${doi.value}`)}`] : []),
    `${words.rights}: ${escapeMarkdown(sayIn(rights.name, language))}. ${escapeMarkdown(sayIn(rights.note, language))} ${link(rights.uri)}`,
    ...rightsLines(rights, language).map(escapeMarkdown),
    ...(rights.statement
      ? [`${escapeMarkdown(sayIn(rights.statement.name, language))} ${link(rights.statement.uri)}`]
      : []),
    ...[...statementsIn(article, language), ...aboutIn(subject, language)].map(({ label, text, url }) =>
      [`${label}:`, escapeMarkdown(text), url && link(url)].filter(Boolean).join(' '),
    ),
  ];
}
