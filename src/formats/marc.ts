import { x } from 'xastscript';
import { fullName, invertedName, isBody, type Name } from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { workplacesOf } from '../edition/affiliations.ts';
import { termsOf } from '../edition/article-types.ts';
import { contributorTerms } from '../edition/contributor-kinds.ts';
import { creditTerms, creditUri } from '../edition/credit.ts';
import {
  abstractOf,
  abstractsOf,
  conferenceDays,
  languagesOf,
  sayDegree,
  sayYear,
  surelyTitled,
  translatedTitles,
} from '../edition/describe.ts';
import { doiOf } from '../edition/doi.ts';
import { identifiersOf, identifiersOfFunder } from '../edition/identifiers.ts';
import { worksOf } from '../edition/mentions.ts';
import {
  type Agent,
  type Article,
  type ArticleEvent,
  contributorsTo,
  hostOf,
  isOrganisation,
  issnOf,
  placementOf,
  type Subject,
  type Version,
  type VersionOf,
  wordsOfStatement,
} from '../edition/model.ts';
import { lastChangeOf, noticeTermsOf, placeOf } from '../edition/notices.ts';
import { addressOfRelation, relationTerms } from '../edition/relations.ts';
import { accessTerms } from '../edition/rights.ts';
import { classOf, schemeTerms } from '../edition/subjects.ts';
import { addressOfSupplement, supplementsOf } from '../edition/supplements.ts';
import { successionOf } from '../edition/versions/succession.ts';
import { wordsOf } from '../locales/index.ts';
import { sayNotice } from '../locales/notices.ts';
import { sayRights } from '../locales/rights.ts';
import { sayDigits } from '../text/digits.ts';
import { initialArticle } from '../text/initial-articles.ts';
import { iso639 } from '../text/iso-639-2.ts';
import {
  type Forms,
  formIn,
  formsOf,
  isLatinScript,
  isRightToLeft,
  latinForm,
  saidForm,
  sayIn,
  scriptOf,
  textIn,
  textsOf,
  wordsLanguage,
} from '../text/languages.ts';
import { oneLine } from '../text/one-line.ts';
import type { Format, TextFile } from './format.ts';
import { addressOfFile } from './full-text.ts';
import { xmlDocument } from './xml.ts';

/** The subfields of a field by code; one that repeats has a list, one that has no value is left out. */
type Subfields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The same field in the original script, by ISO 15924. */
interface Original {
  readonly script: string;
  readonly subfields: Subfields;
}

/** A variable data field. Its `original` becomes its linked 880. */
interface Field {
  readonly tag: string;
  /** Both indicators, a space for blank. */
  readonly indicators: string;
  readonly subfields: Subfields;
  readonly original?: Original | undefined;
}

const field = (tag: string, indicators: string, subfields: Subfields, original?: Original | undefined): Field => ({
  tag,
  indicators,
  subfields,
  original,
});

/** MARC Code List for Languages: that of ISO 639-2/B. */
const marcLanguage = iso639;
const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const scriptNames = new Intl.DisplayNames('en', { type: 'script' });

/** 008/33, the script of the title, by ISO 15924; `b` is extended Roman, letters with diacritics, `z` any other. */
const titleScripts: Readonly<Record<string, string>> = {
  Cyrl: 'c',
  Jpan: 'd',
  Hans: 'e',
  Hant: 'e',
  Arab: 'f',
  Grek: 'g',
  Hebr: 'h',
  Thai: 'i',
  Deva: 'j',
  Kore: 'k',
  Taml: 'l',
};

/** `a` is basic Roman, of a title without a diacritic. */
const titleScript = (title: string, language: string): string =>
  isLatinScript(language) ? (/(?!\p{ASCII})\p{L}/u.test(title) ? 'b' : 'a') : (titleScripts[scriptOf(language)] ?? 'z');

