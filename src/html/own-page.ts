/** The pages that an edition writes of itself, as HTML. */

import GithubSlugger from 'github-slugger';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fullName } from '../bibliography/work.ts';
import type { SitePath } from '../edition/addresses.ts';
import type { Edition } from '../edition/model.ts';
import {
  addedPage,
  addedPages,
  type Condition,
  type LinkTarget,
  type OwnBlock,
  type OwnInline,
  type OwnPage,
  type PlaceName,
} from '../edition/own-pages.ts';
import { defaultPage } from '../edition/reading/default-pages.ts';
import { unhandled } from '../exhaustive.ts';
import { wordsOf } from '../locales/index.ts';
import type { Passage } from '../search/passages.ts';
import { sayNumber } from '../text/digits.ts';
import { directionOf, formIn, sayIn, type Texts } from '../text/languages.ts';
import { isLatin } from '../text/runs.ts';
import { marksOf } from './marked.ts';
import { renderMixed, renderSaid } from './mixed.ts';
import { html } from './serialize.ts';

/** What the page knows that shows it. */
export interface OwnPageContext {
  /** The edition with its articles, whose works are counted. */
  readonly edition: Edition;
  readonly language: string;
  /** The relative address of a page in the same language, and of a file. */
  readonly to: (path: SitePath) => string;
  readonly file: (path: SitePath) => string;
}

/** What the edition says under that name in the language of the page, or what holds of every edition; nothing if there is neither. */
export function renderOwnPage(name: string, context: OwnPageContext): string | undefined {
  const { edition, language } = context;
  const page =
    edition.pages.find((one) => one.name === name && one.language === language) ?? defaultPage(name, language);
  return page && html(new Renderer(context).blocks(page));
}

/**
 * What the pages of an edition say of it, block by block, each at the heading above it: for the search.
 *
 * @param edition with its articles, which are counted
 */
export function passagesOfPages(edition: Edition): Passage[] {
  return edition.languages.flatMap((language) =>
    ['about', ...addedPages(edition.pages, language).map(({ name }) => name)].flatMap((name) => {
      const page =
        edition.pages.find((one) => one.name === name && one.language === language) ?? defaultPage(name, language);
      if (!page) return [];
      const same = (path: SitePath) => path;
      const path = addedPage(name);
      let anchor = '';
      return new Renderer({ edition, language, to: same, file: same }).elements(page).flatMap((element): Passage[] => {
        if (/^h[2-3]$/.test(element.tagName)) anchor = `#${element.properties['id']}`;
        const text = textOf(element).replace(/\s+/g, ' ').trim();
        return text === ''
          ? []
          : [{ path: `${path}${anchor}`, kind: 'page', article: `page:${name}`, language, text, also: '' }];
      });
    }),
  );
}

const textOf = (node: Element | ElementContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

const plain = (inlines: readonly OwnInline[]): string =>
  inlines
    .map((inline) => ('value' in inline ? inline.value : 'children' in inline ? plain(inline.children) : ''))
    .join('');

/** Nodes with a line end between each two. */
const inLines = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, index) => (index === 0 ? [node] : [{ type: 'text', value: '\n' } as const, node]));

/** Who edits the edition, in a row. */
const sayEditors = ({ editors = [] }: Edition, language: string): string =>
  editors.map(({ name }) => fullName(formIn(name, language))).join(wordsOf(language).and);

class Renderer {
  private readonly context: OwnPageContext;
  private readonly slugger = new GithubSlugger();

  constructor(context: OwnPageContext) {
    this.context = context;
  }

  blocks({ blocks }: Pick<OwnPage, 'blocks'>): ElementContent[] {
    return inLines(this.elements({ blocks }));
  }

  elements({ blocks }: Pick<OwnPage, 'blocks'>): Element[] {
    return blocks.map((block) => this.block(block)).filter(({ children }) => children.length > 0);
  }

  private block(block: OwnBlock): Element {
    switch (block.type) {
      case 'heading':
        return h(`h${block.depth}`, { id: this.slugger.slug(plain(block.children)) }, this.inlines(block.children));
      case 'paragraph':
        return h('p', this.inlines(block.children));
      case 'quotation':
        return h('blockquote', this.apart(block.blocks.map((inner) => this.block(inner))));
      case 'list':
        return h(block.ordered ? 'ol' : 'ul', this.apart(block.items.map((item) => h('li', this.inlines(item)))));
      default:
        return unhandled(block);
    }
  }

  /** Nodes on lines of their own. */
  private apart(nodes: readonly ElementContent[]): ElementContent[] {
    const end = { type: 'text', value: '\n' } as const;
    return [end, ...inLines(nodes), end];
  }

  private inlines(inlines: readonly OwnInline[]): ElementContent[] {
    return inlines.flatMap((inline) => this.inline(inline));
  }

  private inline(inline: OwnInline): ElementContent[] {
    switch (inline.type) {
      case 'text':
        return [{ type: 'text', value: inline.value }];
      case 'code':
        return this.isolated(h('code', inline.value));
      case 'emphasis':
        return [h('em', this.inlines(inline.children))];
      case 'strong':
        return [h('strong', this.inlines(inline.children))];
      case 'place':
        return this.fact(inline.name);
      case 'when':
        return this.holds(inline.condition) === inline.not ? [] : this.inlines(inline.children);
      case 'link': {
        const link = h('a', { href: this.address(inline.to) }, this.inlines(inline.children));
        return isLatin(plain(inline.children)) ? this.isolated(link) : [link];
      }
      default:
        return unhandled(inline);
    }
  }

  private address(to: LinkTarget): string {
    if ('page' in to) return this.context.to(to.page);
    return 'file' in to ? this.context.file(to.file) : to.url;
  }

  /** What is written from left to right, in a text of the other direction. */
  private isolated(node: ElementContent): ElementContent[] {
    return directionOf(this.context.language) === 'rtl' ? [h('bdi', { dir: 'ltr' }, node)] : [node];
  }

  private holds(condition: Condition): boolean {
    const { doi, contact, editors, articles } = this.context.edition;
    switch (condition) {
      case 'doi':
        return doi?.registered === true;
      case 'contact':
        return contact !== undefined;
      case 'editors':
        return editors !== undefined;
      case 'articles':
        return articles.length > 0;
      case 'restored':
        return articles.some(({ source }) => source !== undefined);
      case 'born-digital':
        return articles.some(({ source }) => source === undefined);
    }
  }

  private fact(name: PlaceName): ElementContent[] {
    const { edition, language } = this.context;
    const said = (texts: Texts): ElementContent[] => renderSaid(texts, language);
    const text = (value: string): ElementContent[] => [{ type: 'text', value }];
    const count = (number: number) => text(sayNumber(number, language));
    switch (name) {
      case 'name':
      case 'description':
      case 'publisher':
        return said(edition[name]);
      case 'site':
        return this.isolated(h('a', { href: edition.site }, edition.site));
      case 'contact':
        return edition.contact === undefined
          ? []
          : this.isolated(h('a', { href: `mailto:${edition.contact}` }, edition.contact));
      case 'editors':
        return renderMixed(sayEditors(edition, language), language);
      case 'articles':
        return count(edition.articles.length);
      case 'works':
        return count(edition.articles.reduce((sum, { works }) => sum + works.length, 0));
      case 'rights':
        return [
          h(
            'a',
            { href: edition.rights.uri, ...marksOf(edition.rights.name, language) },
            sayIn(edition.rights.name, language),
          ),
        ];
      case 'rights.note':
        return said(edition.rights.note);
    }
  }
}
