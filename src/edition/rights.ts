/** Licences and access: what `rights:` of a content file can name, and the addresses that stand for it. */
import spdx from 'spdx-license-list';
import { type Localised, languages, type Texts } from '../text/languages.ts';

/** A licence of the SPDX License List (https://spdx.org/licenses/). */
export interface Licence {
  /** Its identifier there: `CC-BY-4.0`. */
  readonly id: string;
  /** Of a Creative Commons licence the address of its deed, by which programs know it. */
  readonly uri: string;
  readonly name: Localised;
}

/** `CC BY-NC 4.0` of `CC-BY-NC-4.0`, as the licences of Creative Commons are called for short. */
const shortName = (id: string): string => id.replace(/^CC-(.*)-(\d.*)$/, 'CC $1 $2').replace(/^CC0-/, 'CC0 ');

/** The licence that SPDX has under an identifier, letter by letter; nothing if it has none. */
export function licenceOf(id: string): Licence | undefined {
  const listed = Object.hasOwn(spdx, id) ? spdx[id] : undefined;
  return (
    listed && {
      id,
      uri: listed.url.replace(/^(https:\/\/creativecommons\.org\/.*\/)legalcode$/, '$1'),
      name: { fa: `پروانۀ ${shortName(id)}`, en: listed.name, ar: `رخصة ${shortName(id)}` },
    }
  );
}

/** What stands for the licence of a draft until it is chosen: the statement that nobody knows the rights, under its address. */
export const notChosen: Licence = {
  id: '…',
  uri: 'http://rightsstatements.org/vocab/UND/1.0/',
  name: {
    fa: 'پروانه هنوز برگزیده نشده است',
    en: 'The licence is not chosen yet',
    ar: 'لم تُختر الرخصة بعد',
  },
};

/** The name of a licence in the languages of the note on it; in English where the note is in none that the program speaks. */
export function nameLicence({ name }: Licence, note: Texts): Texts {
  const own = languages.filter((language) => note[language] !== undefined);
  return Object.fromEntries((own.length > 0 ? own : (['en'] as const)).map((language) => [language, name[language]]));
}

/** Who may read the article: everybody, or only some. */
export const accessKinds = ['open', 'restricted'] as const;

export type Access = (typeof accessKinds)[number];

interface AccessTerms {
  /** COAR Access Rights (https://vocabularies.coar-repositories.org/access_rights/): address and English label. */
  readonly coar: { readonly uri: string; readonly label: string };
  /** The access levels of OpenAIRE (Guidelines for Literature Repository Managers 3.0, «Access Level»). */
  readonly euRepo: string;
  /** The status of the COAR label in MARC's `$7` of 856, and the first indicator of 506. */
  readonly marc: '0' | '1';
  /** `status` of TEI's `availability`. */
  readonly tei: 'free' | 'restricted';
}

const coar = (id: string, label: string) => ({ uri: `http://purl.org/coar/access_right/${id}`, label });

/** The names of access in the standards. */
export const accessTerms: Readonly<Record<Access, AccessTerms>> = {
  open: {
    coar: coar('c_abf2', 'open access'),
    euRepo: 'info:eu-repo/semantics/openAccess',
    marc: '0',
    tei: 'free',
  },
  restricted: {
    coar: coar('c_16ec', 'restricted access'),
    euRepo: 'info:eu-repo/semantics/restrictedAccess',
    marc: '1',
    tei: 'restricted',
  },
};
