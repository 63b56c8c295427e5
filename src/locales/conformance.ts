/** How a criterion was tested: by axe-core, by a test of our own in a browser, by looking at pictures of pages, by reading the markup. */
export type Trial = 'axe' | 'test' | 'eye' | 'markup';

/** What the test showed. `absent`: pages have nothing that the criterion speaks of. */
export type Outcome = 'met' | 'partly' | 'absent';

/** One success criterion of WCAG 2.2; its name and remarks are words (`words.ts`). */
interface Row {
  readonly id: string;
  readonly level: 'A' | 'AA';
  readonly trials: readonly Trial[];
  readonly outcome: Outcome;
}

/** Every success criterion of levels A and AA of WCAG 2.2 (https://www.w3.org/TR/WCAG22/); 4.1.1 is no longer one. */
export const criteria = [
  { id: '1.1.1', level: 'A', trials: ['axe', 'markup'], outcome: 'met' },
  { id: '1.2.1', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '1.2.2', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '1.2.3', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '1.2.4', level: 'AA', trials: ['markup'], outcome: 'absent' },
  { id: '1.2.5', level: 'AA', trials: ['markup'], outcome: 'absent' },
  { id: '1.3.1', level: 'A', trials: ['axe', 'markup'], outcome: 'met' },
  { id: '1.3.2', level: 'A', trials: ['test', 'markup'], outcome: 'met' },
  { id: '1.3.3', level: 'A', trials: ['markup'], outcome: 'met' },
  { id: '1.3.4', level: 'AA', trials: ['test'], outcome: 'met' },
  { id: '1.3.5', level: 'AA', trials: ['markup'], outcome: 'absent' },
  { id: '1.4.1', level: 'A', trials: ['axe', 'eye'], outcome: 'partly' },
  { id: '1.4.2', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '1.4.3', level: 'AA', trials: ['axe'], outcome: 'met' },
  { id: '1.4.4', level: 'AA', trials: ['test'], outcome: 'met' },
  { id: '1.4.5', level: 'AA', trials: ['markup'], outcome: 'met' },
  { id: '1.4.10', level: 'AA', trials: ['test'], outcome: 'met' },
  { id: '1.4.11', level: 'AA', trials: ['eye'], outcome: 'partly' },
  { id: '1.4.12', level: 'AA', trials: ['test'], outcome: 'met' },
  { id: '1.4.13', level: 'AA', trials: ['test'], outcome: 'met' },
  { id: '2.1.1', level: 'A', trials: ['test'], outcome: 'partly' },
  { id: '2.1.2', level: 'A', trials: ['test'], outcome: 'met' },
  { id: '2.1.4', level: 'A', trials: ['test'], outcome: 'met' },
  { id: '2.2.1', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '2.2.2', level: 'A', trials: ['test'], outcome: 'absent' },
  { id: '2.3.1', level: 'A', trials: ['test'], outcome: 'absent' },
  { id: '2.4.1', level: 'A', trials: ['axe', 'test'], outcome: 'met' },
  { id: '2.4.2', level: 'A', trials: ['axe'], outcome: 'met' },
  { id: '2.4.3', level: 'A', trials: ['test'], outcome: 'met' },
  { id: '2.4.4', level: 'A', trials: ['axe', 'markup'], outcome: 'met' },
  { id: '2.4.5', level: 'AA', trials: ['markup'], outcome: 'met' },
  { id: '2.4.6', level: 'AA', trials: ['axe', 'markup'], outcome: 'met' },
  { id: '2.4.7', level: 'AA', trials: ['test', 'eye'], outcome: 'met' },
  { id: '2.4.11', level: 'AA', trials: ['test'], outcome: 'met' },
  { id: '2.5.1', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '2.5.2', level: 'A', trials: ['markup'], outcome: 'met' },
  { id: '2.5.3', level: 'A', trials: ['axe', 'test', 'markup'], outcome: 'met' },
  { id: '2.5.4', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '2.5.7', level: 'AA', trials: ['markup'], outcome: 'absent' },
  { id: '2.5.8', level: 'AA', trials: ['axe'], outcome: 'met' },
  { id: '3.1.1', level: 'A', trials: ['axe'], outcome: 'met' },
  { id: '3.1.2', level: 'AA', trials: ['test', 'markup'], outcome: 'met' },
  { id: '3.2.1', level: 'A', trials: ['test'], outcome: 'met' },
  { id: '3.2.2', level: 'A', trials: ['test'], outcome: 'met' },
  { id: '3.2.3', level: 'AA', trials: ['markup'], outcome: 'met' },
  { id: '3.2.4', level: 'AA', trials: ['markup'], outcome: 'met' },
  { id: '3.2.6', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '3.3.1', level: 'A', trials: ['test'], outcome: 'met' },
  { id: '3.3.2', level: 'A', trials: ['axe'], outcome: 'met' },
  { id: '3.3.3', level: 'AA', trials: ['test'], outcome: 'met' },
  { id: '3.3.4', level: 'AA', trials: ['markup'], outcome: 'absent' },
  { id: '3.3.7', level: 'A', trials: ['markup'], outcome: 'absent' },
  { id: '3.3.8', level: 'AA', trials: ['markup'], outcome: 'absent' },
  { id: '4.1.2', level: 'A', trials: ['axe', 'test'], outcome: 'met' },
  { id: '4.1.3', level: 'AA', trials: ['test', 'markup'], outcome: 'met' },
] as const satisfies readonly Row[];

export type CriterionId = (typeof criteria)[number]['id'];
