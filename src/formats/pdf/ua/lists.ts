/** What PDF/UA-1 asks of lists (ISO 14289-1, 7.2 and 7.6). */
import type { Condition } from './condition.ts';
import { captionFirst, holdsOnly, standsIn } from './structure.ts';

export const listConditions: readonly Condition[] = [
  standsIn('7.2-17', 'LI', 'L'),
  standsIn('7.2-18', 'LBody', 'LI'),
  holdsOnly('7.2-19', 'L', 'L', 'LI', 'Caption'),
  holdsOnly('7.2-20', 'LI', 'Lbl', 'LBody'),
  captionFirst('7.2-40', 'L'),
];
