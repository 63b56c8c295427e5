import { commaName, pageBounds, pageRange, titlesOf, type Work, type WorkType, yearOf } from './work.ts';

/**
 * A value of a key/encoded-value pair. Only what the form needs is encoded: what may stand in a query stays (RFC 3986,
 * 3.4), a space is «+», and letters beyond ASCII stay letters, as in an IRI (RFC 3987, 3.1, gives their escapes). Readers
 * decode what is escaped and take the rest as it is; a page with fifty Persian titles is 4 % lighter so.
 */
const encodeValue = (value: string) =>
  value.replace(/[^\p{L}\p{M}\p{N}\u200c–—’“”""\-._~!$'()*,;:@/? ]/gu, encodeURIComponent).replaceAll(' ', '+');

/** The metadata format of each type of work. That of books has a key for a body as author, Dublin Core has none. */
const formats: Readonly<Record<WorkType, 'journal' | 'book' | 'dissertation' | 'dc'>> = {
  article: 'journal',
  book: 'book',
  incollection: 'book',
  inproceedings: 'book',
  inreference: 'book',
  report: 'book',
  resolution: 'book',
  thesis: 'dissertation',
  ...{ legislation: 'dc', jurisdiction: 'dc', patent: 'dc', standard: 'dc', preprint: 'dc', dataset: 'dc' },
  ...{ software: 'dc', movie: 'dc', interview: 'dc', online: 'dc', misc: 'dc' },
};

/** `rft.type` in Dublin Core: the names by which Zotero knows types. */
const dcTypes: Readonly<Partial<Record<WorkType, string>>> = {
  ...{ legislation: 'statute', jurisdiction: 'case', patent: 'patent', standard: 'standard', preprint: 'preprint' },
  ...{ dataset: 'dataset', software: 'computerProgram', movie: 'film', interview: 'interview', online: 'webpage' },
};

/** `rft.genre` in those formats that have one. */
const genres: Readonly<Partial<Record<WorkType, string>>> = {
  ...{ article: 'article', book: 'book', incollection: 'bookitem', report: 'report', resolution: 'report' },
  ...{ inproceedings: 'proceeding', inreference: 'bookitem', thesis: 'dissertation' },
};

/**
 * A work as the `title` of a COinS span (OpenURL COinS 1.0, after ANSI/NISO Z39.88-2004): a ContextObject in
 * key/encoded-value form.
 */
export function coins(work: Work): string {
  const format = formats[work.type];
  const isThesis = work.type === 'thesis';
  const { title } = titlesOf(work);
  const [first, ...others] = work.author?.list ?? [];
  const { first: start, last: end } = pageBounds(work);
  const isPart = work.type === 'incollection' || work.type === 'inproceedings' || work.type === 'inreference';
  const pairs: (readonly [string, string | undefined])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
  ];
  if (format === 'dc') {
    pairs.push(
      ['rft.type', dcTypes[work.type] ?? 'document'],
      ['rft.title', title],
      ['rft.publisher', work.publisher ?? work.institution],
      ['rft.identifier', work.url],
    );
    // A film is its director's, where it has no other author.
    const creators = work.author ?? (work.type === 'movie' ? work.contributors?.director : undefined);
    for (const one of creators?.list ?? []) pairs.push(['rft.creator', commaName(one)]);
  } else {
    pairs.push(['rft.genre', genres[work.type]]);
    pairs.push([work.type === 'article' || isPart ? 'rft.atitle' : isThesis ? 'rft.title' : 'rft.btitle', title]);
    pairs.push([work.type === 'article' ? 'rft.jtitle' : 'rft.btitle', work.container]);
    if (first && !('literal' in first)) pairs.push(['rft.aulast', first.family], ['rft.aufirst', first.given]);
    if (first && 'literal' in first) pairs.push(['rft.aucorp', first.literal]);
    for (const one of others) pairs.push(['rft.au', commaName(one)]);
    pairs.push(
      ['rft.series', format === 'book' ? work.series : undefined],
      ['rft.edition', format === 'book' ? work.edition : undefined],
      ['rft.volume', work.volume],
      ['rft.issue', work.type === 'article' ? work.number : undefined],
      ['rft.pages', pageRange(work)],
      ['rft.spage', start],
      ['rft.epage', end],
      ['rft.place', format === 'book' ? work.location : undefined],
      ['rft.pub', isThesis ? undefined : (work.publisher ?? work.institution)],
      ['rft.inst', isThesis ? work.institution : undefined],
      ['rft.isbn', work.isbn],
      ['rft.issn', work.issn],
    );
  }
  pairs.push(
    ['rft.date', work.date?.includes('/') ? yearOf(work) : work.date],
    ['rft.language', work.language === 'und' ? undefined : work.language],
    ['rft_id', work.doi ? `info:doi/${work.doi}` : work.url],
  );
  return pairs
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeValue(value as string)}`)
    .join('&');
}
