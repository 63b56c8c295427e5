/** Facts of a draft that nobody has written yet: an ellipsis stands where they will be. */
import type { Fault } from '../../faults.ts';
import { type LineOf, sayPath } from './yaml.ts';

/** What stands for a fact that must be there and is not known. */
export const unwritten = '…';

/**
 * The facts that wait to be written, each an open point.
 *
 * @param value what was read of the file
 */
export function unwrittenIn(value: unknown, file: string, lineOf: LineOf, at: readonly PropertyKey[] = []): Fault[] {
  if (value === unwritten) {
    return [
      {
        file,
        line: lineOf(at),
        what: `${sayPath(at.filter((key) => key !== 'value'))} is not written yet`,
        fix: `write it in place of ${unwritten}, or take the field out where it is not known and may be lacking`,
      },
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    unwrittenIn(one, file, lineOf, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}
