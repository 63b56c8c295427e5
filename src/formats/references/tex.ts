/** What both BibTeX formats share: names, escapes, layout of an entry. */
import type { MarkedText, TitleStyle } from '../../bibliography/marked.ts';
import type { Name, Names } from '../../bibliography/work.ts';

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Characters that TeX joins into one: two hyphens into a dash, two quotation marks into one (TeXbook, chapter 2). */
const ligatures = /--+|''+|``+|,,+|<<+|>>+|[?!]`/g;

const escapeSpecials = (text: string): string =>
  text.replace(/[\\{}$&#%_^~]/g, (character) => special[character] as string);

/** A text as TeX shows it: every special character escaped, every ligature that changes one kept apart. */
export const escapeTex = (text: string): string =>
  escapeSpecials(text).replace(ligatures, (characters) => [...characters].join('{}'));

/** Languages in babel's names, as `langid` wants them (biblatex manual, section 2.2.3 and table 2). */
export const babel: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', az: 'azerbaijani', de: 'german', el: 'greek', en: 'english', es: 'spanish', fa: 'persian' },
  ...{ fr: 'french', he: 'hebrew', hy: 'armenian', it: 'italian', ja: 'japanese', ka: 'georgian', nl: 'dutch' },
  ...{ pl: 'polish', pt: 'portuguese', ru: 'russian', sv: 'swedish', tr: 'turkish', uk: 'ukrainian' },
};

/** The commands of LaTeX that set words off. */
const commands: Readonly<Record<TitleStyle, string>> = {
  emphasis: 'emph',
  strong: 'textbf',
  superscript: 'textsuperscript',
  subscript: 'textsubscript',
  smallCaps: 'textsc',
  underline: 'underline',
  code: 'texttt',
};

/** A title with its marks, with no care for capitals: for a field in which no style changes them. */
export const markedTex = (title: MarkedText): string =>
  title
    .map((piece) =>
      typeof piece === 'string' ? escapeTex(piece) : `\\${commands[piece.style]}{${markedTex(piece.children)}}`,
    )
    .join('');

/**
 * A title whose capitals a style must keep: a word with a capital stands in braces, but for a plain first word. Braces around a
 * command would be a character of its own (btxdoc, section 4: «special character»), whose letters styles change; those of its words
 * keep them.
 */
export const protectTitle = (title: MarkedText): string =>
  title
    .map((piece, place) => (typeof piece === 'string' ? protectWords(piece, place === 0) : markedTex([piece])))
    .join('');

const protectWords = (text: string, isFirst: boolean): string =>
  text
    .split(' ')
    .map((word, index) => {
      const escaped = escapeTex(word);
      const inner = isFirst && index === 0 ? word.slice(1) : word;
      return /\p{Lu}/u.test(inner) ? `{${escaped}}` : escaped;
    })
    .join(' ');

function texName(name: Name): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`;
  const family = escapeTex(name.family);
  // A family name of several words with no given name would be read as given and family. With one, letters without case
  // would be read as small ones, and the first word as a particle (btxdoc, section 4: «von»).
  const whole = name.given && family.includes(' ') && /\p{Lo}/u.test(family) ? `{${family}}` : family;
  // «von Last, Jr, First» (btxdoc, section 4); without a given name the last part stays empty.
  if (name.suffix) return `${whole}, ${escapeTex(name.suffix)}, ${escapeTex(name.given ?? '')}`.trimEnd();
  if (!name.given) return family.includes(' ') || name.family === 'others' ? `{${family}}` : family;
  return `${whole}, ${escapeTex(name.given)}`;
}

export const texNames = (names: Names | undefined): string | undefined =>
  names && [...names.list.map(texName), ...(names.others ? ['others'] : [])].join(' and ');

/** One entry; a field with no value is left out. */
export function texEntry(type: string, key: string, fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    // A month is one of the styles' own macros, without braces.
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** A text for who reads the file, in a field that no style prints. */
export const unprinted = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : escapeSpecials(text);

export const mapped = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : escapeTex(text);
