/** The tables of words that mean the same: those of general Persian, which come with the engine, and those of an edition. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Row } from './field.ts';

/** A group of rows with the reason for them. */
export interface Rows {
  readonly why: string;
  readonly rows: readonly Row[];
}

/** Broken plurals and other words of general Persian (words/persian.yaml). */
export function persianRows(): Row[] {
  const file = path.resolve(import.meta.dirname, 'words/persian.yaml');
  return (parse(readFileSync(file, 'utf8')) as Rows[]).flatMap(({ rows }) => rows.map((row) => row.map(String)));
}
