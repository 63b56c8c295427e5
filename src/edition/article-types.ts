/** What kinds of article there are, and by what name each standard knows them: one table, from which every export takes its column. */
/** The kinds that `type:` of `article.yaml` can name. */
export const articleTypes = [
  'research-article',
  'review-article',
  'data-article',
  'book-review',
  'editorial',
  'letter',
  'commentary',
  'translation',
  'preprint',
  'working-paper',
  'conference-paper',
  'chapter',
  'thesis',
  'report',
] as const;

export type ArticleType = (typeof articleTypes)[number];

/** Crossref's elements for a record; it has one for reports and working papers, and none for what stands in no journal and no book. */
export type CrossrefType =
  | 'journal_article'
  | 'content_item'
  | 'conference_paper'
  | 'dissertation'
  | 'report-paper'
  | 'posted_content';

/** The names of a kind in the standards that have one. */
export interface TypeTerms {
  /** The COAR Resource Types 3.2 (https://vocabularies.coar-repositories.org/resource_types/): address and English label. */
  readonly coar: { readonly uri: string; readonly label: string };
  /** The suggested values of `article-type` of JATS 1.3; `other` where they have none. */
  readonly jats: string;
  /** `resourceTypeGeneral` of DataCite 4.6 (appendix 1). */
  readonly datacite:
    | 'JournalArticle'
    | 'DataPaper'
    | 'Preprint'
    | 'Text'
    | 'ConferencePaper'
    | 'BookChapter'
    | 'Dissertation'
    | 'Report';
  /** The element of a deposit to Crossref 5.5.0 for it, and the type of posted content where it is deposited as that. */
  readonly crossref: { readonly type: CrossrefType; readonly posted: 'preprint' | 'letter' | 'other' };
  /** The MARC Genre Term List (https://www.loc.gov/standards/valuelist/marcgt.html), where it has a term. */
  readonly marc?: string | undefined;
  readonly schemaOrg: 'ScholarlyArticle' | 'Chapter' | 'Thesis' | 'Report';
  /** The publication types of `info:eu-repo/semantics/` (DRIVER guidelines 2.0; OpenAIRE for literature repositories 3.0). */
  readonly euRepo?: string | undefined;
}

const coar = (id: string, label: string) => ({ uri: `http://purl.org/coar/resource_type/${id}`, label });

/** An article of which no more is known than that a journal has it. */
const journalArticle: TypeTerms = {
  coar: coar('c_6501', 'journal article'),
  jats: 'research-article',
  datacite: 'JournalArticle',
  crossref: { type: 'journal_article', posted: 'other' },
  marc: 'article',
  schemaOrg: 'ScholarlyArticle',
  euRepo: 'article',
};

const terms: Readonly<Record<ArticleType, TypeTerms>> = {
  'research-article': { ...journalArticle, coar: coar('c_2df8fbb1', 'research article') },
  'review-article': {
    ...journalArticle,
    coar: coar('c_dcae04bc', 'review article'),
    jats: 'review-article',
    marc: 'survey of literature',
  },
  'data-article': { ...journalArticle, coar: coar('c_beb9', 'data paper'), jats: 'data-paper', datacite: 'DataPaper' },
  'book-review': {
    ...journalArticle,
    coar: coar('c_ba08', 'book review'),
    jats: 'book-review',
    marc: 'review',
    euRepo: 'review',
  },
  editorial: { ...journalArticle, coar: coar('c_b239', 'editorial'), jats: 'editorial' },
  letter: {
    ...journalArticle,
    coar: coar('c_545b', 'letter to the editor'),
    jats: 'letter',
    crossref: { type: 'journal_article', posted: 'letter' },
  },
  commentary: { ...journalArticle, coar: coar('D97F-VB57', 'commentary'), jats: 'article-commentary' },
  // COAR has no translations: what was translated decides, which is an article here.
  translation: { ...journalArticle, jats: 'translation' },
  preprint: {
    coar: coar('c_816b', 'preprint'),
    jats: 'preprint',
    datacite: 'Preprint',
    crossref: { type: 'posted_content', posted: 'preprint' },
    marc: 'article',
    schemaOrg: 'ScholarlyArticle',
    euRepo: 'preprint',
  },
  'working-paper': {
    coar: coar('c_8042', 'working paper'),
    jats: 'other',
    datacite: 'Text',
    crossref: { type: 'report-paper', posted: 'other' },
    schemaOrg: 'ScholarlyArticle',
    euRepo: 'workingPaper',
  },
  'conference-paper': {
    coar: coar('c_5794', 'conference paper'),
    jats: 'other',
    datacite: 'ConferencePaper',
    crossref: { type: 'conference_paper', posted: 'other' },
    marc: 'conference publication',
    schemaOrg: 'ScholarlyArticle',
    euRepo: 'conferenceObject',
  },
  chapter: {
    coar: coar('c_3248', 'book part'),
    jats: 'other',
    datacite: 'BookChapter',
    crossref: { type: 'content_item', posted: 'other' },
    schemaOrg: 'Chapter',
    euRepo: 'bookPart',
  },
  thesis: {
    coar: coar('c_46ec', 'thesis'),
    jats: 'dissertation',
    datacite: 'Dissertation',
    crossref: { type: 'dissertation', posted: 'other' },
    marc: 'thesis',
    schemaOrg: 'Thesis',
  },
  report: {
    coar: coar('c_93fc', 'report'),
    jats: 'other',
    datacite: 'Report',
    crossref: { type: 'report-paper', posted: 'other' },
    schemaOrg: 'Report',
    euRepo: 'report',
  },
};

/** Theses by their degree, which COAR and OpenAIRE tell apart. */
const degrees = {
  bachelor: { coar: coar('c_7a1f', 'bachelor thesis'), euRepo: 'bachelorThesis' },
  master: { coar: coar('c_bdcc', 'master thesis'), euRepo: 'masterThesis' },
  doctor: { coar: coar('c_db06', 'doctoral thesis'), euRepo: 'doctoralThesis' },
} as const satisfies Readonly<Record<string, Partial<TypeTerms>>>;

interface Typed {
  readonly type?: ArticleType | undefined;
  readonly thesis?: { readonly level: keyof typeof degrees } | undefined;
}

/** What the standards call an article; one that does not say what it is, an article in a journal. */
export function termsOf({ type, thesis }: Typed): TypeTerms {
  if (type === 'thesis' && thesis) return { ...terms.thesis, ...degrees[thesis.level] };
  return type ? terms[type] : journalArticle;
}
