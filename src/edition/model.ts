/**
 * The model of an edition: what the content files say, read once and joined. Pages, exports, search and tests are
 * functions of it; none of them reads a content file.
 */
import { type CitedWork, isBody, type Name } from '../bibliography/work.ts';
import { unhandled } from '../exhaustive.ts';
import type { Fault } from '../faults.ts';
import { lettersOf } from '../formulas/letters.ts';
import type { BothCalendars, IsoDate } from '../text/calendar.ts';
import { type Forms, type Language, listComma, type Texts } from '../text/languages.ts';
import type { ArticleFile, ImageFile, StatedFile } from './article-files.ts';
import type { ArticleType } from './article-types.ts';
import type { ArticleContributorRole, ContributorKind } from './contributor-kinds.ts';
import type { Credit } from './credit.ts';
import type { HostName } from './host-names.ts';
import type { LocatorKind } from './locators.ts';
import type { Notice } from './notices.ts';
import type { Offers } from './offers.ts';
import type { OwnPage } from './own-pages.ts';
import type { ReceivedFile } from './received.ts';
import type { RelatedHereKind, WorkRelation } from './relations.ts';
import type { Access } from './rights.ts';
import type { SearchEngine } from './search-engine.ts';
import type { CoveredPeriod, CoveredPlace, SubjectTerm } from './subjects.ts';
import type { Theme } from './theme.ts';

/** How sure a statement is: forced by evidence, borne out by an identified work or a page, or one of several. */
export type Certainty = 'certain' | 'supported' | 'uncertain';

/** How a fact about the article is known. */
export interface Evidence {
  readonly certainty: Certainty;
  /** Where it was seen: an address, `source` for the text as received, `authors` for what they state, `editors` for our own wording. */
  readonly from: string;
  readonly note?: Texts | undefined;
}

/** A statement about the article with where it comes from. */
export interface Stated<T> extends Evidence {
  readonly value: T;
}

/** Where somebody works, in parts. Each part has a form in each language in which it is known. */
export interface Affiliation extends Partial<Evidence> {
  readonly institution: Forms;
  readonly department?: Forms | undefined;
  readonly city?: Forms | undefined;
  /** By its code, ISO 3166-1 alpha-2: `IR`. */
  readonly country?: string | undefined;
  /** The ROR of the institution. */
  readonly ror?: string | undefined;
}

/** A person, or an organisation, whose name has no parts. */
export interface Agent {
  readonly name: Forms<Name>;
  /** ORCID iD of a person, bare: `0000-0002-1825-0097`. */
  readonly orcid?: string | undefined;
  /** ISNI, sixteen characters without spaces: `000000012103268X`. */
  readonly isni?: string | undefined;
  /** ROR of an organisation, bare: `05dxps055`. */
  readonly ror?: string | undefined;
  /** The entity in Wikidata: `Q42`. */
  readonly wikidata?: string | undefined;
  /** In parts; what an author states in one text is in `affiliation`. */
  readonly affiliations?: readonly Affiliation[] | undefined;
}

/** Whether an agent is an organisation: its name says it in every script. */
export const isOrganisation = ({ name }: Agent): boolean => isBody(name.en);

/** Who made the article (DataCite: creator). */
export interface Creator extends Agent {
  /** How the romanised name is known. */
  readonly romanised: Evidence;
  readonly affiliation: Texts<Stated<string>>;
  readonly email?: string | undefined;
  readonly corresponding: boolean;
  /** What the author did, by CRediT. */
  readonly roles?: readonly Credit[] | undefined;
  /** Whether the author contributed as much as the others of whom it is said. */
  readonly equal?: true | undefined;
  /** Whether a footnote hung on the name whose text the source lost. */
  readonly lostNote: boolean;
}

/** Who took part in the article beside its authors. */
export interface Contributor extends Agent, Evidence {
  readonly role: ArticleContributorRole;
}

/** An award of a funder. */
export interface Award {
  readonly number: string;
  readonly title?: Forms | undefined;
  readonly url?: string | undefined;
}

/** Who paid for the work, and by which awards. */
export interface Funding extends Evidence {
  readonly funder: Forms;
  readonly ror?: string | undefined;
  /** The Crossref Funder ID, bare: `10.13039/501100003968`. */
  readonly funderId?: string | undefined;
  readonly awards?: readonly Award[] | undefined;
}

/** The journal in which the version of record stands. */
export interface Journal {
  readonly name: Forms;
  /** The abbreviation of its name, by ISO 4 where it has one. */
  readonly abbreviation?: string | undefined;
  readonly publisher: Forms;
  readonly homepage?: string | undefined;
  /** By the medium for which each stands; one of which that is not known is of `any`. */
  readonly issn?: { readonly [kind in IssnKind]?: string | undefined } | undefined;
}

