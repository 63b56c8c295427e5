import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBibliography } from '../../src/bibliography/load.ts';
import { fatesOfLines } from '../../src/edition/fidelity/alignment.ts';
import { checkFidelity } from '../../src/edition/fidelity/fidelity.ts';
import type { Edition, Version } from '../../src/edition/model.ts';
import { relate } from '../../src/edition/versions/identity.ts';
import { paragraphsOf } from '../helpers/articles.ts';
import { ownEdition, ownRoot } from './own.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await ownEdition();
});

describe('the two articles', () => {
  test('agree with their sources', () => {
    expect(edition.articles).toHaveLength(2);
    expect(checkFidelity(edition)).toEqual([]);
  });

  test('account for every line of their sources', () => {
    for (const article of edition.articles) {
      for (const version of article.versions) expect(fatesOfLines({ article, version })).not.toContain(undefined);
    }
  });

  test('have every paragraph of the body numbered without a gap', () => {
    for (const article of edition.articles) {
      for (const version of article.versions) {
        const numbers = paragraphsOf(version).map((block) => block.number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }
    }
  });

  test('are the same as themselves in every piece', () => {
    for (const article of edition.articles) {
      const [version] = article.versions as [Version];
      const relations = relate(article, version, { ...version, number: '9.0.0' });
      expect(relations.every(({ kind, from, to }) => kind === 'same' && from[0] === to[0])).toBe(true);
    }
  });
});

test.each(['concert-of-powers', 'karabakh-neo-neo'])('the bibliography of %s keeps the rules', async (slug) => {
  const file = path.join(ownRoot, `bibliography/${slug}.bib`);
  const { works, faults } = readBibliography(await readFile(file, 'utf8'), file);
  expect(faults).toEqual([]);
  for (const work of works) {
    expect(work.reason.fa, work.key).not.toBe('');
    expect(work.printed.length, work.key).toBeGreaterThan(0);
    // Names in Latin letters do not tell the language of a work of which nothing else is known.
    if (work.identification === 'unidentified') expect(['fa', 'und'], work.key).toContain(work.language);
  }
});
