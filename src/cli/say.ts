import { type Fault, sayFault } from '../edition/faults.ts';

/** Prints faults on the error stream, in the order of files and lines, with their number. */
export function sayFaults(faults: readonly Fault[]): void {
  const sorted = [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  for (const fault of sorted) console.error(sayFault(fault));
  console.error(`\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
}
