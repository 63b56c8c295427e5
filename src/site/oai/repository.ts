import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import { toXml } from 'xast-util-to-xml';
import { exportPath, permanent } from '../../edition/addresses.ts';
import type { Edition } from '../../edition/model.ts';
import { lastChangeOf } from '../../edition/notices.ts';
import { isOn } from '../../edition/offers.ts';
import { sha256 } from '../../edition/reading/digests.ts';
import { formats as registered } from '../../formats/index.ts';
import route, { type Repository } from '../../hosting/oai.ts';
import { moduleFile } from '../../root.ts';
import { describedOf, disseminations, identifierOf, identify } from './records.ts';
import { setsIn } from './sets.ts';

/** The function that a host runs, below `hosting/`. */
const routeFile = 'hosting/oai.js';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What `/oai` knows of an edition: one record a version that has its records, in every format that the edition offers. Sets are called in English,
 * as is the repository first; without Dublin Core, which OAI-PMH demands, there is none.
 */
export function repositoryOf(edition: Edition, formats: readonly { extension: string }[] = registered) {
  const offered = disseminations.filter(
    ({ extension }) => isOn(edition, extension) && formats.some((format) => format.extension === extension),
  );
  if (!offered.some(({ prefix }) => prefix === 'oai_dc')) return undefined;
  const setsOf = setsIn(edition);
  const described = describedOf(edition).map((subject) => ({ subject, sets: setsOf(subject) }));
  const sets = new Map(described.flatMap(({ sets }) => sets.map(({ spec, name }) => [spec, name] as const)));
  const content: Omit<Repository, 'digest'> = {
    baseUrl: permanent(edition.site, 'oai'),
    identify: toXml(identify(edition, '', permanent(edition.site, 'oai'))),
    formats: offered.map(({ prefix, schema, namespace, extension }) => ({ prefix, schema, namespace, extension })),
    sets: [...sets].map(([spec, name]) => ({ spec, name })).sort((a, b) => compare(a.spec, b.spec)),
    records: described
      .map(({ subject, sets }) => ({
        identifier: identifierOf(subject),
        date: lastChangeOf(subject.version),
        sets: sets.map(({ spec }) => spec),
        path: exportPath(subject.article.slug, subject.version.number, ''),
      }))
      .sort((a, b) => compare(a.date, b.date) || compare(a.identifier, b.identifier)),
  };
  return { digest: sha256(JSON.stringify(content)).slice(0, 8), ...content } satisfies Repository;
}

/** The function that answers `/oai`, as JavaScript for hosts. */
export async function routeScript(): Promise<string> {
  const file = moduleFile('hosting/oai');
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { target: 'es2017', sourcemap: false });
  return code;
}

/** Writes what `/oai` needs at a host: the list of records, and the function. */
export async function writeRoute(edition: Edition, folder: string): Promise<void> {
  const repository = repositoryOf(edition);
  if (!repository) return;
  await mkdir(path.dirname(path.join(folder, route.listFile)), { recursive: true });
  await writeFile(path.join(folder, route.listFile), `${JSON.stringify(repository)}\n`);
  await writeFile(path.join(folder, routeFile), await routeScript());
}
