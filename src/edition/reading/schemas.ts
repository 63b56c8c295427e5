/** What each content file must hold. Objects are strict: a field that is not named here is a fault. */
import { z } from 'zod';
import { isbnHolds } from '../../bibliography/bib-fields.ts';
import { inTextStyles } from '../../bibliography/citation-styles.ts';
import type { Name, PersonName } from '../../bibliography/work.ts';
import { isIsoDate, isSolarHijriDate } from '../../text/calendar.ts';
import { toLatinDigits } from '../../text/digits.ts';
import {
  type Forms,
  formsOf,
  isKnownLanguage,
  isLatinScript,
  languages,
  languageTag,
  latinForm,
  scriptOf,
  type Texts,
} from '../../text/languages.ts';
import { isLunarHijriDate } from '../../text/lunar.ts';
import { slugForm } from '../addresses.ts';
import { sayCountry } from '../affiliations.ts';
import { isFileName } from '../article-files.ts';
import { articleTypes } from '../article-types.ts';
import { contributorRoles } from '../contributor-kinds.ts';
import { creditDegrees, creditRoles } from '../credit.ts';
import { testPrefix } from '../doi.ts';
import { hostNames } from '../host-names.ts';
import { articleEvents, degreeLevels, isOrganisation, type Rights } from '../model.ts';
import { noticeKinds } from '../notices.ts';
import { formatNames, neverOff } from '../offers.ts';
import { relationKinds } from '../relations.ts';
import { accessKinds, licenceOf, nameLicence, notChosen } from '../rights.ts';
import { isEngineAddress } from '../search-engine.ts';
import { schemeTerms, subjectSchemes } from '../subjects.ts';
import { isniHolds, rorForm, rorHolds } from './check-digits.ts';
import { themeSchema } from './theme-schema.ts';

const line = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  // Names and titles are shown on one line; controls and lone surrogates have no place in any export.
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must not contain control characters')
  .refine(
    (text) => !/\p{Noncharacter_Code_Point}/u.test(text),
    'must not contain noncharacters: XML does not allow them',
  )
  // An embedding that is left open turns round what follows it wherever the text is shown (Unicode, UAX 9, section 2).
  .refine(
    (text) => !/[\u202a-\u202e\u2066-\u2069]/u.test(text),
    'must not contain direction control characters: the pages handle direction',
  )
  .refine((text) => !/<\/?[a-z!]/i.test(text), 'must not contain HTML: write plain text');

/** Adds a fault for each name of a language that is none, or is not written as it should be. */
function checkTags(tags: readonly string[], context: z.RefinementCtx): void {
  for (const tag of tags) {
    const canonical = languageTag(tag);
    if (!isKnownLanguage(tag))
      context.addIssue({ code: 'custom', path: [tag], message: 'is under a tag that is that of no language' });
    else if (canonical !== tag)
      context.addIssue({ code: 'custom', path: [tag], message: `is under a tag that is written ${canonical}` });
  }
}

/** Something by the language in which it is said, as far as it is. */
const byLanguage = <T extends z.ZodType>(value: T) =>
  z.record(z.string(), value).superRefine((said, context) => checkTags(Object.keys(said), context));

/** The same, said in one language at least. */
const inLanguages = <T extends z.ZodType>(value: T) =>
  byLanguage(value).refine((said) => Object.keys(said).length > 0, 'must be said in one language at least');

const localised = inLanguages(line);

/** A name in Latin letters, under the tag of a language that is written in them, and in the letters of other languages. */
const forms = <T extends z.ZodType>(form: T) =>
  byLanguage(form)
    .refine((named) => Object.keys(named).some(isLatinScript), { path: [latinForm], error: 'is missing' })
    .transform((named): Forms<z.infer<T>> => {
      const { [latinForm]: latin, ...others } = named;
      if (latin !== undefined) return { ...named, [latinForm]: latin };
      const tag = Object.keys(others).find(isLatinScript) ?? latinForm;
      const { [tag]: own, ...rest } = others;
      return { ...rest, [latinForm]: own as z.infer<T> };
    });
const certainty = z.enum(['certain', 'supported', 'uncertain']);
const note = localised.optional();
const address = (error: string) => z.url({ protocol: /^https?$/, error });
const url = address('must be an http or https address');

