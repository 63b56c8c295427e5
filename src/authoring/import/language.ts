/** The languages of manuscripts: those whose titles, abstracts and keywords the import tells apart by their letters and headings. */
export const manuscriptLanguages = ['fa', 'en'] as const;

export type ManuscriptLanguage = (typeof manuscriptLanguages)[number];

/** Whether a tag is that of such a language. */
export const isManuscriptLanguage = (tag: string): tag is ManuscriptLanguage =>
  manuscriptLanguages.some((language) => language === tag);
