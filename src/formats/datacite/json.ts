import { testPrefix } from '../../edition/doi.ts';
import type { Format } from '../format.ts';
import { type DataciteResource, dataciteVersion } from './record.ts';

/**
 * A resource as DataCite's REST API and its content negotiation write it. No `event` is asked for, so that a deposit starts as a
 * draft. A DOI for tests is not there, and DataCite gives a draft without one its own; nor are the sizes of files, which readers
 * take for pages (Zotero's translator). The XML, whose schema wants a DOI, has both.
 */
export const dataciteJson = ({ doi, sizes: _sizes, ...resource }: DataciteResource): string =>
  `${JSON.stringify(doi.startsWith(`${testPrefix}/`) ? resource : { doi, ...resource }, null, 2)}\n`;

/** DataCite JSON of a version (https://support.datacite.org/docs/datacite-json). */
export const dataciteJsonFormat: Format = {
  name: 'DataCite JSON',
  extension: 'datacite.json',
  mediaType: 'application/vnd.datacite.datacite+json',
  write: (subject, _, texts = []) => dataciteJson(dataciteVersion(subject, texts)),
};
