/** A version as the data of the template: what stands on the page, in its order, with every word of the interface said. */

import { firstStyle } from '../../bibliography/citation-styles.ts';
import { formatList, sortWorks, workLists } from '../../bibliography/references.ts';
import { familyName, fullName } from '../../bibliography/work.ts';
import { versionLabel } from '../../citing/passage.ts';
import { citingOf } from '../../citing/references.ts';
import { filePath, pages, permanent } from '../../edition/addresses.ts';
import { affiliationsOf, workplacesOf } from '../../edition/affiliations.ts';
import { abstractOf, abstractsOf, languagesOf, surelyTitled } from '../../edition/describe.ts';
import { doiOf } from '../../edition/doi.ts';
import { captionOf, creditOf } from '../../edition/figures.ts';
import { labelOf } from '../../edition/labels.ts';
import { mentionsOf, worksOf } from '../../edition/mentions.ts';
import {
  anchorsOf,
  type Block,
  flatBlocks,
  flattened,
  type Inline,
  isEndMatter,
  keywordLine,
  latestVersion,
  type Note,
  type Part,
  plainText,
  type Row,
  runningTexts,
  type Subject,
  type Table,
  textsOfNote,
  titledBlocks,
  type Version,
  type VersionOf,
  walkInlines,
} from '../../edition/model.ts';
import { placeOf } from '../../edition/notices.ts';
import { columnLabels, columnsOf, gridOf } from '../../edition/tables.ts';
import { unhandled } from '../../exhaustive.ts';
import { aboutIn } from '../../locales/about.ts';
import { changesStrings, wordsOf } from '../../locales/index.ts';
import { sayNotice } from '../../locales/notices.ts';
import { contributionLines } from '../../locales/people.ts';
import { isNumbered, sayPart, sayPlace } from '../../locales/places.ts';
import { journalLine, sayArticleDate, sayDoubt } from '../../locales/record.ts';
import { rightsLines } from '../../locales/rights.ts';
import { statementsIn } from '../../locales/statements.ts';
import { sayDay } from '../../text/calendar.ts';
import { sayDigits } from '../../text/digits.ts';
import { directionOf, formIn, hasPersianRules, sayIn, textIn, textsOf, wordsLanguage } from '../../text/languages.ts';
import { formulaPieces } from './formula.ts';
import {
  addressPiece,
  altOf,
  cellPieces,
  citedPieces,
  codePieces,
  inlinePieces,
  type Piece,
  plainPieces,
  referencePieces,
  saidPieces,
} from './inline.ts';
import { pictureName } from './pictures.ts';

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
  /** As PDF/A-3 wants it said (ISO 19005-3, 6.8). */
  readonly relationship: 'alternative' | 'data' | 'source' | 'supplement';
  readonly description: string;
}

/** What a PDF reader shows of a document, without what XML cannot hold. */
export const metadataText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .trim();

/** A version by its number: as references in Persian have it, else in the words of the language. */
const versionName = (version: string, language: string): string =>
  hasPersianRules(language)
    ? versionLabel(version, language)
    : `${wordsOf(language).version} ${sayDigits(version, language)}`;

