/**
 * `npm run bench -- import [FOLDER]`: what an import of each manuscript in a folder takes and keeps. Without a folder those of
 * `../shared/manuscripts`. The words are read by pandoc, out of the manuscript and out of our JATS of what came of it.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { takenIn } from '../../src/authoring/import/latex.ts';
import { runNew } from '../../src/cli/new-command.ts';
import type { Block, Version } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { listFiles } from '../../src/files.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { makeDesk } from '../helpers/desk.ts';
import { writeEdition } from '../helpers/edition.ts';
import { treeOf, type WordsKept, wordsIn, wordsKept } from '../helpers/words-kept.ts';

/** What pandoc calls each format, by the end of a name. */
const formats: Readonly<Record<string, string>> = {
  ...{ md: 'markdown', tex: 'latex', docx: 'docx+citations', odt: 'odt', xml: 'jats', html: 'html' },
};

/** The parts that are counted: what pandoc calls each, and what the edition does. */
const constructs = [
  ['paragraphs', ['Para', 'Plain'], ['paragraph']],
  ['notes', ['Note'], []],
  ['figures', ['Image'], ['figure']],
  ['tables', ['Table'], ['table']],
  ['formulas', ['Math'], ['formula']],
  ['citations', ['Cite'], ['citation']],
  ['code', ['CodeBlock'], ['listing']],
] as const;

const countOf = (tree: unknown, key: 't' | 'type', kinds: readonly string[]): number => {
  if (Array.isArray(tree)) return tree.reduce((sum, one) => sum + countOf(one, key, kinds), 0);
  if (typeof tree !== 'object' || tree === null) return 0;
  const own = kinds.includes(String((tree as Record<string, unknown>)[key])) ? 1 : 0;
  return own + countOf(Object.values(tree), key, kinds);
};

export interface Measured extends WordsKept {
  readonly seconds: number;
  /** Of each construct how many the manuscript has, and how many what came of it. */
  readonly counts: readonly (readonly [name: string, source: number, ours: number])[];
  /** What the import said. */
  readonly said: string;
}

/** @throws Error if the manuscript is refused */
export async function measureImport(file: string): Promise<Measured> {
  const { root } = await makeDesk({}, writeEdition);
  try {
    const start = performance.now();
    const { stdout, stderr } = await runNew(['article', 'made', '--from', file, '--root', root], '2026-08-09');
    const seconds = (performance.now() - start) / 1000;
    if (stderr !== '') throw new Error(stderr);
    const edition = await loadEdition(root);
    const [article] = edition.articles;
    const [version] = article?.versions ?? [];
    if (!article || !version) throw new Error('nothing was imported');
    const ending = path.extname(file).slice(1);
    const content = ending === 'docx' || ending === 'odt' ? await readFile(file) : await readFile(file, 'utf8');
    const whole =
      typeof content === 'string' && ending === 'tex' ? await takenIn(content, path.dirname(file)) : content;
    const source = await treeOf(whole, formats[ending] as string);
    const ours = await treeOf(jats.write({ edition, article, version }) as string, 'jats');
    return {
      ...wordsKept(wordsIn(source), wordsIn(ours)),
      seconds,
      counts: constructs.map(([name, theirs, own]) => [
        name,
        countOf([source.meta['abstract'], source.blocks], 't', theirs),
        name === 'notes' ? version.notes.length : countOf(partsOf(version), 'type', own),
      ]),
      said: stdout,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const partsOf = ({ abstracts, body, notes }: Version): readonly (readonly Block[])[] => [
  ...abstracts.map(({ blocks }) => blocks),
  body,
  ...notes.map(({ blocks }) => blocks),
];

/** Prints what {@link measureImport} says of each manuscript in a folder. */
export async function benchImport(folder: string): Promise<void> {
  for (const name of listFiles(folder).filter((one) => path.extname(one).slice(1) in formats)) {
    console.log(`\n${name}`);
    try {
      const { seconds, words, kept, lost, counts, said } = await measureImport(path.resolve(folder, name));
      const share = words === 0 ? 100 : (100 * kept) / words;
      console.log(`  ${seconds.toFixed(1)} s; ${kept} of ${words} words in order, ${share.toFixed(2)} %`);
      console.log(`  ${counts.map(([what, theirs, ours]) => `${what} ${theirs} → ${ours}`).join(', ')}`);
      for (const run of lost) console.log(`  not there: ${run}`);
      const remarks = said.split('\n').filter((line) => line !== '' && !/^(?:wrote |came in|Next:|\d\. )/.test(line));
      for (const line of remarks) console.log(`  said: ${line}`);
    } catch (error) {
      console.log(`  refused: ${(error as Error).message.trim().replaceAll('\n', '\n  ')}`);
    }
  }
}