/** $6 of an 880: the script, and `r` where it runs from right to left. */
const linkedScripts: Readonly<Record<string, string>> = {
  Arab: '(3',
  Cyrl: '(N',
  Grek: '(S',
  Hebr: '(2',
  Jpan: '$1',
  Hans: '$1',
  Hant: '$1',
  Kore: '$1',
};

/** 546 $a. */
function sayLanguages(text: string, abstracts: readonly string[]): string {
  const names = abstracts.map((one) => languageNames.of(one)).join(' and ');
  return `Text in ${languageNames.of(text)}${names ? `; abstracts in ${names}` : ''}`;
}

/**
 * Leader: 05 n (new), 06 a (language material), 07 b (serial component part, which has a host in 773), 09 a (UCS/Unicode),
 * 17 7 (minimal level), 18 c (ISBD elements without punctuation). Lengths are zeros, as whoever writes ISO 2709 counts them.
 */
const leader = '00000nab a22000007c 4500';

/** 007: c electronic, r remote; what was not coded is filled. */
const physical = `cr ${'|'.repeat(11)}`;

/**
 * 008 for continuing resources, which 07 b asks for: 00 entered, 06 e (detailed date) and the date, 15 xx (no place known),
 * 23 o (online), 33 the script of the title, 35 language, 39 d (not by a national agency).
 */
function fixedData({ article, version }: VersionOf): string {
  const date = version.date.replaceAll('-', '');
  const resource = `|| ||o||||||   ${titleScript(titleOf(article), article.language)}|`;
  return `${date.slice(2)}e${date}xx ${resource}${marcLanguage(article.language)} d`;
}

const titleOf = (article: Article): string => surelyTitled(article, article.language) ?? article.slug;

/** 245's second indicator: how many characters of an article that opens a title filing passes over. */
const nonfiling = (title: string, language: string): number => initialArticle(title, language).length;

/** 773 $g: where the article stands in its journal, as far as known. */
function partOf(article: Article): string | undefined {
  const { volume, issue, year, pages: range, articleNumber, specialIssue } = placementOf(article);
  const numbers = [
    volume && `vol. ${volume.value}`,
    issue && `no. ${issue.value}`,
    specialIssue?.value,
    articleNumber && `article ${articleNumber.value}`,
  ]
    .filter(Boolean)
    .join(', ');
  const first = [numbers, year && `(${sayYear(year.value)})`].filter(Boolean).join(' ');
  return [first, range && `p. ${range.value.first}-${range.value.last}`].filter(Boolean).join(', ') || undefined;
}

/** $a of a name, and $c of what stands behind it. */
const heading = (name: Name): Subfields =>
  isBody(name) ? { a: name.literal } : { a: invertedName({ ...name, suffix: undefined }), c: name.suffix };

