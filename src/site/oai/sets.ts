import { placementOf, type Subject } from '../../edition/model.ts';
import { strings } from '../../locales/index.ts';

/** A set of records (OAI-PMH 2.0, section 2.6): `issue:12-3`, `type:editorial`. */
export interface RecordSet {
  readonly spec: string;
  readonly name: string;
}

/** What may stand in the name of a set between its colons: the unreserved characters of an address. */
const isSpec = (text: string): boolean => /^[\w.!~*'()-]+$/.test(text);

/**
 * The sets of a version, called in English: that of the issue in which the journal published the article, and that of what the
 * article is. A volume or an issue whose number is not in ASCII makes no set: it cannot be said in the name of one.
 *
 * @param hasIssues whether numbers name an issue, as where the edition is of one journal
 */
export function setsOf({ version: { metadata } }: Subject, hasIssues: boolean): readonly RecordSet[] {
  const words = strings.en;
  const { type } = metadata;
  const { volume, issue } = placementOf(metadata);
  const numbers = [volume?.value, issue?.value].filter((number) => number !== undefined);
  const spec = numbers.join('-');
  const name = [
    ...(volume ? [words.volumeNumber(volume.value)] : []),
    ...(issue ? [words.issueNumber(issue.value)] : []),
  ].join(', ');
  return [
    ...(hasIssues && numbers.length > 0 && isSpec(spec) ? [{ spec: `issue:${spec}`, name }] : []),
    ...(type ? [{ spec: `type:${type}`, name: words.articleTypes[type] }] : []),
  ];
}
