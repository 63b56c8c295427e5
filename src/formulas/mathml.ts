/**
 * Formulas: TeX as MathML, by temml (https://temml.org). What is written here is what every view is made of, so what one of them
 * could not hold is refused: a colour, a size, a box that is moved. The tree has no `style`; what temml says in one that the page
 * has to know is a class of our sheets (`styles/formulas.css`, the book's `style.ts`).
 */
import temml from 'temml';
import type { Element, ElementContent } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** A formula that cannot be read; `fix` says what to write. */
export class FormulaError extends Error {
  readonly fix: string;

  constructor(what: string, fix: string) {
    super(what);
    this.fix = fix;
  }
}

/** A formula of more characters than this is none. */
const longest = 5000;

/** Numbered environments, and what is said elsewhere. */
const elsewhere: readonly (readonly [form: RegExp, what: (found: string) => string, fix: string])[] = [
  [
    /\\begin\s*\{(?:equation|align|alignat|eqnarray|gather|multline|split|CD)\*?\}/,
    (found) => `${found} is a display of its own`,
    'write \\begin{aligned} or \\begin{gathered} in the fence; the edition numbers formulas that have a name, as in ```math eq-heat',
  ],
  [
    /\\(?:tag|label|notag|nonumber)\b\*?/,
    (found) => `${found} numbers a formula`,
    'leave it out; the edition numbers formulas that have a name, as in ```math eq-heat',
  ],
  [/\\(?:eq)?ref\b/, (found) => `${found} refers to another place`, 'write the reference outside of the formula'],
  [
    /\\(?:long|[egx]|re|provide)?(?:def|newcommand|renewcommand|providecommand|let|futurelet)(?![A-Za-z])/,
    (found) => `${found} defines a command`,
    'write out what it stands for',
  ],
];

const elements = new Set(
  'math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mstyle mpadded mphantom menclose'.split(
    ' ',
  ),
);

/** Attributes that are kept as they are. `symmetric` and the sizes make big delimiters. */
const kept = new Set(
  'accent accentunder displaystyle scriptlevel fence separator form stretchy symmetric minsize maxsize movablelimits lspace rspace linethickness mathvariant notation width height depth voffset columnalign'.split(
    ' ',
  ),
);

/** Notations of `menclose` that every view draws, each as the class by which a sheet draws it. */
const notations: Readonly<Record<string, string>> = {
  top: 'm-top',
  bottom: 'm-bottom',
  box: 'm-box',
  updiagonalstrike: 'm-up',
  downdiagonalstrike: 'm-down',
  'updiagonalstrike downdiagonalstrike': 'm-cross',
  horizontalstrike: 'm-strike',
};

/** Classes that correct what some engine draws, by fractions of a letter; pages do without. */
const corrections =
  /^(?:tml-(?:(?:sml|med|lrg)-pad|prime|vec|hat-\d|tilde-\d|label|jot|small)|(?:chr|wbk)-[a-z-]+|math(?:cal|scr))$/;
const alignments: Readonly<Record<string, string>> = { 'tml-left': 'm-left', 'tml-right': 'm-right' };

const holds = (what: string): FormulaError =>
  new FormulaError(`${what} in a formula, which not every form of the text can hold`, 'write the formula without it');

/** The class of a cell for one declaration of its style. */
function cellClass(property: string, value: string): string[] {
  const padding = /^padding-(left|right)$/.exec(property);
  if (padding) {
    const side = padding[1] === 'left' ? 'start' : 'end';
    const width = Number.parseFloat(value);
    if (width === 0) return [`m-flush-${side}`];
    return side === 'start' && value.endsWith('em') && width >= 1 ? ['m-wide-start'] : [];
  }
  const border = /^border-(left|right|top|bottom)$/.exec(property);
  if (border) return [`m-line-${border[1]}`];
  if (property === 'text-align' && value === 'left') return ['m-left'];
  if (property === 'text-align' && value === 'right') return ['m-right'];
  throw holds(`"${property}"`);
}

function classesOf({ name, attributes }: Element): string[] {
  const found: string[] = [];
  for (const one of (attributes['class'] ?? '').split(' ').filter(Boolean)) {
    const alignment = alignments[one];
    if (alignment) found.push(alignment);
    else if (!corrections.test(one) && !/^tml-(?:overline|underline|fbox|display)$/.test(one)) throw holds(`"${one}"`);
  }
  for (const declaration of (attributes['style'] ?? '').split(';').filter((one) => one.trim() !== '')) {
    const [property = '', value = ''] = declaration.split(':').map((one) => one.trim());
    if (property === 'color' || property === 'background-color') throw holds('a colour');
    if (name === 'mtd') found.push(...cellClass(property, value));
    // The depth of an accent is what engines take it for; the display of a formula is said by its attribute.
    else if (property !== 'math-depth' && property !== 'display' && property !== 'text-align')
      throw holds(`"${property}"`);
  }
  return found;
}

