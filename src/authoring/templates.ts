/** The files that `npm run new` writes. What is left empty in them is a fault that `check` names. */
import { stringify } from 'yaml';
import type { Rights } from '../edition/model.ts';
import type { NoticeKind } from '../edition/notices.ts';
import { isLatinScript, type Language, type Localised, latinForm } from '../text/languages.ts';

/** A text in each language of an edition, in YAML: what is left empty is a fault that `check` names. */
const said = (languages: readonly Language[], text: (language: Language) => string = () => '""'): string =>
  `{ ${languages.map((language) => `${language}: ${text(language)}`).join(', ')} }`;

/** The same of a name, which is in Latin letters whatever the languages are. */
const named = (languages: readonly Language[], text: (tag: string) => string = () => '""'): string =>
  `{ ${[...languages.filter((language) => !isLatinScript(language)), latinForm].map((tag) => `${tag}: ${text(tag)}`).join(', ')} }`;

/**
 * An entry of `versions.yaml`, as a list of one.
 *
 * @param languages those of the edition, in which what changed is said
 * @param summary what changed, where it is known
 */
export const versionTemplate = (
  languages: readonly Language[],
  number: string,
  date: string,
  kind = '',
  summary?: Localised,
): string => `- version: ${number}
  # The release puts its day here.
  date: ${date}
  # first: the first version of all; restoration: the restored text is corrected; source-reading: the source was read anew; bibliography: the works cited;
  # metadata: what is said of the article; apparatus: notes of the editors, readings, remarks; correction: what the authors correct.
  kind: ${kind || '""'}
  # What changed and why, in a sentence, for readers.
  summary:
${languages.map((language) => `    ${language}: ${JSON.stringify(summary?.[language] ?? '')}\n`).join('')}`;

export const versionsTemplate = (
  languages: readonly Language[],
  number: string,
  date: string,
  summary?: Localised,
): string =>
  `# The versions of the text, oldest first. A version with digests is released: its text, its bibliography (VERSION.bib) and its metadata (VERSION.yaml) never change again.
${versionTemplate(languages, number, date, 'first', summary)}`;

/** How each fact of a restored article begins: where it was seen, fact by fact. */
const factsOfRestored = `# Each fact says how sure it is (certain, supported, uncertain) and where it was seen: source (the text as received),
# an address, or editors (our own wording). What is not known is left out; nothing is invented.`;

/** The same of an article that was written for the edition. */
const factsOfAuthors = `# What holds for every fact: how sure it is (certain, supported, uncertain) and who states it. One that is known otherwise says so:
# volume: { value: "4", certainty: supported, from: editors }. What is not known is left out; nothing is invented.
facts: { certainty: certain, from: authors }`;

/** Where a restored article was published before. */
const journalOfRestored = (
  languages: readonly Language[],
): string => `# The journal that has the article; of what stands in none, remove journal and record, and say what it is under type.
journal:
  name: ${named(languages)}
  publisher: ${named(languages)}
  # issn: 0000-0000             # or { print: 0000-0000, electronic: 0000-0000, linking: 0000-0000 }
  # abbreviation: ""
  # homepage: https://journal.example/
# The version of record: the article as the journal published it before. Of what the journal publishes here, remove record, and
# write year, volume, issue and so on under placement:
record:
  url: ""
  # doi: { value: 10.0000/xyz, certainty: certain, from: source }
  # The year in one calendar or both.
  # year: { value: { solarHijri: "1400", gregorian: "2021" }, certainty: certain, from: source }
  # volume: { value: "1", certainty: certain, from: source }
  # issue: { value: "1", certainty: certain, from: source }
  # pages: { value: { first: "1", last: "20" }, certainty: certain, from: source }
  # articleNumber: { value: e12, certainty: certain, from: source }
  # specialIssue: { value: "", certainty: certain, from: source }
`;

/** Where an article that was written for the edition is published, beside it. */
const journalOfEdition = (
  languages: readonly Language[],
): string => `# The journal that publishes it, and where in it; an article of no journal has neither.
# journal:
#   name: ${named(languages)}
#   publisher: ${named(languages)}
#   issn: 0000-0000            # or { print: 0000-0000, electronic: 0000-0000, linking: 0000-0000 }
#   abbreviation: ""
#   homepage: https://journal.example/
# placement:
#   year: { solarHijri: "1400", gregorian: "2021" } # in one calendar or both
#   volume: "1"
#   issue: "1"
#   pages: { first: "1", last: "20" }
#   articleNumber: e12
#   specialIssue: ""
# What a journal published before has record: instead of placement, and in it its address, url.
`;