/** The book of a chapter, or the proceedings of a conference. */
export interface Book {
  readonly name: Forms;
  readonly publisher: Forms;
  readonly isbn?: string | undefined;
}

/** The conference at which a paper was given. */
export interface Conference {
  readonly name: Forms;
  readonly place?: Forms | undefined;
  /** Its first day, and its last if it has several. */
  readonly start?: IsoDate | undefined;
  readonly end?: IsoDate | undefined;
}

export const degreeLevels = ['bachelor', 'master', 'doctor'] as const;

/** For what a thesis was written, and where. */
export interface Thesis {
  readonly institution: Forms;
  readonly level: (typeof degreeLevels)[number];
}

/** Media of a journal (ISSN-L: linking, for all of them). */
export type IssnKind = 'any' | 'print' | 'electronic' | 'linking';

/** The ISSN of a journal for a place that has room for one: of the medium in which this edition is, as near as one is known. */
export const issnOf = ({ issn }: Journal): string | undefined =>
  issn && (issn.electronic ?? issn.any ?? issn.linking ?? issn.print);

/** Where in its journal an article stands. */
export interface Placement {
  /** The year in each calendar in which it is known; in one at least. */
  readonly year?: Stated<RecordYear> | undefined;
  readonly volume?: Stated<string> | undefined;
  readonly issue?: Stated<string> | undefined;
  readonly pages?: Stated<{ readonly first: string; readonly last: string }> | undefined;
  /** The number that it has instead of pages. */
  readonly articleNumber?: Stated<string> | undefined;
  /** The title of the special issue. */
  readonly specialIssue?: Stated<string> | undefined;
}

/** The version of record (NISO RP-8: VoR): the article as a journal published it before this edition did. */
export interface VersionOfRecord extends Placement {
  readonly url: string;
  readonly doi?: Stated<string> | undefined;
}

/** The year of an issue: of the Solar Hijri calendar, of the Gregorian, or of both. Neither alone tells the other. */
export interface RecordYear {
  readonly solarHijri?: string | undefined;
  readonly gregorian?: string | undefined;
}

export const articleEvents = [
  'submitted',
  'received',
  'revised',
  'accepted',
  'online',
  'print',
  'presented',
  'defended',
] as const;
/** `online` and `print`: that it was published so. */
export type ArticleEvent = (typeof articleEvents)[number];

/** A date in the life of the article: of the version of record, or where there is none of what this edition publishes. */
export interface ArticleDate extends BothCalendars {
  readonly event: ArticleEvent;
  /** The calendar of the source; the date in the other is computed, and an interval where the day is not known. */
  readonly calendar: keyof BothCalendars;
  /** As the source has it, in reading order. */
  readonly printed: string;
  readonly certainty: Certainty;
  readonly note?: Texts | undefined;
}

/** A licence, or where none is given a rights statement (rightsstatements.org), with what is known beyond it. */
export interface Rights {
  /** Of the licence, or of the statement. */
  readonly uri: string;
  readonly name: Texts;
  readonly note: Texts;
  /** The identifier that SPDX has for the licence; absent of a statement, which gives no right. */
  readonly licence?: string | undefined;
  /** The statement that stands beside a licence. */
  readonly statement?: { readonly uri: string; readonly name: Texts } | undefined;
  readonly holder?: Forms | undefined;
  /** The Gregorian year of the copyright. */
  readonly year?: string | undefined;
  readonly access?: Access | undefined;
}

/** Lines of `source.txt`, from 1, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** How words are set off from those around them, beyond emphasis. */
export type TextStyle = 'strong' | 'superscript' | 'subscript' | 'smallCaps' | 'underline';

