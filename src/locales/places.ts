import { labelOf } from '../edition/labels.ts';
import { type Part, plainText, titledBlocks } from '../edition/model.ts';
import { unhandled } from '../exhaustive.ts';
import { sayNumber } from '../text/digits.ts';
import { wordsOf } from './index.ts';

/** The kinds of blocks that are named by their number, and that the text does not call so, by what their ids begin with. */
const numbered = {
  list: 'list',
  def: 'definitions',
} as const;

/** What a block is called in words, where something links to it; what stands in an element, by that. */
export function sayPlace(block: string, language: string): string {
  const words = wordsOf(language);
  const [, start = '', digits = ''] = /^([a-z]+)(\d*)/.exec(block) ?? [];
  const number = Number(digits);
  switch (start) {
    case 'p':
      return words.shortParagraph(sayNumber(number, language));
    // The source of a quotation, whose id is that of the paragraph before.
    case 'q':
      return words.shortParagraph(sayNumber(number, language));
    case 'fig':
    case 'table':
    case 'eq':
    case 'box':
    case 'verse':
    case 'code':
    case 'appendix':
      return labelOf(`${start}${digits}`, language) ?? words.abstract;
    case 'formula':
      return words.formula;
    case 'fn':
      return words.note(sayNumber(number, language));
    case 's':
      return `${words.section} ${block
        .slice(1)
        .split('-')
        .map((part) => sayNumber(Number(part), language))
        .join('.')}`;
    case 'epigraph':
    case 'dedication':
    case 'acknowledgements':
    case 'glossary':
      return words[start];
    case 'abstract':
      return block.includes('extended') ? words.extendedAbstract : words.abstract;
    default:
      return start in numbered ? words[numbered[start as keyof typeof numbered]](number) : words.abstract;
  }
}

/** What is printed above a part beside its title, or for want of one: «کادر ۱», “Acknowledgements”; nothing above an epigraph. */
export function sayPart({ kind, number = 0 }: Part, language: string): string | undefined {
  const words = wordsOf(language);
  switch (kind) {
    case 'box':
    case 'appendix':
      return labelOf(`${kind}${number}`, language);
    case 'acknowledgements':
    case 'glossary':
      return words[kind];
    case 'epigraph':
    case 'dedication':
      return undefined;
    default:
      return unhandled(kind);
  }
}

/** All that is printed above a part, as one text. */
export function sayPartHeading(part: Part, language: string): string | undefined {
  const { title } = titledBlocks(part);
  const [label, said] = [sayPart(part, language), title && plainText(title.children)];
  return isNumbered(part) ? [label, said].filter(Boolean).join('. ') : (said ?? label);
}

/** Whether the title of a part stands behind what `sayPart` says, and not for it. */
export const isNumbered = ({ number }: Part): boolean => number !== undefined;
