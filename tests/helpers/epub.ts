import { strFromU8, unzipSync } from 'fflate';

/** The text files of a book, by name. */
export const textsOf = (book: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(book)).flatMap(([name, content]) =>
      /\.(?:xhtml|opf|xml|css)$|^mimetype$/.test(name) ? [[name, strFromU8(content)] as const] : [],
    ),
  );

/** What a format wrote, as text: of a book its metadata and documents. */
export const textOf = (written: string | Uint8Array): string =>
  written instanceof Uint8Array && written[0] === 0x50 && written[1] === 0x4b
    ? [...textsOf(written)].flatMap(([name, text]) => (/\.(?:xhtml|opf)$/.test(name) ? [text] : [])).join('\n')
    : String(written);
