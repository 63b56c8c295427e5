/** Marks what editors say in another language than that of the words around it: who reads aloud is told, and its direction holds. */
import { directionOf, type Texts, textIn } from '../text/languages.ts';

/**
 * The attributes of an element that says texts as `sayIn` does; none where it says them in the language around it.
 *
 * @param language of the words around it
 */
export function marksOf(texts: Texts, language: string): { lang?: string; dir?: 'rtl' | 'ltr' } {
  const said = textIn(texts, language);
  return said.language === language ? {} : { lang: said.language, dir: directionOf(said.language) };
}
