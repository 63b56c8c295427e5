/** The structure of a tagged PDF (ISO 32000-1, 14.7) as a tree: elements, marked contents, references to annotations. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictIn, itemsIn, nameIn, numberIn, rawItemsIn, textIn } from './objects.ts';

/** A marked content, by the page, or the stream drawn on it, and its number there. */
export interface Content {
  readonly kind: 'content';
  readonly of: PDFRef | undefined;
  readonly id: number;
}

/** An annotation or another object that is part of an element. */
export interface Reference {
  readonly kind: 'object';
  /** As the element has it among its kids. */
  readonly raw: PDFObject;
  readonly to: PDFObject | undefined;
}

export interface Element {
  readonly kind: 'element';
  readonly dict: PDFDict;
  /** As what stands above it has it among its kids. */
  readonly reference: PDFObject;
  /** As the file names it, without the slash. */
  readonly type: string;
  /** What it is by the standard, after the role map; nothing where that leads nowhere. */
  readonly standard: string | undefined;
  readonly parent: Element | undefined;
  readonly kids: readonly (Element | Content | Reference)[];
  /** The language that holds in it: its own or that of an element around it. */
  readonly language: string | undefined;
}

export interface Tree {
  readonly root: PDFDict;
  readonly roles: ReadonlyMap<string, string>;
  /** All elements, in the order of reading. */
  readonly elements: readonly Element[];
  readonly top: readonly Element[];
}

/** The standard structure types (ISO 32000-1, 14.8.4). */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What a type is by the standard, through the role map; nothing where the map leads nowhere or round in a circle. */
export function standardOf(type: string, roles: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  for (let name: string | undefined = type; name !== undefined && !seen.has(name); name = roles.get(name)) {
    if (standardTypes.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}

/** The structure of the document; nothing where it has none. */
export function treeOf(document: PDFDocument): Tree | undefined {
  const root = dictIn(document.catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  const roles = new Map(
    (dictIn(root, 'RoleMap')?.entries() ?? []).flatMap(([name, role]): [string, string][] =>
      role instanceof PDFName ? [[name.decodeText(), role.decodeText()]] : [],
    ),
  );
  const elements: Element[] = [];
  const seen = new Set<PDFDict>();

  const read = (
    reference: PDFObject,
    dict: PDFDict,
    parent: Element | undefined,
    page: PDFRef | undefined,
  ): Element => {
    const type = nameIn(dict, 'S') ?? '';
    const language = textIn(dict, 'Lang') ?? parent?.language;
    const kids: (Element | Content | Reference)[] = [];
    const element: Element = {
      kind: 'element',
      dict,
      reference,
      type,
      standard: standardOf(type, roles),
      parent,
      kids,
      language,
    };
    elements.push(element);
    const own = dict.get(PDFName.of('Pg'));
    const at = own instanceof PDFRef ? own : page;
    for (const raw of rawItemsIn(dict, 'K')) {
      const kid = document.context.lookup(raw);
      if (kid instanceof PDFNumber) kids.push({ kind: 'content', of: at, id: kid.asNumber() });
      if (!(kid instanceof PDFDict)) continue;
      const kind = nameIn(kid, 'Type');
      if (kind === 'MCR') kids.push({ kind: 'content', of: placeOf(kid) ?? at, id: numberIn(kid, 'MCID') ?? -1 });
      else if (kind === 'OBJR') kids.push({ kind: 'object', raw, to: kid.lookup(PDFName.of('Obj')) });
      // An element that stands in itself is read once.
      else if (!seen.has(kid)) {
        seen.add(kid);
        kids.push(read(raw, kid, element, at));
      }
    }
    return element;
  };

  const top = rawItemsIn(root, 'K').flatMap((raw) => {
    const kid = document.context.lookup(raw);
    if (!(kid instanceof PDFDict) || seen.has(kid)) return [];
    seen.add(kid);
    return [read(raw, kid, undefined, undefined)];
  });
  return { root, roles, elements, top };
}

/** Where a marked content stands that says so itself: in a stream, or else on a page (ISO 32000-1, table 324). */
function placeOf(reference: PDFDict): PDFRef | undefined {
  for (const key of ['Stm', 'Pg']) {
    const place = reference.get(PDFName.of(key));
    if (place instanceof PDFRef) return place;
  }
  return undefined;
}

/** The elements among the kids of one, in their order. */
export const elementsIn = (element: Element): Element[] => element.kids.filter((kid) => kid.kind === 'element');

/** The attribute of an owner that an element states (ISO 32000-1, 14.7.5), a later statement before an earlier one. */
export function attributeOf(element: Pick<Element, 'dict'>, owner: string, key: string): PDFObject | undefined {
  const stated = itemsIn(element.dict, 'A').filter((item) => item instanceof PDFDict && nameIn(item, 'O') === owner);
  return stated.map((item) => (item as PDFDict).lookup(PDFName.of(key))).findLast((value) => value !== undefined);
}

/** Every item of a number tree (ISO 32000-1, 7.9.7). */
export function numberTree(dict: PDFDict | undefined): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const pending = dict === undefined ? [] : [dict];
  const seen = new Set<PDFDict>();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const pairs = node.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let index = 0; pairs !== undefined && index + 1 < pairs.size(); index += 2) {
      const [key, value] = [pairs.lookup(index), pairs.lookup(index + 1)];
      if (key instanceof PDFNumber && value !== undefined) found.set(key.asNumber(), value);
    }
    pending.push(...itemsIn(node, 'Kids').filter((kid) => kid instanceof PDFDict));
  }
  return found;
}
