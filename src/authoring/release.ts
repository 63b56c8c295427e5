import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pair, Scalar, YAMLMap } from 'yaml';
import { ContentFaults } from '../edition/faults.ts';
import { checkFidelity } from '../edition/fidelity.ts';
import { loadEdition, sha256 } from '../edition/load.ts';
import { bibliographyOf, frozenBibliographyOf, nextNumber, textOf, versionsOf } from '../edition/release.ts';
import { versionDate } from '../edition/schemas.ts';
import { type Done, exists, Refusal, readVersions, writeFiles } from './files.ts';

/**
 * Releases the draft of an article: freezes its bibliography beside its text and records the date and the digests of both.
 *
 * @param date the day of release
 * @throws {@link ContentFaults} while the content of the edition has a fault
 * @throws {@link Refusal} if there is no such draft, or the date is none or too early
 */
export async function release(root: string, slug: string, number: string, date: string): Promise<Done> {
  const { value: versions, document } = await readVersions(root, slug);
  const index = versions.findIndex(({ version }) => version === number);
  const entry = versions[index];
  if (!entry) {
    throw new Refusal(
      `${slug} has no version ${number}`,
      `it has ${versions.map(({ version }) => version).join(', ')}; start one with npm run new -- version ${slug} NUMBER`,
    );
  }
  if (entry.digest !== undefined) {
    const { version } = versions.at(-1) ?? entry;
    throw new Refusal(
      `version ${number} is released, since ${entry.date}`,
      `put a change into a new version: npm run new -- version ${slug} ${nextNumber(version)}`,
    );
  }
  const { error } = versionDate.safeParse(date);
  if (error) throw new Refusal(`«${date}» is no date: it ${error.issues[0]?.message}`, 'leave --date out for today');
  const before = versions[index - 1];
  if (before && before.date > date) {
    throw new Refusal(
      `${date} is before the release of ${before.version}, ${before.date}`,
      'give a later date, --date YYYY-MM-DD',
    );
  }
  const edition = await loadEdition(root);
  const faults = checkFidelity(edition);
  if (faults.length > 0) throw new ContentFaults(faults);

  // An article that cites nothing needs no bibliography; what is frozen is then that there is none.
  const working = bibliographyOf(slug);
  const bibliography = (await exists(root, working)) ? await readFile(path.join(root, working)) : Buffer.alloc(0);
  document.setIn([index, 'date'], date);
  const fields = (document.getIn([index]) as YAMLMap<Scalar>).items;
  fields.splice(
    fields.findIndex(({ key }) => key.value === 'date') + 1,
    0,
    document.createPair('digest', sha256(await readFile(path.join(root, textOf(slug, number))))) as Pair<Scalar>,
    document.createPair('bibliographyDigest', sha256(bibliography)) as Pair<Scalar>,
  );
  const written = await writeFiles(root, {
    [frozenBibliographyOf(slug, number)]: bibliography,
    [versionsOf(slug)]: document.toString({ lineWidth: 0 }),
  });
  return {
    written,
    next: [
      `${textOf(slug, number)} and ${frozenBibliographyOf(slug, number)} never change again; check and build hold them to it.`,
      'Commit them with versions.yaml, build, and publish.',
      `A later change begins with npm run new -- version ${slug} ${nextNumber(number)}`,
    ],
  };
}
