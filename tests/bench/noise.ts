/** Results that do not have the word: every word of the texts, asked for by itself. */
import type { Passage } from '../../src/search/passages.ts';
import { foldLetters } from '../../src/text/fold.ts';

export interface Noise {
  readonly words: number;
  readonly results: number;
  /** Results without the word, and how many of them stand above one that has it. */
  readonly without: number;
  readonly above: number;
  /** The words with such results, each with one of them. */
  readonly examples: readonly string[];
}

/** Endings by which two forms are of one word. The list is of this judge: it knows nothing of the endings of the search. */
const persian =
  /^(?:ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?|ی|ای|یی|ان|یان|گان|ات|اتی|تر(?:ین?)?|م|ت|ش|مان|تان|شان|اش|ام|اند|ند|د|یم|ید|ه|گی|انه|ن|ست|است)$/;
const english =
  /^(?:s|es|ed|d|ing|ly|al|ally|ity|e|er|ers|ist|ists|ism|ization|ation|ations|ive|ment|ments|n|ic|ical|y|ies|ied|ion|ions|ional|ive|ative|ence|ent|ial|ous|able|ible|ibility|ibilities|or|ors|ance|ant|ements?|ate|ates|ated|ating|ize|izes|ized|ful|ness|th|i|ial)$/;

const piecesOf = (text: string): string[] =>
  spelled(foldLetters(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '');

function areForms(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const isEnding = (ending: string) => ending === '' || persian.test(ending) || english.test(ending);
  // Endings may begin alike: «collection», «collective».
  for (let cut = same; cut >= Math.max(2, 0.5 * short.length); cut -= 1)
    if (isEnding(short.slice(cut)) && isEnding(long.slice(cut))) return true;
  return false;
}

/** Whether the letters of a word stand in a text as words of their own, apart or joined, or as initials with points: `U.S.` */
const isApart = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${[...word].join('(?:[\\s\\u200c-]*|\\.)')}ی?(?![\\p{L}\\p{N}])`, 'u').test(text);

/** Two spellings of one word, of which writers prefer one. */
const spelled = (text: string): string =>
  text
    .replaceAll('نیولیبرال', 'نولیبرال')
    .replaceAll('روبرو', 'روبهرو')
    .replace(/معنی(?!\p{L})/gu, 'معنا');

/**
 * @param passages what is searched
 * @param answer the passages that a search gives for a word, best first
 */
export async function noiseOf(
  passages: readonly Passage[],
  answer: (word: string) => Promise<readonly Passage[]>,
): Promise<Noise> {
  const own = new Map(
    passages.map((passage) => {
      // As it is written, and with its joiners closed.
      const text = `${passage.text} ${passage.also}`;
      return [
        passage,
        {
          text: spelled(foldLetters(text)),
          pieces: new Set([...piecesOf(text), ...piecesOf(text.replaceAll('\u200c', ''))]),
        },
      ];
    }),
  );
  const has = (passage: Passage, word: string) => {
    const { text = '', pieces = [] } = own.get(passage) ?? {};
    return [...pieces].some((piece) => areForms(piece, word)) || isApart(text, word);
  };
  const words = new Set(
    passages.flatMap(({ text }) =>
      text.split(/[^\p{L}\p{M}\p{N}\u200c\u200d-]+/u).filter((word) => /^\p{L}{2,}$/u.test(word)),
    ),
  );
  let results = 0;
  let without = 0;
  let above = 0;
  const examples: string[] = [];
  for (const word of words) {
    const fold = spelled(foldLetters(word));
    const found = await answer(word);
    const right = found.map((passage) => has(passage, fold));
    results += found.length;
    const wrong = right.filter((one) => !one).length;
    without += wrong;
    above += right.filter((one, index) => !one && right.lastIndexOf(true) > index).length;
    if (wrong > 0)
      examples.push(`${word} (${wrong} of ${found.length}): ${found[right.indexOf(false)]?.text.slice(0, 60)}`);
  }
  return { words: words.size, results, without, above, examples };
}
