/** What a reading page may weigh. A build whose pages are heavier fails. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { exportPath, inLanguage, pages, type SitePath } from '../edition/addresses.ts';
import { type Article, type Edition, rootLanguage } from '../edition/model.ts';
import type { Language } from '../text/languages.ts';
import { readTags, type Tag } from './markup.ts';

const compress = promisify(brotliCompress);

/** Brotli's qualities: a quick one, whose ratios lie within 3 % of the highest one's, and the highest. */
const quick = 5;
const highest = constants.BROTLI_MAX_QUALITY;

const weightOf = async (bytes: Buffer, quality: number): Promise<number> =>
  (await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })).length;

/** From which part of a limit on the quick weight is not trusted: the highest quality takes a second for a few pages. */
const near = 0.9;

/** In bytes, compressed with brotli at its highest quality, as a static host stores files; fonts are compressed already. */
export const budgets = {
  /** The HTML of a reading page, without the MathML of its formulas, against the plain text of the same version (`txt`). */
  ratio: 2,
  /**
   * What any page of an article may weigh whatever the length of its text: head, frame, references in every style, links to
   * every file. It rules where a text is short (a note, an article of a test); a text whose `txt` weighs more than this is
   * held to the plain ratio.
   */
  frame: 12_000,
  styles: 10_000,
  scripts: 12_000,
  fonts: 70_000,
} as const;

/** A page is too heavy; the message names it, what it weighs and what it may. */
export class OverBudget extends Error {
  /** It tells this error in the process of a build from others of a worker, which come as their messages. */
  readonly code = 'OVER_BUDGET';

  constructor(page: SitePath, what: string, weight: number, limit: number) {
    super(
      `${page}: ${what} weighs ${weight} bytes compressed, ${limit} are allowed\n    fix: make the page lighter, or raise what it may weigh in src/build/budgets.ts: a long text that repeats itself compresses better than its page`,
    );
  }
}

function hold(page: SitePath, what: string, weight: number, limit: number): void {
  if (weight > limit) throw new OverBudget(page, what, weight, limit);
}

/** The file of a version's reading page. */
const readingPage = (slug: string, version: string, language: Language, root: Language): SitePath =>
  `${inLanguage(pages.version(slug, version), language, root)}index.html`;

/**
 * Weighs the HTML of the reading pages of an article, in every language, against the text of each version.
 *
 * @param folder where the pages and files of the article lie by their paths in the site
 * @throws {@link OverBudget} if one is too heavy
 */
export async function checkPages(
  edition: Pick<Edition, 'languages'>,
  article: Pick<Article, 'slug' | 'versions'>,
  folder: string,
): Promise<void> {
  for (const { number } of article.versions) {
    const text = await readFile(path.join(folder, exportPath(article.slug, number, 'txt')));
    const limitAt = async (quality: number) => {
      const weight = await weightOf(text, quality);
      return Math.max(budgets.ratio * weight, weight + budgets.frame);
    };
    const quickLimit = await limitAt(quick);
    for (const language of edition.languages) {
      const page = readingPage(article.slug, number, language, rootLanguage(edition));
      const html = withoutFormulas(await readFile(path.join(folder, page), 'utf8'));
      if ((await weightOf(html, quick)) > near * quickLimit)
        hold(page, 'its HTML', await weightOf(html, highest), await limitAt(highest));
    }
  }
}

/** A page without its formulas: MathML is many times as long as what it says, and cannot be shorter. */
const withoutFormulas = (html: string): Buffer => Buffer.from(html.replace(/<math\b.*?<\/math>/gs, ''));

/** An address in a page or style sheet as a path in the site. */
const pathOf = (file: SitePath, address: string): SitePath => path.posix.join(path.posix.dirname(file), address);

/** The style sheets and the scripts that a page loads. */
function assetsOf(page: SitePath, html: string): { styles: SitePath[]; scripts: SitePath[] } {
  const tags = readTags(html, new Set(['link', 'script']));
  const addresses = (name: string, attribute: string, isOne: (tag: Tag) => boolean) =>
    tags
      .filter((tag) => tag.name === name && isOne(tag))
      .flatMap(({ attributes }) => attributes.get(attribute)?.value ?? [])
      .map((address) => pathOf(page, address));
  return {
    styles: addresses('link', 'href', ({ attributes }) => attributes.get('rel')?.value === 'stylesheet'),
    scripts: addresses('script', 'src', () => true),
  };
}

/**
 * Weighs what a reading page loads: style sheets, scripts, and the fonts that the style sheets name, which is the most that a
 * first visit loads. It is the same for all reading pages of a site.
 *
 * @param folder the built site
 * @throws {@link OverBudget} if it is too much
 */
export async function checkAssets(
  edition: Pick<Edition, 'languages'>,
  article: Pick<Article, 'slug' | 'versions'>,
  folder: string,
): Promise<void> {
  const [version] = article.versions;
  if (version === undefined) return;
  const root = rootLanguage(edition);
  const page = readingPage(article.slug, version.number, root, root);
  const read = (file: SitePath) => readFile(path.join(folder, file));
  const total = async (files: readonly SitePath[], weigh: (bytes: Buffer) => Promise<number> | number) =>
    (await Promise.all(files.map(async (file) => weigh(await read(file))))).reduce((sum, weight) => sum + weight, 0);
  const compressed = (bytes: Buffer) => weightOf(bytes, highest);

  const html = String(await read(page));
  const { styles, scripts } = assetsOf(page, html);
  const sheets = await Promise.all(styles.map(async (file) => [file, String(await read(file))] as const));
  const fonts = sheets.flatMap(([file, css]) =>
    [...css.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, address = '']) => pathOf(file, address)),
  );
  hold(page, 'its style', await total(styles, compressed), budgets.styles);
  hold(page, 'its script', await total(scripts, compressed), budgets.scripts);
  hold(page, 'its fonts', await total([...new Set(fonts)], (bytes) => bytes.length), budgets.fonts);
}
