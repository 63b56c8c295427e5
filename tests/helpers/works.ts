/** Works that nobody wrote, for what formats and lists make of them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readBibliography } from '../../src/bibliography/load.ts';
import type { CitedWork } from '../../src/bibliography/work.ts';
import { type Article, latestVersion, type Subject, type Version } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { makeEdition } from './edition.ts';

/** A work of which nothing but what every one has is known, with what a test gives it. */
export const cited = (known: Partial<CitedWork> = {}): CitedWork => ({
  key: 'writer2000',
  type: 'article',
  author: { list: [{ family: 'Writer', given: 'Ann' }], others: false },
  title: 'On tales',
  language: 'en',
  printed: ['(Writer, 2000)'],
  identification: 'known',
  reason: { fa: 'دیده شد.', en: 'Seen.' },
  seen: ['own knowledge'],
  file: 'bibliography/a-tale.bib',
  line: 1,
  ...known,
});

/** Works of every type, which have every field that an entry can have. */
export const everyKindFile = path.resolve(import.meta.dirname, '../fixtures/works/every-kind.bib');

/**
 * The same, read.
 *
 * @throws Error with the faults that the file has
 */
export async function everyKind(): Promise<readonly CitedWork[]> {
  const { works, faults } = readBibliography(await readFile(everyKindFile, 'utf8'), everyKindFile);
  if (faults.length > 0) throw new Error(faults.map(({ line, what }) => `${line}: ${what}`).join('\n'));
  return works;
}

/** The first article of the small sound edition, its latest version citing these works, or with this body. */
export async function articleWith({
  works = [],
  body,
}: {
  readonly works?: readonly CitedWork[];
  readonly body?: Version['body'];
}): Promise<Subject> {
  const edition = await loadEdition(await makeEdition());
  const [sound] = edition.articles as [Article];
  const version: Version = {
    ...latestVersion(sound),
    ...(body ? { body } : {}),
    works,
    citations: works.map(({ key }, index) => ({
      type: 'citation',
      id: `c${index + 1}`,
      key,
      line: 1,
      children: [{ type: 'text', value: key }],
    })),
  };
  const article = { ...sound, works, versions: [version] };
  return { edition: { ...edition, articles: [article] }, article, version };
}
