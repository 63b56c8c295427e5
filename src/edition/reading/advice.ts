/** What to write into a field of a content file, for the person who has left it empty or written something else. */
import { isKnownLanguage, languageTag } from '../../text/languages.ts';
import { sealFields } from './schemas.ts';

/** Of the fields that every fact has, by their names. */
const ofFacts: Readonly<Record<string, string>> = {
  certainty: 'write how sure the fact is: certain, supported or uncertain',
  from: 'write where the fact was seen: source (the text as received), authors (they state it), an address, or editors (our own wording)',
  note: 'write what is to be said of it in one language at least, { fa: "…", en: "…" }, or remove the note',
};

/**
 * By the path of the field, where `#` is a place in a list or any name, and `*` a language. A field without words of its own goes
 * by those of the field that holds it; of two that fit, the first counts.
 */
const advice: Readonly<Record<string, string>> = {
  // edition.yaml
  name: 'write the name of the edition in one language at least',
  'name.*': 'write the name of the edition {language}',
  description: 'write in a sentence what the edition is, in one language at least',
  'description.*': 'write in a sentence {language} what the edition is',
  publisher: 'write who publishes the edition, in one language at least',
  'publisher.*': 'write who publishes the edition, {language}',
  editors:
    'write who edits the edition, - name: { fa: { family: "…", given: "…" }, en: { family: "…", given: "…" } }, or remove editors',
  contact: 'write an address for registrars and harvesters, such as library@example.org',
  site: 'write the address at which the edition will stand, with a slash at its end: https://library.example/edition/',
  languages: 'write the languages of the interface, [fa, en] or [en], that of the root first',
  doi: 'write the prefix that the registrar gave, { prefix: "10.1234" }, or remove doi',
  'doi.suffix': 'write the form of the names behind the prefix, estenad.{slug}.{version}, or remove the line',
  'doi.registered': 'write true once the DOIs are registered, or remove the line',
  'doi.deposit': 'write 0, and one more each time a deposit is sent to Crossref again',
  theme:
    'write what is to look otherwise, such as theme: { measure: 34 }, or remove it; docs/own-looks.md has the list',
  'theme.colours': 'write the colours of a scheme, such as light: { accent: "#0b5d3b" }, or remove the line',
  'theme.measure': 'write the width of the text in rem, from 20 to 45, or remove the line',
  'theme.parts': 'write the order of what follows the text, [notes, apparatus, works, abstracts], or remove the line',
  search: 'write the name of the search engine, search: { engine: solr, url: "https://host/path" }, or remove the line',
  'search.engine': 'write solr or opensearch',
  'search.url':
    'write the address of the core of Solr or of the index of OpenSearch, or remove search; see docs/discovery.md',
  formats:
    'write what the edition does without, by the endings of the files, such as formats: { mods.xml: off, enw: off }, or remove the line',
  'formats.#': 'write off, or remove the line: what is not named is on; docs/hosting.md has the list',
  versions:
    'write latest if older versions are to have their page, text and one archive alone, all or no such line if every file',
  citations: 'write apa, chicago, mla, harvard or iso690, or remove the line',
  host: 'write github-pages, gitlab-pages or cloudflare-pages, or remove the line',
  articles: 'write the slugs of the articles, one a line, such as - concert-of-powers',
  // issues/ID.yaml
  volume: 'write the number of the volume between quotation marks, volume: "12", or remove the line',
  number: 'write the number of the issue between quotation marks, number: "3", or remove the line',
  date: 'write when the issue appeared, such as "2026" or "2026-03", or remove the line',
  title: 'write what the issue is called, { fa: "…", en: "…" }, in one language at least, or remove the line',
  'title.*': 'write what the issue is called {language}, or remove the line',
  editorial: 'write the editorial as paragraphs, { en: ["First paragraph.", "Second paragraph."] }, or remove it',
  cover: 'say what the image on the cover shows, cover: { fa: بندری در مه, en: A harbour in mist }, or remove the line',
  'editorial.*': 'write the editorial {language} as a list of paragraphs, or remove the line',
  rights:
    'write the licence and a note, { licence: CC-BY-4.0, note: { fa: "…", en: "…" } }, or of a rights statement uri, name and note',
  'rights.licence':
    'write the identifier that https://spdx.org/licenses/ has, such as CC-BY-4.0, letter by letter; of a rights statement, which is no licence, write uri and name instead',
  'rights.holder': 'write who holds the rights, { fa: "…", en: "…" }, or remove the line',
  'rights.year': 'write the Gregorian year of the copyright, such as 2026, or remove the line',
  'rights.access':
    'write open if everybody may read the article, restricted if not, or remove the line if it is not known',
  'rights.uri': 'write the address of a statement of https://rightsstatements.org/page/1.0/',
  'rights.name.*': 'write the name of the statement {language}',
  'rights.note': 'write what is known of the rights beyond the statement, in one language at least',
  'rights.note.*': 'write {language} what is known of the rights beyond the statement',
  // search-words.yaml
  '#.why': 'write why the words of the group find one another',
  '#.rows': 'write at least one row of words that mean the same: - [ceasefire, armistice]',
  '#.rows.#': 'write two words or more into the row: - [ceasefire, armistice]',
  // article.yaml
  language: 'write the BCP 47 tag of the language of the text: fa, en, ar, fr, az',
  titles: 'write the title in the language of the text: fa: { value: "…", certainty: certain, from: source }',
  'titles.*.value': 'write the title {language}, or remove the line if it is not known',
  'titles.*.sentence':
    'write the title with capitals where a sentence has them, if it has others: styles such as APA print it; or remove the line',
  romanisedTitle:
    'write the title in Latin letters, { value: "…", certainty: certain, from: editors } if you made it by the table of ALA-LC, or remove it',
  creators: 'write at least one author; docs/adding-an-article.md shows how',
  'creators.#.name':
    'write the name in both scripts: fa: { family: "…", given: "…" } and en: { family: "…", given: "…" }; an article in English may leave fa out',
  'creators.#.name.fa':
    'write the name in Persian letters: { family: "…", given: "…" }; of an article in English, remove fa if no such form is known',
  'creators.#.name.*': 'write the name {letters}: { family: "…", given: "…" }',
  'creators.#.name.fa.family':
    'write the family name in Persian letters; of an article in English, remove fa if no such form is known',
  'creators.#.name.*.family': 'write the family name of the author {letters}',
  'creators.#.name.*.given': 'write the given name {letters}, or remove "given" if it is not known',
  'creators.#.name.*.suffix': 'write what stands behind the name, such as Jr., or remove "suffix"',
  'creators.#.organisation':
    'write the name of an organisation instead of name, { fa: "…", en: "…" }; of a person, write name with family and given',
  'creators.#.organisation.*': 'write the name of the organisation {letters} as one text',
  'creators.#.ror':
    'write the nine characters of the organisation at https://ror.org/, such as 05dxps055, or remove the line',
  'creators.#.romanised': 'write who spelt the name in Latin letters: { certainty: uncertain, from: editors }',
  'creators.#.romanised.from': 'write where the spelling was seen: source, an address, or editors',
  'creators.#.affiliation':
    'write where the author works, { fa: { value: "…", certainty: certain, from: source } }, or {} if it is not known',
  'creators.#.affiliation.*.value': 'write where the author works, {language}, or remove the line if it is not known',
  'creators.#.affiliations':
    'write each place of work in parts, - { institution: { fa: "…", en: "…" }, city: { fa: "…", en: "…" }, country: IR, certainty: certain, from: source }, or remove affiliations',
  'creators.#.affiliations.#.institution.*': 'write the name of the institution {letters}',
  'creators.#.affiliations.#.department': 'write the department, { fa: "…", en: "…" }, or remove the line',
  'creators.#.affiliations.#.city': 'write the city, { fa: "…", en: "…" }, or remove the line',
  'creators.#.affiliations.#.country': 'write the code of the country in ISO 3166, such as IR, or remove the line',
  'creators.#.affiliations.#.ror':
    'write the nine characters of the institution at https://ror.org/, such as 05dxps055, or remove the line',
  'creators.#.email': 'write an address such as name@example.org, or remove the line',
  'creators.#.roles':
    'write what the author did by https://credit.niso.org/, [conceptualization, { role: software, degree: lead }], each once, or remove the line',
  'creators.#.roles.#':
    'write a role of https://credit.niso.org/ as its address has it, such as formal-analysis or writing-original-draft',
  'creators.#.roles.#.degree': 'write lead, equal or supporting, or remove "degree"',
  'creators.#.equal': 'write equal: true for each author who contributed as much as another, or remove the line',
  'creators.#.corresponding': 'write true, or remove the line',
  'creators.#.orcid':
    'write the sixteen characters of the ORCID of a person in groups of four, 0000-0000-0000-0000, or remove the line',
  'creators.#.isni': 'write the sixteen digits of the ISNI in quotes, "0000 0000 0000 0000", or remove the line',
  'creators.#.wikidata': 'write the number in Wikidata, such as Q42, or remove the line',
  'creators.#.lostNote': 'write true, or remove the line',
  contributors:
    'write who took part beside the authors, - { role: translator, name: { fa: { family: "…", given: "…" }, en: { family: "…", given: "…" } } }, or remove contributors',
  'contributors.#.role': 'write editor, translator or reviewer; authors stand under creators',
  funding:
    'write who paid, - { funder: { fa: "…", en: "…" }, ror: 05dxps055, awards: [{ number: "12-34" }], certainty: certain, from: source }, or remove funding',
  'funding.#.funder.*': 'write the name of the funder {letters}',
  'funding.#.ror': 'write the nine characters of the funder at https://ror.org/, such as 05dxps055, or remove the line',
  'funding.#.funderId':
    'write the identifier of the funder in the Open Funder Registry, 10.13039/501100003968, or remove the line; a ROR takes its place',
  'funding.#.awards': 'write the awards, [{ number: "12-34", url: https://… }], or remove the line',
  'funding.#.awards.#.number': 'write the number of the award between quotation marks, as the funder has it',
  conflictOfInterest:
    'write what the authors state, { value: { fa: "…", en: "…" }, certainty: certain, from: source }, also where they state that there is none; or remove it',
  'conflictOfInterest.value.*': 'write {language} what the authors state of conflicting interests, or remove the field',
  dataAvailability:
    'write what the authors state of their data, { value: { fa: "…", en: "…", url: https://… }, certainty: certain, from: source }, or remove it',
  'dataAvailability.value.*': 'write {language} what the authors state of their data, or remove the field',
  journal:
    'write the name of the journal and its publisher in one language at least; of what stands in no journal, remove journal and record',
  'journal.name.en': 'write the name of the journal in English, or in Latin letters',
  'journal.name.fa':
    'write the name of the journal in Persian; of an article in English, remove fa if it has no such name',
  'journal.publisher.en': 'write who publishes the journal, in English or in Latin letters',
  'journal.publisher.fa':
    'write who publishes the journal, in Persian; of an article in English, remove fa if there is no such name',
  'journal.issn':
    'write the ISSN as it is printed, 0000-0000, or { print: 0000-0000, electronic: 0000-0000, linking: 0000-0000 }, or remove the line',
  'journal.abbreviation': 'write the abbreviation that the journal has for its name, or remove the line',
  'journal.homepage': 'write the address of the journal, https://…, or remove the line',
  record:
    'write url: and the address at which the journal had the article before; where this edition is the publication, remove record',
  book: 'write the book of a chapter or the proceedings of a paper, { name: { fa: "…", en: "…" }, publisher: { fa: "…", en: "…" } }, or remove it',
  'book.isbn': 'write the ISBN as it is printed, or remove the line',
  conference:
    'write the conference of a conference-paper, { name: { fa: "…", en: "…" }, place: { fa: "…", en: "…" }, start: 2026-01-30, end: 2026-01-31 }, or remove it',
  'conference.start': 'write the first day, 2026-01-30, or remove start and end',
  'conference.end': 'write the last day, 2026-01-31, or remove the line',
  thesis:
    'write where a thesis was written and for which degree, { institution: { fa: "…", en: "…" }, level: master }, or remove it',
  'thesis.level': 'write bachelor, master or doctor',
  placement:
    'write volume, issue, pages and the like of an article that the journal publishes here; of one that it published before, write them into record and remove placement',
  'record.url': 'write the address at which the journal has the article, https://…',
  'record.doi': 'write the DOI alone, { value: 10.1234/abc, certainty: certain, from: source }, or remove the line',
  ...Object.fromEntries(
    ['record', 'placement'].flatMap((field) => [
      [
        `${field}.year`,
        'write the year in the calendars in which it is known, { value: { solarHijri: "1400", gregorian: "2021" }, certainty: certain, from: source }, or remove the line',
      ],
      [`${field}.volume`, 'write the volume, { value: "1", certainty: certain, from: source }, or remove the line'],
      [`${field}.issue`, 'write the issue, { value: "1", certainty: certain, from: source }, or remove the line'],
      [
        `${field}.pages`,
        'write the pages, { value: { first: "1", last: "20" }, certainty: certain, from: source }, or remove the line',
      ],
      [
        `${field}.articleNumber`,
        'write the number that the article has instead of pages, { value: e12, certainty: certain, from: source }, or remove the line',
      ],
      [
        `${field}.specialIssue`,
        'write the title of the special issue, { value: "…", certainty: certain, from: source }, or remove the line',
      ],
    ]),
  ),
  dates:
    'write [] if no date is known, or - { event: received, gregorian: 2021-04-20, printed: 20 April 2021, certainty: certain }',
  'dates.#':
    'write it as the source has it: - { event: received, solarHijri: 1400-01-31, printed: ۱۴۰۰/۰۱/۳۱, certainty: certain }, or gregorian: 2021-04-20, or lunarHijri: 1442-09-07',
  'dates.#.event': 'write submitted, received, revised, accepted, online, print (published so), presented or defended',
  'dates.#.lunarHijri': 'write the date of the lunar Hijri calendar as far as it is known: 1443, 1443-09 or 1443-09-18',
  'dates.#.solarHijri': 'write the date of the Solar Hijri calendar as far as it is known: 1400, 1400-01 or 1400-01-31',
  'dates.#.gregorian': 'write the date of the Gregorian calendar as far as it is known: 2021, 2021-04 or 2021-04-20',
  'dates.#.printed': 'write the date as it is printed: ۱۴۰۰/۰۱/۳۱, or 20 April 2021',
  type: 'write what the article is, such as research-article, book-review or thesis; the line can go if a journal published it as an article',
  kind: 'write what the journal calls the article, { value: { fa: "…", en: "…" }, certainty: certain, from: source }, or remove the line',
  'kind.value.*': 'write {language} what the journal calls the article, or remove "kind"',
  keywords: 'write {} if there are none, or { fa: [واژه, واژه], en: [word, word] }',
  'source.profile': 'write intact if the text is sound, lost-letters or merged-digits if its extraction broke it so',
  source:
    'write { profile: intact } if the text is sound; remove the field if the article was written for this edition',
  facts:
    'write what holds for every fact that does not say it, { certainty: certain, from: authors }, or remove the line',
  // versions.yaml
  '#.version': 'write a number such as 1.0.0; it is the name of the text, 1.0.0.mdx',
  '#.date': 'write a day, 2026-01-31; the release puts its own there',
  '#.kind':
    'write what the version is: first of all (first), a corrected text (restoration), the source read anew (source-reading), a change of works (bibliography), facts (metadata) or notes of the editors (apparatus), or what the authors correct (correction)',
  '#.summary': 'write in a sentence what changed and why, in one language at least',
  '#.summary.*': 'write in a sentence {language} what changed and why; of a first version, what it is',
  ...Object.fromEntries(
    [...sealFields, 'sourceDigest', 'receivedDigest', 'files', 'files.*'].map((field) => [
      `#.${field}`,
      'leave it as the release wrote it, or remove it from a draft',
    ]),
  ),
  subjects: 'write terms of a subject scheme as a list, each on a line that begins with a hyphen, or remove it',
  places: 'write the places that the article treats as a list, or remove it',
  periods: 'write the periods that the article treats as a list, or remove it',
  relations: 'write the works to which the article stands in a relation as a list, or remove it',
  'subjects.#': 'write - { scheme: lcsh, uri: "…", term: { fa: "…", en: "…" } }, or remove it',
  'subjects.#.uri':
    'write the address of the term: http://id.loc.gov/authorities/subjects/sh…, http://id.worldcat.org/fast/…, https://www.wikidata.org/entity/Q… or http://dewey.info/class/327/',
  'subjects.#.term.*': 'write the term {language}',
  'places.#':
    'write - { name: { fa: "…", en: "…" } }, with uri: where the place has an address in a register, or remove it',
  'places.#.gac':
    'write the code of https://www.loc.gov/marc/geoareas/ with all its hyphens, such as a-ir---, or remove the line',
  'periods.#':
    'write - { name: { fa: "…", en: "…" }, start: 1991, end: 2020 }, years as far as they are known, or remove it',
  'relations.#':
    'write - { kind: dataset, doi: 10.1234/name } or, of what has no DOI, url: "https://…"; kinds are dataset, software, supplement, translation-of, review-of, preprint-of and series',
  files:
    'write the supplementary files as a list, - { name: depths.csv, title: { fa: "…", en: "…" } }, each a file of the folder files/, or remove it',
  'files.#':
    'write - { name: depths.csv, title: { fa: "…", en: "…" } }, and description: and licence: where they are known, or remove it',
  'files.#.name':
    'write the name that the file has in the folder files/ of the article, of ASCII letters, digits, hyphens and dots, once',
  'files.#.title.*': 'write what the file is called {language}',
  'files.#.description.*': 'write in a sentence {language} what the file holds',
  'files.#.licence':
    'write the identifier that https://spdx.org/licenses/ has, such as CC-BY-4.0, letter by letter, or remove the line: the file is then under the rights of the article',
  received:
    'write the name of the file in the folder received/ of the article, { name: manuscript.docx }, or remove it; with publish: true readers get it, with the comments and changes that are in it',
  'received.name':
    'write the name that the file has in the folder received/, of ASCII letters, digits, hyphens and dots, such as manuscript.docx',
  'received.publish': 'write true if readers are to get the file, or remove the line',
  '#.notices': 'leave it as npm run new -- notice wrote it: so many notices are there of the version',
  // notices.yaml
  notices: 'start a notice with npm run new -- notice SLUG NUMBER KIND',
  'notices.#.version': 'write the number of the version of which it is',
  'notices.#.kind':
    'write retraction, concern (expression of concern), correction, erratum, licence (granted since) or doi (registered)',
  'notices.#.date': 'write the day on which it was said, 2026-01-31',
  'notices.#.reason': 'write why, in a sentence, in one language at least',
  'notices.#.reason.*': 'write why, in a sentence {language}',
  'notices.#.url': 'write the address at which the notice stands, or remove the line',
  'notices.#.doi': 'write the bare DOI, 10.1234/name: of the version where kind is doi, else of the notice itself',
  'notices.#.licence': 'write the identifier that https://spdx.org/licenses/ has, such as CC-BY-4.0, letter by letter',
  'notices.#.seal': 'leave it as npm run new -- notice wrote it',
  // The apparatus of a text
  reasons: 'write a name and the reason for each, lost: { fa: "…", en: "…" }',
  readings:
    'write each under its name, r1: { text: "…", source: "…", candidates: ["…"], certainty: supported, reason: { fa: "…", en: "…" } }',
  remarks: 'write each under its name, e1: { fa: "…", en: "…" }',
  lines: 'write what lines of source.txt are that are no part of the text: - { lines: 1-4, as: title }',
  'reasons.#.*': 'write the reason {language}',
  'readings.#.text': 'write the words as the text has them',
  'readings.#.source': 'write the words as the source has them',
  'readings.#.candidates': 'write the readings that are possible, [one, other]',
  'readings.#.within':
    'write the least and the greatest number that it can be, such as 1300-1404 for a Solar Hijri year',
  'readings.#.reason': 'write why it is read so, { fa: "…", en: "…" }, or the name of a reason under reasons:',
  'remarks.#.*': 'write the remark {language}',
  decoded: 'write what the broken numbers stand for: - { reason: { fa: "…", en: "…" }, numbers: { "12": "۲۱" } }',
  'lines.#.lines': 'write the numbers of the lines in source.txt, 12-15, 18',
  'lines.#.as': 'write what these lines are',
};

