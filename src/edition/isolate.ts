import { unhandled } from '../exhaustive.ts';
import { isLatin, latinRuns } from '../text/runs.ts';
import { type Inline, plainText } from './model.ts';

/** The language given to Latin-script runs in a Persian text: the articles' foreign names and titles are English. */
const latinLanguage = 'en';

interface Leaf {
  readonly inline: Inline;
  readonly start: number;
  readonly end: number;
}

/** The 2 of CO₂ or m²: digits and signs that belong to the letters before them, whatever their direction. */
const isScript = (inline: Inline, printed: string): boolean =>
  inline.type === 'styled' &&
  (inline.style === 'superscript' || inline.style === 'subscript') &&
  /^[\d+\-−]+$/.test(printed);

/** What is isolated by itself: a formula, and words that the text marks as those of another language. */
const isIsolated = ({ type }: Inline): boolean => type === 'formula' || type === 'foreign';

/** Stands in for a mark whose printed form is not all Latin, so that no run reaches into it. */
const persianLetter = 'ا';

function leavesOf(inlines: readonly Inline[]): { leaves: Leaf[]; text: string } {
  const leaves: Leaf[] = [];
  let text = '';
  for (const inline of inlines) {
    const start = text.length;
    const printed = plainText([inline]);
    const isSeen = inline.type === 'text' || (!isIsolated(inline) && isLatin(printed)) || isScript(inline, printed);
    text += isSeen ? printed : persianLetter.repeat(printed.length);
    leaves.push({ inline, start, end: text.length });
  }
  return { leaves, text };
}

function cut(leaf: Leaf, start: number, end: number): Inline[] {
  if (leaf.inline.type !== 'text') return [leaf.inline];
  const value = leaf.inline.value.slice(Math.max(0, start - leaf.start), end - leaf.start);
  return value === '' ? [] : [{ type: 'text', value }];
}

/**
 * Marks the Latin runs of a Persian text as runs in another language. A citation or another mark whose printed form is
 * all Latin becomes part of the run around it; one that mixes scripts is marked inside.
 */
export function isolateLatin(inlines: readonly Inline[]): Inline[] {
  const { leaves, text } = leavesOf(inlines);
  const result: Inline[] = [];
  let position = 0;
  const take = (end: number): Inline[] => {
    const taken = leaves
      .filter(
        (leaf) =>
          (leaf.start < end && leaf.end > position) ||
          (leaf.start === leaf.end && leaf.start >= position && leaf.start < end),
      )
      .flatMap((leaf) => cut(leaf, position, end));
    position = end;
    return taken;
  };
  for (const run of latinRuns(text)) {
    // A run that begins or ends inside a mark takes the whole mark.
    const opening = leaves.find(
      (leaf) => leaf.inline.type !== 'text' && leaf.start < run.start && leaf.end > run.start,
    );
    const closing = leaves.find((leaf) => leaf.inline.type !== 'text' && leaf.start < run.end && leaf.end > run.end);
    const start = Math.max(position, opening?.start ?? run.start);
    const end = closing?.end ?? run.end;
    if (end <= position) continue;
    result.push(...take(start).flatMap(isolateInside));
    result.push({ type: 'foreign', language: latinLanguage, children: take(end) });
  }
  result.push(
    ...leaves
      .filter((leaf) => leaf.end > position || (leaf.start === leaf.end && leaf.start >= position))
      .flatMap((leaf) => cut(leaf, position, text.length))
      .flatMap(isolateInside),
  );
  return result;
}

function isolateInside(inline: Inline): Inline[] {
  switch (inline.type) {
    case 'text':
    case 'code':
    case 'formula':
    case 'lineBreak':
    case 'noteRef':
    case 'tableNote':
    case 'foreign':
      return [inline];
    case 'emphasis':
    case 'styled':
    case 'citation':
    case 'reading':
    case 'remark':
    case 'supplied':
    case 'link':
    case 'crossReference':
    case 'file':
      return [{ ...inline, children: isolateLatin(inline.children) }];
    default:
      return unhandled(inline);
  }
}
