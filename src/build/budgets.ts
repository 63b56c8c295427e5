/** What a reading page may weigh. A build whose pages are heavier fails. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { exportPath, inLanguage, pages } from '../edition/addresses.ts';
import type { Edition } from '../edition/model.ts';
import { languages } from '../text/languages.ts';

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
  /** The HTML of a reading page against the plain text of the same version (`txt`). */
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

/** A build that is too heavy; the message names each page, what it weighs and what it may. */
export class OverBudget extends Error {}

/** What a page loads besides its HTML: paths below the root of the site. */
interface Loads {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/** The style sheets and scripts that a page names. The script of the search page is no part of reading. */
function loadsOf(page: string, html: string): Loads {
  const resolve = (address: string) => path.posix.join(path.posix.dirname(page), address);
  const attributes = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => resolve(match[1] as string));
  return {
    styles: attributes(/<link rel="stylesheet" href="([^"]+)"/g),
    scripts: attributes(/<script[^>]* src="([^"]+)"/g),
  };
}

/** The fonts that a style sheet names: what a first visit loads at most. */
const fontsOf = (sheet: string, css: string): string[] =>
  [...css.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map((match) =>
    path.posix.join(path.posix.dirname(sheet), match[1] as string),
  );

/**
 * Weighs every reading page of a built edition, in both languages, with what it loads.
 *
 * @param folder the built site
 * @throws {@link OverBudget} if one is over its budget
 */
export async function checkBudgets(edition: Edition, folder: string): Promise<void> {
  const read = (file: string) => readFile(path.join(folder, file));
  const assets = new Map<string, Promise<number>>();
  const weigh = (file: string): Promise<number> => {
    const known =
      assets.get(file) ??
      read(file).then((bytes) => (file.endsWith('.woff2') ? bytes.length : weightOf(bytes, highest)));
    assets.set(file, known);
    return known;
  };
  const total = async (files: Iterable<string>) =>
    (await Promise.all([...files].map(weigh))).reduce((sum, weight) => sum + weight, 0);

  const faults: string[] = [];
  const hold = (page: string, what: string, weight: number, limit: number) => {
    if (weight > limit) faults.push(`${page}: ${what} weighs ${weight} bytes compressed, ${limit} are allowed`);
  };
  for (const article of edition.articles) {
    for (const version of article.versions) {
      const text = await read(exportPath(article.slug, version.number, 'txt'));
      const limitAt = async (quality: number) => {
        const weight = await weightOf(text, quality);
        return Math.max(budgets.ratio * weight, weight + budgets.frame);
      };
      const quickLimit = await limitAt(quick);
      for (const language of languages) {
        const page = `${inLanguage(pages.version(article.slug, version.number), language)}index.html`;
        const bytes = await read(page);
        const { styles, scripts } = loadsOf(page, String(bytes));
        const fonts = new Set<string>();
        for (const sheet of styles) for (const font of fontsOf(sheet, String(await read(sheet)))) fonts.add(font);
        if ((await weightOf(bytes, quick)) > near * quickLimit)
          hold(page, 'its HTML', await weightOf(bytes, highest), await limitAt(highest));
        hold(page, 'its style', await total(styles), budgets.styles);
        hold(page, 'its script', await total(scripts), budgets.scripts);
        hold(page, 'its fonts', await total(fonts), budgets.fonts);
      }
    }
  }
  if (faults.length > 0) throw new OverBudget(`Too heavy (src/build/budgets.ts):\n${faults.join('\n')}`);
}
