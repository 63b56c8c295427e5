/** The numbers that a damaged number can be: none is left out by hand. */
import type { Reading } from '../model.ts';
import type { Confusions } from './confusions.ts';

/** A number of more digits would have more readings than anybody reads. */
const mostDigits = 6;

/**
 * The readings of a damaged number, by the table of its source, within the bound that is stated of it.
 *
 * @returns in Persian digits, ascending; nothing where the reading is of no number, or its number is sound
 */
export function candidatesOf(
  { source, within }: Pick<Reading, 'source' | 'within'>,
  { digits }: Confusions,
): string[] | undefined {
  const possible = [...source].map((digit) => digits.get(digit));
  if (possible.length > mostDigits || possible.every((one) => one?.length === 1)) return undefined;
  let numbers = [''];
  for (const some of possible) {
    if (some === undefined) return undefined;
    numbers = numbers.flatMap((number) => [...some].map((digit) => number + digit));
  }
  const countOf = (number: string) =>
    Number([...number].map((digit) => (digit.codePointAt(0) as number) - 0x06f0).join(''));
  return numbers
    .filter(
      (number) =>
        !number.startsWith('۰') && (!within || (within.least <= countOf(number) && countOf(number) <= within.most)),
    )
    .sort((a, b) => countOf(a) - countOf(b));
}
