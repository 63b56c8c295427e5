/** 2XX and 3XX: title, edition, publication, and in what form it is. */
import { fullName } from '../../bibliography/work.ts';
import { surelyTitled, translatedTitles } from '../../edition/describe.ts';
import type { Article, Subject } from '../../edition/model.ts';
import { wordsOf } from '../../locales/index.ts';
import { sayDigits } from '../../text/digits.ts';
import { initialArticle } from '../../text/initial-articles.ts';
import { formIn, isLatinScript, latinForm, scriptOf, textIn, textsOf, wordsLanguage } from '../../text/languages.ts';
import { type Field, field } from './field.ts';

/** The title proper. */
export const titleOf = (article: Article): string => surelyTitled(article, article.language) ?? article.slug;

/** 245's second indicator: how many characters of an article that opens a title filing passes over. */
const nonfiling = (title: string, language: string): number => initialArticle(title, language).length;

/** The title in both scripts where it is romanised, and what is described under it. */
export function titleFields({ edition, article, version }: Subject): readonly Field[] {
  const { language, creators, romanisedTitle } = article;
  const title = titleOf(article);
  const parallels = translatedTitles(article);
  const titleProper = {
    a: title,
    b: parallels[0]?.value,
    c: creators.map(({ name }) => fullName(formIn(name, language))).join(`${wordsOf(language).comma} `),
  };
  const publisher = textIn(edition.publisher, 'en');
  const publisherThere = textsOf(edition.publisher).find(
    (said) => said.language !== publisher.language && !isLatinScript(said.language),
  );
  return [
    // 245 Title: romanised where that is known, the title proper in 880; else the title proper in its own script. The title in
    // another language is parallel, in $b and 246.
    field(
      '245',
      `1${nonfiling(title, language)}`,
      romanisedTitle
        ? {
            a: romanisedTitle.value,
            b: parallels[0]?.value,
            c: creators.map(({ name }) => fullName(name[latinForm])).join(', '),
          }
        : titleProper,
      romanisedTitle && { script: scriptOf(language), subfields: titleProper },
    ),
    ...parallels.map(({ value }) => field('246', '31', { a: value })),
    // 250 Edition, 264 Publication: the date is that of the version, not the journal's, as $3 says.
    field('250', '  ', { a: `Version ${version.number}` }),
    field(
      '264',
      ' 1',
      { 3: `Version ${version.number} of this edition`, b: publisher.value, c: version.date },
      publisherThere && {
        script: scriptOf(publisherThere.language),
        subfields: {
          3: wordsOf(publisherThere.language).versionHere(
            sayDigits(version.number, wordsLanguage(publisherThere.language)),
          ),
          b: publisherThere.value,
          c: version.date,
        },
      },
    ),
    // 300 Extent; 336, 337, 338 RDA content, media, carrier.
    field('300', '  ', { a: '1 online resource' }),
    field('336', '  ', { a: 'text', b: 'txt', 2: 'rdacontent' }),
    field('337', '  ', { a: 'computer', b: 'c', 2: 'rdamedia' }),
    field('338', '  ', { a: 'online resource', b: 'cr', 2: 'rdacarrier' }),
  ];
}
