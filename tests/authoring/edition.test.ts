import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runNew } from '../../src/cli/new-command.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { renderOwnPage } from '../../src/html/own-page.ts';
import { needing, place } from '../helpers/installed.ts';

const today = '2026-08-09';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const newEdition = (folder: string) => runNew(['edition', folder], today);

test('a new edition is sound, without articles, and takes its first one', async () => {
  const folder = path.join(await emptyFolder(), 'our-edition');
  const { status, stdout, stderr } = await newEdition(folder);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('npm run new -- article SLUG');
  const edition = await loadEdition(folder);
  expect(edition.articles).toEqual([]);
  expect(edition.pages.map(({ name, language }) => `${name}.${language}`)).toEqual(['about.en', 'about.fa']);
  expect((await runNew(['--root', folder, 'article', 'first-light'], today)).status).toBe(0);
  const facts = await readFile(path.join(folder, 'content/edition.yaml'), 'utf8');
  expect(facts).toMatch(/\narticles:\n {2}- first-light\n$/);
  expect(facts).toContain('# The articles, in the order of the first page');
});

test('it brings what builds it and what publishes it', async () => {
  const folder = path.join(await emptyFolder(), 'Our Edition');
  await newEdition(folder);
  const { name, scripts, dependencies } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const own = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(name).toBe('our-edition');
  expect(dependencies).toEqual({ estenad: own.version });
  for (const command of ['dev', 'check', 'new', 'build', 'serve', 'package', 'verify'])
    expect(scripts[command]).toBe(`estenad ${command}`);
  const recipes = await readFile(path.join(folder, 'hosts/README.md'), 'utf8');
  for (const host of [
    'GitHub Pages',
    'GitLab Pages',
    'Netlify',
    'Cloudflare Pages',
    'nginx',
    'Object storage',
    'A USB stick',
  ])
    expect(recipes).toContain(`\n## ${host}\n`);
  for (const [, file] of recipes.matchAll(/^\| [^|]+ \| `([^`]+)`/gm))
    await access(path.join(folder, 'hosts', file as string));
  expect(await readFile(path.join(folder, '.gitignore'), 'utf8')).toContain('dist/\n');
});

test('its neutral pages speak of no article that it has not', async () => {
  const folder = path.join(await emptyFolder(), 'our-edition');
  await newEdition(folder);
  await rm(path.join(folder, 'content/pages'), { recursive: true });
  const edition = await loadEdition(folder);
  for (const language of edition.languages) {
    const about = renderOwnPage('about', { edition, language, to: (one) => one, file: (one) => one }) as string;
    expect(about).toContain(edition.publisher[language]);
    expect(about).toContain(edition.rights.uri);
    expect(about).not.toMatch(/<p><\/p>|Eurasia|اوراسیا|received|دریافتی/);
  }
});

test('a folder that is no place for an edition is refused, with the fix, and stays as it was', async () => {
  const folder = await emptyFolder();
  const refused = async (name: string, what: RegExp) => {
    const { status, stdout, stderr } = await newEdition(path.join(folder, name));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(what);
    expect(stderr).toMatch(/\n {4}fix: name a new .*\nNothing was written\.\n$/);
  };
  await writeFile(path.join(folder, 'file'), '');
  await mkdir(path.join(folder, 'full'));
  await writeFile(path.join(folder, 'full/letter.txt'), '');
  await newEdition(path.join(folder, 'first'));
  await refused('file', /^\S+file is a file\n/);
  await refused('full', /^\S+full is not empty: it has letter\.txt\n/);
  await refused('first', /^\S+first is an edition already\n/);
  await refused('first/content/second', /^\S+second lies inside another edition, \S+first\n/);
});

test('a folder that may not be written is refused', needing(place('/sys/kernel', 'Linux')), async () => {
  const { status, stderr } = await newEdition('/sys/estenad');
  expect(status).toBe(1);
  expect(stderr).toMatch(/estenad cannot be written \(E\w+\)\n {4}fix: name a folder that you may write\n/);
});
