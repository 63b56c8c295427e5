/** The article in the forms that people paste elsewhere: templates of Wikipedia, Markdown, an entry for Typst. */
import { stringify } from 'yaml';
import { familyName, isBody, type Name, pageRange, titlesOf, type Work } from '../bibliography/work.ts';
import { inLatin } from '../edition/describe.ts';
import { toPersianDigits } from '../text/digits.ts';
import { unescapeXml } from '../text/escape.ts';
import { hasPersianRules, type Localised } from '../text/languages.ts';
import type { ReferenceLanguage } from './passage.ts';

/** A text to be pasted as it is. */
export interface PastedForm {
  readonly id: string;
  readonly name: Localised;
  readonly language: ReferenceLanguage;
  readonly text: string;
}

/** Signs that end a parameter or open a link, a tag, a template in wikitext (mw:Help:Templates, mw:Help:Formatting). */
const signs: Readonly<Record<string, string>> = {
  ...{ '|': '{{!}}', '<': '&lt;', '[': '&#91;', ']': '&#93;', '{': '&#123;', '}': '&#125;' },
};
const wikitext = (value: string): string => value.replace(/[|<[\]{}]/g, (sign) => signs[sign] as string);

type Parameters = readonly (readonly [name: string, value: string | undefined])[];

const template = (name: string, parameters: Parameters): string =>
  `{{${name}${parameters.flatMap(([one, value]) => (value ? [` |${one}=${wikitext(value)}`] : [])).join('')}}}`;

/**
 * English Wikipedia: `cite journal` for what stands in a journal, else `cite web`. A title in Persian is `script-title`, its
 * English one `trans-title` (en:Help:Citation Style 1).
 */
function englishWikipedia(work: Work): string {
  const latin = inLatin(work);
  const isForeign = hasPersianRules(work.language);
  const isArticle = work.type === 'article';
  return template(isArticle ? 'cite journal' : 'cite web', [
    ...(latin.author?.list ?? []).flatMap(
      (name, index): Parameters =>
        isBody(name)
          ? [[`author${index + 1}`, name.literal]]
          : [
              [`last${index + 1}`, name.family],
              [`first${index + 1}`, name.given],
            ],
    ),
    ...(isForeign
      ? ([
          ['script-title', work.title && `fa:${work.title}`],
          ['trans-title', work.titleTranslated],
        ] as const)
      : ([['title', titlesOf(work).title]] as const)),
    [isArticle ? 'journal' : 'website', latin.container],
    ['type', work.version && `Version ${work.version}`],
    ['publisher', latin.publisher === latin.container ? undefined : latin.publisher],
    ['volume', work.volume],
    ['issue', work.number],
    ['pages', pageRange(work)],
    ['date', work.date?.replace('/', '–')],
    ['doi', work.doi],
    ['issn', work.issn],
    ['url', work.url],
    ['language', work.language],
  ]);
}

/** Persian Wikipedia: its «یادکرد ژورنال» and «یادکرد وب», whose parameters have Persian names. */
function persianWikipedia(work: Work): string {
  const isArticle = work.type === 'article';
  const numbered = (name: string, index: number) => (index === 0 ? name : `${name}${toPersianDigits(`${index + 1}`)}`);
  return template(isArticle ? 'یادکرد ژورنال' : 'یادکرد وب', [
    ...(work.author?.list ?? []).flatMap(
      (name, index): Parameters =>
        isBody(name)
          ? [[numbered('نویسنده', index), name.literal]]
          : [
              [numbered('نام خانوادگی', index), name.family],
              [numbered('نام', index), name.given],
            ],
    ),
    ['عنوان', titlesOf(work).title],
    [isArticle ? 'ژورنال' : 'وبگاه', work.container],
    ['ناشر', work.publisher === work.container ? undefined : work.publisher],
    ['جلد', work.volume && toPersianDigits(work.volume)],
    ['شماره', work.number && toPersianDigits(work.number)],
    ['صفحه', work.pages && toPersianDigits(pageRange(work) ?? '')],
    ...(isArticle
      ? ([['سال', work.yearPrinted ? toPersianDigits(work.yearPrinted) : work.date?.slice(0, 4)]] as const)
      : ([['تاریخ', work.date]] as const)),
    ['doi', work.doi],
    ['issn', work.issn],
    ['پیوند', work.url],
    [isArticle ? 'زبان' : 'کد زبان', work.language],
  ]);
}

