/** What stands on a page of an edition that has not written it: its facts, and what holds of every edition. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentFaults } from '../../faults.ts';
import type { OwnPage } from '../own-pages.ts';
import { readOwnPage } from './own-pages.ts';

/** The folder of the texts, which are written like those of an edition (docs/own-pages.md). */
export const defaultPagesFolder = path.resolve(import.meta.dirname, '../default-pages');

const read = new Map<string, OwnPage>();

/** The text of a page; nothing of a part of a page that can be left out. */
export function defaultPage(name: string, language: string): OwnPage | undefined {
  const file = `${name}.${language}.mdx`;
  const known = read.get(file);
  if (known || !existsSync(path.join(defaultPagesFolder, file))) return known;
  const text = readFileSync(path.join(defaultPagesFolder, file), 'utf8');
  const { page, faults } = readOwnPage(text, file, name, language, { articles: [] });
  if (faults.length > 0) throw new ContentFaults(faults);
  read.set(file, page);
  return page;
}
