/** The head of an article in JATS (Journal Publishing 1.3, `front`), of which pandoc reads little. */
import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { type ArticleType, articleTypes } from '../../edition/article-types.ts';
import { contributorRoles } from '../../edition/contributor-kinds.ts';
import { type Front, noFront, type StatedDate } from './front.ts';
import { readFunding } from './jats-funding.ts';
import { readAgents } from './jats-people.ts';
import { allNamed, attribute, childrenNamed, said, textOf } from './xml.ts';

/** A date as far as it is stated: `2011`, `2011-02`, `2011-02-17`. */
function dateOf(date: Element | undefined): string | undefined {
  const iso = attribute(date, 'iso-8601-date');
  if (iso !== undefined && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(iso)) return iso;
  const year = said(date, 'year');
  if (date === undefined || year === undefined || !/^\d{4}$/.test(year)) return undefined;
  const two = (text: string | undefined) =>
    text !== undefined && /^\d{1,2}$/.test(text) ? text.padStart(2, '0') : undefined;
  const [month, day] = [two(said(date, 'month')), two(said(date, 'day'))];
  return [year, month, month === undefined ? undefined : day].filter((part) => part !== undefined).join('-');
}

/** What JATS calls a kind of article and the edition otherwise. */
const types: Readonly<Record<string, ArticleType>> = {
  'data-paper': 'data-article',
  'article-commentary': 'commentary',
  'brief-report': 'research-article',
  'case-report': 'research-article',
  'rapid-communication': 'research-article',
  dissertation: 'thesis',
};

const events: Readonly<Record<string, StatedDate['event']>> = {
  received: 'received',
  'rev-recd': 'revised',
  'rev-request': 'revised',
  accepted: 'accepted',
};

const withSubtitle = (title: Element | undefined, subtitle: Element | undefined): string =>
  [title, subtitle]
    .map((part) => textOf(part, ['xref', 'fn']))
    .filter((part) => part !== '')
    .join(': ');

const datesOf = (meta: Element | undefined): StatedDate[] =>
  allNamed(childrenNamed(meta, 'history')[0], 'date').flatMap((date) => {
    const event = events[attribute(date, 'date-type') ?? ''];
    const on = dateOf(date);
    return event === undefined || on === undefined ? [] : [{ event, date: on }];
  });

/** The day on which it came out online: `epub` of JATS 1.0, `pub` in electronic form of later ones. */
const onlineOf = (meta: Element | undefined): StatedDate[] =>
  childrenNamed(meta, 'pub-date')
    .filter(
      (date) =>
        attribute(date, 'pub-type') === 'epub' ||
        (attribute(date, 'date-type') === 'pub' && attribute(date, 'publication-format') === 'electronic'),
    )
    .flatMap((date): StatedDate[] => {
      const on = dateOf(date);
      return on?.length === 10 ? [{ event: 'online', date: on }] : [];
    })
    .slice(0, 1);

/** Where the data are: a note or a section of its own, or among the publisher's own facts. */
function dataAvailabilityOf(article: Element | undefined, meta: Element | undefined): string | undefined {
  const own = allNamed(meta, 'custom-meta').find((one) => /^data availability$/i.test(said(one, 'meta-name') ?? ''));
  const notes = allNamed(article, 'notes').find((one) => attribute(one, 'notes-type') === 'data-availability');
  return said(own, 'meta-value') ?? (textOf(notes, ['title']) || undefined);
}

/** The subjects under which a journal puts it: no scheme names them by an address. The first group says what kind of article it is. */
const subjectsOf = (meta: Element | undefined): string[] =>
  childrenNamed(childrenNamed(meta, 'article-categories')[0], 'subj-group')
    .filter((group) => attribute(group, 'subj-group-type') !== 'heading')
    .map((group) => allNamed(group, 'subject').map((subject) => textOf(subject)))
    .map((subjects) => (subjects.length > 0 ? `Subjects: ${subjects.join(' / ')}` : ''));

/** Other articles that it names, such as the one that comments on it. */
const relatedOf = (meta: Element | undefined): string[] =>
  childrenNamed(meta, 'related-article').map((one) =>
    ['Related article', attribute(one, 'related-article-type'), attribute(one, 'xlink:href'), textOf(one)]
      .filter((part) => part !== undefined && part !== '')
      .join(': '),
  );

/** The licence that an address of Creative Commons names; of others, their words. */
function licenceOf(meta: Element | undefined): string | undefined {
  const [licence] = allNamed(meta, 'license');
  if (!licence) return undefined;
  const xml = toXml(licence);
  const [, kind, number] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/.exec(xml) ?? [];
  if (kind !== undefined) return `CC-${kind.toUpperCase()}-${number}`;
  return /creativecommons\.org\/publicdomain\/zero/.test(xml) ? 'CC0-1.0' : textOf(licence) || undefined;
}

