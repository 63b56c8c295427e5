/**
 * An article with every construct that a text can have, in English and in Persian: the files of `tests/fixtures/constructs`, each
 * with the constructs of one topic, one after the other. Names of notes and figures are those of one article.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { latestVersion, type Subject } from '../../src/edition/model.ts';
import { readVersionText } from '../../src/edition/reading/text.ts';
import { editionWithFigures, figureTexts } from './figures.ts';
import { harbour, harbourArticle } from './harbour.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/constructs');

/**
 * The text of the article.
 *
 * @param only the topics that are wanted, if not all
 */
export async function everyConstruct(language: 'en' | 'fa', ...only: readonly string[]): Promise<string> {
  const end = `.${language}.mdx`;
  const names = (await readdir(folder)).filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length));
  const others = names.filter((name) => name !== 'opening' && name !== 'closing').sort();
  const files = ['opening', ...others, 'closing']
    .filter((name) => only.length === 0 || only.includes(name))
    .map((name) => `${name}${end}`);
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.join('\n');
}

/** A draft of an article of the harbour with that text; faults are errors. */
export async function draftOf(text: string, language: 'en' | 'fa'): Promise<Subject> {
  const article = await harbourArticle(language === 'en' ? 'harbour-lights' : 'sea-routes');
  const { text: read, faults } = readVersionText(text, 'text.mdx', language);
  if (faults.length > 0) throw new Error(faults.map(({ line, what }) => `${line}: ${what}`).join('\n'));
  const version = { ...latestVersion(article), ...read };
  return { edition: await harbour(), version, article: { ...article, versions: [version] } };
}

/** An edition of the article in both languages, figures and files included; who asks for it removes it. */
export async function editionOfConstructs(): Promise<string> {
  const textIn = async (language: 'en' | 'fa') => {
    const [opening, closing] = [await everyConstruct(language, 'opening'), await everyConstruct(language, 'closing')];
    const topics = await everyConstruct(language, 'blocks', 'formulas', 'inline', 'kinds', 'tables');
    return [opening, topics, figureTexts[language], closing].join('\n');
  };
  return editionWithFigures({ en: await textIn('en'), fa: await textIn('fa') });
}