/** A reference in HTML as Markdown (CommonMark 0.31): italics between asterisks, addresses as autolinks. */
const markdownOf = (html: string): string =>
  html
    .split(/(<a [^>]*>.*?<\/a>|<\/?i>|<[^>]*>)/)
    .map((piece) => {
      const [, address] = /^<a [^>]*>(.*)<\/a>$/.exec(piece) ?? [];
      if (address !== undefined) return `<${unescapeXml(address)}>`;
      if (/^<\/?i>$/.test(piece)) return '*';
      return piece.startsWith('<') ? '' : unescapeXml(piece).replace(/[\\`*_[\]<>]/g, '\\$&');
    })
    .join('');

/** A name as hayagriva has it, in parts, so that no comma has to be guessed at. */
const hayagrivaName = (name: Name) =>
  isBody(name)
    ? { name: name.literal }
    : { name: familyName(name), ...(name.given ? { 'given-name': name.given } : {}) };

/** An entry of hayagriva, Typst's own format (github.com/typst/hayagriva, docs/file-format.md). */
function hayagriva(work: Work): string {
  const isArticle = work.type === 'article';
  const verbatim = (value: string | undefined) => value && { value, verbatim: true };
  const serial = { ...(isArticle ? {} : { serial: work.version }), doi: work.doi };
  const known = <T extends object>(value: T): T | undefined => {
    const held = Object.entries(value).filter(([, one]) => one !== undefined && one !== '');
    return held.length === 0 ? undefined : (Object.fromEntries(held) as T);
  };
  return stringify(
    {
      [work.key]: known({
        type: isArticle ? 'article' : 'web',
        title: verbatim(titlesOf(work).title),
        author: work.author?.list.map(hayagrivaName),
        date: work.date?.split('/')[0],
        'page-range': work.pages?.replaceAll('--', '-'),
        url: work.url,
        'serial-number': known(serial),
        language: work.language,
        parent:
          work.container === undefined
            ? undefined
            : known({
                type: isArticle ? 'periodical' : 'web',
                title: verbatim(work.container),
                publisher: work.publisher,
                volume: work.volume,
                issue: work.number,
                'serial-number': work.issn && { issn: work.issn },
              }),
      }),
    },
    { lineWidth: 0 },
  ).trimEnd();
}

/**
 * A work in each form that is pasted, in both scripts where it has both.
 *
 * @param listed what a list of works prints of it, by the script: HTML
 */
export function pastedForms(work: Work, listed: Readonly<Record<ReferenceLanguage, string>>): readonly PastedForm[] {
  const scripts: readonly ReferenceLanguage[] = hasPersianRules(work.language) ? ['fa', 'en'] : ['en'];
  const inScript = (language: ReferenceLanguage): Work =>
    language === 'en' ? { ...inLatin(work), language: work.language } : work;
  const suffix: Localised = { fa: ' (به خط لاتین)', en: ' (Latin script)', ar: ' (بالحروف اللاتينية)' };
  const none: Localised = { fa: '', en: '', ar: '' };
  const named = (id: string, name: string, text: (language: ReferenceLanguage) => string) =>
    scripts.map((language): PastedForm => {
      const more = language === 'en' && scripts.length > 1 ? suffix : none;
      return {
        id: `${id}-${language}`,
        name: { fa: name + more.fa, en: name + more.en, ar: name + more.ar },
        language,
        text: text(language),
      };
    });
  return [
    ...scripts.map(
      (language): PastedForm =>
        language === 'fa'
          ? {
              id: 'wikipedia-fa',
              name: { fa: 'ویکی‌پدیای فارسی', en: 'Persian Wikipedia', ar: 'ويكيبيديا الفارسية' },
              language,
              text: persianWikipedia(work),
            }
          : {
              id: 'wikipedia-en',
              name: { fa: 'ویکی‌پدیای انگلیسی', en: 'English Wikipedia', ar: 'ويكيبيديا الإنجليزية' },
              language,
              text: englishWikipedia(work),
            },
    ),
    ...named('markdown', 'Markdown', (language) => markdownOf(listed[language])),
    ...named('hayagriva', 'Typst (hayagriva)', (language) => hayagriva(inScript(language))),
  ];
}
