/** What the static repository and the answers of `/oai` say alike: the records’ formats and names, and the edition. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { type Edition, type Subject, subjectsOf } from '../../edition/model.ts';
import { isArchived } from '../../edition/offers.ts';
import { textIn, textsOf } from '../../text/languages.ts';

/** How a format of the edition goes by in OAI-PMH (section 3.4: metadataPrefix, schema, namespace). */
export interface Dissemination {
  readonly prefix: string;
  readonly extension: string;
  readonly schema: string;
  readonly namespace: string;
}

/** The formats of records, Dublin Core first, which the protocol demands. */
export const disseminations: readonly Dissemination[] = [
  {
    prefix: 'oai_dc',
    extension: 'dc.xml',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  {
    prefix: 'mods',
    extension: 'mods.xml',
    schema: 'http://www.loc.gov/standards/mods/v3/mods-3-7.xsd',
    namespace: 'http://www.loc.gov/mods/v3',
  },
  {
    prefix: 'marc21',
    extension: 'marc.xml',
    schema: 'http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
    namespace: 'http://www.loc.gov/MARC21/slim',
  },
  {
    prefix: 'jats',
    extension: 'jats.xml',
    schema: 'https://jats.nlm.nih.gov/publishing/1.3/xsd/JATS-journalpublishing1-3-mathml3.xsd',
    // JATS has no namespace, and OAI-PMH takes no metadata without one: this is NLM's form of such a name.
    namespace: 'https://jats.nlm.nih.gov/ns/publishing/1.3/',
  },
];

/** The versions that have records: of an older one that has its text and an archive alone, the files of records are in there. */
export const describedOf = (edition: Edition): readonly Subject[] =>
  subjectsOf(edition).filter((subject) => !isArchived(subject));

/** A version's identifier (http://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm). */
export const identifierOf = ({ edition, article, version }: Subject): string =>
  `oai:${new URL(edition.site).hostname}:${article.slug}/${version.number}`;

/** The edition by its English name, or what stands for one, with its others in brackets. */
function nameOf({ name }: Edition): string {
  const own = textIn(name, 'en');
  const others = textsOf(name).flatMap((one) => (one.language === own.language ? [] : [one.value]));
  return others.length > 0 ? `${own.value} (${others.join('; ')})` : own.value;
}

/**
 * Identify (OAI-PMH 2.0, section 4.2).
 *
 * @param prefix stands before the names of the protocol’s elements: `oai:` in a static repository
 * @param baseUrl the address that answers: of a static repository a gateway’s before the file’s, once one carries the edition;
 *   till then the file’s own (guideline, section 3.2)
 */
export function identify(edition: Edition, prefix: '' | 'oai:', baseUrl: string): Element {
  const subjects = subjectsOf(edition);
  const host = new URL(edition.site).hostname;
  const [first] = subjects;
  return x('Identify', [
    x(`${prefix}repositoryName`, nameOf(edition)),
    x(`${prefix}baseURL`, baseUrl),
    x(`${prefix}protocolVersion`, '2.0'),
    // The protocol asks for an address, the edition states none: this is the one that every host must have (RFC 5321, 4.5.1).
    x(`${prefix}adminEmail`, edition.contact ?? `postmaster@${host}`),
    x(`${prefix}earliestDatestamp`, subjects.map(({ version }) => version.date).sort()[0]),
    // «A deleted record is no longer available» (section 2.5.1), and a version stays, retracted ones too: their records say so, under the
    // day on which it was said (section 2.7.1: a datestamp is that of the last modification).
    x(`${prefix}deletedRecord`, 'no'),
    x(`${prefix}granularity`, 'YYYY-MM-DD'),
    x(`${prefix}description`, [
      x('oai-identifier', { xmlns: 'http://www.openarchives.org/OAI/2.0/oai-identifier' }, [
        x('scheme', 'oai'),
        x('repositoryIdentifier', host),
        x('delimiter', ':'),
        x('sampleIdentifier', first && identifierOf(first)),
      ]),
    ]),
  ]);
}
