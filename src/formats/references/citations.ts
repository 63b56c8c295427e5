/**
 * The files by which the article itself is cited: this edition's version, `SLUG.EXT`, and the version of record,
 * `SLUG.record.EXT`. Most formats have one place for a name and a title; where an article in another script has them in Latin script too, a
 * second file of each, `SLUG.en.EXT`, has these, and links on English pages lead to it.
 */
import type { Work } from '../../bibliography/work.ts';
import { describeRecord, describeVersion, inLatinScript } from '../../edition/describe.ts';
import { type Article, asReleased, type Subject } from '../../edition/model.ts';
import { isLatinScript } from '../../text/languages.ts';
import type { WorksFormat } from './works-format.ts';

/** What is cited: the version that is read here, or what the journal published. */
export type Cited = 'version' | 'record';

const hasTwin = ({ language }: Article): boolean => !isLatinScript(language);

/**
 * The ending of the file by which an article is cited, `record.en.bib`.
 *
 * @param language that of the page that leads to it
 */
export const citationExtension = (article: Article, cited: Cited, language: string, format: WorksFormat): string =>
  [cited === 'record' ? 'record' : '', hasTwin(article) && language === 'en' ? 'en' : '', format.extension]
    .filter(Boolean)
    .join('.');

/**
 * The files of a version beside its exports: those of the version of record, and the twins in Latin script.
 *
 * @param formats those that each is written in
 */
export function citationFiles(
  given: Subject,
  formats: readonly WorksFormat[],
): readonly { readonly extension: string; readonly content: string; readonly format: WorksFormat }[] {
  const subject = asReleased(given);
  const { article } = subject;
  const described: readonly (readonly [Cited, string, Work | undefined])[] = [
    ['record', article.language, describeRecord(article)],
    ...(hasTwin(article)
      ? ([
          ['version', 'en', inLatinScript(subject, describeVersion(subject))],
          ['record', 'en', describeRecord(article) && inLatinScript(subject, describeRecord(article) as Work)],
        ] as const)
      : []),
  ];
  return described.flatMap(([cited, language, work]) =>
    work === undefined
      ? []
      : formats.map((format) => ({
          format,
          extension: citationExtension(article, cited, language, format),
          content: format.writeWorks([work]),
        })),
  );
}
