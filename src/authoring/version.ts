import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument, type YAMLSeq } from 'yaml';
import type { Article, Version } from '../edition/model.ts';
import { readArticleFiles } from '../edition/reading/article-files.ts';
import { loadEdition } from '../edition/reading/load.ts';
import {
  bibliographyOf,
  compareNumbers,
  metadataOf,
  nextNumber,
  textOf,
  versionsOf,
} from '../edition/reading/paths.ts';
import { articleSchema, versionNumber } from '../edition/reading/schemas.ts';
import { unwritten } from '../edition/reading/unwritten.ts';
import { readYaml } from '../edition/reading/yaml.ts';
import { differencesBetween } from '../edition/versions/differences.ts';
import { fieldsBetween } from '../edition/versions/field-differences.ts';
import { isLanguage } from '../text/languages.ts';
import { entriesOf, keysOf } from './bibliography.ts';
import { append, type Done, exists, Refusal, readEditionFile, readVersions, writeFiles } from './files.ts';
import type { ImportOptions } from './import/index.ts';
import { versionTemplate } from './templates.ts';

/**
 * Starts a version of an article: a draft with the text of the latest one, at the end of `versions.yaml`.
 *
 * @param root the edition's folder
 * @param today the date that the draft has until its release
 * @throws {@link Refusal} if the number or the article is none, or a draft is there already
 */
export async function newVersion(root: string, slug: string, number: string, today: string): Promise<Done> {
  const { latest, text, document } = await versionsBefore(root, slug, number);
  const { languages } = (await readEditionFile(root)).value;
  // What changed is not known yet: the release proposes it from the differences.
  const waiting = { fa: unwritten, en: unwritten, ar: unwritten };
  const entries = parseDocument(versionTemplate(languages, number, today, '', waiting)).contents as YAMLSeq;
  const written = await writeFiles(root, {
    [text]: await readFile(path.join(root, textOf(slug, latest))),
    [versionsOf(slug)]: append(document, [], entries.items),
  });
  return {
    written,
    next: [
      `Change ${text}, ${bibliographyOf(slug)} where a reference changes, ${metadataOf(slug)} where a fact does; ${latest} keeps its own copies.`,
      `Say in ${versionsOf(slug)} what kind of change it is (its comment lists the kinds), and what changed, in one language at least: while it says ${unwritten}, the release proposes it from the differences.`,
      'Run npm run check.',
      `Release it: npm run new -- release ${slug} ${number}`,
    ],
  };
}

/**
 * Starts a version of an article from a corrected manuscript. Facts stay as they are written; files that the article has are
 * never overwritten.
 *
 * @param file the manuscript
 * @throws {@link Refusal} as {@link newVersion}, and if the manuscript cannot be read or the article is a restored one
 * @throws {@link ContentFaults} if the article has faults
 */
export async function newVersionFrom(
  root: string,
  slug: string,
  number: string,
  file: string,
  options: ImportOptions,
  today: string,
): Promise<Done> {
  const { latest, text, document } = await versionsBefore(root, slug, number);
  const { article, version: before } = await articleWith(root, slug, latest);
  if (article.source)
    throw new Refusal(
      `${slug} is restored from a text as received, which no manuscript corrects`,
      `change the text itself: npm run new -- version ${slug} ${number}`,
    );
  const { languages, citations } = (await readEditionFile(root)).value;
  // Loaded here: the other commands need none of it.
  const { importManuscript } = await import('./import/index.ts');
  const language = options.language ?? (isLanguage(article.language) ? article.language : undefined);
  const made = await importManuscript(
    file,
    slug,
    number,
    { ...options, language, citations },
    before.metadata.rights,
    await keysOf(root, slug),
    {
      works: await entriesOf(root, bibliographyOf(slug)),
      cited: new Set(before.citations.map(({ key }) => key)),
      files: await readArticleFiles(root, slug),
    },
  );
  const name = path.basename(file);
  const entry = versionTemplate(languages, number, today, 'correction', {
    fa: `متن بر پایۀ دست‌نوشتۀ تصحیح‌شدۀ ${name}.`,
    en: `The text follows the corrected manuscript ${name}.`,
    ar: `النص وفق المخطوطة المصحَّحة ${name}.`,
  });
  const target = bibliographyOf(slug);
  const bibliography = (await exists(root, target)) ? await readFile(path.join(root, target), 'utf8') : '';
  const written = await writeFiles(root, {
    [text]: made.text,
    ...(made.bibliography === bibliography ? {} : { [target]: made.bibliography }),
    ...made.files,
    [versionsOf(slug)]: append(document, [], (parseDocument(entry).contents as YAMLSeq).items),
  });
  const now = await articleWith(root, slug, number);
  const facts = await readFile(path.join(root, metadataOf(slug)), 'utf8');
  return {
    written,
    notes: [
      ...made.notes,
      ...factsBetween(facts, made.facts).map((said) => `${metadataOf(slug)} stays; ${said}`),
      sayDifference(now.article, before, now.version),
    ],
    next: [
      `Look at what changed: npm run dev shows it under changes. What was written into ${textOf(slug, latest)} by hand stands in no manuscript: put it in again.`,
      `Say in ${versionsOf(slug)} what changed, in one language at least.`,
      'Run npm run check.',
      `Release it: npm run new -- release ${slug} ${number}`,
    ],
  };
}

/** An article without its faults, and a version of it. */
async function articleWith(root: string, slug: string, number: string) {
  const [article] = (await loadEdition(root, [slug])).articles;
  const version = article?.versions.find((one) => one.number === number);
  if (!article || !version) throw new Error(`${slug} has no version ${number}`);
  return { article, version };
}

/** What a manuscript says of itself otherwise than the facts of the article. */
function factsBetween(facts: string, made: string): string[] {
  const [before, now] = [facts, made].map((text) => readYaml(text, articleSchema, ''));
  if (!before || !now || 'faults' in before || 'faults' in now) return [];
  return fieldsBetween(before.value, now.value).flatMap(({ field, parts }) => {
    const said = parts.flatMap(({ op, text }) => (op === 'delete' ? [] : [text])).join('');
    // How sure a fact is, and what waits to be written, is said by the edition alone.
    if (said === '' || said === unwritten || /^facts\.|^rights\.|\.(?:certainty|from)$/.test(field)) return [];
    return [`the manuscript says ${field.replace(/\.value$/, '')}: "${said}"`];
  });
}

/** How many blocks stayed, and what became of the others. */
function sayDifference(article: Article, from: Version, to: Version): string {
  const { blocks } = differencesBetween(article, from, to);
  const kinds = new Map<string, string[]>();
  for (const { kind, from: old, to: own } of blocks)
    kinds.set(kind, [...(kinds.get(kind) ?? []), (own.length > 0 ? own : old).join(' ')]);
  const others = [...kinds].filter(([kind]) => kind !== 'same');
  const said = others.map(([kind, ids]) => `${ids.length} ${kind} (${ids.join(', ')})`);
  return `against ${from.number}: ${[`${kinds.get('same')?.length ?? 0} the same`, ...said].join(', ')}`;
}

/**
 * The versions that an article has, all of them released, before a further one.
 *
 * @returns the number of the latest, and the file that the text of the new one gets
 * @throws {@link Refusal} if the number or the article is none, or a draft is there already
 */
async function versionsBefore(root: string, slug: string, number: string) {
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
  return { latest: latest.version, text, document };
}
