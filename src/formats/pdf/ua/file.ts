/** A finished PDF as the conditions look at it: read once, asked often. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { type Font, fontOf } from '../font.ts';
import { bytesOf, dictIn, itemsIn, nameIn, numberIn, numbersIn, streamIn, textIn } from '../objects.ts';
import { type Content, type Element, numberTree, type Reference, type Tree, treeOf } from '../tree.ts';
import { type Drawing, type Drawn, draw, type Mark } from './drawing.ts';
import { type Property, propertiesOf } from './packet.ts';

/** An annotation of a page. */
export interface Annotation {
  readonly dict: PDFDict;
  readonly subtype: string;
  /** That of the structure which has it, by its own number and by its reference. */
  readonly element: Element | undefined;
  /** Neither hidden nor outside of what is shown of the page: of others little is asked. */
  readonly isShown: boolean;
  readonly where: string;
}

export interface Page {
  readonly dict: PDFDict;
  readonly annotations: readonly Annotation[];
  readonly drawings: readonly Drawing[];
  readonly marks: readonly Mark[];
  readonly where: string;
}

/** A character code that a font is asked to show, once for each font. */
export interface Shown {
  readonly font: Font;
  readonly code: number;
  /** Whether it is drawn anywhere, or only there for who copies it. */
  readonly isRendered: boolean;
}

export interface File {
  /** As the file begins: `%PDF-1.7`. */
  readonly header: string;
  readonly catalog: PDFDict;
  /** The language that the catalog states for the whole file. */
  readonly language: string | undefined;
  readonly encryption: PDFDict | undefined;
  /** The properties of the XMP packet; nothing where there is none that can be read. */
  readonly metadata: readonly Property[] | undefined;
  readonly tree: Tree | undefined;
  readonly elements: readonly Element[];
  /** The elements of a standard type. */
  readonly of: (standard: string) => readonly Element[];
  readonly pages: readonly Page[];
  readonly fonts: readonly Font[];
  readonly shown: readonly Shown[];
  /** How many texts are shown in no font. */
  readonly withoutFont: number;
  /** How often each form XObject is drawn. */
  readonly forms: ReadonlyMap<PDFDict, number>;
  /** Every dictionary of the file. */
  readonly dicts: readonly PDFDict[];
  /** How a failure names an element: its type, and the page on which it begins. */
  readonly where: (element: Element) => string;
}

/** The page, or the stream on it, where the first content of an element stands. */
function beginOf(element: Element): PDFRef | undefined {
  for (const kid of element.kids) {
    const begin = kid.kind === 'content' ? kid.of : kid.kind === 'element' ? beginOf(kid) : undefined;
    if (begin !== undefined) return begin;
  }
  return undefined;
}

