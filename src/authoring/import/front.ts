/** What a manuscript says of itself, whatever its format. */
import type { ArticleType } from '../../edition/article-types.ts';
import type { ArticleContributorRole } from '../../edition/contributor-kinds.ts';
import type { Credit } from '../../edition/credit.ts';
import { isPersian } from '../../text/runs.ts';
import type { ManuscriptLanguage } from './language.ts';
import type { Block } from './tree.ts';

export interface PersonName {
  readonly family: string;
  readonly given?: string | undefined;
}

/** An author: a person, or a body that has one name. */
export interface Author {
  /** The name in Persian letters and in Latin ones, as far as the file has them. */
  readonly fa?: PersonName | undefined;
  readonly en?: PersonName | undefined;
  readonly body?: string | undefined;
  readonly orcid?: string | undefined;
  readonly email?: string | undefined;
  readonly isCorresponding: boolean;
  readonly affiliations: readonly StatedPlace[];
  /** What the author did, by CRediT. */
  readonly roles?: readonly Credit[] | undefined;
  /** Whether the author did as much as others of whom the same is said. */
  readonly isEqual?: boolean | undefined;
}

/** A place of work in words, and in parts where the file has them and they say all. */
export interface StatedPlace {
  readonly words: string;
  readonly parts?:
    | {
        readonly institution: string;
        readonly department?: string | undefined;
        readonly city?: string | undefined;
        /** Its code of ISO 3166-1. */
        readonly country?: string | undefined;
        /** An address of ROR. */
        readonly ror?: string | undefined;
      }
    | undefined;
}

/** Who paid for the work. */
export interface StatedFunding {
  readonly name: string;
  /** An address of ROR. */
  readonly ror?: string | undefined;
  /** An identifier of Crossref's Funder Registry: `10.13039/501100003968`. */
  readonly funderId?: string | undefined;
  readonly awards: readonly string[];
}

export interface JournalFacts {
  readonly name: string;
  readonly abbreviation?: string | undefined;
  readonly publisher?: string | undefined;
  readonly print?: string | undefined;
  readonly electronic?: string | undefined;
}

/** Where and when the article was published before. */
export interface PublishedFacts {
  readonly doi?: string | undefined;
  readonly url?: string | undefined;
  readonly year?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly articleNumber?: string | undefined;
}

export interface StatedDate {
  readonly event: 'received' | 'revised' | 'accepted' | 'online';
  /** Gregorian, `YYYY-MM-DD` or a part of it from its beginning. */
  readonly date: string;
}

export interface Front {
  /** A BCP 47 tag. */
  readonly language?: string | undefined;
  readonly titles: readonly string[];
  readonly authors: readonly Author[];
  /** Who edited, translated or reviewed it. */
  readonly contributors: readonly (Author & { readonly role: ArticleContributorRole })[];
  /** What the authors state of conflicting interests, in the language of the text. */
  readonly conflictOfInterest?: string | undefined;
  /** Where the data are, in the language of the text. */
  readonly dataAvailability?: string | undefined;
  readonly funding: readonly StatedFunding[];
  readonly abstracts: readonly (readonly Block[])[];
  readonly keywords: readonly string[];
  /** An identifier of SPDX, or what the file says of the licence. */
  readonly licence?: string | undefined;
  readonly holder?: string | undefined;
  readonly year?: string | undefined;
  readonly journal?: JournalFacts | undefined;
  readonly published?: PublishedFacts | undefined;
  readonly dates: readonly StatedDate[];
  readonly type?: ArticleType | undefined;
  /** The style of CSL that it names. */
  readonly style?: string | undefined;
  /** The files of references that it names. */
  readonly bibliographies: readonly string[];
  /** What it states and the facts of an article have no place for. */
  readonly left: readonly string[];
}

export const noFront: Front = {
  titles: [],
  authors: [],
  contributors: [],
  funding: [],
  abstracts: [],
  keywords: [],
  dates: [],
  bibliographies: [],
  left: [],
};

/** The language of a name or a title, by its letters. */
export const scriptOf = (text: string): ManuscriptLanguage => (isPersian(text) ? 'fa' : 'en');

/** Words that belong to the name behind them: `van der Waals`. */
const particle = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|zum|av|af|y)$/;

/** A name on one line as its parts: the family is the last word, with the small words before it, unless a comma says otherwise. */
export function nameOf(text: string): PersonName {
  const [before = '', behind] = text.split(/\s*[,،]\s*/, 2).map((part) => part.trim());
  if (behind !== undefined && behind !== '') return { family: before, given: behind };
  const words = before.split(/\s+/);
  let at = words.length - 1;
  while (at > 1 && particle.test(words[at - 1] as string)) at -= 1;
  const given = words.slice(0, at).join(' ');
  return { family: words.slice(at).join(' '), ...(given === '' ? {} : { given }) };
}

/** A name in the script in which it is written. */
export const inItsScript = (name: PersonName): Pick<Author, 'fa' | 'en'> => ({ [scriptOf(name.family)]: name });
