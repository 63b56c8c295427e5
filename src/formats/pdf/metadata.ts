/** The XMP metadata of a finished PDF (ISO 16684-1), beyond what Typst writes: identifier, version, rights, PDF/UA. */
import { type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { fullName } from '../../bibliography/work.ts';
import { pages, permanent } from '../../edition/addresses.ts';
import { doiOf } from '../../edition/doi.ts';
import type { Subject } from '../../edition/model.ts';
import { escapeXml } from '../../text/escape.ts';
import { formIn, sayIn, textsOf } from '../../text/languages.ts';
import { metadataText } from './document.ts';

const xml = (text: string) => escapeXml(metadataText(text));

/** PDF/A-3 allows properties of its own schemas only, or of schemas that the file describes (ISO 19005-3, 6.6.2.3). */
const uaSchema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

/** The stream of the XMP packet of a document. */
function streamOf(document: PDFDocument): PDFRawStream {
  const stream = document.catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFRawStream)) throw new Error('the PDF has no metadata');
  return stream;
}

/** The XMP packet of a document. */
export const packetOf = (document: PDFDocument): string => Buffer.from(streamOf(document).contents).toString('utf8');

/** Gives a document another XMP packet. */
export function setPacket(document: PDFDocument, packet: string): void {
  document.context.assign(
    document.catalog.get(PDFName.of('Metadata')) as never,
    document.context.stream(Buffer.from(packet), { Type: 'Metadata', Subtype: 'XML' }),
  );
}

/**
 * Completes the XMP packet that Typst wrote.
 *
 * @param isAccessible whether it says that the file is PDF/UA-1 (ISO 14289-1, 5)
 */
export function completed(packet: string, subject: Subject, isAccessible: boolean): string {
  const { edition, article, version } = subject;
  const address = permanent(edition.site, pages.version(article.slug, version.number));
  const doi = doiOf(subject);
  const rights = textsOf(article.rights.name).map(
    ({ language, value }) => `<rdf:li xml:lang="${language}">${xml(value)}</rdf:li>`,
  );
  const claim = isAccessible ? '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>' : '';
  const schema = isAccessible ? uaSchema : '';
  const schemas = /<pdfaExtension:schemas>\s*<rdf:Bag>/;
  const extended = packet.replace(schemas, (opening) => opening + schema);
  const own =
    extended !== packet || schema === ''
      ? ''
      : `<pdfaExtension:schemas><rdf:Bag>${schema}</rdf:Bag></pdfaExtension:schemas>`;
  // Typst writes the authors as one.
  const authors = article.creators.map(
    (creator) => `<rdf:li>${xml(fullName(formIn(creator.name, article.language)))}</rdf:li>`,
  );
  const apart = extended.replace(
    /<dc:creator>.*?<\/dc:creator>/s,
    () => `<dc:creator><rdf:Seq>${authors.join('')}</rdf:Seq></dc:creator>`,
  );
  const { record } = article;
  const source = record
    ? `<dc:source>${xml(record.doi ? `https://doi.org/${record.doi.value}` : record.url)}</dc:source>`
    : '';
  const added = `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><dc:identifier>${xml(doi.status === 'registered' ? `https://doi.org/${doi.value}` : address)}</dc:identifier>${source}<dc:publisher><rdf:Bag><rdf:li>${xml(sayIn(edition.publisher, article.language))}</rdf:li></rdf:Bag></dc:publisher><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${xml(sayIn(article.rights.name, article.language))}</rdf:li>${rights.join('')}</rdf:Alt></dc:rights><xmpRights:WebStatement>${xml(article.rights.uri)}</xmpRights:WebStatement><xmpMM:VersionID>${xml(version.number)}</xmpMM:VersionID>${claim}${own}</rdf:Description>`;
  return apart.replace('</rdf:RDF>', () => `${added}</rdf:RDF>`);
}
