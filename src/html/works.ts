/** Lists of works as HTML. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { coins } from '../bibliography/coins.ts';
import { formatList, sortWorks } from '../bibliography/references.ts';
import { type CitedWork, surelyIdentified } from '../bibliography/work.ts';
import type { Mention } from '../edition/mentions.ts';
import type { Version } from '../edition/model.ts';
import { sayPlace } from '../interface/places.ts';
import { strings } from '../interface/strings.ts';
import { directionOf, type Language } from '../text/languages.ts';
import { isLatin } from '../text/runs.ts';
import { renderMixed } from './mixed.ts';
import { raw } from './raw.ts';

const scriptOf = (work: CitedWork) => (work.language === 'und' ? 'en' : work.language);

/** The forms in which the text names a work, each in its own language. */
const renderPrinted = (work: CitedWork, language: Language): (ElementContent | string)[] =>
  work.printed.flatMap((form, index) => [
    ...(index > 0 ? [`${strings[language].semicolon} `] : []),
    h('bdi', isLatin(form) ? { lang: 'en', dir: 'ltr' } : { lang: 'fa', dir: 'rtl' }, form),
  ]);

/**
 * One work of a list.
 *
 * @param reference it in the style of the list, as HTML
 * @param mentions where the text cites it
 * @param hrefOf the link to a place in the text
 * @param reason the link to where the reason of the identification stands; without it, it stands here
 */
export function renderWork(
  reference: string,
  work: CitedWork,
  language: Language,
  mentions: readonly Mention[],
  hrefOf: (fragment: string) => string,
  reason?: string,
): ElementContent[] {
  const words = strings[language];
  const own = scriptOf(work);
  const places = mentions.filter(
    (mention, index) => mentions.findIndex((one) => one.block === mention.block) === index,
  );
  const grade = words.identification[work.identification];
  const aside: (ElementContent | string)[] = [
    ...(reason === undefined
      ? [
          h('b', { className: ['id', work.identification] }, grade),
          '. ',
          ...renderMixed(work.reason[language], language),
          ' ',
        ]
      : []),
    `${words.printedAs}: `,
    ...renderPrinted(work, language),
    `. ${words.citedIn}: `,
    ...places.flatMap((place, index) => [
      ...(index > 0 ? [`${words.comma} `] : []),
      h('a', { href: hrefOf(place.block) }, sayPlace(place.block, language)),
    ]),
  ];
  return [
    h('div', { lang: own, dir: directionOf(own) }, [
      raw(reference),
      h('span', { className: ['Z3988'], title: coins(surelyIdentified(work)) }),
    ]),
    ...(reason === undefined ? [] : [h('a', { className: ['id', work.identification], href: reason }, grade)]),
    h('small', { lang: language, dir: directionOf(language) }, aside),
  ];
}

const text = (value: string): ElementContent => ({ type: 'text', value });

/** Why a work is taken for what it is: its printed forms, which lead to its reference, the grade and the reason. */
export function renderIdentification(work: CitedWork, language: Language, reference: string): ElementContent[] {
  const words = strings[language];
  return [
    h('a', { href: reference }, renderPrinted(work, language)),
    text(' '),
    h('b', words.identification[work.identification]),
    text('. '),
    ...renderMixed(work.reason[language], language),
  ];
}

/**
 * The works that a version cites, each with links to the paragraphs that cite it.
 *
 * @param reasons the address of the page that gives the reasons of the identifications, each at the anchor that the work has
 *   here; without it they stand in the list
 */
export function renderWorks(
  { works }: Version,
  language: Language,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  reasons?: string,
): Element[] {
  const cited = sortWorks(works.filter((work) => mentions.has(work.key)));
  const references = formatList(cited, 'html');
  return cited.map((work) =>
    h('li', { id: `ref-${work.key}`, className: ['opens'], tabIndex: -1 }, [
      ...renderWork(
        references.get(work.key) ?? work.key,
        work,
        language,
        mentions.get(work.key) ?? [],
        (fragment) => `#${fragment}`,
        reasons && `${reasons}#ref-${work.key}`,
      ),
      ' ',
      h(
        'a',
        {
          className: ['back'],
          href: `#${mentions.get(work.key)?.[0]?.citation}`,
          role: 'doc-backlink',
          ariaLabel: strings[language].back,
        },
        '↩',
      ),
    ]),
  );
}