/** Reads a document. */
export function fileOf(document: PDFDocument): File {
  const { catalog, context } = document;
  const tree = treeOf(document);
  const elements = tree?.elements ?? [];
  const contents = new Map<string, Element>();
  const referring = new Map<PDFObject | undefined, Element>();
  for (const element of elements)
    for (const kid of element.kids) {
      if (isContent(kid)) contents.set(keyOf(kid), element);
      if (isReference(kid)) referring.set(kid.to, element);
    }
  const parents = numberTree(dictIn(tree?.root, 'ParentTree'));
  const elementOf = (annotation: PDFDict): Element | undefined => {
    const element = referring.get(annotation);
    const parent = parents.get(numberIn(annotation, 'StructParent') ?? -1);
    return element !== undefined && element.dict === parent ? element : undefined;
  };

  const fonts = new Map<PDFDict, Font>();
  const codes = new Map<Font, Map<number, boolean>>();
  const forms = new Map<PDFDict, number>();
  let withoutFont = 0;
  const pages = document.getPages().map(({ node: dict, ref }, index): Page => {
    const drawn: Drawn = { drawings: [], marks: [], forms: [] };
    draw(
      {
        content: contentOf(dict),
        of: ref,
        resources: dict.Resources(),
        elementOf: (of, id) => contents.get(keyOf({ of, id })),
        fontOf: (font) => {
          const known = fonts.get(font) ?? fontOf(font);
          fonts.set(font, known);
          return known;
        },
        onText: (font, shown, isRendered) => {
          if (font === undefined) {
            withoutFont += 1;
            return;
          }
          const used = codes.get(font) ?? new Map<number, boolean>();
          codes.set(font, used);
          for (const code of shown) used.set(code, isRendered || used.get(code) === true);
        },
      },
      drawn,
    );
    for (const form of drawn.forms) forms.set(form, (forms.get(form) ?? 0) + 1);
    const place = `page ${index + 1}`;
    const annotations = itemsIn(dict, 'Annots').flatMap((item, at) =>
      item instanceof PDFDict ? [annotationOf(item, dict, elementOf(item), `annotation ${at + 1} of ${place}`)] : [],
    );
    return { dict, annotations, drawings: drawn.drawings, marks: drawn.marks, where: place };
  });

  const encryption = context.lookup(context.trailerInfo.Encrypt);
  const packet = streamIn(catalog, 'Metadata')?.toString('utf8');
  const byType = Map.groupBy(elements, ({ standard }) => standard);
  return {
    header: context.header.toString().split('\n', 1)[0] as string,
    catalog,
    language: textIn(catalog, 'Lang'),
    encryption: encryption instanceof PDFDict ? encryption : undefined,
    metadata: packet === undefined ? undefined : propertiesOf(packet),
    tree,
    elements,
    of: (standard) => byType.get(standard) ?? [],
    pages,
    fonts: [...fonts.values()],
    shown: [...codes].flatMap(([font, used]) =>
      Array.from(used, ([code, isRendered]): Shown => ({ font, code, isRendered })),
    ),
    withoutFont,
    forms,
    dicts: dictsOf(document),
    where: (element) => {
      const begin = beginOf(element);
      const index = document.getPages().findIndex(({ ref }) => ref === begin);
      return index < 0 ? element.type : `${element.type} on page ${index + 1}`;
    },
  };
}

const isContent = (kid: Element['kids'][number]): kid is Content => kid.kind === 'content';
const isReference = (kid: Element['kids'][number]): kid is Reference => kid.kind === 'object';
const keyOf = ({ of, id }: Pick<Content, 'of' | 'id'>): string => `${of?.toString()} ${id}`;

/** The content of a page, of which the file can have it in several streams (ISO 32000-1, 7.7.3.3). */
function contentOf(page: PDFDict): Buffer {
  const streams = itemsIn(page, 'Contents').filter((item) => item instanceof PDFStream);
  return Buffer.concat(streams.flatMap((stream) => [bytesOf(stream), Buffer.from('\n')]));
}

/** Every dictionary, at any depth. */
function dictsOf(document: PDFDocument): PDFDict[] {
  const found: PDFDict[] = [];
  const pending: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  // What stands in another object has no reference, and so stands in that one alone.
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value instanceof PDFStream) pending.push(value.dict);
    else if (value instanceof PDFArray) pending.push(...value.asArray());
    else if (value instanceof PDFDict) {
      found.push(value);
      pending.push(...value.values());
    }
  }
  return found;
}

/** The flag of an annotation that is hidden (ISO 32000-1, table 165). */
const hidden = 2;

const annotationOf = (dict: PDFDict, page: PDFDict, element: Element | undefined, place: string): Annotation => ({
  dict,
  subtype: nameIn(dict, 'Subtype') ?? '',
  element,
  isShown:
    ((numberIn(dict, 'F') ?? 0) & hidden) === 0 &&
    !isOutside(rectangle(dict, 'Rect'), rectangle(page, 'CropBox') ?? rectangle(page, 'MediaBox')),
  where: place,
});

type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

function rectangle(dict: PDFDict, key: string): Rectangle | undefined {
  const [a, b, c, d] = numbersIn(dict, key);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

const isOutside = (one: Rectangle | undefined, box: Rectangle | undefined): boolean =>
  one !== undefined && box !== undefined && (one[2] < box[0] || one[0] > box[2] || one[3] < box[1] || one[1] > box[3]);

/** Whether the entry is a text that is not empty. */
export const isSaid = (dict: PDFDict | undefined, key: string): boolean => (textIn(dict, key) ?? '') !== '';

/** Whether the entry is there with a value. */
export const isGiven = (dict: PDFDict | undefined, key: string): boolean => dict?.lookup(PDFName.of(key)) !== undefined;