/** $u: where somebody works. */
const placesIn = (agent: Agent, language: string): string | undefined =>
  workplacesOf(agent)
    .flatMap(({ said }) => said[language]?.value ?? [])
    .join('; ') || undefined;

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The data fields. */
function fieldsOf(subject: Subject, texts: readonly TextFile[]): readonly Field[] {
  const { edition, article, version } = subject;
  const { language, creators, romanisedTitle, journal, record, rights, conference, thesis } = article;
  const holder = hostOf(article);
  const title = titleOf(article);
  const parallels = translatedTitles(article);
  const titleProper = {
    a: title,
    b: parallels[0]?.value,
    c: creators.map(({ name }) => fullName(formIn(name, language))).join(`${wordsOf(language).comma} `),
  };
  const abstracts = languagesOf(article, abstractsOf(version)).flatMap((one) => {
    const text = abstractOf(version, one);
    return text === undefined ? [] : [{ language: one, text }];
  });
  const addressOf = (number: string) => permanent(edition.site, pages.version(article.slug, number));
  const doi = doiOf(subject);
  const { coar, marc: genre } = termsOf(article);
  const { older, latest } = successionOf(subject);
  // The journal is the host of the version of record, and of this edition only where that is the publication.
  const host = record ? 'Version of record in:' : 'In:';
  const access = rights.access && accessTerms[rights.access];
  const { statement } = rights;
  const publisher = textIn(edition.publisher, 'en');
  const publisherThere = textsOf(edition.publisher).find(
    (said) => said.language !== publisher.language && !isLatinScript(said.language),
  );
  // The same field in the letters of the article, or of another language that is not written in Latin ones.
  const original = <T>(forms: Forms<T>, say: (form: T, language: string) => Subfields): Original | undefined => {
    const form = [saidForm(forms, language), ...formsOf(forms)].find((one) => !isLatinScript(one.language));
    return form && { script: scriptOf(form.language), subfields: say(form.value, form.language) };
  };
  const otherEdition = (relation: string, { number }: Version) =>
    field('775', '08', { i: relation, t: title, b: `Version ${number}`, o: addressOf(number) });

  const surely = (event: ArticleEvent) =>
    article.dates.find((date) => date.event === event && date.certainty !== 'uncertain')?.gregorian;
  const yearOf = (event: ArticleEvent) => /^\d{4}(?!.*\/)/.exec(surely(event) ?? '')?.[0];
  const presented = surely('presented');

  return [
    // 024 Other standard identifier: a DOI once it is registered, and the permanent address.
    ...(doi.status === 'registered' ? [field('024', '7 ', { a: doi.value, 2: 'doi' })] : []),
    field('024', '7 ', { a: addressOf(version.number), 2: 'uri' }),
    // 040 Cataloguing source, in English by RDA: the name, since the edition has no MARC organisation code.
    field('040', '  ', { a: edition.publisher.en, b: 'eng', e: 'rda', c: edition.publisher.en }),
    // 041 Language: of the text, of the abstracts.
    field('041', '0 ', { a: marcLanguage(language), b: abstracts.map((one) => marcLanguage(one.language)) }),
    // 043 Geographic areas: the codes of the places of which it treats, in one field.
    ...[(article.places ?? []).flatMap(({ gac }) => gac ?? [])]
      .filter((codes) => codes.length > 0)
      .map((codes) => field('043', '  ', { a: [...new Set(codes)] })),
    // 082 Dewey's class: its number; the editors, not the Library of Congress, gave it.
    ...(article.subjects ?? []).flatMap((term) => {
      const number = classOf(term);
      return number === undefined ? [] : [field('082', '04', { a: number, 1: term.uri })];
    }),
    // 100, 700 Persons and 110, 710 organisations: romanised, the form in another script in 880.
    ...creators.map((creator, index) => {
      const { name, roles = [] } = creator;
      const [tag, indicators] = isOrganisation(creator) ? ['10', '2 '] : ['00', '1 '];
      return field(
        `${index === 0 ? '1' : '7'}${tag}`,
        indicators,
        {
          ...heading(name.en),
          u: placesIn(creator, latinForm),
          e: ['author', ...roles.map(({ role }) => creditTerms[role].toLowerCase())],
          1: identifiersOf(creator).map(({ uri }) => uri),
          4: ['aut', ...roles.map(({ role }) => creditUri(role))],
        },
        original(name, (form, one) => ({ ...heading(form), u: placesIn(creator, one), e: 'author', 4: 'aut' })),
      );
    }),
    ...contributorsTo(subject).map(({ kind, agent }) => {
      const { code, term } = contributorTerms[kind].marc;
      const known = { e: term, 4: code };
      return field(
        isOrganisation(agent) ? '710' : '700',
        isOrganisation(agent) ? '2 ' : '1 ',
        {
          ...heading(agent.name[latinForm]),
          u: placesIn(agent, latinForm),
          ...known,
          1: identifiersOf(agent).map(({ uri }) => uri),
        },
        original(agent.name, (form, one) => ({ ...heading(form), u: placesIn(agent, one), ...known })),
      );
    }),
    // 245 Title: romanised where that is known, the title proper in 880; else the title proper in its own script. The title in
    // another language is parallel, in $b and 246.
    field(
      '245',
      `1${nonfiling(title, language)}`,
      romanisedTitle
        ? {
            a: romanisedTitle.value,
            b: parallels[0]?.value,
            c: creators.map(({ name }) => fullName(name[latinForm])).join(', '),
          }
        : titleProper,
      romanisedTitle && { script: scriptOf(language), subfields: titleProper },
    ),
    ...parallels.map(({ value }) => field('246', '31', { a: value })),
    // 250 Edition, 264 Publication: the date is that of the version, not the journal's, as $3 says.
    field('250', '  ', { a: `Version ${version.number}` }),
    field(
      '264',
      ' 1',
      { 3: `Version ${version.number} of this edition`, b: publisher.value, c: version.date },
      publisherThere && {
        script: scriptOf(publisherThere.language),
        subfields: {
          3: wordsOf(publisherThere.language).versionHere(
            sayDigits(version.number, wordsLanguage(publisherThere.language)),
          ),
          b: publisherThere.value,
          c: version.date,
        },
      },
    ),
    // 300 Extent; 336, 337, 338 RDA content, media, carrier.
    field('300', '  ', { a: '1 online resource' }),
    field('336', '  ', { a: 'text', b: 'txt', 2: 'rdacontent' }),
    field('337', '  ', { a: 'computer', b: 'c', 2: 'rdamedia' }),
    field('338', '  ', { a: 'online resource', b: 'cr', 2: 'rdacarrier' }),
    // 500 Notes: what the version is; what was said of it since; how a romanised name is known. 502: the degree. 504: that works are cited.
    ...textsOf(version.summary).map(({ value }) => field('500', '  ', { a: value })),
    ...creators.flatMap(({ name, romanised: { note } }) =>
      note ? [field('500', '  ', { a: `${fullName(name.en)}: ${textIn(note, 'en').value}` })] : [],
    ),
    ...(romanisedTitle?.from === 'editors'
      ? [field('500', '  ', { a: 'Title romanized by the editors of the edition by the ALA-LC table for Persian' })]
      : []),
    ...version.notices.flatMap((notice) =>
      textsOf(notice.reason).map((said) =>
        field('500', '  ', { a: [sayNotice(notice, said.language), placeOf(notice)].filter(Boolean).join(' ') }),
      ),
    ),
    ...(thesis
      ? [field('502', '  ', { b: sayDegree(thesis).en, c: thesis.institution.en, d: yearOf('defended') })]
      : []),
    ...(worksOf(version).length > 0 ? [field('504', '  ', { a: 'Includes bibliographical references' })] : []),
    // 500 What the authors state. 536 Funding: the funder, the numbers of its awards, its address in a register.
    ...[article.conflictOfInterest?.value ?? {}, wordsOfStatement(article.dataAvailability?.value ?? {})]
      .flatMap((texts) => textsOf(texts))
      .map(({ value }) => field('500', '  ', { a: value })),
    ...(article.funding ?? []).map((funding) =>
      field(
        '536',
        '  ',
        {
          a: funding.funder[latinForm],
          c: funding.awards?.map(({ number }) => number),
          1: identifiersOfFunder(funding).map(({ uri }) => uri),
        },
        original(funding.funder, (form) => ({ a: form })),
      ),
    ),
    // 518 When it was presented.
    ...(presented ? [field('518', '  ', { o: 'Presented', d: presented })] : []),
    // 506 Access, where it is stated. 520 Abstracts. 540 Terms of use. 542 Copyright.
    ...(access
      ? [
          field('506', `${access.marc} `, {
            a: sentence(access.coar.label),
            // Standardized terminology for access restriction.
            ...(rights.access === 'open' ? { f: 'Unrestricted online access', 2: 'star' } : {}),
            u: access.coar.uri,
          }),
        ]
      : []),
    ...abstracts.map((one) => field('520', '3 ', { a: one.text })),
    ...textsOf(rights.note).map((said) => field('540', '  ', { a: sayRights(rights, said.language), u: rights.uri })),
    ...(statement ? [field('540', '  ', { a: textIn(statement.name, 'en').value, u: statement.uri })] : []),
    ...(rights.holder || rights.year
      ? [
          field(
            '542',
            '1 ',
            { d: rights.holder?.[latinForm], g: rights.year },
            rights.holder && original(rights.holder, (form) => ({ d: form, g: rights.year })),
          ),
        ]
      : []),
    field('546', '  ', {
      a: sayLanguages(
        language,
        abstracts.map((one) => one.language),
      ),
      b: `${scriptNames.of(scriptOf(language))} script`,
    }),
    // 653 Uncontrolled keywords, a field for each: readers make one tag of a field (Zotero's MARC translator).
    ...textsOf(article.keywords).flatMap(({ value }) => value.map((keyword) => field('653', '  ', { a: keyword }))),
    // 648, 650, 651: periods, terms of schemes, places.
    ...(article.periods ?? []).map(({ name }) => field('648', ' 4', { a: sayIn(name, 'en') })),
    ...(article.subjects ?? []).flatMap(({ scheme, term, uri }) => {
      const { marc: heading } = schemeTerms[scheme];
      return heading
        ? [field('650', ` ${heading.indicator}`, { a: sayIn(term, 'en'), 0: uri, 2: heading.source })]
        : [];
    }),
    ...(article.places ?? []).map(({ name, uri }) => field('651', ' 4', { a: sayIn(name, 'en'), 1: uri })),
    // 655 Genre: of MARC's own list, and of COAR's, with its address.
    ...(genre ? [field('655', ' 7', { a: genre, 2: 'marcgt' })] : []),
    field('655', ' 7', { a: coar.label, 0: coar.uri, 2: 'coar' }),
    // 711 Meeting: the conference of a paper.
    ...(conference
      ? [
          field(
            '711',
            '2 ',
            { a: conference.name.en, d: conferenceDays(conference)?.replace('/', '–'), c: conference.place?.en },
            original(conference.name, (form, one) => ({ a: form, c: conference.place?.[one] })),
          ),
        ]
      : []),
    // 773 Host item: the journal or the book, which holds the version of record, or this one. Its names in both scripts are its own.
    ...(holder
      ? [
          field(
            '773',
            '08',
            {
              i: host,
              t: holder.name.en,
              p: journal?.abbreviation,
              d: holder.publisher.en,
              g: partOf(article),
              x: journal && issnOf(journal),
              z: article.book?.isbn,
              o: journal?.homepage,
            },
            original(holder.name, (form, one) => ({ i: host, t: form, d: holder.publisher[one], g: partOf(article) })),
          ),
        ]
      : []),
    // 775 Other edition: the version before, and the latest.
    ...(older ? [otherEdition('Previous version:', older)] : []),
    ...(latest ? [otherEdition('Newer version:', latest)] : []),
    // 787 Other relationship: the version of record itself, from which the edition is made.
    ...(record
      ? [
          field('787', '08', {
            i: 'Edition of the version of record:',
            t: title,
            d: record.year && sayYear(record.year.value),
            g: partOf(article),
            o: record.doi ? `https://doi.org/${record.doi.value}` : record.url,
          }),
        ]
      : []),
    // 490 Series, 765 original of a translation, 770 supplement, 787 other: what it is to other works.
    ...(article.relations ?? []).map((one) => {
      const { marc: tag, label } = relationTerms[one.kind];
      const named = one.title?.en ?? one.title?.fa;
      if (tag === '490') return field('490', '0 ', { a: named ?? addressOfRelation(one) });
      return field(tag, '08', { i: `${label}:`, t: named, o: addressOfRelation(one) });
    }),
    // 787 too: where it was retracted, corrected or called in doubt.
    ...version.notices.flatMap((notice) => {
      const { jats: isArticle, label } = noticeTermsOf(notice);
      const place = placeOf(notice);
      return isArticle && place
        ? [field('787', '08', { i: `${label}:`, t: sayIn(notice.reason, 'en'), d: notice.date, o: place })]
        : [];
    }),
    // 856 Electronic location: second indicator 0 the resource itself, 2 a related one, 3 a component part.
    field('856', '40', { 3: 'Page', u: addressOf(version.number), q: 'text/html', 7: access?.marc }),
    ...texts.map((file) =>
      field('856', '40', {
        3: file.name,
        u: addressOfFile(subject, file),
        q: file.mediaType,
        s: file.bytes === undefined ? undefined : `${file.bytes} bytes`,
        7: access?.marc,
      }),
    ),
    ...supplementsOf(version).map((file) =>
      field('856', '43', {
        3: sayIn(file.title, 'en'),
        u: addressOfSupplement(subject, file),
        q: file.mediaType,
        s: `${file.bytes} bytes`,
        r: file.licence?.uri,
        z: file.description && sayIn(file.description, 'en'),
      }),
    ),
    ...(record ? [field('856', '42', { 3: 'Version of record', u: record.url })] : []),
  ];
}

