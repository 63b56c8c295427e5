/**
 * Reads the file of one version, `VERSION.mdx`, into blocks, notes and apparatus.
 *
 * A line of Markdown is a line of the file: every fault names the line on which it stands. The files of `text/` read a part each.
 */
import type { Root, RootContent } from 'mdast';
import type { Fault } from '../../faults.ts';
import { type Abstract, type Block, runningTexts, textsOfNote, type Version, walkInlines } from '../model.ts';
import type { ArticleFiles } from './article-files.ts';
import { blocksOfLines, jsxOf, readMarkdown } from './markdown.ts';
import { readLines } from './marks.ts';
import { straysOf } from './strays.ts';
import { readAbstract } from './text/abstracts.ts';
import { BlockReader } from './text/blocks.ts';
import { TextContext } from './text/context.ts';
import { InlineReader } from './text/inline.ts';
import { readNotes } from './text/notes.ts';
import { checkOrder } from './text/order.ts';

/** What the file of a version holds; the rest of a version comes from `versions.yaml`. */
export type VersionText = Pick<
  Version,
  | 'abstracts'
  | 'body'
  | 'notes'
  | 'readings'
  | 'remarks'
  | 'citations'
  | 'decodings'
  | 'accounted'
  | 'files'
  | 'open'
  | 'doubts'
>;

/**
 * @param mdx the text of the file
 * @param file its path, to name in faults
 * @param language the language of the body
 * @param status rules that have become stricter since meet drafts alone: what is released cannot be fixed
 * @param files what the article's folder of files holds
 * @returns the text, and what is wrong with it; a text with faults must not be used
 */
export function readVersionText(
  mdx: string,
  file: string,
  language: string,
  status: Version['status'] = 'draft',
  files: ArticleFiles = new Map(),
): { text: VersionText; faults: Fault[] } {
  const faults: Fault[] = [];
  const strays = status === 'draft' ? straysOf(mdx, file) : { faults: [], readable: mdx };
  faults.push(...strays.faults);
  const root = readMarkdown(strays.readable, file, faults);
  blocksOfLines(root.children);
  const inline = new InlineReader(new TextContext(file, language, status === 'draft', faults), files);
  return { text: readText(root, inline), faults };
}

function readText(root: Root, inline: InlineReader): VersionText {
  const { context, apparatus, references, files } = inline;
  const reader = new BlockReader(inline);
  const content = root.children.filter((node) => !takeAside(node, inline));
  references.readNames(content);
  const abstracts: Abstract[] = [];
  const body: Block[] = [];
  let run: RootContent[] = [];
  const endRun = () => {
    body.push(...reader.read(run, { language: context.language, nested: 0, headings: 'sections', displays: true }));
    run = [];
  };
  // In the order of the file, in which notes and citations are counted.
  for (const node of content) {
    const jsx = jsxOf(node);
    if (jsx?.name !== 'Abstract') {
      run.push(node);
      continue;
    }
    endRun();
    abstracts.push(readAbstract(context, reader, jsx));
  }
  endRun();
  checkOrder(context, body);
  const notes = readNotes(inline, reader);
  apparatus.checkIsUsed();
  references.checkTargets(body);
  const texts = [...abstracts.flatMap((abstract) => abstract.blocks), ...body].flatMap(runningTexts);
  const inlines = [...texts, ...notes.flatMap(textsOfNote)].flatMap((text) => [...walkInlines(text)]);
  return {
    abstracts,
    body,
    notes,
    readings: apparatus.readings,
    remarks: apparatus.remarks,
    citations: inlines.filter((inline) => inline.type === 'citation'),
    decodings: apparatus.entries.decoded.flatMap(({ reason, numbers }) =>
      Object.entries(numbers).map(([source, text]) => ({ source, text, reason })),
    ),
    accounted: apparatus.entries.lines.map(({ lines, as }) => ({ lines: readLines(lines.replaceAll(' ', '')), as })),
    files: files.list(),
    open: context.open,
    doubts: context.doubts,
  };
}

/** Puts notes and the apparatus by; they are read when the text refers to them. */
function takeAside(node: RootContent, { apparatus, notes }: InlineReader): boolean {
  if (node.type === 'footnoteDefinition') {
    notes.define(node);
    return true;
  }
  if (node.type !== 'code' || node.lang !== 'yaml' || node.meta !== 'apparatus') return false;
  apparatus.read(node);
  return true;
}
