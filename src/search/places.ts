/** Places that readers name by number: «بند ۱۲», «الفقرة ١٢», `¶12`, `note 3`, `p. 14`. */
import { foldLetters } from '../text/fold.ts';
import type { PassageKind } from './passages.ts';
import type { Query } from './query.ts';

/** A place by its anchor, the pages of a citation, or the passages of a kind. */
export type Place =
  | { readonly kind: 'passages'; readonly of: PassageKind }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'pages'; readonly pages: string };

/** The names of numbered places, folded, and the letters that their anchors begin with. */
const numbered: readonly (readonly [names: RegExp, letters: string])[] = [
  [/^(?:¶|بند|پاراگراف|(?:ال)?فقره|paragraph|para\.?|par\.?|p)$/, 'p'],
  [/^(?:یادداشت|پانوشت|پینوشت|پاورقی|زیرنویس|(?:ال)?حاشیه|(?:ال)?هامش|footnote|note|fn)$/, 'fn'],
  [/^(?:§|بخش|(?:ال)?قسم|section|sec\.|s)$/, 's'],
];

/** The names of parts of an article that have no heading of their own, folded and written together. */
const parts: Readonly<Record<string, PassageKind>> = {
  چکیده: 'abstract',
  خلاصه: 'abstract',
  ملخص: 'abstract',
  الملخص: 'abstract',
  abstract: 'abstract',
  summary: 'abstract',
  کلیدواژه: 'keywords',
  کلیدواژهها: 'keywords',
  کلیدواژگان: 'keywords',
  واژگانکلیدی: 'keywords',
  کلماتکلیدی: 'keywords',
  کلماتمفتاحیه: 'keywords',
  الکلماتالمفتاحیه: 'keywords',
  keywords: 'keywords',
  منابع: 'work',
  ماخذ: 'work',
  منابعوماخذ: 'work',
  کتابنامه: 'work',
  فهرستمنابع: 'work',
  مراجع: 'work',
  المراجع: 'work',
  مصادر: 'work',
  المصادر: 'work',
  references: 'work',
  bibliography: 'work',
  یادداشتها: 'note',
  پینوشتها: 'note',
  پانوشتها: 'note',
  حواش: 'note',
  حواشی: 'note',
  الحواشی: 'note',
  هوامش: 'note',
  الهوامش: 'note',
  notes: 'note',
  footnotes: 'note',
  نویسنده: 'creator',
  نویسندگان: 'creator',
  مولف: 'creator',
  المولف: 'creator',
  المولفون: 'creator',
  المولفین: 'creator',
  author: 'creator',
  authors: 'creator',
  عنوان: 'title',
  العنوان: 'title',
  title: 'title',
  جدولها: 'table',
  جداول: 'table',
  الجداول: 'table',
  tables: 'table',
};

/** The names of pages. «p12» is a paragraph, `p. 12` a page, as in citations. */
const paged = /^(?:pp?\.|pages?|صص?\.?|(?:ال)?صفحه|(?:ال)?صفحات|صفحههای)$/;

/**
 * The place that a query names, if it names nothing else.
 *
 * @example placeOf('بند ۱۲') // { kind: 'anchor', anchor: 'p12' }
 */
export function placeOf(typed: string): Place | undefined {
  const folded = foldLetters(typed.replaceAll('\u200c', '')).trim();
  const of = parts[folded.replaceAll(' ', '')];
  if (of !== undefined) return { kind: 'passages', of };
  const match = /^[([]?([^\d]+?)\s?(\d{1,5}(?:[.-]\d{1,5})?)(?:\s?[–—]\s?(\d{1,5}))?[)\]]?$/.exec(folded);
  if (!match) return undefined;
  const [, written = '', number = '', last] = match;
  const name = written.replaceAll(' ', '');
  if (paged.test(name)) return { kind: 'pages', pages: last === undefined ? number : `${number}-${last}` };
  if (last !== undefined) return undefined;
  const letters = numbered.find(([names]) => names.test(name))?.[1];
  return letters === undefined ? undefined : { kind: 'anchor', anchor: letters + number.replace('.', '-') };
}

/** The word under which Pagefind knows an anchor: no word of a text begins so, and none goes on behind it. */
const anchorTerm = (anchor: string): string => `qx${anchor.replace('-', 'x')}q`;

/** The words under which Pagefind knows the place of a passage, where readers name it by its number. */
export function placeTerms(path: string): string[] {
  const anchor = /#((?:p|fn|s)\d+(?:-\d+)?)$/.exec(path)?.[1];
  return anchor === undefined ? [] : [anchorTerm(anchor)];
}

/** What Pagefind is asked for a place; the kind of a passage is one of its filters. */
export function termsOfPlace(place: Place): string {
  if (place.kind === 'anchor') return anchorTerm(place.anchor);
  return place.kind === 'pages' ? (place.pages.split('-')[0] as string) : '';
}

/** The paragraph, note, section or page of a citation that is asked for by its number, if nothing else is. */
export const placeIn = ({ text, isPlain }: Query): Place | undefined => (isPlain ? placeOf(text) : undefined);

/** Where pages are cited in a text: after a colon or the abbreviation; a range by its numbers. */
export function pagesIn(text: string, pages: string): { readonly start: number; readonly end: number }[] {
  // Digit for digit, so that places in the folded text are places in the original.
  const folded = text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) as number) & 0xf));
  const range = pages.replace('-', '\\s?[-–—]\\s?');
  const cited = new RegExp(
    `(?:[:،,]\\s?|\\b(?:pp?|pages?)\\.?\\s?|صص?\\.?\\s?)(?:\\d+\\s?[-–—،,]\\s?)*(${range})(?![\\d])`,
    'gd',
  );
  return [...folded.matchAll(cited)].map((match) => {
    const [start, end] = (match.indices as RegExpIndicesArray)[1] as [number, number];
    return { start, end };
  });
}