/**
 * Gives each field with an original script its 880 (MARC 21 appendix A, $6 Linkage; appendix D, model A): both name the
 * other's tag and the pair's number, and the 880 its script and direction. The 880s close the record.
 */
function linked(unsorted: readonly Field[]): readonly Field[] {
  const fields = unsorted.toSorted((one, other) => Number(one.tag) - Number(other.tag));
  const pairs = fields.filter((one) => one.original);
  const numberOf = (one: Field) => String(pairs.indexOf(one) + 1).padStart(2, '0');
  return [
    ...fields.map((one) =>
      one.original ? { ...one, subfields: { 6: `880-${numberOf(one)}`, ...one.subfields } } : one,
    ),
    ...pairs.map((one) => {
      const { script = '', subfields } = one.original ?? {};
      const code = [linkedScripts[script], isRightToLeft(script) ? 'r' : undefined].filter(Boolean).join('/');
      return field('880', one.indicators, { 6: `${one.tag}-${numberOf(one)}/${code}`, ...subfields });
    }),
  ];
}

/** $6 and $3 open a field; the other digits close it. JavaScript would put every digit first. */
function inOrder(subfields: Subfields): readonly (readonly [code: string, value: string])[] {
  const rank = (code: string) => ['6', '3'].indexOf(code) + 1 || (/\d/.test(code) ? 4 : 3);
  return Object.entries(subfields)
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .flatMap(([code, value]) => [value ?? []].flat().map((one) => [code, oneLine(one)] as const));
}