const licenceIn = (isOne: (id: string) => boolean) =>
  z.string().refine(isOne, 'is not the identifier of a licence in the SPDX License List');
const licence = licenceIn((id) => licenceOf(id) !== undefined);

const rights = z
  .strictObject(
    {
      licence: licenceIn((id) => id === notChosen.id || licenceOf(id) !== undefined).optional(),
      uri: url.optional(),
      name: localised.optional(),
      note: localised,
      holder: forms(line).optional(),
      year: z
        .union([z.int(), z.string()])
        .transform(String)
        .pipe(z.string().regex(/^\d{4}$/, 'must be a Gregorian year in ASCII digits'))
        .optional(),
      access: z.enum(accessKinds).optional(),
    },
    'must state licence and note, or uri, name and note',
  )
  .superRefine(({ licence, uri, name }, context) => {
    for (const [path, value, other] of [
      ['uri', uri, name],
      ['name', name, uri],
    ] as const)
      if (value === undefined && (licence === undefined || other !== undefined))
        context.addIssue({ code: 'custom', path: [path], message: 'is missing' });
  })
  .transform(({ licence: id, uri, name, ...others }): Rights => {
    const statement = uri !== undefined && name !== undefined ? { uri, name } : undefined;
    const licence = id === undefined ? undefined : id === notChosen.id ? notChosen : licenceOf(id);
    // Which of the two is missing was said above.
    if (!licence) return { uri: uri ?? '', name: name ?? { en: '' }, ...others };
    if (id === notChosen.id)
      return { uri: licence.uri, name: nameLicence(licence, others.note), ...others, ...statement };
    const beside = statement && statement.uri !== licence.uri ? { statement } : {};
    return {
      uri: licence.uri,
      name: nameLicence(licence, others.note),
      ...others,
      licence: licence.id,
      ...beside,
    };
  });

const seen = 'must be source, authors, editors, or an http or https address';
const from = z.union([z.literal(['source', 'authors', 'editors'], seen), address(seen)]);

const stated = <T extends z.ZodType>(value: T) => z.strictObject({ value, certainty, from, note });

export const slug = z
  .string()
  .regex(slugForm, 'must be lower-case ASCII letters and digits joined by single hyphens, no path');

const interfaceLanguages = `must be languages that the interface speaks (${languages.join(', ')}), that of the root first`;

/** `content/search-words.yaml`: rows of words that mean the same, each group with the reason for it. */
export const searchWordsSchema = z.array(
  z.strictObject({
    why: z.string().min(1),
    rows: z.array(z.array(z.coerce.string().regex(/[\p{L}\p{N}]/u, 'must be a word')).min(2)).min(1),
  }),
);

const paragraphs = z.array(line).min(1);

/** `content/issues/ID.yaml` */
export const issueSchema = z.strictObject({
  volume: line.optional(),
  number: line.optional(),
  date: z
    .string()
    .regex(
      /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
      'must be a year, a month or a day: 2026, 2026-03, "2026-03-21"',
    )
    .optional(),
  title: localised.optional(),
  editorial: inLanguages(paragraphs).optional(),
  cover: localised.optional(),
  articles: z.array(slug).min(1, 'lists no articles'),
});

/** How sure each fact is that does not say it, and where it was seen: `facts: { certainty: certain, from: authors }`. */
const defaultFacts = z.strictObject({ certainty, from });

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (value: unknown, change: (one: Raw) => Raw): unknown =>
  Array.isArray(value) ? value.map((one) => (isRaw(one) ? change(one) : one)) : value;

/** The fields of `placement`, each a fact. */
const placementFields = ['year', 'volume', 'issue', 'pages', 'articleNumber', 'specialIssue'];

