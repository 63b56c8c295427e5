/** The text that a reader gets out of a PDF, and how much of it is not what was put in. */
import { diffArrays, diffChars } from 'diff';
import * as mupdf from 'mupdf';

/** The text that MuPDF finds, page after page. */
export function textOf(file: Uint8Array): string {
  const document = mupdf.Document.openDocument(file, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, page) =>
    document.loadPage(page).toStructuredText('preserve-whitespace').asText(),
  ).join('\n');
}

/** The marks of direction and joining that are no part of a text's words. */
export const marks = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text without its spaces and marks. */
export const squash = (text: string): string =>
  text
    .normalize('NFC')
    .replace(marks, '')
    .replace(/[\s\u200c]/g, '');

/** Words with the punctuation behind them; where a line ends between two words, no space is needed. */
const words = (text: string) =>
  text
    .replace(marks, '')
    .split(/(?<=[\s،.:؛؟()«»])/)
    .map(squash)
    .filter(Boolean);

/** How many characters of the expected text are missing from the text, or stand at another place, in 1,000. */
export function wrongPerThousand(expected: string, text: string): number {
  const parts = diffArrays(words(expected), words(text));
  const wrong = parts.flatMap((part, index) => {
    if (!part.removed) return [];
    const instead = [parts[index - 1], parts[index + 1]].find((one) => one?.added)?.value ?? [];
    return diffChars(part.value.join(''), instead.join('')).filter((one) => one.removed);
  });
  return (wrong.reduce((sum, one) => sum + one.value.length, 0) / squash(expected).length) * 1000;
}
