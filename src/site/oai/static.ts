import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { exportPath, permanent } from '../../edition/addresses.ts';
import type { Edition, Subject } from '../../edition/model.ts';
import { lastChangeOf } from '../../edition/notices.ts';
import { isOn } from '../../edition/offers.ts';
import type { Format } from '../../formats/format.ts';
import { formats as registered } from '../../formats/index.ts';
import route from '../../hosting/oai.ts';
import { describedOf, disseminations, identifierOf, identify } from './records.ts';

/** What a format says of a version: made anew, or read where it was written. */
type Written = (subject: Subject, format: Format) => string | Promise<string>;

/** More records than a static repository is meant for (guideline, section 1). */
const mostRecords = 5000;

/** An edition of more versions offers no full texts by OAI-PMH: one file would hold them all. */
const mostFullTexts = 200;

/** Stands where the records go. */
const recordsHere = 'RECORDS';

/**
 * The edition as an OAI-PMH static repository (http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm), piece by
 * piece: one record a version that has its records, in every format that the edition offers. Without Dublin Core, which OAI-PMH demands, there
 * is none; nor is there one of more versions than such a file may hold.
 */
async function* repositoryOf(edition: Edition, formats: readonly Format[], written: Written): AsyncGenerator<string> {
  const subjects = describedOf(edition);
  const offered = disseminations.flatMap((dissemination) => {
    const format = formats.find(({ extension }) => extension === dissemination.extension && isOn(edition, extension));
    const isTooMuch = dissemination.prefix === 'jats' && subjects.length > mostFullTexts;
    return format && !isTooMuch ? [{ ...dissemination, format }] : [];
  });
  if (!offered.some(({ prefix }) => prefix === 'oai_dc') || subjects.length > mostRecords) return;
  const repository = x(
    'Repository',
    {
      xmlns: 'http://www.openarchives.org/OAI/2.0/static-repository',
      'xmlns:oai': 'http://www.openarchives.org/OAI/2.0/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd',
    },
    [
      identify(edition, 'oai:', permanent(edition.site, 'oai.xml')),
      x(
        'ListMetadataFormats',
        offered.map(({ prefix, schema, namespace }) =>
          x('oai:metadataFormat', [
            x('oai:metadataPrefix', prefix),
            x('oai:schema', schema),
            x('oai:metadataNamespace', namespace),
          ]),
        ),
      ),
      ...offered.map(({ prefix }) => x('ListRecords', { metadataPrefix: prefix }, recordsHere)),
    ],
  );
  // What the formats wrote came out of this serializer already, and goes in as it is.
  const write = (node: Element) => toXml(node, { closeEmptyElements: true, allowDangerousXml: true });
  const [before = '', ...after] = write(repository).split(`>${recordsHere}<`);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${before}`;
  for (const [index, { format, namespace }] of offered.entries()) {
    yield '>';
    for (const subject of subjects) {
      yield write(
        x('oai:record', [
          x('oai:header', [
            x('oai:identifier', identifierOf(subject)),
            x('oai:datestamp', lastChangeOf(subject.version)),
          ]),
          x('oai:metadata', [{ type: 'raw', value: route.metadata(await written(subject, format), namespace) }]),
        ]),
      );
    }
    yield `<${after[index]}`;
  }
  yield '\n';
}

/** The static repository of an edition as one text, made anew; nothing if there is none. */
export async function staticRepository(
  edition: Edition,
  formats: readonly Format[] = registered,
): Promise<string | undefined> {
  const pieces = await Array.fromAsync(
    repositoryOf(edition, formats, async (subject, format) => String(await format.write(subject))),
  );
  return pieces.length === 0 ? undefined : pieces.join('');
}

/**
 * Writes `/oai.xml` if the edition has the formats for it, from the files of the versions, one after the other.
 *
 * @param folder the site, with the exports in it
 */
export async function writeOai(edition: Edition, folder: string): Promise<void> {
  const target = path.join(folder, 'oai.xml');
  const pieces = repositoryOf(edition, registered, ({ article, version }, { extension }) =>
    readFile(path.join(folder, exportPath(article.slug, version.number, extension)), 'utf8'),
  );
  await writeFile(target, pieces);
  if ((await stat(target)).size === 0) await rm(target);
}
