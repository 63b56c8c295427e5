/** What is said of rights behind the name of the licence or of the statement, and the note on it. */
import type { Rights } from '../edition/model.ts';
import { sayDigits } from '../text/digits.ts';
import { formIn, inOrder, textIn } from '../text/languages.ts';
import { wordsOf } from './index.ts';

/** `© 2026 Ann Writer`: the year and the holder, as far as they are stated. */
export function copyrightLine({ holder, year }: Rights, language: string): string | undefined {
  const said = [year && sayDigits(year, language), holder && formIn(holder, language)].filter(Boolean);
  return said.length === 0 ? undefined : `© ${said.join(' ')}`;
}

/** The name of the licence or of the statement, with the note on it, in a language in which one of them is said. */
export function sayRights({ name, note }: Rights, language: string): string | undefined {
  if (name[language] === undefined && note[language] === undefined) return undefined;
  return [textIn(name, language).value, note[language]].filter((part) => part !== undefined).join('. ');
}

/** The languages in which something is said of rights. */
export const rightsLanguages = ({ name, note }: Rights): readonly string[] =>
  inOrder(new Set([...Object.keys(name), ...Object.keys(note)]));

/** The other lines: holder and year, who may read it. The statement that stands beside a licence is a link, as each format has it. */
export function rightsLines(rights: Rights, language: string): readonly string[] {
  const words = wordsOf(language);
  return [
    copyrightLine(rights, language),
    rights.access && `${words.access}: ${words.accessKinds[rights.access]}`,
  ].filter((line) => line !== undefined);
}
