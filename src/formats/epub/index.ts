import type { Element } from 'xast';
import { x } from 'xastscript';
import { formatList } from '../../bibliography/references.ts';
import { filingName, fullName } from '../../bibliography/work.ts';
import { placeAbstracts } from '../../edition/abstracts.ts';
import { bookOfAll, filePath, issueFile, pages, permanent, type SitePath } from '../../edition/addresses.ts';
import { affiliationsOf, workplacesOf } from '../../edition/affiliations.ts';
import { type ArticleFile, contentOf } from '../../edition/article-files.ts';
import { contributorTerms } from '../../edition/contributor-kinds.ts';
import { describeVersion, translatedTitles } from '../../edition/describe.ts';
import { doiOf } from '../../edition/doi.ts';
import { picturedFiles } from '../../edition/figures.ts';
import {
  type Abstract,
  type Agent,
  type Article,
  type Edition,
  keywordsIn,
  latestOf,
  latestVersion,
  plainText,
  type Rights,
  rootLanguage,
  type Subject,
  sayBlocks,
  type Version,
  type VersionOf,
} from '../../edition/model.ts';
import { lastChangeOf, placeOf } from '../../edition/notices.ts';
import { type Section, sectionsOf } from '../../edition/sections.ts';
import type { Issue } from '../../edition/shelves.ts';
import { successionOf } from '../../edition/versions/succession.ts';
import { aboutIn } from '../../locales/about.ts';
import { changesStrings, wordsOf } from '../../locales/index.ts';
import { sayNotice } from '../../locales/notices.ts';
import { contributionLines } from '../../locales/people.ts';
import { sayPartHeading } from '../../locales/places.ts';
import { publicationLine, sayArticleDate, sayDoubt } from '../../locales/record.ts';
import { rightsLines } from '../../locales/rights.ts';
import { sayIssue } from '../../locales/shelves.ts';
import { statementsIn } from '../../locales/statements.ts';
import { type IsoDate, sayDay } from '../../text/calendar.ts';
import { sayDigits } from '../../text/digits.ts';
import {
  directionOf,
  formIn,
  formsOf,
  type Language,
  latinForm,
  ownFirst,
  romanisedTag,
  type Said,
  saidForm,
  sayIn,
  type Texts,
  textIn,
  textsOf,
  wordsLanguage,
} from '../../text/languages.ts';
import type { Format } from '../format.ts';
import { type Book, type Chapter, type Entry, makeBook, meta } from './book.ts';
import { epubRunning, epubSaid, epubWords } from './inline.ts';
import {
  abstractSection,
  apparatusSection,
  bodySection,
  nameOf,
  notesSection,
  saidAbstracts,
  targetsOf,
  worksSection,
} from './text.ts';
import { fromReference, langOf, outerLink, shownAddress, xhtml } from './xhtml.ts';

/** A version as a book for reading systems: EPUB 3.3. */
export const epub: Format = {
  name: 'EPUB',
  extension: 'epub',
  mediaType: 'application/epub+zip',
  holdsText: true,
  write: (subject) =>
    makeBook(versionBook(subject), sayIn(subject.edition.publisher, subject.article.language), ({ path }) =>
      contentOf(subject.version.files.find(({ name }) => path.endsWith(`/${name}`)) as ArticleFile),
    ),
};

/**
 * The whole edition as one book: each article in its latest version.
 *
 * @param edition its articles may be outlines
 * @param chapters of its articles, in their order ({@link latestChapter})
 * @param fileAt the bytes of a file of the site
 */
export const writeEditionEpub = (
  edition: Edition,
  chapters: readonly Chapter[],
  fileAt: (path: SitePath) => Uint8Array,
): Promise<Uint8Array> =>
  makeBook(editionBook(edition, chapters), sayIn(edition.publisher, rootLanguage(edition)), ({ path }) => fileAt(path));

/**
 * An issue of the journal as one book: its editorial, and each article in its latest version.
 *
 * @param chapters of its articles, in their order ({@link latestChapter})
 * @param fileAt the bytes of a file of the site
 */
