import { isOn, type Offers } from '../edition/offers.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';

/** Media types of several formats, or of the page itself: what is asked for by them is not clear. */
const general = /^(?:text\/.*|application\/(?:xml|json|octet-stream|zip))$/;

/** A media type without its parameters. */
export const bareType = (mediaType: string): string => mediaType.split(';')[0] as string;

/**
 * The formats that a client can ask a landing page for by media type, as DOI clients do (https://citation.crosscite.org/docs.html):
 * the first of each type.
 */
export const negotiableAmong = <T extends Pick<Format, 'mediaType'>>(all: readonly T[]): readonly T[] =>
  all.filter(
    ({ mediaType }, index) =>
      !general.test(bareType(mediaType)) &&
      all.findIndex((other) => bareType(other.mediaType) === bareType(mediaType)) === index,
  );

/** Those of an edition. */
export const negotiableOf = (edition: Offers): readonly Format[] =>
  negotiableAmong(formats.filter(({ extension }) => isOn(edition, extension)));
