/** The works that a manuscript cites, from its list of references, under the keys of this list where these can stay. */
import type { BibEntry } from '../../bibliography/bibtex-reader.ts';
import { entryOf } from '../../bibliography/import/entry.ts';
import { isKey } from '../../bibliography/keys.ts';
import { readBibliography, writeCanonical } from '../../bibliography/load.ts';
import type { CitedWork } from '../../bibliography/work.ts';
import { damaged, isNamed, readReferences, sameness } from '../bibliography.ts';

/** What became of a list of references. */
export interface ManuscriptWorks {
  /** By the key by which the manuscript cites each. */
  readonly byKey: ReadonlyMap<string, CitedWork>;
  /** The bibliography of the article; empty where it cites nothing. */
  readonly content: string;
  /** What a person has to know: keys that changed, works that are not cited, fields that could not be kept. */
  readonly notes: readonly string[];
}

/** What the bibliography of an article holds. */
export interface PresentWorks {
  readonly works: readonly BibEntry[];
  /** The keys that its latest version cites. */
  readonly cited: ReadonlySet<string>;
}

/**
 * @param text the list of references
 * @param name what the person calls it
 * @param cited the keys that the manuscript cites, in the order of its text
 * @param taken the keys of the other articles
 * @param present what the article has already
 * @throws Refusal if the list cannot be read, or has two works of one key that the text cites
 */
export function worksOf(
  text: string,
  name: string,
  cited: readonly string[],
  taken: ReadonlySet<string>,
  present: PresentWorks,
): ManuscriptWorks {
  const { works, errors, damage } = readReferences(text, name);
  if (damage !== undefined) throw damaged(name, damage);
  const wanted = new Set(cited);
  const notes = errors.map((error) => `${name}, ${error}`);
  const used = new Set([...taken, ...present.works.map((entry) => entry.key)]);
  const known = new Set<BibEntry>();
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
    const old = presentOf(made.entry, isGiven ? label : undefined, present.works, known);
    if (old) {
      known.add(old);
      keys.set(label, old.key);
      const joined = joinedWith(old, made.entry);
      entries.push(joined.entry);
      notes.push(...joined.notes.map((note) => `${name}: ${note}`));
      continue;
    }
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
  const others = withoutLost(
    present.works.filter((entry) => !known.has(entry)),
    present.cited,
  );
  entries.push(...others.entries);
  notes.push(...others.notes);
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

/** Entries without those that the latest version cites and the text does not any more. */
function withoutLost(
  entries: readonly BibEntry[],
  cited: ReadonlySet<string>,
): { readonly entries: readonly BibEntry[]; readonly notes: readonly string[] } {
  const lost = entries.filter(({ key }) => cited.has(key));
  return {
    entries: entries.filter((entry) => !lost.includes(entry)),
    notes: lost.map(({ key }) => `the text does not cite ${key} any more, and the edition does not list it`),
  };
}

/**
 * The works of an article, for a manuscript that has no list of its own.
 *
 * @param cited the keys that the manuscript cites
 */
export function ownWorks(present: PresentWorks, cited: readonly string[]): ManuscriptWorks {
  const others = withoutLost(
    present.works.filter(({ key }) => !cited.includes(key)),
    present.cited,
  );
  const content = writeCanonical([...present.works.filter(({ key }) => cited.includes(key)), ...others.entries]);
  const { works } = readBibliography(content, '');
  return { byKey: new Map(works.map((work) => [work.key, work])), content, notes: others.notes };
}

/** The entry that an article has of a work already: by the key that the authors gave, or as the same work by its DOI or its title. */
function presentOf(
  made: BibEntry,
  label: string | undefined,
  present: readonly BibEntry[],
  known: ReadonlySet<BibEntry>,
): BibEntry | undefined {
  const others = present.filter((entry) => !known.has(entry));
  const marks = new Set(sameness(made));
  return (
    others.find((entry) => entry.key === label) ??
    others.find((entry) => sameness(entry).some((mark) => marks.has(mark)))
  );
}

/**
 * An entry with what the authors' own list says now. What the edition alone says of the work stays.
 *
 * @returns the entry, and each value that the list changed
 */
function joinedWith(old: BibEntry, made: BibEntry): { readonly entry: BibEntry; readonly notes: readonly string[] } {
  const isOwn = (field: string) => field === 'certainty';
  const before = new Map(old.fields.map((field) => [field.name, field.value]));
  const now = new Map(made.fields.map((field) => [field.name, field]));
  const changed = made.fields.filter(({ name, value }) => !isOwn(name) && before.get(name) !== value);
  if (changed.length === 0 && old.type === made.type) return { entry: old, notes: [] };
  const kept = old.fields.filter(({ name }) => isOwn(name) || !now.has(name));
  return {
    entry: {
      ...old,
      type: made.type,
      fields: [...kept, ...made.fields.filter(({ name }) => !kept.some((one) => one.name === name))],
    },
    notes: [
      ...(old.type === made.type ? [] : [`${old.key} is ${made.type} now, and was ${old.type}`]),
      ...changed.map(
        ({ name, value }) =>
          `${old.key}: ${name} is "${value}" now${before.has(name) ? `, and was "${before.get(name)}"` : ''}`,
      ),
    ],
  };
}