export const writeIssueEpub = (
  edition: Edition,
  issue: Issue,
  chapters: readonly Chapter[],
  fileAt: (path: SitePath) => Uint8Array,
): Promise<Uint8Array> => {
  const book = issueBook(edition, issue, chapters);
  return makeBook(book, sayIn(edition.publisher, book.language), ({ path }) => fileAt(path));
};

/** What the book of the edition holds of an article. */
export const latestChapter = (edition: Edition, article: Article): Chapter =>
  articleChapter(latestOf(edition, article));

const titleOf = (article: Article): string => article.titles[article.language]?.value || article.slug;
const digitsOf = (language: string) => (text: string) => sayDigits(text, language);

/** The day on which the book of a version last changed: an older one learnt of the latest, and any of what was said of it. */
const modifiedOf = (subject: VersionOf): IsoDate => {
  const { latest } = successionOf(subject);
  return [lastChangeOf(subject.version), ...(latest ? [latest.date] : [])].sort().at(-1) as IsoDate;
};

/** Names, each with its role and its other script. */
const people = ({ slug, language, creators, contributors = [] }: Article): Element[] => [
  ...creators.flatMap((agent, index) => person('creator', `${slug}-${index + 1}`, agent, 'aut', language)),
  ...contributors.flatMap((agent, index) =>
    person('contributor', `${slug}-${index + 1}`, agent, contributorTerms[agent.role].marc.code, language),
  ),
];

/** Who edits the edition. */
const editorsOf = ({ editors = [] }: Edition, language: string): Element[] =>
  editors.flatMap((agent, index) =>
    person('contributor', `edition-${index + 1}`, agent, contributorTerms['edition-editor'].marc.code, language),
  );

function person(
  element: 'creator' | 'contributor',
  name: string,
  agent: Agent,
  role: string,
  language: string,
): Element[] {
  const id = `${element}-${name}`;
  const { language: tag, value: own } = saidForm(agent.name, language);
  const others = formsOf(agent.name).filter((form) => form.language !== tag);
  return [
    x(`dc:${element}`, { id, ...langAttributes(language) }, fullName(own)),
    meta('role', role, { refines: `#${id}`, scheme: 'marc:relators' }),
    meta('file-as', filingName(own, wordsOf(language).comma), { refines: `#${id}` }),
    ...others.map((other) =>
      meta('alternate-script', fullName(other.value), {
        refines: `#${id}`,
        'xml:lang': other.language === latinForm ? romanisedTag(language) : other.language,
      }),
    ),
  ];
}

/** Language and direction of a text in the package document, which has no `lang`. */
const langAttributes = (language: string) => ({ 'xml:lang': language, dir: directionOf(language) });

/** An element of the metadata with what is said for who reads a language, marked with the language in which it is. */
function said(name: string, texts: Texts, language: string, end = ''): Element {
  const { language: own, value } = textIn(texts, language);
  return x(name, langAttributes(own), value + end);
}

/** The edition, of which a book is a part. */
const collection = ({ name }: Edition, language: string): Element =>
  meta('belongs-to-collection', sayIn(name, language), {
    id: 'edition',
    ...langAttributes(textIn(name, language).language),
  });

/** The terms of use of several articles, each once. */
const rightsOfAll = (articles: readonly Article[], language: string): Element[] =>
  [...new Map(articles.map(({ rights }) => [`${sayIn(rights.name, language)} ${rights.uri}`, rights])).values()].map(
    ({ name, uri }) => said('dc:rights', name, language, `. ${uri}`),
  );

/** Terms of use: their name, what editors say of them, and their address; in one, where one language has both. */
function rightsOf({ name, note, uri }: Rights, language: string): Element[] {
  if (textIn(name, language).language === textIn(note, language).language)
    return [said('dc:rights', name, language, `. ${sayIn(note, language)} ${uri}`)];
  return [said('dc:rights', name, language, `. ${uri}`), said('dc:rights', note, language)];
}