/** @returns the facts, and the abstracts as XML */
export function readJatsFront(root: Root): { readonly front: Front; readonly abstracts: readonly string[] } {
  const [article] = childrenNamed(root, 'article');
  const [journal] = allNamed(article, 'journal-meta');
  const [meta] = allNamed(article, 'article-meta');
  const ids = childrenNamed(meta, 'article-id');
  const doi = ids.find((id) => attribute(id, 'pub-id-type') === 'doi');
  const issn = (kind: RegExp) =>
    allNamed(journal, 'issn')
      .filter((one) => kind.test(attribute(one, 'pub-type') ?? attribute(one, 'publication-format') ?? ''))
      .map((one) => textOf(one))
      .find((one) => /^\d{4}-\d{3}[\dX]$/.test(one));
  const abbreviation =
    allNamed(journal, 'abbrev-journal-title')[0] ??
    allNamed(journal, 'journal-id').find((id) => attribute(id, 'journal-id-type') === 'nlm-ta');
  const published = childrenNamed(meta, 'pub-date')
    .map((date) => dateOf(date))
    .filter((date) => date !== undefined);
  const title = childrenNamed(childrenNamed(meta, 'title-group')[0], 'article-title')[0];
  const subtitle = childrenNamed(childrenNamed(meta, 'title-group')[0], 'subtitle')[0];
  const name = said(journal, 'journal-title');
  const type = attribute(article, 'article-type') ?? '';
  const authorNotes = allNamed(childrenNamed(meta, 'author-notes')[0], 'fn');
  // The names of JATS4R, of JATS 1.0 and of publishers. Who did as much as others is said of the people.
  const conflicts = authorNotes.filter((one) => /^(?:coi-statement|conflict)$/i.test(attribute(one, 'fn-type') ?? ''));
  const notes = [
    ...authorNotes.filter((one) => !conflicts.includes(one) && attribute(one, 'fn-type') !== 'equal'),
    ...allNamed(meta, 'funding-statement'),
  ].map((one) => textOf(one, ['label']));
  const language = attribute(article, 'xml:lang');
  const summaries = [...allNamed(meta, 'abstract'), ...allNamed(meta, 'trans-abstract')];
  // A picture of the article, its highlights, and what a table of contents says of it, are no abstract.
  const isOther = (abstract: Element) =>
    ['graphical', 'toc', 'teaser', 'key-points'].includes(attribute(abstract, 'abstract-type') ?? '');
  const others = summaries
    .filter((one) => isOther(one) && textOf(one) !== '')
    .map((one) => `a summary of the kind ${attribute(one, 'abstract-type')}, which is no abstract: ${textOf(one)}`);
  const front: Front = {
    ...noFront,
    language,
    titles: [
      withSubtitle(title, subtitle),
      // Right in the group of titles in the NLM suite, in one of their own since JATS 1.0.
      ...[...childrenNamed(meta, 'title-group'), ...allNamed(meta, 'trans-title-group')].flatMap((group) =>
        childrenNamed(group, 'trans-title').map((one, index) =>
          withSubtitle(one, childrenNamed(group, 'trans-subtitle')[index]),
        ),
      ),
    ].filter((one) => one !== ''),
    authors: readAgents(meta, 'author'),
    contributors: contributorRoles.flatMap((role) => readAgents(meta, role).map((one) => ({ ...one, role }))),
    funding: readFunding(meta),
    dataAvailability: dataAvailabilityOf(article, meta),
    conflictOfInterest: conflicts.map((one) => textOf(one, ['label', 'title'])).join(' ') || undefined,
    keywords: allNamed(meta, 'kwd').map((kwd) => textOf(kwd)),
    licence: licenceOf(meta),
    holder: said(meta, 'copyright-holder'),
    year: /^\d{4}$/.exec(said(meta, 'copyright-year') ?? '')?.[0],
    journal:
      name === undefined
        ? undefined
        : {
            name,
            publisher: said(journal, 'publisher-name'),
            abbreviation: textOf(abbreviation) || undefined,
            print: issn(/ppub|print/),
            electronic: issn(/epub|electronic/),
          },
    published: {
      doi: textOf(doi) || undefined,
      year: published.map((date) => date.slice(0, 4)).find(Boolean),
      volume: textOf(childrenNamed(meta, 'volume')[0]) || undefined,
      issue: textOf(childrenNamed(meta, 'issue')[0]) || undefined,
      first: textOf(childrenNamed(meta, 'fpage')[0]) || undefined,
      last: textOf(childrenNamed(meta, 'lpage')[0]) || undefined,
      articleNumber: textOf(childrenNamed(meta, 'elocation-id')[0]) || undefined,
    },
    dates: [...datesOf(meta), ...onlineOf(meta)],
    type: types[type] ?? articleTypes.find((one) => one === type),
    left: [...others, ...notes, ...subjectsOf(meta), ...relatedOf(meta)].filter((note) => note !== ''),
  };
  const abstracts = summaries.filter((one) => !isOther(one));
  return { front, abstracts: abstracts.map(({ children }) => toXml(children)) };
}
