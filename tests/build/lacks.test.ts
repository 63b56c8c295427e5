import path from 'node:path';
import { expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { silent } from '../../src/build/progress.ts';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { makeEdition, soundFiles } from '../helpers/edition.ts';
import { needing } from '../helpers/installed.ts';
import { releasedFiles } from '../helpers/release.ts';

test('each build says which PDF is not PDF/UA-1 and what to do, that too which makes no file anew', {
  ...needing({ isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' }),
  timeout: 300_000,
}, async () => {
  // A draft may not begin so; what was released before the rule stays.
  const text = soundFiles['content/articles/yek-dastan/1.0.0.mdx']?.replace('## آغاز', '### آغاز') as string;
  const root = await makeEdition(releasedFiles('yek-dastan', [{ number: '1.0.0', text }]));
  const notesOf = async (): Promise<string[]> => {
    const notes: string[] = [];
    const [out, cache] = [path.join(root, 'dist'), path.join(root, 'cache')];
    await buildEdition({ root, out, cache, progress: { ...silent, note: (text) => notes.push(text) } });
    // The other note says how many articles were made.
    return notes.filter((note) => note.includes('.pdf'));
  };
  const first = await notesOf();
  expect(first).toHaveLength(1);
  expect(first[0]).toMatch(/^articles\/yek-dastan\/1\.0\.0\/yek-dastan\.pdf: .*PDF\/UA-1.*7\.4\.2-1.*H2 on page \d/);
  expect(first[0]).toMatch(/\n {4}fix: .*##/);
  expect(await notesOf()).toEqual(first);
});