function versionBook(subject: Subject): Book {
  const { edition, article, version } = subject;
  const { language } = article;
  const words = wordsOf(language);
  const title = titleOf(article);
  const doi = doiOf(subject);
  const abstract = saidAbstracts(version).find((one) => one.language === language);
  return {
    title,
    language,
    identifier: permanent(edition.site, pages.version(article.slug, version.number)),
    modified: modifiedOf(subject),
    metadata: [
      ...(doi.status === 'registered'
        ? [
            x('dc:identifier', { id: 'doi' }, `https://doi.org/${doi.value}`),
            // 06 is the DOI (ONIX code list 5).
            meta('identifier-type', '06', { refines: '#doi', scheme: 'onix:codelist5' }),
          ]
        : []),
      x('dc:title', { id: 'title', ...langAttributes(language) }, title),
      meta('title-type', 'main', { refines: '#title' }),
      ...translatedTitles(article).map((other) =>
        meta('alternate-script', other.value, { refines: '#title', 'xml:lang': other.language }),
      ),
      x('dc:language', language),
      ...people(article),
      ...editorsOf(edition, language),
      said('dc:publisher', edition.publisher, language),
      x('dc:date', version.date),
      ...(article.record
        ? [x('dc:source', article.record.doi ? `https://doi.org/${article.record.doi.value}` : article.record.url)]
        : []),
      ...(abstract ? [x('dc:description', langAttributes(language), sayBlocks(abstract.blocks).join(' '))] : []),
      ...(article.keywords[language] ?? []).map((keyword) => x('dc:subject', langAttributes(language), keyword)),
      ...rightsOf(article.rights, language),
      meta('schema:version', version.number),
      collection(edition, language),
      meta('collection-type', 'series', { refines: '#edition' }),
    ],
    cover: {
      language,
      colours: edition.theme.colours.light,
      above: sayIn(edition.name, language),
      title: { text: title, language },
      below: [
        article.creators.map(({ name }) => fullName(formIn(name, language))).join(words.and),
        ...(article.journal ? [formIn(article.journal.name, language)] : []),
        `${words.version} ${digitsOf(language)(version.number)}${words.comma} ${sayDay(version.date, language, subject.edition.languages)}`,
      ],
    },
    chapters: [articleChapter(subject)],
  };
}

function editionBook(edition: Edition, chapters: readonly Chapter[]): Book {
  const language = rootLanguage(edition);
  const dates = edition.articles.map((article) => latestVersion(article).date).toSorted();
  const languages = [...new Set<string>([language, ...edition.articles.map((article) => article.language)])];
  return {
    title: `${sayIn(edition.name, language)}: ${sayIn(edition.description, language)}`,
    language,
    identifier: permanent(edition.site, bookOfAll),
    modified: dates.at(-1) ?? '2000-01-01',
    metadata: [
      x(
        'dc:title',
        { id: 'title', ...langAttributes(language) },
        `${sayIn(edition.name, language)}: ${sayIn(edition.description, language)}`,
      ),
      meta('title-type', 'main', { refines: '#title' }),
      ...otherNames(edition, language).map((other) =>
        meta('alternate-script', other.value, { refines: '#title', 'xml:lang': other.language }),
      ),
      ...languages.map((one) => x('dc:language', one)),
      ...edition.articles.flatMap(people),
      ...editorsOf(edition, language),
      said('dc:publisher', edition.publisher, language),
      ...(dates.length > 0 ? [x('dc:date', dates.at(-1) as string)] : []),
      ...rightsOfAll(edition.articles, language),
    ],
    cover: {
      language,
      colours: edition.theme.colours.light,
      above: sayIn(edition.name, language),
      title: { text: sayIn(edition.description, language), language },
      below: dates.slice(-1).map((date) => sayDay(date, language, edition.languages)),
    },
    chapters: [titleChapter(edition, language), ...chapters],
  };
}

/** What the edition is called in other languages, with its description. */
const otherNames = (edition: Edition, language: string): readonly Said[] =>
  textsOf(edition.name).flatMap(({ language: other, value }) =>
    other === language ? [] : [{ language: other, value: `${value}: ${sayIn(edition.description, other)}` }],
  );