/** What a piece of running text is made of. */
export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'styled'; readonly style: TextStyle; readonly children: readonly Inline[] }
  /** What a machine reads, character by character: a name in a program, a command. */
  | { readonly type: 'code'; readonly value: string }
  /** A formula, as TeX (`formulas/mathml.ts` reads it). */
  | { readonly type: 'formula'; readonly tex: string }
  /** The end of a line within a block. */
  | { readonly type: 'lineBreak' }
  /** A run in another language than the text around it, to be isolated and marked. */
  | { readonly type: 'foreign'; readonly language: string; readonly children: readonly Inline[] }
  | Citation
  | NoteRef
  | TableNoteRef
  | { readonly type: 'reading'; readonly reading: string; readonly children: readonly Inline[] }
  | { readonly type: 'remark'; readonly remark: string; readonly children: readonly Inline[] }
  /** Words that the editors supplied and the source does not have: a lost caption, a heading of a column. */
  | { readonly type: 'supplied'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  /** A numbered part of the same text, by its anchor (`fig2`); it prints its label, or what the author writes. */
  | { readonly type: 'crossReference'; readonly target: string; readonly children: readonly Inline[] }
  /** A file that the article publishes, by its name in the folder of files. */
  | {
      readonly type: 'file';
      readonly name: string;
      readonly mediaType?: string | undefined;
      readonly children: readonly Inline[];
    };

/** A marker of a note. */
export interface NoteRef {
  readonly type: 'noteRef';
  readonly note: string;
  /** Which of the calls of that note it is, from 1. */
  readonly call: number;
}

/** A marker of a note of a table, which stands below that. */
export interface TableNoteRef {
  readonly type: 'tableNote';
  /** The id of the note: `table2-a`. */
  readonly note: string;
  readonly sign: string;
  /** Which of the calls of that note it is, from 1. */
  readonly call: number;
}

/** A place in the text where a work is cited. */
export interface Citation {
  readonly type: 'citation';
  /** `c1`, `c2`, … in reading order. */
  readonly id: string;
  /** The key of the work in the bibliography. */
  readonly key: string;
  /** The pages cited, or another place ({@link locatorKind}), in ASCII: `58`, `119-120`, `xii-xv`. */
  readonly locator?: string | undefined;
  /** What the place is, where it is no page. */
  readonly locatorKind?: Exclude<LocatorKind, 'page'> | undefined;
  /** The line of the version's file. */
  readonly line: number;
  /** What the page prints. */
  readonly children: readonly Inline[];
}

interface BlockBase {
  /** The anchor in the version: `p12`, `s3`, `fig1`. */
  readonly id: string;
  /** Where it stands in `source.txt`. */
  readonly source: readonly LineRange[];
  /** The line of the version's file on which it starts. */
  readonly line: number;
}

export interface Heading extends BlockBase {
  readonly type: 'heading';
  readonly depth: 2 | 3 | 4;
  readonly children: readonly Inline[];
}

export interface Paragraph extends BlockBase {
  readonly type: 'paragraph';
  /** Counted through the body from 1; absent elsewhere (abstracts, notes, items of lists). */
  readonly number?: number | undefined;
  /** Whether it says from where the quotation, the verse or the epigraph is whose last block it is. */
  readonly isSource?: true | undefined;
  readonly children: readonly Inline[];
}

export interface Quotation extends BlockBase {
  readonly type: 'quotation';
  readonly blocks: readonly Block[];
}

export interface List extends BlockBase {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The number of the first item of an ordered list, where it is not 1. */
  readonly start?: number | undefined;
  /** The blocks of each item; those of most are one paragraph. */
  readonly items: readonly (readonly Block[])[];
}

/** What a machine reads, line by line. */
export interface Listing extends BlockBase {
  readonly type: 'listing';
  /** Counted through the text from 1. */
  readonly number: number;
  /** The language in which it is written, as the fence names it: `julia`. */
  readonly language?: string | undefined;
  readonly value: string;
}

/** A line of verse: of a couplet its two hemistichs, else the line alone. */
export type VerseLine = readonly (readonly Inline[])[];

export interface Verse extends BlockBase {
  readonly type: 'verse';
  /** Counted through the text from 1. */
  readonly number: number;
  readonly stanzas: readonly (readonly VerseLine[])[];
  /** From where it is. */
  readonly credit: readonly Inline[];
}

/** A term with what it means. */
export interface Definition {
  readonly term: readonly Inline[];
  readonly meanings: readonly (readonly Inline[])[];
}

export interface Definitions extends BlockBase {
  readonly type: 'definitions';
  readonly entries: readonly Definition[];
}

/** A thematic break: a line across the page, or an ornament. */
export interface Rule extends BlockBase {
  readonly type: 'rule';
}

export type PartKind = 'box' | 'epigraph' | 'dedication' | 'acknowledgements' | 'appendix' | 'glossary';

/** What stands beside the running argument of an article: an element of the file. */
export interface Part extends BlockBase {
  readonly type: 'part';
  readonly kind: PartKind;
  /** Of boxes and appendices, each counted from 1. */
  readonly number?: number | undefined;
  /** The first is its title, if it is a heading of depth 2. */
  readonly blocks: readonly Block[];
}

/** A cell of a table. */
export interface Cell {
  readonly text: readonly Inline[];
  /** Whether it heads its columns or its rows. */
  readonly isHeader: boolean;
  /** Over how many columns and rows it goes. */
  readonly columns: number;
  readonly rows: number;
}

/** The cells that begin in a row; those that go on into it from above are none of it. */
export type Row = readonly Cell[];

/** A note of a table. */
export interface TableNote {
  readonly id: string;
  /** What calls it: a letter, or the sign that the author chose. */
  readonly sign: string;
  /** How often it is called. */
  readonly calls: number;
  readonly text: readonly Inline[];
}

/** A table, or a figure that the source lost and the edition gives as a table. */
export interface Table extends BlockBase {
  readonly type: 'table';
  readonly kind: 'table' | 'figure';
  readonly number: number;
  /** What it is called in the text, where the author gave it an id; the caption of any other says it itself. */
  readonly label?: string | undefined;
  readonly caption: readonly Inline[];
  /** The rows that head the columns; the first may be of empty cells. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  readonly notes: readonly TableNote[];
  /** What stands below it: where it comes from. */
  readonly credit: readonly Inline[];
}

/** A picture of a figure: the whole of it, or a panel. */
export interface Picture {
  /** The name of its file in the article's folder of files. */
  readonly name: string;
  /** Absent where a draft names a file that is not there yet. */
  readonly file?: ImageFile | undefined;
  /** What it shows, for those who do not see it; empty where it says nothing that the text does not. */
  readonly alt: string;
}

/** Under what a figure of others may be used: the words, and where they stand. */
export interface FigureLicence {
  readonly name: string;
  readonly url?: string | undefined;
}

/** A figure that the article has as images. */
export interface Figure extends BlockBase {
  readonly type: 'figure';
  /** Counted with the figures that are given as tables. */
  readonly number: number;
  /** What it is called in the text: «شکل ۲». It stands before the caption, which does not repeat it. */
  readonly label: string;
  readonly pictures: readonly Picture[];
  readonly caption: readonly Inline[];
  readonly credit: readonly Inline[];
  readonly licence?: FigureLicence | undefined;
}
/** A formula on a line of its own. */
export interface DisplayedFormula extends BlockBase {
  readonly type: 'formula';
  readonly tex: string;
  /** Counted through the body from 1 over those that have a name; what has none is not referred to, and has no number. */
  readonly number?: number | undefined;
  /** What a cross reference calls it: `eq-heat`. */
  readonly name?: string | undefined;
}

export type Block =
  | Heading
  | Paragraph
  | Quotation
  | List
  | Table
  | Figure
  | DisplayedFormula
  | Listing
  | Verse
  | Definitions
  | Rule
  | Part;

/** A block that is compared, searched and held against the source as one: a list is one with all that is in it. */
export type FlatBlock = Exclude<Block, Quotation | Part | Rule>;

export interface Abstract {
  readonly id: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** `extended`: the long structured abstract in English that the journal prints before the article. */
  readonly kind: 'abstract' | 'extended';
  /** A structured abstract has headings, of depth 3. */
  readonly blocks: readonly Block[];
}

export interface Note {
  /** `fn1`, `fn2`, … in the order of the text. */
  readonly id: string;
  readonly number: number;
  /** The blocks in which its markers stand, in the order of its calls. */
  readonly calledIn: readonly string[];
  readonly source: readonly LineRange[];
  readonly line: number;
  /** Whether the source has lost the text of the note, which has none then. */
  readonly lost: boolean;
  readonly language: string;
  readonly blocks: readonly Block[];
}

/** A doubtful reading: an entry of the critical apparatus. */
export interface Reading {
  readonly id: string;
  /** The block in which it stands. */
  readonly block: string;
  /** What the edition reads. */
  readonly text: string;
  /** What the source has. */
  readonly source: string;
  readonly candidates: readonly string[];
  /** Of a number: what it can be at least and at most, by what it counts (a year, a page of a known article). */
  readonly within?: { readonly least: number; readonly most: number } | undefined;
  readonly certainty: Certainty;
  readonly reason: Texts;
  /** Where its candidates stand in the file of the version. */
  readonly line: number;
}

/** An editorial remark on a place of the text. */
export interface Remark {
  readonly id: string;
  readonly block: string;
  readonly text: Texts;
}

/** A number in broken digits whose reading history or arithmetic forces. */
export interface Decoding {
  readonly source: string;
  readonly text: string;
  readonly reason: Texts;
}

export type LineUse =
  | 'title'
  | 'byline'
  | 'affiliation'
  | 'dates'
  | 'heading'
  | 'keywords'
  | 'running-head'
  | 'page-number'
  | 'publication'
  | 'label'
  | 'lost';

/** What became of source lines that no block of the text names. */
export interface AccountedLines {
  readonly lines: readonly LineRange[];
  readonly as: LineUse;
}

/** What authors state of their data, by language, and where these are. */
export interface DataStatement extends Texts {
  readonly url?: string | undefined;
}

/** The words of such a statement. */
export const wordsOfStatement = ({ url: _, ...said }: DataStatement): Texts => said;

/** A title: its plain text, and where words of it are set off the same with its marks. */
export interface Title extends Stated<string> {
  readonly styled?: readonly Inline[] | undefined;
  /** The title in sentence capitals, as plain text, where it has others. */
  readonly sentence?: string | undefined;
}

/** A title with its marks. */
export const inlinesOf = ({ value, styled }: Pick<Title, 'value' | 'styled'>): readonly Inline[] =>
  styled ?? [{ type: 'text', value }];

/** The keywords in a language, each with its marks; nothing where there are none. */
export const keywordsIn = (
  { keywords, styledKeywords }: Pick<Metadata, 'keywords' | 'styledKeywords'>,
  language: string,
): readonly (readonly Inline[])[] | undefined =>
  styledKeywords?.[language] ?? keywords[language]?.map((value) => [{ type: 'text', value }]);

/** Keywords in a language as one line. */
export const keywordLine = (keywords: readonly (readonly Inline[])[], language: string): Inline[] =>
  keywords.flatMap((one, index) => [
    ...(index > 0 ? [{ type: 'text', value: listComma(language) } as const] : []),
    ...one,
  ]);

/** What is said of an article apart from its text (`article.yaml`). */
export interface Metadata {
  /** That of the text, a BCP 47 tag in its canonical form. */
  readonly language: string;
  readonly titles: Texts<Title>;
  /** The title of an article that is not in Latin letters in these, as it is known, or made by the editors by a table of ALA-LC. */
  readonly romanisedTitle?: Stated<string> | undefined;
  readonly creators: readonly Creator[];
  readonly contributors?: readonly Contributor[] | undefined;
  readonly funding?: readonly Funding[] | undefined;
  /** What the authors state of conflicting interests; where they have none, that they state so. */
  readonly conflictOfInterest?: Stated<Texts> | undefined;
  /** What they state of their data, and where these are. */
  readonly dataAvailability?: Stated<DataStatement> | undefined;
  /** The journal that published it, or publishes it here; absent of what stands in none. */
  readonly journal?: Journal | undefined;
  /** The book that has it, of a chapter or a paper. */
  readonly book?: Book | undefined;
  readonly conference?: Conference | undefined;
  readonly thesis?: Thesis | undefined;
  /** Absent where the edition is the publication. */
  readonly record?: VersionOfRecord | undefined;
  /** Where in its journal it stands, of an article that the journal publishes here. */
  readonly placement?: Placement | undefined;
  readonly dates: readonly ArticleDate[];
  /** What it is, of a closed list. */
  readonly type?: ArticleType | undefined;
  /** What kind of article the journal calls it. */
  readonly kind?: Stated<Texts> | undefined;
  readonly keywords: Texts<readonly string[]>;
  /** The same with their marks, in the languages in which some have any. */
  readonly styledKeywords?: Texts<readonly (readonly Inline[])[]> | undefined;
  /** Of what it treats, by the schemes of libraries; the places and the times of which it treats. */
  readonly subjects?: readonly SubjectTerm[] | undefined;
  readonly places?: readonly CoveredPlace[] | undefined;
  readonly periods?: readonly CoveredPeriod[] | undefined;
  /** What it is to other works. */
  readonly relations?: readonly WorkRelation[] | undefined;
  /** What it says of files that it publishes beside the text: its supplementary files (`supplements.ts`). */
  readonly files?: readonly StatedFile[] | undefined;
  readonly rights: Rights;
}

export interface Version {
  /** Semantic: `1.0.0`. */
  readonly number: string;
  readonly date: IsoDate;
  /** A released version never changes again; a draft may, and only the last version can be one. */
  readonly status: 'draft' | 'released';
  /** sha256 of the text's file, hexadecimal; absent while the version is a draft. */
  readonly digest?: string | undefined;
  /** The same of the bibliography that was frozen with it, of the metadata, and of the source that it was restored from. */
  readonly bibliographyDigest?: string | undefined;
  readonly metadataDigest?: string | undefined;
  readonly sourceDigest?: string | undefined;
  readonly kind: 'first' | 'restoration' | 'source-reading' | 'bibliography' | 'metadata' | 'apparatus' | 'correction';
  readonly summary: Texts;
  readonly file: string;
  readonly abstracts: readonly Abstract[];
  readonly body: readonly Block[];
  readonly notes: readonly Note[];
  readonly readings: readonly Reading[];
  readonly remarks: readonly Remark[];
  readonly citations: readonly Citation[];
  readonly decodings: readonly Decoding[];
  readonly accounted: readonly AccountedLines[];
  /** The files that it shows or offers, and its supplementary files, by name, each once. */
  readonly files: readonly ArticleFile[];
  /** The manuscript as its authors sent it, where it is kept. */
  readonly received?: ReceivedFile | undefined;
  /** What a draft still lacks: it can be read without, and is not released without. A released version lacks nothing. */
  readonly open: readonly Fault[];
  /** What in a draft may be a slip, and may be meant. */
  readonly doubts: readonly Fault[];
  /** Its bibliography in the order of the keys: as frozen when it was released, or the working one while it is a draft. */
  readonly works: readonly CitedWork[];
  /** As frozen when it was released, or the working state while it is a draft; under the licence that was granted last. */
  readonly metadata: Metadata;
  /** What was said of it since its release, in the order in which it was said. */
  readonly notices: readonly Notice[];
}

export interface SourceText {
  /** The lines as received, without line ends. */
  readonly lines: readonly string[];
  readonly sha256: string;
  readonly profile: SourceProfile;
}

/** Which way the extraction broke the text: the table of confusions that fidelity is checked under. */
export type SourceProfile = 'intact' | 'lost-letters' | 'merged-digits';

/** What pages say of an article that another one is linked to. */
export interface Neighbour extends Pick<Metadata, 'language' | 'titles'> {
  readonly slug: string;
  readonly creators: readonly Pick<Creator, 'name'>[];
}

/** What another article of the edition has to do with an article, as it states itself, or as a notice of it says. */
export interface RelatedHere {
  readonly kind: RelatedHereKind;
  readonly article: Neighbour;
}

/** How an article is linked to others of the edition (`links.ts`). */
export interface Links {
  /** The works of its bibliography that are articles of the edition, in the order of the keys. */
  readonly cites: readonly { readonly key: string; readonly slug: string }[];
  /** The articles that cite it, in the order of the edition. */
  readonly citedBy: readonly Neighbour[];
  /** The articles that translate, review or supplement it, and those of which it is a notice. */
  readonly relatedBy: readonly RelatedHere[];
}

/** An article; its metadata are those of its latest version. */
export interface Article extends Metadata {
  readonly slug: string;
  /** The text as received from which it was restored; absent of one that was born digital. */
  readonly source?: SourceText | undefined;
  /** Absent where no other article is linked to it, and where it was read without the others. */
  readonly links?: Links | undefined;
  /** The works that its latest version cites, in the order of their keys. */
  readonly works: readonly CitedWork[];
  /** Oldest first. */
  readonly versions: readonly Version[];
}

/** The image on the cover of an issue, and what it shows. */
export interface IssueCover {
  readonly image: ImageFile;
  readonly alt: Texts;
}

/** What an edition says of an issue of its journal (`content/issues/ID.yaml`). */
export interface IssueFacts {
  /** The name of its file, and of its page: `12-3`. */
  readonly id: string;
  readonly volume?: string | undefined;
  readonly number?: string | undefined;
  /** A Gregorian year, month or day: `2026`, `2026-03`, `2026-03-21`. */
  readonly date?: string | undefined;
  readonly title?: Texts | undefined;
  readonly cover?: IssueCover | undefined;
  /** Paragraphs of plain text. */
  readonly editorial?: Texts<readonly string[]> | undefined;
  /** The slugs of its articles, in the order of its contents. */
  readonly articles: readonly string[];
}

/** The language of the interface that stands at the root of the edition. */
export const rootLanguage = ({ languages: [first] }: Pick<Edition, 'languages'>): Language => first ?? 'en';

export interface Edition {
  readonly name: Texts;
  readonly description: Texts;
  readonly publisher: Texts;
  /** Who edits the edition. */
  readonly editors?: readonly Agent[] | undefined;
  /** The address to which registrars and harvesters write. */
  readonly contact?: string | undefined;
  /** The canonical address of the edition, ending with `/`. */
  readonly site: string;
  /** Those in the edition as a whole; each article states its own. */
  readonly rights: Rights;
  /** Those of the interface, that of the root first. */
  readonly languages: readonly Language[];
  readonly doi?:
    | {
        /** The registrant's. */
        readonly prefix: string;
        /** The pattern, with `{slug}` and `{version}`. */
        readonly suffix?: string | undefined;
        readonly registered: boolean;
        /** How often a deposit was sent again to Crossref, which refuses one that is not later than the one before. */
        readonly deposit?: number | undefined;
      }
    | undefined;
  readonly theme: Theme;
  /** What answers on the search page, where the index of the edition does not. */
  readonly search?: SearchEngine | undefined;
  /** The formats that it does without, and which versions have every file ({@link ./offers.ts}). */
  readonly formats?: Offers['formats'];
  readonly versions?: Offers['versions'];
  /** Where it is published, for the limits of that host. */
  readonly host?: HostName | undefined;
  /** What it says of itself, in the languages in which it does. */
  readonly pages: readonly OwnPage[];
  /** What it says of the issues of its journal, by their names. */
  readonly issues: readonly IssueFacts[];
  readonly articles: readonly Article[];
}

/** A version and the article of which it is one. */
export interface VersionOf {
  readonly article: Article;
  readonly version: Version;
}

/** What a page or an export is about: a version of an article of an edition. */
export interface Subject extends VersionOf {
  readonly edition: Edition;
}

/** The version that the bare address of an article shows. */
export function latestVersion(article: Article): Version {
  return article.versions.at(-1) as Version;
}

/** The article as one of its versions states it: with the metadata and the works that the version was released with. */
export const articleOf = (article: Article, version: Version): Article => ({
  ...article,
  ...version.metadata,
  works: version.works,
});

/** What an article stands in: its journal, or its book. */
export const hostOf = ({ journal, book }: Metadata): Journal | Book | undefined => journal ?? book;

/** Where in its journal an article stands, here or as the version of record. */
export const placementOf = ({ record, placement }: Metadata): Placement => record ?? placement ?? {};

/** The same version, its article as that version states it (`articleOf`). */
export const asReleased = <T extends VersionOf>(subject: T): T => ({
  ...subject,
  article: articleOf(subject.article, subject.version),
});

/** Every version of an edition, article by article, the oldest first. */
export const subjectsOf = (edition: Edition): readonly Subject[] =>
  edition.articles.flatMap((article) => article.versions.map((version) => ({ edition, article, version })));

/** The latest version of an article. */
export const latestOf = (edition: Edition, article: Article): Subject => ({
  edition,
  article,
  version: latestVersion(article),
});

/** Whether an edition has so many articles that a page with something of each shows no more than their titles. */
export const isLong = (edition: Edition): boolean => edition.articles.length > 40;

/** The running text that an inline holds, if it is of a kind that holds some. */
export function childrenOf(inline: Inline): readonly Inline[] {
  switch (inline.type) {
    case 'text':
    case 'code':
    case 'formula':
    case 'lineBreak':
    case 'noteRef':
    case 'tableNote':
      return [];
    case 'emphasis':
    case 'styled':
    case 'foreign':
    case 'citation':
    case 'reading':
    case 'remark':
    case 'supplied':
    case 'link':
    case 'crossReference':
    case 'file':
      return inline.children;
    default:
      return unhandled(inline);
  }
}

/** The words of an inline: its own, or those of the running text in it, as `inside` says them. A formula is said as its TeX. */
function wordsOf(inline: Inline, inside: (children: readonly Inline[]) => string): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'formula':
      return inline.tex;
    case 'lineBreak':
      return ' ';
    case 'noteRef':
    case 'tableNote':
      return '';
    case 'emphasis':
    case 'styled':
    case 'foreign':
    case 'citation':
    case 'reading':
    case 'remark':
    case 'supplied':
    case 'link':
    case 'crossReference':
    case 'file':
      return inside(inline.children);
    default:
      return unhandled(inline);
  }
}

