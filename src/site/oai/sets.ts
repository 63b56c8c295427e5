import { type Edition, placementOf, type VersionOf } from '../../edition/model.ts';
import { describedIssues, isOfOneJournal } from '../../edition/shelves.ts';
import { strings } from '../../locales/index.ts';
import { sayIssue } from '../../locales/shelves.ts';

/** A set of records (OAI-PMH 2.0, section 2.6): `issue:12-3`, `type:editorial`. */
export interface RecordSet {
  readonly spec: string;
  readonly name: string;
}

/** What may stand in the name of a set between its colons: the unreserved characters of an address. */
const isSpec = (text: string): boolean => /^[\w.!~*'()-]+$/.test(text);

/**
 * Tells the sets of each version of an edition, called in English: that of its issue, and that of what the article is. An issue is
 * that which lists the article (`content/issues/`), with every version; else, where the edition is of one journal, that which the
 * version states. As on the shelves, an issue that is described has the articles that it lists, and no others. A volume or an issue
 * whose number is not in ASCII makes no set: it cannot be said in the name of one.
 */
export function setsIn(edition: Edition): (one: VersionOf) => readonly RecordSet[] {
  const words = strings.en;
  const described = describedIssues(edition).map((issue) => ({
    set: { spec: `issue:${issue.id}`, name: sayIssue(issue, 'en') },
    articles: issue.articles,
  }));
  const listed = new Map(described.flatMap(({ set, articles }) => articles.map(({ slug }) => [slug, set] as const)));
  const taken = new Set(described.map(({ set }) => set.spec));
  const isOne = isOfOneJournal(edition);
  const stated = ({ version: { metadata } }: VersionOf): RecordSet | undefined => {
    const { volume, issue } = placementOf(metadata);
    const numbers = [volume?.value, issue?.value].filter((number) => number !== undefined).join('-');
    const name = [
      ...(volume ? [words.volumeNumber(volume.value)] : []),
      ...(issue ? [words.issueNumber(issue.value)] : []),
    ].join(', ');
    const spec = `issue:${numbers}`;
    return isOne && isSpec(numbers) && !taken.has(spec) ? { spec, name } : undefined;
  };
  return (one) => {
    const { type } = one.version.metadata;
    const issue = listed.get(one.article.slug) ?? stated(one);
    return [...(issue ? [issue] : []), ...(type ? [{ spec: `type:${type}`, name: words.articleTypes[type] }] : [])];
  };
}