function issueBook(edition: Edition, issue: Issue, chapters: readonly Chapter[]): Book {
  const language = rootLanguage(edition);
  const { articles, cover } = issue;
  const name = sayIssue(issue, language);
  const title = `${sayIn(edition.name, language)}: ${name}`;
  const date = articles.map((article) => latestVersion(article).date).reduce((a, b) => (a > b ? a : b));
  const alt = cover && textIn(cover.alt, language);
  return {
    title,
    language,
    identifier: permanent(edition.site, issueFile(issue.id, 'epub')),
    modified: date,
    metadata: [
      x('dc:title', { id: 'title', ...langAttributes(language) }, title),
      meta('title-type', 'main', { refines: '#title' }),
      ...edition.languages
        .filter((other) => other !== language)
        .map((other) =>
          meta('alternate-script', `${sayIn(edition.name, other)}: ${sayIssue(issue, other)}`, {
            refines: '#title',
            'xml:lang': other,
          }),
        ),
      ...[...new Set([language, ...articles.map((article) => article.language)])].map((one) => x('dc:language', one)),
      ...articles.flatMap(people),
      ...editorsOf(edition, language),
      said('dc:publisher', edition.publisher, language),
      x('dc:date', date),
      ...rightsOfAll(articles, language),
      collection(edition, language),
      meta('collection-type', 'series', { refines: '#edition' }),
    ],
    cover: {
      language,
      colours: edition.theme.colours.light,
      above: sayIn(edition.name, language),
      title: { text: name, language },
      below: [sayDay(date, language, edition.languages)],
    },
    ...(cover && alt
      ? {
          coverImage: {
            mediaType: cover.image.mediaType,
            content: contentOf(cover.image),
            alt: alt.value,
          },
        }
      : {}),
    chapters: [issueChapter(edition, issue, language), ...chapters],
  };
}

/** The page that opens the book of an issue: its editorial, in the languages in which there is one, and its contents. */
function issueChapter(edition: Edition, issue: Issue, language: Language): Chapter {
  const name = sayIssue(issue, language);
  const editorials = ownFirst(textsOf(issue.editorial ?? {}), language);
  return openingChapter(name, language, [
    x('h1', name),
    x('p', { class: 'lead' }, epubSaid(edition.name, language)),
    x('p', {}, shownAddress(permanent(edition.site, pages.issue(issue.id)))),
    ...editorials.map((editorial) =>
      x(
        'section',
        editorial.language === language ? {} : langOf(editorial.language),
        x('h2', wordsOf(editorial.language).editorial),
        ...editorial.value.map((paragraph) => x('p', {}, epubWords(paragraph, editorial.language))),
      ),
    ),
    x('h2', wordsOf(language).articles),
    contentsOf(issue.articles, language),
  ]);
}

/** The page that opens the book of the edition: what it is, what it holds. */
function titleChapter(edition: Edition, language: string): Chapter {
  const title = sayIn(edition.name, language);
  return openingChapter(title, language, [
    x('h1', title),
    x('p', { class: 'lead' }, epubSaid(edition.description, language)),
    ...otherNames(edition, language).map((other) => x('p', langOf(other.language), other.value)),
    x('p', {}, shownAddress(edition.site)),
    x('h2', wordsOf(language).articles),
    contentsOf(edition.articles, language),
  ]);
}

/** Articles with their authors and versions, each a link to its chapter. */
const contentsOf = (articles: readonly Article[], language: string): Element =>
  x(
    'ul',
    articles.map((article) =>
      x(
        'li',
        {},
        x('a', { href: `${article.slug}.xhtml`, ...langOf(article.language) }, titleOf(article)),
        x('br'),
        article.creators.map(({ name }) => fullName(formIn(name, language))).join(wordsOf(language).and),
        `${wordsOf(language).comma} ${wordsOf(language).version} `,
        x('bdi', digitsOf(language)(latestVersion(article).number)),
      ),
    ),
  );

