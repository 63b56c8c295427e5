/** Markdown with the elements of MDX, as a tree. Nothing in it is executed: an expression is a node that its reader refuses. */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { VFileMessage } from 'vfile-message';
import type { Fault } from '../../faults.ts';
import { formulaSyntax, formulaTree } from './inline-formula.ts';
import { meantSigns } from './meant-signs.ts';
import { superscriptSyntax, superscriptTree } from './superscript.ts';

/** Adds superscripts and formulas to what the parser reads. */
function marks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), superscriptSyntax, formulaSyntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), superscriptTree, formulaTree, meantSigns];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(marks);

/** Lists and quotations in one another: deeper ones leave no room for words on a phone. */
export const mostNested = 6;

/** The texts nest a few levels; what walks the tree calls itself for each. */
const mostLevels = 100;

/**
 * @param mdx the text of the file
 * @param file its path, to name in faults
 * @param faults what is wrong is added to it; of what is nested too deeply the tree has the levels above, and of a text that cannot
 *   be read nothing
 */
export function readMarkdown(mdx: string, file: string, faults: Fault[]): Root {
  const nothing: Root = { type: 'root', children: [] };
  try {
    const root = parser.parse(mdx);
    const cut = cutAt(root, mostLevels);
    if (cut !== undefined) faults.push({ file, line: lineOf(cut), ...tooDeep });
    return root;
  } catch (error) {
    if (error instanceof RangeError) {
      faults.push({ file, line: 1, ...tooDeep });
      return nothing;
    }
    const message = error as VFileMessage;
    faults.push({
      file,
      // The parser gives some places only in words: «for `<Abstract>` (3:1-3:11)».
      line: message.line ?? Number(/\((\d+):\d+-/.exec(message.reason)?.[1] ?? 1),
      ...sayUnreadable(message.reason ?? message.message),
    });
  }
  return nothing;
}

/**
 * Running text that stands alone on a line of the file, as in a fence: what would open a block there does not.
 *
 * @param text the line
 * @param line its number
 * @param notes the notes that it may call
 * @returns nothing of a line that cannot be read
 */
export function readLine(text: string, line: number, notes: Iterable<string>): PhrasingContent[] | undefined {
  // A sign that prints nothing, so that no line opens a list, a heading or another block.
  const guard = '\u2060';
  const called = [...notes].map((name) => `\n\n[^${name}]: .`).join('');
  try {
    const [paragraph] = parser.parse(`${'\n'.repeat(line - 1)}${guard}${text}${called}`).children;
    const [first, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    return first?.type === 'text' ? [{ ...first, value: first.value.slice(guard.length) }, ...others] : undefined;
  } catch {
    // What an element or an expression of MDX has opened and not closed.
    return undefined;
  }
}

/** What the parser says of a text that it cannot read, in the words of those who write. */
function sayUnreadable(reason: string): Pick<Fault, 'what' | 'fix'> {
  const [open] = /(?<=closing tag for `)<\w+>(?=`)/.exec(reason) ?? [];
  const [closing] = /(?<=closing tag `)<\/\w+>(?=`)/.exec(reason) ?? [];
  if (closing && open)
    return {
      what: `${closing} stands where ${open} is to be closed`,
      fix: `write ${open.replace('<', '</')} before it`,
    };
  if (open)
    return { what: `${open} is not closed`, fix: `write ${open.replace('<', '</')} on a line of its own behind it` };
  if (/closing slash|closing tag/.test(reason))
    return { what: 'an element is closed that is not open', fix: 'remove its end, or write its beginning' };
  if (/expression|brace|acorn/.test(reason))
    return {
      what: 'a brace that is not closed, or holds what cannot be read',
      fix: 'write a brace of the text as \\{ or \\}',
    };
  return {
    what: 'a < that opens no element',
    fix: 'write \\< for the sign, and an element as <Box>, its values between quotation marks',
  };
}

const tooDeep = { what: 'the text is nested too deeply', fix: 'remove quotations, lists or emphasis inside others' };

type Place = { readonly position?: { readonly start: { readonly line: number } } | undefined };

/** The line of the file on which a node starts, from 1. */
export const lineOf = (node: Place): number => node.position?.start.line ?? 1;

/**
 * Takes out what stands deeper than so many levels.
 *
 * @returns the first node that lost what it held; of lists and quotations none, since their reader refuses them much sooner
 */
function cutAt(root: Root, level: number): Place | undefined {
  interface Standing {
    readonly node: Place & { readonly type: string; children?: Standing['node'][] };
    readonly nested: number;
  }
  let standing: readonly Standing[] = [{ node: root as Standing['node'], nested: 0 }];
  for (let depth = 0; depth < level && standing.length > 0; depth += 1)
    standing = standing.flatMap(({ node, nested }) =>
      (node.children ?? []).map((child) => ({
        node: child,
        nested: nested + (child.type === 'list' || child.type === 'blockquote' ? 1 : 0),
      })),
    );
  const cut = standing.filter(({ node }) => (node.children?.length ?? 0) > 0);
  for (const { node } of cut) node.children = [];
  return cut.find(({ nested }) => nested <= mostNested)?.node;
}

/** An element that has a line to itself, `<Box>words</Box>`, as the parser has it: it is a paragraph then. */
interface JsxInLine {
  readonly type: string;
  readonly children: PhrasingContent[];
}

/**
 * Makes a block of each element that has a paragraph to itself, and a paragraph of the words in it.
 *
 * @param nodes blocks, which are changed in place
 */
export function blocksOfLines(nodes: RootContent[]): void {
  for (const [index, node] of nodes.entries()) {
    const [only, ...others] = node.type === 'paragraph' ? node.children : [];
    if (only && others.length === 0 && (only.type as string) === 'mdxJsxTextElement') {
      const { children } = only as unknown as JsxInLine;
      const words = children.length > 0 ? [{ ...node, children }] : [];
      nodes[index] = { ...only, type: 'mdxJsxFlowElement', children: words } as unknown as RootContent;
    } else if ('children' in node) blocksOfLines(node.children as RootContent[]);
  }
}

/** An element of MDX: `<Table source="3">`. */
export interface JsxNode {
  readonly name: string | null;
  readonly attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children: readonly RootContent[];
  readonly position?: { start: { line: number } };
}

/** The node as an element that is a block; nothing if it is none. */
export const jsxOf = (node: RootContent): JsxNode | undefined =>
  (node.type as string) === 'mdxJsxFlowElement' ? (node as unknown as JsxNode) : undefined;
