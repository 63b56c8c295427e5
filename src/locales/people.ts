/** What is said of the people of an article beside their names and places of work. */
import { fullName } from '../bibliography/work.ts';
import { affiliationsOf } from '../edition/affiliations.ts';
import type { Article, Creator } from '../edition/model.ts';
import { formIn } from '../text/languages.ts';
import { wordsOf } from './index.ts';

/** What an author did, a line each: that the share was equal, and the roles with their degrees. */
export function contributionLines({ equal, roles }: Creator, language: string): readonly string[] {
  const words = wordsOf(language);
  const said = (roles ?? []).map(({ role, degree }) =>
    degree === undefined ? words.creditRoles[role] : `${words.creditRoles[role]} (${words.creditDegrees[degree]})`,
  );
  return [
    ...(equal ? [words.equalContribution] : []),
    ...(said.length > 0 ? [`${words.contribution}: ${said.join(`${words.comma} `)}`] : []),
  ];
}

/** Who took part beside the authors, a line each: the part, the name, the places of work. */
export const contributorLines = ({ contributors = [] }: Article, language: string): readonly string[] =>
  contributors.map((agent) => {
    const { comma, contributorKinds } = wordsOf(language);
    const said = [fullName(formIn(agent.name, language)), ...affiliationsOf(agent, language)];
    return `${contributorKinds[agent.role]}: ${said.join(`${comma} `)}`;
  });