/** The first document of a book of several articles. */
const openingChapter = (title: string, language: string, content: readonly Element[]): Chapter => ({
  name: 'title-page',
  document: xhtml(title, language, [x('section', { 'epub:type': 'titlepage', class: 'front' }, ...content)]),
  entries: [{ title, language, href: 'title-page.xhtml', entries: [] }],
  landmarks: [{ type: 'titlepage', title, href: 'title-page.xhtml' }],
  images: [],
});

/** An article in one version: front matter, abstract, text, notes, apparatus, works, abstracts in other languages in one document, so that a note opens in place. */
function articleChapter(subject: Subject): Chapter {
  const { article, version } = subject;
  const { language, slug } = article;
  const words = wordsOf(language);
  const file = `${slug}.xhtml`;
  const around = {
    language,
    targets: targetsOf(version),
    files: `files/${slug}/`,
    fileAt: (name: string) => permanent(subject.edition.site, filePath(slug, version.number, name)),
  };
  const { before, after } = placeAbstracts(version, language);
  const sectionOf = (abstract: Abstract) => {
    const first = version.abstracts.find((one) => one.language === abstract.language);
    return abstractSection(abstract, abstract === first ? keywordsIn(article, abstract.language) : undefined, around);
  };
  const entryOf = (abstract: Abstract) => entry(nameOf(abstract), abstract.id, abstract.language);
  const end = {
    notes: { id: 'notes', type: 'footnotes', title: words.notes, content: notesSection(version, around) },
    apparatus: { id: 'apparatus', title: words.apparatus, content: apparatusSection(version, around) },
    works: { id: 'works', type: 'bibliography', title: words.works, content: worksSection(version, around) },
  } as const;
  const there = Object.values(end).filter(({ content }) => content.length > 0);
  const { parts } = subject.edition.theme;
  const entry = (title: string, id: string, lang: string = language): Entry => ({
    title,
    language: lang,
    href: `${file}#${id}`,
    entries: [],
  });
  const { sections, ends } = sectionsOf(version.body);
  return {
    name: slug,
    document: xhtml(titleOf(article), language, [
      frontElement(subject),
      ...before.map(sectionOf),
      bodySection(version, around),
      ...parts.flatMap((part) => (part === 'abstracts' ? after.map(sectionOf) : end[part].content)),
    ]),
    entries: [
      {
        title: titleOf(article),
        language,
        href: file,
        entries: [
          ...before.map(entryOf),
          ...headingEntries(sections, file, language),
          ...ends.map((part) => entry(sayPartHeading(part, language) ?? '', part.id)),
          ...parts.flatMap((part) => {
            if (part === 'abstracts') return after.map(entryOf);
            const { content, title, id } = end[part];
            return content.length > 0 ? [entry(title, id)] : [];
          }),
        ],
      },
    ],
    images: picturedFiles(version).map(({ name, mediaType }) => ({
      href: `${around.files}${name}`,
      mediaType,
      path: filePath(slug, version.number, name),
    })),
    landmarks: [
      { type: 'bodymatter', title: titleOf(article), href: `${file}#text` },
      ...there.flatMap((one) =>
        'type' in one ? [{ type: one.type, title: one.title, href: `${file}#${one.id}` }] : [],
      ),
    ],
  };
}

/** The headings, parts within their sections. */
const headingEntries = (sections: readonly Section[], file: string, language: string): Entry[] =>
  sections.flatMap(({ heading, sections: inner }): Entry[] => {
    const title = plainText(heading.children).trim();
    const entries = headingEntries(inner, file, language);
    return title === '' ? entries : [{ title, language, href: `${file}#${heading.id}`, entries }];
  });

