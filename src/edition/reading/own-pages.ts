/**
 * Reads the pages that an edition writes of itself. They are Markdown like the articles, and nothing in them is executed: a name in
 * braces stands for a fact of the edition, and a mark is a link whose address says what it is.
 *
 *   {publisher}                                             a fact, by its name
 *   [bibliography](page:bibliography)                       a page of the edition, in the same language
 *   [catalog.json](file:catalog.json)                       a file of the edition
 *   [the first article](article:a-slug)                     an article, in its latest version
 *   [No DOI is registered yet.](unless:doi)                 words for an edition without; when: for one with
 */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Fault } from '../../faults.ts';
import { hasPersianRules } from '../../text/languages.ts';
import { unwantedIn } from '../../text/unwanted.ts';
import { pages } from '../addresses.ts';
import type { Offers } from '../offers.ts';
import {
  addedPage,
  type Condition,
  conditions,
  isWholePage,
  type LinkTarget,
  linkedFiles,
  linkedPages,
  type OwnBlock,
  type OwnInline,
  type OwnPage,
  type PlaceName,
  placeNames,
} from '../own-pages.ts';
import { jsxOf, lineOf, mostNested, readMarkdown } from './markdown.ts';
import { troublesOf } from './marks.ts';

/** What a page can name besides what every edition has. */
export interface NamedFacts {
  readonly contact?: string | undefined;
  readonly hasEditors?: boolean | undefined;
  /** The slugs of the articles. */
  readonly articles: readonly string[];
  /** The pages that the edition adds. */
  readonly pages?: readonly string[] | undefined;
  /** The formats that it has; all where nothing is said. */
  readonly offers?: Offers | undefined;
}

/**
 * @param mdx the text of the file
 * @param file its path, to name in faults
 * @returns the page, and what is wrong with it; a page with faults must not be used
 */
export function readOwnPage(
  mdx: string,
  file: string,
  name: string,
  language: string,
  facts: NamedFacts,
): { page: OwnPage; faults: Fault[] } {
  const faults: Fault[] = [];
  const reader = new OwnPageReader(file, facts, faults, hasPersianRules(language));
  const blocks = readMarkdown(mdx, file, faults).children.flatMap((node) => reader.block(node));
  checkTitle(name, blocks, reader);
  return { page: { name, language, blocks: blocks.map(({ block }) => block) }, faults };
}

/** A block with its line, for faults. */
interface Placed {
  readonly block: OwnBlock;
  readonly line: number;
}

/** A page of its own has one title, before all else; a part of another page has none. */
function checkTitle(name: string, blocks: readonly Placed[], reader: OwnPageReader): void {
  const isTitle = ({ block }: Placed) => block.type === 'heading' && block.depth === 1;
  const [first] = blocks;
  const isWhole = isWholePage(name);
  if (isWhole && first && !isTitle(first))
    reader.fault(first.line, 'the page has no title', 'begin it with a line such as # About this edition');
  for (const [index, one] of blocks.entries()) {
    if (!isTitle(one) || (isWhole && index === 0)) continue;
    const what = isWhole ? 'the page has a second title' : 'this part of a page has a title of its own';
    reader.fault(one.line, what, 'write ## for a heading');
  }
}

/** An expression in braces, as the parser has it. */
interface Expression {
  readonly type: string;
  readonly value?: string;
}

const isExpression = ({ type }: Expression) => type === 'mdxTextExpression' || type === 'mdxFlowExpression';

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T => list.some((one) => one === text);

class OwnPageReader {
  readonly file: string;
  readonly facts: NamedFacts;
  readonly faults: Fault[];
  /** Whether the letters of the page are Persian: those of another language are its own. */
  private readonly isPersian: boolean;
  /** The conditions under which the words stand that are being read. */
  private readonly given: Condition[] = [];
  /** In how many quotations the block stands that is being read. */
  private nested = 0;

  constructor(file: string, facts: NamedFacts, faults: Fault[], isPersian: boolean) {
    this.isPersian = isPersian;
    this.file = file;
    this.facts = facts;
    this.faults = faults;
  }

  fault(line: number, what: string, fix: string): void {
    this.faults.push({ file: this.file, line, what, fix });
  }

  block(node: RootContent): Placed[] {
    const line = lineOf(node);
    const placed = (block: OwnBlock): Placed[] => [{ block, line }];
    switch (node.type) {
      case 'heading':
        if (node.depth > 3) this.fault(line, `a heading of level ${node.depth}`, 'write ## or ###');
        return placed({
          type: 'heading',
          depth: node.depth === 1 || node.depth === 2 ? node.depth : 3,
          children: this.inlines(node.children),
        });
      case 'paragraph':
        return placed({ type: 'paragraph', children: this.inlines(node.children) });
      case 'blockquote': {
        if (this.nested === mostNested) {
          this.fault(line, `quotations stand more than ${mostNested} deep in one another`, 'write fewer > before it');
          return [];
        }
        this.nested += 1;
        const blocks = node.children.flatMap((child) => this.block(child)).map(({ block }) => block);
        this.nested -= 1;
        return placed({ type: 'quotation', blocks });
      }
      case 'list':
        return placed({
          type: 'list',
          ordered: node.ordered ?? false,
          items: node.children.map((item) => {
            const [only, ...others] = item.children;
            if (only?.type === 'paragraph' && others.length === 0) return this.inlines(only.children);
            this.fault(lineOf(item), 'a list item of several blocks', 'write each item as one line of text');
            return [];
          }),
        });
      default:
        // A place that stands alone on its line.
        if (isExpression(node)) return placed({ type: 'paragraph', children: this.place(node, line) });
        this.refuse(node, line);
        return [];
    }
  }

