import { abstractOf, abstractsOf, languagesOf } from '../../edition/describe.ts';
import type { VersionOf } from '../../edition/model.ts';

/** The abstracts of a version with their languages, that of the article first. */
export const abstractsIn = ({
  article,
  version,
}: VersionOf): readonly { readonly language: string; readonly text: string }[] =>
  languagesOf(article, abstractsOf(version)).flatMap((language) => {
    const text = abstractOf(version, language);
    return text === undefined ? [] : [{ language, text }];
  });
