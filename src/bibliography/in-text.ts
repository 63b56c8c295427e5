/** What a text prints where it cites works: `Doe, 2010, p. 12`, by CSL, in the styles in which this edition lists them. */
import CSL from 'citeproc';
import { toLatinDigits } from '../text/digits.ts';
import { listStyles } from './citation-styles.ts';
import { type CslItem, printedItem } from './csl-item.ts';
import { styleOf } from './references.ts';
import { type CslLocale, readLocale, readStyle } from './styles/csl-project.ts';
import { oneMore } from './styles/others.ts';
import { ownStyles } from './styles/persian.ts';
import { type CslTree, treeOfXml } from './styles/tree.ts';
import type { Work } from './work.ts';

/** How a text names a work at one place. */
export interface CitedPlace {
  readonly key: string;
  /** A page or pages, as they are written. */
  readonly pages?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** A style of CSL that prints names in the text. */
export interface InTextStyle {
  readonly tree: CslTree;
  /** The locale of its terms. */
  readonly locale: CslLocale;
}

type Part = 'whole' | 'author' | 'year';

/** Prints citations of the works of an article. */
export class InText {
  private readonly works: ReadonlyMap<string, Work>;
  private readonly engines = new Map<boolean, CSL.Engine>();
  private readonly chosen: InTextStyle | undefined;

  /**
   * @param works all that the article cites: CSL tells those of one author and year apart by a letter
   * @param chosen the style of works that are not in Persian, if it is not that of the list
   */
  constructor(works: readonly Work[], chosen?: InTextStyle) {
    this.works = new Map(works.map((work) => [work.key, work]));
    this.chosen = chosen;
  }

  /** The place within its brackets: `see Doe, 2010, p. 12`. */
  within(place: CitedPlace): string {
    return this.print(place, 'whole');
  }

  /** The names of the authors alone, in a sentence: `Doe and Roe` (APA 7, section 8.17; CSL has the form in brackets alone). */
  authors(key: string): string {
    return this.print({ key }, 'author').replace(' & ', ' and ');
  }

  /** The same without the authors, for a sentence that has named them; empty where a style has nothing but these (MLA). */
  withoutAuthors(place: CitedPlace): string {
    return this.print(place, 'year');
  }

  private print({ key, pages, prefix = '', suffix = '' }: CitedPlace, part: Part): string {
    const work = this.works.get(key);
    if (!work) throw new RangeError(`no work has the key ${key}`);
    const isPersian = work.language === 'fa';
    const engine = this.engines.get(isPersian) ?? this.start(isPersian);
    this.engines.set(isPersian, engine);
    const { layout_prefix: open = '', layout_suffix: close = '' } = engine.citation.opt;
    const text = engine.previewCitationCluster(
      {
        citationItems: [
          {
            id: key,
            ...(pages === undefined ? {} : { locator: pages, label: 'page' }),
            ...(part === 'author' ? { 'author-only': true } : {}),
            ...(part === 'year' ? { 'suppress-author': true } : {}),
          },
        ],
        properties: { noteIndex: 0 },
      },
      [],
      [],
      'text',
    );
    // What citeproc says for nothing.
    if (text === '[NO_PRINTED_FORM]' || text === `${open}[NO_PRINTED_FORM]${close}`) return suffix;
    const bare =
      text.startsWith(open) && text.endsWith(close) ? text.slice(open.length, text.length - close.length) : text;
    return `${prefix === '' ? '' : `${prefix} `}${bare.replace(/[\u2066-\u2069]/g, '').trim()}${suffix}`;
  }

  private start(isPersian: boolean): CSL.Engine {
    const { tree, locale } =
      (isPersian ? undefined : this.chosen) ?? listed(isPersian ? listStyles.fa : listStyles.other);
    const items = new Map(
      [...this.works.values()]
        .filter((work) => (work.language === 'fa') === isPersian)
        .map((work): [string, CslItem] => [work.key, abbreviated(printedItem(work))]),
    );
    const engine = new CSL.Engine(
      { retrieveLocale: () => readLocale(locale), retrieveItem: (id) => items.get(id) },
      tree,
      locale,
      true,
    );
    engine.updateItems([...items.keys()]);
    return engine;
  }
}

/** A style in which the edition lists works. */
function listed(id: string): InTextStyle {
  const { csl, locale } = styleOf(id);
  return { tree: csl in ownStyles ? treeOfXml(ownStyles[csl] as string) : readStyle(csl), locale };
}

/** An item with so many authors that every style abbreviates them, where there are others than those that are known. */
const abbreviated = (item: CslItem): CslItem =>
  Array.isArray(item.author) && item.author.at(-1) === oneMore
    ? { ...item, author: [...item.author, oneMore, oneMore] }
    : item;

/** The page or pages that a citation names behind a work, and what else it says there. */
export function readLocator(written: string): { readonly pages?: string; readonly suffix: string } {
  const text = written.replace(/\u00a0/g, ' ').trim();
  const [whole, first = '', last] =
    /^[,،:]?\s*(?:pp?\.?|pages?|ص+\.?|صفح[ۀه](?:\u200cهای)?|صفحات)?\s*([0-9۰-۹]+)(?:\s*[-–—تا]+\s*([0-9۰-۹]+))?(?=$|[\s,;،؛.])/i.exec(
      text,
    ) ?? [];
  if (whole === undefined)
    return { suffix: text === '' ? '' : text.startsWith(',') || text.startsWith('،') ? text : `, ${text}` };
  const pages = [first, ...(last === undefined ? [] : [last])].map(toLatinDigits);
  const runsForward =
    pages.length < 2 ||
    Number(pages[0]) <= Number(pages[1]) ||
    (pages[1] as string).length < (pages[0] as string).length;
  if (!runsForward) return { suffix: `, ${text}` };
  const rest = text.slice(whole.length).replace(/^[\s,،]+/, '');
  return { pages: pages.join('-'), suffix: rest === '' ? '' : `, ${rest}` };
}
