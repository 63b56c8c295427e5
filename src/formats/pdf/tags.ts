/**
 * Finishes the tags that Typst writes: each kind of element where the standard has it, the direction of the writing said, the
 * title shown. The finished file is checked as a whole afterwards (`ua/`).
 */
import { PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { directionOf } from '../../text/languages.ts';
import { dictIn, rawItemsIn, textIn } from './objects.ts';
import { attributeOf, type Element, elementsIn, type Tree, treeOf } from './tree.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Finishes the tags of the document, and what its catalog says to a reader of them. */
export function finishTags(document: PDFDocument): void {
  const tree = treeOf(document);
  if (tree === undefined) throw new Error('the PDF has no tags');
  showTitle(document);
  for (const element of tree.elements) {
    if (element.standard === 'Caption') placeCaption(element);
    // Typst puts a link into a link where a citation stands in a remark: the outer one is of no annotation.
    if (element.standard === 'Link' && !element.kids.some((kid) => kid.kind === 'object')) retag(element, 'Span');
  }
  sayDirections(document, tree);
}

const retag = ({ dict }: Element, type: string): void => dict.set(name('S'), name(type));

/** A reader shows the title in its window, not the name of the file (ISO 14289-1, 7.1; ISO 32000-1, table 150). */
function showTitle({ catalog, context }: PDFDocument): void {
  const preferences = dictIn(catalog, 'ViewerPreferences') ?? context.obj({});
  preferences.set(name('DisplayDocTitle'), context.obj(true));
  catalog.set(name('ViewerPreferences'), preferences);
}

/**
 * Typst has the caption of a table beside it, in a division. Its place is in the table, as the first of its kids (ISO 32000-1,
 * 14.8.4.3.4); where there is no table, as in place of a wide one, it is a paragraph.
 */
function placeCaption(caption: Element): void {
  const { parent } = caption;
  if (parent === undefined || parent.standard === 'Table') return;
  const [table, ...others] = within(parent).filter(({ standard }) => standard === 'Table');
  if (table === undefined || others.length > 0) {
    retag(caption, 'P');
    return;
  }
  setKids(
    parent.dict,
    rawItemsIn(parent.dict, 'K').filter((kid) => kid !== caption.reference),
  );
  setKids(table.dict, [caption.reference, ...rawItemsIn(table.dict, 'K')]);
  caption.dict.set(name('P'), table.reference);
}

const within = (element: Element): Element[] => elementsIn(element).flatMap((kid) => [kid, ...within(kid)]);

const setKids = (dict: PDFDict, kids: readonly PDFObject[]): void => dict.set(name('K'), dict.context.obj([...kids]));

/**
 * Says the direction of the document, and of what is in a language of the other one (ISO 32000-1, 14.8.5.4.2: `WritingMode`, which
 * elements inherit; without it lines run from left to right).
 */
function sayDirections(document: PDFDocument, tree: Tree): void {
  const main = directionOf(textIn(document.catalog, 'Lang') ?? '');
  const around = (element: Element | undefined) =>
    element?.language === undefined ? main : directionOf(element.language);
  for (const element of tree.elements) {
    const direction = around(element);
    if (element.parent !== undefined && direction === around(element.parent)) continue;
    addAttribute(element, 'Layout', 'WritingMode', direction === 'rtl' ? 'RlTb' : 'LrTb');
  }
}

/** States an attribute, beside those that are stated (ISO 32000-1, 14.7.5). */
function addAttribute(element: Element, owner: string, key: string, value: string): void {
  if (attributeOf(element, owner, key) !== undefined) return;
  const { dict } = element;
  const { context } = dict;
  const stated = rawItemsIn(dict, 'A');
  const own = stated
    .map((item) => context.lookup(item))
    .find((item): item is PDFDict => item instanceof PDFDict && item.get(name('O')) === name(owner));
  if (own !== undefined) own.set(name(key), name(value));
  else dict.set(name('A'), context.obj([...stated, context.obj({ O: owner, [key]: value })]));
}
