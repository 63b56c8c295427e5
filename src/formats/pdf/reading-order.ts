/**
 * Lets the tags have right-to-left text in the order in which it is read.
 *
 * Typst writes the words of such a line from left to right, in one marked content: who follows the tags would hear the last word
 * first. Each word gets a marked content of its own here, and the tags have them from right to left (ISO 32000-1, 14.8.2.3.1). In
 * the file the words keep their places: readers that go by these find the order of a line themselves.
 */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { dictIn, numberIn } from './objects.ts';
import { type Content, type Element, numberTree, treeOf } from './tree.ts';
import type { Word, Words } from './words.ts';

/** Puts the words of each page into the structure. */
export function orderTags(document: PDFDocument, pages: ReadonlyMap<PDFRef, Words>): void {
  const tree = treeOf(document);
  const parents = numberTree(dictIn(tree?.root, 'ParentTree'));
  for (const [page, words] of pages) {
    const list = parents.get(numberIn(document.context.lookup(page, PDFDict), 'StructParents') ?? -1);
    if (list instanceof PDFArray) nameParents(list, words);
  }
  for (const { dict, kids } of tree?.elements ?? []) {
    if (kids.length > 0)
      dict.set(PDFName.of('K'), document.context.obj(inOrder(kids, pages).map((kid) => objectOf(kid, dict))));
  }
}

/** The parent of each marked content of a page, by its number (ISO 32000-1, 14.7.4.4): of a word, that of the text it was in. */
function nameParents(list: PDFArray, words: Words): void {
  for (const [id, apart] of words) for (const word of apart) if (word.id !== id) list.insert(word.id, list.get(id));
}

type Kid = Element['kids'][number];
type Entry = { readonly kid: Kid; readonly word?: Word };

/** The kids of an element: what stands in a right-to-left line without a break from right to left, all others as they are. */
function inOrder(kids: readonly Kid[], pages: ReadonlyMap<PDFRef, Words>): Kid[] {
  const entries = kids.flatMap((kid): Entry[] => {
    const words = kid.kind === 'content' && kid.of ? pages.get(kid.of)?.get(kid.id) : undefined;
    return words?.map((word) => ({ kid: { ...(kid as Content), id: word.id }, word })) ?? [{ kid }];
  });
  const ordered: Kid[] = [];
  let line: Entry[] = [];
  const close = () => {
    // Of two at one place, the letter without a width of its own comes first in the file and last in the word.
    ordered.push(
      ...line
        .toReversed()
        .sort((a, b) => (b.word?.left ?? 0) - (a.word?.left ?? 0))
        .map(({ kid }) => kid),
    );
    line = [];
  };
  for (const entry of entries) {
    const before = line.at(-1)?.word;
    if (before !== undefined && !(entry.word && isBeside(before, entry.word))) close();
    if (entry.word?.isRightToLeft) line.push(entry);
    else ordered.push(entry.kid);
  }
  close();
  return ordered;
}

/** Whether both are right-to-left and in one line; a vowel sign stands a little higher or lower than the letters. */
const isBeside = (one: Word, other: Word): boolean =>
  other.isRightToLeft && Math.abs(one.baseline - other.baseline) < Math.max(one.size, other.size);

/** A kid as the file has it: a number where the element is on the page of it, else with its page. */
function objectOf(kid: Kid, dict: PDFDict): PDFObject {
  if (kid.kind === 'element') return kid.reference;
  const { context } = dict;
  if (kid.kind === 'object') return kid.raw;
  const own = dict.get(PDFName.of('Pg'));
  return own === kid.of || kid.of === undefined
    ? PDFNumber.of(kid.id)
    : context.obj({ Type: 'MCR', Pg: kid.of, MCID: kid.id });
}
