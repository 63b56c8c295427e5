import { placementOf, type Subject } from '../../edition/model.ts';
import { strings } from '../../locales/index.ts';
import type { Language } from '../../text/languages.ts';

/** A set of records (OAI-PMH 2.0, section 2.6): `issue:12-3`, `type:editorial`. */
export interface RecordSet {
  readonly spec: string;
  readonly name: string;
}

/** What may stand in the name of a set between its colons: the unreserved characters of an address. */
const isSpec = (text: string): boolean => /^[\w.!~*'()-]+$/.test(text);

/**
 * The sets of a version: that of the issue in which the journal has the article, and that of what the article is. A volume
 * or an issue whose number is not in ASCII makes no set: it cannot be said in the name of one.
 *
 * @param language that in which the sets are called
 */
export function setsOf({ version: { metadata } }: Subject, language: Language): readonly RecordSet[] {
  const words = strings[language];
  const { type } = metadata;
  const { volume, issue } = placementOf(metadata);
  const numbers = [volume?.value, issue?.value].filter((number) => number !== undefined);
  const spec = numbers.join('-');
  const name = [
    ...(volume ? [`${words.volume} ${volume.value}`] : []),
    ...(issue ? [`${words.issue} ${issue.value}`] : []),
  ].join(language === 'fa' ? '، ' : ', ');
  return [
    ...(numbers.length > 0 && isSpec(spec) ? [{ spec: `issue:${spec}`, name }] : []),
    ...(type ? [{ spec: `type:${type}`, name: words.articleTypes[type] }] : []),
  ];
}
