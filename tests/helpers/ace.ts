/** Ace by DAISY (https://daisy.github.io/ace/), which `.ci/ace.sh` fetches. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import sparticuz from '@sparticuz/chromium';
import { place } from './installed.ts';

const folder = process.env['ESTENAD_ACE'] ?? path.resolve(import.meta.dirname, '../../.cache/ace');
const program = path.join(folder, 'node_modules/@daisy/ace/bin/ace-puppeteer.js');

export const ace = place(program, '.ci/ace.sh, ESTENAD_ACE');

interface Report {
  readonly 'earl:result': { readonly 'earl:outcome': 'pass' | 'fail' };
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly { readonly 'earl:test': { readonly 'dct:title': string } }[];
  }[];
}

/**
 * Judges a book.
 *
 * @param book the path of an EPUB
 * @returns the rules that it breaks, each with the document that does
 */
export async function brokenRules(book: string): Promise<readonly string[]> {
  const work = await mkdtemp(path.join(tmpdir(), 'estenad-ace-'));
  try {
    const browser = process.env['ESTENAD_CHROMIUM'] ?? (await sparticuz.executablePath());
    await promisify(execFile)(process.execPath, [program, book, '--outdir', work, '--force', '--silent'], {
      env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: browser },
    });
    const report: Report = JSON.parse(await readFile(path.join(work, 'report.json'), 'utf8'));
    const broken = report.assertions.flatMap((document) =>
      document.assertions.map((one) => `${document['earl:testSubject'].url}: ${one['earl:test']['dct:title']}`),
    );
    // A report that fails without a broken rule would be read as praise.
    return report['earl:result']['earl:outcome'] === 'pass' || broken.length > 0 ? broken : ['the report says fail'];
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
