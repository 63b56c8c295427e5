/** Running text as HTML (hast). Escaping is hast's: a text node cannot become markup. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Citation, childrenOf, type Inline, plainText, walkInlines } from '../edition/model.ts';
import { unhandled } from '../exhaustive.ts';
import { strings } from '../locales/index.ts';
import { sayNumber } from '../text/digits.ts';
import { directionOf, type Language } from '../text/languages.ts';

/** In what the running text stands. */
export interface InlineContext {
  /** The language of the interface around the text: labels are in it. */
  readonly interfaceLanguage: Language;
  /** The language of the text itself: its digits are in it. */
  readonly textLanguage: Language;
  /** Whether it stands inside a link, where no other can. */
  readonly inLink?: boolean;
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
  const label = (text: string) => `${strings[context.interfaceLanguage].doubtful}: ${text}`;
  return [
    h(
      'a',
      { className: ['citation'], id: citation.id, href: `#ref-${citation.key}` },
      renderInlines(citation.children, { ...context, inLink: true }),
    ),
    ...readings.map((reading) =>
      h('a', {
        className: ['doubt'],
        href: `#${reading.reading}`,
        ariaLabel: label(plainText(reading.children)),
      }),
    ),
  ];
}

function renderInline(inline: Exclude<Inline, Citation>, context: InlineContext): ElementContent {
  const { interfaceLanguage, textLanguage } = context;
  const inside = () => renderInlines(childrenOf(inline), context);
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: inline.value };
    case 'emphasis':
      return h('em', inside());
    case 'foreign':
      return h('bdi', { lang: inline.language, dir: directionOf(inline.language) }, inside());
    case 'noteRef': {
      const number = sayNumber(Number(inline.note.slice(2)), textLanguage);
      // A direction isolates the number: after a year it would otherwise be drawn as part of it.
      return h('sup', { dir: directionOf(textLanguage) }, [
        h(
          'a',
          {
            className: ['note'],
            id: `fnref${inline.note.slice(2)}`,
            href: `#${inline.note}`,
            role: 'doc-noteref',
            ariaLabel: strings[interfaceLanguage].note(number),
          },
          number,
        ),
      ]);
    }
    case 'reading':
      return context.inLink
        ? h('span', { className: ['reading'], id: `in-${inline.reading}` }, inside())
        : h('a', { className: ['reading'], id: `in-${inline.reading}`, href: `#${inline.reading}` }, inside());
    case 'remark':
      return h('a', { className: ['remark'], id: `in-${inline.remark}`, href: `#${inline.remark}` }, inside());
    case 'supplied':
      return h('span', { className: ['supplied'], title: strings[interfaceLanguage].supplied }, inside());
    case 'link':
      return h('a', { href: inline.url }, inside());
    default:
      return unhandled(inline);
  }
}
