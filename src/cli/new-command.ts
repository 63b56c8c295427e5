/**
 * What `npm run new` does: `edition FOLDER`, `article SLUG`, `version SLUG NUMBER`, `release SLUG NUMBER [--date YYYY-MM-DD]`, `notice SLUG
 * [NUMBER KIND]`, `bibliography SLUG FILE` start an edition, an article or a version, release one, say something of a released one, import a
 * list of references.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newArticle, newArticleFrom } from '../authoring/article.ts';
import { importBibliography } from '../authoring/bibliography.ts';
import { newEdition } from '../authoring/edition.ts';
import { type Done, Refusal } from '../authoring/files.ts';
import { newNotice, sealNotices } from '../authoring/notice.ts';
import { release } from '../authoring/release.ts';
import { newVersion, newVersionFrom } from '../authoring/version.ts';
import { ContentFaults } from '../faults.ts';
import { listFaults } from './say.ts';

const usage = `npm run new -- edition FOLDER           starts an edition of its own, in a new folder
npm run new -- article SLUG             starts an article that was written for the edition
                     [--restored]         one that is restored from a text as received
                     [--from FILE]        from a manuscript: .docx, .odt, .tex, .md, .xml (JATS) or .html
                     [--bibliography FILE]  with a list of references beside it
                     [--language TAG]     where its letters do not tell its language
npm run new -- version SLUG NUMBER      starts a version from the latest one
                     [--from FILE]        from a corrected manuscript; --bibliography as above
npm run new -- release SLUG NUMBER      releases it: from then on it never changes
                     [--date YYYY-MM-DD]  on another day than today
npm run new -- notice SLUG NUMBER KIND  starts what has to be said of a released version
npm run new -- notice SLUG              seals it: from then on it never changes
npm run new -- bibliography SLUG FILE   adds the works of a BibTeX, RIS, CSL-JSON, EndNote or PubMed file

FOLDER: where it will lie, such as ../our-edition
SLUG: the name of the article in its address, such as concert-of-powers
NUMBER: the number of a version, such as 1.1.0
KIND: retraction, concern, correction, erratum, licence (granted since) or doi (registered)
FILE: what a reference manager exported, such as references.bib`;

/** What the line lacks that is no command. */
const lackOf = ([command, ...words]: readonly string[]): string => {
  if (command === undefined) return 'missing command';
  const shown = usage.split('\n').find((line) => line.startsWith(`npm run new -- ${command} `));
  if (shown === undefined) return `unknown command "${command}"`;
  const wanted = / [A-Z]+(?: [A-Z]+)*/.exec(shown)?.[0];
  return `npm run new -- ${command} expects${wanted}, got ${words.join(' ') || 'nothing'}`;
};

interface Options {
  readonly date?: string | undefined;
  readonly restored?: boolean | undefined;
  readonly from?: string | undefined;
  readonly bibliography?: string | undefined;
  readonly language?: string | undefined;
}

/** The command of the line, or nothing if the line is none. */
function commandOf(
  root: string,
  line: readonly string[],
  { date, restored = false, from, bibliography, language }: Options,
  today: string,
): Promise<Done> | undefined {
  const [command, slug, number, ...rest] = line;
  const [kind, ...more] = rest;
  if (command === 'notice' && slug !== undefined && number !== undefined && kind !== undefined && more.length === 0)
    return newNotice(root, slug, number, kind, date ?? today);
  if (slug === undefined || rest.length > 0) return undefined;
  const isFrom = command === 'article' ? number === undefined : command === 'version' && number !== undefined;
  if (from !== undefined && !isFrom) return undefined;
  if (restored && (from !== undefined || command !== 'article')) return undefined;
  if (from === undefined && (bibliography !== undefined || language !== undefined)) return undefined;
  if (from !== undefined) {
    const beside = bibliography === undefined ? undefined : path.resolve(bibliography);
    const imported = { bibliography: beside, language };
    return number === undefined
      ? newArticleFrom(root, slug, path.resolve(from), imported, today)
      : newVersionFrom(root, slug, number, path.resolve(from), imported, today);
  }
  if (command === 'edition' && number === undefined) return newEdition(path.resolve(slug));
  if (command === 'article' && number === undefined) return newArticle(root, slug, restored, today);
  if (command === 'version' && number !== undefined) return newVersion(root, slug, number, today);
  if (command === 'release' && number !== undefined) return release(root, slug, number, date ?? today, today);
  if (command === 'notice' && number === undefined) return sealNotices(root, slug);
  if (command === 'bibliography' && number !== undefined) return importBibliography(root, slug, path.resolve(number));
  return undefined;
}

/** What a command says, and how it ends. */
export interface Said {
  /** The status of the process: 0, or 1 if nothing was done. */
  readonly status: 0 | 1;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command of a line.
 *
 * @param args the words behind `npm run new --`
 * @param today `YYYY-MM-DD`
 */
export async function runNew(args: readonly string[], today: string): Promise<Said> {
  const told = (stdout: string): Said => ({ status: 0, stdout, stderr: '' });
  const refused = (why: string): Said => ({ status: 1, stdout: '', stderr: `${why}\nNothing was written.\n` });
  if (args.includes('--help')) return told(`${usage}\n`);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        root: { type: 'string', default: '.' },
        date: { type: 'string' },
        restored: { type: 'boolean' },
        from: { type: 'string' },
        bibliography: { type: 'string' },
        language: { type: 'string' },
      },
      allowPositionals: true,
    });
    const done = await commandOf(path.resolve(values.root), positionals, values, today);
    if (!done) throw new Refusal(lackOf(positionals), `use one of these commands\n\n${usage}\n`);
    const next = done.next.map((step, index) => `${index + 1}. ${step}`);
    return told(
      [...done.written.map((file) => `wrote ${file}`), ...(done.notes ?? []), '', 'Next:', ...next, ''].join('\n'),
    );
  } catch (error) {
    if (error instanceof ContentFaults) return refused(listFaults(error.faults));
    if (error instanceof Refusal || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      return refused((error as Error).message);
    throw error;
  }
}
