/**
 * Whether a finished PDF is PDF/UA-1 (ISO 14289-1), as far as a machine can tell from the file. The conditions are those that veraPDF
 * counts in its profile of the standard, in words of our own; a test holds them to it, and lists those that are not decided here.
 */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { annotationConditions } from './annotations.ts';
import type { Condition } from './condition.ts';
import { contentConditions } from './content.ts';
import { documentConditions } from './document.ts';
import { fileOf } from './file.ts';
import { fontConditions } from './fonts.ts';
import { listConditions } from './lists.ts';
import { structureConditions } from './structure.ts';
import { tableConditions } from './tables.ts';

/** A condition that a file fails. */
export interface Failure extends Pick<Condition, 'id' | 'asks' | 'fix'> {
  /** The first places in the file that fail it, as a person finds them. */
  readonly where: readonly string[];
  /** How many fail it. */
  readonly count: number;
}

/** Every condition that is decided. */
export const conditions: readonly Condition[] = [
  ...documentConditions,
  ...structureConditions,
  ...tableConditions,
  ...listConditions,
  ...annotationConditions,
  ...contentConditions,
  ...fontConditions,
];

/** So many places are named: who reads a message goes to the first of them. */
const named = 3;

/**
 * What of PDF/UA-1 a document fails.
 *
 * @param document as it will be saved
 * @returns nothing of one that may say it is PDF/UA-1
 */
export function uaFailures(document: PDFDocument): Failure[] {
  const file = fileOf(document);
  return conditions.flatMap(({ failures, ...condition }) => {
    const found = failures(file);
    return found.length === 0 ? [] : [{ ...condition, where: found.slice(0, named), count: found.length }];
  });
}
