import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { harbourSite as site } from '../helpers/harbour.ts';
import { faultsOfHtml } from '../helpers/valid-html.ts';

/** What makes the pages of a version is the same for every version: those of one stand for the others. */
const kinds = listFiles(site)
  .filter((file) => file.endsWith('.html'))
  .filter((file, index, all) => {
    const kindOf = (one: string) => one.replace(/articles\/[^/]+/, 'articles/…').replace(/\d+\.\d+\.\d+/g, 'N');
    return all.findIndex((one) => kindOf(one) === kindOf(file)) === index;
  });

test('the validator says what is wrong with a page', async () => {
  const page = '<!doctype html><html lang="fa"><head><title>T</title></head><body><p><div>a</div></p></body></html>';
  expect((await faultsOfHtml(page)).join('\n')).toMatch(/close-order|element-permitted-content|no-implicit-close/);
});

test.each(kinds)('%s is valid HTML', async (file) => {
  expect(await faultsOfHtml(await readFile(path.join(site, file), 'utf8'))).toEqual([]);
});
