/** An edition without articles, and manuscripts on a desk beside it. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNew, type Said } from '../../src/cli/new-command.ts';
import type { Article, Version } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { listFiles } from '../../src/files.ts';
import { makeEdition, soundFiles } from './edition.ts';

const today = '2026-08-09';

export interface Desk {
  readonly root: string;
  /** Imports a manuscript as the article `made`. */
  readonly take: (name: string, ...more: readonly string[]) => Promise<Said>;
  /** The article that came of it, and its only version. */
  readonly made: () => Promise<{ readonly article: Article; readonly version: Version }>;
  /** What stands in the folder of the edition. */
  readonly files: () => readonly string[];
}

/**
 * @param manuscripts by name, those in folders too
 * @param make `writeEdition` for one that lives longer than a test: who asks for it removes it
 */
export async function makeDesk(
  manuscripts: Readonly<Record<string, string | Uint8Array>>,
  make: typeof makeEdition = makeEdition,
): Promise<Desk> {
  const root = await make({
    ...Object.fromEntries(Object.keys(soundFiles).map((file) => [file, null])),
    'content/edition.yaml': (soundFiles['content/edition.yaml'] as string).replace(
      /articles:[\s\S]*/,
      'articles: []\n',
    ),
  });
  for (const [name, content] of Object.entries(manuscripts)) {
    await mkdir(path.dirname(path.join(root, 'desk', name)), { recursive: true });
    await writeFile(path.join(root, 'desk', name), content);
  }
  return {
    root,
    take: (name, ...more) =>
      runNew(['article', 'made', '--from', path.join(root, 'desk', name), '--root', root, ...more], today),
    made: async () => {
      const [article] = (await loadEdition(root)).articles;
      const version = article?.versions[0];
      if (!article || !version) throw new Error('nothing was imported');
      return { article, version };
    },
    files: () =>
      listFiles(root)
        .filter((file) => !file.startsWith('desk/'))
        .sort(),
  };
}
