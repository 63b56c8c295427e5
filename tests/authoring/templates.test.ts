import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newArticle } from '../../src/authoring/article.ts';
import { noticeTemplate, versionTemplate } from '../../src/authoring/templates.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { ContentFaults } from '../../src/faults.ts';
import type { Language } from '../../src/text/languages.ts';
import { makeEdition } from '../helpers/edition.ts';
import { journalOfLanguages } from '../helpers/languages.ts';

/** The files of a new article in an edition of these languages, and what `check` says of them. */
async function started(languages: readonly Language[], isRestored: boolean) {
  const edition = journalOfLanguages['content/edition.yaml'] as string;
  const root = await makeEdition({
    ...journalOfLanguages,
    'content/edition.yaml': edition.replace('[en]', `[${languages.join(', ')}]`),
  });
  const { written } = await newArticle(root, 'a-new-one', isRestored, '2026-01-31');
  const texts = await Promise.all(
    written.filter((file) => file.includes('a-new-one')).map((file) => readFile(path.join(root, file), 'utf8')),
  );
  const faults = await loadEdition(root).then(
    () => [],
    (error: unknown) => (error instanceof ContentFaults ? error.faults : Promise.reject(error)),
  );
  return { text: texts.join('\n'), facts: parse(texts.find((one) => one.includes('creators:')) ?? ''), faults };
}

describe.each([
  ['written for the edition', false],
  ['restored', true],
] as const)('a new article that is %s', (_, isRestored) => {
  test('has nothing of Persian or Arabic in an edition in English alone', async () => {
    const { text, facts, faults } = await started(['en'], isRestored);
    expect(text.replaceAll(/^# {2}- \{ event: .*$/gm, '')).not.toMatch(/\p{Script=Arabic}|\b(?:fa|ar): /u);
    expect(facts).toMatchObject({ language: 'en', titles: { en: expect.anything() } });
    expect(faults.length).toBeGreaterThan(0);
    for (const { what } of faults) expect(what).not.toMatch(/\b(?:fa|ar)\b/);
  });

  test('is in the first language of the edition, with lines for the others', async () => {
    const { text, facts } = await started(['ar', 'fa'], isRestored);
    expect(facts.language).toBe('ar');
    expect(Object.keys(facts.creators[0].name)).toEqual(['ar', 'en']);
    expect(text).toContain('<Abstract lang="ar">');
    expect(text).toContain('romanisedTitle');
    expect(text).toMatch(/^ {4}ar: ""\n {4}fa: ""\n/m);
  });
});

test('versions and notices are said in the languages of the edition', () => {
  expect(parse(versionTemplate(['ar', 'en'], '1.1.0', '2026-01-31'))[0].summary).toEqual({ ar: '', en: '' });
  expect(parse(noticeTemplate(['en'], '1.0.0', 'doi', '2026-01-31')).notices[0].reason).toEqual({ en: '' });
});
