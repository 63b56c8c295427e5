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
  readonly note?: string | undefined;
}

export const identifications = ['verified', 'known', 'partial', 'unidentified'] as const;
/** How sure the identification of a cited work is. */
export type Identification = (typeof identifications)[number];

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

/** Whether it is certain that a cited work is the one described, which is then no mere candidate. */
const isSure = ({ identification }: CitedWork) => identification === 'verified' || identification === 'known';

/**
 * A cited work with no identifiers but those that are surely its own. Those of a candidate would state that it is the work
 * wherever no doubt can be said beside them.
 */
export const surelyIdentified = (work: CitedWork): CitedWork =>
  isSure(work) ? work : { ...work, doi: undefined, isbn: undefined, url: undefined };

/** How sure it is that a cited work is the one described, why it is not surer, and how the article names it. */
export const identificationNotes = (work: CitedWork): string[] => [
  `Identification: ${work.identification}${isSure(work) ? '' : `. ${work.reason.en.replace(/\.$/, '')}`}`,
  `Cited as: ${work.printed.join(' | ')}`,
];

/**
 * What is known of a work and has no field of its own in most formats, as words for a note. A format leaves out the
 * parts that it can hold in a field.
 */
export function notesOf(
  work: Work | CitedWork,
  held: readonly ('authorLatin' | 'titleTranslated' | 'containerTranslated' | 'others' | 'yearPrinted')[] = [],
): string[] {
  const { translated } = titlesOf(work);
  const parts: readonly (readonly [(typeof held)[number], string | undefined])[] = [
    ['others', work.author?.others ? 'Author: and others' : undefined],
    [
      'authorLatin',
      work.authorLatin
        ? `Author in Latin script: ${[...work.authorLatin.list.map(invertedName), ...(work.authorLatin.others ? ['and others'] : [])].join('; ')}`
        : undefined,
    ],
    ['titleTranslated', translated ? `Title in English: ${translated}` : undefined],
    ['containerTranslated', work.containerTranslated ? `Container in English: ${work.containerTranslated}` : undefined],
    ['yearPrinted', work.yearPrinted ? `Solar Hijri year: ${work.yearPrinted}` : undefined],
  ];
  const said = parts
    .filter(([name, text]) => text !== undefined && !held.includes(name))
    .map(([, text]) => text as string);
  return [
    ...said,
    ...(isCited(work) ? identificationNotes(work) : []),
    ...(work.note === undefined ? [] : [work.note]),
  ];
}
