/** What a manuscript states as `article.yaml`. What must be there and is not known is `…`, an open point. */
import { stringify } from 'yaml';
import type { Rights } from '../../edition/model.ts';
import { unwritten } from '../../edition/reading/unwritten.ts';
import { licenceOf } from '../../edition/rights.ts';
import { oneLine } from '../../text/one-line.ts';
import { unwantedIn } from '../../text/unwanted.ts';
import { type Author, type Front, type PublishedFacts, scriptOf } from './front.ts';
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
  const affiliations = (script: ManuscriptLanguage) => {
    const said = author.affiliations.map(tidy).filter((one) => one !== '' && scriptOf(one) === script);
    return said.length === 0 ? undefined : said.join('; ');
  };
  return known({
    ...(author.body === undefined
      ? { name: known({ fa, en: name(author.en) ?? missing }) }
      : { organisation: forms(author.body, language) }),
    ...(author.affiliations.length > 0
      ? { affiliation: known({ fa: affiliations('fa'), en: affiliations('en') }) }
      : {}),
    email: author.email !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(author.email) ? author.email : undefined,
    corresponding: author.isCorresponding || undefined,
    orcid: author.orcid !== undefined && orcidHolds(author.orcid) ? author.orcid : undefined,
  });
}

/** ISO/IEC 7064 MOD 11-2: a number with a slip would be a fault of the facts. */
function orcidHolds(orcid: string): boolean {
  const digits = orcid.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return digits.at(-1) === (result === 10 ? 'X' : String(result));
}

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
  const titles = Object.fromEntries(front.titles.map((title) => [scriptOf(title), tidy(title)]));
  for (const author of front.authors)
    if (author.orcid !== undefined && !orcidHolds(author.orcid))
      remarks.add(`the ORCID iD ${author.orcid} has a wrong check digit, and was left out`);
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
      front.authors.length > 0
        ? front.authors.map((author) => creatorOf(author, language))
        : [{ name: { ...(language === 'fa' ? { fa: { family: unwritten } } : {}), en: { family: unwritten } } }],
    contributors:
      front.contributors.length === 0
        ? undefined
        : front.contributors.map((one) => {
            const { name, organisation, orcid } = creatorOf(one, language);
            return known({ role: one.role, name, organisation, orcid });
          }),
    conflictOfInterest:
      front.conflictOfInterest === undefined ? undefined : { value: { [language]: tidy(front.conflictOfInterest) } },
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
