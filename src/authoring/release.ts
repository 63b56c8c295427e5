import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pair, Scalar, YAMLMap } from 'yaml';
import { fileAddress } from '../edition/article-files.ts';
import { checkFidelity } from '../edition/fidelity/fidelity.ts';
import { sealOf, sha256 } from '../edition/reading/digests.ts';
import { loadEdition } from '../edition/reading/load.ts';
import {
  bibliographyOf,
  frozenBibliographyOf,
  frozenMetadataOf,
  metadataOf,
  nextNumber,
  sourceOf,
  textOf,
  versionsOf,
} from '../edition/reading/paths.ts';
import { versionDate } from '../edition/reading/schemas.ts';
import { receivedFolder } from '../edition/received.ts';
import { ContentFaults, type Fault } from '../faults.ts';
import { isLanguage } from '../text/languages.ts';
import { type Done, exists, Refusal, readEditionFile, readVersions, writeFiles } from './files.ts';
import { proposedSummary } from './summary.ts';

/**
 * Releases the draft of an article: freezes its bibliography and its metadata beside its text, and records the date and the digests
 * of these and of the source. A summary that waits to be written (`…`) is an open point, and is proposed from the differences.
 *
 * @param date the day of release
 * @param today no release is later
 * @throws {@link ContentFaults} while the content of the edition has a fault, or the draft an open point
 * @throws {@link Refusal} if there is no such draft, or the date is none, too early or in the future
 */
export async function release(root: string, slug: string, number: string, date: string, today: string): Promise<Done> {
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
  if (error)
    throw new Refusal(`"${date}" is not a valid date: it ${error.issues[0]?.message}`, 'leave --date out for today');
  if (date > today)
    throw new Refusal(`${date} is in the future`, 'leave --date out for today; what is released can be cited at once');
  const before = versions[index - 1];
  if (before && before.date > date) {
    throw new Refusal(
      `${date} is before the release of ${before.version}, ${before.date}`,
      'give a later date, --date YYYY-MM-DD',
    );
  }
  const edition = await loadEdition(root);
  const article = edition.articles.find((one) => one.slug === slug);
  const { source, versions: read } = article ?? {};
  const draft = read?.find((version) => version.number === number);
  const previous = read?.find((version) => version.number === before?.version);
  const proposed = (language: string): string | undefined =>
    article && previous && draft && isLanguage(language)
      ? proposedSummary(article, previous, draft, language)
      : undefined;
  // A summary that waits is told what the differences say, so that it claims neither more nor less.
  const advised = (fault: Fault): Fault => {
    const language = fault.file === versionsOf(slug) ? /summary\.(\w+)/.exec(fault.what)?.[1] : undefined;
    const text = language && proposed(language);
    return text ? { ...fault, fix: `write in place of … what changed and why; as computed: ${text}` } : fault;
  };
  // Loaded here: the other commands start without the formats.
  const { checkFormats } = await import('../formats/check.ts');
  const faults = [
    ...checkFidelity(edition),
    ...(await checkFormats(root, edition)).faults,
    ...(draft?.open ?? []).map(advised),
  ];
  if (faults.length > 0) throw new ContentFaults(faults);

  // An article that cites nothing needs no bibliography; what is frozen is then that there is none.
  const working = bibliographyOf(slug);
  const bibliography = (await exists(root, working)) ? await readFile(path.join(root, working)) : Buffer.alloc(0);
  const metadata = await readFile(path.join(root, metadataOf(slug)));
  const digests = {
    digest: sha256(await readFile(path.join(root, textOf(slug, number)))),
    bibliographyDigest: sha256(bibliography),
    metadataDigest: sha256(metadata),
    ...(source ? { sourceDigest: sha256(await readFile(path.join(root, sourceOf(slug)))) } : {}),
  };
  const { received } = draft ?? {};
  const files = Object.fromEntries((draft?.files ?? []).map((file) => [file.name, file.sha256]));
  const frozen = {
    ...digests,
    ...(received ? { receivedDigest: received.sha256 } : {}),
    ...(Object.keys(files).length > 0 ? { files } : {}),
  };
  const seal = sealOf({ ...entry, date, ...frozen }, before?.seal);
  document.setIn([index, 'date'], date);
  const fields = (document.getIn([index]) as YAMLMap<Scalar>).items;
  fields.splice(
    fields.findIndex(({ key }) => key.value === 'date') + 1,
    0,
    ...Object.entries({ ...frozen, seal }).map(([name, value]) => document.createPair(name, value) as Pair<Scalar>),
  );
  const written = await writeFiles(root, {
    [frozenBibliographyOf(slug, number)]: bibliography,
    [frozenMetadataOf(slug, number)]: metadata,
    [versionsOf(slug)]: document.toString({ lineWidth: 0 }),
  });
  const [main = 'en'] = (await readEditionFile(root)).value.languages;
  const computed = proposed(main);
  return {
    written,
    ...(computed ? { notes: [`what differs from ${before?.version}, as computed: ${computed}`] } : {}),
    next: [
      `${[textOf, frozenBibliographyOf, frozenMetadataOf].map((file) => file(slug, number)).join(', ')}${source ? ' and source.txt' : ''}${received ? ` and ${receivedFolder}/${received.name}` : ''}${'files' in frozen ? ` and ${Object.keys(files).map(fileAddress).join(', ')}` : ''} cannot change from now on; check and build enforce this.`,
      'Commit them with versions.yaml, build, and publish.',
      `A later change begins with npm run new -- version ${slug} ${nextNumber(number)}`,
    ],
  };
}
