/**
 * Makes the text that is copied out of a finished PDF the text that was put in.
 *
 * A PDF holds glyphs in the order in which they are drawn; a reader turns them into text with the character map of each font
 * (`ToUnicode`, ISO 32000-1, 9.10.3) and finds the order of right-to-left lines by itself. Extractors disagree with the
 * Unicode algorithm where punctuation stands beside numbers, Latin words or the end of a line, so the maps say of the
 * punctuation of the Persian font that it stands between right-to-left marks, of Arabic digits, which MuPDF takes for letters, that
 * each follows a left-to-right mark, and of the closing brackets of the Latin font that one follows. The marks are in the maps alone: nothing is drawn differently. Code is copied as it
 * is: in a program a mark would be a fault.
 */
import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { zwnjStandIn } from './fonts.ts';
import { bytesOf } from './objects.ts';

const rightToLeftMark = '\u200f';
const leftToRightMark = '\u200e';

/** What a glyph of the Persian font says in place of its own character. */
const inPersian = new Map<string, string>([
  [zwnjStandIn, '\u200c'],
  ...Array.from('.,:;،؛؟?!()[]«»/+-–—…%٪', (mark): [string, string] => [
    mark,
    rightToLeftMark + mark + rightToLeftMark,
  ]),
  ...Array.from('٠١٢٣٤٥٦٧٨٩', (digit): [string, string] => [digit, leftToRightMark + digit]),
]);

/** The same of the Latin font. */
const inLatin = new Map<string, string>(Array.from(')]”’', (mark): [string, string] => [mark, mark + leftToRightMark]));

const inCode: ReadonlyMap<string, string> = new Map();

/** The marks around and behind a run of another direction become part of its first and its last character. */
const typstMarks = /[\u200e\u200f\u202a-\u202c\u2066-\u2069]/g;

const toHex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
const fromHex = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Lets the text of a finished PDF be copied out as it was put in, and its bookmarks and tags be read so. */
export function makeReadable(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) mended(object);
  for (const [, font] of document.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict)) continue;
    const face = font.get(PDFName.of('BaseFont'))?.toString() ?? '';
    const texts = face.includes('Naskh') ? inPersian : face.includes('Mono') ? inCode : inLatin;
    rewrite(document, font.get(PDFName.of('ToUnicode')), (map) =>
      map.replace(/(<[0-9A-F]+> )<((?:[0-9A-F]{4})+)>(?=\s)/gi, (_, glyph: string, hex: string) => {
        const text = fromHex(hex).replace(typstMarks, '');
        return `${glyph}<${toHex(texts.get(text) ?? text)}>`;
      }),
    );
  }
  // Where a glyph says something else than its font's map has, the page says what (ISO 32000-1, 14.9.4).
  for (const page of document.getPages()) {
    rewrite(document, page.node.get(PDFName.of('Contents')), (content) =>
      content.replace(/\/ActualText (?:<FEFF([0-9A-F]+)>|\((\\?.)\))/gi, (_, hex?: string, character?: string) => {
        const said = hex ? fromHex(hex) : (character as string).slice(-1);
        const text = said.replace(typstMarks, '');
        const texts = said.includes(rightToLeftMark) ? inPersian : inLatin;
        return `/ActualText <FEFF${toHex(texts.get(text) ?? text)}>`;
      }),
    );
  }
}

/** The string with its ZWNJ again (ISO 32000-1, 7.9.2.2: bookmarks, tags, descriptions). Other objects stay, and what they hold is mended. */
function mended(object: PDFObject): PDFObject {
  if (object instanceof PDFArray) {
    for (const [index, item] of object.asArray().entries()) object.set(index, mended(item));
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) object.set(key, mended(value));
  } else if (object instanceof PDFString || object instanceof PDFHexString) {
    const text = object.decodeText();
    if (text.includes(zwnjStandIn)) return PDFHexString.fromText(text.replaceAll(zwnjStandIn, '\u200c'));
  }
  return object;
}

/** Changes the content of a stream. */
function rewrite(document: PDFDocument, reference: unknown, change: (content: string) => string): void {
  if (!(reference instanceof PDFRef)) return;
  const stream = document.context.lookup(reference);
  if (!(stream instanceof PDFRawStream)) return;
  const content = bytesOf(stream).toString('latin1');
  const deflated = deflateSync(Buffer.from(change(content), 'latin1'));
  document.context.assign(reference, document.context.stream(deflated, { Filter: 'FlateDecode' }));
}
