/** What is said of rights behind the name of the licence or of the statement, and the note on it. */
import type { Rights } from '../edition/model.ts';
import { sayDigits } from '../text/digits.ts';
import { formIn, type Language } from '../text/languages.ts';
import { strings } from './index.ts';

/** `© 2026 Ann Writer`: the year and the holder, as far as they are stated. */
export function copyrightLine({ holder, year }: Rights, language: Language): string | undefined {
  const said = [year && sayDigits(year, language), holder && formIn(holder, language)].filter(Boolean);
  return said.length === 0 ? undefined : `© ${said.join(' ')}`;
}

/** The other lines: holder and year, who may read it. The statement that stands beside a licence is a link, as each format has it. */
export function rightsLines(rights: Rights, language: Language): readonly string[] {
  const words = strings[language];
  return [
    copyrightLine(rights, language),
    rights.access && `${words.access}: ${words.accessKinds[rights.access]}`,
  ].filter((line) => line !== undefined);
}