/** An article as YAML has it, with its default facts in every fact that leaves them out; a bare value becomes a fact. */
function withDefaultFacts(article: unknown): unknown {
  if (!isRaw(article) || !isRaw(article['facts'])) return article;
  const { facts } = article;
  const stated = (value: unknown): unknown =>
    value === undefined || value === null
      ? value
      : { ...facts, ...(isRaw(value) && 'value' in value ? value : { value }) };
  const each = <T>(value: T, names?: readonly string[]): T | Raw =>
    isRaw(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]) => [name, !names || names.includes(name) ? stated(one) : one]),
        )
      : value;
  const affiliated = (agent: Raw): Raw =>
    'affiliations' in agent
      ? { ...agent, affiliations: listed(agent['affiliations'], (one) => ({ ...facts, ...one })) }
      : agent;
  return {
    ...article,
    ...('titles' in article ? { titles: each(article['titles']) } : {}),
    ...('romanisedTitle' in article ? { romanisedTitle: stated(article['romanisedTitle']) } : {}),
    ...('record' in article ? { record: each(article['record'], ['doi', ...placementFields]) } : {}),
    ...('placement' in article ? { placement: each(article['placement'], placementFields) } : {}),
    ...('kind' in article ? { kind: stated(article['kind']) } : {}),
    creators: listed(article['creators'], (creator) => ({
      ...affiliated(creator),
      romanised: isRaw(creator['romanised']) ? { ...facts, ...creator['romanised'] } : (creator['romanised'] ?? facts),
      affiliation: each(creator['affiliation'] ?? {}),
    })),
    ...('contributors' in article
      ? { contributors: listed(article['contributors'], (one) => ({ ...facts, ...affiliated(one) })) }
      : {}),
    ...('funding' in article ? { funding: listed(article['funding'], (one) => ({ ...facts, ...one })) } : {}),
    ...each(
      Object.fromEntries(
        ['conflictOfInterest', 'dataAvailability'].flatMap((name) => (name in article ? [[name, article[name]]] : [])),
      ),
    ),
    dates: listed(article['dates'] ?? [], (date) => ({ certainty: facts['certainty'], ...date })),
    keywords: article['keywords'] ?? {},
  };
}

/** The paths of the fields that say a fact was seen in the source. */
function seenInSource(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'from' && one === 'source' ? [[...path, name]] : seenInSource(one, [...path, name]),
  );
}

const personName = z.strictObject({ family: line, given: line.optional(), suffix: line.optional() });

const ror = z
  .string()
  .transform((text) => text.replace(/^https:\/\/ror\.org\//, ''))
  .pipe(
    z.string().regex(rorForm, 'must be nine characters such as 05dxps055').refine(rorHolds, 'has a wrong check digit'),
  );

/** The name of an organisation is one text. */
const bodyName = z
  .string({
    error: ({ input }) =>
      isRaw(input) ? 'must be the name as one text: an organisation has no family and no given name' : undefined,
  })
  .pipe(line);

const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be the two capital letters of the country in ISO 3166, such as IR')
  .pipe(z.string().refine((code) => sayCountry(code, 'en') !== undefined, 'is not the code of a country in ISO 3166'));

/** A place of work in parts. */
const affiliationFields = {
  institution: forms(line),
  department: forms(line).optional(),
  city: forms(line).optional(),
  country: countryCode.optional(),
  ror: ror.optional(),
};

/** A person by `name` or an organisation by `organisation`, and what registers know them by. */
const agentFields = {
  name: forms(personName).optional(),
  organisation: forms(bodyName).optional(),
  orcid: z
    .string()
    .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'must be 0000-0000-0000-0000')
    .refine(isniHolds, 'has a wrong check digit')
    .optional(),
  ror: ror.optional(),
  isni: z
    .string()
    .transform((isni) => isni.replace(/\s/g, ''))
    .pipe(
      z
        .string()
        .regex(/^\d{15}[\dX]$/, 'must be sixteen digits, of which the last can be X')
        .refine(isniHolds, 'has a wrong check digit'),
    )
    .optional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'must be Q and a number')
    .optional(),
};

/** What fields of agents have in common. */
interface RawAgent {
  readonly name?: Forms<PersonName> | undefined;
  readonly organisation?: Forms<string> | undefined;
  readonly orcid?: string | undefined;
  readonly ror?: string | undefined;
}

/** That it is a person or an organisation, not both, and has no identifier of the other. */
function checkAgent({ name, organisation, orcid, ror }: RawAgent, context: z.RefinementCtx): void {
  const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (!name && !organisation) fault('name', 'is missing');
  if (name && organisation)
    fault('name', 'cannot stand beside organisation: an organisation has no family and no given name');
  if (organisation && orcid) fault('orcid', 'is of persons, and this is an organisation');
  if (name && ror) fault('ror', 'is of organisations, and this is a person');
}