/** The plain text of running text, as it is read: no marks, no note markers. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => wordsOf(inline, plainText)).join('');

/** The plain text that the source must have: what the editors supplied is left out. */
export const sourcedText = (inlines: readonly Inline[]): string =>
  inlines
    .filter((inline) => inline.type !== 'supplied')
    .map((inline) => (inline.type === 'formula' ? lettersOf(inline.tex) : wordsOf(inline, sourcedText)))
    .join('');

/** Every inline node of running text, outer before inner. */
export function* walkInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    yield* walkInlines(childrenOf(inline));
  }
}

/** The running texts of a block at their fixed places, in reading order: an empty cell is a place too. */
export function placesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.children];
    case 'listing':
      return [[{ type: 'code', value: block.value }]];
    case 'verse':
      return [...block.stanzas.flat(2), block.credit];
    case 'definitions':
      return block.entries.flatMap(({ term, meanings }) => [term, ...meanings]);
    case 'rule':
      return [];
    case 'quotation':
    case 'part':
      return block.blocks.flatMap(placesOf);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(placesOf));
    case 'table':
      return [
        block.caption,
        ...[...block.head, ...block.rows].flat().map(({ text }) => text),
        ...block.notes.map(({ text }) => text),
        block.credit,
      ];
    case 'figure':
      return [block.caption, block.credit];
    case 'formula':
      return [[{ type: 'formula', tex: block.tex }]];
    default:
      return unhandled(block);
  }
}

