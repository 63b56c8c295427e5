/** The `ref-list` of JATS: each work cited as an `element-citation`. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { sortWorks } from '../../bibliography/references.ts';
import { type CitedWork, isStated, type Name, type Names, type WorkType } from '../../bibliography/work.ts';
import { worksOf } from '../../edition/mentions.ts';
import type { VersionOf } from '../../edition/model.ts';
import { strings } from '../../locales/index.ts';
import { languages } from '../../text/languages.ts';
import { isBody, langAttribute, romanised } from '../full-text.ts';

/** `ref-list`, in the order of the page's list. */
export function jatsReferences({ article, version }: VersionOf): Element | undefined {
  const works = sortWorks(worksOf(version));
  if (works.length === 0) return undefined;
  return x(
    'ref-list',
    {},
    x('title', strings[article.language].works),
    works.map((work) => x('ref', { id: `ref-${work.key}` }, citation(work, article.language))),
  );
}

/** The suggested values of `publication-type`. */
const publicationTypes: Readonly<Record<WorkType, string>> = {
  article: 'journal',
  book: 'book',
  incollection: 'book',
  thesis: 'thesis',
  report: 'report',
  resolution: 'legal',
  online: 'web',
  misc: 'other',
};

function citation(work: CitedWork, around: string): Element {
  return x(
    'element-citation',
    { 'publication-type': publicationTypes[work.type], ...langAttribute(work.language, around) },
    persons('author', work, work.author, work.authorLatin),
    persons('editor', work, work.editor),
    titles(work),
    known('publisher-name', work.institution ?? work.publisher),
    known('publisher-loc', work.location),
    known('edition', work.edition),
    dates(work),
    known('volume', work.volume),
    known('issue', work.number),
    pageElements(work),
    known('issn', work.issn),
    known('isbn', work.isbn),
    work.doi && x('pub-id', { 'pub-id-type': 'doi' }, work.doi),
    work.url && x('uri', { 'xlink:href': work.url }, work.url),
    work.note && x('comment', work.note),
    (isStated(work) ? [] : languages).map((language) =>
      x(
        'comment',
        { 'content-type': `identification-${work.identification}`, 'xml:lang': language },
        `${strings[language].identification[work.identification]}: ${work.reason[language]}`,
      ),
    ),
  );
}

/** An element with a text, or nothing where the text is not known. */
const known = (name: string, text: string | undefined) => (text === undefined ? undefined : x(name, text));

/** `person-group`: names in both scripts where both are known. */
function persons(type: 'author' | 'editor', work: CitedWork, names?: Names, latin?: Names): Element | undefined {
  if (!names) return undefined;
  // A list in Latin script of another length does not say which name is which.
  const isParallel = latin?.list.length === names.list.length;
  return x(
    'person-group',
    { 'person-group-type': type },
    names.list.map((name, index) => {
      const other = isParallel ? latin?.list[index] : undefined;
      const tag = other ? work.language : undefined;
      if (!other) return nameElement(name, tag);
      return x(isBody(name) ? 'collab-alternatives' : 'name-alternatives', [
        nameElement(name, tag),
        nameElement(other, romanised(work.language)),
      ]);
    }),
    names.others ? x('etal') : undefined,
  );
}

function nameElement(name: Name, tag: string | undefined): Element {
  if (isBody(name)) return x('collab', { 'xml:lang': tag }, name.literal);
  return x(
    'name',
    { 'name-style': 'western', 'xml:lang': tag },
    x('surname', name.family),
    name.given && x('given-names', name.given),
  );
}

/** A work that stands in another has its own title and a `source`; one that stands alone is the `source`. */
function titles(work: CitedWork): (Element | undefined)[] {
  const { type, title, titleTranslated, container, containerTranslated } = work;
  const isPart = type === 'article' || type === 'incollection' || type === 'online' || type === 'misc';
  const own = isPart ? (type === 'incollection' ? 'chapter-title' : 'article-title') : 'source';
  const translated = (name: string, text: string | undefined) =>
    text === undefined ? undefined : x(name, { 'xml:lang': 'en' }, text);
  return [
    known(own, title),
    translated(isPart ? 'trans-title' : 'trans-source', titleTranslated),
    known('source', container),
    translated('trans-source', containerTranslated),
  ];
}

/** `year` as printed in the Solar Hijri calendar and in the Gregorian one; two Gregorian years are a `string-date`. */
function dates({ date, yearPrinted }: CitedWork): (Element | undefined)[] {
  const [year, month, day] = date?.split('-') ?? [];
  const isInterval = date?.includes('/');
  return [
    yearPrinted === undefined ? undefined : x('year', { calendar: 'Solar Hijri' }, yearPrinted),
    isInterval ? x('string-date', { calendar: 'Gregorian' }, date) : undefined,
    ...(year && !isInterval
      ? [
          day ? x('day', day) : undefined,
          month ? x('month', month) : undefined,
          x('year', { 'iso-8601-date': date, calendar: 'Gregorian' }, year),
        ]
      : []),
  ];
}

function pageElements({ pages }: CitedWork): Element[] {
  if (pages === undefined) return [];
  const [first, last] = pages.split('--');
  return [x('fpage', first), ...(last ? [x('lpage', last)] : [])];
}