/** The same as the model has it: one name, whoever has it. */
function agentOf<T extends RawAgent>({ name, organisation, ...others }: T) {
  const body =
    organisation &&
    Object.fromEntries(formsOf(organisation).map(({ language, value }) => [language, { literal: value }]));
  // That one of them is there was said above.
  return { name: (name ?? body) as Forms<Name>, ...others };
}

const statedAffiliations = z
  .array(z.strictObject({ ...affiliationFields, certainty, from, note }))
  .min(1)
  .optional();

const contributor = z
  .strictObject({
    role: z.enum(contributorRoles),
    ...agentFields,
    affiliations: statedAffiliations,
    certainty,
    from,
    note,
  })
  .superRefine(checkAgent)
  .transform(agentOf);

const funding = z.strictObject({
  funder: forms(line),
  ror: ror.optional(),
  funderId: z
    .string()
    .transform((text) => text.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''))
    .pipe(z.string().regex(/^10\.13039\/\d+$/, 'must be a Crossref Funder ID such as 10.13039/501100003968'))
    .optional(),
  awards: z
    .array(z.strictObject({ number: line, title: forms(line).optional(), url: url.optional() }))
    .min(1)
    .optional(),
  certainty,
  from,
  note,
});

/** A statement in one language at least. */
const statement = <T extends z.ZodRawShape>(more: T) =>
  z
    .object(more)
    .catchall(line)
    .superRefine((said, context) =>
      checkTags(
        Object.keys(said).filter((key) => !(key in more)),
        context,
      ),
    );

/** Who edits the edition: what the edition says of itself needs no evidence. */
const editor = z
  .strictObject({ ...agentFields, affiliations: z.array(z.strictObject(affiliationFields)).min(1).optional() })
  .superRefine(checkAgent)
  .transform(agentOf);

/** The formats that an edition does without: those that it can. */
const formatsSchema = z.record(z.string(), z.literal('off')).superRefine((off, context) => {
  const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const names: readonly string[] = formatNames;
  for (const name of Object.keys(off)) {
    const reason = Object.hasOwn(neverOff, name) ? neverOff[name] : undefined;
    if (reason !== undefined) refuse(name, `cannot be off: ${reason}`);
    else if (!names.includes(name)) refuse(name, `is no format: there are ${names.join(', ')}`);
  }
  if (off['csl.json'] && !off['md'])
    refuse('csl.json', 'cannot be off while md is on: Markdown names it as its list of works');
});

/** `content/edition.yaml` */
export const editionSchema = z
  .strictObject({
    name: localised,
    description: localised,
    publisher: localised,
    editors: z.array(editor).min(1).optional(),
    contact: z.email().optional(),
    site: url.refine((text) => text.endsWith('/'), 'must end with a slash'),
    rights,
    languages: z
      .array(z.enum(languages, interfaceLanguages), interfaceLanguages)
      .min(1, interfaceLanguages)
      .refine((named) => new Set(named).size === named.length, 'must name each language once'),
    doi: z
      .strictObject({
        prefix: z
          .string()
          .regex(/^10\.\d{4,9}$/, 'must be a DOI prefix such as 10.1234')
          .refine((text) => text !== testPrefix, "is DataCite's prefix for tests, which no DOI of an edition may have"),
        suffix: z
          .string()
          .regex(/^[A-Za-z0-9._{}-]+$/, 'must be ASCII letters, digits, points, hyphens, {slug} and {version}')
          .refine((text) => text.includes('{slug}') && text.includes('{version}'), 'must contain {slug} and {version}')
          .optional(),
        registered: z.boolean().default(false),
        deposit: z.int().min(0).max(999999).optional(),
      })
      .optional(),
    theme: themeSchema,
    search: z
      .strictObject({
        engine: z.enum(['solr', 'opensearch']),
        url: z
          .string()
          .refine(
            isEngineAddress,
            'must be the https address of a core of Solr or an index of OpenSearch, https://host/path, in ASCII letters, digits, points, hyphens and slashes; http is for localhost alone',
          ),
      })
      .optional(),
    formats: formatsSchema.optional(),
    versions: z.enum(['latest', 'all']).optional(),
    citations: z.enum(inTextStyles).optional(),
    host: z.enum(hostNames).optional(),
    articles: z.array(slug),
  })
  .refine(({ doi, contact }) => !doi || contact, {
    path: ['contact'],
    error: 'must be given where doi is: a registrar sends its answers there',
  });