/** The running texts of a block, in reading order. */
export const runningTexts = (block: Block): readonly (readonly Inline[])[] =>
  placesOf(block).filter((text) => text.length > 0);

/** Whether a block closes a text: what comes behind it is no part of the last section. */
export const isEndMatter = (block: Block): boolean =>
  block.type === 'part' && ['acknowledgements', 'appendix', 'glossary'].includes(block.kind);

/** The blocks of a part without its title, and that. */
export function titledBlocks({ blocks }: Part): { readonly title?: Heading; readonly blocks: readonly Block[] } {
  const [first, ...others] = blocks;
  return first?.type === 'heading' && first.depth === 2 ? { title: first, blocks: others } : { blocks };
}

/** Blocks without the line that says from where they are, and that. */
export function sourcedBlocks(blocks: readonly Block[]): {
  readonly source?: Paragraph;
  readonly blocks: readonly Block[];
} {
  const last = blocks.at(-1);
  return last?.type === 'paragraph' && last.isSource ? { source: last, blocks: blocks.slice(0, -1) } : { blocks };
}

/** Who took part in an article of an edition beside its authors: in the article, then in the edition. */
export const contributorsTo = ({
  edition,
  article,
}: Pick<Subject, 'edition' | 'article'>): readonly { readonly kind: ContributorKind; readonly agent: Agent }[] => [
  ...(article.contributors ?? []).map((agent) => ({ kind: agent.role, agent })),
  ...(edition.editors ?? []).map((agent) => ({ kind: 'edition-editor' as const, agent })),
];

