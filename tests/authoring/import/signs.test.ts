/** Whatever a manuscript says comes out of the reader of texts as the same words in the same style: nothing in it is taken for a mark. */
import { describe, expect, test } from 'vitest';
import { Anchors } from '../../../src/authoring/import/anchors.ts';
import { TextWriter } from '../../../src/authoring/import/blocks.ts';
import { Citations } from '../../../src/authoring/import/citations.ts';
import { Figures } from '../../../src/authoring/import/figures.ts';
import type { ManuscriptLanguage } from '../../../src/authoring/import/language.ts';
import { Remarks } from '../../../src/authoring/import/remarks.ts';
import { type Block, type Inline, inlinesOf } from '../../../src/authoring/import/tree.ts';
import { ownWorks } from '../../../src/authoring/import/works.ts';
import { childrenOf, plainText, type Inline as Read } from '../../../src/edition/model.ts';
import { readVersionText } from '../../../src/edition/reading/text.ts';

function written(blocks: readonly Block[], language: ManuscriptLanguage = 'en'): string {
  const remarks = new Remarks();
  const figures = new Figures('.', new Map(), [], remarks, new Map());
  const writer = new TextWriter(
    language,
    remarks,
    new Citations(ownWorks({ works: [], cited: new Set() }, []), remarks),
    new Anchors(blocks, language),
    figures,
  );
  return writer.write({ abstracts: [], keywords: [], body: blocks, closing: [] }).text;
}

/** The paragraphs of a text as it is read, and what is wrong with it. */
function read(text: string, language: ManuscriptLanguage = 'en') {
  const { text: version, faults } = readVersionText(text, 'text.mdx', language);
  return {
    faults: faults.map(({ what }) => what),
    paragraphs: version.body.flatMap((block) => (block.type === 'paragraph' ? [block.children] : [])),
  };
}

const para = (...c: Inline[]): Block => ({ t: 'Para', c });
const str = (c: string): Inline => ({ t: 'Str', c });

describe('words that look like a mark', () => {
  test.each([
    'a*b* and **c**, _d_, ~e~, ^f^',
    'a [link](of others) and a \\[bracket',
    'the interval [0, 1) and the key [@doe2010]',
    'a {#fig:x} b {.class} and {x}',
    '<b>bold</b> and <https://example.org>, a < b > c',
    '$5 and $6, $x$ and $$y$$',
    '\\textbf{bold}, \\cite{doe} and C:\\new',
    '`code` and ``more``',
    '==marked== and a=b, == alone',
    '&amp; and &#60; and A & B',
    '[^1] and ^[note]',
    '[[wiki]] and ![image](x.png)',
    'user@example.org wrote to @doe',
    '| a | b |',
    '# no heading',
    '- no item',
    '1. no item',
    '1) no item',
    '> no quotation',
    '+ no item',
    ': no meaning',
    '::: no box',
    '--- no rule',
    '=====',
    '-----',
    '***',
    'import nothing from here',
    'export nothing',
    '— no source',
    '[x] no task',
    'a wonder! [really]',
    '1986. A year opens no list',
    'http_status_code and a_b_c',
  ])('stays words: %s', (line) => {
    const { faults, paragraphs } = read(written([para(...inlinesOf(line))]));
    expect(faults).toEqual([]);
    expect(paragraphs.map(plainText)).toEqual([line]);
  });

  test('an address becomes a link with all its signs, and the stop behind it is none of it', () => {
    const line = 'See https://example.org/a_(b)_c?d=e~f#g, and www.example.org.';
    const { faults, paragraphs } = read(written([para(...inlinesOf(line))]));
    expect(faults).toEqual([]);
    expect(paragraphs.map(plainText)).toEqual([line]);
    const links = paragraphs.flat().flatMap((inline) => (inline.type === 'link' ? [inline.url] : []));
    expect(links.map((url) => decodeURIComponent(url))).toEqual([
      'https://example.org/a_(b)_c?d=e~f#g',
      'http://www.example.org',
    ]);
  });
});

/** Running text as styles and letters: `[strong:ab]c`. */
const shown = (inlines: readonly Read[]): string =>
  inlines
    .map((inline) => {
      if (inline.type === 'emphasis') return `[emphasis:${shown(inline.children)}]`;
      if (inline.type === 'styled') return `[${inline.style}:${shown(inline.children)}]`;
      return 'value' in inline ? inline.value : shown(childrenOf(inline));
    })
    .join('');

describe('styles', () => {
  const styles = { Emph: 'emphasis', Strong: 'strong', Subscript: 'subscript', Superscript: 'superscript' } as const;
  const kinds = Object.keys(styles) as (keyof typeof styles)[];
  const words = ['متن', '«متن»', 'a', '(b)', '.', '۱۲،'];

  test('stand wherever they stood: against letters, signs and one another, in both scripts', () => {
    for (const kind of kinds)
      for (const before of words)
        for (const inside of words)
          for (const behind of words) {
            const text = written([para(str(before), { t: kind, c: [str(inside)] }, str(behind))], 'fa');
            const { faults, paragraphs } = read(text, 'fa');
            const whole = `${before} ${kind} ${inside} ${behind}: ${text}`;
            expect(faults, whole).toEqual([]);
            expect(shown(paragraphs[0] ?? []), whole).toBe(`${before}[${styles[kind]}:${inside}]${behind}`);
          }
  });

  test('may follow one another and hold one another', () => {
    for (const outer of kinds)
      for (const other of kinds) {
        if (outer === other) continue;
        const side = written([para({ t: outer, c: [str('ab')] }, { t: other, c: [str('cd')] }, str('ef'))]);
        expect(shown(read(side).paragraphs[0] ?? []), side).toBe(`[${styles[outer]}:ab][${styles[other]}:cd]ef`);
        if (outer === 'Superscript' || other === 'Superscript') continue;
        const inner = written([
          para({ t: outer, c: [str('a'), { t: 'Space' }, { t: other, c: [str('cd')] }, str('b')] }),
        ]);
        expect(shown(read(inner).paragraphs[0] ?? []), inner).toBe(`[${styles[outer]}:a [${styles[other]}:cd]b]`);
      }
  });
});
