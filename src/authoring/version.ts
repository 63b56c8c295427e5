import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument, type YAMLSeq } from 'yaml';
import {
  bibliographyOf,
  compareNumbers,
  metadataOf,
  nextNumber,
  textOf,
  versionsOf,
} from '../edition/reading/paths.ts';
import { versionNumber } from '../edition/reading/schemas.ts';
import { append, type Done, exists, Refusal, readVersions, writeFiles } from './files.ts';
import { versionTemplate } from './templates.ts';

/**
 * Starts a version of an article: a draft with the text of the latest one, at the end of `versions.yaml`.
 *
 * @param root the edition's folder
 * @param today the date that the draft has until its release
 * @throws {@link Refusal} if the number or the article is none, or a draft is there already
 */
export async function newVersion(root: string, slug: string, number: string, today: string): Promise<Done> {
  const { value: versions, document } = await readVersions(root, slug);
  const latest = versions.at(-1) as (typeof versions)[number];
  const next = `use the next one, such as ${nextNumber(latest.version)}`;
  const { error } = versionNumber.safeParse(number);
  if (error) throw new Refusal(`"${number}" is not a valid version number: it ${error.issues[0]?.message}`, next);
  if (versions.some(({ version }) => version === number)) {
    throw new Refusal(`${slug} has a version ${number} already`, next);
  }
  if (compareNumbers(number, latest.version) < 0) {
    throw new Refusal(`${number} comes before the latest version, ${latest.version}`, next);
  }
  if (latest.digest === undefined) {
    throw new Refusal(
      `version ${latest.version} is still a draft`,
      `put the change into it, or release it first: npm run new -- release ${slug} ${latest.version}`,
    );
  }
  const text = textOf(slug, number);
  if (await exists(root, text)) throw new Refusal(`${text} already exists`, 'move it away; it would be overwritten');
  const entries = parseDocument(versionTemplate(number, today)).contents as YAMLSeq;
  const written = await writeFiles(root, {
    [text]: await readFile(path.join(root, textOf(slug, latest.version))),
    [versionsOf(slug)]: append(document, [], entries.items),
  });
  return {
    written,
    next: [
      `Change ${text}, ${bibliographyOf(slug)} where a reference changes, ${metadataOf(slug)} where a fact does; ${latest.version} keeps its own copies.`,
      `Say in ${versionsOf(slug)} what kind of change it is (its comment lists the kinds), and what changed, in both languages.`,
      'Run npm run check.',
      `Release it: npm run new -- release ${slug} ${number}`,
    ],
  };
}
