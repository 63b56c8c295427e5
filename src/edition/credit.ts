/** What an author did, in the words of the Contributor Role Taxonomy (CRediT, ANSI/NISO Z39.104-2022, https://credit.niso.org/). */

export const creditRoles = [
  'conceptualization',
  'data-curation',
  'formal-analysis',
  'funding-acquisition',
  'investigation',
  'methodology',
  'project-administration',
  'resources',
  'software',
  'supervision',
  'validation',
  'visualization',
  'writing-original-draft',
  'writing-review-editing',
] as const;
export type CreditRole = (typeof creditRoles)[number];

/** How much of it was somebody's, where several did it (the same standard, section 3). */
export const creditDegrees = ['lead', 'equal', 'supporting'] as const;
export type CreditDegree = (typeof creditDegrees)[number];

/** A role that an author had. */
export interface Credit {
  readonly role: CreditRole;
  readonly degree?: CreditDegree | undefined;
}

/** The address of the taxonomy. */
export const creditScheme = 'https://credit.niso.org/';

/** The address of a role. */
export const creditUri = (role: CreditRole): string => `${creditScheme}contributor-roles/${role}/`;

/** The English names, letter by letter. */
export const creditTerms: Readonly<Record<CreditRole, string>> = {
  conceptualization: 'Conceptualization',
  'data-curation': 'Data curation',
  'formal-analysis': 'Formal analysis',
  'funding-acquisition': 'Funding acquisition',
  investigation: 'Investigation',
  methodology: 'Methodology',
  'project-administration': 'Project administration',
  resources: 'Resources',
  software: 'Software',
  supervision: 'Supervision',
  validation: 'Validation',
  visualization: 'Visualization',
  'writing-original-draft': 'Writing – original draft',
  'writing-review-editing': 'Writing – review & editing',
};
