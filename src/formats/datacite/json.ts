import type { Format } from '../format.ts';
import { type DataciteResource, dataciteVersion } from './record.ts';

/** A resource as DataCite's REST API and its content negotiation write it. No `event` is asked for, so that a deposit starts as a draft. */
export const dataciteJson = (resource: DataciteResource): string => `${JSON.stringify(resource, null, 2)}\n`;

/** DataCite JSON of a version (https://support.datacite.org/docs/datacite-json). */
export const dataciteJsonFormat: Format = {
  name: 'DataCite JSON',
  extension: 'datacite.json',
  mediaType: 'application/vnd.datacite.datacite+json',
  write: (subject, _, texts = []) => dataciteJson(dataciteVersion(subject, texts)),
};
