/**
 * What Zotero's button makes of a page, by the rules that its translators publish: the translator with the lowest priority that
 * finds something is taken. COinS (310) finds every `span` of the class `Z3988` whose format it knows, and offers a choice where
 * there are several; embedded metadata (320) reads the tags of the head.
 */
export interface Saved {
  readonly translator: 'COinS' | 'Embedded Metadata';
  /** How many items it offers: of more than one, the reader has to choose. */
  readonly items: number;
  readonly type: string;
  readonly title: string | undefined;
  readonly creators: readonly string[];
  readonly date: string | undefined;
  readonly publication: string | undefined;
  readonly doi: string | undefined;
  readonly abstract: string | undefined;
  readonly pdf: string | undefined;
}

const decoded = (text: string) =>
  text
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s">]+))`).exec(tag);
  return value ? decoded(value[1] ?? value[2] ?? '') : undefined;
};

/** The formats of a ContextObject that the translator knows. */
const known =
  /rft_val_fmt=info(?::|%3A)ofi(?:\/|%2F)fmt(?::|%3A)kev(?::|%3A)mtx(?::|%3A)(?:journal|book|dissertation|patent|dc)\b/i;

/** The type that the tags of the head say, the first that is there. */
const types: readonly (readonly [tag: string, type: string])[] = [
  ['citation_journal_title', 'journalArticle'],
  ['citation_technical_report_institution', 'report'],
  ['citation_conference_title', 'conferencePaper'],
  ['citation_book_title', 'bookSection'],
  ['citation_inbook_title', 'bookSection'],
  ['citation_dissertation_institution', 'thesis'],
  ['citation_title', 'journalArticle'],
];

export function savedFrom(html: string): Saved {
  const spans = [...html.matchAll(/<span\b[^>]*>/g)].filter(([tag]) => {
    const title = attribute(tag, 'title') ?? '';
    return /(?:^|\s)Z3988(?:\s|$)/.test(attribute(tag, 'class') ?? '') && known.test(title);
  });
  const tags = [...html.matchAll(/<meta\b[^>]*>/g)].map(
    ([tag]) => [attribute(tag, 'name') ?? attribute(tag, 'property') ?? '', attribute(tag, 'content') ?? ''] as const,
  );
  const all = (...names: readonly string[]) =>
    names.flatMap((name) => tags.flatMap(([one, content]) => (one === name && content !== '' ? [content] : [])));
  const first = (...names: readonly string[]) => all(...names)[0];
  return {
    translator: spans.length > 0 ? 'COinS' : 'Embedded Metadata',
    items: Math.max(spans.length, 1),
    type: types.find(([tag]) => first(tag) !== undefined)?.[1] ?? 'webpage',
    title: first('citation_title', 'og:title'),
    creators: all('citation_author'),
    // Highwire's date of publication; else what Open Graph and Dublin Core say, else the date online, else a `time` on the page.
    date:
      first('citation_publication_date', 'citation_cover_date', 'citation_date') ??
      first(
        'og:published_time',
        'article:published_time',
        'DC.date.issued',
        'DC.date',
        'dcterms.issued',
        'dcterms.date',
      ) ??
      first('citation_online_date', 'citation_year') ??
      attribute(/<time\b[^>]*>/.exec(html)?.[0] ?? '', 'datetime'),
    publication: first('citation_journal_title', 'citation_inbook_title', 'og:site_name'),
    doi: first('citation_doi'),
    abstract: first('citation_abstract', 'og:description', 'description'),
    pdf: first('citation_pdf_url'),
  };
}