const creator = z
  .strictObject({
    ...agentFields,
    romanised: z.strictObject({ certainty, from: line, note }),
    affiliation: byLanguage(stated(line)),
    affiliations: z
      .array(z.strictObject({ ...affiliationFields, certainty, from, note }))
      .min(1)
      .optional(),
    email: z.email().optional(),
    corresponding: z.boolean().default(false),
    roles: z
      .array(
        z.preprocess(
          (value) => (typeof value === 'string' ? { role: value } : value),
          z.strictObject({ role: z.enum(creditRoles), degree: z.enum(creditDegrees).optional() }),
        ),
      )
      .min(1)
      .refine((roles) => new Set(roles.map(({ role }) => role)).size === roles.length, 'has one role twice')
      .optional(),
    equal: z.literal(true, 'must be true, or not there').optional(),
    lostNote: z.boolean().default(false),
  })
  .superRefine(checkAgent)
  .superRefine(({ affiliation, affiliations }, context) => {
    if (affiliations && Object.keys(affiliation).length > 0)
      context.addIssue({ code: 'custom', path: ['affiliation'], message: 'is said by affiliations already' });
  })
  .transform(agentOf);

const doi = z.string().regex(/^10\.\d{4,9}\/\S+$/, 'must be a bare DOI, 10.prefix/suffix');

/** The digits of a printed date, ASCII. */
const digitsOf = (printed: string) => toLatinDigits(printed).replace(/\D+/g, '-');

/** What begins a date of a year before 1000, of which nobody prints the zero. */
const withoutZero = (date: string) => date.replace(/^0+/, '');

const date = z
  .strictObject({
    event: z.enum(articleEvents),
    solarHijri: z
      .string()
      .refine(
        (text) => text < '16' && isSolarHijriDate(text),
        'must be a Solar Hijri date that exists, of the years 0001 to 1599: YYYY, YYYY-MM or YYYY-MM-DD',
      )
      .optional(),
    gregorian: z
      .string()
      .refine(isIsoDate, 'must be a Gregorian date that exists: YYYY, YYYY-MM or YYYY-MM-DD')
      .optional(),
    lunarHijri: z
      .string()
      .refine(
        (text) => text < '16' && isLunarHijriDate(text),
        'must be a lunar Hijri date that exists, of the years 0001 to 1599: YYYY, YYYY-MM or YYYY-MM-DD',
      )
      .optional(),
    printed: line,
    certainty,
    note,
  })
  .refine(
    ({ solarHijri, gregorian, lunarHijri }) =>
      [solarHijri, gregorian, lunarHijri].filter((stated) => stated !== undefined).length === 1,
    {
      error:
        'must state the date in the calendar of the source: as solarHijri, as gregorian or as lunarHijri, in one of them',
    },
  )
  .refine(
    ({ solarHijri, printed }) =>
      solarHijri === undefined || withoutZero(digitsOf(printed)).startsWith(withoutZero(solarHijri)),
    {
      path: ['printed'],
      error: 'must begin with the date that solarHijri states',
    },
  )
  // A date of the other calendars may be printed in any order, with the name of its month.
  .superRefine(({ gregorian, lunarHijri, printed }, context) => {
    for (const [calendar, stated] of Object.entries({ gregorian, lunarHijri }))
      if (stated !== undefined && !digitsOf(printed).includes(withoutZero(stated.slice(0, 4))))
        context.addIssue({ code: 'custom', path: ['printed'], message: `must have the year that ${calendar} states` });
  });

