/**
 * Which faults a file of tests comes past, as V8 counts it (noting.ts): only those tests can notice one. Node leaves blanks for
 * the types that it takes out of a module, so V8's offsets are those of the file.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from '../../../src/files.ts';
import type { Fault } from './sources.ts';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** The innermost range that holds a place says whether it was come past. */
function comesPast({ functions }: Script, at: number): boolean {
  let inner: Range | undefined;
  for (const { ranges } of functions) {
    for (const range of ranges) {
      if (at < range.startOffset || at >= range.endOffset) continue;
      if (!inner || range.endOffset - range.startOffset <= inner.endOffset - inner.startOffset) inner = range;
    }
  }
  return inner !== undefined && inner.count > 0;
}

/**
 * The faults, by their places in the list, that were come past.
 *
 * @param root the copy of the repository that was run
 * @param folder where V8's counts of all processes lie
 */
export function reached(faults: readonly Fault[], root: string, folder: string): number[] {
  const found = new Set<number>();
  for (const name of existsSync(folder) ? listFiles(folder) : []) {
    const { result }: { result: readonly Script[] } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    for (const script of result.filter(({ url }) => url.startsWith('file:'))) {
      const file = path.relative(root, fileURLToPath(script.url));
      for (const [id, fault] of faults.entries())
        if (fault.file === file && !found.has(id) && comesPast(script, fault.start)) found.add(id);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether V8 counts a source at all: components and pages are put through Vite first, and a browser runs the client. */
export const isCounted = (file: string): boolean =>
  file.endsWith('.ts') && !/^src\/(?:client|pages|worker)\//.test(file);