/**
 * A version as MARC 21 (https://www.loc.gov/marc/bibliographic/) in MARCXML. Access points are romanised and linked to their
 * Persian forms; what is transcribed stays in the script of the article.
 */
export const marc: Format = {
  name: 'MARCXML',
  extension: 'marc.xml',
  mediaType: 'application/marcxml+xml',
  write(subject, _, texts = []) {
    const { article, version } = subject;
    const control = (tag: string, value: string) => x('controlfield', { tag }, value);
    return xmlDocument(
      x(
        'record',
        {
          xmlns: 'http://www.loc.gov/MARC21/slim',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation':
            'http://www.loc.gov/MARC21/slim http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
          type: 'Bibliographic',
        },
        [
          x('leader', leader),
          control('001', `${article.slug}-${version.number}`),
          // 003: whose number 001 is. An edition has no code of an organisation; its host is its alone.
          control('003', new URL(subject.edition.site).hostname),
          control('005', `${lastChangeOf(version).replaceAll('-', '')}000000.0`),
          control('007', physical),
          control('008', fixedData(subject)),
          ...linked(fieldsOf(subject, texts)).map(({ tag, indicators, subfields }) =>
            x(
              'datafield',
              { tag, ind1: indicators[0], ind2: indicators[1] },
              inOrder(subfields).map(([code, value]) => x('subfield', { code }, value)),
            ),
          ),
        ],
      ),
    );
  },
};