/** Some blocks as plain texts, one for each that is one (`FlatBlock`). */
export const sayBlocks = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(flattened).map((block) => runningTexts(block).map(plainText).join(' '));

/** The running texts of a note, in reading order. */
export const textsOfNote = (note: Note): readonly (readonly Inline[])[] => note.blocks.flatMap(runningTexts);

/** The plain text of a note. */
export const sayNote = (note: Note): string => textsOfNote(note).map(plainText).join(' ');

/** The anchor of a marker: the first that calls note 3 is `fnref3`, the second `fnref3-2`. */
export const anchorOfCall = (note: string, call: number): string =>
  `fnref${note.slice(2)}${call === 1 ? '' : `-${call}`}`;

/** The anchor of a marker of a note of a table: `table2-a-call`, the second `table2-a-call2`. */
export const anchorOfTableCall = (note: string, call: number): string => `${note}-call${call === 1 ? '' : call}`;

/** The anchors of all markers of a note, in the order of its calls. */
export const anchorsOfCalls = ({ id, calledIn }: Note): readonly string[] =>
  calledIn.map((_, index) => anchorOfCall(id, index + 1));

/** What is printed on one line of its own surroundings: a paragraph, with the lists below it. */
export interface Line {
  readonly text: readonly Inline[];
  readonly lists: readonly List[];
}

