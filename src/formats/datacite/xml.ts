import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Format } from '../format.ts';
import { xmlDocument } from '../xml.ts';
import {
  type DataciteCreator,
  type DataciteDescription,
  type DataciteFunding,
  type DataciteItem,
  type DataciteResource,
  type DataciteTitle,
  dataciteVersion,
} from './record.ts';

/** An element with a text, or none where there is no text. */
const maybe = (name: string, text: string | undefined): Element | undefined =>
  text === undefined ? undefined : x(name, text);

const title = ({ title: text, titleType, lang }: DataciteTitle): Element =>
  x('title', { titleType, 'xml:lang': lang }, text);

// Children that begin with an element stand in a list: xastscript takes an object in that place for attributes.
const agent = (
  name: 'creator' | 'contributor',
  one: DataciteCreator,
  attributes: { contributorType?: string },
): Element =>
  x(name, attributes, [
    x(`${name}Name`, { nameType: one.nameType, 'xml:lang': one.lang }, one.name),
    maybe('givenName', one.givenName),
    maybe('familyName', one.familyName),
    ...one.nameIdentifiers.map(({ nameIdentifier, nameIdentifierScheme, schemeUri }) =>
      x('nameIdentifier', { nameIdentifierScheme, schemeURI: schemeUri }, nameIdentifier),
    ),
    ...one.affiliation.map(({ name, schemeUri, ...identified }) =>
      x('affiliation', { ...identified, schemeURI: schemeUri }, name),
    ),
  ]);

/** The paragraphs of a description are parted by `br`, the only element that it may have. */
const description = ({ description: text, descriptionType, lang }: DataciteDescription): Element =>
  x(
    'description',
    { descriptionType, 'xml:lang': lang },
    text.split('\n\n').flatMap((paragraph, index) => (index === 0 ? [paragraph] : [x('br'), '\n', paragraph])),
  );

const item = (one: DataciteItem): Element =>
  x(
    'relatedItem',
    { relatedItemType: one.relatedItemType, relationType: one.relationType },
    one.relatedItemIdentifier &&
      x(
        'relatedItemIdentifier',
        { relatedItemIdentifierType: one.relatedItemIdentifier.relatedItemIdentifierType },
        one.relatedItemIdentifier.relatedItemIdentifier,
      ),
    x('titles', one.titles.map(title)),
    maybe('publicationYear', one.publicationYear),
    maybe('volume', one.volume),
    maybe('issue', one.issue),
    one.number === undefined ? undefined : x('number', { numberType: one.numberType }, one.number),
    maybe('firstPage', one.firstPage),
    maybe('lastPage', one.lastPage),
    maybe('publisher', one.publisher),
  );

const funding = (one: DataciteFunding): Element =>
  x('fundingReference', [
    x('funderName', one.funderName),
    one.funderIdentifier &&
      x(
        'funderIdentifier',
        { funderIdentifierType: one.funderIdentifierType, schemeURI: one.schemeUri },
        one.funderIdentifier,
      ),
    one.awardNumber && x('awardNumber', { awardURI: one.awardUri }, one.awardNumber),
    maybe('awardTitle', one.awardTitle),
  ]);

/** A resource as a document of the DataCite Metadata Schema 4.6 (https://schema.datacite.org/meta/kernel-4.6/metadata.xsd). */
export function dataciteXml(resource: DataciteResource): string {
  const { types, publisher } = resource;
  return xmlDocument(
    x(
      'resource',
      {
        xmlns: 'http://datacite.org/schema/kernel-4',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd',
      },
      x('identifier', { identifierType: 'DOI' }, resource.doi),
      x(
        'creators',
        resource.creators.map((one) => agent('creator', one, {})),
      ),
      x('titles', resource.titles.map(title)),
      x('publisher', { 'xml:lang': publisher.lang }, publisher.name),
      x('publicationYear', resource.publicationYear),
      x('resourceType', { resourceTypeGeneral: types.resourceTypeGeneral }, types.resourceType),
      x(
        'subjects',
        resource.subjects.map(({ subject, lang, schemeUri, valueUri, ...scheme }) =>
          x('subject', { 'xml:lang': lang, schemeURI: schemeUri, valueURI: valueUri, ...scheme }, subject),
        ),
      ),
      resource.contributors &&
        x(
          'contributors',
          resource.contributors.map((one) => agent('contributor', one, { contributorType: one.contributorType })),
        ),
      x(
        'dates',
        resource.dates.map(({ date, ...attributes }) => x('date', attributes, date)),
      ),
      x('language', resource.language),
      x(
        'alternateIdentifiers',
        resource.alternateIdentifiers.map(({ alternateIdentifier, alternateIdentifierType }) =>
          x('alternateIdentifier', { alternateIdentifierType }, alternateIdentifier),
        ),
      ),
      x(
        'relatedIdentifiers',
        resource.relatedIdentifiers.map(({ relatedIdentifier, ...attributes }) =>
          x('relatedIdentifier', attributes, relatedIdentifier),
        ),
      ),
      x(
        'sizes',
        resource.sizes.map((size) => x('size', size)),
      ),
      x(
        'formats',
        resource.formats.map((format) => x('format', format)),
      ),
      maybe('version', resource.version),
      x(
        'rightsList',
        resource.rightsList.map(({ rights, rightsUri, schemeUri, lang, ...identified }) =>
          x('rights', { rightsURI: rightsUri, schemeURI: schemeUri, ...identified, 'xml:lang': lang }, rights),
        ),
      ),
      x('descriptions', resource.descriptions.map(description)),
      resource.geoLocations &&
        x(
          'geoLocations',
          resource.geoLocations.map(({ geoLocationPlace }) =>
            x('geoLocation', [x('geoLocationPlace', geoLocationPlace)]),
          ),
        ),
      resource.fundingReferences && x('fundingReferences', resource.fundingReferences.map(funding)),
      x('relatedItems', resource.relatedItems.map(item)),
    ),
  );
}

/** DataCite XML of a version. */
export const dataciteXmlFormat: Format = {
  name: 'DataCite XML',
  extension: 'datacite.xml',
  mediaType: 'application/vnd.datacite.datacite+xml',
  write: (subject, _, texts = []) => dataciteXml(dataciteVersion(subject, texts)),
};
