import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFidelity } from '../../src/edition/fidelity/fidelity.ts';
import type { Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { ContentFaults, sayFault } from '../../src/faults.ts';
import { makeEdition } from '../helpers/edition.ts';

const repository = path.resolve(import.meta.dirname, '../..');

/** A step of the guide: a file to write, or the lines of a shell. */
type Step = { readonly file: string; readonly content: string } | { readonly commands: readonly string[] };

/** The chapters of the guide that are followed, by how their headings begin. */
const chapters = { written: 'An article that was written', restored: 'An article that is restored' };

/**
 * The fenced blocks of a chapter of the guide: one after a line that is a file's name is that file, one of `sh` is commands.
 *
 * @param of which chapter
 */
async function stepsOfGuide(of: keyof typeof chapters): Promise<Step[]> {
  const guide = await readFile(path.join(repository, 'docs/adding-an-article.md'), 'utf8');
  const chapter = guide.split(/^# /m).find((one) => one.startsWith(chapters[of]));
  return [...(chapter ?? '').matchAll(/(?:^`([^`\n]+)`:\n\n)?^(`{3,})(\w*)\n([\s\S]*?\n)\2$/gm)].map(
    ([, file, , language, content = '']): Step => {
      if (file !== undefined) return { file, content };
      if (language !== 'sh')
        throw new Error(`a block of the guide is neither a file nor commands: ${content.slice(0, 60)}`);
      return { commands: content.trim().split('\n') };
    },
  );
}

/** Runs a command of the guide on an edition. */
function run(root: string, command: string) {
  const [, script = '', ...args] = /^npm run (\w+)(?: -- (.*))?$/.exec(command)?.slice(0) ?? [];
  const given = (args[0] ?? '').split(' ').filter(Boolean);
  return spawnSync(
    process.execPath,
    [
      path.join(repository, `src/cli/${script}.ts`),
      '--root',
      root,
      ...given.map((one) => (one.endsWith('.bib') ? path.join(root, one) : one)),
    ],
    { cwd: repository, encoding: 'utf8' },
  );
}

test('the guide leads from nothing to a released article, read from left to right in English', {
  timeout: 180_000,
}, async () => {
  const root = await makeEdition();
  const steps = await stepsOfGuide('restored');
  expect(steps).toHaveLength(10);
  const said: string[] = [];
  for (const step of steps) {
    if ('file' in step) {
      const file = path.join(root, step.file);
      // What the import wrote is what the guide shows, but for what only a person can add.
      if (step.file.startsWith('bibliography/'))
        expect(await readFile(file, 'utf8')).toBe(step.content.replace(/ {2}printed = .*\n/, ''));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, step.content);
    } else {
      for (const command of step.commands) {
        const { status, stdout, stderr } = run(root, command);
        expect(stderr, command).toBe('');
        expect(status, command).toBe(0);
        said.push(stdout);
      }
    }
  }
  expect(said[0]).toContain('wrote content/articles/two-logbooks/article.yaml');
  expect(said[1]).toContain('doe2010 (doe_lamps_2010): cannot be kept: keywords');
  expect(said[2]).toContain('No errors.');
  for (const [file, language, direction] of [
    ['articles/two-logbooks', 'fa', 'rtl'],
    ['en/articles/two-logbooks', 'en', 'ltr'],
  ] as const) {
    const page = await readFile(path.join(root, 'dist', file, 'index.html'), 'utf8');
    expect(page).toMatch(new RegExp(`<html lang="${language}" dir="${direction}"`));
    expect(page).toMatch(/<h1 id="title" lang="en" dir="ltr">Two Logbooks of One Lighthouse<\/h1>/);
    expect(page).toMatch(/class="body" id="text" lang="en" dir="ltr"/);
    expect(page).toMatch(/<a class="citation" id="c1"[^>]* href="#ref-doe2010"[^>]*>\(Doe, 2010: 12\)<\/a>/);
    expect(page).toMatch(/class="pn"[^>]*>1</);
  }
  const article = (await loadEdition(root)).articles.find(({ slug }) => slug === 'two-logbooks');
  expect(article?.versions.map(({ status }) => status)).toEqual(['released']);
  // The year that the source has not is not made up; a day has one in either calendar.
  const read = (file: string) => readFile(path.join(root, 'dist/articles/two-logbooks', file), 'utf8');
  const [tei, text] = [await read('two-logbooks.tei.xml'), await read('two-logbooks.txt')];
  expect(tei).toContain('<date type="accepted" when="2025-03-12" cert="high" xml:lang="en">12 March 2025</date>');
  expect(tei).toContain('<date when="2025" cert="high">2025</date>');
  expect(text).toContain('Accepted: 12 March 2025 (22 Esfand 1403)');
  expect(tei).not.toContain('>1404<');
  expect(text).toContain('Coastal Notes, 2025. Coastal Society.');
  // Nor is anything said of it that holds only for a text in Persian, or for one that was broken.
  expect(tei).toContain('<title xml:lang="en">The text as received</title>');
  expect(tei).not.toMatch(/broken|non-joiner|restoration/i);
});