/** Where in a journal an article stands. */
const placement = {
  year: stated(
    z
      .strictObject({
        solarHijri: z
          .string()
          .regex(/^(?:1[0-5]\d\d|[1-9]\d{0,2})$/, 'must be a Solar Hijri year in ASCII digits, up to 1599')
          .optional(),
        gregorian: z
          .string()
          .regex(/^\d{4}$/, 'must be a Gregorian year in ASCII digits')
          .optional(),
      })
      .refine(
        ({ solarHijri, gregorian }) => solarHijri !== undefined || gregorian !== undefined,
        'must have the year in one calendar at least: solarHijri, gregorian or both',
      )
      .refine(
        ({ solarHijri, gregorian }) =>
          !solarHijri || !gregorian || [621, 622].includes(Number(gregorian) - Number(solarHijri)),
        'must have two years that meet: the Gregorian one is 621 or 622 more',
      ),
  ).optional(),
  volume: stated(line).optional(),
  issue: stated(line).optional(),
  pages: stated(z.strictObject({ first: line, last: line })).optional(),
  articleNumber: stated(line).optional(),
  specialIssue: stated(line).optional(),
};

const issn = z.string().regex(/^\d{4}-\d{3}[\dX]$/, 'must be 0000-0000');

const journal = z.strictObject({
  name: forms(line),
  abbreviation: line.optional(),
  publisher: forms(line),
  homepage: url.optional(),
  // One alone is that of a medium that is not known.
  issn: z
    .preprocess(
      (value) => (typeof value === 'string' ? { any: value } : value),
      z.strictObject({
        any: issn.optional(),
        print: issn.optional(),
        electronic: issn.optional(),
        linking: issn.optional(),
      }),
    )
    .optional(),
});

const day = z.string().refine((text) => isIsoDate(text) && text.length === 10, 'must be a day that exists, YYYY-MM-DD');

const subject = z
  .strictObject({
    scheme: z.enum(subjectSchemes, `must be one of ${subjectSchemes.join(', ')}`),
    uri: url,
    term: localised,
  })
  .refine(({ scheme, uri }) => schemeTerms[scheme].form.test(uri), {
    path: ['uri'],
    error: 'is not the address of a term of that scheme',
  });

const gregorianYear = z
  .union([z.int(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}$/, 'must be a Gregorian year in ASCII digits'));

const period = z
  .strictObject({ name: localised, start: gregorianYear.optional(), end: gregorianYear.optional() })
  .refine(({ start, end }) => !start || !end || start <= end, { path: ['end'], error: 'must follow start' });

const relation = z
  .strictObject({
    kind: z.enum(relationKinds, `must be one of ${relationKinds.join(', ')}`),
    title: localised.optional(),
    doi: doi.optional(),
    url: url.optional(),
  })
  .refine(({ doi, url }) => doi !== undefined || url !== undefined, {
    path: ['doi'],
    error: 'is missing, and so is url',
  });

const supplementaryFile = z.strictObject({
  name: z.string().refine(isFileName, 'is not the name of a file of the folder files/'),
  title: localised,
  description: localised.optional(),
  licence: licence.optional(),
});

/** The manuscript as its authors sent it. */
const received = z.strictObject({
  name: z.string().refine(isFileName, 'is not the name of a file of the folder received/'),
  publish: z.boolean().optional(),
});

/** A title, and the same in sentence capitals, where it is in Latin letters and has others. */
const title = stated(line).extend({ sentence: line.optional() });

