/** What pandoc leaves as it was written: tags of HTML in Markdown, commands of TeX. */
import type { Inline } from './tree.ts';

type Styled = Extract<Inline, { c: readonly Inline[] }>['t'];

const styles: Readonly<Record<string, Styled>> = {
  b: 'Strong',
  strong: 'Strong',
  i: 'Emph',
  em: 'Emph',
  cite: 'Emph',
  u: 'Underline',
  sup: 'Superscript',
  sub: 'Subscript',
  s: 'Strikeout',
  del: 'Strikeout',
};

const nameOf = (inline: Inline | undefined): string | undefined =>
  inline?.t === 'RawInline' && inline.c[0] === 'html'
    ? /^<(\/?[a-z]+)>$/i.exec(inline.c[1])?.[1]?.toLowerCase()
    : undefined;

/** The running text with the words between `<sup>` and `</sup>`, and other such tags, as what these say. */
export function pairedHtml(inlines: readonly Inline[]): readonly Inline[] {
  const at = inlines.findIndex((inline) => nameOf(inline) !== undefined && (nameOf(inline) as string) in styles);
  if (at < 0) return inlines;
  const name = nameOf(inlines[at]) as string;
  const end = inlines.findIndex((inline, index) => index > at && nameOf(inline) === `/${name}`);
  const before = inlines.slice(0, at);
  if (end < 0) return [...before, inlines[at] as Inline, ...pairedHtml(inlines.slice(at + 1))];
  const inside = pairedHtml(inlines.slice(at + 1, end));
  const styled = { t: styles[name], c: inside } as Inline;
  return [...before, styled, ...pairedHtml(inlines.slice(end + 1))];
}

/** Commands that print the kind of what they call, too. */
const named = /^(?:auto|c|C|name|v|V)ref$/;

/** The part that a command of TeX calls. */
export function texReference(tex: string): { readonly id: string; readonly words: readonly Inline[] } | undefined {
  const [, command = '', id = ''] = /^\\([A-Za-z]*ref)\*?\s*\{([^{}]+)\}$/.exec(tex.trim()) ?? [];
  if (id === '') return undefined;
  return { id, words: named.test(command) ? [] : [{ t: 'Str', c: '#' }] };
}
