/** Lists of works as HTML. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { coins } from '../bibliography/coins.ts';
import { formatList, sortWorks } from '../bibliography/references.ts';
import { type CitedWork, isStated, surelyIdentified } from '../bibliography/work.ts';
import type { Mention } from '../edition/mentions.ts';
import type { Version } from '../edition/model.ts';
import { wordsOf } from '../locales/index.ts';
import { sayPlace } from '../locales/places.ts';
import { directionOf } from '../text/languages.ts';
import { isLatin } from '../text/runs.ts';
import { renderMixed, renderSaid } from './mixed.ts';
import { raw } from './raw.ts';
import { hostLink, markBreaks } from './shown-addresses.ts';

type Content = (ElementContent | string)[];

const scriptOf = (work: CitedWork) => (work.language === 'und' ? 'en' : work.language);

/** Parts with a sign and a space between them. */
const joined = (parts: Content, sign: string): Content =>
  parts.flatMap((part, index) => (index > 0 ? [`${sign} `, part] : [part]));

/** The forms in which the text names a work, each in its own language. */
const renderPrinted = (work: CitedWork, language: string): Content =>
  joined(
    work.printed.map((form) => {
      // A form in other letters is in the language of the work, where that is written in them, else Persian for all that is known.
      const own = directionOf(work.language) === 'rtl' ? work.language : 'fa';
      return h('bdi', isLatin(form) ? { lang: 'en', dir: 'ltr' } : { lang: own, dir: 'rtl' }, form);
    }),
    wordsOf(language).semicolon,
  );

/** Why a work is taken for what it is, and where it was looked up. */
function renderReason({ reason, seen }: CitedWork, language: string): Content {
  const words = wordsOf(language);
  const sources = seen.map((one) => (/^https?:/.test(one) ? hostLink(one) : (words.seenIn[one] ?? one)));
  return [...renderSaid(reason, language), ` ${words.drawnFrom}: `, ...joined(sources, words.comma), '.'];
}

/** Where the text of an article cites a work. */
interface Places {
  readonly mentions: readonly Mention[];
  /** The link to a place. */
  readonly hrefOf: (fragment: string) => string;
  /** What the article is called, in a list of the works of several. */
  readonly article?: string;
  /**
   * Whether reference managers find the work on the page (COinS). They then offer the works instead of the page's own article
   * (Zotero: COinS has priority 310, the tags of a head 320), so only pages that are lists of works have them.
   */
  readonly isOffered?: boolean;
  /** The address of the work, where it is an article of the edition. */
  readonly here?: string | undefined;
}

/**
 * One work of a list.
 *
 * @param reference it in the style of the list, as HTML
 * @param reason the link to where the reason of the identification stands; without it, it stands here
 */
export function renderWork(
  reference: string,
  work: CitedWork,
  language: string,
  { mentions, hrefOf, article, isOffered = false, here }: Places,
  reason?: string,
): ElementContent[] {
  const words = wordsOf(language);
  const own = scriptOf(work);
  const places = mentions.filter(
    (mention, index) => mentions.findIndex((one) => one.block === mention.block) === index,
  );
  const grade = words.identification[work.identification];
  const aside: Content = [
    ...(here === undefined ? [] : [h('a', { className: ['in-edition'], href: here }, words.readHere), '. ']),
    ...(reason === undefined && !isStated(work)
      ? [h('b', { className: ['id', work.identification] }, grade), '. ', ...renderReason(work, language), ' ']
      : []),
    ...(work.printed.length > 0 ? [`${words.printedAs}: `, ...renderPrinted(work, language), '. '] : []),
    `${words.citedIn}: `,
    ...joined(
      [
        ...(article === undefined ? [] : [h('span', renderMixed(article, language))]),
        ...places.map((place) => h('a', { href: hrefOf(place.block) }, sayPlace(place.block, language))),
      ],
      words.comma,
    ),
  ];
  return [
    h('div', { lang: own, dir: directionOf(own) }, [
      raw(markBreaks(reference)),
      ...(isOffered ? [h('span', { className: ['Z3988'], title: coins(surelyIdentified(work)) })] : []),
    ]),
    ...(reason === undefined || isStated(work)
      ? []
      : [h('a', { className: ['id', work.identification], href: reason }, grade)]),
    h('small', { lang: language, dir: directionOf(language) }, aside),
  ];
}

/**
 * Why a work is taken for what it is, as an item of a list with the anchor that the work has in its own: its printed forms,
 * which lead to its reference, the grade and the reason.
 */
export const renderIdentification = (work: CitedWork, language: string, reference: string): Element =>
  h('li', { id: `ref-${work.key}` }, [
    h('a', { href: reference }, renderPrinted(work, language)),
    ' ',
    h('b', wordsOf(language).identification[work.identification]),
    '. ',
    ...renderReason(work, language),
  ]);

/**
 * The works that a version cites, each with links to the paragraphs that cite it.
 *
 * @param reasons the address of the page that gives the reasons of the identifications, each at the anchor that the work has
 *   here; without it they stand in the list
 * @param hereOf the address of a work that is an article of the edition
 */
export function renderWorks(
  { works, metadata }: Version,
  language: string,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  reasons?: string,
  hereOf: (key: string) => string | undefined = () => undefined,
): Element[] {
  const cited = sortWorks(
    works.filter((work) => mentions.has(work.key)),
    metadata.language,
  );
  const references = formatList(cited, 'html', metadata.language);
  return cited.map((work) =>
    h('li', { id: `ref-${work.key}`, className: ['opens'], tabIndex: -1 }, [
      ...renderWork(
        references.get(work.key) ?? work.key,
        work,
        language,
        { mentions: mentions.get(work.key) ?? [], hrefOf: (fragment) => `#${fragment}`, here: hereOf(work.key) },
        reasons && `${reasons}#ref-${work.key}`,
      ),
      ' ',
      h(
        'a',
        {
          className: ['back'],
          href: `#${mentions.get(work.key)?.[0]?.citation}`,
          role: 'doc-backlink',
          ariaLabel: wordsOf(language).back,
        },
        '↩',
      ),
    ]),
  );
}
