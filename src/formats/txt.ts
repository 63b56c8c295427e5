import { formatList, sortWorks } from '../bibliography/references.ts';
import { fullName } from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { affiliationsOf } from '../edition/affiliations.ts';
import { languagesOf } from '../edition/describe.ts';
import { doiOf } from '../edition/doi.ts';
import { captionOf, creditOf, labelled } from '../edition/figures.ts';
import { labelOf } from '../edition/labels.ts';
import { worksOf } from '../edition/mentions.ts';
import { type Block, isEndMatter, type Part, plainText, titledBlocks, type Version } from '../edition/model.ts';
import { placeOf } from '../edition/notices.ts';
import { sayRows } from '../edition/tables.ts';
import { successionOf } from '../edition/versions/succession.ts';
import { unhandled } from '../exhaustive.ts';
import { aboutIn } from '../locales/about.ts';
import { changesStrings, wordsOf } from '../locales/index.ts';
import { sayNotice } from '../locales/notices.ts';
import { contributionLines, contributorLines } from '../locales/people.ts';
import { sayPartHeading } from '../locales/places.ts';
import { publicationLine, sayArticleDate, sayDoubt } from '../locales/record.ts';
import { rightsLines } from '../locales/rights.ts';
import { lineOfStatement, statementsIn } from '../locales/statements.ts';
import { sayDay } from '../text/calendar.ts';
import { sayDigits, sayNumber } from '../text/digits.ts';
import { formIn, sayIn, textsOf, wordsLanguage } from '../text/languages.ts';
import { printable } from '../text/printable.ts';
import type { Format } from './format.ts';

/**
 * The whole version as plain text in reading order: UTF-8, LF, one block a line. The line of a body paragraph opens with
 * its number, `¶12 `, in ASCII digits, so that a citation of ¶12 is found by any search. A note stands under the text and
 * names the paragraph in which its marker hangs.
 */
export const txt: Format = {
  name: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  holdsText: true,
  write(subject) {
    const { edition, article, version } = subject;
    const language = article.language;
    const words = wordsOf(language);
    const digits = (text: string) => sayDigits(text, language);
    const lines: string[] = [];
    const doi = doiOf(subject);
    const { latest } = successionOf(subject);
    for (const one of languagesOf(article)) {
      const title = article.titles[one];
      if (title) lines.push([title.value, sayDoubt(title, language)].filter(Boolean).join(' '));
    }
    for (const creator of article.creators) {
      lines.push(
        [
          fullName(formIn(creator.name, language)),
          affiliationsOf(creator, language).join(`${words.semicolon} `),
          creator.email && `${creator.corresponding ? `${words.corresponding}: ` : ''}${creator.email}`,
          ...contributionLines(creator, language),
          creator.lostNote ? words.lostCreatorNote : undefined,
        ]
          .filter(Boolean)
          .join(`${words.comma} `),
      );
    }
    lines.push(...contributorLines(article, language));
    const { record } = article;
    const published = [publicationLine(article), record?.url].filter(Boolean).join('. ');
    if (published) lines.push(published);
    if (record?.doi) lines.push(`${words.versionOfRecord}: https://doi.org/${record.doi.value}`);
    // The printed form stands with the note, which says what of it is sure.
    for (const date of article.dates)
      lines.push(
        `${words.events[date.event]}: ${sayArticleDate(date, language, edition.languages)}${words.semicolon} ${[`${words.printedDate}: ${date.printed}`, date.note && sayIn(date.note, language)].filter(Boolean).join('. ')}`,
      );
    lines.push(
      `${words.version} ${digits(version.number)}${words.comma} ${sayDay(version.date, language, edition.languages)}. ${permanent(edition.site, pages.version(article.slug, version.number))}`,
    );
    if (version.status === 'draft') lines.push(words.draft);
    for (const notice of version.notices)
      lines.push([sayNotice(notice, language, edition.languages), placeOf(notice)].filter(Boolean).join(' '));
    if (latest)
      lines.push(
        `${changesStrings[wordsLanguage(language)].newer(digits(latest.number))}. ${permanent(edition.site, pages.version(article.slug, latest.number))}`,
      );
    if (doi.status === 'registered') lines.push(`${words.doiVersion}: https://doi.org/${doi.value}`);
    lines.push(`${words.rights}: ${sayIn(article.rights.name, language)}${words.comma} ${article.rights.uri}`);
    const { statement } = article.rights;
    lines.push(...rightsLines(article.rights, language));
    if (statement) lines.push(`${sayIn(statement.name, language)}${words.comma} ${statement.uri}`);
    lines.push(...[...statementsIn(article, language), ...aboutIn(subject, language)].map(lineOfStatement));
    for (const abstract of version.abstracts) {
      const blocks = abstract.blocks
        .flatMap((block) => linesOf(block, abstract.language))
        .filter((text) => text.trim() !== '');
      if (blocks.length === 0) continue;
      lines.push(
        '',
        abstract.kind === 'extended'
          ? wordsOf(abstract.language).extendedAbstract
          : wordsOf(abstract.language).abstract,
      );
      lines.push(...blocks);
    }
    for (const { language: one, value: keywords } of textsOf(article.keywords))
      lines.push(`${wordsOf(one).keywords}: ${keywords.join(`${wordsOf(one).comma} `)}`);
    // A heading brings the empty line before it.
    if (version.body[0]?.type !== 'heading') lines.push('');
    lines.push(...version.body.flatMap((block) => linesOf(block, language)));
    lines.push(...noteLines(version, words.notes, words.lostNote, language));
    lines.push(...workLines(version, words.works));
    return `${lines.map(unbroken).join('\n')}\n`;
  },
};