/** What stands in the comments of a new file for what somebody says. */
const examples = {
  kind: { fa: 'علمی-پژوهشی', en: 'Research article', ar: 'مقالة بحثية' },
  word: { fa: 'واژه', en: 'word', ar: 'كلمة' },
  harbour: { fa: 'بندر', en: 'harbour', ar: 'ميناء' },
  place: { fa: 'بوشهر', en: 'Bushehr', ar: 'بوشهر' },
  period: { fa: 'پس از جنگ سرد', en: 'After the Cold War', ar: 'ما بعد الحرب الباردة' },
  depths: { fa: 'ژرفاها', en: 'Depths', ar: 'الأعماق' },
} as const satisfies Readonly<Record<string, Localised>>;

const romanisedTitle = `# The title in Latin letters for library catalogues; from: editors if you made it by the ALA-LC table:
# romanisedTitle: { value: "", certainty: certain, from: editors }
`;

/** What names need, in an edition whose articles may be in Latin letters or in others. */
const formsNote = (languages: readonly Language[]): string =>
  languages.every(isLatinScript)
    ? ''
    : '  # Forms in the letters of the text, of names and of the journal: an article in Latin letters leaves out those that are not known.\n';

/**
 * @param rights those of the edition, with which an article starts; released versions of it do not follow the edition's
 * @param isRestored whether it has a text as received
 * @param languages those of the edition, the first that of the text unless it is changed
 */
