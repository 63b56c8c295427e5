/** 490 and 76X to 78X: in what it stands, and what it is to other works. */
import { sayYear } from '../../edition/describe.ts';
import { type Article, hostOf, issnOf, placementOf, type Subject, type Version } from '../../edition/model.ts';
import { noticeTermsOf, placeOf } from '../../edition/notices.ts';
import { addressOfRelation, relationTerms } from '../../edition/relations.ts';
import { successionOf } from '../../edition/versions/succession.ts';
import { sayIn } from '../../text/languages.ts';
import { addressOf } from './addresses.ts';
import { type Field, field, originalOf } from './field.ts';
import { titleOf } from './titles.ts';

/** 773 $g: where the article stands in its journal, as far as known. */
function partOf(article: Article): string | undefined {
  const { volume, issue, year, pages: range, articleNumber, specialIssue } = placementOf(article);
  const numbers = [
    volume && `vol. ${volume.value}`,
    issue && `no. ${issue.value}`,
    specialIssue?.value,
    articleNumber && `article ${articleNumber.value}`,
  ]
    .filter(Boolean)
    .join(', ');
  const first = [numbers, year && `(${sayYear(year.value)})`].filter(Boolean).join(' ');
  return [first, range && `p. ${range.value.first}-${range.value.last}`].filter(Boolean).join(', ') || undefined;
}

/** The journal or the book, other versions, the version of record, the series, related works. */
export function linkingFields(subject: Subject): readonly Field[] {
  const { article, version } = subject;
  const { journal, record } = article;
  const holder = hostOf(article);
  const title = titleOf(article);
  const { older, latest } = successionOf(subject);
  // The journal is the host of the version of record, and of this edition only where that is the publication.
  const host = record ? 'Version of record in:' : 'In:';
  const otherEdition = (relation: string, { number }: Version) =>
    field('775', '08', { i: relation, t: title, b: `Version ${number}`, o: addressOf(subject, number) });
  return [
    // 773 Host item: the journal or the book, which holds the version of record, or this one. Its names in both scripts are its own.
    ...(holder
      ? [
          field(
            '773',
            '08',
            {
              i: host,
              t: holder.name.en,
              p: journal?.abbreviation,
              d: holder.publisher.en,
              g: partOf(article),
              x: journal && issnOf(journal),
              z: article.book?.isbn,
              o: journal?.homepage,
            },
            originalOf(holder.name, article.language, (form, one) => ({
              i: host,
              t: form,
              d: holder.publisher[one],
              g: partOf(article),
            })),
          ),
        ]
      : []),
    // 775 Other edition: the version before, and the latest.
    ...(older ? [otherEdition('Previous version:', older)] : []),
    ...(latest ? [otherEdition('Newer version:', latest)] : []),
    // 787 Other relationship: the version of record itself, from which the edition is made.
    ...(record
      ? [
          field('787', '08', {
            i: 'Edition of the version of record:',
            t: title,
            d: record.year && sayYear(record.year.value),
            g: partOf(article),
            o: record.doi ? `https://doi.org/${record.doi.value}` : record.url,
          }),
        ]
      : []),
    // 490 Series, 765 original of a translation, 770 supplement, 787 other: what it is to other works.
    ...(article.relations ?? []).map((one) => {
      const { marc: tag, label } = relationTerms[one.kind];
      const named = one.title?.en ?? one.title?.fa;
      if (tag === '490') return field('490', '0 ', { a: named ?? addressOfRelation(one) });
      return field(tag, '08', { i: `${label}:`, t: named, o: addressOfRelation(one) });
    }),
    // 787 too: where it was retracted, corrected or called in doubt.
    ...version.notices.flatMap((notice) => {
      const { jats: isArticle, label } = noticeTermsOf(notice);
      const place = placeOf(notice);
      return isArticle && place
        ? [field('787', '08', { i: `${label}:`, t: sayIn(notice.reason, 'en'), d: notice.date, o: place })]
        : [];
    }),
  ];
}
