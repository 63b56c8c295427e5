/**
 * Finds comparisons of a language with one that the program knows. What a language is like is asked in `src/text/`, and what it says
 * is in `src/locales/`: a comparison elsewhere is a place that a new language would miss.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../src/files.ts';

/** The folders that know what languages are like, and what they say. */
const home = /^(?:text|locales)\//;

/** Where else languages may be compared with literals, and why. */
const allowed: readonly (readonly [place: string, reason: string])[] = [
  ['citing/', 'references are printed in two scripts, which their styles are made for'],
  ['formats/references/citations.ts', 'the twins of files in Latin script are called en'],
  ['formats/jats/body.ts', 'labels that released files have in their captions'],
  ['edition/reading/digests.ts', 'the first seals knew two languages'],
  ['authoring/import/', 'manuscripts are told apart by the letters of two languages'],
];

/** The languages of the interface, and others of which rules of scripts and letters could be written down in the wrong place. */
const literal = `['"](?:fa|en|ar|ckb|ur|ps|az|he|fr|de)['"]`;
const comparison = new RegExp(String.raw`[!=]==?\s*${literal}|${literal}\s*[!=]==?|\bcase ${literal}:`);

/** Whether a line of code compares something with the tag of a language. */
export const comparesLanguage = (line: string): boolean => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && comparison.test(line);

/**
 * The lines that compare where nothing allows it, as `file:line: what to do`, and the allowances that nothing needs any more.
 *
 * @param source the folder of the program's source
 */
export function languageLiterals(source: string): string[] {
  const needed = new Set<string>();
  const found = listFiles(source)
    .filter((file) => /\.(?:ts|astro|typ)$/.test(file) && !home.test(file))
    .flatMap((file) => {
      const lines = readFileSync(path.join(source, file), 'utf8').split('\n');
      const place = allowed.find(([one]) => file.startsWith(one))?.[0];
      return lines.flatMap((line, index) => {
        if (!comparesLanguage(line)) return [];
        if (place === undefined)
          return [`src/${file}:${index + 1}: ask src/text/languages.ts what the language is like`];
        needed.add(place);
        return [];
      });
    });
  const idle = allowed.filter(([place]) => !needed.has(place));
  return [...found, ...idle.map(([place]) => `src/${place} compares no language any more: take it off the list`)];
}