/** What stands before the text: titles, authors, journal, dates, version, rights, how to cite. */
function frontElement(subject: Subject): Element {
  const { edition, article, version } = subject;
  const { language, record, rights } = article;
  const published = publicationLine(article);
  const words = wordsOf(language);
  const digits = digitsOf(language);
  const { latest } = successionOf(subject);
  const doi = doiOf(subject);
  const addressOf = (one: Version) => permanent(edition.site, pages.version(article.slug, one.number));
  const described = describeVersion(subject);
  const reference = formatList([described], 'html').get(described.key);
  const own = article.titles[language];
  const otherTitles = textsOf(article.titles).filter((one) => one.language !== language);
  const creators = article.creators.map((creator) =>
    x(
      'li',
      {},
      x('b', fullName(formIn(creator.name, language))),
      ...[
        ...workplacesOf(creator).map(({ said }) => said[language] && epubWords(said[language].value, language)),
        ...contributionLines(creator, language).map((line) => epubWords(line, language)),
        creator.email && [
          creator.corresponding ? `${words.corresponding}: ` : '',
          outerLink(`mailto:${creator.email}`, [x('bdi', { dir: 'ltr' }, creator.email)]),
        ],
        creator.lostNote && [x('span', { class: 'lost' }, words.lostCreatorNote)],
      ].flatMap((line) => (line ? [x('br'), ...line] : [])),
    ),
  );
  const contributors = (article.contributors ?? []).map((agent) =>
    x(
      'li',
      {},
      x('b', fullName(formIn(agent.name, language))),
      ...[words.contributorKinds[agent.role], ...affiliationsOf(agent, language)].flatMap((line) => [
        x('br'),
        ...epubWords(line, language),
      ]),
    ),
  );
  return x(
    'header',
    { class: 'front', id: 'title' },
    latest === undefined
      ? undefined
      : x(
          'p',
          { class: 'notice' },
          outerLink(addressOf(latest), [changesStrings[wordsLanguage(language)].newer(digits(latest.number))]),
        ),
    ...version.notices.map((notice) => {
      const place = placeOf(notice);
      return x(
        'p',
        { class: 'notice' },
        ...epubWords(sayNotice(notice, language, subject.edition.languages), language),
        place && [' ', shownAddress(place)],
      );
    }),
    version.status === 'draft' ? x('p', { class: 'notice' }, words.draft) : undefined,
    x('h1', {}, own?.styled ? epubRunning(own.styled, language) : epubWords(titleOf(article), language)),
    ...otherTitles.map(({ language: other, value: title }) => {
      const doubt = sayDoubt(title, language);
      return x(
        'p',
        { class: 'lead', ...langOf(other) },
        title.styled ? epubRunning(title.styled, other) : title.value,
        doubt && [' ', x('small', langOf(language), doubt)],
      );
    }),
    creators.length > 0 ? x('ul', creators, contributors) : undefined,
    x(
      'div',
      { class: 'facts' },
      published ? x('p', {}, ...epubWords(published, language), record && ['. ', shownAddress(record.url)]) : undefined,
      ...article.dates.map((date) =>
        x('p', `${words.events[date.event]}: ${sayArticleDate(date, language, subject.edition.languages)}`),
      ),
      x(
        'p',
        `${words.version} `,
        x('bdi', digits(version.number)),
        `${words.comma} ${sayDay(version.date, language, subject.edition.languages)}. `,
        shownAddress(addressOf(version)),
      ),
      doi.status === 'registered'
        ? x('p', `${words.doiVersion}: `, shownAddress(`https://doi.org/${doi.value}`))
        : undefined,
      reference ? x('p', `${words.howToCite}: `, ...fromReference(reference)) : undefined,
      x(
        'p',
        `${words.rights}: `,
        ...epubSaid(rights.name, language),
        '. ',
        ...epubSaid(rights.note, language),
        ' ',
        shownAddress(rights.uri),
      ),
      ...rightsLines(rights, language).map((line) => x('p', {}, ...epubWords(line, language))),
      rights.statement
        ? x('p', {}, ...epubSaid(rights.statement.name, language), ' ', shownAddress(rights.statement.uri))
        : undefined,
      ...[...statementsIn(article, language), ...aboutIn(subject, language)].map(({ label, pieces, url }) =>
        x(
          'p',
          `${label}: `,
          ...pieces.flatMap(({ text, isNumber }) =>
            isNumber ? [x('bdi', { dir: 'ltr' }, text)] : epubWords(text, language),
          ),
          url && [' ', shownAddress(url)],
        ),
      ),
    ),
  );
}
