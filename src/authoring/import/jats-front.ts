/** The head of an article in JATS (Journal Publishing 1.3, `front`), of which pandoc reads little. */
import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { type ArticleType, articleTypes } from '../../edition/article-types.ts';
import { type ArticleContributorRole, contributorRoles } from '../../edition/contributor-kinds.ts';
import { type Author, type Front, inItsScript, noFront, type StatedDate } from './front.ts';

type Parent = Element | Root;

const childrenNamed = (parent: Parent | undefined, name: string): Element[] =>
  (parent?.children ?? []).filter((child): child is Element => child.type === 'element' && child.name === name);

/** All elements of a name below one, in the order of the file. */
const allNamed = (parent: Parent | undefined, name: string): Element[] =>
  (parent?.children ?? []).flatMap((child) =>
    child.type === 'element' ? [...(child.name === name ? [child] : []), ...allNamed(child, name)] : [],
  );

const textOf = (node: Parent | undefined, without: readonly string[] = []): string =>
  (node?.children ?? [])
    .map((child) =>
      child.type === 'text' || child.type === 'cdata'
        ? child.value
        : child.type === 'element' && !without.includes(child.name)
          ? textOf(child, without)
          : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const said = (parent: Parent | undefined, name: string, without: readonly string[] = []): string | undefined => {
  const [first] = allNamed(parent, name);
  return textOf(first, without) || undefined;
};

const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes[name] ?? undefined;

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

/** Those who took part in the article as one kind of contributor. */
function agentsOf(meta: Element | undefined, kind: 'author' | ArticleContributorRole): Author[] {
  const affiliations = new Map(
    allNamed(meta, 'aff').map((aff) => [attribute(aff, 'id') ?? '', textOf(aff, ['label', 'institution-id', 'sup'])]),
  );
  const mails = new Map(
    allNamed(meta, 'corresp').map((corresp) => [attribute(corresp, 'id') ?? '', said(corresp, 'email')]),
  );
  return allNamed(meta, 'contrib')
    .filter((contrib) => (attribute(contrib, 'contrib-type') ?? 'author') === kind)
    .flatMap((contrib): Author[] => {
      const references = (type: string) =>
        allNamed(contrib, 'xref').flatMap((xref) =>
          attribute(xref, 'ref-type') === type ? (attribute(xref, 'rid') ?? '').split(/\s+/) : [],
        );
      const names = allNamed(contrib, 'name').flatMap((name) => {
        const family = said(name, 'surname');
        const given = said(name, 'given-names');
        if (family === undefined) return given === undefined ? [] : [{ family: given }];
        return [{ family, given }];
      });
      const body = said(contrib, 'collab', ['contrib-group', 'contrib']) ?? said(contrib, 'institution');
      if (names.length === 0 && body === undefined) return [];
      const corresp = references('corresp');
      const own = [...childrenNamed(contrib, 'aff'), ...childrenNamed(contrib, 'address')].map((aff) =>
        textOf(aff, ['label', 'email']),
      );
      const orcid = allNamed(contrib, 'contrib-id').find((id) => attribute(id, 'contrib-id-type') === 'orcid');
      return [
        {
          ...(names.length > 0 ? Object.assign({}, ...names.toReversed().map(inItsScript)) : { body }),
          orcid: /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(textOf(orcid))?.[0],
          email: said(contrib, 'email') ?? corresp.map((id) => mails.get(id)).find((mail) => mail !== undefined),
          isCorresponding: attribute(contrib, 'corresp') === 'yes' || corresp.length > 0,
          affiliations: [...references('aff').flatMap((id) => affiliations.get(id) ?? []), ...own].filter(
            (one) => one !== '',
          ),
        },
      ];
    });
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
  // The names of JATS4R, of JATS 1.0 and of publishers.
  const conflicts = authorNotes.filter((one) => /^(?:coi-statement|conflict)$/i.test(attribute(one, 'fn-type') ?? ''));
  const notes = [...authorNotes.filter((one) => !conflicts.includes(one)), ...allNamed(meta, 'funding-statement')].map(
    (one) => textOf(one, ['label']),
  );
  const language = attribute(article, 'xml:lang');
  const front: Front = {
    ...noFront,
    language,
    titles: [
      [textOf(title, ['xref', 'fn']), textOf(subtitle, ['xref', 'fn'])].filter((part) => part !== '').join(': '),
      ...allNamed(meta, 'trans-title').map((one) => textOf(one)),
    ].filter((one) => one !== ''),
    authors: agentsOf(meta, 'author'),
    contributors: contributorRoles.flatMap((role) => agentsOf(meta, role).map((one) => ({ ...one, role }))),
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
    dates: allNamed(childrenNamed(meta, 'history')[0], 'date').flatMap((date): StatedDate[] => {
      const event = events[attribute(date, 'date-type') ?? ''];
      const on = dateOf(date);
      return event === undefined || on === undefined ? [] : [{ event, date: on }];
    }),
    type: types[type] ?? articleTypes.find((one) => one === type),
    left: notes.filter((note) => note !== ''),
  };
  const abstracts = [...allNamed(meta, 'abstract'), ...allNamed(meta, 'trans-abstract')].filter(
    // A picture of the article, and its highlights, are no abstract.
    (abstract) => !['graphical', 'toc', 'teaser', 'key-points'].includes(attribute(abstract, 'abstract-type') ?? ''),
  );
  return { front, abstracts: abstracts.map(({ children }) => toXml(children)) };
}
