/** Running text as HTML (hast). Escaping is hast's: a text node cannot become markup. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Inline } from '../edition/model.ts';
import { strings } from '../interface/strings.ts';
import { sayNumber } from '../text/digits.ts';
import { directionOf, type Language } from '../text/languages.ts';

/** In what the running text stands. */
export interface InlineContext {
  /** The language of the interface around the text: labels are in it. */
  readonly interfaceLanguage: Language;
  /** The language of the text itself: its digits are in it. */
  readonly textLanguage: Language;
}

export function renderInlines(inlines: readonly Inline[], context: InlineContext): ElementContent[] {
  return inlines.map((inline) => renderInline(inline, context));
}

function renderInline(inline: Inline, context: InlineContext): ElementContent {
  const { interfaceLanguage, textLanguage } = context;
  const inside = () => renderInlines('children' in inline ? inline.children : [], context);
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: inline.value };
    case 'emphasis':
      return h('em', inside());
    case 'foreign':
      return h('bdi', { lang: inline.language, dir: directionOf(inline.language) }, inside());
    case 'citation':
      return h('a', { className: ['citation'], id: inline.id, href: `#ref-${inline.key}` }, inside());
    case 'noteRef': {
      const number = Number(inline.note.slice(2));
      return h('sup', [
        h(
          'a',
          {
            className: ['note'],
            id: `ref-${inline.note}`,
            href: `#${inline.note}`,
            role: 'doc-noteref',
            ariaLabel: strings[interfaceLanguage].note(number),
          },
          sayNumber(number, textLanguage),
        ),
      ]);
    }
    case 'reading':
      return h('a', { className: ['reading'], id: `in-${inline.reading}`, href: `#${inline.reading}` }, inside());
    case 'remark':
      return h('a', { className: ['remark'], id: `in-${inline.remark}`, href: `#${inline.remark}` }, inside());
    case 'supplied':
      return h('span', { className: ['supplied'], title: strings[interfaceLanguage].supplied }, inside());
    case 'link':
      return h('a', { href: inline.url, rel: ['noreferrer'] }, inside());
  }
}