/** The data of `article.typ`. */
export function documentOf(subject: Subject, attachments: readonly Attachment[]): object {
  const { edition, article, version } = subject;
  const { language } = article;
  const direction = directionOf(language);
  const words = wordsOf(language);
  const say = (text: string) => plainPieces(text, direction);
  const works = workSections(subject);
  const apparatus = apparatusOf(version, language);
  return {
    language,
    direction,
    digits: [...sayDigits('0123456789', language)],
    metadata: {
      title: metadataText(surelyTitled(article, language) ?? article.slug),
      authors: article.creators.map((creator) => metadataText(fullName(formIn(creator.name, language)))),
      keywords: (article.keywords[language] ?? []).map(metadataText),
      description: metadataText(abstractOf(version, language) ?? ''),
      date: version.date.split('-').map(Number),
    },
    head: {
      title: say(
        [
          article.creators.map((creator) => familyName(formIn(creator.name, language))).join(words.and),
          shortTitle(surelyTitled(article, language) ?? article.slug),
        ]
          .filter((part) => part !== '')
          .join(': '),
      ),
      version: say(`${sayIn(edition.name, language)}${words.comma} ${versionName(version.number, language)}`),
    },
    notices: notices(subject),
    journal: say(journalLine(article)),
    fronts: languagesOf(article, abstractsOf(version))
      .map((one, index) => front(subject, one, index === 0))
      .filter((one, index) => index === 0 || one.abstracts.length > 0),
    facts: facts(subject),
    body: version.body.map((block) => blockData(block, language)),
    notes: Object.fromEntries(
      version.notes.map((note) => {
        const own = note.lost ? direction : directionOf(note.language);
        return [
          note.id,
          {
            number: note.number,
            lost: note.lost,
            language: note.lost ? language : note.language,
            direction: own,
            ...noteText(note, say(words.lostNote)),
          },
        ];
      }),
    ),
    parts: edition.theme.parts.filter((part) => part !== 'notes'),
    apparatusHeading: say(words.apparatus),
    apparatusHint: say(words.apparatusHint),
    apparatus,
    worksHeading: say(words.works),
    works,
    anchors: [...apparatus, ...works.flatMap((section) => section.items)].map((item) => item.id),
    destinations: [
      ...new Set([
        ...version.abstracts.map((abstract) => abstract.id),
        ...version.body.flatMap((block) => [block.id, ...flattened(block).map((one) => one.id)]),
        ...version.body.flatMap(anchorsOf).filter((id) => labelOf(id, language) !== undefined),
        ...version.body
          .flatMap(flattened)
          .flatMap((block) => (block.type === 'table' ? block.notes : []))
          .map(({ id }) => id),
        ...version.notes.map((note) => note.id),
        ...apparatus.map((entry) => entry.id),
        ...works.flatMap((section) => section.items.map((item) => item.id)),
      ]),
    ],
    attachments,
    files: permanent(edition.site, filePath(article.slug, version.number, '')),
  };
}

/** The title as a running head has it: without its subtitle, and of a long one the first words. */
function shortTitle(title: string): string {
  const words = (title.split(/:\s/)[0] as string).split(/\s+/);
  const fitting = words.filter((_, index) => words.slice(0, index + 1).join(' ').length <= 60);
  // A few letters more are better than a title cut short of its end.
  return words.join(' ').length <= 68 ? words.join(' ') : `${fitting.join(' ')}…`;
}

/** That the version is a draft, what was said of it since its release, or that a newer one exists. */
function notices({ edition, article, version }: Subject): Piece[][] {
  const { language } = article;
  const latest = latestVersion(article);
  const found: Piece[][] = [];
  if (version.status === 'draft') found.push(plainPieces(wordsOf(language).draft, directionOf(language)));
  for (const notice of version.notices) {
    const place = placeOf(notice);
    found.push([
      ...plainPieces(`${sayNotice(notice, language, edition.languages)} `, directionOf(language)),
      ...(place ? [{ kind: 'link', to: place, pieces: [addressPiece(place)] } as const] : []),
    ]);
  }
  if (version.number !== latest.number) {
    const number = sayDigits(latest.number, language);
    const address = permanent(edition.site, pages.version(article.slug, latest.number));
    found.push([
      ...plainPieces(`${changesStrings[wordsLanguage(language)].newer(number)}. `, directionOf(language)),
      { kind: 'link', to: address, pieces: [addressPiece(address)] },
    ]);
  }
  return found;
}

