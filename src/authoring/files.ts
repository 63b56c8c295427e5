/** What the commands of `npm run new` share: reading an edition's lists as people wrote them, and refusing. */
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, parseDocument, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { type ContentKind, noEditionIn, readContent } from '../edition/reading/files.ts';
import { editionFile, versionsOf } from '../edition/reading/paths.ts';
import { editionSchema, slug as slugSchema, type VersionsFile, versionsSchema } from '../edition/reading/schemas.ts';
import { readYaml } from '../edition/reading/yaml.ts';
import { ContentFaults } from '../faults.ts';

/** What a command did and what the person does next. */
export interface Done {
  /** The files that it wrote, relative to the edition's root. */
  readonly written: readonly string[];
  /** What the person has to know of what was done. */
  readonly notes?: readonly string[];
  readonly next: readonly string[];
}

/** Thrown when a command cannot do what it was asked; its message is for the person. Nothing was written. */
export class Refusal extends Error {
  constructor(what: string, fix: string) {
    super(`${what}\n    fix: ${fix}`);
    this.name = 'Refusal';
  }
}

/** A YAML file as a schema reads it and as a document that keeps its comments. */
export interface YamlFile<T> {
  readonly value: T;
  readonly document: Document;
}

/** A content file that is there. */
export async function readYamlFile<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  kind: ContentKind,
): Promise<YamlFile<T>> {
  const content = await readContent(root, file, kind);
  if ('faults' in content) throw new ContentFaults(content.faults);
  const read = readYaml(content.text, schema, file);
  if ('faults' in read) throw new ContentFaults(read.faults);
  return { value: read.value, document: parseDocument(content.text) };
}

export async function readEditionFile(root: string): Promise<YamlFile<z.infer<typeof editionSchema>>> {
  if (!(await exists(root, editionFile))) throw new Refusal(...noEditionIn(root));
  return readYamlFile(root, editionFile, editionSchema, 'working');
}

/** The versions of an article of the edition. */
export async function readVersions(root: string, slug: string): Promise<YamlFile<VersionsFile>> {
  checkSlug(slug);
  const { articles } = (await readEditionFile(root)).value;
  if (!articles.includes(slug)) {
    throw noArticle(slug, articles);
  }
  return readYamlFile(root, versionsOf(slug), versionsSchema, 'frozen');
}

/** Of a slug that is no article of the edition. */
export const noArticle = (slug: string, articles: readonly string[]): Refusal =>
  new Refusal(
    `the edition has no article "${slug}"`,
    articles.length === 0 ? `start it: npm run new -- article ${slug}` : `name one of ${articles.join(', ')}`,
  );

/** A slug becomes a folder: it must not lead anywhere else. */
export function checkSlug(slug: string): void {
  const { error } = slugSchema.safeParse(slug);
  if (error)
    throw new Refusal(
      `"${slug}" is not a valid slug: it ${error.issues[0]?.message}`,
      'write one such as concert-of-powers',
    );
}

/** Adds entries to the list at the end of a path; their comments, and those of the document, stay. */
export function append(document: Document, at: readonly string[], entries: readonly unknown[]): string {
  const list = (at.length === 0 ? document.contents : document.getIn(at)) as YAMLSeq;
  // An empty list stands as [] on its line; entries stand one a line.
  if (list.items.length === 0) list.flow = false;
  list.items.push(...entries);
  // No width: a line that a person wrote stays one line.
  return document.toString({ lineWidth: 0 });
}

export const exists = (root: string, file: string): Promise<boolean> =>
  access(path.join(root, file)).then(
    () => true,
    () => false,
  );

/** Writes files, in their order, and answers their names. */
export async function writeFiles(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string[]> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  }
  return Object.keys(files);
}
