import { articleOf } from '../edition/model.ts';
import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { crossref } from './crossref.ts';
import { cslJson } from './csl-json.ts';
import { dataciteJsonFormat } from './datacite-json.ts';
import { dataciteXmlFormat } from './datacite-xml.ts';
import { dc } from './dc.ts';
import { endnote } from './endnote.ts';
import { epub } from './epub.ts';
import type { Format } from './format.ts';
import { jats } from './jats.ts';
import { jsonld } from './jsonld.ts';
import { marc } from './marc.ts';
import { md } from './md.ts';
import { mods } from './mods.ts';
import { canTypeset } from './pdf/typst.ts';
import { pdf } from './pdf.ts';
import { ris } from './ris.ts';
import { tei } from './tei.ts';
import { txt } from './txt.ts';
import { versionFormat, type WorksFormat } from './works.ts';

/** The bibliographic formats, which write lists of works too. */
export const worksFormats: readonly WorksFormat[] = [bibtex, biblatex, ris, cslJson, endnote];

/** A format that writes a version with the metadata that the version was released with. */
const asReleased = (format: Format): Format => ({
  ...format,
  write: (edition, article, version) => format.write(edition, articleOf(article, version), version),
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
].map(asReleased);
