import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { listFiles } from '../../src/files.ts';
import { startBrowser } from '../helpers/browser.ts';
import { changed, makeEdition } from '../helpers/edition.ts';

const repository = path.resolve(import.meta.dirname, '../..');

/** Runs one of the commands on an edition in another folder. */
function run(command: 'build' | 'check', root: string) {
  return spawnSync(process.execPath, [`src/cli/${command}.ts`, '--root', root], {
    cwd: repository,
    encoding: 'utf8',
  });
}

describe('a build', () => {
  test('makes the pages of an edition in another language and folder, and leaves them where the next one has a fault', async () => {
    const root = await makeEdition();
    const told: string[] = [];
    const progress = {
      step: (name: string) => told.push(name),
      at: (done: number, total: number) => told.push(`${done} of ${total}`),
      article: (slug: string) => told.push(slug),
      note: (text: string) => told.push(text),
    };
    await buildEdition({ root, out: path.join(root, 'dist'), progress });
    expect(told).toEqual([
      ...['content', 'fonts', 'articles', '2 of 2 articles made: 2 new', 'a-tale', '1 of 2', 'yek-dastan', '2 of 2'],
      ...['pages', 'files of the articles', '1 of 2', '2 of 2'],
      ...['lists of works', 'book', 'card and icons', 'search', 'files for machines'],
    ]);
    const page = await readFile(path.join(root, 'dist/en/articles/a-tale/index.html'), 'utf8');
    expect(page).toContain('A Tale of Two Notes');
    expect(page).toMatch(/class="body" id="text" lang="en" dir="ltr"/);
    expect(listFiles(path.join(root, 'dist'))).toContain('articles/yek-dastan/1.0.0/yek-dastan.txt');

    // The next one has a fault, stops, names it, and leaves the former edition and nothing else.
    const out = path.join(root, 'dist');
    const before = await stat(path.join(out, 'index.html'));
    await writeFile(path.join(root, 'content/articles/a-tale/1.0.0.mdx'), 'It [began(cite:x)\n');
    for (const command of ['build', 'check'] as const) {
      const { status, stderr } = run(command, root);
      expect(status, command).toBe(1);
      expect(stderr).toMatch(/content\/articles\/a-tale\/1\.0\.0\.mdx:1: a mark is not closed/);
      expect(stderr).toContain('fix:');
    }
    expect((await stat(path.join(out, 'index.html'))).mtimeMs).toBe(before.mtimeMs);
    expect((await readdir(root)).sort()).toEqual(['.cache', 'content', 'dist']);
  });

  test('shows markup in a text as text', async () => {
    const source = 'content/articles/a-tale/source.txt';
    const root = await makeEdition({
      ...changed('content/articles/a-tale/1.0.0.mdx', 'It ended well', 'It ended \\<script>alert(1)\\</script> well'),
      ...changed(source, 'It ended well', 'It ended <script>alert(1)</script> well'),
    });
    await buildEdition({ root, out: path.join(root, 'dist') });
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        return dialog.dismiss();
      });
      for (const file of [
        'articles/a-tale/index.html',
        'en/articles/a-tale/index.html',
        'articles/a-tale/source/index.html',
      ]) {
        await page.goto(pathToFileURL(path.join(root, 'dist', file)).href);
        expect(
          await page.evaluate(
            () => [...document.scripts].filter((script) => script.text.trim().startsWith('alert')).length,
          ),
          file,
        ).toBe(0);
        expect(await page.textContent('body'), file).toContain('<script>alert(1)</script>');
      }
      expect(dialogs).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
