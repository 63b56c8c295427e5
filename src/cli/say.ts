import { type Fault, sayFault } from '../faults.ts';

/** Faults in the order of files and lines, with their number. */
export function listFaults(faults: readonly Fault[]): string {
  const sorted = [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return [...sorted.map(sayFault), '', `${faults.length} ${faults.length === 1 ? 'error' : 'errors'}`].join('\n');
}

/** Prints them on the error stream. */
export const sayFaults = (faults: readonly Fault[]): void => console.error(listFaults(faults));
