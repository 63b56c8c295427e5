/**
 * What other systems read as markup and this one does not: TeX, HTML, pandoc's citations and attributes, wiki links. Nothing of it may
 * pass as words of the text, so each is refused in the words of those who write, with what to write instead. A sign that is meant as
 * one has a backslash before it.
 */
import type { Fault } from '../../faults.ts';

interface Stray {
  readonly what: string;
  readonly fix: string;
}

/** What stands in a text for something else: how it looks, and what is said of it. */
interface Kind {
  readonly form: RegExp;
  readonly say: (found: RegExpExecArray) => Stray;
}

const html: Readonly<Record<string, string>> = {
  b: 'write **bold**',
  strong: 'write **bold**',
  i: 'write *emphasis*',
  em: 'write *emphasis*',
  u: 'write [underlined](u:)',
  sup: 'write ^2^',
  sub: 'write ~2~',
  code: 'write it between two `',
  br: 'end the line with two spaces or with \\',
  a: 'write [words](https://…)',
  img: 'write <Figure src="files/NAME" alt="…">',
  table: 'write a Markdown table between <Table> and </Table>',
  blockquote: 'begin the line with >',
  p: 'put an empty line between two paragraphs',
};

const tex: Readonly<Record<string, string>> = {
  textbf: 'write **bold**',
  emph: 'write *emphasis*',
  textit: 'write *emphasis*',
  textsc: 'write [Small Capitals](sc:)',
  underline: 'write [underlined](u:)',
  textsuperscript: 'write ^2^',
  textsubscript: 'write ~2~',
  footnote: 'write [^1], and its text as a line of its own, [^1]: text',
  section: 'write ## and the heading',
  subsection: 'write ### and the heading',
  href: 'write [words](https://…)',
  url: 'write [words](https://…)',
  begin: 'write a list, a quotation or a table as Markdown, and a formula as ```math',
  end: 'write a list, a quotation or a table as Markdown, and a formula as ```math',
};

const asCitation = 'write it as [what is printed](cite:key?p=58)';

function ofTex([, name = '']: RegExpExecArray): Stray {
  const fix =
    tex[name] ??
    (/cite/.test(name)
      ? asCitation
      : /ref$/.test(name)
        ? 'write [](#fig-map), which prints what it calls with its number'
        : 'write a formula as $…$, and a backslash of the text as \\\\');
  return { what: `the TeX command \\${name}`, fix };
}

const said =
  (what: string, fix: string): Kind['say'] =>
  () => ({ what, fix });

