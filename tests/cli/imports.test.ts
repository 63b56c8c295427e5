import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const cruiser = path.join(repository, 'node_modules/.bin/depcruise');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'estenad-imports-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The rules that a program of these files breaks. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, content] of Object.entries({ ...files, 'tsconfig.json': '{}' })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const config = path.join(repository, '.dependency-cruiser.mjs');
  const { stdout } = spawnSync(cruiser, ['--config', config, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { summary, modules } = JSON.parse(stdout) as {
    readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] };
    readonly modules: readonly unknown[];
  };
  expect(modules.length).toBe(Object.keys(files).length);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

describe.skipIf(!existsSync(cruiser))(
  'the imports of the source (skipped where dependency-cruiser is not installed)',
  () => {
    test('may go up the map', async () => {
      expect(
        await broken({
          'src/formats/dc.ts': "import { a } from '../edition/model.ts';\nexport const dc = a;\n",
          'src/edition/model.ts': "import { b } from '../text/digits.ts';\nexport const a = b;\n",
          'src/text/digits.ts': 'export const b = 1;\n',
        }),
      ).toEqual([]);
    });

    test('may not go down it, not even for a type', async () => {
      expect(
        await broken({
          'src/text/digits.ts': "import type { A } from '../edition/model.ts';\nexport type B = A;\n",
          'src/edition/model.ts': 'export type A = 1;\n',
        }),
      ).toEqual(['arrow-from-text']);
    });

    test('may not go in a circle, not even for types', async () => {
      expect(
        await broken({
          'src/edition/model.ts': "import type { B } from './describe.ts';\nexport type A = B | 1;\n",
          'src/edition/describe.ts': "import type { A } from './model.ts';\nexport type B = A | 2;\n",
        }),
      ).toEqual(['no-circle']);
    });

    test('may not lead from one format to another, but within a family and to what formats share', async () => {
      expect(
        await broken({
          'src/formats/pdf/index.ts': "import { a } from '../tei/index.ts';\nexport const pdf = a;\n",
          'src/formats/tei/index.ts': "import { b } from './text.ts';\nexport const a = b;\n",
          'src/formats/tei/text.ts': "import { c } from '../xml.ts';\nexport const b = c;\n",
          'src/formats/xml.ts': 'export const c = 1;\n',
        }),
      ).toEqual(['no-format-knows-another']);
    });

    test('come from a folder that the map knows', async () => {
      expect(
        await broken({
          'src/attic/old.ts': "import { b } from '../text/digits.ts';\nexport const old = b;\n",
          'src/text/digits.ts': 'export const b = 1;\n',
        }),
      ).toEqual(['every-folder-has-a-line']);
    });
  },
);
