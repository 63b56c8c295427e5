/** How many words of a manuscript are in what was imported of it, in their order, read by pandoc on both sides. */
import { diffArrays } from 'diff';
import { convert } from 'pandoc-wasm';
import type { Block, Inline, Tree } from '../../src/authoring/import/tree.ts';

/** What was measured. */
export interface WordsKept {
  readonly words: number;
  readonly kept: number;
  /** The runs of words that are not there, in the order of the manuscript. */
  readonly lost: readonly string[];
}

/** pandoc's tree of a text. */
export async function treeOf(content: string | Uint8Array, from: string): Promise<Tree> {
  const input = typeof content === 'string' ? content : new Blob([new Uint8Array(content)]);
  const { stdout } = await convert(
    { from, to: 'json', standalone: true, abbreviations: 'none', 'input-files': ['text'] },
    null,
    { text: input, none: '' },
  );
  return JSON.parse(stdout) as Tree;
}

/** What prints no word of the text: marks of citations, formulas, code of other formats, the list of references. */
const isNoWord = ({ t, c }: { readonly t: string; readonly c?: unknown }): boolean =>
  t === 'Cite' || t === 'Math' || t === 'RawInline' || t === 'RawBlock' || (t === 'Div' && (c as Div)[0][0] === 'refs');

type Div = Extract<Block, { t: 'Div' }>['c'];

/** The words of a tree: title, abstracts, the text, then its notes. */
export function wordsIn({ meta, blocks }: Tree): string[] {
  const notes: string[] = [];
  const say = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(say).join('');
    if (typeof node !== 'object' || node === null) return '';
    const { t, c } = node as { readonly t?: string; readonly c?: unknown };
    if (t === undefined) return Object.values(node).map(say).join(' ');
    if (isNoWord({ t, c })) return '';
    switch (t) {
      case 'Str':
        return c as string;
      case 'Code':
        return (c as readonly [unknown, string])[1];
      case 'CodeBlock':
        return ` ${(c as readonly [unknown, string])[1]} `;
      case 'Space':
      case 'SoftBreak':
      case 'LineBreak':
        return ' ';
      case 'Note':
        notes.push(say(c));
        return '';
      case 'Span': {
        const [[, classes]] = c as Extract<Inline, { t: 'Span' }>['c'];
        // A comment of a word processor, and what was struck out.
        return classes.some((one) => /^(?:comment-start|deletion)$/.test(one)) ? '' : say((c as readonly unknown[])[1]);
      }
      case 'Figure': {
        const [, [, caption], content] = c as Extract<Block, { t: 'Figure' }>['c'];
        const words = say(caption);
        // What an image shows is no word of the page; where pandoc has no caption, it stands for one.
        return ` ${words} ${words.trim() === '' ? say(content) : say(withoutImages(content))} `;
      }
      case 'Image':
        return ` ${say((c as readonly unknown[])[1])} `;
      case 'Link':
        // The number of a part of TeX, which pandoc counts, or a label for want of one; the edition counts its own.
        if ((c as Extract<Inline, { t: 'Link' }>['c'])[0][2].some(([name]) => name === 'reference-type')) return '';
        return say((c as readonly unknown[])[1]);
      case 'LineBlock':
        return (c as readonly unknown[]).map((line) => ` ${say(line)} `).join('');
      case 'DefinitionList':
        return ` ${say(c)} `;
      default:
        return isInline(t) ? say(c) : ` ${say(c)} `;
    }
  };
  const text = [meta['title'] ?? [], meta['abstract'] ?? [], blocks].map(say).join(' ');
  return [text, ...notes]
    .join(' ')
    .split(/\s+/u)
    .map(bare)
    .filter((word) => word !== '');
}

const withoutImages = (tree: unknown): unknown => {
  if (Array.isArray(tree))
    return tree.filter((one) => (one as { readonly t?: string } | null)?.t !== 'Image').map(withoutImages);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, withoutImages(one)]));
};

const isInline = (t: string): boolean =>
  /^(?:Emph|Strong|Underline|Strikeout|Superscript|Subscript|SmallCaps|Quoted)$/.test(t);

/** A word without the signs at its ends, and with the letters in which the edition writes Persian. */
const bare = (word: string): string =>
  word
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/**
 * @param source the words of the manuscript
 * @param ours those of our JATS
 */
export function wordsKept(source: readonly string[], ours: readonly string[]): WordsKept {
  const parts = diffArrays([...source], [...ours]);
  const lost = parts.filter(({ removed }) => removed).map(({ value }) => value);
  return {
    words: source.length,
    kept: source.length - lost.reduce((sum, { length }) => sum + length, 0),
    lost: lost.map((words) => words.join(' ')),
  };
}