/** Those that the parser must not see, since it would read nothing else. */
const hidden: readonly Kind[] = [
  {
    form: /^---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/s,
    say: said('a head of facts', 'write them into article.yaml'),
  },
  { form: /<!--.*?(?:-->|$)/gs, say: said('a comment', 'remove it: what is published has no hidden words') },
  {
    form: /<(?:https?|mailto):[^<>\s]*>/g,
    say: said('an address between < and >', 'write [words](https://…)'),
  },
  {
    form: /<([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>|<\/[a-z][a-z0-9-]*\s*>/g,
    say: ([, name = '']) => ({ what: `the HTML <${name}>`, fix: html[name] ?? 'leave it out' }),
  },
  { form: /\\([A-Za-z]+)\*?(?:\[[^\]\n]*\])*(?:\{(?:[^{}\n]|\{[^{}\n]*\})*\})*/g, say: ofTex },
  {
    form: /\{[#.][^{}\n]*\}|\{[A-Za-z-]+=[^{}\n]*\}/g,
    say: said('an id or a class in braces', 'leave it out: the edition gives the ids'),
  },
  { form: /\{[^{}\n]*\}/g, say: said('a pair of braces', 'leave them out, or write the braces as \\{ and \\}') },
  { form: /^[ \t]*:{3,}.*$/gm, say: said('a line of colons', 'leave it out: there are no such boxes') },
];

const shown: readonly Kind[] = [
  { form: /\[[^[\]\n]*(?<![\w.])@\{?\w[^[\]\n]*\]/g, say: said('a citation of pandoc', asCitation) },
  {
    form: /(?<![\p{L}\p{N}_.@/])@[A-Za-z][\w:.-]*/gu,
    say: said('a citation of pandoc', `${asCitation}, and the sign itself as \\@`),
  },
  { form: /\[\[[^[\]\n]+\]\]/g, say: said('a link of a wiki', 'write [words](https://…)') },
  { form: /\^\[/g, say: said('a note in the line', 'write [^1], and its text as a line of its own, [^1]: text') },
  { form: /==(?=[^\s=])[^=\n]*[^\s=]==/g, say: said('a word marked with ==', 'write **bold** or *emphasis*') },
  {
    form: /\$\$/g,
    say: said('a formula between $$', 'write it between a line ```math and a line ```'),
  },
  {
    form: /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\](?=[ \t])/gm,
    say: said('a box to tick', 'leave it out, or write the brackets as \\[ and \\]'),
  },
];

/** Where nothing is looked for: fences, code, signs that are meant as such, formulas, elements of ours, addresses. */
const closed =
  /^[ \t>]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?!.))|(`+)(?!`).*?(?<!`)\2(?!`)|\\[!-/:-@[-`{-~]|(?<!\$)\$(?![\s$])(?:\\[^\n]|[^\\\n$])*(?<!\s)\$(?!\p{Nd})|<\/?[A-Z][^<>]*>|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|(?<!<)https?:\/\/[^\s<>()[\]]+/gmsu;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/**
 * Looks for markup of other systems.
 *
 * @param text the text of the file
 * @returns what is wrong, in the order of the lines, and the text without what the parser cannot read, each line where it was
 */
export function straysOf(text: string, file: string): { faults: Fault[]; readable: string } {
  const faults: (Fault & { readonly line: number })[] = [];
  let open = text.replace(closed, blank);
  let readable = text;
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  const take = (at: number, found: string, { what, fix }: Stray) => {
    faults.push({ file, line: lineAt(at), what: `${what} has no place in a text, at "${around(text, at)}"`, fix });
    open = open.slice(0, at) + blank(found) + open.slice(at + found.length);
  };
  for (const { form, say } of hidden)
    for (const found of matches(open, form)) {
      const isEnd = found[0].startsWith('</');
      if (!isEnd) take(found.index, found[0], say(found));
      readable = readable.slice(0, found.index) + blank(found[0]) + readable.slice(found.index + found[0].length);
    }
  for (const { form, say } of shown) for (const found of matches(open, form)) take(found.index, found[0], say(found));
  for (const found of matches(
    text.replace(closed, (one) => (one.startsWith('\\') ? one : blank(one))),
    /\\\((?=\S).*?\\\)/g,
  ))
    take(found.index, found[0], { what: 'a formula between \\( and \\)', fix: 'write it as $x^2$' });
  // Rows with no line of dashes among them are no table.
  for (const found of matches(open, /(?:^[ \t]*\|.*\|[ \t]*(?:\n|$))+/gm))
    if (!/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\||$)/m.test(found[0]))
      take(found.index, found[0], {
        what: 'a row of a table that is none',
        fix: 'write a Markdown table between <Table> and </Table>, with a line |---|---| under its head',
      });
  return { faults: faults.toSorted((a, b) => a.line - b.line), readable };
}

function matches(text: string, form: RegExp): RegExpExecArray[] {
  if (form.global) return [...text.matchAll(form)];
  const found = form.exec(text);
  return found ? [found] : [];
}

/** The words of a line around a place. */
const around = (text: string, at: number): string => {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? '';
  const column = at - (text.lastIndexOf('\n', at - 1) + 1);
  return line.slice(Math.max(0, column - 15), column + 30).trim();
};

const nodes: Readonly<Record<string, Stray>> = {
  image: { what: 'an image in a line', fix: 'write it as <Figure src="files/NAME" alt="…">, between two paragraphs' },
  linkReference: { what: 'a link whose address stands elsewhere', fix: 'write [words](https://…)' },
  definition: { what: 'the address of a link on a line of its own', fix: 'write [words](https://…) where the link is' },
  mdxjsEsm: { what: 'a line that begins with import or export', fix: 'begin it otherwise: no code is run' },
};

/**
 * What is said of a part of Markdown that texts do not have.
 *
 * @param name of an element
 */
export function refusalOf(type: string, name?: string | null): Stray {
  if (name) return { what: `the element <${name}> is unknown here`, fix: 'use those that CONTRIBUTING.md lists' };
  return (
    nodes[type] ?? {
      what: `"${type}" is not allowed in a text`,
      fix: 'use plain Markdown and the marks that CONTRIBUTING.md lists; write { and < as \\{ and \\<',
    }
  );
}
