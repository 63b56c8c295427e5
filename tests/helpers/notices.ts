/** A small edition whose English article is released and has notices, written as people write them, and sealed. */
import { rm } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { sealNotices } from '../../src/authoring/notice.ts';
import { writeEdition } from './edition.ts';
import { releasedFiles } from './release.ts';

export const folder = 'content/articles/a-tale';
export const noticesFile = `${folder}/notices.yaml`;

/** An entry of `notices.yaml`. */
export const written = (kind: string, date: string, more = ''): string =>
  `  - version: 1.0.0
    kind: ${kind}
    date: ${date}
    reason: { fa: "دلیل ${kind}", en: "Why ${kind}" }
${more === '' ? '' : `    ${more}\n`}`;

/** One notice of every kind, in the order of their days. */
export const everyNotice = `notices:
${written('doi', '2026-02-01', 'doi: 10.5555/tale.1')}${written('licence', '2026-02-02', 'licence: CC-BY-4.0')}${written('erratum', '2026-02-03')}${written('correction', '2026-02-04', 'url: https://journal.example/correction')}${written('concern', '2026-02-05', 'url: https://journal.example/concern')}${written('retraction', '2026-02-06', 'doi: 10.5555/retraction')}`;

/** The root of the edition, its notices sealed; who asks for it removes it. */
export async function writeNoticed(notices = everyNotice): Promise<string> {
  const root = await writeEdition({ ...releasedFiles('a-tale', [{ number: '1.0.0' }]), [noticesFile]: notices });
  await sealNotices(root, 'a-tale');
  return root;
}

/** The same, which lives as long as the test. */
export async function noticedEdition(): Promise<string> {
  const root = await writeNoticed();
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}