test('the guide leads from nothing to a released article that was written for the edition, in Persian', {
  timeout: 180_000,
}, async () => {
  const root = await makeEdition();
  const said: string[] = [];
  for (const step of await stepsOfGuide('written')) {
    if ('file' in step) {
      await mkdir(path.dirname(path.join(root, step.file)), { recursive: true });
      await writeFile(path.join(root, step.file), step.content);
      continue;
    }
    for (const command of step.commands) {
      const { status, stdout, stderr } = run(root, command);
      expect(stderr, command).toBe('');
      expect(status, command).toBe(0);
      said.push(stdout);
    }
  }
  expect(said[0]).not.toContain('source.txt');
  const read = (file: string) => readFile(path.join(root, 'dist/articles/do-daftar', file), 'utf8');
  const page = await read('index.html');
  expect(page).toMatch(/<h1 id="title"[^>]*>دو دفترِ یک چراغ<\/h1>/);
  expect(page).toMatch(/<a class="citation" id="c1"[^>]* href="#ref-salehi1390"[^>]*>\(صالحی، ۱۳۹۰: ۱۲\)<\/a>/);
  expect(page).toMatch(/<a href="#table1">جدول ۱<\/a>/);
  const text = await read('do-daftar.txt');
  expect(text).toContain('جدول ۱. شمار کشتی‌ها و توفان‌ها در دو سال\nسال | کشتی | توفان\n');
  // No word of a source, and none of a restoration.
  for (const file of ['do-daftar.txt', 'do-daftar.tei.xml', 'do-daftar.jats.xml'])
    expect(await read(file)).not.toMatch(/as received|restor|متن دریافتی|بازسازی/i);
  const article = (await loadEdition(root)).articles.find(({ slug }) => slug === 'do-daftar');
  expect(article?.versions.map(({ status }) => status)).toEqual(['released']);
  expect(article?.source).toBeUndefined();
});

/** What check names, a line each. */
async function faultsOf(root: string): Promise<string> {
  const edition = await loadEdition(root).catch((error: unknown) => error);
  if (edition instanceof ContentFaults) return edition.message;
  return checkFidelity(edition as Edition)
    .map(sayFault)
    .join('\n');
}

test('each step but the last leaves faults that check names', async () => {
  const root = await makeEdition();
  const checks: string[] = [];
  for (const step of await stepsOfGuide('restored')) {
    if ('commands' in step) {
      if (step.commands[0] === 'npm run check') break;
      for (const command of step.commands) run(root, command);
    } else {
      await mkdir(path.dirname(path.join(root, step.file)), { recursive: true });
      await writeFile(path.join(root, step.file), step.content);
      checks.push(await faultsOf(root));
    }
  }
  expect(checks[0]).toContain('two-logbooks/article.yaml:');
  expect(checks[1]).not.toContain('two-logbooks/article.yaml:');
  for (const faults of checks.slice(0, -1)) expect(faults).toContain('two-logbooks/versions.yaml:');
  expect(checks.at(-1)).toBe('');
});
