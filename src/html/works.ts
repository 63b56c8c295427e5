/** Lists of works as HTML. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { coins } from '../bibliography/coins.ts';
import { formatList, sortWorks } from '../bibliography/references.ts';
import type { CitedWork } from '../bibliography/work.ts';
import type { Mention } from '../edition/mentions.ts';
import type { Version } from '../edition/model.ts';
import { strings } from '../interface/strings.ts';
import { sayNumber } from '../text/digits.ts';
import { directionOf, type Language } from '../text/languages.ts';
import { isLatin } from '../text/runs.ts';
import { renderMixed } from './mixed.ts';
import { raw } from './raw.ts';

const formatted = new WeakMap<readonly CitedWork[], Map<string, string>>();

/** The references of a version's works as HTML by key, made once for all pages. */
function referencesOf(works: readonly CitedWork[]): Map<string, string> {
  const known = formatted.get(works) ?? formatList(works, 'html');
  formatted.set(works, known);
  return known;
}

const scriptOf = (work: CitedWork) => (work.language === 'und' ? 'en' : work.language);

/** What a block is called where a list of works links back to it. */
export function sayPlace(block: string, language: Language): string {
  const words = strings[language];
  const number = Number(/\d+$/.exec(block)?.[0]);
  if (/^p\d+$/.test(block)) return `¶${sayNumber(number, language)}`;
  if (/^fig\d+$/.test(block)) return words.figure(number);
  if (/^table\d+$/.test(block)) return words.table(number);
  if (/^fn\d+$/.test(block)) return words.note(sayNumber(number, language));
  if (/^s\d/.test(block))
    return `${words.section} ${block
      .slice(1)
      .split('-')
      .map((part) => sayNumber(Number(part), language))
      .join('.')}`;
  return block.startsWith('abstract-') && block.includes('extended') ? words.extendedAbstract : words.abstract;
}

/**
 * One work of a list.
 *
 * @param works the list
 * @param mentions where the text cites it
 * @param hrefOf the link to a place in the text
 * @param bibliography the link to the work in the bibliography, which then gives the reason of the identification
 */
export function renderWork(
  works: readonly CitedWork[],
  work: CitedWork,
  language: Language,
  mentions: readonly Mention[],
  hrefOf: (fragment: string) => string,
  bibliography?: string,
): ElementContent[] {
  const words = strings[language];
  const own = scriptOf(work);
  const places = mentions.filter(
    (mention, index) => mentions.findIndex((one) => one.block === mention.block) === index,
  );
  const grade = words.identification[work.identification];
  const aside: (ElementContent | string)[] = [
    ...(bibliography === undefined
      ? [
          h('b', { className: ['id', work.identification] }, grade),
          '. ',
          ...renderMixed(work.reason[language], language),
          ' ',
        ]
      : []),
    `${words.printedAs}: `,
    ...work.printed.flatMap((form, index) => [
      ...(index > 0 ? [`${words.semicolon} `] : []),
      h('bdi', isLatin(form) ? { lang: 'en', dir: 'ltr' } : { lang: 'fa', dir: 'rtl' }, form),
    ]),
    `. ${words.citedIn}: `,
    ...places.flatMap((place, index) => [
      ...(index > 0 ? [`${words.comma} `] : []),
      h('a', { href: hrefOf(place.block) }, sayPlace(place.block, language)),
    ]),
  ];
  return [
    h('div', { lang: own, dir: directionOf(own) }, [
      raw(referencesOf(works).get(work.key) ?? work.key),
      h('span', { className: ['Z3988'], title: coins(work) }),
    ]),
    ...(bibliography === undefined
      ? []
      : [h('a', { className: ['id', work.identification], href: bibliography }, grade)]),
    h('small', { lang: language, dir: directionOf(language) }, aside),
  ];
}

/**
 * The works that a version cites, each with links to the paragraphs that cite it.
 *
 * @param bibliography the address of the bibliography, where it holds the works of this very version: the reasons of the
 *   identifications then stand there only
 */
export function renderWorks(
  { works }: Version,
  language: Language,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  bibliography?: string,
): Element[] {
  return sortWorks(works.filter((work) => mentions.has(work.key))).map((work) =>
    h('li', { id: `ref-${work.key}`, className: ['opens'], tabIndex: -1 }, [
      ...renderWork(
        works,
        work,
        language,
        mentions.get(work.key) ?? [],
        (fragment) => `#${fragment}`,
        bibliography && `${bibliography}#ref-${work.key}`,
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
