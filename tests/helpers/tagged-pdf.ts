/** A PDF as it is read by its tags: what a screen reader says, element after element. */
import { PDFDict, PDFDocument, PDFName, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { type Operand, operationsOf } from '../../src/formats/pdf/content.ts';
import { textsOf } from '../../src/formats/pdf/font.ts';
import { codesOf } from '../../src/formats/pdf/marks.ts';
import { bytesOf, dictIn, streamIn } from '../../src/formats/pdf/objects.ts';
import { type Element, treeOf } from '../../src/formats/pdf/tree.ts';

export interface Tagged {
  readonly document: PDFDocument;
  readonly elements: readonly Element[];
  /** The text of an element, without that of elements within it of some types. */
  readonly textOf: (element: Element, without?: readonly string[]) => string;
}

export async function readTagged(file: Uint8Array): Promise<Tagged> {
  const document = await PDFDocument.load(file, { updateMetadata: false });
  const texts = new Map<string, string>();
  for (const { node, ref } of document.getPages()) {
    for (const [id, text] of textsByMark(node)) texts.set(`${ref} ${id}`, text);
  }
  const textOf: Tagged['textOf'] = (element, without = []) =>
    element.kids
      .map((kid) => {
        if (kid.kind === 'object') return '';
        if (kid.kind === 'content') return texts.get(`${kid.of} ${kid.id}`) ?? '';
        return without.includes(kid.type) ? '' : textOf(kid, without);
      })
      .join('');
  return { document, elements: treeOf(document)?.elements ?? [], textOf };
}

/** What each marked content of a page says, in the order of the file (ISO 32000-1, 14.8.2.3.3 and 14.9.4). */
function textsByMark(page: PDFDict): Map<number, string> {
  const stream = page.lookup(PDFName.of('Contents'));
  const fonts = dictIn(dictIn(page, 'Resources'), 'Font');
  const maps = new Map<string, Map<number, string>>();
  const texts = new Map<number, string>();
  const marks: { tag: Operand | undefined; id?: Operand | undefined; instead?: string }[] = [];
  let font = '';
  const say = (text: string) => {
    const id = marks.find((mark) => typeof mark.id === 'number')?.id;
    if (typeof id === 'number') texts.set(id, (texts.get(id) ?? '') + text);
  };
  for (const { operator, operands } of stream instanceof PDFStream ? operationsOf(bytesOf(stream)) : []) {
    const [first, second] = operands;
    if (operator === 'BMC' || operator === 'BDC') {
      const listed = second instanceof Map ? second : undefined;
      const instead: unknown = listed?.get('ActualText');
      marks.push({
        tag: first,
        id: listed?.get('MCID'),
        ...(Buffer.isBuffer(instead) ? { instead: fromUtf16(instead) } : {}),
      });
    } else if (operator === 'EMC') {
      const { instead } = marks.pop() ?? {};
      if (instead !== undefined) say(instead);
    } else if (operator === 'Tf') font = String(first).slice(1);
    else if ((operator === 'Tj' || operator === 'TJ') && !marks.some((mark) => mark.instead !== undefined)) {
      const dict = fonts?.lookup(PDFName.of(font));
      const map = maps.get(font) ?? textsOf(dict instanceof PDFDict ? streamIn(dict, 'ToUnicode') : undefined);
      maps.set(font, map);
      const glyphs = codesOf(first).map((code) => map.get(code) ?? '\ufffd');
      const isReversed = marks.some((mark) => mark.tag === '/ReversedChars');
      say((isReversed ? glyphs.toReversed() : glyphs).join(''));
    }
  }
  return texts;
}

const fromUtf16 = (bytes: Buffer): string =>
  Buffer.from(bytes)
    .swap16()
    .toString('utf16le')
    .replace(/^\ufeff/, '');

/** The annotations of all pages. */
export const annotationsOf = (document: PDFDocument): readonly (readonly [page: PDFRef, annotation: PDFDict])[] =>
  document
    .getPages()
    .flatMap(({ node, ref }) =>
      (node.Annots()?.asArray() ?? []).map((one) => [ref, document.context.lookup(one, PDFDict)] as const),
    );
