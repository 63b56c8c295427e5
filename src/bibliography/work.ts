/** A bibliographic description, of a cited work or of a version of this edition, from which every reference is written. */
import type { Localised } from '../text/languages.ts';

export const workTypes = [
  'article',
  'book',
  'incollection',
  'thesis',
  'report',
  'resolution',
  'online',
  'misc',
] as const;
export type WorkType = (typeof workTypes)[number];

/** What tells works of one type apart: an article in a magazine is cited by its day. */
export type WorkSubtype = 'magazine';

/** A person, or a body (`literal`). */
export type Name = { readonly family: string; readonly given?: string | undefined } | { readonly literal: string };

/** Names in their order, and whether «and others» follow. */
export interface Names {
  readonly list: readonly Name[];
  readonly others: boolean;
}

export interface Work {
  readonly key: string;
  readonly type: WorkType;
  readonly subtype?: WorkSubtype | undefined;
  /** In the script of the work. */
  readonly author?: Names | undefined;
  /** Romanised, for a work in Persian. */
  readonly authorLatin?: Names | undefined;
  readonly editor?: Names | undefined;
  readonly title?: string | undefined;
  /** The English title of a work in Persian. */
  readonly titleTranslated?: string | undefined;
  /** The journal, the magazine, the book or the site in which it stands. */
  readonly container?: string | undefined;
  readonly containerTranslated?: string | undefined;
  readonly institution?: string | undefined;
  readonly publisher?: string | undefined;
  /** The publisher's English name, for a work in Persian. */
  readonly publisherTranslated?: string | undefined;
  readonly location?: string | undefined;
  readonly volume?: string | undefined;
  readonly number?: string | undefined;
  /** `58--79` in BibTeX's form, or a single page. */
  readonly pages?: string | undefined;
  /** ISO 8601, `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two years, `2019/2020`. */
  readonly date?: string | undefined;
  /** The Solar Hijri year that the work prints, ASCII digits. */
  readonly yearPrinted?: string | undefined;
  readonly edition?: string | undefined;
  readonly version?: string | undefined;
  readonly doi?: string | undefined;
  readonly isbn?: string | undefined;
  readonly issn?: string | undefined;
  readonly url?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly abstract?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  /** What a reader of the description has to know; it begins with no pair of key and value. */
  readonly note?: string | undefined;
  /** What else is to be said of it, for who reads a file. */
  readonly remarks?: readonly Remark[] | undefined;
}

/** One thing that the editors say of a work. */
export interface Remark {
  readonly label: string;
  readonly text: string;
}

export const identifications = ['verified', 'known', 'partial', 'unidentified', 'stated'] as const;
/** How sure the identification of a cited work is; one that the authors' own list of references states needs none. */
export type Identification = (typeof identifications)[number];

/** The grades that a list of works has to explain: those of the editors, and that of the authors where a work has it. */
export const gradesOf = (works: readonly CitedWork[]): readonly Identification[] =>
  identifications.filter((one) => one !== 'stated' || works.some(isStated));

/** A work that an article cites or discusses. */
export interface CitedWork extends Work {
  /** How the article names it, every form. */
  readonly printed: readonly string[];
  readonly identification: Identification;
  readonly reason: Localised;
  /** Addresses, `own knowledge`, `the article`. */
  readonly seen: readonly string[];
  readonly file: string;
  readonly line: number;
}

/** The first four digits of the date: the Gregorian year. */
export const yearOf = (work: Work): string | undefined => work.date?.slice(0, 4);

/** `Given Family`, or the body's name. */
export function fullName(name: Name): string {
  return 'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ');
}

/** `Family, Given`, or the body's name. */
export function invertedName(name: Name): string {
  return 'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', ');
}

/**
 * `Family, Given`, for formats whose readers part a name at its spaces: what is one piece, the name of a body or one that is
 * not parted, closes with a comma, which keeps it whole (EndNote's rule for corporate authors, in its own format and in RIS).
 */
export const commaName = (name: Name): string =>
  'literal' in name || (!name.given && name.family.includes(' ')) ? `${fullName(name)},` : invertedName(name);

