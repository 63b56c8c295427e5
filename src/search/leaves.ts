/** What stands beside the index of an edition that is too large to be loaded whole. */
import type { Word } from '../text/fold.ts';
import { soundsOf } from './collection.ts';
import { consonantsOf } from './sound.ts';

/** The people and the years of an article. */
export interface ArticleFacts {
  readonly article: string;
  readonly people: readonly string[];
  readonly years: readonly number[];
}

/** Names of files, where capitals are no letters of their own. */
const names: Readonly<Record<string, string>> = { C: 'ch', S: 'sh' };

/** The shelves on which a form of a word lies, in either script: by the consonant that its sound begins with. */
export function shelvesOf(word: Pick<Word, 'fold' | 'parts'>): string[] {
  const sounds = soundsOf({ fold: word.fold, parts: [word.fold] });
  return [...new Set(sounds.map((sound) => shelfOf(consonantsOf(sound)[0] ?? '')))];
}

const shelfOf = (consonant: string): string => names[consonant] ?? (/^[a-z]$/.test(consonant) ? consonant : 'other');
