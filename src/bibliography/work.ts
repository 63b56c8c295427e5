/** A bibliographic description, of a cited work or of a version of this edition, from which every reference is written. */
import { type Localised, type Texts, textIn } from '../text/languages.ts';
import {
  type ContributorRole,
  type Contributors,
  contributorsOf,
  isBody,
  type Name,
  type Names,
  roleLabels,
} from './contributors.ts';
import type { MarkedText } from './marked.ts';

export type { BodyName, Name, Names, PersonName } from './contributors.ts';
export { isBody } from './contributors.ts';

export const workTypes = [
  'article',
  'book',
  'incollection',
  'inproceedings',
  'inreference',
  'thesis',
  'report',
  'resolution',
  'legislation',
  'jurisdiction',
  'patent',
  'standard',
  'preprint',
  'dataset',
  'software',
  'movie',
  'interview',
  'online',
  'misc',
] as const;
export type WorkType = (typeof workTypes)[number];

export const workSubtypes = ['magazine', 'newspaper'] as const;
/** What tells works of one type apart: an article in a magazine or a newspaper is cited by its day. */
export type WorkSubtype = (typeof workSubtypes)[number];

/** The kinds of thesis, in BibLaTeX's words (manual, section 4.9.2.13), and what each is called. */
export const thesisKinds = {
  phdthesis: { en: 'Doctoral dissertation', fa: 'رسالۀ دکتری', ar: 'أطروحة دكتوراه' },
  mathesis: { en: 'Master’s thesis', fa: 'پایان‌نامۀ کارشناسی ارشد', ar: 'رسالة ماجستير' },
  bathesis: { en: 'Bachelor’s thesis', fa: 'پایان‌نامۀ کارشناسی', ar: 'بحث تخرّج' },
} as const satisfies Readonly<Record<string, Localised>>;

/** What a thesis is called: by its kind, where that is known. */
export const thesisName = ({ kind }: Work): Localised =>
  thesisKinds[kind as keyof typeof thesisKinds] ?? { en: 'Thesis', fa: 'پایان‌نامه', ar: 'رسالة جامعية' };

export interface Work {
  readonly key: string;
  readonly type: WorkType;
  readonly subtype?: WorkSubtype | undefined;
  /** Of a thesis one of {@link thesisKinds}, of others what it is called: `Working paper`. */
  readonly kind?: string | undefined;
  /** In the script of the work. */
  readonly author?: Names | undefined;
  /** Romanised, for a work in Persian. */
  readonly authorLatin?: Names | undefined;
  /** In Persian script, for a work in another one. */
  readonly authorPersian?: Names | undefined;
  readonly editor?: Names | undefined;
  readonly contributors?: Contributors | undefined;
  /** The same romanised, where an article of this edition names them so. */
  readonly contributorsLatin?: Contributors | undefined;
  readonly title?: string | undefined;
  /** The title with its marks, where words of it are set off. Of a version of this edition, which has no subtitle apart. */
  readonly markedTitle?: MarkedText | undefined;
  readonly subtitle?: string | undefined;
  /** The whole title, and that of the book, in sentence capitals where they differ: no program can tell which words are names. */
  readonly titleSentence?: string | undefined;
  readonly containerSentence?: string | undefined;
  /** The English title of a work in Persian. */
  readonly titleTranslated?: string | undefined;
  readonly markedTranslated?: MarkedText | undefined;
  /** The English title in sentence capitals. Of a version of this edition, and of the version of record. */
  readonly translatedSentence?: string | undefined;
  /** The journal, the magazine, the book or the site in which it stands. */
  readonly container?: string | undefined;
  readonly containerTranslated?: string | undefined;
  readonly institution?: string | undefined;
  /** The English name of the university of a thesis, for a work in Persian. */
  readonly institutionTranslated?: string | undefined;
  readonly publisher?: string | undefined;
  /** The publisher's English name, for a work in Persian. */
  readonly publisherTranslated?: string | undefined;
  readonly location?: string | undefined;
  readonly series?: string | undefined;
  /** The conference at which it was given. */
  readonly eventTitle?: string | undefined;
  /** Its English name, for a work in Persian. */
  readonly eventTranslated?: string | undefined;
  readonly volume?: string | undefined;
  readonly number?: string | undefined;
  readonly chapter?: string | undefined;
  /** `58--79` in BibTeX's form, a single page, or several of both, `1--5, xii`. */
  readonly pages?: string | undefined;
  /** ISO 8601, `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or the first and last of several years, `2019/2020`. */
  readonly date?: string | undefined;
  /** The Solar Hijri year that the work prints, ASCII digits. */
  readonly yearPrinted?: string | undefined;
  readonly edition?: string | undefined;
  readonly version?: string | undefined;
  /** The title of the work of which this one is a translation or a new edition, and its date. */
  readonly originalTitle?: string | undefined;
  readonly originalDate?: string | undefined;
  readonly doi?: string | undefined;
  readonly isbn?: string | undefined;
  readonly issn?: string | undefined;
  /** The number that an archive has given it, which archive (`arxiv`), and the class there (`cs.DL`). */
  readonly eprint?: string | undefined;
  readonly eprintType?: string | undefined;
  readonly eprintClass?: string | undefined;
  readonly pmid?: string | undefined;
  readonly pmcid?: string | undefined;
  /** `W2741809807`. */
  readonly openalex?: string | undefined;
  /** `Q42`. */
  readonly wikidata?: string | undefined;
  readonly url?: string | undefined;
  /** What a reference says at its end, in print too. */
  readonly addendum?: string | undefined;
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
  readonly reason: Texts;
  /** Addresses, `own knowledge`, `the article`. */
  readonly seen: readonly string[];
  readonly file: string;
  readonly line: number;
}