/**
 * The title under which a work goes, and the English one beside it. Where the title in the language of the work is not known, the
 * English one stands for it in square brackets, as references give a title that is translated (APA 7, section 9.38).
 */
export function titlesOf({ title, titleTranslated }: Work): {
  readonly title?: string | undefined;
  readonly translated?: string | undefined;
} {
  return title === undefined && titleTranslated !== undefined
    ? { title: `[${titleTranslated}]` }
    : { title, translated: titleTranslated };
}

/** The kind of page range that most formats want, with an en dash. */
export const pageRange = (work: Work): string | undefined => work.pages?.replace('--', '–');

/** Whether the work is one that an article cites; a version of this edition needs no identification. */
const isCited = (work: Work | CitedWork): work is CitedWork => 'identification' in work;

/** Whether the authors state the work themselves: nobody had to find out which one they mean. */
export const isStated = ({ identification }: CitedWork): boolean => identification === 'stated';

/** Whether it is certain that a cited work is the one described, which is then no mere candidate. */
const isSure = (work: CitedWork) =>
  work.identification === 'verified' || work.identification === 'known' || isStated(work);

/**
 * A cited work with no identifiers but those that are surely its own. Those of a candidate would state that it is the work
 * wherever no doubt can be said beside them.
 */
export const surelyIdentified = (work: CitedWork): CitedWork =>
  isSure(work) ? work : { ...work, doi: undefined, isbn: undefined, url: undefined };

/** How sure it is that a cited work is the one described, why it is not surer, and how the article names it. */
const identificationOf = (work: CitedWork): Remark[] => [
  ...(isStated(work)
    ? []
    : [
        {
          label: 'Identification',
          text: `${work.identification}${isSure(work) ? '' : `. ${work.reason.en.replace(/\.$/, '')}`}`,
        },
      ]),
  ...(work.printed.length > 0 ? [{ label: 'Cited as', text: work.printed.join(' | ') }] : []),
];

const say = ({ label, text }: Remark): string => `${label}: ${text}`;

/** The same in words, for formats that describe a work. */
export const identificationNotes = (work: CitedWork): string[] => identificationOf(work).map(say);

/** What a format may have a field for. */
type Held = 'authorLatin' | 'titleTranslated' | 'containerTranslated' | 'others' | 'yearPrinted' | 'subtype';

/**
 * What is known of a work and has no field of its own in most formats, and what the editors say of it. A format leaves out
 * the parts that it can hold in a field. It is for who reads a file: no style may print it, and no reader take it for data,
 * so it never stands in a `note`, which styles print and pandoc and Zotero search for `Key: value`.
 */
export function remarksOf(work: Work | CitedWork, held: readonly Held[] = []): Remark[] {
  const { translated } = titlesOf(work);
  const latin = work.authorLatin;
  const parts: readonly (readonly [Held, label: string, text: string | undefined])[] = [
    ['subtype', 'Kind', work.subtype && `article in a ${work.subtype}`],
    ['others', 'Author', work.author?.others ? 'and others' : undefined],
    [
      'authorLatin',
      'Author in Latin script',
      latin && [...latin.list.map(invertedName), ...(latin.others ? ['and others'] : [])].join('; '),
    ],
    ['titleTranslated', 'Title in English', translated],
    ['containerTranslated', 'Container in English', work.containerTranslated],
    ['yearPrinted', 'Solar Hijri year', work.yearPrinted],
  ];
  return [
    ...parts.flatMap(([name, label, text]) => (text === undefined || held.includes(name) ? [] : [{ label, text }])),
    ...(work.remarks ?? []),
    ...(isCited(work) ? identificationOf(work) : []),
  ];
}

/**
 * Remarks as one text, which does not begin as a pair of key and value; nothing if there are none.
 *
 * @param note the note of a work, in a format whose styles would print it
 */
export const sayRemarks = (remarks: readonly Remark[], note?: string): string | undefined =>
  remarks.length > 0 || note !== undefined
    ? ['Remarks of the editors', ...remarks.map(say), ...(note === undefined ? [] : [note])].join('. ')
    : undefined;
