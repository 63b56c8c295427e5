/**
 * Manuscripts in LaTeX, those of XePersian and BiDi among them. Pandoc reads TeX and knows neither of these two: what they call
 * differently is called as LaTeX calls it before.
 */
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { decoded } from '../encodings.ts';
import { readFrontMatter } from './front-matter.ts';
import { readWithPandoc } from './pandoc.ts';
import type { Manuscript } from './read.ts';
import { caesura } from './signs.ts';
import { splitKeywords } from './structure.ts';
import type { Block, Inline } from './tree.ts';

/** Commands of xepersian-localise and of Persian templates, by what LaTeX calls them. */
const persianCommands: Readonly<Record<string, string>> = {
  فصل: 'chapter',
  قسمت: 'section',
  زیرقسمت: 'subsection',
  زیرزیرقسمت: 'subsubsection',
  بند: 'paragraph',
  پانویس: 'footnote',
  پاورقی: 'footnote',
  زیرنویس: 'footnote',
  عنوان: 'title',
  نویسنده: 'author',
  تاریخ: 'date',
  شرح: 'caption',
  برچسب: 'label',
  ارجاع: 'ref',
  مرجع: 'ref',
  شروع: 'begin',
  آغاز: 'begin',
  پایان: 'end',
  فقره: 'item',
  متن‌سیاه: 'textbf',
  سیاه: 'textbf',
  متن‌تاکید: 'emph',
  تاکید: 'emph',
};

const persianEnvironments: Readonly<Record<string, string>> = {
  نوشتار: 'document',
  چکیده: 'abstract',
  فقرات: 'itemize',
  شمارش: 'enumerate',
  شکل: 'figure',
  لوح: 'table',
  جدول: 'tabular',
  نقل: 'quote',
  شعر: 'verse',
};

/** BiDi's commands: those that turn a direction print their words, those of notes are notes. */
const bidi = ['lr', 'rl', 'LR', 'RL', 'LRE', 'RLE', 'textlatin', 'textpersian', 'persiantext', 'latintext']
  .map((name) => `\\newcommand{\\${name}}[1]{#1}`)
  .concat(
    ['LTRfootnote', 'RTLfootnote', 'Footnote', 'LTRfootnotetext'].map(
      (name) => `\\newcommand{\\${name}}[1]{\\footnote{#1}}`,
    ),
  )
  .join('');

/** How many files a manuscript may take in, and how deep. */
const mostFiles = 200;

/** A text with the files that it takes in, `\input` and `\include`, where these lie in its folder or below. */
async function whole(text: string, folder: string, lost: string[], left = { files: mostFiles }): Promise<string> {
  const found = [...text.matchAll(/(?<!\\)%[^\n]*|\\(?:input|include|subfile)\s*\{([^{}]+)\}/g)].filter(
    ([, name]) => name !== undefined,
  );
  let result = '';
  let from = 0;
  for (const match of found) {
    const name = (match[1] as string).trim();
    result += text.slice(from, match.index);
    from = match.index + match[0].length;
    const inside = left.files > 0 ? await fileAt(folder, name) : undefined;
    left.files -= 1;
    if (inside === undefined) lost.push(`the file ${name} that the manuscript takes in is not there`);
    else result += await whole(body(inside), folder, lost, left);
  }
  return result + text.slice(from);
}

/** Of a file that can be set by itself, what stands in its document. */
const body = (text: string): string => /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(text)?.[1] ?? text;

async function fileAt(folder: string, name: string): Promise<string | undefined> {
  const top = await realpath(folder);
  for (const one of [name, `${name}.tex`]) {
    const file = await realpath(path.resolve(top, one)).catch(() => undefined);
    if (!file?.startsWith(`${top}${path.sep}`)) continue;
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) return decoded(bytes, one).text;
  }
  return undefined;
}

/** Commands that set what follows them; with their words in braces, as some write them, pandoc drops these words. */
const declared =
  /\\(?:centering|raggedright|raggedleft|footnotesize|scriptsize|small|tiny|normalsize|[lL]arge|LARGE|[hH]uge|bfseries|itshape)\s*(?=\{)/g;

/** TeX with the commands of LaTeX for those of Persian, and without those of letters that a template uses as its own: pandoc asks for their words. */
const inLatex = (text: string): string =>
  text
    .replace(declared, '')
    .replace(/\\(?:signature|address|opening|closing)(?![A-Za-z]|\s*\{)/g, '')
    .replace(/\\([\u0621-\u06cc\u200c]+)/g, (written, name: string) => {
      const known = persianCommands[name];
      return known === undefined ? written : `\\${known}`;
    })
    .replace(/\\(begin|end)\{([\u0621-\u06cc\u200c]+)\}/g, (written, side: string, name: string) => {
      const known = persianEnvironments[name];
      return known === undefined ? written : `\\${side}{${known}}`;
    });

/** Poems in couplets, `first & second \\`, as verse. */
function poems(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    if (block.t === 'BlockQuote') return { t: 'BlockQuote', c: poems(block.c) };
    if (block.t !== 'Div') return block;
    const [attr, inner] = block.c;
    if (!attr[1].some((name) => /^(?:traditional|modern)poem\*?$/.test(name)))
      return { t: 'Div', c: [attr, poems(inner)] };
    const lines: Inline[][] = [[]];
    for (const inline of inner.flatMap((one) => (one.t === 'Para' || one.t === 'Plain' ? one.c : []))) {
      if (inline.t === 'LineBreak') lines.push([]);
      else lines.at(-1)?.push(inline.t === 'Str' && inline.c === '&' ? { t: 'Str', c: caesura } : inline);
    }
    return { t: 'LineBlock', c: lines.filter((line) => line.some((inline) => inline.t === 'Str')) };
  });
}

/** A text with the files that it takes in, as pandoc is given it: what BiDi and Persian call otherwise has the names of LaTeX. */
export const takenIn = async (written: string, folder: string, lost: string[] = []): Promise<string> =>
  // On the first line, so that the lines that pandoc names are those of the file.
  `${bidi}${inLatex(await whole(written, folder, lost))}`;

/**
 * @param folder of the file, in which what it takes in may lie
 */
export async function readLatex(written: string, folder: string, name: string): Promise<Manuscript> {
  const lost: string[] = [];
  const text = await takenIn(written, folder, lost);
  const { tree, skipped } = await readWithPandoc(text, 'latex', name);
  const front = readFrontMatter(tree);
  const keywords = [...text.matchAll(/\\(?:keywords|کلیدواژه(?:ها)?|واژگان\u200c?کلیدی)\s*\{([^{}]*)\}/g)].flatMap(
    ([, words = '']) => splitKeywords(words.replace(/\\(?:and|sep)\b/g, ',')),
  );
  const listed = [...text.matchAll(/\\(?:bibliography|addbibresource)\s*\{([^{}]+)\}/g)].flatMap(([, names = '']) =>
    names.split(/\s*,\s*/),
  );
  return {
    blocks: poems(tree.blocks),
    front: {
      ...front,
      language: front.language ?? (/\\usepackage(?:\[[^\]]*\])?\s*\{[^{}]*xepersian/.test(text) ? 'fa' : undefined),
      keywords: [...front.keywords, ...keywords],
      bibliographies: front.bibliographies.length > 0 ? front.bibliographies : listed,
    },
    media: new Map(),
    graphicsPaths: [
      ...(/\\graphicspath\s*\{((?:\s*\{[^{}]*\})*)\s*\}/.exec(text)?.[1] ?? '').matchAll(/\{([^{}]*)\}/g),
    ].map(([, one = '']) => one),
    lost: [...lost, ...skipped],
  };
}
