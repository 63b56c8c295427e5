/** Running text as HTML (hast). Escaping is hast's: a text node cannot become markup. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  anchorOfCall,
  anchorOfTableCall,
  type Citation,
  childrenOf,
  type Inline,
  plainText,
  walkInlines,
} from '../edition/model.ts';
import { unhandled } from '../exhaustive.ts';
import { wordsOf } from '../locales/index.ts';
import { sayNumber } from '../text/digits.ts';
import { directionOf } from '../text/languages.ts';
import { styledElements } from '../text/styled-elements.ts';
import { renderFormula } from './formula.ts';

/** In what the running text stands. */
export interface InlineContext {
  /** The language of the interface around the text: labels are in it. */
  readonly interfaceLanguage: string;
  /** The language of the text itself: its digits are in it. */
  readonly textLanguage: string;
  /** Whether it stands inside a link, where no other can. */
  readonly inLink?: boolean;
  /** The anchors of the blocks of the body. */
  readonly ids?: ReadonlySet<string>;
  /** Links to the files of the article, from the page; outside its page there are none. */
  readonly files?: FileLinks | undefined;
}

/** Where a page finds the files of an article, by their names. */
export interface FileLinks {
  /** A file as the article has it. */
  readonly file: (name: string) => string;
  /** A picture of an image for screens. */
  readonly rendition: (name: string) => string;
}

export function renderInlines(inlines: readonly Inline[], context: InlineContext): ElementContent[] {
  return inlines.flatMap((inline) =>
    inline.type === 'citation' ? renderCitation(inline, context) : [renderInline(inline, context)],
  );
}

/**
 * A citation is a link, and a link holds no other: the doubtful readings in it are only marked there, and a link to each
 * in the apparatus follows. The link has a name but no text, so that copied text stays clean.
 */
function renderCitation(citation: Citation, context: InlineContext): ElementContent[] {
  const readings = [...walkInlines(citation.children)].filter((inline) => inline.type === 'reading');
  const words = wordsOf(context.interfaceLanguage);
  return [
    h(
      'a',
      { className: ['citation'], id: citation.id, href: `#ref-${citation.key}`, role: 'doc-biblioref' },
      renderInlines(citation.children, { ...context, inLink: true }),
    ),
    ...readings.map((reading) =>
      h('a', {
        className: ['doubt'],
        href: `#${reading.reading}`,
        role: 'doc-noteref',
        ariaLabel: `${words.doubtful}: ${plainText(reading.children)}`,
      }),
    ),
  ];
}

function renderInline(inline: Exclude<Inline, Citation>, context: InlineContext): ElementContent {
  const { interfaceLanguage, textLanguage } = context;
  const words = wordsOf(interfaceLanguage);
  const inside = () => renderInlines(childrenOf(inline), context);
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: inline.value };
    case 'emphasis':
      return h('em', inside());
    case 'styled':
      return inline.style === 'smallCaps'
        ? h('span', { className: ['small-caps'] }, inside())
        : h(styledElements[inline.style], inside());
    case 'code':
      return h('code', { dir: 'ltr' }, inline.value);
    case 'formula':
      return renderFormula(inline.tex, false);
    case 'lineBreak':
      return h('br');
    case 'foreign':
      return h('bdi', { lang: inline.language, dir: directionOf(inline.language) }, inside());
    case 'tableNote': {
      const id = anchorOfTableCall(inline.note, inline.call);
      return h('sup', { dir: directionOf(textLanguage) }, [
        h('a', { id, href: `#${inline.note}`, role: 'doc-noteref', ariaLabel: words.note(inline.sign) }, inline.sign),
      ]);
    }
    case 'noteRef': {
      const number = sayNumber(Number(inline.note.slice(2)), textLanguage);
      // A direction isolates the number: after a year it would otherwise be drawn as part of it.
      return h('sup', { dir: directionOf(textLanguage) }, [
        h(
          'a',
          {
            className: ['note'],
            id: anchorOfCall(inline.note, inline.call),
            href: `#${inline.note}`,
            role: 'doc-noteref',
            ariaLabel: words.note(number),
          },
          number,
        ),
      ]);
    }
    case 'reading':
      return context.inLink
        ? h('span', { className: ['reading'], id: `in-${inline.reading}` }, inside())
        : renderEntryLink('reading', inline.reading, words.doubtful, inline, context);
    case 'remark':
      return renderEntryLink('remark', inline.remark, words.remark, inline, context);
    case 'supplied':
      return h('span', { className: ['supplied'], title: words.supplied }, inside());
    case 'link':
      return h('a', { href: inline.url }, inside());
    case 'crossReference':
      return context.inLink ? h('span', inside()) : h('a', { href: `#${inline.target}` }, inside());
    case 'file':
      return context.files && !context.inLink
        ? h('a', { href: context.files.file(inline.name), type: inline.mediaType, download: true }, inside())
        : h('span', inside());
    default:
      return unhandled(inline);
  }
}

/** Words of the text that lead to an entry of the apparatus. Their name says so, behind what is seen (WCAG 2.5.3). */
function renderEntryLink(
  kind: 'reading' | 'remark',
  entry: string,
  name: string,
  inline: Inline & { readonly children: readonly Inline[] },
  context: InlineContext,
): ElementContent {
  const text = plainText(inline.children);
  return h(
    'a',
    {
      className: [kind],
      id: `in-${entry}`,
      href: `#${entry}`,
      role: 'doc-noteref',
      ariaLabel: `${text}${wordsOf(context.interfaceLanguage).comma} ${name}`,
    },
    renderInlines(inline.children, context),
  );
}