const articleFacts = z
  .strictObject({
    language: z
      .string()
      .refine(isKnownLanguage, 'must be the BCP 47 tag of a language')
      .transform((tag) => languageTag(tag) ?? tag),
    facts: defaultFacts.optional(),
    titles: byLanguage(title),
    romanisedTitle: stated(line).optional(),
    creators: z.array(creator).min(1),
    contributors: z.array(contributor).min(1).optional(),
    funding: z.array(funding).min(1).optional(),
    conflictOfInterest: stated(statement({})).optional(),
    dataAvailability: stated(statement({ url: url.optional() })).optional(),
    journal: journal.optional(),
    book: z
      .strictObject({
        name: forms(line),
        publisher: forms(line),
        isbn: z.string().refine(isbnHolds, 'is not an ISBN, or its check digit is wrong').optional(),
      })
      .optional(),
    conference: z
      .strictObject({ name: forms(line), place: forms(line).optional(), start: day.optional(), end: day.optional() })
      .refine(({ start, end }) => !end || (start !== undefined && start <= end), {
        path: ['end'],
        error: 'must follow start',
      })
      .optional(),
    thesis: z.strictObject({ institution: forms(line), level: z.enum(degreeLevels) }).optional(),
    record: z.strictObject({ url, doi: stated(doi).optional(), ...placement }).optional(),
    placement: z.strictObject(placement).optional(),
    dates: z.array(date),
    type: z.enum(articleTypes, `must be one of ${articleTypes.join(', ')}`).optional(),
    kind: stated(localised).optional(),
    keywords: byLanguage(z.array(line).min(1)),
    subjects: z.array(subject).min(1).optional(),
    places: z
      .array(
        z.strictObject({
          name: localised,
          uri: url.optional(),
          gac: z
            .string()
            .regex(/^[a-z][a-z-](?:--|[a-z]{2})[a-z-](?:--|[a-z]{2})$/, 'is not a code for a geographic area')
            .optional(),
        }),
      )
      .min(1)
      .optional(),
    periods: z.array(period).min(1).optional(),
    relations: z.array(relation).min(1).optional(),
    files: z
      .array(supplementaryFile)
      .min(1)
      .superRefine((files, context) => {
        for (const [index, { name }] of files.entries())
          if (files.findIndex((other) => other.name === name) < index)
            context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is named twice' });
      })
      .optional(),
    rights,
    received: received.optional(),
    source: z.strictObject({ profile: z.enum(['intact', 'lost-letters', 'merged-digits']) }).optional(),
  })
  .superRefine(({ language, conflictOfInterest, dataAvailability }, context) => {
    for (const [field, said] of Object.entries({ conflictOfInterest, dataAvailability }))
      if (said && said.value[language] === undefined)
        context.addIssue({ code: 'custom', path: [field, 'value', language], message: 'is missing' });
  })
  .superRefine(({ creators }, context) => {
    const equals = creators.flatMap(({ equal }, index) => (equal ? [index] : []));
    const [alone, ...others] = equals;
    if (alone !== undefined && others.length === 0)
      context.addIssue({ code: 'custom', path: ['creators', alone, 'equal'], message: 'is said of one author only' });
  })
  .superRefine(({ language, creators, contributors = [], journal }, context) => {
    const script = scriptOf(language);
    if (script === 'Latn') return;
    // Names stand in the letters of the text: under its language, or another that is written in them.
    const isNamed = (names: Texts<unknown>) => Object.keys(names).some((tag) => scriptOf(tag) === script);
    const named = [
      ...Object.entries({ creators, contributors }).flatMap(([field, agents]) =>
        agents.map((one, index) => ({
          path: [field, index, isOrganisation(one) ? 'organisation' : 'name'],
          names: one.name,
        })),
      ),
      ...(journal
        ? [
            { path: ['journal', 'name'], names: journal.name },
            { path: ['journal', 'publisher'], names: journal.publisher },
          ]
        : []),
    ];
    for (const { path, names } of named)
      if (!isNamed(names)) context.addIssue({ code: 'custom', path: [...path, language], message: 'is missing' });
  })
  .refine(({ language, romanisedTitle }) => !isLatinScript(language) || romanisedTitle === undefined, {
    path: ['romanisedTitle'],
    error: 'is of an article that is not in Latin letters',
  })
  .superRefine(({ journal, book, conference, thesis, record, placement: place, type }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (place && !journal && !book) fault('journal', 'is missing');
    if (record && !journal && !book && !thesis) fault('journal', 'is missing');
    if (journal && book) fault('book', 'cannot stand beside journal: an article stands in one of them');
    if (book && type !== 'chapter' && type !== 'conference-paper')
      fault('book', 'is of a chapter or a conference-paper, and type says another');
    if (conference && type !== 'conference-paper')
      fault('conference', 'is of a conference-paper, and type says another');
    if (thesis && type !== 'thesis') fault('thesis', 'is of a thesis, and type says another');
    if (record && place) fault('placement', 'is said by record already');
    if (!journal && !type) fault('type', 'is missing, and there is no journal that would tell what it is');
  })
  .superRefine((article, context) => {
    if (article.source) return;
    for (const path of seenInSource(article))
      context.addIssue({ code: 'custom', path, message: 'is source, and the article has no source:' });
  });

/** `content/articles/SLUG/article.yaml` */
export const articleSchema = z.preprocess(withDefaultFacts, articleFacts);

export const versionNumber = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'must be a semantic version such as 1.0.0');

export const versionDate = day;

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hexadecimal')
  .optional();

