import { asReleased } from '../edition/model.ts';
import { isOffered, isOn, type OfferSubject, type Offers } from '../edition/offers.ts';
import { crossref } from './crossref/index.ts';
import { dataciteJsonFormat } from './datacite/json.ts';
import { dataciteXmlFormat } from './datacite/xml.ts';
import { dc } from './dc.ts';
import { epub } from './epub/index.ts';
import type { Format, TextFile } from './format.ts';
import { jats } from './jats/index.ts';
import { jsonld } from './jsonld.ts';
import { marc } from './marc/index.ts';
import { md } from './md/index.ts';
import { mods } from './mods.ts';
import { pdfWith } from './pdf/index.ts';
import { canTypeset } from './pdf/typst.ts';
import { biblatex } from './references/biblatex.ts';
import { bibtex } from './references/bibtex.ts';
import { cslJson } from './references/csl-json.ts';
import { endnote } from './references/endnote.ts';
import { ris } from './references/ris.ts';
import { versionFormat, type WorksFormat } from './references/works-format.ts';
import { tei } from './tei/index.ts';
import { txt } from './txt.ts';

/** The printed page, with TEI, plain text and BibTeX of the same version inside. */
export const pdf = pdfWith([
  { format: tei, relationship: 'alternative', description: 'The edition of this version in TEI' },
  { format: txt, relationship: 'alternative', description: 'The text of this version' },
  { format: versionFormat(bibtex), relationship: 'data', description: 'The bibliographic description of this version' },
]);

/** The bibliographic formats, which write lists of works too. */
export const worksFormats: readonly WorksFormat[] = [bibtex, biblatex, ris, cslJson, endnote];

/** Those in which lists of works are offered too. */
export const listFormats: readonly WorksFormat[] = worksFormats.filter((format) => format.lists);

/** A format that writes a version with the metadata that the version was released with. */
const ofReleases = (format: Format): Format => ({
  ...format,
  write: (subject, onLack, texts = textFiles(new Map(), formatsOf(subject))) =>
    format.write(asReleased(subject), onLack, texts),
});

/**
 * Every export of a version, what most readers look for first. Pages, catalog, links and checks follow from this list. On a
 * machine that has no Typst there is no PDF; the build says so.
 */
export const formats: readonly Format[] = [
  ...(canTypeset ? [pdf] : []),
  epub,
  txt,
  md,
  ...worksFormats.map(versionFormat),
  dc,
  mods,
  marc,
  dataciteXmlFormat,
  dataciteJsonFormat,
  crossref,
  jsonld,
  jats,
  tei,
].map(ofReleases);

/** The exports that an edition offers of a version: what is written of it, linked on its page and named in its records. */
export const formatsOf = (subject: OfferSubject): readonly Format[] =>
  formats.filter(({ extension }) => isOffered(subject, extension));

/** The bibliographic formats by which a version is cited. */
export const worksFormatsOf = (subject: OfferSubject): readonly WorksFormat[] =>
  worksFormats.filter(({ extension }) => isOffered(subject, extension));

/** Those in which an edition offers lists of works. */
export const listFormatsOf = (edition: Offers): readonly WorksFormat[] =>
  listFormats.filter(({ extension }) => isOn(edition, extension));

/**
 * The files of a version that hold its text, in the order of the formats: the one list from which every record takes them.
 *
 * @param bytes their sizes by extension, as far as they are written
 * @param offered the formats that the version has ({@link formatsOf})
 */
export const textFiles = (
  bytes: ReadonlyMap<string, number> = new Map(),
  offered: readonly Format[] = formats,
): readonly TextFile[] =>
  offered
    .filter(({ holdsText }) => holdsText)
    .map(({ name, extension, mediaType }) => ({
      name,
      extension,
      mediaType: mediaType.split(';')[0] as string,
      bytes: bytes.get(extension),
    }));
