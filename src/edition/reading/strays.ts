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
  {
    form: /(?<=\n[ \t]*\n)---[ \t]*\n(?:[\w-]+:[^\n]*\n)+(?:---|\.\.\.)[ \t]*(?:\n|$)/g,
    say: said('a head of facts', 'write them into article.yaml'),
  },
  { form: /<!--.*?(?:-->|$)/gs, say: said('a comment', 'remove it: what is published has no hidden words') },
  {
    form: /<(?:https?|mailto):[^<>\s]*>/g,
    say: said('an address between < and >', 'write [words](https://…)'),
  },
  {
    form: /<[^\s<>@/]+@[^\s<>@/]+>/g,
    say: said('an address between < and >', 'write [name@example.org](mailto:name@example.org)'),
  },
  {
    form: /<(?:![^<>]*|\?.*?\?|%.*?%)>/gs,
    say: said('a command for machines', 'leave it out'),
  },
  {
    form: /<([a-z][a-z0-9-]*|[A-Z][A-Z0-9]*)(?:[\s/][^<>]*)?\/?>|<\/(?:[a-z][a-z0-9-]*|[A-Z][A-Z0-9]*)\s*>/g,
    say: ([, name = '']) => ({ what: `the HTML <${name}>`, fix: html[name.toLowerCase()] ?? 'leave it out' }),
  },
  { form: /\\([A-Za-z]+)\*?(?:\[[^\]\n]*\])*(?:\{(?:[^{}\n]|\{[^{}\n]*\})*\})*/g, say: ofTex },
  {
    form: /\{[#.][^{}\n]*\}|\{[A-Za-z-]+=[^{}\n]*\}/g,
    say: said('an id or a class in braces', 'leave it out: the edition gives the ids'),
  },
  {
    form: /\{\{[^{}]*\}\}|\{[^{}]*\}/g,
    say: said('a pair of braces', 'leave them out, or write the braces as \\{ and \\}'),
  },
  { form: /^[ \t]*:{3,}.*$/gm, say: said('a line of colons', 'leave it out: there are no such boxes') },
];

/** The mark of a list that is none: letters, Roman numbers, digits of Persian and Arabic, the dots of word processors. */
const item = String.raw`[ \t]*(?:\((?:[a-z]|[ivx]{2,4}|[\u0621-\u06cc]|الف|[۰-۹٠-٩]{1,2})\)|(?:[a-z]|[ivx]{2,4}|[\u0621-\u06cc]|الف|#)[.)]|[۰-۹٠-٩]{1,2}[.)\-–]|[•●▪◦‣·])[ \t]+\S`;

const tableFix = 'write a Markdown table between <Table> and </Table>, with a line |---|---| under its head';

const shown: readonly Kind[] = [
  {
    form: /%%[^\n]*?%%/g,
    say: said('a comment', 'remove it: what is published has no hidden words; the sign itself is \\%'),
  },
  {
    form: /^[ \t]*%(?=[ \t%\n]).*$/gm,
    say: said('a line that begins with %', 'remove it, or write \\% if the sign is one of the text'),
  },
  {
    form: /^[ \t]*#{1,6}(?=[^\s#])/gm,
    say: said('a heading without a space behind its #', 'put the space there, or write \\# for the sign itself'),
  },
  {
    form: new RegExp(`^${item}[^\\n]*(?<!\\\\| {2})\\n${item}`, 'gmu'),
    say: said(
      'a list that would become one paragraph',
      'begin each line with - or 1. (pages print the digits of the text), or put an empty line between the two',
    ),
  },
  {
    form: /^[ \t]*\|[ \t]+[^|\n]*$/gm,
    say: said('a line that keeps its end', 'write verse between a line ```verse and a line ```'),
  },
  {
    form: /^[ \t]*(?:-{2,}(?:[ \t]+-{2,})+|\+(?:[-=:]+\+)+)[ \t]*$/gm,
    say: said('a line of a table that is none', tableFix),
  },
  {
    form: /^[ \t]*\(@[\w-]*\)(?=[ \t])/gm,
    say: said('a numbered example of pandoc', 'write its number, or a list that begins with it: 3.'),
  },
  {
    form: /^[ \t>]*\[![A-Za-z]+\]|^[ \t]*(?:!{3}|\?{3})\+?[ \t]+[a-z]+|^[ \t]*\.\.[ \t]+[\w-]+::/gm,
    say: said('a box of another system', 'write it between <Box> and </Box>'),
  },
  {
    form: /^[ \t]*\[(?:TOC|toc)\][ \t]*$/gm,
    say: said('a place for the contents', 'leave it out: every page has its contents'),
  },
  {
    form: /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]+:(?![\p{L}\p{N}:])/gu,
    say: said('a picture by its name', 'write the sign itself, or \\: for the colon'),
  },
  {
    form: /(?<![\p{L}\p{N}+])\+\+(?=[^\s+])[^+\n]*[^\s+]\+\+/gu,
    say: said('a word that is marked as inserted', 'leave the signs out, or write \\+ for the sign itself'),
  },
  {
    form: /(?<=\s)\^[a-z][a-z0-9-]*[ \t]*$/gm,
    say: said('an id behind a paragraph', 'leave it out: the edition gives the ids'),
  },
  { form: /\[[^[\]\n]*(?<![\w.])@\{?\w[^[\]\n]*\]/g, say: said('a citation of pandoc', asCitation) },
  {
    form: /(?<![\p{L}\p{N}_.@/])@[A-Za-z][\w:.-]*/gu,
    say: said('a citation of pandoc', `${asCitation}, and the sign itself as \\@`),
  },
  {
    form: /(?<=\p{L})~(?=[\p{L}\p{N}])[^~\n]*\s[^~\n]*\p{L}~(?=\p{N})/gu,
    say: said('a ~ of TeX', 'write a space for it; a subscript is CO~2~, and the sign itself \\~'),
  },
  { form: /\[\[[^[\]\n]+\]\]/g, say: said('a link of a wiki', 'write [words](https://…)') },
  { form: /\^\[/g, say: said('a note in the line', 'write [^1], and its text as a line of its own, [^1]: text') },
  { form: /==(?=[^\s=])[^=\n]*[^\s=]==/g, say: said('a word marked with ==', 'write **bold** or *emphasis*') },
  {
    form: /\$\$(?:[^$]*\$\$)?/g,
    say: said('a formula between $$', 'write it between a line ```math and a line ```'),
  },
  {
    form: /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\](?=[ \t])/gm,
    say: said('a box to tick', 'leave it out, or write the brackets as \\[ and \\]'),
  },
];

const fences = /^[ \t>]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?!.))/gmsu;

