/** What the content of a page draws, and inside which marks (ISO 32000-1, 14.6). */
import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { type Operand, operationsOf } from '../content.ts';
import type { Font } from '../font.ts';
import { codesOf } from '../marks.ts';
import { bytesOf, dictIn, nameIn } from '../objects.ts';
import type { Element } from '../tree.ts';

/** A marked-content sequence. */
export interface Mark {
  /** Without the slash. */
  readonly tag: string;
  readonly properties: ReadonlyMap<string, Operand>;
  /** The element of the structure that has it. */
  readonly element: Element | undefined;
  /** The one around it. */
  readonly around: Mark | undefined;
  /** Whether it, or one around it, is tagged, is an artifact, has a language that is known. */
  readonly isTagged: boolean;
  readonly isArtifact: boolean;
  readonly hasLanguage: boolean;
}

/** Something drawn. */
export interface Drawing {
  readonly kind: 'text' | 'graphic';
  /** The innermost mark that it stands in. */
  readonly mark: Mark | undefined;
}

/** What a page draws, in its order. */
export interface Drawn {
  readonly drawings: Drawing[];
  readonly marks: Mark[];
  /** The form XObjects, one for each time that they are drawn. */
  readonly forms: PDFDict[];
}

/** Where a content takes its names from, and who is told of the text that it shows. */
export interface Source {
  readonly content: Buffer;
  /** The page or the stream that the numbers of marked contents belong to. */
  readonly of: PDFRef;
  readonly resources: PDFDict | undefined;
  readonly elementOf: (of: PDFRef, id: number) => Element | undefined;
  readonly fontOf: (font: PDFDict) => Font;
  /** Told of each text: its font, its character codes, and whether it is rendered (9.3.6). */
  readonly onText: (font: Font | undefined, codes: readonly number[], isRendered: boolean) => void;
}

/** Painting operators other than those of text and of XObjects (ISO 32000-1, table 51). */
const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'EI']);
const showing = new Set(['Tj', 'TJ', "'", '"']);

/** The rendering mode of text that is neither filled nor stroked, nor clips (9.3.6). */
const invisible = 3;

/** Forms within forms are followed to this depth, which no page has. */
const deepest = 12;

const markIn = (
  around: Mark | undefined,
  tag: string,
  properties: ReadonlyMap<string, Operand>,
  element: Element | undefined,
): Mark => ({
  tag,
  properties,
  element,
  around,
  isTagged: element !== undefined || around?.isTagged === true,
  isArtifact: tag === 'Artifact' || around?.isArtifact === true,
  hasLanguage: properties.has('Lang') || element?.language !== undefined || around?.hasLanguage === true,
});

/** Adds what a content draws. */
export function draw(source: Source, into: Drawn, outer: Mark | undefined = undefined, depth = 0): void {
  let mark = outer;
  let state: { readonly font: Font | undefined; readonly mode: number } = { font: undefined, mode: 0 };
  const saved: (typeof state)[] = [];
  const named = (kind: string, name: Operand | undefined): readonly [raw: PDFObject, value: PDFObject] | undefined => {
    const list = typeof name === 'string' ? dictIn(source.resources, kind) : undefined;
    const key = PDFName.of(String(name).slice(1));
    const [raw, value] = [list?.get(key), list?.lookup(key)];
    return raw === undefined || value === undefined ? undefined : [raw, value];
  };

  const fonts = new Map<Operand | undefined, Font | undefined>();
  const fontOf = (name: Operand | undefined): Font | undefined => {
    if (!fonts.has(name)) {
      const font = named('Font', name)?.[1];
      fonts.set(name, font instanceof PDFDict ? source.fontOf(font) : undefined);
    }
    return fonts.get(name);
  };

  for (const { operator, operands } of operationsOf(source.content)) {
    const first = operands[0];
    if (operator === 'BMC' || operator === 'BDC') {
      const second = operands[1];
      const properties = second instanceof Map ? second : propertiesOf(named('Properties', second)?.[1]);
      const id = properties.get('MCID');
      const element = typeof id === 'number' ? source.elementOf(source.of, id) : undefined;
      mark = markIn(mark, String(first).slice(1), properties, element);
      into.marks.push(mark);
    } else if (operator === 'EMC') {
      if (mark !== outer) mark = mark?.around;
    } else if (operator === 'q') saved.push(state);
    else if (operator === 'Q') state = saved.pop() ?? state;
    else if (operator === 'Tr') state = { ...state, mode: Number(first) };
    else if (operator === 'Tf') state = { ...state, font: fontOf(first) };
    else if (showing.has(operator)) {
      into.drawings.push({ kind: 'text', mark });
      source.onText(state.font, codesOf(operands.at(-1)), state.mode !== invisible);
    } else if (painting.has(operator)) into.drawings.push({ kind: 'graphic', mark });
    else if (operator === 'Do') {
      const [raw, drawn] = named('XObject', first) ?? [];
      if (drawn instanceof PDFStream && nameIn(drawn.dict, 'Subtype') === 'Form') {
        into.forms.push(drawn.dict);
        const form = {
          ...source,
          content: bytesOf(drawn),
          of: raw instanceof PDFRef ? raw : source.of,
          resources: dictIn(drawn.dict, 'Resources') ?? source.resources,
        };
        if (depth < deepest) draw(form, into, mark, depth + 1);
      } else into.drawings.push({ kind: 'graphic', mark });
    }
  }
}

/** A property list of the resources (14.6.2), as far as conditions ask for it. */
function propertiesOf(dict: PDFObject | undefined): Map<string, Operand> {
  const properties = new Map<string, Operand>();
  if (!(dict instanceof PDFDict)) return properties;
  for (const [key, value] of dict.entries()) {
    if (value instanceof PDFNumber) properties.set(key.decodeText(), value.asNumber());
    if (value instanceof PDFString || value instanceof PDFHexString)
      properties.set(key.decodeText(), Buffer.from(value.asBytes()));
  }
  return properties;
}