/** Titles, authors, abstracts and keywords in a language. */
function front({ article, version }: VersionOf, language: string, main: boolean) {
  const direction = directionOf(language);
  const words = wordsOf(language);
  const say = (text: string | undefined) => plainPieces(text ?? '', direction);
  const translated = textsOf(article.titles).find((one) => one.language !== language);
  const other = translated?.language ?? language;
  const keywords = article.keywords[language] ?? [];
  const [title, otherTitle] = [article.titles[language], translated?.value];
  const doubtOf = (one: typeof title) => one && sayDoubt(one, language);
  const doubt = doubtOf(otherTitle);
  const subtitle: Piece[] = [
    ...(otherTitle?.styled
      ? inlinePieces(otherTitle.styled, directionOf(other))
      : plainPieces(otherTitle?.value ?? '', directionOf(other))),
    ...(doubt ? [{ kind: 'foreign', language, direction, pieces: say(` ${doubt}`) } as const] : []),
  ];
  return {
    main,
    language,
    direction,
    title: title?.styled
      ? [...inlinePieces(title.styled, direction), ...(main ? [] : say(doubtOf(title) && ` ${doubtOf(title)}`))]
      : say(main ? (title?.value ?? article.slug) : [title?.value, doubtOf(title)].filter(Boolean).join(' ')),
    subtitle: main ? subtitle : [],
    subtitleLanguage: other,
    subtitleDirection: directionOf(other),
    authors: [
      ...article.creators.map((creator) => ({
        name: say(fullName(formIn(creator.name, language))),
        details: [
          ...workplacesOf(creator).map(({ said }) => say(said[language]?.value)),
          ...contributionLines(creator, language).map(say),
          creator.email
            ? [...say(creator.corresponding ? `${words.corresponding}: ` : ''), addressPiece(creator.email)]
            : [],
          creator.orcid ? [addressPiece(`https://orcid.org/${creator.orcid}`)] : [],
          creator.lostNote && main ? say(words.lostCreatorNote) : [],
        ].filter((line) => line.length > 0),
      })),
      ...(article.contributors ?? []).map((agent) => ({
        name: say(fullName(formIn(agent.name, language))),
        details: [say(words.contributorKinds[agent.role]), ...affiliationsOf(agent, language).map(say)],
      })),
    ],
    abstracts: version.abstracts
      .filter((abstract) => abstract.language === language && abstract.blocks.length > 0)
      .map((abstract) => ({
        id: abstract.id,
        extended: abstract.kind === 'extended',
        heading: say(abstract.kind === 'extended' ? words.extendedAbstract : words.abstract),
        blocks: abstract.blocks.map((block) => blockData(block, language)),
      })),
    keywordsLabel: say(`${words.keywords}:`),
    keywords: article.styledKeywords?.[language]
      ? inlinePieces(keywordLine(article.styledKeywords[language], language), direction)
      : say(keywords.join(`${words.comma} `)),
  };
}

/** What is to be known of the version: label and text. */
function facts(subject: Subject) {
  const { edition, article, version } = subject;
  const { language, record, rights } = article;
  const direction = directionOf(language);
  const words = wordsOf(language);
  const say = (text: string) => plainPieces(text, direction);
  const link = (address: string): Piece => ({ kind: 'link', to: address, pieces: [addressPiece(address)] });
  const address = permanent(edition.site, pages.version(article.slug, version.number));
  const doi = doiOf(subject);
  const reference = citingOf(subject).version.find(({ style }) => style.id === firstStyle(language));
  const isPlaceholder = new URL(edition.site).hostname.endsWith('.example');
  return [
    [
      versionName(version.number, language),
      [
        ...say(`${sayDay(version.date, language, subject.edition.languages)}. `),
        link(address),
        ...say(isPlaceholder ? ` ${words.placeholderSite}` : ''),
      ],
    ],
    ...(doi.status === 'draft'
      ? []
      : [
          [
            words.doiVersion,
            doi.status === 'registered'
              ? [link(`https://doi.org/${doi.value}`)]
              : [addressPiece(doi.value), ...say(` (${words.doiReserved})`)],
          ] as const,
        ]),
    [words.howToCite, reference ? citedPieces(reference.html, reference.language, direction) : []],
    ...(record
      ? [[words.versionOfRecord, [link(record.doi ? `https://doi.org/${record.doi.value}` : record.url)]] as const]
      : []),
    ...(article.dates.length > 0
      ? [
          [
            words.dates,
            say(
              article.dates
                .map(
                  (date) => `${words.events[date.event]}: ${sayArticleDate(date, language, subject.edition.languages)}`,
                )
                .join(`${words.semicolon} `),
            ),
          ] as const,
        ]
      : []),
    [
      words.rights,
      [
        ...saidPieces(textIn(rights.name, language), direction),
        ...say('. '),
        ...saidPieces(textIn(rights.note, language), direction),
        ...say(' '),
        link(rights.uri),
        ...say(
          rightsLines(rights, language)
            .map((line) => `${words.semicolon} ${line}`)
            .join(''),
        ),
        ...(rights.statement
          ? [...say(`${words.semicolon} ${sayIn(rights.statement.name, language)} `), link(rights.statement.uri)]
          : []),
      ],
    ],
    ...[...statementsIn(article, language), ...aboutIn(subject, language)].map(
      ({ label, pieces, url }) =>
        [
          label,
          [
            ...pieces.flatMap(({ text, isNumber }) => (isNumber ? [addressPiece(text)] : say(text))),
            ...(url ? [...say(' '), link(url)] : []),
          ],
        ] as const,
    ),
  ].map(([label, text]) => ({ label: say(`${label}:`), text }));
}

