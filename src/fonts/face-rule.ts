import { unicodeRange } from './faces.ts';
import type { MadeFace } from './web.ts';

/** How a style sheet names a face. */
export interface FaceRule {
  readonly family: string;
  /** The address of its file. */
  readonly url: string;
  readonly display?: 'optional' | 'fallback' | 'block' | undefined;
}

/** A face as a rule of a style sheet (CSS Fonts 4, chapter 4). */
export function faceRule({ weight, style, ranges }: MadeFace, { family, url, display }: FaceRule): string {
  const descriptors = [
    ['font-family', `"${family}"`],
    ['src', `url("${url}")`],
    ['font-weight', typeof weight === 'number' ? `${weight}` : `${weight.min} ${weight.max}`],
    ['font-style', style],
    ['font-display', display],
    ['unicode-range', ranges && unicodeRange(ranges)],
  ];
  const said = descriptors.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value};\n`]));
  return `@font-face {\n${said.join('')}}\n`;
}