export function articleTemplate(rights: Rights, isRestored: boolean, languages: readonly Language[]): string {
  const [own = 'en', ...others] = languages;
  const certain = ', certainty: certain, from: source';
  const fact = (value: string) => (isRestored ? `{ value: ${value}${certain} }` : value);
  const only = (lines: string) => (isRestored ? lines : '');
  return `# The language of the text, any tag of BCP 47: fa, en, ar, az, fr.
language: ${own}
${isRestored ? factsOfRestored : factsOfAuthors}
titles:
  ${own}: ${fact('""')}
${others.map((other) => `  # ${other}: ${fact('""')}\n`).join('')}${isLatinScript(own) ? '' : romanisedTitle}creators:
${formsNote(languages)}  - name:
${isLatinScript(own) ? '' : `      ${own}: { family: "", given: "" }\n`}      en: { family: "", given: "" } # and suffix: Jr.
    # Of an organisation, instead of name:
    # organisation: ${named(languages)}
    # ror: 05dxps055             # of an organisation, at https://ror.org/
${only('    # Who wrote the name in Latin letters so: source, an address, or editors.\n    romanised: { certainty: uncertain, from: editors }\n')}    affiliation: {} # { ${own}: ${fact('""')} }
    # Or in parts, as many places as there are, and no affiliation:
    # affiliations:
    #   - institution: ${named(languages)}
    #     department: ${named(languages)}
    #     city: ${named(languages)}
    #     country: IR            # ISO 3166
    #     ror: 05dxps055         # the institution at https://ror.org/
${only('    #     certainty: certain\n    #     from: source\n')}    # email: name@example.org
    # corresponding: true
    # roles: [conceptualization, { role: software, degree: lead }] # by https://credit.niso.org/; lead, equal or supporting
    # equal: true                # of each who contributed as much as the others
    # orcid: 0000-0000-0000-0000
    # isni: "0000 0000 0000 0000"
    # wikidata: Q42
${only('    # lostNote: true             # a footnote hung on the name, and the source has lost its text\n')}# Who took part beside them: editor, translator or reviewer.
# contributors:
#   - { role: translator, name: ${named(languages, () => '{ family: "", given: "" }')}${only(certain)} }
# Who paid, and what the authors state of their interests and their data.
# funding:
#   - { funder: ${named(languages)}, ror: 05dxps055, awards: [{ number: "12-34" }]${only(certain)} }
# conflictOfInterest: ${fact(said(languages))}
# dataAvailability: ${fact(said(languages).replace(' }', ', url: https://data.example/1 }'))}
${(isRestored ? journalOfRestored : journalOfEdition)(languages)}# Of a chapter or a conference paper the book, of a paper the conference, of a thesis the degree:
# book: { name: ${named(languages)}, publisher: ${named(languages)}, isbn: "" }
# conference: { name: ${named(languages)}, place: ${named(languages)}, start: 2026-01-30, end: 2026-01-31 }
# thesis: { institution: ${named(languages)}, level: master } # bachelor, master or doctor
# Dates of the version of record, in the calendar of the source; event: submitted, received, revised, accepted, online or print
# (published so), presented or defended.
#  - { event: received, solarHijri: 1400-01-31, printed: ۱۴۰۰/۰۱/۳۱, certainty: certain }
#  - { event: accepted, gregorian: 2021-04-20, printed: 20 April 2021, certainty: certain }
#  - { event: submitted, lunarHijri: 1442-09-07, printed: ۷ رمضان ۱۴۴۲, certainty: certain }
dates: []
# What the article is: research-article, review-article, data-article, book-review, editorial, letter, commentary, translation,
# preprint, working-paper, conference-paper, chapter, thesis or report; and what the journal itself calls it (kind).
${isRestored ? '# ' : ''}type: research-article
# kind: ${fact(said(languages, (one) => examples.kind[one]))}
keywords: {} # ${said(languages, (one) => `[${examples.word[one]}, ${examples.word[one]}]`)}
# Of what it treats, by lcsh, fast, wikidata or ddc; the places and the times; and what it is to other works (dataset, software, supplement,
# translation-of, review-of, preprint-of, series), by doi or url:
# subjects:
#   - { scheme: wikidata, uri: "https://www.wikidata.org/entity/Q166542", term: ${said(languages, (one) => examples.harbour[one])} }
# places:
#   - { name: ${said(languages, (one) => examples.place[one])}, uri: "https://www.wikidata.org/entity/Q26796", gac: a-ir--- }
# periods:
#   - { name: ${said(languages, (one) => examples.period[one])}, start: 1991, end: 2020 }
# relations:
#   - { kind: dataset, doi: 10.1234/name, title: { en: "" } }
# The supplementary files, each of the folder files/ beside the text:
# files:
#   - { name: depths.csv, title: ${said(languages, (one) => examples.depths[one])}, description: ${said(languages)}, licence: CC0-1.0 }
# The manuscript as it was received, in the folder received/: its digest goes into each release. With publish: true readers get the
# file, and with it the comments and the changes that are in it.
# received: { name: manuscript.docx }
# A statement of https://rightsstatements.org/page/1.0/, and what is known beyond it: the edition's, until the article's own is known.
# Of a licence, write its identifier at https://spdx.org/licenses/ (licence: CC-BY-4.0) instead of uri and name, or licence: … until it is chosen; and where known
# holder: ${named(languages)}, year: 2026, access: open (everybody may read it) or restricted.
${stringify({ rights }, { lineWidth: 0 })}${only('source:\n  # Which way the extraction broke the text: intact, lost-letters or merged-digits.\n  profile: intact\n')}`;
}

/** The text of an article that was written for the edition, in a language. */
export const textTemplate = (language: Language): string => `<Abstract lang="${language}">

…

</Abstract>

## …

…
`;

/** That of a restored one. MDX has no comments in a text: they stand in the apparatus, which is YAML. */
export const restoredTextTemplate = (languages: readonly Language[]): string => `<Abstract lang="${languages[0]}">

… [](source:1)

</Abstract>

## … [](source:2)

… [](source:3)

\`\`\`yaml apparatus
# Above stands the text, one paragraph a line, each with the lines of source.txt that it comes from: [](source:12-14).
# ## opens a section, ### a part of it; [^1] calls a note, which is defined at the end: [^1]: text [](source:20).
# Marks: [(Author, 1985: 58)](cite:author1985?p=58), [doubtful](reading:r1), [place](remark:e1), [words](supplied:).
# CONTRIBUTING.md, «The text», says more. Here stands what the marks refer to:
# readings:
#   r1:
#     text: doubtful
#     source: doubful
#     candidates: [doubtful]
#     certainty: supported
#     reason: ${said(languages)}
# Lines of source.txt that are no part of the text:
# lines:
#   - { lines: 1-4, as: title }
\`\`\`
`;

/** What each kind of notice has beyond its reason. */
const ofNotices: Readonly<Record<NoticeKind, string>> = {
  retraction: '# url: https://… where the notice stands, and its DOI if it has one (doi: 10.1234/name)',
  concern: '# url: https://… where the notice stands, and its DOI if it has one (doi: 10.1234/name)',
  correction: '# url: https://… what corrects it, and its DOI if it has one (doi: 10.1234/name)',
  erratum: '# url: https://… where it stands, and its DOI if it has one (doi: 10.1234/name)',
  licence: 'licence: # its identifier at https://spdx.org/licenses/, such as CC-BY-4.0',
  doi: 'doi: # the bare DOI that was registered for the version, 10.1234/name',
};

/** The start of `notices.yaml`, with a notice that waits for its reason. */
export const noticeTemplate = (
  languages: readonly Language[],
  version: string,
  kind: NoticeKind,
  date: string,
): string => `notices:
  - version: ${version}
    kind: ${kind}
    date: ${date}
    # Why, in a sentence in each language.
    reason: ${said(languages)}
    ${ofNotices[kind]}
`;
