/** An article without its text: what the pages and files of the whole edition say of it. */
import { formatList } from '../bibliography/references.ts';
import type { CitedWork } from '../bibliography/work.ts';
import { type Mention, mentionsOf } from '../edition/mentions.ts';
import { type Article, latestVersion } from '../edition/model.ts';
import { readingMinutes } from '../edition/reading-time.ts';

/** Plain data, which stays the same when it is written as JSON and read again. */
export interface Outline {
  /** The article with its abstracts and the works of its latest version; without body, notes, apparatus and source lines. */
  readonly article: Article;
  /** Every work of every version, once: where a key is taken. */
  readonly keys: readonly Pick<CitedWork, 'key' | 'file' | 'line'>[];
  /** Each work of the latest version as a list has it, HTML by key. */
  readonly references: Readonly<Record<string, string>>;
  /** Where the latest version cites it, by key. */
  readonly mentions: Readonly<Record<string, readonly Mention[]>>;
  /** How many minutes the latest version takes to read. */
  readonly minutes: number;
}

export function outlineOf(article: Article): Outline {
  const keys = new Map(
    article.versions.flatMap(({ works }) => works.map(({ key, file, line }) => [key, { key, file, line }] as const)),
  );
  return {
    article: {
      ...article,
      source: article.source && { ...article.source, lines: [] },
      versions: article.versions.map((version) => ({
        ...version,
        ...{
          body: [],
          notes: [],
          readings: [],
          remarks: [],
          citations: [],
          decodings: [],
          accounted: [],
          files: [],
          open: [],
          doubts: [],
          works: [],
        },
      })),
    },
    keys: [...keys.values()],
    references: Object.fromEntries(formatList(article.works, 'html', article.language)),
    mentions: Object.fromEntries(mentionsOf(latestVersion(article))),
    minutes: readingMinutes(latestVersion(article)),
  };
}
