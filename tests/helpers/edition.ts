import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The files of a small, sound edition: one made-up article in English and one in Persian. */
export const soundFiles: Readonly<Record<string, string>> = {
  'content/edition.yaml': `name: { fa: آزمون, en: Trial }
description: { fa: ویراستی برای آزمون, en: An edition for tests }
publisher: { fa: آزمون, en: Trial }
site: https://trial.example/
rights: { uri: http://rightsstatements.org/vocab/CNE/1.0/, name: { fa: بررسی نشده, en: Copyright Not Evaluated }, note: { fa: ناشناخته, en: Unknown } }
languages:
  - fa
  - en
articles:
  - a-tale
  - yek-dastan
`,
  'content/articles/a-tale/article.yaml': articleFile('en', 'A Tale of Two Notes'),
  'content/articles/a-tale/versions.yaml': versionsFile(),
  'content/articles/a-tale/1.0.0.mdx': `<Abstract lang="en">

What it is about. [](source:1)

</Abstract>

## Beginning [](source:2)

It began[^1] in 1999 and was told again [](source:3)

It ended well [](source:5)

[^1]: Nobody knows why [](source:4)
`,
  'content/articles/a-tale/source.txt':
    'What it is about.\nBeginning\nIt began1 in 1999 and was told again\n1. Nobody knows why\nIt ended well\n',
  'content/articles/yek-dastan/article.yaml': articleFile('fa', 'یک داستان'),
  'content/articles/yek-dastan/versions.yaml': versionsFile(),
  'content/articles/yek-dastan/1.0.0.mdx': `## آغاز [](source:1)

در سال [۱۹۹۹](reading:r1) آغاز شد و همه آن را شنیدند [](source:2)

\`\`\`yaml apparatus
readings:
  r1:
    text: "۱۹۹۹"
    source: "199"
    candidates: ["۱۹۹۹"]
    certainty: supported
    reason: { fa: رقم آخر افتاده است, en: The last digit is lost }
\`\`\`
`,
  'content/articles/yek-dastan/source.txt': 'آغاز\nدر سال 199 آغاز شد و همه آن را شنیدند\n',
};

function articleFile(language: string, title: string): string {
  return `language: ${language}
titles:
  ${language}: { value: "${title}", certainty: certain, from: source }
creators:
  - name: { fa: { family: نویسنده }, en: { family: Writer, given: Ann } }
    romanised: { certainty: certain, from: source }
    affiliation: {}
journal:
  name: { fa: مجله, en: Journal }
  publisher: { fa: ناشر, en: Publisher }
record:
  url: https://journal.example/1
dates: []
keywords: {}
rights:
  uri: http://rightsstatements.org/vocab/CNE/1.0/
  name: { fa: بررسی نشده, en: Copyright Not Evaluated }
  note: { fa: ناشناخته, en: Unknown }
source: { profile: intact }
`;
}

function versionsFile(): string {
  return `- version: 1.0.0
  date: 2026-01-01
  kind: first
  summary: { fa: نخستین, en: First }
`;
}

/** What differs where the English article is the only one, which halves the time of a build. */
export const alone: Readonly<Record<string, string | null>> = {
  'content/edition.yaml': (soundFiles['content/edition.yaml'] as string).replace('  - yek-dastan\n', ''),
  ...Object.fromEntries(
    Object.keys(soundFiles)
      .filter((file) => file.includes('/yek-dastan/'))
      .map((file) => [file, null]),
  ),
};

/**
 * Writes an edition into a folder that lives as long as the test.
 *
 * @param changes files that differ from the sound ones; `null` leaves a file out
 * @returns the edition's root
 */
export async function makeEdition(changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
  const root = await writeEdition(changes);
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

/** The same, which who asks for it removes. */
export async function writeEdition(changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  for (const [file, content] of Object.entries({ ...soundFiles, ...changes })) {
    if (content === null) continue;
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  }
  return root;
}

/** A sound file with one piece replaced; fails if the piece is not there. */
export function changed(file: string, from: string, to: string): Record<string, string> {
  const content = soundFiles[file];
  if (!content?.includes(from)) throw new Error(`${file} has no «${from}»`);
  return { [file]: content.replace(from, to) };
}