/** Of contributors and of the editors of the edition, what is said of authors in the same fields. */
const agentFields = /^creators\.#\.(?:name|organisation|orcid|ror|isni|wikidata|affiliations)\b/;
const ofAgents = ['contributors', 'editors'].flatMap((field) =>
  Object.entries(advice).flatMap(([pattern, words]) =>
    agentFields.test(pattern) ? [[pattern.replace('creators', field), words] as const] : [],
  ),
);

const languageWords: Readonly<Record<string, { readonly language: string; readonly letters: string }>> = {
  fa: { language: 'in Persian', letters: 'in Persian letters' },
  en: { language: 'in English', letters: 'in Latin letters' },
};

/** Whether part of a path is the tag of a language; lower-case words of two or three letters are names of fields too, and no tags then. */
const isTag = (part: string): boolean =>
  part in languageWords || (/^[a-z]{2,3}(?:-|$)/.test(part) && isKnownLanguage(part));

const tagNames = new Intl.DisplayNames('en', { type: 'language' });
const sayTag = (tag: string): string => (languageTag(tag) === undefined ? 'its language' : (tagNames.of(tag) ?? tag));

const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length &&
  pattern.every((part, index) => {
    const own = path[index] as string;
    return part === '#' || (part === '*' ? isTag(own) : part === own);
  });

const patterns = [...Object.entries(advice), ...ofAgents].map(([pattern, words]) => ({
  parts: pattern.split('.'),
  words,
}));

/** What to do about a field that is wrong; nothing of a path that has no field of a content file. */
export function adviceFor(path: readonly PropertyKey[]): string | undefined {
  const parts = path.map(String);
  const found = patterns.find((pattern) => fits(pattern.parts, parts))?.words ?? ofFacts[parts.at(-1) ?? ''];
  if (found === undefined) return parts.length === 0 ? undefined : adviceFor(parts.slice(0, -1));
  const tag = parts.findLast((part) => part in languageWords) ?? parts.findLast(isTag) ?? '';
  const { language, letters } = languageWords[tag] ?? {
    language: `in ${sayTag(tag)}`,
    letters: `in the letters of ${sayTag(tag)}`,
  };
  return found.replace('{language}', language).replace('{letters}', letters);
}
