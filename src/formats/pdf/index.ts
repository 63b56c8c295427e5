import { PDFDocument } from '@cantoo/pdf-lib';
import type { Subject } from '../../edition/model.ts';
import type { Format, Lack } from '../format.ts';
import { addDestinations } from './destinations.ts';
import { type Attachment, documentOf } from './document.ts';
import { joinLinks } from './links.ts';
import { completed, packetOf, setPacket } from './metadata.ts';
import { picturesOf } from './pictures.ts';
import { makeReadable } from './readable.ts';
import { finishTags } from './tags.ts';
import { finishText } from './text-order.ts';
import { typeset } from './typst.ts';
import { type Failure, uaFailures } from './ua/index.ts';

/** A format whose file travels inside the PDF, and how it stands to the pages. */
export interface Attached extends Pick<Attachment, 'relationship' | 'description'> {
  readonly format: Format;
}

/**
 * A version as a printed page: PDF/A-3a (ISO 19005-3), tagged after PDF/UA-1 (ISO 14289-1). The file says that it is PDF/UA-1 where
 * nothing of it fails a condition of that standard which a machine can tell; what fails is what the file lacks.
 *
 * @param attached the formats of text that travel inside, so that the exact text is there whatever a reader makes of the page
 */
export const pdfWith = (attached: readonly Attached[]): Format => ({
  name: 'PDF',
  extension: 'pdf',
  mediaType: 'application/pdf',
  holdsText: true,
  async write(subject, onLack) {
    const files = attached.flatMap((one) => attachmentOf(one, subject));
    const { pdf: typst, destinations } = typeset(documentOf(subject, files), await picturesOf(subject.version));
    const document = await PDFDocument.load(typst, { updateMetadata: false });
    makeReadable(document);
    finishText(document);
    finishTags(document);
    joinLinks(document);
    addDestinations(document, destinations);
    const packet = packetOf(document);
    setPacket(document, completed(packet, subject, true));
    const failures = uaFailures(document);
    if (failures.length > 0) setPacket(document, completed(packet, subject, false));
    for (const failure of failures) onLack?.(lackOf(failure));
    return document.save();
  },
});

const lackOf = ({ id, asks, fix, where, count }: Failure): Lack => ({
  what: `it does not say that it is PDF/UA-1, which asks (${id}): ${asks}. It fails at ${where.join('; ')}${count > where.length ? `; and ${count - where.length} more` : ''}`,
  fix: fix ?? 'nothing in the text does; report it as a fault of the program, with this line',
});

/** Of a text with a control character there is no TEI, which XML cannot hold: that attachment is left out. */
function attachmentOf({ format, relationship, description }: Attached, subject: Subject): Attachment[] {
  const content = written(() => format.write(subject) as string);
  if (content === undefined) return [];
  const name = `${subject.article.slug}.${format.extension}`;
  const mediaType = format.mediaType.split(';')[0] as string;
  // As the file itself is encoded: UTF-8 has no lone surrogates, nor has the JSON that Typst reads.
  return [{ name, mediaType, content: content.toWellFormed(), relationship, description }];
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
