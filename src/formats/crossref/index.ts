/**
 * A version as a deposit to Crossref, metadata input schema 5.5.0 (https://www.crossref.org/documentation/schema-library/).
 * What it is a record of, `record-types.ts` says.
 */

import type { Comment, Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { formatList, sortWorks } from '../../bibliography/references.ts';
import { isBody, type PersonName, surelyIdentified } from '../../bibliography/work.ts';
import { pages, permanent } from '../../edition/addresses.ts';
import { partComma, partsIn, surelySaid, type Workplace, workplacesOf } from '../../edition/affiliations.ts';
import { contributorTerms } from '../../edition/contributor-kinds.ts';
import { sayRecord, surelyStyled, translatedTitles } from '../../edition/describe.ts';
import { articleDoi, doiOf } from '../../edition/doi.ts';
import { rorAddress } from '../../edition/identifiers.ts';
import { worksOf } from '../../edition/mentions.ts';
import {
  type Abstract,
  type Agent,
  type Article,
  type Creator,
  contributorsTo,
  type Edition,
  type Inline,
  latestOf,
  latestVersion,
  plainText,
  type Subject,
  sayBlocks,
  type TextStyle,
  type Version,
} from '../../edition/model.ts';
import { lastChangeOf, type Notice, noticeTermsOf, placeOf, sayNoticeInEnglish } from '../../edition/notices.ts';
import { relationTerms } from '../../edition/relations.ts';
import { addressOfSupplement, supplementsOf } from '../../edition/supplements.ts';
import { successionOf } from '../../edition/versions/succession.ts';
import { baseOf, formIn, formsOf, ownFirst, saidForm, sayIn, textIn, textsOf } from '../../text/languages.ts';
import type { Format, TextFile } from '../format.ts';
import { addressOfFile } from '../full-text.ts';
import { xmlDocument } from '../xml.ts';
import { citation } from './citations.ts';
import { articleBatch, refusedByCrossref, versionBatch } from './limits.ts';
import { recordOf } from './record-types.ts';

/**
 * Where Crossref's log of a deposit is sent if the edition has no `contact`, which the schema wants: an address that can never
 * receive mail (RFC 2606, section 2).
 */
const noAddress = 'address-not-given@depositor.invalid';

const given = (name: PersonName) => name.given && x('given_name', name.given);
const suffix = (name: PersonName) => name.suffix && x('suffix', name.suffix);

/** `institution`, under its name in each language in which that is sure: its name has no tag. In parts where they are known. */
function institutions(place: Workplace, language: string): Element[] {
  const { parts } = place;
  if (!parts || parts.certainty === 'uncertain')
    return surelySaid(place, language).map((said) => x('institution', [x('institution_name', said)]));
  return ownFirst(textsOf(parts.institution), language).flatMap(({ language: one }) => {
    const { institution, department, city, country } = Object.fromEntries(partsIn(parts, one));
    if (institution === undefined) return [];
    const location = [city, country].filter(Boolean).join(partComma(one));
    return [
      x('institution', [
        x('institution_name', institution),
        parts.ror && x('institution_id', { type: 'ror' }, rorAddress(parts.ror)),
        location && x('institution_place', location),
        department && x('institution_department', department),
      ]),
    ];
  });
}

/**
 * `person_name`: the name in the article's script; in the other one it is the same person's `alt-name`. Both are in the
 * article's language, for which Crossref has no tag with a script. An `organization` has a name alone.
 */
function contributor(
  agent: Agent & Partial<Pick<Creator, 'roles'>>,
  as: string,
  index: number,
  language: string,
): Element {
  const { name, orcid } = agent;
  const { language: tag, value: own } = saidForm(name, language);
  // languages5.5.0.xsd lists languages, without scripts and regions.
  const listed = baseOf(language);
  const others = formsOf(name).flatMap((form) => (form.language === tag || isBody(form.value) ? [] : [form.value]));
  const role = { contributor_role: as, sequence: index === 0 ? 'first' : 'additional', language: listed };
  if (isBody(own)) return x('organization', role, own.literal);
  const places = workplacesOf(agent).flatMap((place) => institutions(place, language));
  return x(
    'person_name',
    role,
    given(own),
    x('surname', own.family),
    suffix(own),
    (agent.roles ?? []).map(({ role: type }) => x('role', { vocab: 'credit', type })),
    places.length > 0 ? x('affiliations', places) : undefined,
    orcid && x('ORCID', `https://orcid.org/${orcid}`),
    others.length > 0
      ? x(
          'alt-name',
          others.map((other) =>
            x('name', { language: listed }, x('surname', other.family), given(other), suffix(other)),
          ),
        )
      : undefined,
  );
}

/** Authors, and who else took part. */
const contributors = (edition: Edition, article: Article): Element =>
  x(
    'contributors',
    [
      ...article.creators.map((agent) => ({ role: 'author', agent })),
      ...contributorsTo({ edition, article }).map(({ kind, agent }) => ({
        role: contributorTerms[kind].crossref,
        agent,
      })),
    ].map(({ role, agent }, index) => contributor(agent, role, index, article.language)),
  );

/** The elements of face markup (Crossref's `face_markup`). */
const faceElements: Readonly<Record<TextStyle | 'emphasis', string>> = {
  emphasis: 'i',
  strong: 'b',
  superscript: 'sup',
  subscript: 'sub',
  smallCaps: 'scp',
  underline: 'u',
};

/** Running text with face markup; what has none is words. */
const faces = (inlines: readonly Inline[]): ElementContent[] =>
  inlines.flatMap((inline): ElementContent[] => {
    if (inline.type === 'emphasis') return [x('i', faces(inline.children))];
    if (inline.type === 'styled') return [x(faceElements[inline.style], faces(inline.children))];
    if (inline.type === 'foreign') return faces(inline.children);
    return [{ type: 'text', value: plainText([inline]) }];
  });

// One title only: original_language_title is for translations.
const titles = (article: Article): Element =>
  x('titles', [x('title', faces(surelyStyled(article, article.language) ?? [{ type: 'text', value: article.slug }]))]);

const doiData = (doi: string, resource: string, more: readonly Element[]): Element =>
  x('doi_data', [x('doi', doi), x('resource', { mime_type: 'text/html' }, resource), ...more]);

/** `status`: that the version was retracted, which of posted content is called withdrawn. The text stays. */
const withdrawn = ({ date, reason }: Notice): Element =>
  x(
    'status',
    { type: 'withdrawn', date },
    textsOf(reason).map(({ language, value }) => x('description', { language: baseOf(language) }, value)),
  );

/** Media types that the schema has (mediatypes5.5.0.xsd) for those that it has not. */
const listedTypes: Readonly<Record<string, string>> = { 'application/jats+xml': 'application/xml' };

/**
 * `collection`: the files of the text for text mining
 * (https://www.crossref.org/documentation/retrieve-metadata/rest-api/text-and-data-mining-for-members/), and for Similarity Check
 * the one that it reads best.
 */
function collections(subject: Subject, texts: readonly TextFile[]): Element[] {
  const resource = (file: TextFile) =>
    x('resource', { mime_type: listedTypes[file.mediaType] ?? file.mediaType }, addressOfFile(subject, file));
  const checked =
    texts.find(({ extension }) => extension === 'pdf') ?? texts.find(({ extension }) => extension === 'txt');
  return [
    ...(checked
      ? [
          x('collection', { property: 'crawler-based' }, [
            x('item', { crawler: 'iParadigms' }, [x('resource', addressOfFile(subject, checked))]),
          ]),
        ]
      : []),
    ...(texts.length > 0
      ? [
          x(
            'collection',
            { property: 'text-mining' },
            texts.map((file) => x('item', [resource(file)])),
          ),
        ]
      : []),
  ];
}

/** An abstract in JATS. */
const abstract = ({ language, kind, blocks }: Abstract): Element =>
  x(
    'jats:abstract',
    { 'xml:lang': language, 'abstract-type': kind === 'extended' ? kind : undefined },
    sayBlocks(blocks).map((text) => x('jats:p', text)),
  );

/** `fr:program`: a group for each funder. A ROR stands in the place of the name and the Funder ID (fundref.xsd): both would be two funders. */
function funding({ funding: all, language }: Article): Element | undefined {
  const assertion = (name: string, ...content: (string | Element | undefined)[]) =>
    x('fr:assertion', { name }, ...content);
  return (
    all &&
    x(
      'fr:program',
      { 'xmlns:fr': 'http://www.crossref.org/fundref.xsd', name: 'fundref' },
      all.map(({ funder, ror, funderId, awards = [] }) =>
        assertion(
          'fundgroup',
          ror === undefined
            ? assertion(
                'funder_name',
                formIn(funder, language),
                funderId === undefined ? undefined : assertion('funder_identifier', `https://doi.org/${funderId}`),
              )
            : assertion('ror', rorAddress(ror)),
          ...awards.map(({ number }) => assertion('award_number', number)),
        ),
      ),
    )
  );
}

/** `ai:program`: that it is free to read, and the licence. A rights statement is none: `license_ref` is for licences. */
function accessIndicators({ rights: { uri, licence, access } }: Article): Element | undefined {
  if (access !== 'open' && !licence) return undefined;
  return x('ai:program', { name: 'AccessIndicators' }, [
    ...(access === 'open' ? [x('ai:free_to_read')] : []),
    ...(licence ? [x('ai:license_ref', uri)] : []),
  ]);
}

/** A relation (relations.xsd): within the same work, or to another work. */
const relation = (scope: 'intra' | 'inter', type: string, idType: string, id: string, description: string): Element =>
  x('rel:related_item', [
    x('rel:description', { language: 'en' }, description),
    x(`rel:${scope}_work_relation`, { 'relationship-type': type, 'identifier-type': idType }, id),
  ]);

/**
 * What the version is to others. Crossref adds the other direction by itself. It is in the article's language, so that
 * it is no translation; and the English title, for which posted content has no place, is said of the version of record.
 */
function relations(subject: Subject): Element {
  const { edition, article } = subject;
  const { record } = article;
  const { older, newer } = successionOf(subject);
  const translated = translatedTitles(article)[0]?.value;
  const source = [translated && `“${translated}”`, sayRecord(article)].filter(Boolean).join('. ');
  const doi = record?.doi && record.doi.certainty !== 'uncertain' ? record.doi.value : undefined;
  return x(
    'rel:program',
    { name: 'relations' },
    relation(
      'intra',
      'isVersionOf',
      'doi',
      articleDoi(edition, article).value,
      'The article in all versions of this edition',
    ),
    older &&
      relation(
        'intra',
        'isVersionOf',
        'doi',
        doiOf({ ...subject, version: older }).value,
        'The version before this one',
      ),
    newer &&
      relation(
        'intra',
        'isReplacedBy',
        'doi',
        doiOf({ ...subject, version: newer }).value,
        'The version after this one',
      ),
    !record && article.book?.isbn
      ? relation('inter', 'isPartOf', 'isbn', article.book.isbn, article.book.name.en)
      : undefined,
    (article.relations ?? []).flatMap((one) => {
      const [scope, type] = relationTerms[one.kind].crossref;
      const id = one.doi ?? one.url;
      const said = `${relationTerms[one.kind].label}${one.title?.en ? `: ${one.title.en}` : ''}`;
      return id === undefined ? [] : [relation(scope, type, one.doi ? 'doi' : 'uri', id, said)];
    }),
    // Posted content has no components; a part can be named by its address, of every type.
    supplementsOf(subject.version).map((file) =>
      relation('inter', 'hasPart', 'uri', addressOfSupplement(subject, file), sayIn(file.title, 'en')),
    ),
    subject.version.notices.flatMap((notice) => {
      const place = placeOf(notice);
      // The update itself is in the deposit of the notice, where that has a DOI: Crossref has no place for it here.
      return noticeTermsOf(notice).crossref && place
        ? [
            notice.doi
              ? relation('inter', 'hasRelatedMaterial', 'doi', notice.doi, sayNoticeInEnglish(notice))
              : relation('inter', 'hasRelatedMaterial', 'uri', place, sayNoticeInEnglish(notice)),
          ]
        : [];
    }),
    record &&
      relation(
        'inter',
        'isDerivedFrom',
        doi === undefined ? 'uri' : 'doi',
        doi ?? record.url,
        `The version of record: ${source}`,
      ),
  );
}

function citations(version: Version): Element {
  const cited = worksOf(version);
  const works = sortWorks(cited.map(surelyIdentified));
  // The list of all is made anyway; the candidates alone are written again, without their DOIs and addresses.
  const candidates = works.filter((work) => !cited.includes(work));
  const { language } = version.metadata;
  const references = new Map([...formatList(cited, 'text', language), ...formatList(candidates, 'text', language)]);
  return x(
    'citation_list',
    works.map((work) => citation(work, references.get(work.key), !candidates.includes(work))),
  );
}

/** What both records of an article say. */
const described = (edition: Edition, article: Article, version: Version) => ({
  edition,
  article,
  contributors: contributors(edition, article),
  titles: titles(article),
  abstracts: version.abstracts.map(abstract),
});

function versionRecord(subject: Subject, texts: readonly TextFile[]): Element {
  const { edition, article, version } = subject;
  return recordOf({
    ...described(edition, article, version),
    published: version.date,
    status: version.notices.filter(({ kind }) => kind === 'retraction').map(withdrawn),
    rest: [
      funding(article),
      accessIndicators(article),
      relations(subject),
      x('version_info', [
        x('version', version.number),
        ...textsOf(version.summary).map(({ language, value }) =>
          x('description', { language: baseOf(language) }, value),
        ),
      ]),
      doiData(
        doiOf(subject).value,
        permanent(edition.site, pages.version(article.slug, version.number)),
        collections(subject, texts),
      ),
      citations(version),
    ],
  });
}

/** The article in all its versions, published when the first of them was: the object of the DOI that names no version. */
function allVersions(edition: Edition, article: Article, texts: readonly TextFile[]): Element {
  const [first] = article.versions as [Version, ...Version[]];
  return recordOf({
    ...described(edition, article, latestVersion(article)),
    published: first.date,
    status: [],
    rest: [
      funding(article),
      accessIndicators(article),
      x(
        'rel:program',
        { name: 'relations' },
        article.versions.map((version) =>
          relation(
            'intra',
            'hasVersion',
            'doi',
            doiOf({ edition, article, version }).value,
            `Version ${version.number} of this edition`,
          ),
        ),
      ),
      doiData(
        articleDoi(edition, article).value,
        permanent(edition.site, pages.article(article.slug)),
        collections(latestOf(edition, article), texts),
      ),
    ],
  });
}

/**
 * `head`: the batch is named and numbered by the day of its last change and the number of the deposit, so that the same files make
 * the same batch, and a batch that is sent again is later than the one before.
 */
function head(edition: Edition, name: string, version: Version): Element {
  const publisher = textIn(edition.publisher, 'en').value;
  const deposit = edition.doi?.deposit ?? 0;
  return x('head', [
    x('doi_batch_id', name),
    x('timestamp', `${lastChangeOf(version).replaceAll('-', '')}${String(deposit).padStart(6, '0')}`),
    x('depositor', [x('depositor_name', publisher), x('email_address', edition.contact ?? noAddress)]),
    x('registrant', publisher),
  ]);
}

const draftComment: Comment = {
  type: 'comment',
  value: ' Draft: the DOIs of this edition have the prefix for tests. They are not registered and do not resolve. ',
};

function batch(edition: Edition, headed: Element, record: Element): string {
  return xmlDocument(
    x(
      'doi_batch',
      {
        version: '5.5.0',
        xmlns: 'http://www.crossref.org/schema/5.5.0',
        'xmlns:ai': 'http://www.crossref.org/AccessIndicators.xsd',
        'xmlns:jats': 'http://www.ncbi.nlm.nih.gov/JATS1',
        'xmlns:rel': 'http://www.crossref.org/relations.xsd',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': 'http://www.crossref.org/schema/5.5.0 https://www.crossref.org/schemas/crossref5.5.0.xsd',
      },
      edition.doi ? undefined : draftComment,
      headed,
      x('body', [record]),
    ),
  );
}

/** The deposit of the DOI that stands for all versions of an article. */
export const crossrefArticle = (edition: Edition, article: Article, texts: readonly TextFile[]): string =>
  batch(
    edition,
    head(edition, articleBatch({ edition, article }), latestVersion(article)),
    allVersions(edition, article, texts),
  );

/** The deposit of a version. Its media type is that of any XML: Crossref's own are for answers to queries. */
export const crossref: Format = {
  name: 'Crossref deposit',
  extension: 'crossref.xml',
  mediaType: 'application/xml',
  write: (subject, _, texts = []) =>
    batch(
      subject.edition,
      head(subject.edition, versionBatch(subject), subject.version),
      versionRecord(subject, texts),
    ),
  refuses: refusedByCrossref,
};