/** A line that every reader takes for one: no line end of any kind, no control. */
/** A block as one line. Spaces that the text has beside one another are its own, and stay. */
const unbroken = (text: string) => printable(text.replace(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' '));

function linesOf(block: Block, language: string): string[] {
  switch (block.type) {
    case 'heading':
      return ['', plainText(block.children)];
    case 'paragraph':
      return [
        `${block.number === undefined ? '' : `¶${block.number} `}${block.isSource ? '— ' : ''}${plainText(block.children)}`,
      ];
    case 'quotation':
      return block.blocks.flatMap((one) => linesOf(one, language));
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${sayNumber((block.start ?? 1) + index, language)}. ` : '• ';
        const [first = '', ...others] = item.flatMap((one) => linesOf(one, language));
        return [`${mark}${first}`, ...others.map((line) => `  ${line}`)];
      });
    case 'listing':
      return [labelOf(block.id, language) ?? '', ...block.value.split('\n')];
    case 'verse':
      return [
        labelOf(block.id, language) ?? '',
        ...block.stanzas.flatMap((stanza, index) => [
          ...(index > 0 ? [''] : []),
          ...stanza.map((line) => line.map(plainText).join(' / ')),
        ]),
        ...(block.credit.length > 0 ? [`— ${plainText(block.credit)}`] : []),
      ];
    case 'definitions':
      return block.entries.flatMap(({ term, meanings }) => [
        plainText(term),
        ...meanings.map((meaning) => `  ${plainText(meaning)}`),
      ]);
    case 'rule':
      return ['* * *'];
    case 'part':
      return partLines(block, language);
    case 'table':
      return [
        plainText(captionOf(block)),
        ...sayRows([...block.head, ...block.rows]).map((row) => row.join(' | ')),
        ...block.notes.map(({ sign, text }) => `${sign} ${plainText(text)}`),
        ...(block.credit.length > 0 ? [plainText(block.credit)] : []),
      ];
    case 'figure':
      return [
        plainText(labelled(block.label, block.caption)),
        ...block.pictures.map(({ alt }) => `[${wordsOf(language).image}${alt === '' ? '' : `: ${alt}`}]`),
        ...[creditOf(block, language)].filter((credit) => credit.length > 0).map(plainText),
      ];
    case 'formula':
      return [block.number === undefined ? block.tex : `(${block.number}) ${block.tex}`];
    default:
      return unhandled(block);
  }
}

/** A part below what it is called; what closes a text has an empty line before it, as a section has. */
function partLines(part: Part, language: string): string[] {
  const heading = sayPartHeading(part, language);
  return [
    ...(isEndMatter(part) ? [''] : []),
    ...(heading === undefined ? [] : [heading]),
    ...titledBlocks(part).blocks.flatMap((block) => linesOf(block, language)),
  ];
}

/** The notes, each with the paragraphs in which it is called; of several blocks those behind the first are indented. */
function noteLines(version: Version, heading: string, lost: string, language: string): string[] {
  if (version.notes.length === 0) return [];
  return [
    '',
    heading,
    ...version.notes.flatMap(({ number, calledIn, lost: isLost, blocks }) => {
      const places = [...new Set(calledIn)]
        .filter((place) => /^p\d+$/.test(place))
        .map((place) => `¶${place.slice(1)}`);
      const said = places.length > 0 ? ` (${places.join(`${wordsOf(language).comma} `)})` : '';
      const [first, ...others] = isLost ? [`[${lost}]`] : blocks.flatMap((block) => linesOf(block, language));
      return [`${sayNumber(number, language)}.${said} ${first ?? ''}`, ...others.map((line) => `  ${line}`)];
    }),
  ];
}

function workLines(version: Version, heading: string): string[] {
  const works = sortWorks(worksOf(version), version.metadata.language);
  const references = formatList(works, 'text', version.metadata.language);
  return works.length === 0 ? [] : ['', heading, ...works.map((work) => references.get(work.key) ?? work.key)];
}
