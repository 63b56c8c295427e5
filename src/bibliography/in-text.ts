/** What a text prints where it cites works: `Doe, 2010, p. 12`, by CSL, in the styles in which this edition lists them. */
import CSL from 'citeproc';
import { sayDigits, toLatinDigits } from '../text/digits.ts';
import { hasPersianRules } from '../text/languages.ts';
import { type CitationStyle, listStyles } from './citation-styles.ts';
import { type CslItem, itemInDigits, printedItem } from './csl-item.ts';
import { styleOf } from './references.ts';
import { wordsAround } from './styles/arabic-script.ts';
import { type CslLocale, readLocale, readStyle } from './styles/csl-project.ts';
import { joined } from './styles/iranian-journals.ts';
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
  private readonly engines = new Map<string, CSL.Engine>();
  private readonly chosen: InTextStyle | undefined;

  /**
   * @param works all that the article cites: CSL tells those of one author and year apart by a letter
   * @param chosen the style of works that are not in Arabic script, if it is not that of the list
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
    const engine = this.engineFor(work);
    const { layout_prefix: open = '', layout_suffix: close = '' } = engine.citation.opt;
    const text = engine.previewCitationCluster(
      {
        citationItems: [
          {
            id: key,
            ...(pages === undefined ? {} : { locator: pagesFor(work, pages), label: 'page' }),
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
    return `${prefix === '' ? '' : `${prefix} `}${joined(bare.replace(/[\u2066-\u2069]/g, '')).trim()}${suffix}`;
  }

  private engineFor(work: Work): CSL.Engine {
    const { csl } = listingOf(work);
    const engine = this.engines.get(csl) ?? this.start(work);
    this.engines.set(csl, engine);
    return engine;
  }

  /** Starts CSL for all works that are printed as this one is. */
  private start(first: Work): CSL.Engine {
    const { csl, locale: own } = listingOf(first);
    const { tree, locale } = (isListedAsOthers(first) ? this.chosen : undefined) ?? {
      tree: csl in ownStyles ? treeOfXml(ownStyles[csl] as string) : readStyle(csl),
      locale: own,
    };
    const items = new Map(
      [...this.works.values()]
        .filter((work) => listingOf(work).csl === csl)
        .map((work): [string, CslItem] => [work.key, abbreviated(itemOf(work))]),
    );
    const engine = new CSL.Engine(
      { retrieveLocale: () => readLocale(locale), retrieveItem: (key) => items.get(key) },
      tree,
      locale,
      true,
    );
    engine.updateItems([...items.keys()]);
    return engine;
  }
}

/** The style in which a text names a work: that of its language, in the words of which the list has it. */
function listingOf({ language }: Work): Pick<CitationStyle, 'csl' | 'locale'> {
  if (hasPersianRules(language)) return styleOf(listStyles.fa);
  const words = wordsAround(language);
  return words ? { csl: words.id, locale: words.locale } : styleOf(listStyles.other);
}

/** Whether a work is one for which a style can be chosen: ours are for those in Arabic script. */
const isListedAsOthers = (work: Work): boolean => listingOf(work) === styleOf(listStyles.other);

/** A work as its style prints it. */
const itemOf = (work: Work): CslItem =>
  isListedAsOthers(work) || hasPersianRules(work.language) ? printedItem(work) : itemInDigits(work);

/** Pages in the digits of the language of a work. Those that are its own CSL writes itself. */
const pagesFor = (work: Work, pages: string): string =>
  isListedAsOthers(work) ? pages : sayDigits(pages.replaceAll('-', '–'), work.language);

/** An item with so many authors that every style abbreviates them, where there are others than those that are known. */
const abbreviated = (item: CslItem): CslItem =>
  Array.isArray(item.author) && item.author.at(-1) === oneMore
    ? { ...item, author: [...item.author, oneMore, oneMore] }
    : item;

/** The page or pages that a citation names behind a work, and what else it says there. */
export function readLocator(written: string): { readonly pages?: string; readonly suffix: string } {
  const text = written.replace(/\u00a0/g, ' ').trim();
  const [whole, first = '', last] =
    /^[,،:]?\s*(?:pp?\.?|pages?|ص+\.?|صفح[ۀه](?:\u200cهای)?|(?:ال)?صفح(?:ة|ات))?\s*([0-9۰-۹٠-٩]+)(?:\s*[-–—تا]+\s*([0-9۰-۹٠-٩]+))?(?=$|[\s,;،؛.])/i.exec(
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
