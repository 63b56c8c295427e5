/** An article of each type, with everything said and with nothing: each row of what can be said has its place in each export, or none. */
import { rm } from 'node:fs/promises';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArticleType, articleTypes } from '../../src/edition/article-types.ts';
import type { Article, Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { writeNoticed } from '../helpers/notices.ts';
import {
  dates,
  editors,
  everyone,
  everyType,
  everyTypeHere,
  everything,
  exportOf,
  foundIn,
  others,
  statements,
  subjectOf,
  supplements,
} from '../helpers/records.ts';

let before: Edition;
let here: Edition;
let bare: Edition;
let noticed: Edition;
beforeAll(async () => {
  const root = await writeNoticed();
  [before, here, bare, noticed] = await Promise.all([
    everyType(everything + supplements + everyone + others + statements + dates, editors),
    everyTypeHere(),
    everyType(''),
    loadEdition(root),
  ]);
  await rm(root, { recursive: true });
});

const marc = (tag: string, more = '') => `//marc:datafield[@tag="${tag}"]${more}`;
const cr = (...names: string[]) => `/${names.map((name) => `/*[local-name()="${name}"]`).join('')}`;

/** Types that stand in a journal where the edition is their publication. */
const alone = ['preprint', 'working-paper', 'conference-paper', 'chapter', 'thesis', 'report'];
const journalTypes = articleTypes.filter((type) => !alone.includes(type));

type Cell = readonly [row: string, extension: string, xpath: string];

/** Where a row stands in an export, by XPath (libxml2), of each type of article. */
const cells: readonly Cell[] = [
  ['organisation', 'datacite.xml', '//d:creatorName[@nameType="Organizational"]'],
  ['organisation', 'jats.xml', '//contrib/collab | //contrib/collab-alternatives'],
  ['organisation', 'marc.xml', marc('710', '[*="aut"]')],
  ['organisation', 'crossref.xml', cr('organization')],
  ['organisation', 'mods.xml', '/m:mods/m:name[@type="corporate"][m:role/m:roleTerm="aut"]'],
  ['organisation', 'tei.xml', '//tei:titleStmt/tei:author/tei:orgName'],
  ['affiliation', 'jats.xml', '//aff/institution-wrap/institution-id[@institution-id-type="ror"]'],
  ['affiliation', 'crossref.xml', `${cr('institution', 'institution_id')}[@type="ror"]`],
  ['affiliation', 'datacite.xml', '//d:affiliation[@affiliationIdentifierScheme="ROR"]'],
  ['affiliation', 'tei.xml', '//tei:affiliation/tei:orgName[@ref]'],
  ['affiliation', 'marc.xml', marc('100', '/marc:subfield[@code="u"]')],
  ['affiliation', 'mods.xml', '//m:affiliation'],
  ['suffix', 'jats.xml', '//name/suffix'],
  ['suffix', 'crossref.xml', cr('suffix')],
  ['suffix', 'marc.xml', marc('100', '/marc:subfield[@code="c"]')],
  ['suffix', 'tei.xml', '//tei:genName'],
  ['CRediT', 'jats.xml', '//contrib/role[@vocab="credit"]'],
  ['CRediT', 'crossref.xml', `${cr('role')}[@vocab="credit"]`],
  ['CRediT', 'tei.xml', '//tei:resp[starts-with(@ref, "https://credit.niso.org/")]'],
  ['CRediT', 'marc.xml', '//marc:subfield[@code="4"][starts-with(., "https://credit.niso.org/")]'],
  ['CRediT', 'mods.xml', '//m:roleTerm[starts-with(@valueURI, "https://credit.niso.org/")]'],
  ['equal contribution', 'jats.xml', '//contrib[@equal-contrib="yes"]'],
  ['contributors', 'jats.xml', '//contrib[@contrib-type="translator"]'],
  ['contributors', 'datacite.xml', '//d:contributor[@contributorType="Translator"]'],
  ['contributors', 'crossref.xml', '//*[@contributor_role="translator"]'],
  ['contributors', 'marc.xml', marc('700', '[*="trl"]')],
  ['contributors', 'mods.xml', '//m:name[m:role/m:roleTerm="trl"]'],
  ['contributors', 'tei.xml', '//tei:editor[@role="translator"]'],
  ['contributors', 'dc.xml', '//dc:contributor'],
  ['editors of the edition', 'tei.xml', '//tei:respStmt[@xml:id="editors"]/tei:persName'],
  ['editors of the edition', 'datacite.xml', '//d:contributor[@contributorType="Editor"]'],
  ['editors of the edition', 'marc.xml', marc('700', '[*="edt"]')],
  ['money', 'datacite.xml', '//d:fundingReference'],
  ['money', 'crossref.xml', '//fr:program'],
  ['money', 'jats.xml', '//funding-group'],
  ['money', 'tei.xml', '//tei:funder'],
  ['money', 'mods.xml', '//m:note[@type="funding"]'],
  ['money', 'marc.xml', marc('536')],
  ['conflicts of interest', 'jats.xml', '//author-notes/fn[@fn-type="coi-statement"]'],
  ['conflicts of interest', 'mods.xml', '//m:note[@type="conflict of interest"]'],
  ['conflicts of interest', 'marc.xml', marc('500', '[contains(., "conflicts of interest")]')],
  ['conflicts of interest', 'datacite.xml', '//d:description[contains(., "conflicts of interest")]'],
  ['conflicts of interest', 'tei.xml', '//tei:note[contains(., "conflicts of interest")]'],
  ['data availability', 'jats.xml', '//back/sec[@sec-type="data-availability"]'],
  ['data availability', 'mods.xml', '//m:note[contains(., "data are open to all")]'],
  ['data availability', 'marc.xml', marc('500', '[contains(., "data are open to all")]')],
  ['data availability', 'datacite.xml', '//d:description[contains(., "data are open to all")]'],
  ['data availability', 'tei.xml', '//tei:note[contains(., "data are open to all")]'],
  ['licence', 'crossref.xml', '//ai:license_ref'],
  ['licence', 'jats.xml', '//license[@license-type="CC-BY-4.0"]'],
  ['licence', 'tei.xml', '//tei:licence[@target="https://creativecommons.org/licenses/by/4.0/"]'],
  ['licence', 'datacite.xml', '//d:rights[@rightsIdentifier="CC-BY-4.0"]'],
  ['licence', 'marc.xml', marc('540', '[*="https://creativecommons.org/licenses/by/4.0/"]')],
  ['licence', 'dc.xml', '//dc:rights[.="https://creativecommons.org/licenses/by/4.0/"]'],
  ['holder', 'jats.xml', '//permissions/copyright-holder'],
  ['holder', 'marc.xml', marc('542')],
  ['access', 'crossref.xml', '//ai:free_to_read'],
  ['access', 'jats.xml', '//ali:free_to_read'],
  ['access', 'marc.xml', marc('506')],
  ['access', 'marc.xml', marc('856', '/marc:subfield[@code="7"]')],
  ['access', 'dc.xml', '//dc:rights[.="info:eu-repo/semantics/openAccess"]'],
  ['access', 'tei.xml', '//tei:availability[@status="free"]'],
  ['access', 'datacite.xml', '//d:rights[@rightsURI="info:eu-repo/semantics/openAccess"]'],
  ['access', 'mods.xml', '//m:accessCondition[contains(@xlink:href, "coar/access_right/")]'],
  ['subjects', 'marc.xml', marc('650')],
  ['subjects', 'mods.xml', '//m:subject[@authority="lcsh"]'],
  ['subjects', 'datacite.xml', '//d:subject[@subjectScheme]'],
  ['subjects', 'jats.xml', '//kwd-group[@vocab] | //subj-group[@vocab="lcsh"]'],
  ['subjects', 'tei.xml', '//tei:keywords[@scheme]'],
  ['class', 'marc.xml', marc('082')],
  ['places', 'datacite.xml', '//d:geoLocation'],
  ['places', 'marc.xml', marc('043')],
  ['places', 'marc.xml', marc('651')],
  ['places', 'mods.xml', '//m:subject/m:geographic'],
  ['periods', 'marc.xml', marc('648')],
  ['periods', 'mods.xml', '//m:subject/m:temporal'],
  ['periods', 'datacite.xml', '//d:date[@dateType="Coverage"]'],
  ['periods', 'dc.xml', '//dc:coverage'],
  ['relations', 'datacite.xml', '//d:relatedIdentifier[@relationType="IsSupplementedBy"]'],
  ['relations', 'crossref.xml', '//rel:*[@relationship-type="isSupplementedBy"]'],
  ['relations', 'jats.xml', '//related-object[@document-type="dataset"]'],
  ['relations', 'tei.xml', '//tei:relatedItem[@type="review-of"]'],
  ['relations', 'dc.xml', '//dc:relation[.="https://doi.org/10.5281/zenodo.1"]'],
  ['series', 'marc.xml', marc('490')],
  ['series', 'mods.xml', '//m:relatedItem[@type="series"]'],
  ['series', 'datacite.xml', '//d:relatedIdentifier[@relationType="IsPartOf"][.="https://series.example/"]'],
  ['files', 'jats.xml', '//supplementary-material'],
  ['files', 'mods.xml', '//m:relatedItem[@type="constituent"]'],
  ['files', 'marc.xml', marc('856', '[@ind2="3"]')],
  ['files', 'tei.xml', '//tei:relatedItem[@type="file"]'],
  ['files', 'datacite.xml', '//d:relatedIdentifier[@relationType="HasPart"]'],
  ['files', 'crossref.xml', '//rel:*[@relationship-type="hasPart"]'],
  ['dates', 'jats.xml', '//history/date'],
  ['dates', 'tei.xml', '//tei:creation/tei:date'],
];

/** The same where the edition is the publication: by its type it stands in a journal, a book, at a conference, or for a degree. */
const publicationCells: readonly (readonly [...Cell, types: readonly ArticleType[]])[] = [
  ['journal', 'jats.xml', '//journal-meta/issn-l', journalTypes],
  ['journal', 'datacite.xml', '//d:relatedItem[@relatedItemType="Journal"]', journalTypes],
  ['journal', 'crossref.xml', cr('journal', 'journal_article', 'doi_data'), journalTypes],
  ['journal', 'marc.xml', marc('773', '/marc:subfield[@code="x"]'), journalTypes],
  ['journal', 'mods.xml', '//m:relatedItem[@type="host"]/m:identifier[@type="issn-l"]', journalTypes],
  ['article number', 'jats.xml', '//article-meta/elocation-id', journalTypes],
  ['article number', 'crossref.xml', `${cr('item_number')}[@item_number_type="article_number"]`, journalTypes],
  ['special issue', 'jats.xml', '//article-meta/issue-title', journalTypes],
  ['special issue', 'crossref.xml', cr('journal_issue', 'titles'), journalTypes],
  ['conference', 'jats.xml', '//conference/conf-loc', ['conference-paper']],
  ['conference', 'marc.xml', marc('711'), ['conference-paper']],
  ['conference', 'mods.xml', '//m:name[@type="conference"]', ['conference-paper']],
  ['conference', 'tei.xml', '//tei:meeting | //tei:note[@type="conference"]', ['conference-paper']],
  ['conference', 'crossref.xml', cr('conference', 'conference_paper', 'doi_data'), ['conference-paper']],
  ['book', 'marc.xml', marc('773', '/marc:subfield[@code="z"]'), ['conference-paper', 'chapter']],
  ['book', 'mods.xml', '//m:relatedItem[@type="host"]/m:identifier[@type="isbn"]', ['conference-paper', 'chapter']],
  ['book', 'crossref.xml', cr('book', 'content_item', 'doi_data'), ['chapter']],
  ['degree', 'marc.xml', marc('502'), ['thesis']],
  ['degree', 'mods.xml', '//m:name[m:role/m:roleTerm="dgg"]', ['thesis']],
  ['degree', 'jats.xml', '//custom-meta[meta-name="degree-granting-institution"]', ['thesis']],
  ['degree', 'crossref.xml', cr('dissertation', 'degree'), ['thesis']],
];

/** What follows from the type alone. */
const typeCells: typeof publicationCells = [
  ['report', 'crossref.xml', cr('report-paper', 'report-paper_metadata', 'doi_data'), ['working-paper', 'report']],
  ['preprint', 'crossref.xml', `${cr('posted_content')}[@type="preprint"]`, ['preprint']],
];

/** Where each notice of a version stands (`helpers/notices.ts` has one of each kind). */
const noticeCells: readonly Cell[] = [
  ['retraction', 'crossref.xml', `${cr('posted_content', 'status')}[@type="withdrawn"]`],
  ['retraction', 'crossref.xml', '//rel:*[@relationship-type="hasRelatedMaterial"][.="10.5555/retraction"]'],
  ['retraction', 'datacite.xml', '//d:relatedIdentifier[@relationType="IsObsoletedBy"]'],
  ['retraction', 'jats.xml', '//related-article[@related-article-type="retraction-forward"]'],
  ['retraction', 'marc.xml', marc('787', '[*="https://doi.org/10.5555/retraction"]')],
  ['retraction', 'mods.xml', '//m:note[@type="retracted"]'],
  ['retraction', 'tei.xml', '//tei:relatedItem[@type="retraction"]'],
  ['retraction', 'dc.xml', '//dc:relation[.="https://doi.org/10.5555/retraction"]'],
  ['concern', 'crossref.xml', '//rel:*[@relationship-type="hasRelatedMaterial"][contains(., "concern")]'],
  ['concern', 'datacite.xml', '//d:relatedIdentifier[@relationType="IsReviewedBy"]'],
  ['concern', 'jats.xml', '//related-article[@related-article-type="concern-forward"]'],
  ['correction', 'crossref.xml', '//rel:*[@relationship-type="hasRelatedMaterial"][contains(., "correction")]'],
  ['correction', 'jats.xml', '//related-article[@related-article-type="correction-forward"]'],
  ['correction', 'datacite.xml', '//d:relatedIdentifier[.="https://journal.example/correction"]'],
  ['erratum', 'jats.xml', '//event[@event-type="erratum"]'],
  ['erratum', 'marc.xml', marc('500', '[contains(., "Why erratum")]')],
  ['licence granted since', 'jats.xml', '//license[@license-type="CC-BY-4.0"]'],
  ['licence granted since', 'crossref.xml', '//ai:license_ref'],
  ['DOI registered since', 'jats.xml', '//article-id[.="10.5555/tale.1"]'],
  ['DOI registered since', 'datacite.xml', '//d:identifier[@identifierType="DOI"][.="10.5555/tale.1"]'],
  ['DOI registered since', 'marc.xml', marc('024', '[*="10.5555/tale.1"]')],
];

const read = new Map<Edition, Map<string, XmlDocument>>();
afterAll(() => {
  for (const documents of read.values()) for (const document of documents.values()) document.dispose();
});

/** An export, read once. */
async function documentOf(extension: string, edition: Edition, article: Article): Promise<XmlDocument> {
  const documents = read.get(edition) ?? new Map<string, XmlDocument>();
  read.set(edition, documents);
  const key = `${article.slug}.${extension}`;
  const document = documents.get(key) ?? XmlDocument.fromString(await exportOf(extension, subjectOf(edition, article)));
  documents.set(key, document);
  return document;
}

/** The articles of an edition in whose export something is found. */
async function slugsWith(edition: Edition, extension: string, xpath: string): Promise<string[]> {
  const slugs: string[] = [];
  for (const article of edition.articles)
    if (foundIn(await documentOf(extension, edition, article), xpath).length > 0) slugs.push(article.slug);
  return slugs;
}

test.each(cells)(
  '%s in %s at %s: of every type where it is said, of none where it is not',
  async (_, extension, xpath) => {
    expect(await slugsWith(before, extension, xpath)).toEqual(articleTypes);
    expect(await slugsWith(here, extension, xpath)).toEqual(articleTypes);
    expect(await slugsWith(bare, extension, xpath)).toEqual([]);
  },
);

test.each(publicationCells)('%s in %s at %s: of the types that have it', async (_, extension, xpath, types) => {
  expect(await slugsWith(here, extension, xpath)).toEqual(types);
  expect(await slugsWith(bare, extension, xpath)).toEqual([]);
});

test.each(typeCells)('%s in %s at %s: by the type alone', async (_, extension, xpath, types) => {
  expect(await slugsWith(here, extension, xpath)).toEqual(types);
  expect(await slugsWith(bare, extension, xpath)).toEqual(types);
});

test.each(noticeCells)('%s in %s at %s: of the version of which it was said', async (_, extension, xpath) => {
  expect(await slugsWith(noticed, extension, xpath)).toEqual(['a-tale']);
});
