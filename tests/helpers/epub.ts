import { strFromU8, unzipSync } from 'fflate';

/** The text files of a book, by name. */
export const textsOf = (book: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(book)).flatMap(([name, content]) =>
      /\.(?:xhtml|opf|xml|css)$|^mimetype$/.test(name) ? [[name, strFromU8(content)] as const] : [],
    ),
  );

/** What a format wrote, as text: of a book its metadata and documents, of a PDF what is not compressed, its XMP packet. */
export function textOf(written: string | Uint8Array): string {
  if (typeof written === 'string') return written;
  if (strFromU8(written.subarray(0, 2)) !== 'PK') return strFromU8(written);
  return [...textsOf(written)].flatMap(([name, text]) => (/\.(?:xhtml|opf)$/.test(name) ? [text] : [])).join('\n');
}
