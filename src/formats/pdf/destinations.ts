/**
 * Named destinations (ISO 32000-1, 12.3.2.3): `article.pdf#p12` opens a PDF at the paragraph that `#p12` is on the page.
 * The links inside the document lead to the same names.
 */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Destination } from './typst.ts';

/** Adds the destinations to the document. */
export function addDestinations(document: PDFDocument, destinations: readonly Destination[]): void {
  const { context, catalog } = document;
  const pages = document.getPages();
  // A name tree is in the order of its keys.
  const sorted = [...destinations].sort((a, b) => (a.anchor < b.anchor ? -1 : 1));
  const names = sorted.flatMap(({ anchor, page, top }) => {
    const target = pages[page - 1];
    if (!target) return [];
    // A little above the line, which would else touch the edge of the window.
    const place = Math.round(target.getHeight() - Math.max(0, top - 12));
    return [PDFString.of(anchor), context.obj([target.ref, 'XYZ', null, place, null])];
  });
  if (names.length === 0) return;
  const known = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  known.set(PDFName.of('Dests'), context.register(context.obj({ Names: names })));
  catalog.set(PDFName.of('Names'), known);
  linkWithin(document, new Set(destinations.map(({ anchor }) => anchor)));
}

/** Makes links that have `#ANCHOR` as their address lead to the destination of that name (ISO 32000-1, 12.6.4.2). */
function linkWithin(document: PDFDocument, anchors: ReadonlySet<string>): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
    for (const annotation of annotations) {
      const link = document.context.lookupMaybe(annotation, PDFDict);
      const address = link?.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('URI'), PDFString);
      const text = address?.asString();
      if (!link || !text?.startsWith('#')) continue;
      const anchor = text.slice(1);
      if (!anchors.has(anchor)) throw new Error(`the PDF links to ${anchor}, which it does not hold`);
      link.set(PDFName.of('A'), document.context.obj({ S: 'GoTo', D: PDFString.of(anchor) }));
    }
  }
}
