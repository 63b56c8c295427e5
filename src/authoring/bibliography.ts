import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BibEntry, readBibtex } from '../bibliography/bibtex-reader.ts';
import { readBibtexExport } from '../bibliography/import/bibtex.ts';
import { readCslExport } from '../bibliography/import/csl.ts';
import { readEndnoteTagged, readEndnoteXml } from '../bibliography/import/endnote.ts';
import { entryOf } from '../bibliography/import/entry.ts';
import type { Imported, ImportedFile } from '../bibliography/import/imported.ts';
import { readPubmed } from '../bibliography/import/pubmed.ts';
import { readRisExport } from '../bibliography/import/ris.ts';
import { writeCanonical } from '../bibliography/load.ts';
import { bibliographyOf } from '../edition/reading/paths.ts';
import { ContentFaults } from '../faults.ts';
import { decoded } from './encodings.ts';
import { checkSlug, type Done, noArticle, Refusal, readEditionFile, writeFiles } from './files.ts';

/**
 * Reads a list of references of another program; the kinds of files are told by what stands in them.
 *
 * @throws {@link Refusal} if it is none
 */
export function readReferences(text: string, file: string): ImportedFile {
  if (text.trim() === '') throw new Refusal(`${file} is empty`, 'export the references again');
  if (/^\s*[[{]/.test(text)) return readCslExport(text);
  if (/^\s*TY {1,2}- /m.test(text)) return readRisExport(text);
  if (/^\s*<[\s\S]*<record>/.test(text)) return readEndnoteXml(text);
  if (/^\s*%0 /m.test(text)) return readEndnoteTagged(text);
  if (/^PMID ?- /m.test(text)) return readPubmed(text);
  if (/^\s*@\w+\s*[{(]/m.test(text)) return readBibtexExport(text);
  throw new Refusal(
    `${file} is not a BibTeX, RIS, CSL-JSON, EndNote or PubMed file`,
    'export the references again in one of these forms',
  );
}

/** Of a list of references of which nothing can be trusted. */
export const damaged = (name: string, how: string) =>
  new Refusal(`${name} is damaged: ${how}. Nothing was written`, 'fix the file where it says so, or export it again');

/** What has neither author nor title is no work. */
export const isNamed = ({ author = [], editor = [], fields }: Imported): boolean =>
  author.length + editor.length > 0 || Boolean(fields['title']);

const fieldOf = (entry: BibEntry, name: string) => entry.fields.find((field) => field.name === name)?.value;

/** By what two entries are seen to be of one work: the DOI, or the title and the date. */
export function sameness(entry: BibEntry): string[] {
  const title = fieldOf(entry, 'title')
    ?.replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  const date = fieldOf(entry, 'date')?.slice(0, 4);
  const doi = fieldOf(entry, 'doi')?.toLowerCase();
  return [...(doi ? [`doi ${doi}`] : []), ...(title ? [`title ${title} ${date ?? ''}`] : [])];
}

/**
 * Adds the works of a list of references to the bibliography of an article. What stands in it stays letter for letter; a work
 * that is there already is not added again.
 *
 * @param file a BibTeX, BibLaTeX, RIS, CSL-JSON, EndNote or PubMed file
 * @throws {@link Refusal} if the file or the article is none; {@link ContentFaults} if the bibliography cannot be read
 */
export async function importBibliography(root: string, slug: string, file: string): Promise<Done> {
  checkSlug(slug);
  // The other files of the article may still be templates.
  const { articles } = (await readEditionFile(root)).value;
  if (!articles.includes(slug)) throw noArticle(slug, articles);
  const name = path.basename(file);
  const bytes = await readFile(file).catch(() => {
    throw new Refusal(`file not found: ${file}`, 'name the file that the reference manager exported');
  });
  const { text, guessed } = decoded(bytes, name);
  const { works, errors, damage } = readReferences(text, name);
  if (damage !== undefined) throw damaged(name, damage);
  if (!works.some(isNamed))
    throw new Refusal(`${name} contains no works${errors.map((error) => `; ${error}`).join('')}`, 'look at the file');

  const target = bibliographyOf(slug);
  const present = await entriesOf(root, target);
  const taken = await keysOf(root);
  const known = new Map(present.flatMap((entry) => sameness(entry).map((mark) => [mark, entry.key] as const)));
  const notes = [
    ...(guessed === undefined ? [] : [`${name} is not UTF-8 and was read as ${guessed}: look at its names`]),
    ...errors.map((error) => `${name}, ${error}`),
  ];
  const added: BibEntry[] = [];
  for (const { label } of works.filter((work) => !isNamed(work)))
    notes.push(`${label}: has neither author nor title, and was left out`);
  // Keys do not depend on the order in which a manager lists the works.
  const order = (work: Imported) => `${work.fields['date'] ?? ''} ${work.fields['title'] ?? ''} ${work.label}`;
  for (const work of works.filter(isNamed).sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const trial = entryOf(work, new Set(taken));
    const same = sameness(trial.entry)
      .map((mark) => known.get(mark))
      .find((key) => key !== undefined);
    if (same !== undefined) {
      notes.push(`${work.label}: already listed as ${same}`);
      continue;
    }
    taken.add(trial.entry.key);
    for (const mark of sameness(trial.entry)) known.set(mark, trial.entry.key);
    added.push(trial.entry);
    notes.push(...trial.notes.map((note) => `${trial.entry.key} (${work.label}): ${note}`));
  }
  const content = writeCanonical([...present, ...added]);
  // A damaged export can hold what no bibliography may: a brace that is not closed, and with it the next work.
  const [fault] = readBibtex(content, target).faults;
  if (fault) throw damaged(name, [...errors, fault.what].join('; '));
  const written = added.length === 0 ? [] : await writeFiles(root, { [target]: content });
  return {
    written,
    notes: [`${added.length} of ${works.length} works added to ${target}`, ...notes],
    next: [
      'Mark each place that cites a work: [printed form](cite:KEY). A key may be changed until the article is released.',
      'Look at what could not be kept; bibliography/README.md says what an entry can hold.',
      'Run npm run check.',
    ],
  };
}

/**
 * The keys of the works of all articles: a key is that of one work alone.
 *
 * @param without the slug of an article that is left out
 */
export async function keysOf(root: string, without?: string): Promise<Set<string>> {
  const keys = new Set<string>();
  const files = await readdir(path.join(root, 'bibliography')).catch(() => []);
  for (const other of files.filter((one) => one.endsWith('.bib') && one !== `${without}.bib`).sort())
    for (const { key } of await entriesOf(root, `bibliography/${other}`)) keys.add(key);
  return keys;
}

/** The entries of a bibliography; none if there is no such file. */
export async function entriesOf(root: string, file: string): Promise<BibEntry[]> {
  const text = await readFile(path.join(root, file), 'utf8').catch(() => '');
  const { entries, faults } = readBibtex(text, file);
  if (faults.length > 0) throw new ContentFaults(faults);
  return entries;
}
