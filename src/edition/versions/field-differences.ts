/** What differs in records: the metadata of an article, the works that it cites. */
import type { CitedWork } from '../../bibliography/work.ts';
import { compareTexts, type DifferencePart } from './comparison.ts';

export interface FieldDifference {
  /** The path of the field: `titles.fa.value`, `creators.2.name.en.family`, places counted from 1. */
  readonly field: string;
  /** Deletions where only the older record has the field, insertions where only the newer has. */
  readonly parts: readonly DifferencePart[];
}

export interface WorkDifference {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldDifference[];
}

/** The texts in a record by their paths. */
function leavesOf(value: unknown, at: readonly string[] = []): (readonly [field: string, text: string])[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[at.join('.'), String(value)]];
  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item] as const)
    : Object.entries(value);
  return entries.flatMap(([name, inner]) => leavesOf(inner, [...at, name]));
}

/** The fields in which two records differ, in the order of the newer one, then those that only the older has. */
export function fieldsBetween(from: object, to: object): FieldDifference[] {
  const [before, after] = [new Map(leavesOf(from)), new Map(leavesOf(to))];
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((field) => before.get(field) !== after.get(field))
    .map((field) => ({ field, parts: compareTexts(before.get(field) ?? '', after.get(field) ?? '') }));
}

/** What a work says, without its place in a file. */
const recordOf = (work: CitedWork | undefined): object => ({
  ...work,
  key: undefined,
  file: undefined,
  line: undefined,
});

/** The works that were added, removed or changed, in the order of their keys. */
export function worksBetween(from: readonly CitedWork[], to: readonly CitedWork[]): WorkDifference[] {
  const [before, after] = [from, to].map((works) => new Map(works.map((work) => [work.key, work]))) as [
    Map<string, CitedWork>,
    Map<string, CitedWork>,
  ];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key): WorkDifference[] => {
    const fields = fieldsBetween(recordOf(before.get(key)), recordOf(after.get(key)));
    if (fields.length === 0) return [];
    const kind = before.has(key) ? (after.has(key) ? 'changed' : 'removed') : 'added';
    return [{ key, kind, fields }];
  });
}