const digits = /^[۰-۹٠-٩]+(?:[٫٬.][۰-۹٠-٩]+)*$/;
const textIn = (node: ElementContent | undefined): string =>
  node?.type === 'element' ? node.children.map((child) => (child.type === 'text' ? child.value : '')).join('') : '';

/** Elements whose children are a row, of any number. */
const rows = new Set(['math', 'mrow', 'msqrt', 'mstyle', 'mtd', 'mpadded', 'mphantom', 'menclose']);

/** Digits of Persian, which temml takes for words one by one, as one number; where children have places, each stays in its own. */
function withNumbers(parent: string, nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const isDigits = node.type === 'element' && node.name === 'mtext' && digits.test(textIn(node));
    if (!isDigits) out.push(node);
    else if (rows.has(parent) && last?.type === 'element' && last.name === 'mn' && digits.test(textIn(last)))
      out[out.length - 1] = element('mn', {}, [{ type: 'text', value: textIn(last) + textIn(node) }]);
    else out.push(element('mn', {}, [{ type: 'text', value: textIn(node) }]));
  }
  return out;
}

const element = (name: string, attributes: Element['attributes'], children: ElementContent[]): Element => ({
  type: 'element',
  name,
  attributes,
  children,
});

/** The tree with what our views know, and nothing else. */
function cleaned(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { name, attributes } = node;
  // How temml draws a struck formula where `menclose` is unknown.
  if (/^tml-cancel /.test(attributes['class'] ?? '')) return [];
  const children = withNumbers(name, node.children.flatMap(cleaned));
  if (name === 'mrow' && attributes['style']?.includes('border:')) {
    const inside = element('mstyle', { displaystyle: 'true', scriptlevel: '0' }, children);
    return [element('menclose', { notation: 'box', class: 'm-box' }, [inside])];
  }
  if (!elements.has(name)) throw holds(`<${name}>`);
  if (attributes['mathsize'] !== undefined) throw holds('a size');
  if (attributes['mathbackground'] !== undefined || attributes['mathcolor'] !== undefined) throw holds('a colour');
  const classes = classesOf(node);
  if (name === 'menclose') {
    const drawn = notations[attributes['notation'] ?? ''];
    if (drawn === undefined) throw holds(`"${attributes['notation']}"`);
    classes.push(drawn);
  }
  const own = Object.entries(attributes).filter(([key]) => kept.has(key));
  return [
    element(
      name,
      { ...Object.fromEntries(own), ...(classes.length > 0 ? { class: [...new Set(classes)].join(' ') } : {}) },
      children,
    ),
  ];
}

const known = new Map<string, Element>();

/**
 * A formula as the element `math` without a namespace. Its `alttext` is the TeX: assistive technology reads MathML itself, and what
 * does not know it is told what was written.
 *
 * @param isDisplay whether it stands on a line of its own
 * @throws FormulaError if it cannot be read, or if not every view can hold it
 */
export function mathOf(tex: string, isDisplay: boolean): Element {
  const key = `${isDisplay} ${tex}`;
  const made = known.get(key) ?? read(tex, isDisplay);
  known.set(key, made);
  return made;
}

function read(tex: string, isDisplay: boolean): Element {
  if (tex.trim() === '') throw new FormulaError('a formula is empty', 'write it, or leave out its signs');
  if (tex.length > longest)
    throw new FormulaError(`a formula of ${tex.length} characters`, `write it as several, of ${longest} at most`);
  for (const [form, what, fix] of elsewhere) {
    const found = form.exec(tex);
    if (found) throw new FormulaError(what(found[0]), fix);
  }
  // temml would set it as a line, or as a table that is none.
  if (/\\\\|\\newline/.test(tex.replace(/\\begin\s*\{.*\\end\s*\{[^}]*\}|\\substack\s*\{[^{}]*\}/gs, '')))
    throw new FormulaError(
      'a line of a formula ends where it has no lines',
      'write the lines between \\begin{aligned} and \\end{aligned}, or between \\begin{gathered} and \\end{gathered}',
    );
  const [root] = fromXml(rendered(tex, isDisplay)).children;
  const [math] = root?.type === 'element' ? cleaned(root) : [];
  if (math?.type !== 'element' || math.name !== 'math') throw holds('what is no formula');
  const display = isDisplay ? { display: 'block' } : {};
  return { ...math, attributes: { dir: 'ltr', ...display, alttext: tex.replace(/\s+/g, ' ').trim() } };
}

function rendered(tex: string, isDisplay: boolean): string {
  try {
    return temml.renderToString(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      wrap: 'none',
      maxExpand: 100,
      maxSize: [10, 10],
    });
  } catch (error) {
    // temml strikes through the place with combining signs, on a second line.
    const [reason = ''] = (error as Error).message.replace(/[\u0332\u0333]/g, '').split(/:?\s*\n|: (?=.*…)/);
    throw new FormulaError(
      `the formula cannot be read: ${reason.replace(/ at (?:position \d+|end of input):?.*$/s, '').trim()}`,
      'correct the TeX; docs/formulas.md says what is known',
    );
  }
}
