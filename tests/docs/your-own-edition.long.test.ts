/** The guide for an edition of one's own, followed to the letter with what `npm pack` makes, and the registry of npm. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';

const repository = path.resolve(import.meta.dirname, '../..');

/** The folder of a person who has nothing but the packed program. */
let folder: string;
const edition = () => path.join(folder, 'our-edition');

/** No package of the repository is found by accident. */
const env = {
  ...process.env,
  PATH: (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((one) => !one.includes('node_modules'))
    .join(path.delimiter),
};

const run = (cwd: string, command: string): SpawnSyncReturns<string> =>
  spawnSync(command, { cwd, env, shell: true, encoding: 'utf8', maxBuffer: 2 ** 26 });

function expectDone(cwd: string, command: string): string {
  const { status, stdout, stderr } = run(cwd, command);
  expect(status, `${command}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'estenad-own-'));
  const packed = spawnSync('npm', ['pack', '--pack-destination', folder], { cwd: repository, encoding: 'utf8' });
  expect(packed.status, packed.stderr).toBe(0);
}, 600_000);

afterAll(async () => {
  await chmod(path.join(edition(), 'node_modules/estenad'), 0o755).catch(() => {});
  await rm(folder, { recursive: true, force: true });
});

test('the guide leads from the packed program to an edition that is published', async () => {
  const guide = await readFile(path.join(repository, 'docs/your-own-edition.md'), 'utf8');
  const said: string[] = [];
  let cwd = folder;
  for (const [, file, content, commands] of guide.matchAll(
    /^`([^`\n]+)`:\n\n```\w+\n([\s\S]*?)^```$|^```sh\n([\s\S]*?)^```$/gm,
  )) {
    if (file !== undefined) await writeFile(path.join(cwd, file), content as string);
    for (const command of commands?.trim().split('\n') ?? []) {
      if (command.startsWith('cd ')) cwd = path.join(cwd, command.slice(3));
      else said.push(expectDone(cwd, command));
    }
  }
  expect(cwd).toBe(edition());
  expect(said.join('\n')).toContain('The edition has no articles yet. Start the first: npm run new -- article SLUG');
  const { dependencies } = JSON.parse(await readFile(path.join(cwd, 'package.json'), 'utf8'));
  expect(dependencies).toEqual({ estenad: 'file:../estenad-0.2.0.tgz' });
  expect(await readdir(path.join(cwd, 'node_modules'))).not.toContain('vitest');
  const page = await readFile(path.join(cwd, 'dist/en/articles/two-lights/1.0.0/index.html'), 'utf8');
  expect(page).toContain('The first was lit in 1902');
  expect(said.join('\n')).toContain(
    'came in: 3 paragraphs, 1 note, 0 figures, 1 table, 0 formulas, 1 citation, 1 work',
  );
  const imported = await readFile(path.join(cwd, 'dist/en/articles/two-lamps/1.0.0/index.html'), 'utf8');
  expect(imported).toContain('The first lamp burned oil');
  expect(imported).toMatch(/\(Example, 1902, p\. 4\)/);
  expect(imported).toContain('Whale oil at first, then petroleum.');
  const texts = listFiles(path.join(cwd, 'dist')).filter((file) => /\.(?:html|txt|xml|json)$/.test(file));
  for (const file of texts)
    expect(await readFile(path.join(cwd, 'dist', file), 'utf8'), file).not.toMatch(
      /Eurasia|karabakh|concert-of-powers|اوراسیا/,
    );
  expect((await readdir(path.join(cwd, 'package'))).some((name) => name.endsWith('.zip'))).toBe(true);
});

test('two editions build at once from one program that nobody may write to', async () => {
  const program = path.join(edition(), 'node_modules/estenad');
  const before = listFiles(program);
  expectDone(edition(), 'chmod -R a-w node_modules/estenad');
  try {
    expectDone(edition(), 'npx estenad new edition ../second');
    const build = (root: string) =>
      new Promise((resolve) =>
        spawn('npx', ['estenad', 'build', '--no-cache', '--root', root], { cwd: edition(), env, stdio: 'ignore' }).on(
          'close',
          resolve,
        ),
      );
    expect(await Promise.all([build('.'), build('../second')])).toEqual([0, 0]);
    expect(listFiles(program)).toEqual(before);
  } finally {
    expectDone(edition(), 'chmod -R u+w node_modules/estenad');
  }
  expect(listFiles(path.join(folder, 'second/dist'))).toContain('index.html');
});