function blockData(block: Block, language: string): object {
  const direction = directionOf(language);
  const pieces = (inlines: readonly Inline[]) => inlinePieces(inlines, direction);
  const cells = (rows: readonly Row[]) =>
    rows.map((row) =>
      row.map(({ text, columns, rows: down }) => ({ pieces: cellPieces(text, direction), columns, rows: down })),
    );
  const held = (blocks: readonly Block[]) => heldData(blocks, language);
  const label = (text: string) => plainPieces(text, direction);
  const { id, type } = block;
  switch (block.type) {
    case 'heading':
      return { id, type, level: block.depth - 1, pieces: pieces(block.children) };
    case 'paragraph':
      return {
        id,
        type,
        number: block.number ?? null,
        isSource: block.isSource ?? false,
        pieces: pieces(block.children),
      };
    case 'quotation':
      return { id, type, blocks: block.blocks.map((one) => blockData(one, language)) };
    case 'list':
      return { id, type, ordered: block.ordered, start: block.start ?? 1, items: block.items.map(held) };
    case 'listing':
      return {
        id,
        type,
        label: label(labelOf(block.id, language) ?? ''),
        lines: block.value.split('\n').map(codePieces),
      };
    case 'verse':
      return {
        id,
        type,
        label: label(labelOf(id, language) ?? ''),
        stanzas: block.stanzas.map((stanza) => stanza.map((line) => line.map(pieces))),
        credit: pieces(block.credit),
      };
    case 'definitions':
      return {
        id,
        type,
        entries: block.entries.map(({ term, meanings }) => ({ term: pieces(term), meanings: meanings.map(pieces) })),
      };
    case 'rule':
      return { id, type };
    case 'part':
      return partData(block, language);
    case 'table':
      return {
        id,
        type,
        kind: block.kind,
        caption: pieces(captionOf(block)),
        count: columnsOf(block),
        head: cells(block.head),
        rows: cells(block.rows),
        cards: cardsOf(block, direction),
        notes: block.notes.map(({ id, sign, text }) => ({ id, sign: label(sign), pieces: pieces(text) })),
        credit: pieces(block.credit),
      };
    case 'figure':
      return {
        id,
        type,
        label: plainPieces(block.label, direction),
        pictures: block.pictures.map(({ file, alt }) => ({
          name: file ? pictureName(file) : null,
          alt: metadataText(alt),
          width: file?.size.width ?? 0,
        })),
        missing: plainPieces(wordsOf(language).noImage, direction),
        caption: pieces(block.caption),
        credit: pieces(creditOf(block, language)),
      };
    case 'formula':
      return {
        id,
        type,
        alt: altOf(block.tex),
        math: formulaPieces(block.tex, true),
        number: block.number ?? null,
      };
    default:
      return unhandled(block);
  }
}

/**
 * The rows of a table that is too wide for the page: each cell below the one before, behind its heading. The headings as they are stand at the
 * first row, and after it their words only, as those of a merged cell where it goes on: a note is called once.
 */
function cardsOf(table: Table, direction: 'rtl' | 'ltr'): readonly object[] {
  const labels = columnLabels(table);
  const [head = [], ...others] = table.head;
  return gridOf(table.rows).map((places, index) =>
    places.map(({ cell, isFirst }, column) => {
      const heading = others.length === 0 && index === 0 ? head[column]?.text : undefined;
      return {
        heading: heading ? cellPieces(heading, direction) : plainPieces(labels[column] ?? '', direction),
        pieces: isFirst ? cellPieces(cell.text, direction) : plainPieces(plainText(cell.text), direction),
      };
    }),
  );
}

