/** Finishes the text of the pages for readers that follow the tags: each letter once, each word in its order. */
import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { textsOf } from './font.ts';
import { saidOnce } from './marks.ts';
import { bytesOf, dictIn, numberIn, streamIn } from './objects.ts';
import { orderTags } from './reading-order.ts';
import { numberTree } from './tree.ts';
import { type Words, wordsApart } from './words.ts';

/** Finishes the text of every page. */
export function finishText(document: PDFDocument): void {
  // Pages share fonts: the map of each is read once.
  const maps = new Map<PDFDict, ReadonlyMap<number, string>>();
  const parents = numberTree(dictIn(dictIn(document.catalog, 'StructTreeRoot'), 'ParentTree'));
  const pages = new Map<PDFRef, Words>();
  for (const { node, ref } of document.getPages()) {
    const reference = node.get(PDFName.of('Contents'));
    const stream = document.context.lookup(reference);
    if (!(reference instanceof PDFRef && stream instanceof PDFStream)) continue;
    const fonts = dictIn(dictIn(node, 'Resources'), 'Font');
    const textOf = (name: string, code: number): string | undefined => {
      const font = fonts?.lookup(PDFName.of(name));
      if (!(font instanceof PDFDict)) return undefined;
      const map = maps.get(font) ?? textsOf(streamIn(font, 'ToUnicode'));
      maps.set(font, map);
      return map.get(code);
    };
    const list = parents.get(numberIn(node, 'StructParents') ?? -1);
    const next = list instanceof PDFArray ? list.size() : 0;
    const { content, words } = wordsApart(saidOnce(bytesOf(stream), textOf), next, textOf);
    pages.set(ref, words);
    document.context.assign(
      reference,
      document.context.stream(deflateSync(content, { level: 9 }), { Filter: 'FlateDecode' }),
    );
  }
  orderTags(document, pages);
}
