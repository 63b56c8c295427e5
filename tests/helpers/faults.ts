import { checkFidelity } from '../../src/edition/fidelity/fidelity.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { ContentFaults, type Fault } from '../../src/faults.ts';
import { makeEdition } from './edition.ts';

/** What `check` finds in the small sound edition with some of its files changed. */
export async function faultsOf(changes: Readonly<Record<string, string | null>>): Promise<readonly Fault[]> {
  const root = await makeEdition(changes);
  return loadEdition(root).then(checkFidelity, (error: unknown) => {
    if (error instanceof ContentFaults) return error.faults;
    throw error;
  });
}

/** The same, each fault as one line: what is wrong. */
export const saidOf = async (changes: Readonly<Record<string, string | null>>): Promise<readonly string[]> =>
  (await faultsOf(changes)).map(({ what }) => what);
