import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { asReleased, subjectsOf } from '../../src/edition/model.ts';
import { txt } from '../../src/formats/txt.ts';
import { ownEdition, ownRoot } from './own.ts';

/** The digest of the plain text of each released version, and its seal. Whatever the schemas learn, these stay. */
const frozen: Readonly<Record<string, readonly [text: string, seal: string]>> = {
  'concert-of-powers 1.0.0': [
    'cbf886a5893abf5f120c82a170cd6329d729ba70d8a9e2d1e0a9778060191326',
    '08f4e575983e737e0c5d146e807e59d1c9687fe4d65d075ec57f667328386b94',
  ],
  'concert-of-powers 1.0.1': [
    '00d23fbcad00780b2da2500497b9f9eeea6deba1a21a8e9e9d6093ac7dae622d',
    '6f722ddb6dbcf32fec87e692eb7bb160da439a437514565388db3232686030e1',
  ],
  'karabakh-neo-neo 1.0.0': [
    '45d3e7d043c01f150e2aac1d839ca1a6cd8b1539d9e1842e90c95dfd263b48b8',
    '054ef745bf84036749b15a34544256690536795dd93196a1d80c15d99a7774d9',
  ],
  'karabakh-neo-neo 1.0.1': [
    'a33f1cee9d1a5e2e27522e878c5a1ed3f3d4065078d832ccaca4d5ee112d6ab4',
    '0421dfb06e7d4ee7b1ebdda24fa2a2384a08b65a8e828f0706fd0982d5328cc0',
  ],
};

test('the four released texts have the plain text and the seals with which they were released', async () => {
  const found = await Promise.all(
    subjectsOf(await ownEdition())
      .filter(({ article, version }) => `${article.slug} ${version.number}` in frozen)
      .map(async (subject) => {
        const { slug, versions } = subject.article;
        const { number } = subject.version;
        const list = await readFile(path.join(ownRoot, `content/articles/${slug}/versions.yaml`), 'utf8');
        const entry = list.slice(list.indexOf(`version: ${number}`));
        const seal = /seal: (\w{64})/.exec(entry)?.[1];
        // A text names the latest version: one that came later is none of what was frozen.
        const known = versions.filter((version) => `${slug} ${version.number}` in frozen);
        const then = { ...subject, article: { ...subject.article, versions: known } };
        return [
          `${slug} ${number}`,
          [
            createHash('sha256')
              .update(txt.write(asReleased(then)) as string)
              .digest('hex'),
            seal,
          ],
        ] as const;
      }),
  );
  expect(Object.fromEntries(found)).toEqual(frozen);
});