/** The first four digits of the date: the Gregorian year. */
export const yearOf = (work: Work): string | undefined => work.date?.slice(0, 4);

/** `Given Family Jr.`, or the body's name. */
export function fullName(name: Name): string {
  return isBody(name) ? name.literal : [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}

/** The name by which someone is filed, its parts apart by the comma of a language: `Family, Given, Jr.`, or the body's name. */
export const filingName = (name: Name, comma: string): string =>
  isBody(name) ? name.literal : [name.family, name.given, name.suffix].filter(Boolean).join(`${comma} `);

/** `Family, Given, Jr.`, or the body's name. */
export const invertedName = (name: Name): string => filingName(name, ',');

/** The family name, or the body's name: how a text refers to who made a work. */
export const familyName = (name: Name): string => (isBody(name) ? name.literal : name.family);

/**
 * `Family, Given`, for formats whose readers part a name at its spaces: what is one piece, the name of a body or one that is
 * not parted, closes with a comma, which keeps it whole (EndNote's rule for corporate authors, in its own format and in RIS).
 */
export const commaName = (name: Name): string =>
  isBody(name) || (!name.given && name.family.includes(' ')) ? `${fullName(name)},` : invertedName(name);

/**
 * The title under which a work goes, and the English one beside it. Where the title in the language of the work is not known, the
 * English one stands for it in square brackets, as references give a title that is translated (APA 7, section 9.38).
 */
export function titlesOf(work: Work): {
  readonly title?: string | undefined;
  readonly translated?: string | undefined;
} {
  const { title, titleTranslated } = work;
  return title === undefined && titleTranslated !== undefined
    ? { title: `[${titleTranslated}]` }
    : { title: wholeTitle(work), translated: titleTranslated };
}

/** The title of {@link titlesOf} with its marks. */
export function markedTitleOf(work: Work): MarkedText | undefined {
  const { title } = titlesOf(work);
  return work.markedTitle ?? (title === undefined ? undefined : [title]);
}

/** The title with its subtitle, where a format has one place for both. */
export const wholeTitle = ({ title, subtitle }: Pick<Work, 'title' | 'subtitle'>): string | undefined =>
  title === undefined || subtitle === undefined
    ? (title ?? subtitle)
    : `${title}${/[?!؟:]$/.test(title) ? '' : ':'} ${subtitle}`;

/** The kind of page range that most formats want, with an en dash. */
export const pageRange = (work: Work): string | undefined => work.pages?.replaceAll('--', '–');

/** The first and the last page; of a single one, and of several that do not follow each other, there is no last. */
export function pageBounds({ pages }: Work): {
  readonly first?: string | undefined;
  readonly last?: string | undefined;
} {
  if (pages === undefined) return {};
  const [first, last] = pages.includes(',') ? [pages.replaceAll('--', '–')] : pages.split('--');
  return { first, last };
}

/** An address of a work in its archive, where that is one that is known here. */
export function eprintAddress({ eprint, eprintType }: Work): string | undefined {
  if (eprint === undefined) return undefined;
  const archives: Readonly<Record<string, string>> = {
    arxiv: 'https://arxiv.org/abs/',
    jstor: 'https://www.jstor.org/stable/',
    hdl: 'https://hdl.handle.net/',
  };
  const archive = archives[eprintType ?? 'arxiv'];
  return archive && `${archive}${eprint}`;
}

/** What an archive is called, with the number that it gave: `arXiv:2101.00001`. */
export const sayEprint = ({ eprint, eprintType = 'arxiv' }: Work): string | undefined =>
  eprint && `${eprintType === 'arxiv' ? 'arXiv' : eprintType}:${eprint}`;

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
  isSure(work)
    ? work
    : {
        ...work,
        ...{ doi: undefined, isbn: undefined, url: undefined, eprint: undefined },
        ...{ pmid: undefined, pmcid: undefined, openalex: undefined, wikidata: undefined },
      };

/** How sure it is that a cited work is the one described, why it is not surer, and how the article names it. */
const identificationOf = (work: CitedWork): Remark[] => [
  ...(isStated(work)
    ? []
    : [
        {
          label: 'Identification',
          text: `${work.identification}${isSure(work) ? '' : `. ${textIn(work.reason, 'en').value.replace(/\.$/, '')}`}`,
        },
      ]),
  ...(work.printed.length > 0 ? [{ label: 'Cited as', text: work.printed.join(' | ') }] : []),
];

const say = ({ label, text }: Remark): string => `${label}: ${text}`;

/** The same in words, for formats that describe a work. */
export const identificationNotes = (work: CitedWork): string[] => identificationOf(work).map(say);

/** What a format may have a field for. */
type Held =
  | ContributorRole
  | 'type'
  | 'subtype'
  | 'kind'
  | 'authorLatin'
  | 'authorPersian'
  | 'others'
  | 'titleSentence'
  | 'containerSentence'
  | 'titleTranslated'
  | 'containerTranslated'
  | 'series'
  | 'eventTitle'
  | 'chapter'
  | 'yearPrinted'
  | 'originalTitle'
  | 'originalDate'
  | 'eprint'
  | 'pmid'
  | 'pmcid'
  | 'openalex'
  | 'wikidata';

/** What the types are called that not every format has. */
const typeNames: Readonly<Partial<Record<WorkType, string>>> = {
  inproceedings: 'conference paper',
  inreference: 'encyclopedia entry',
  legislation: 'act',
  jurisdiction: 'legal case',
  patent: 'patent',
  standard: 'standard',
  preprint: 'preprint',
  dataset: 'data set',
  software: 'software',
  movie: 'film',
  interview: 'interview',
};

/** Names in one text. */
const sayNames = (names: Names | undefined): string | undefined =>
  names && [...names.list.map(invertedName), ...(names.others ? ['and others'] : [])].join('; ');

/**
 * Who stands where records of EndNote's kind (RIS, refer) have authors: of a film its director (EndNote 21 User Guide, "Reference
 * Types"; Zotero reads it so), or whoever is known to have made it, if nobody is said to have directed it.
 *
 * @returns the names, and what then has to be said beside
 */
export function makersOf(work: Work): { readonly makers: Names | undefined; readonly beside: readonly Remark[] } {
  const director = work.type === 'movie' ? work.contributors?.director : undefined;
  if (director === undefined) return { makers: work.author, beside: [] };
  const author = sayNames(work.author);
  return { makers: director, beside: author === undefined ? [] : [{ label: 'Author', text: author }] };
}

/**
 * What is known of a work and has no field of its own in most formats, and what the editors say of it. A format leaves out
 * the parts that it can hold in a field. It is for who reads a file: no style may print it, and no reader take it for data,
 * so it never stands in a `note`, which styles print and pandoc and Zotero search for `Key: value`.
 */
export function remarksOf(work: Work | CitedWork, held: readonly Held[] = []): Remark[] {
  const { translated } = titlesOf(work);
  const parts: readonly (readonly [Held, label: string, text: string | undefined])[] = [
    ['subtype', 'Kind', work.subtype && `article in a ${work.subtype}`],
    ['type', 'Kind', typeNames[work.type]],
    ['kind', 'Genre', work.type === 'thesis' ? work.kind && thesisName(work).en : work.kind],
    ['others', 'Author', work.author?.others ? 'and others' : undefined],
    ['others', 'Editor', work.editor?.others ? 'and others' : undefined],
    ['authorLatin', 'Author in Latin script', sayNames(work.authorLatin)],
    ['authorPersian', 'Author in Persian script', sayNames(work.authorPersian)],
    ...contributorsOf(work).map(([role, names]) => [role, roleLabels[role], sayNames(names)] as const),
    ['titleSentence', 'Title in sentence capitals', work.titleSentence],
    ['containerSentence', 'Container in sentence capitals', work.containerSentence],
    ['titleTranslated', 'Title in English', translated],
    ['titleSentence', 'Title in English in sentence capitals', work.translatedSentence],
    ['containerTranslated', 'Container in English', work.containerTranslated],
    ['series', 'Series', work.series],
    ['eventTitle', 'Conference', work.eventTitle],
    ['chapter', 'Chapter', work.chapter],
    ['yearPrinted', 'Solar Hijri year', work.yearPrinted],
    ['originalTitle', 'Title of the original', work.originalTitle],
    ['originalDate', 'Date of the original', work.originalDate],
    ['eprint', 'Archive', sayEprint(work) && [sayEprint(work), work.eprintClass].filter(Boolean).join(' ')],
    ['pmid', 'PubMed', work.pmid],
    ['pmcid', 'PubMed Central', work.pmcid],
    ['openalex', 'OpenAlex', work.openalex],
    ['wikidata', 'Wikidata', work.wikidata],
  ];
  return [
    ...parts.flatMap(([name, label, text]) => (!text || held.includes(name) ? [] : [{ label, text }])),
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
