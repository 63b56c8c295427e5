import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { permanent } from '../edition/addresses.ts';
import type { Article, Edition, Version } from '../edition/model.ts';
import type { Format } from '../formats/format.ts';
import { formats as registered } from '../formats/index.ts';

/** How a format of the edition goes by in OAI-PMH (section 3.4: metadataPrefix, schema, namespace). */
interface Dissemination {
  readonly prefix: string;
  readonly extension: string;
  readonly schema: string;
  readonly namespace: string;
}

const disseminations: readonly Dissemination[] = [
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

/** A version's identifier (http://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm). */
const identifierOf = (edition: Edition, article: Article, version: Version): string =>
  `oai:${new URL(edition.site).hostname}:${article.slug}/${version.number}`;

/** What a format wrote as the content of `metadata`: the element alone, in a namespace. */
function metadataOf(xml: string, namespace: string): ElementContent {
  const element = xml.replace(/^<\?xml[^>]*\?>\s*(?:<!DOCTYPE[^>]*>\s*)?/, '').trimEnd();
  const [start = ''] = /^<[^>]*>/.exec(element) ?? [];
  const isQualified = /\sxmlns=/.test(start) || /^<[\w.-]+:/.test(start);
  return {
    type: 'raw',
    value: isQualified ? element : element.replace(/^<[^\s/>]+/, (name) => `${name} xmlns="${namespace}"`),
  };
}

/** Identify (OAI-PMH 2.0, section 4.2), with what a static repository has to say in it (guideline, section 3.2). */
function identify(edition: Edition): Element {
  const versions = edition.articles.flatMap((article) => article.versions.map((version) => ({ article, version })));
  const host = new URL(edition.site).hostname;
  const [first] = versions;
  return x('Identify', [
    x('oai:repositoryName', `${edition.name.en} (${edition.name.fa})`),
    // A gateway's address before the file's, once one carries the edition; till then the file's own.
    x('oai:baseURL', permanent(edition.site, 'oai.xml')),
    x('oai:protocolVersion', '2.0'),
    // The protocol asks for an address, the edition states none: this is the one that every host must have (RFC 5321, 4.5.1).
    x('oai:adminEmail', edition.contact ?? `postmaster@${host}`),
    x('oai:earliestDatestamp', versions.map(({ version }) => version.date).sort()[0]),
    x('oai:deletedRecord', 'no'),
    x('oai:granularity', 'YYYY-MM-DD'),
    x('oai:description', [
      x('oai-identifier', { xmlns: 'http://www.openarchives.org/OAI/2.0/oai-identifier' }, [
        x('scheme', 'oai'),
        x('repositoryIdentifier', host),
        x('delimiter', ':'),
        x('sampleIdentifier', first && identifierOf(edition, first.article, first.version)),
      ]),
    ]),
  ]);
}

/**
 * The edition as an OAI-PMH static repository (http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm): one
 * record a version, in every format that is among the edition's. Without Dublin Core, which OAI-PMH demands, there is none.
 */
export function staticRepository(edition: Edition, formats: readonly Format[] = registered): string | undefined {
  const offered = disseminations.flatMap((dissemination) => {
    const format = formats.find(({ extension }) => extension === dissemination.extension);
    return format ? [{ ...dissemination, format }] : [];
  });
  if (!offered.some(({ prefix }) => prefix === 'oai_dc')) return undefined;
  const record = (format: Format, namespace: string, article: Article, version: Version) =>
    x('oai:record', [
      x('oai:header', [x('oai:identifier', identifierOf(edition, article, version)), x('oai:datestamp', version.date)]),
      x('oai:metadata', [metadataOf(String(format.write(edition, article, version)), namespace)]),
    ]);
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
      identify(edition),
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
      ...offered.map(({ prefix, format, namespace }) =>
        x(
          'ListRecords',
          { metadataPrefix: prefix },
          edition.articles.flatMap((article) =>
            article.versions.map((version) => record(format, namespace, article, version)),
          ),
        ),
      ),
    ],
  );
  // What the formats wrote came out of this serializer already, and goes in as it is.
  const xml = toXml(repository, { closeEmptyElements: true, allowDangerousXml: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

/** Writes `/oai.xml` if the edition has the formats for it. */
export async function writeOai(edition: Edition, folder: string): Promise<void> {
  const repository = staticRepository(edition);
  if (repository) await writeFile(path.join(folder, 'oai.xml'), repository);
}