  private refuse(node: RootContent | PhrasingContent, line: number): void {
    const name = jsxOf(node)?.name;
    const isCode = node.type === 'mdxjsEsm';
    this.fault(
      line,
      isCode
        ? 'a page of an edition imports and exports nothing: no code is run'
        : name
          ? `the element <${name}> is unknown`
          : `"${node.type}" has no place in a page`,
      'use plain Markdown and the marks of docs/own-pages.md; write { and < of the text as \\{ and \\<',
    );
  }

  private inlines(nodes: Paragraph['children']): OwnInline[] {
    return nodes.flatMap((node) => this.inline(node));
  }

  private inline(node: PhrasingContent): OwnInline[] {
    const line = lineOf(node);
    switch (node.type) {
      case 'text': {
        for (const { what, fix } of troublesOf(node.value, true, !this.isPersian)) this.fault(line, what, fix);
        return [{ type: 'text', value: node.value.replaceAll(/\r\n?/g, '\n') }];
      }
      case 'inlineCode': {
        const unwanted = unwantedIn(node.value);
        if (unwanted) this.fault(line, unwanted.what, unwanted.fix);
        return [{ type: 'code', value: node.value }];
      }
      case 'emphasis':
      case 'strong':
        return [{ type: node.type, children: this.inlines(node.children) }];
      case 'link':
        return this.link(node.url, node.children, line);
      default:
        if (isExpression(node)) return this.place(node, line);
        this.refuse(node, line);
        return [];
    }
  }

  private place({ value = '' }: Expression, line: number): OwnInline[] {
    const name = value.trim();
    if (!isOneOf<PlaceName>(placeNames, name)) {
      this.fault(
        line,
        `{${name}} is not a fact of the edition, and no code is run`,
        `use one of ${placeNames.map((one) => `{${one}}`).join(', ')}; write a brace of the text as \\{`,
      );
      return [];
    }
    if (name === 'contact' && this.facts.contact === undefined && !this.given.includes('contact'))
      this.fault(
        line,
        'the edition has no contact',
        'write contact: in content/edition.yaml, or put the words that need it into […](when:contact)',
      );
    if (name === 'editors' && !this.facts.hasEditors && !this.given.includes('editors'))
      this.fault(
        line,
        'the edition has no editors',
        'write editors: in content/edition.yaml, or put the words that need them into […](when:editors)',
      );
    return [{ type: 'place', name }];
  }

  private link(url: string, nodes: readonly PhrasingContent[], line: number): OwnInline[] {
    const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(url) ?? [];
    if (scheme === 'when' || scheme === 'unless') {
      if (!isOneOf<Condition>(conditions, rest)) {
        this.fault(line, `"${rest}" is not a condition`, `use one of ${conditions.join(', ')}, as in ${scheme}:doi`);
        return [];
      }
      const not = scheme === 'unless';
      if (!not) this.given.push(rest);
      const children = this.inlines([...nodes]);
      if (!not) this.given.pop();
      return [{ type: 'when', condition: rest, not, children }];
    }
    const to = this.target(scheme, rest, url, line);
    const children = this.inlines([...nodes]);
    return to === undefined ? [] : [{ type: 'link', to, children }];
  }

  private target(scheme: string, rest: string, url: string, line: number): LinkTarget | undefined {
    const files = linkedFiles(this.facts.offers ?? {});
    const known = (what: string, names: readonly string[]) => {
      this.fault(line, `there is no ${what} "${rest}"`, `use one of ${names.join(', ')}`);
      return undefined;
    };
    switch (scheme) {
      case 'page': {
        const { pages: added = [] } = this.facts;
        if (added.includes(rest)) return { page: addedPage(rest) };
        const page = Object.hasOwn(linkedPages, rest) ? linkedPages[rest] : undefined;
        return page === undefined ? known('page', [...Object.keys(linkedPages), ...added]) : { page };
      }
      case 'file':
        return files.includes(rest) ? { file: rest } : known('file', files);
      case 'article':
        return this.facts.articles.includes(rest)
          ? { page: pages.article(rest) }
          : known('article', this.facts.articles);
      case 'http':
      case 'https':
      case 'mailto':
        if (URL.canParse(url)) return { url };
        this.fault(line, `"${url}" is not a valid address`, 'correct the address');
        return undefined;
      default:
        this.fault(
          line,
          `the link to "${url}" leads nowhere that is known`,
          'write page:NAME, file:NAME, article:SLUG or a whole address, https://…: pages lie in several folders',
        );
        return undefined;
    }
  }
}