/** Where nothing is looked for: fences, code, signs that are meant as such, formulas, elements of ours, addresses. */
const closed =
  /^[ \t>]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?!.))|(`+)(?!`).*?(?<!`)\2(?!`)|\\[!-/:-@[-`{-~]|(?<!\$)\$(?![\s$])(?:\\[^\n]|[^\\\n$])*(?<!\s)\$(?!\p{Nd})|<\/?[A-Z][A-Za-z]*[a-z][^<>]*>|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|(?<!<)https?:\/\/[^\s<>()[\]]+/gmsu;

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
  for (const found of matches(
    text.replace(closed, (one) =>
      /^\\[[\]]/.test(one) ? one : blank(one).replace(/^ /, one.startsWith('\\') ? '\\' : ' '),
    ),
    /^[ \t]*\\\[[^[\]]*[\\^_=][^[\]]*\\\][ \t]*$/gm,
  ))
    take(found.index, found[0], {
      what: 'a formula between \\[ and \\]',
      fix: 'write it between a line ```math and a line ```',
    });
  // Rows with no line of dashes among them are no table.
  for (const found of matches(open, /(?:^[ \t]*\|.*\|[ \t]*(?:\n|$))+/gm))
    if (!/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\||$)/m.test(found[0]))
      take(found.index, found[0], {
        what: 'a row of a table that is none',
        fix: tableFix,
      });
  for (const { index } of indented(text.replace(fences, blank)))
    take(index, '', {
      what: 'a line that begins with four spaces or more',
      fix: 'take them away, or write code between a line ``` and a line ```',
    });
  return { faults: faults.toSorted((a, b) => a.line - b.line), readable };
}

/** Where code is that other systems know by its spaces: behind an empty line, and in no list, note or definition. */
function indented(text: string): { readonly index: number }[] {
  const found: { index: number }[] = [];
  let index = 0;
  let isBehindEmpty = true;
  let isHeld = false;
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === '';
    const isIndented = /^(?: {4}|\t)/.test(line);
    if (!isEmpty && isIndented && isBehindEmpty && !isHeld) found.push({ index });
    if (!isEmpty && !isIndented)
      isHeld = /^ {0,3}(?:[-*+]|\d+[.)]|\[\^[^\]]*\]:|:)(?:\s|$)/.test(line) || (isHeld && /^ +/.test(line));
    isBehindEmpty = isEmpty;
    index += line.length + 1;
  }
  return found;
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

const braces: Stray = { what: 'a pair of braces', fix: 'leave them out, or write the braces as \\{ and \\}' };
const out = (what: string): Stray => ({ what, fix: 'put it outside, between the blocks of the text' });

const nodes: Readonly<Record<string, Stray>> = {
  image: { what: 'an image in a line', fix: 'write it as <Figure src="files/NAME" alt="…">, between two paragraphs' },
  linkReference: { what: 'a link whose address stands elsewhere', fix: 'write [words](https://…)' },
  imageReference: {
    what: 'an image whose address stands elsewhere',
    fix: 'write it as <Figure src="files/NAME" alt="…">, between two paragraphs',
  },
  definition: { what: 'the address of a link on a line of its own', fix: 'write [words](https://…) where the link is' },
  mdxjsEsm: { what: 'a line that begins with import or export', fix: 'begin it otherwise: no code is run' },
  mdxFlowExpression: braces,
  mdxTextExpression: braces,
  code: out('code in this place'),
  list: out('a list in this place'),
  heading: out('a heading in this place'),
  blockquote: out('a quotation in this place'),
  thematicBreak: out('a break in this place'),
  table: out('a table in this place'),
};

/** The elements of texts, which stand between blocks. */
const ours: ReadonlySet<string> = new Set(
  'Abstract Acknowledgements Appendix Box Dedication Epigraph Figure Glossary Table'.split(' '),
);

/**
 * What is said of a part of Markdown that texts do not have.
 *
 * @param name of an element
 */
export function refusalOf(type: string, name?: string | null): Stray {
  if (name && html[name.toLowerCase()]) return { what: `the HTML <${name}>`, fix: html[name.toLowerCase()] ?? '' };
  if (name && ours.has(name))
    return {
      what: `<${name}> stands in a paragraph`,
      fix: 'put an empty line above it and below it, and nothing beside it',
    };
  if (name) return { what: `the element <${name}> is unknown here`, fix: 'use those that CONTRIBUTING.md lists' };
  return (
    nodes[type] ?? {
      what: `"${type}" is not allowed in a text`,
      fix: 'use plain Markdown and the marks that CONTRIBUTING.md lists; write { and < as \\{ and \\<',
    }
  );
}
