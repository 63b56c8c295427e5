/** The people of a work: names, and who else took part in it beside its authors and editors. */

/** A person's name, its parts apart; the suffix is what stands behind it: `Jr.`, `III`. */
export interface PersonName {
  readonly family: string;
  readonly given?: string | undefined;
  readonly suffix?: string | undefined;
}

/** The name of a body, which has no parts. */
export interface BodyName {
  readonly literal: string;
}

export type Name = PersonName | BodyName;

/** Whether a name is a body's. */
export const isBody = (name: Name): name is BodyName => 'literal' in name;

/** Names in their order, and whether «and others» follow. */
export interface Names {
  readonly list: readonly Name[];
  readonly others: boolean;
}

/** The parts that people take; each is a field of an entry by its name (most are BibLaTeX's, manual, section 2.2.2). */
export const contributorRoles = [
  'translator',
  'compiler',
  'redactor',
  'collaborator',
  'organizer',
  'annotator',
  'commentator',
  'introduction',
  'foreword',
  'afterword',
  'bookauthor',
  'serieseditor',
  'director',
  'interviewer',
  'holder',
] as const;
export type ContributorRole = (typeof contributorRoles)[number];

export type Contributors = Readonly<Partial<Record<ContributorRole, Names>>>;

/** What each is, in the words of a file that has no field for it. */
export const roleLabels: Readonly<Record<ContributorRole, string>> = {
  translator: 'Translator',
  compiler: 'Compiler',
  redactor: 'Critical editor',
  collaborator: 'Collaborator',
  organizer: 'Organizer',
  annotator: 'Annotator',
  commentator: 'Commentator',
  introduction: 'Introduction by',
  foreword: 'Foreword by',
  afterword: 'Afterword by',
  bookauthor: 'Author of the book',
  serieseditor: 'Series editor',
  director: 'Director',
  interviewer: 'Interviewer',
  holder: 'Holder',
};

/** The contributors of a work in the order of their roles. */
export const contributorsOf = (work: {
  readonly contributors?: Contributors | undefined;
}): readonly (readonly [ContributorRole, Names])[] =>
  contributorRoles.flatMap((role) => {
    const names = work.contributors?.[role];
    return names ? [[role, names] as const] : [];
  });
