import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { ace, brokenRules } from '../helpers/ace.ts';
import { epubcheck, objectionsTo } from '../helpers/epubcheck.ts';
import { harbourSite } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';

test('EPUBCheck has nothing to say of a book', needing(epubcheck), () => {
  // The book of the edition, and the latest version of each article.
  const books = listFiles(harbourSite).filter((file) => /^(?:articles\/[^/]+\/)?[^/]+\.epub$/.test(file));
  expect(books.length).toBeGreaterThan(2);
  for (const book of books) expect(objectionsTo(path.join(harbourSite, book)), book).toBe('');
});

test('Ace by DAISY finds no rule of accessibility that the book of the edition breaks', needing(ace), async () => {
  expect(await brokenRules(path.join(harbourSite, 'edition.epub'))).toEqual([]);
});
