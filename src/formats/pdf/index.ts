import { PDFDocument } from '@cantoo/pdf-lib';
import type { Subject } from '../../edition/model.ts';
import type { Format } from '../format.ts';
import { bibtex } from '../references/bibtex.ts';
import { versionFormat } from '../references/works-format.ts';
import { tei } from '../tei/index.ts';
import { txt } from '../txt.ts';
import { addDestinations } from './destinations.ts';
import { type Attachment, documentOf } from './document.ts';
import { addMetadata } from './metadata.ts';
import { makeReadable } from './readable.ts';
import { typeset } from './typst.ts';

/**
 * A version as a printed page: PDF/A-3a (ISO 19005-3), tagged after PDF/UA-1 (ISO 14289-1). TEI, plain text and BibTeX of the
 * same version travel inside, so that the exact text is there whatever a reader makes of the page.
 */
export const pdf: Format = {
  name: 'PDF',
  extension: 'pdf',
  mediaType: 'application/pdf',
  async write(subject) {
    const { pdf: typst, destinations } = typeset(documentOf(subject, attachments(subject)));
    const document = await PDFDocument.load(typst, { updateMetadata: false });
    makeReadable(document);
    addDestinations(document, destinations);
    addMetadata(document, subject);
    return document.save();
  },
};

/** Of a text with a control character there is no TEI, which XML cannot hold; the other attachments are there all the same. */
function attachments(subject: Subject): Attachment[] {
  const { article } = subject;
  const files: readonly [Format, Attachment['relationship'], string][] = [
    [tei, 'alternative', 'The edition of this version in TEI'],
    [txt, 'alternative', 'The text of this version'],
    [versionFormat(bibtex), 'data', 'The bibliographic description of this version'],
  ];
  return files.flatMap(([format, relationship, description]) => {
    const content = written(() => format.write(subject) as string);
    if (content === undefined) return [];
    const name = `${article.slug}.${format.extension}`;
    const mediaType = format.mediaType.split(';')[0] as string;
    // As the file itself is encoded: UTF-8 has no lone surrogates, nor has the JSON that Typst reads.
    return [{ name, mediaType, content: content.toWellFormed(), relationship, description }];
  });
}

/** What is written, or nothing of what the format cannot hold. */
function written(write: () => string): string | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('has no place in XML')) return undefined;
    throw error;
  }
}
