/** What is read of a PDF's objects (ISO 32000-1, 7.3), by the names of their entries. */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

const entryOf = (dict: PDFDict | undefined, key: string): PDFObject | undefined => dict?.lookup(PDFName.of(key));

/** Whether the entry is there, whatever it is. */
export const hasEntry = (dict: PDFDict, key: string): boolean => dict.has(PDFName.of(key));

/** A name, without its slash. */
export function nameIn(dict: PDFDict | undefined, key: string): string | undefined {
  const value = entryOf(dict, key);
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** A text string (7.9.2.2). */
export function textIn(dict: PDFDict | undefined, key: string): string | undefined {
  const value = entryOf(dict, key);
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

export function numberIn(dict: PDFDict | undefined, key: string): number | undefined {
  const value = entryOf(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function booleanIn(dict: PDFDict | undefined, key: string): boolean | undefined {
  const value = entryOf(dict, key);
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

/** A dictionary, or that of a stream. */
export function dictIn(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = entryOf(dict, key);
  return value instanceof PDFStream ? value.dict : value instanceof PDFDict ? value : undefined;
}

/** The items of an array as they stand in it, references as such; what is no array is the only item. */
export function rawItemsIn(dict: PDFDict, key: string): PDFObject[] {
  const value = entryOf(dict, key);
  const raw = dict.get(PDFName.of(key));
  return value instanceof PDFArray ? value.asArray() : raw === undefined ? [] : [raw];
}

/** The items of an array; what is no array is the only item, what is not there is none. */
export function itemsIn(dict: PDFDict | undefined, key: string): PDFObject[] {
  const value = entryOf(dict, key);
  if (value instanceof PDFArray)
    return Array.from({ length: value.size() }, (_, index) => value.lookup(index) as PDFObject);
  return value === undefined ? [] : [value];
}

/** The numbers of an array. */
export const numbersIn = (dict: PDFDict | undefined, key: string): number[] =>
  itemsIn(dict, key).flatMap((item) => (item instanceof PDFNumber ? [item.asNumber()] : []));

/** The bytes of a stream; of one that is only deflated, as Typst's are, by Node itself, which is much faster. */
export function bytesOf(stream: PDFStream): Buffer {
  if (!(stream instanceof PDFRawStream)) return Buffer.from(stream.getContents());
  return stream.dict.get(PDFName.of('Filter'))?.toString() === '/FlateDecode'
    ? inflateSync(stream.contents)
    : Buffer.from(decodePDFRawStream(stream).decode());
}

/** The bytes of the stream that the entry holds. */
export function streamIn(dict: PDFDict | undefined, key: string): Buffer | undefined {
  const value = entryOf(dict, key);
  return value instanceof PDFStream ? bytesOf(value) : undefined;
}
