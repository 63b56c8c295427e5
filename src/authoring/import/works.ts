/** The works that a manuscript cites, from its list of references, under the keys of this list where these can stay. */
import type { BibEntry } from '../../bibliography/bibtex-reader.ts';
import { entryOf } from '../../bibliography/import/entry.ts';
import { isKey } from '../../bibliography/keys.ts';
import { readBibliography, writeCanonical } from '../../bibliography/load.ts';
import type { CitedWork } from '../../bibliography/work.ts';
import { damaged, isNamed, readReferences } from '../bibliography.ts';

/** What became of a list of references. */
export interface ManuscriptWorks {
  /** By the key by which the manuscript cites each. */
  readonly byKey: ReadonlyMap<string, CitedWork>;
  /** The bibliography of the article; empty where it cites nothing. */
  readonly content: string;
  /** What a person has to know: keys that changed, works that are not cited, fields that could not be kept. */
  readonly notes: readonly string[];
}

export const noWorks: ManuscriptWorks = { byKey: new Map(), content: '', notes: [] };

/**
 * @param text the list of references
 * @param name what the person calls it
 * @param cited the keys that the manuscript cites, in the order of its text
 * @param taken the keys of the other articles
 * @throws Refusal if the list cannot be read, or has two works of one key that the text cites
 */
export function worksOf(
  text: string,
  name: string,
  cited: readonly string[],
  taken: ReadonlySet<string>,
): ManuscriptWorks {
  const { works, errors, damage } = readReferences(text, name);
  if (damage !== undefined) throw damaged(name, damage);
  const wanted = new Set(cited);
  const notes = errors.map((error) => `${name}, ${error}`);
  const used = new Set(taken);
  const entries: BibEntry[] = [];
  const keys = new Map<string, string>();
  const twice: string[] = [];
  const uncited: string[] = [];
  for (const work of works) {
    const { label } = work;
    if (!wanted.has(label)) {
      uncited.push(label);
      continue;
    }
    if (keys.has(label)) {
      twice.push(label);
      continue;
    }
    if (!isNamed(work)) {
      notes.push(`${name}: ${label} has neither author nor title, and was left out`);
      continue;
    }
    const made = entryOf(work, new Set(used));
    // A number or an address is that of a program's store, and no key that somebody gave.
    const isGiven = /[A-Za-z]/.test(label) && !/^https?:/.test(label);
    const key = isGiven && isKey(label) && !used.has(label) ? label : made.entry.key;
    if (isGiven && key !== label) notes.push(`${name}: the key ${label} cannot stay; the work is ${key} now`);
    used.add(key);
    keys.set(label, key);
    entries.push({ ...made.entry, key });
    notes.push(...made.notes.filter((note) => !note.startsWith('its key, ')).map((note) => `${name}: ${key}: ${note}`));
  }
  if (twice.length > 0)
    throw damaged(name, `${twice.join(', ')} ${twice.length > 1 ? 'are keys' : 'is the key'} of two works`);
  if (uncited.length > 0)
    notes.push(`${name}: the text does not cite, and so the edition does not list, ${uncited.join(', ')}`);
  const content = entries.length === 0 ? '' : writeCanonical(entries);
  const read = readBibliography(content, name);
  const [fault] = read.faults;
  if (fault) throw damaged(name, fault.what);
  const byOwnKey = new Map(read.works.map((work) => [work.key, work]));
  return {
    byKey: new Map(
      [...keys].flatMap(([label, key]) => (byOwnKey.has(key) ? [[label, byOwnKey.get(key) as CitedWork]] : [])),
    ),
    content,
    notes,
  };
}
