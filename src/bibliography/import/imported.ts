/** A work as a list of references of another program gives it, before it takes the form of `bibliography/README.md`. */
import type { ContributorRole } from '../contributors.ts';
import type { thesisKinds, WorkType } from '../work.ts';

/** A person, or a body in `literal`. Names stand as they are written. */
export interface ImportedName {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly literal?: string | undefined;
}

/** One statement of a work in its file. */
export interface SourceField {
  /** What a person finds it by: the name of the field, the tag of the line. */
  readonly name: string;
  /** The field of an entry that has what it says; nothing where no field has it. */
  readonly into?: string | undefined;
}

/** Lists of names by the field of an entry that has them. */
export type ImportedPeople = Readonly<
  Partial<Record<ContributorRole | 'authorlatin' | 'authorfa', readonly ImportedName[] | undefined>>
>;

export interface Imported {
  /** What the work goes by in its file. */
  readonly label: string;
  readonly type: WorkType;
  readonly author?: readonly ImportedName[] | undefined;
  readonly editor?: readonly ImportedName[] | undefined;
  /** Who else took part in it. */
  readonly people?: ImportedPeople | undefined;
  /** The fields of an entry, by the names of bibliography/README.md, as they were written; `date` in any form. */
  readonly fields: Readonly<Record<string, string | undefined>>;
  /** Every field of the file that is not empty: what of them reaches no field of the entry is told (`entryOf`). */
  readonly source: readonly SourceField[];
}

/** What a list of references holds. */
export interface ImportedFile {
  readonly works: readonly Imported[];
  /** What could not be read, and where. */
  readonly errors: readonly string[];
  /** Where and how the file is damaged, so that none of it can be trusted. */
  readonly damage?: string;
}

/** The field of an entry that names the publisher: of a thesis and a report it is the institution. */
export const publisherField = (type: WorkType): 'institution' | 'publisher' =>
  ['thesis', 'report', 'resolution', 'jurisdiction', 'legislation', 'patent', 'standard'].includes(type)
    ? 'institution'
    : 'publisher';

/** The field of an entry that names what the work stands in. */
export const containerField = (type: WorkType): 'booktitle' | 'journaltitle' =>
  type === 'incollection' || type === 'inproceedings' || type === 'inreference' ? 'booktitle' : 'journaltitle';

/** The kind of a thesis by the words in which a file says it, in the languages of reference managers and of Persian lists. */
export function thesisKindOf(written: string | undefined): keyof typeof thesisKinds | undefined {
  const said = written?.toLowerCase() ?? '';
  if (/ph\.? ?d|doctor|dissertation|دکتر/.test(said)) return 'phdthesis';
  if (/mathesis|master|\bm\.? ?(?:a|sc|phil)\b|ارشد/.test(said)) return 'mathesis';
  return /bachelor|bathesis|\bb\.? ?(?:a|sc)\b|کارشناسی/.test(said) ? 'bathesis' : undefined;
}

/** The number that arXiv gave, where a text names it: `arXiv preprint arXiv:1412.6980`, an address of arXiv. */
export const arxivIn = (text: string | undefined): string | undefined =>
  /(?:arxiv[:./ ](?:org\/(?:abs|pdf)\/)?)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/i.exec(
    text ?? '',
  )?.[1];

/** Names of languages as reference managers write them, and their BCP 47 tags. */
const languageNames: Readonly<Record<string, string>> = {
  ...{
    persian: 'fa',
    farsi: 'fa',
    فارسی: 'fa',
    per: 'fa',
    fas: 'fa',
    english: 'en',
    eng: 'en',
    american: 'en',
    british: 'en',
  },
  ...{
    ngerman: 'de',
    german: 'de',
    french: 'fr',
    arabic: 'ar',
    russian: 'ru',
    turkish: 'tr',
    italian: 'it',
    spanish: 'es',
  },
};

/** The BCP 47 tag of a language as a file names it; nothing if it is not known. */
export function tagOf(language: string | undefined): string | undefined {
  const name = language?.trim().toLowerCase() ?? '';
  if (languageNames[name] !== undefined) return languageNames[name];
  // The region of a language says nothing that a reference shows.
  const [written = ''] = name.split(/[-_]/);
  // ISO 639-2 has three letters, in two forms: `ger` and `deu`.
  const [primary = ''] = /^[a-z]{3}$/.test(written) ? Intl.getCanonicalLocales(written) : [written];
  return /^[a-z]{2}$/.test(primary) ? primary : undefined;
}

/** The language that a field of the file names, as a statement: one that is not known is told with its name. */
export const languageSource = (name: string, said: string): SourceField =>
  tagOf(said) === undefined ? { name: `${name} (${said})` } : { name, into: 'langid' };
