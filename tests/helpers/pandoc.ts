/** pandoc as a reader of our files: its tree of a document, and its page. */
import { spawnSync } from 'node:child_process';
import type { Subject } from '../../src/edition/model.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { md } from '../../src/formats/md/index.ts';

/** A node of pandoc's tree of a document. */
export interface PandocNode {
  readonly t: string;
  readonly c?: unknown;
}

/** Every node of that kind, outer before inner. */
export function nodesOf(tree: unknown, kind: string): PandocNode[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => nodesOf(one, kind));
  if (typeof tree !== 'object' || tree === null) return [];
  const own = (tree as PandocNode).t === kind ? [tree as PandocNode] : [];
  return [...own, ...Object.values(tree).flatMap((one) => nodesOf(one, kind))];
}

/** The formats that pandoc reads whole: what it calls each, and how a version is written in it. */
export const pandocFormats = [
  ['Markdown', 'markdown', (subject: Subject) => md.write(subject) as string],
  ['JATS', 'jats', (subject: Subject) => jats.write(subject) as string],
] as const;

type PandocFormat = (typeof pandocFormats)[number][1];

/** What pandoc makes of a text. @throws Error if it says anything about it */
function convert(text: string, from: PandocFormat, to: 'json' | 'html'): string {
  const { stdout, stderr, error } = spawnSync('pandoc', ['-f', from, '-t', to], { input: text, encoding: 'utf8' });
  if (error) throw error;
  if (stderr !== '') throw new Error(`pandoc on ${from}: ${stderr}`);
  return stdout;
}

/** The blocks of a text in pandoc's tree. */
export const blocksByPandoc = (text: string, format: PandocFormat): unknown =>
  JSON.parse(convert(text, format, 'json')).blocks;

/** A text as a page, well-formed. */
export const pageByPandoc = (text: string, format: PandocFormat): string =>
  `<main>${convert(text, format, 'html').replace(/<(img|source|br|hr|col)([^>]*?)\/?>/g, '<$1$2/>')}</main>`;

/** The words of a part of pandoc's tree. */
export function wordsOf(tree: unknown): string {
  if (Array.isArray(tree)) return tree.map(wordsOf).join('');
  if (typeof tree !== 'object' || tree === null) return '';
  const { t, c } = tree as PandocNode;
  if (t === 'Str') return c as string;
  if (t === 'Code') return (c as [unknown, string])[1];
  if (t === 'Span') return wordsOf((c as unknown[])[1]);
  return t === 'Space' || t === 'SoftBreak' || t === 'LineBreak' ? ' ' : wordsOf(c);
}
