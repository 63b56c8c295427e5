/** What the formats that hold the whole text in XML share: the languages of names, source lines. */
import { exportPath, permanent } from '../edition/addresses.ts';
import type { Agent, Article, Creator, LineRange, Subject } from '../edition/model.ts';
import { formsOf, isLatinScript, latinForm, romanisedTag } from '../text/languages.ts';
import type { TextFile } from './format.ts';

/** The tag of a name of that language in Latin script: a romanised Persian name is Persian still (BCP 47, 2.2.3). */
export const romanised = romanisedTag;

/** An agent's name in each script in which it is known, the article's own first, each with its tag. */
export function namesOfAgent(article: Article, agent: Agent & Partial<Pick<Creator, 'romanised'>>) {
  const forms = formsOf(agent.name).map(({ language, value }) => ({
    tag: language === latinForm ? romanised(article.language) : language,
    name: value,
    /** How sure the form is: only the romanised one can be doubtful. */
    certainty: language === latinForm ? (agent.romanised?.certainty ?? 'certain') : 'certain',
  }));
  return isLatinScript(article.language) ? forms.toReversed() : forms;
}

/** The numbers of all lines in ranges. */
export const linesIn = (ranges: readonly LineRange[]): number[] =>
  ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** The attribute of a text in that language where it stands in one of another. */
export const langAttribute = (language: string, around: string) =>
  language === around || language === 'und' ? {} : { 'xml:lang': language };

/** The permanent address of a file of a version. */
export const addressOfFile = ({ edition, article, version }: Subject, { extension }: TextFile): string =>
  permanent(edition.site, exportPath(article.slug, version.number, extension));
