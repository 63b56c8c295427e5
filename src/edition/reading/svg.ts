/**
 * Which drawings in SVG can be published. They are not changed, since a release holds their bytes: a drawing that does anything but
 * draw is refused. What draws is a list (SVG 2, chapters 5–14); all else, scripts, animations, text of HTML, is not on it.
 */
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { UnfitFile } from '../article-files.ts';

const drawing = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image marker ' +
    'linearGradient radialGradient stop pattern clipPath mask filter switch style ' +
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight ' +
    'feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);

/** An image may hold pixels, or point into itself. */
const inside = /^\s*(?:#|data:image\/(?:png|jpeg|webp);base64,)/i;

/** What a style may load: nothing but parts of the drawing. */
const loads = /@import|url\((?!\s*['"]?\s*#)|image-set\(|src\(|expression\(/i;

/** In these namespaces elements draw or run, whatever the prefix; programs for drawing put what is their own into others. */
const alive = new Set([
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
]);

const unfit = (what: string): UnfitFile => ({
  what,
  fix: 'export it as plain SVG, with its images inside it and its letters as paths (Inkscape: “Plain SVG”), or save it as PNG',
});

/**
 * Reads a drawing.
 *
 * @returns its size in its own units, or why it cannot be published
 */
export function sizeOfSvg(content: Uint8Array): { readonly width: number; readonly height: number } | UnfitFile {
  let root: Root;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // An entity stands for text that a program of another kind would read otherwise.
    if (/<!ENTITY/i.test(text)) return unfit('declares entities');
    root = fromXml(text);
  } catch (error) {
    return unfit(`cannot be read as SVG: ${(error as Error).message.split('\n')[0]}`);
  }
  const svg = root.children.find((node) => node.type === 'element');
  if (svg?.name !== 'svg') return unfit('is not a drawing: its outermost element is not svg');
  if (
    root.children.some(
      ({ type, ...node }) => type === 'instruction' && 'name' in node && node.name === 'xml-stylesheet',
    )
  )
    return unfit('loads a style sheet');
  return (
    troubleOf(svg) ?? sizeOf(svg) ?? unfit('does not say its size: it has neither a viewBox nor a width and a height')
  );
}

/**
 * What an element does beyond drawing. What programs for drawing add (`sodipodi:namedview`) and what is said of the drawing
 * (`rdf:RDF`) has a prefix of its own, and is not drawn.
 */
function troubleOf({ name, attributes, children }: Element): UnfitFile | undefined {
  if (name.startsWith('svg:') || (!name.includes(':') && !drawing.has(name)))
    return unfit(`holds <${name}>, which is not part of a drawing`);
  for (const [key, value] of Object.entries(attributes)) {
    const text = String(value);
    if (
      key === 'xmlns'
        ? text !== 'http://www.w3.org/2000/svg'
        : key.startsWith('xmlns:') && key !== 'xmlns:svg' && alive.has(text)
    )
      return unfit(`holds elements of ${text} under another name`);
    if (/^on/i.test(key)) return unfit(`holds a script (${key})`);
    const isElsewhere = /(?:^|:)(?:href|src|base)$/i.test(key)
      ? !inside.test(text)
      : !key.startsWith('xmlns') && loads.test(text);
    if (isElsewhere) return unfit(`loads something from elsewhere (${text.slice(0, 60)})`);
    if (key === 'style' && text.includes('\\')) return unfit('has a style that hides what it says');
  }
  for (const child of children) {
    if (child.type === 'element') {
      const trouble = troubleOf(child);
      if (trouble) return trouble;
    }
    if (
      name === 'style' &&
      (child.type === 'text' || child.type === 'cdata') &&
      (loads.test(child.value) || child.value.includes('\\'))
    )
      return unfit('has a style that loads something from elsewhere');
  }
  return undefined;
}

/** Where a drawing says no size but its proportions, it is as wide as a text on a wide screen. */
const ownWidth = 800;

/** The size that it is drawn in (SVG 2, section 8.2), in pixels. */
function sizeOf({ attributes }: Element): { readonly width: number; readonly height: number } | undefined {
  const [, , boxWidth = 0, boxHeight = 0] = String(attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio = boxHeight / boxWidth;
  const [stated, high] = [attributes['width'], attributes['height']].map((one) => lengthOf(String(one ?? '')));
  const width = stated ?? (high === undefined ? ownWidth : high / ratio);
  const height = high ?? width * ratio;
  return width > 0 && height > 0 && Number.isFinite(width * height)
    ? { width: Math.round(width), height: Math.round(height) }
    : undefined;
}

/** CSS pixels in a unit (CSS Values 4, section 6.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

function lengthOf(text: string): number | undefined {
  const [, number, unit = ''] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const factor = units[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
