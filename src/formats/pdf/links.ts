/**
 * One annotation for each stretch of a link in a line. Typst writes one for each piece of text, of which an address has many, some
 * of them empty: who goes through a page by keyboard would stop at each.
 */
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { dictIn, numberIn, numbersIn, rawItemsIn } from './objects.ts';
import { type Element, type Tree, treeOf } from './tree.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Joins the annotations of each link of the document. */
export function joinLinks(document: PDFDocument): void {
  const tree = treeOf(document);
  if (tree === undefined) return;
  const { context } = document;
  const gone = new Set<PDFObject>(tree.elements.filter(({ standard }) => standard === 'Link').flatMap(join));
  for (const { node } of document.getPages()) {
    const annotations = rawItemsIn(node, 'Annots');
    const rest = annotations.filter((one) => !gone.has(context.lookup(one) as PDFObject));
    if (rest.length < annotations.length) node.set(name('Annots'), context.obj(rest));
  }
  forget(document, tree, gone);
}

/** What an annotation covers, and the page that it is on. */
interface Area {
  readonly annotation: PDFDict;
  readonly page: PDFObject | undefined;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/** How far from one another two pieces of one stretch may be, in points. */
const gap = 1;

/** Joins the annotations of a link, and answers those that have gone into another. */
function join(link: Element): PDFDict[] {
  const { context } = link.dict;
  const areas: Area[] = [];
  const gone: PDFDict[] = [];
  for (const kid of link.kids) {
    const area = kid.kind === 'object' ? areaOf(kid.raw, kid.to) : undefined;
    if (area === undefined) continue;
    const place = areas.findIndex((one) => isBeside(one, area));
    const before = areas[place];
    if (before === undefined) {
      areas.push(area);
      continue;
    }
    const box = union(before.box, area.box);
    before.annotation.set(name('Rect'), context.obj([...box]));
    areas[place] = { ...before, box };
    gone.push(area.annotation);
  }
  if (gone.length > 0) {
    const rest = link.kids.flatMap((kid, index) =>
      kid.kind === 'object' && gone.some((one) => one === kid.to)
        ? []
        : [rawItemsIn(link.dict, 'K')[index] as PDFObject],
    );
    link.dict.set(name('K'), context.obj(rest));
  }
  return gone;

  function areaOf(raw: PDFObject, annotation: PDFObject | undefined): Area | undefined {
    const reference = context.lookup(raw);
    if (!(reference instanceof PDFDict && annotation instanceof PDFDict)) return undefined;
    const [left, bottom, right, top] = numbersIn(annotation, 'Rect');
    if (left === undefined || bottom === undefined || right === undefined || top === undefined) return undefined;
    return { annotation, page: reference.get(name('Pg')), box: [left, bottom, right, top] };
  }
}

/** Whether both are in one line of one page, with nothing between them. */
const isBeside = (one: Area, other: Area): boolean =>
  one.page === other.page &&
  one.box[1] < other.box[3] &&
  other.box[1] < one.box[3] &&
  one.box[0] <= other.box[2] + gap &&
  other.box[0] <= one.box[2] + gap;

const union = (one: Area['box'], other: Area['box']): Area['box'] => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];

/** Takes the annotations out of the parent tree (ISO 32000-1, 14.7.4.4) and out of the file. */
function forget({ context }: PDFDocument, { root }: Tree, gone: ReadonlySet<PDFObject>): void {
  const numbers = new Set([...gone].map((one) => (one instanceof PDFDict ? numberIn(one, 'StructParent') : undefined)));
  const pending = [dictIn(root, 'ParentTree')];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const pairs = node.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? [];
    const kept = pairs.filter((_, index) => !numbers.has(Number(pairs[index - (index % 2)]?.toString())));
    if (kept.length < pairs.length) node.set(name('Nums'), context.obj(kept));
    for (const kid of rawItemsIn(node, 'Kids')) {
      const below = context.lookup(kid);
      if (below instanceof PDFDict) pending.push(below);
    }
  }
  for (const [reference, object] of context.enumerateIndirectObjects()) if (gone.has(object)) context.delete(reference);
}
