/** A journal of 200 records for harvesters: an article in Dublin Core and MODS, in 200 versions of four years, of four issues. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { exportPath } from '../../src/edition/addresses.ts';
import { articleTypes } from '../../src/edition/article-types.ts';
import { type Edition, subjectsOf, type VersionOfRecord } from '../../src/edition/model.ts';
import { formats } from '../../src/formats/index.ts';
import { nginxFiles, nginxOai } from '../../src/hosting/nginx.ts';
import { writeRoute } from '../../src/site/oai/repository.ts';
import { everything, readArticles } from './records.ts';

/** How many records it has. */
export const recordCount = 200;

/** The journal. Record N is of day N % 28 + 1 of a month, of issue N % 4 + 1 of volume 12, and of the type that follows in the list. */
export async function journal(): Promise<Edition> {
  const edition = await readArticles({ 'a-tale': everything });
  const [article] = edition.articles;
  const [version] = article?.versions ?? [];
  if (!article || !version) throw new Error('nothing was read');
  const stated = <T>(value: T) => ({ value, certainty: 'certain', from: 'authors' }) as const;
  const versions = Array.from({ length: recordCount }, (_, index) => ({
    ...version,
    number: `1.0.${index}`,
    date: `${2020 + Math.floor(index / 50)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    metadata: {
      ...version.metadata,
      type: articleTypes[index % 3],
      record: {
        ...(version.metadata.record as VersionOfRecord),
        volume: stated('12'),
        issue: stated(String((index % 4) + 1)),
      },
    },
  }));
  return { ...edition, site: 'https://trial.example/journal/', articles: [{ ...article, versions }] };
}

/**
 * Writes what `/oai` needs of a journal, and its records.
 *
 * @param base the path of the site below the folder
 * @returns the folder, which lives as long as the test
 */
export async function publish(edition: Edition, base = ''): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const site = path.join(folder, base);
  await writeRoute(edition, site);
  await writeFile(path.join(site, 'hosting', nginxFiles.oai), nginxOai(edition));
  for (const subject of subjectsOf(edition))
    for (const extension of ['dc.xml', 'mods.xml']) {
      const format = formats.find((one) => one.extension === extension);
      const file = path.join(site, exportPath(subject.article.slug, subject.version.number, extension));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, String(await format?.write(subject)));
    }
  return folder;
}
