/** What a manuscript states as `article.yaml`. What must be there and is not known is `…`, an open point. */
import { stringify } from 'yaml';
import type { Rights } from '../../edition/model.ts';
import { isniHolds, rorForm, rorHolds } from '../../edition/reading/check-digits.ts';
import { unwritten } from '../../edition/reading/unwritten.ts';
import { licenceOf } from '../../edition/rights.ts';
import { oneLine } from '../../text/one-line.ts';
import { unwantedIn } from '../../text/unwanted.ts';
import {
  type Author,
  type Front,
  type PublishedFacts,
  type StatedFunding,
  type StatedPlace,
  scriptOf,
} from './front.ts';
import type { ManuscriptLanguage } from './language.ts';
import type { Remarks } from './remarks.ts';

type Fields = Record<string, unknown>;

/** A value on one line, without what no name may hold. */
function tidy(text: string): string {
  let clean = oneLine(text);
  for (let found = unwantedIn(clean); found; found = unwantedIn(clean))
    clean = clean.slice(0, found.index) + clean.slice(found.index + 1);
  return clean
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .trim();
}

const known = (fields: Readonly<Fields>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The form in each script; of a Persian article both must be there. */
function forms(text: string | undefined, language: ManuscriptLanguage): Fields | undefined {
  if (text === undefined) return undefined;
  const own = scriptOf(text);
  if (own === 'en') return language === 'fa' ? { fa: unwritten, en: tidy(text) } : { en: tidy(text) };
  return { fa: tidy(text), en: unwritten };
}

function creatorOf(author: Author, language: ManuscriptLanguage): Fields {
  const name = (one: Author['fa']) =>
    one && known({ family: tidy(one.family), given: one.given === undefined ? undefined : tidy(one.given) });
  const missing = { family: unwritten };
  const fa = name(author.fa) ?? (language === 'fa' ? missing : undefined);
  const isInParts = author.affiliations.length > 0 && author.affiliations.every(({ parts }) => parts);
  const affiliations = (script: ManuscriptLanguage) => {
    const said = author.affiliations
      .map(({ words }) => tidy(words))
      .filter((one) => one !== '' && scriptOf(one) === script);
    return said.length === 0 ? undefined : said.join('; ');
  };
  return known({
    ...(author.body === undefined
      ? { name: known({ fa, en: name(author.en) ?? missing }) }
      : { organisation: forms(author.body, language) }),
    ...(isInParts ? { affiliations: author.affiliations.map((place) => partsOf(place, language)) } : {}),
    ...(author.affiliations.length > 0 && !isInParts
      ? { affiliation: known({ fa: affiliations('fa'), en: affiliations('en') }) }
      : {}),
    email: author.email !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(author.email) ? author.email : undefined,
    corresponding: author.isCorresponding || undefined,
    orcid: author.orcid !== undefined && isniHolds(author.orcid) ? author.orcid : undefined,
    roles: author.roles?.length
      ? author.roles.map(({ role, degree }) => (degree ? { role, degree } : role))
      : undefined,
    equal: author.isEqual || undefined,
  });
}

const bare = (ror: string) => ror.replace('https://ror.org/', '');
const isSound = (ror: string) => rorForm.test(bare(ror)) && rorHolds(bare(ror));
const sound = (ror: string | undefined) => (ror !== undefined && isSound(ror) ? ror : undefined);

/** A place of work in parts; one without parts is one of them, as it is written. */
function partsOf({ words, parts }: StatedPlace, language: ManuscriptLanguage): Fields {
  const { institution, department, city, country, ror } = parts ?? { institution: words };
  return known({
    institution: forms(institution, language),
    department: forms(department, language),
    city: forms(city, language),
    country,
    ror: sound(ror),
  });
}

const fundingOf = ({ name, ror, funderId, awards }: StatedFunding, language: ManuscriptLanguage): Fields =>
  known({
    funder: forms(name, language),
    ror: sound(ror),
    funderId,
    awards: awards.length > 0 ? awards.map((number) => ({ number: tidy(number) })) : undefined,
  });

function placeOf(published: PublishedFacts): Fields {
  const { year, volume, issue, first, last, articleNumber } = published;
  return known({
    year: year === undefined ? undefined : /^1[34]\d\d$/.test(year) ? { solarHijri: year } : { gregorian: year },
    volume,
    issue,
    pages: first === undefined || last === undefined ? undefined : { first, last },
    articleNumber: articleNumber ?? (last === undefined ? first : undefined),
  });
}

/**
 * @param language that of the text
 * @param keywords by language, those of the head and those that the text lists
 * @param rights the edition's, where the manuscript states none
 */
export function factsOf(
  front: Front,
  language: ManuscriptLanguage,
  keywords: Readonly<Partial<Record<ManuscriptLanguage, readonly string[]>>>,
  rights: Rights,
  remarks: Remarks,
): string {
  const titles: Partial<Record<ManuscriptLanguage, string>> = {};
  for (const title of front.titles) {
    const script = scriptOf(title);
    if (titles[script] !== undefined)
      remarks.add(`the title "${tidy(title)}" has no place beside "${titles[script]}"; write it under its language`);
    titles[script] ??= tidy(title);
  }
  for (const author of front.authors)
    if (author.orcid !== undefined && !isniHolds(author.orcid))
      remarks.add(`the ORCID iD ${author.orcid} has a wrong check digit, and was left out`);
  const rors = [
    ...[...front.authors, ...front.contributors].flatMap((one) => one.affiliations.map(({ parts }) => parts?.ror)),
    ...front.funding.map(({ ror }) => ror),
  ];
  for (const ror of new Set(rors))
    if (ror !== undefined && !isSound(ror)) remarks.add(`${ror} has a wrong check digit, and was left out`);
  const equals = front.authors.filter(({ isEqual }) => isEqual);
  if (equals.length === 1) remarks.add('of one author alone it is said that it was an equal part, and was left out');
  const authors = equals.length === 1 ? front.authors.map((one) => ({ ...one, isEqual: false })) : front.authors;
  const { journal, published } = front;
  const address = published?.url ?? (published?.doi === undefined ? undefined : `https://doi.org/${published.doi}`);
  const isRecord = journal !== undefined && published !== undefined && address !== undefined;
  if (!isRecord && published?.doi !== undefined)
    remarks.add(`the DOI ${published.doi} has no place without the journal that gave it`);
  const licence = front.licence === undefined ? undefined : licenceOf(front.licence);
  if (front.licence !== undefined && licence === undefined)
    remarks.add(`the licence "${tidy(front.licence)}" is no identifier of SPDX; the rights are those of the edition`);
  if (!journal && front.type === undefined)
    remarks.add('the manuscript does not say what it is: article.yaml has type: research-article');
  const issn = known({ print: journal?.print, electronic: journal?.electronic });
  const facts = known({
    language,
    facts: { certainty: 'certain', from: 'authors' },
    titles: { [language]: unwritten, ...titles },
    creators:
      authors.length > 0
        ? authors.map((author) => creatorOf(author, language))
        : [{ name: { ...(language === 'fa' ? { fa: { family: unwritten } } : {}), en: { family: unwritten } } }],
    contributors:
      front.contributors.length === 0
        ? undefined
        : front.contributors.map((one) => {
            const { name, organisation, orcid } = creatorOf(one, language);
            const places = one.affiliations.map((place) => partsOf(place, language));
            return known({
              role: one.role,
              name,
              organisation,
              orcid,
              affiliations: places.length > 0 ? places : undefined,
            });
          }),
    conflictOfInterest:
      front.conflictOfInterest === undefined ? undefined : { value: { [language]: tidy(front.conflictOfInterest) } },
    funding: front.funding.length === 0 ? undefined : front.funding.map((one) => fundingOf(one, language)),
    dataAvailability:
      front.dataAvailability === undefined ? undefined : { value: { [language]: tidy(front.dataAvailability) } },
    journal:
      journal &&
      known({
        name: forms(journal.name, language),
        abbreviation: journal.abbreviation && tidy(journal.abbreviation),
        publisher: forms(journal.publisher, language) ?? forms(unwritten, language),
        issn: Object.keys(issn).length > 0 ? issn : undefined,
      }),
    record: isRecord
      ? { url: address, ...(published.doi === undefined ? {} : { doi: published.doi }), ...placeOf(published) }
      : undefined,
    dates:
      front.dates.length === 0
        ? undefined
        : front.dates.map(({ event, date }) => ({ event, gregorian: date, printed: date })),
    type: front.type ?? (journal ? undefined : 'research-article'),
    keywords: Object.values(keywords).some((words) => words.length > 0)
      ? Object.fromEntries(
          Object.entries(keywords).flatMap(([name, words]) => (words.length > 0 ? [[name, words.map(tidy)]] : [])),
        )
      : undefined,
    rights: licence
      ? known({
          licence: licence.id,
          note: { fa: 'پروانه‌ای است که دست‌نوشته نام می‌برد.', en: 'The licence that the manuscript names.' },
          holder: front.holder === undefined ? undefined : forms(front.holder, language),
          year: front.year,
        })
      : rights,
  });
  return `# From the manuscript. Each … waits to be written; docs/adding-an-article.md says what each field holds.\n${stringify(facts, { lineWidth: 0 })}`;
}