/** A part, with what stands above it: the number of one that has one, and its title. */
function partData(part: Part, language: string): object {
  const direction = directionOf(language);
  const { title, blocks } = titledBlocks(part);
  const label = sayPart(part, language);
  const said = title ? inlinePieces(title.children, direction) : [];
  const isLabelled = label !== undefined && (!title || isNumbered(part));
  return {
    id: part.id,
    type: part.type,
    kind: part.kind,
    isEnd: isEndMatter(part),
    title: [...(isLabelled ? plainPieces(title ? `${label}. ` : label, direction) : []), ...said],
    blocks: blocks.map((block) => blockData(block, language)),
  };
}

/** What an item or a note holds: the words of its first paragraph, which stand beside its mark, and the blocks behind. */
function heldData(blocks: readonly Block[], language: string): { pieces: Piece[]; blocks: object[] } {
  const direction = directionOf(language);
  const [first, ...others] = blocks;
  const isText = first?.type === 'paragraph';
  return {
    pieces: isText ? inlinePieces(first.children, direction) : [],
    blocks: (isText ? others : blocks).map((block) => blockData(block, language)),
  };
}

const noteText = (note: Note, lost: Piece[]): { pieces: Piece[]; blocks: object[] } =>
  note.lost ? { pieces: lost, blocks: [] } : heldData(note.blocks, note.language);

/** The critical apparatus as a printed edition has it: place, lemma, and what is said of it. */
function apparatusOf(version: Version, language: string): { id: string; pieces: Piece[] }[] {
  const direction = directionOf(language);
  const words = wordsOf(language);
  const say = (text: string) => plainPieces(text, direction);
  const entry = (id: string, block: string, lemma: string, text: string) => ({
    id,
    pieces: [
      ...say(`${sayPlace(block, language)} `),
      ...(lemma === '' ? [] : [{ kind: 'strong' as const, pieces: say(lemma) }, ...say('] ')]),
      ...say(text),
    ],
  });
  const lemmas = lemmasOf(version);
  return [
    ...version.readings.map((reading) =>
      entry(
        reading.id,
        reading.block,
        reading.text,
        `${words.certainty[reading.certainty]}. ${words.sourceForm}: ${reading.source}${words.semicolon} ${words.candidates}: ${reading.candidates.join(`${words.comma} `)}. ${sayIn(reading.reason, language)}`,
      ),
    ),
    ...version.remarks.map((remark) =>
      entry(remark.id, remark.block, lemmas.get(remark.id) ?? '', `${words.remark}: ${sayIn(remark.text, language)}`),
    ),
  ];
}

/** The words of the text on which each remark stands; of a long passage its ends. */
function lemmasOf(version: Version): Map<string, string> {
  const texts = [...flatBlocks(version).flatMap(runningTexts), ...version.notes.flatMap(textsOfNote)];
  return new Map(
    texts
      .flatMap((text) => [...walkInlines(text)])
      .filter((inline) => inline.type === 'remark')
      .map((inline) => {
        const words = plainText(inline.children).split(' ');
        const short = words.length > 8 ? [...words.slice(0, 3), '…', ...words.slice(-2)] : words;
        return [inline.remark, short.join(' ')];
      }),
  );
}

/** The works cited: those in Persian, then those in Latin script, each with the paragraphs that cite it. */
function workSections({ article, version }: VersionOf) {
  const { language } = article;
  const words = wordsOf(language);
  const works = sortWorks(worksOf(version), version.metadata.language);
  const references = formatList(works, 'html', version.metadata.language);
  const mentions = mentionsOf(version);
  return workLists(works, version.metadata.language)
    .map(({ language: script, heading, works: listed }) => {
      const direction = directionOf(script);
      return {
        language: script,
        direction,
        heading: plainPieces(words[heading], directionOf(language)),
        items: listed.map((work) => {
          const places = new Set((mentions.get(work.key) ?? []).map((mention) => mention.block));
          return {
            id: `ref-${work.key}`,
            pieces: referencePieces(references.get(work.key) ?? work.key, direction),
            places: [...places].map((place) => ({
              to: place,
              pieces: plainPieces(sayPlace(place, direction === directionOf(language) ? language : script), direction),
            })),
          };
        }),
      };
    })
    .filter((section) => section.items.length > 0);
}
