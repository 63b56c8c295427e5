import type { Fault } from '../../faults.ts';
import type { Journal } from '../model.ts';
import type { LineOf } from './yaml.ts';

/** ISO 3297: the last digit weighs the seven before it by 8 to 2, modulo 11. */
function holds(issn: string): boolean {
  const digits = issn.replace('-', '');
  const total = [...digits.slice(0, 7)].reduce((sum, digit, index) => sum + Number(digit) * (8 - index), 0);
  const result = (11 - (total % 11)) % 11;
  return digits.at(-1) === (result === 10 ? 'X' : String(result));
}

/** The ISSNs of a journal that nobody can have been given. What was released with one stays as it is, so no schema asks this. */
export function faultsOfIssns(journal: Journal | undefined, file: string, lineOf: LineOf): Fault[] {
  return Object.entries(journal?.issn ?? {}).flatMap(([kind, issn]) =>
    issn === undefined || holds(issn)
      ? []
      : [
          {
            file,
            line: lineOf(kind === 'any' ? ['journal', 'issn'] : ['journal', 'issn', kind]),
            what: `journal.issn${kind === 'any' ? '' : `.${kind}`}: has a wrong check digit`,
            fix: 'compare it with the journal, or with https://portal.issn.org/; remove it if it is not known',
          },
        ],
  );
}