/** What releasing a version adds to its entry. */
export const sealFields = ['digest', 'bibliographyDigest', 'metadataDigest', 'seal'] as const;

/** `content/articles/SLUG/versions.yaml` */
export const versionsSchema = z
  .array(
    z
      .strictObject({
        version: versionNumber,
        date: versionDate,
        digest,
        bibliographyDigest: digest,
        metadataDigest: digest,
        sourceDigest: digest,
        /** Of the file as received, where the facts of the version name one. */
        receivedDigest: digest,
        /** The files that the version publishes, with their digests. */
        files: z.record(z.string().refine(isFileName, 'is not the name of a file'), digest.unwrap()).optional(),
        seal: digest,
        /** How many notices there are of it, so that none can be taken away from the end. It is outside the seal. */
        notices: z.int().min(1).optional(),
        kind: z.enum(['first', 'restoration', 'source-reading', 'bibliography', 'metadata', 'apparatus', 'correction']),
        summary: localised,
      })
      .refine((entry) => [0, sealFields.length].includes(sealFields.filter((field) => entry[field]).length), {
        path: ['version'],
        error: `a released version has ${sealFields.join(', ')}, a draft has none of them`,
      })
      .refine((entry) => entry.sourceDigest === undefined || entry.digest !== undefined, {
        path: ['sourceDigest'],
        error: 'is of a released version',
      })
      .refine((entry) => entry.receivedDigest === undefined || entry.digest !== undefined, {
        path: ['receivedDigest'],
        error: 'is of a released version',
      })
      .refine((entry) => entry.files === undefined || entry.digest !== undefined, {
        path: ['files'],
        error: 'is of a released version; of a draft it follows from the text',
      }),
  )
  .min(1, 'lists no versions');

const notice = z
  .strictObject({
    version: versionNumber,
    kind: z.enum(noticeKinds, `must be one of ${noticeKinds.join(', ')}`),
    date: versionDate,
    reason: localised,
    url: url.optional(),
    doi: doi.optional(),
    licence: licence.optional(),
    seal: digest,
  })
  .refine(({ kind, licence }) => (kind === 'licence') === (licence !== undefined), {
    path: ['licence'],
    error: 'must be given of a licence, and of no other kind',
  })
  .refine(({ kind, doi }) => kind !== 'doi' || doi !== undefined, { path: ['doi'], error: 'is missing' });

/** `content/articles/SLUG/notices.yaml` */
export const noticesSchema = z.strictObject({ notices: z.array(notice).min(1, 'lists no notices') });

const lines = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().regex(/^\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*$/, 'must be line numbers such as 12-15, 18'));

/** The fenced block `yaml apparatus` that closes a version's file. */
export const apparatusSchema = z.strictObject({
  reasons: z.record(z.string(), localised).default({}),
  readings: z
    .record(
      z.string().regex(/^r\d+$/, 'a reading is named r1, r2, …'),
      z.strictObject({
        text: line,
        source: line,
        candidates: z.array(line).min(1),
        within: z
          .string()
          .regex(/^\d{1,6}-\d{1,6}$/, 'must be two numbers such as 1300-1404')
          .transform((text) => {
            const [least = 0, most = 0] = text.split('-').map(Number);
            return { least, most };
          })
          .refine(({ least, most }) => least <= most, 'must begin with the smaller number')
          .optional(),
        certainty,
        reason: z.union([z.string(), localised]),
      }),
    )
    .default({}),
  remarks: z.record(z.string().regex(/^e\d+$/, 'a remark is named e1, e2, …'), localised).default({}),
  decoded: z.array(z.strictObject({ reason: localised, numbers: z.record(z.string(), z.string()) })).default([]),
  lines: z
    .array(
      z.strictObject({
        lines,
        as: z.enum([
          'title',
          'byline',
          'affiliation',
          'dates',
          'heading',
          'keywords',
          'running-head',
          'page-number',
          'publication',
          'label',
          'lost',
        ]),
      }),
    )
    .default([]),
});

export type VersionsFile = z.infer<typeof versionsSchema>;
/** An entry of `notices.yaml`. */
export type NoticeEntry = z.infer<typeof notice>;
export type ApparatusFile = z.infer<typeof apparatusSchema>;