/**
 * The blocks of an item or a note as a line, if they are no more than that: its words stand then directly in the item, and not
 * as a paragraph in it.
 */
export function lineIn([first, ...others]: readonly Block[]): Line | undefined {
  const lists = others.filter((block) => block.type === 'list');
  return first?.type === 'paragraph' && lists.length === others.length ? { text: first.children, lists } : undefined;
}

/** A block as those that are one each: a quotation as its paragraphs and lists. */
export function flattened(block: Block): readonly FlatBlock[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'table':
    case 'figure':
    case 'formula':
    case 'listing':
    case 'verse':
    case 'definitions':
      return [block];
    // There is nothing in it that could differ.
    case 'rule':
      return [];
    case 'quotation':
    case 'part':
      return block.blocks.flatMap(flattened);
    default:
      return unhandled(block);
  }
}

/** The blocks that a block holds. */
export const blocksIn = (block: Block): readonly Block[] =>
  block.type === 'list' ? block.items.flat() : block.type === 'quotation' || block.type === 'part' ? block.blocks : [];

/** The anchor of a block, and those of the blocks in it. */
export const anchorsOf = (block: Block): readonly string[] => [block.id, ...blocksIn(block).flatMap(anchorsOf)];

/** Every block of a version that has source lines of its own, in reading order: abstracts, body. */
export function blocksOf(version: Version): readonly Block[] {
  return [...version.abstracts.flatMap((abstract) => abstract.blocks), ...version.body];
}

/** The same as blocks that hold no other. */
export const flatBlocks = (version: Version): readonly FlatBlock[] => blocksOf(version).flatMap(flattened);

/**
 * What of an edition is published: released versions. A draft can still change under a citation, so it is shown only where an
 * article has nothing else, and says so.
 */
export function publishedPart(edition: Edition): Edition {
  const articles = edition.articles.map((article) => {
    const released = article.versions.filter((version) => version.status === 'released');
    const versions = released.length > 0 ? released : article.versions;
    const published = { ...article, versions };
    return articleOf(published, latestVersion(published));
  });
  return { ...edition, articles };
}
