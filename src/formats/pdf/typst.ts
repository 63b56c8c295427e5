/** Typst, which sets the pages: a compiler in the process, from npm; it asks no network and no clock. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fonts } from './fonts.ts';

/** What we use of the compiler (its package `@myriaddreamin/typst-ts-node-compiler` has the types). */
interface Compiler {
  compile(options: { mainFilePath: string }): { result: object | null; takeDiagnostics(): Diagnostics | null };
  pdf(document: object, options: { pdfStandard: string }): Buffer;
  query(document: object, options: { selector: string; field: string }): unknown;
  mapShadow(file: string, content: Buffer): void;
  unmapShadow(file: string): void;
  fetchDiagnostics(diagnostics: Diagnostics): readonly { message: string }[];
  evictCache(age: number): void;
}
type Diagnostics = object;

const require = createRequire(import.meta.url);
const folder = import.meta.dirname;

/** The package holds one for each kind of machine; only these are in the registry with tags and PDF/UA (Typst 0.14). */
const binaries = ['linux-x64-gnu', 'linux-x64-musl'].map((name) => `@myriaddreamin/typst-ts-node-compiler-${name}`);

function load(): { create(options: object): Compiler } | undefined {
  for (const name of binaries) {
    try {
      return require(name).NodeCompiler;
    } catch (error) {
      // Another machine's binary is not installed, or does not load here.
      if (!['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return undefined;
}

const NodeCompiler = load();

/** Whether there is a compiler for this machine. */
export const canTypeset = NodeCompiler !== undefined;

let compiler: Compiler | undefined;

/** Where an anchor stands: the page, from 1, and the distance from its upper edge, in points. */
export interface Destination {
  readonly anchor: string;
  readonly page: number;
  readonly top: number;
}

/**
 * Sets the page of `article.typ` from its data.
 *
 * @param pictures the images that the data name, by those names
 * @returns the pages in PDF/A-3a, and where their anchors stand; whether they are PDF/UA-1 is told of the finished file (`ua/`)
 * @throws Error if Typst finds a fault
 */
export function typeset(
  data: object,
  pictures: ReadonlyMap<string, Buffer> = new Map(),
): { pdf: Buffer; destinations: readonly Destination[] } {
  if (!NodeCompiler) throw new Error('there is no Typst for this machine');
  compiler ??= NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts().map((font) => font.data) }],
  });
  compiler.mapShadow(path.join(folder, 'data.json'), Buffer.from(JSON.stringify(data)));
  for (const [name, content] of pictures) compiler.mapShadow(path.join(folder, name), content);
  const compiled = compiler.compile({ mainFilePath: path.join(folder, 'article.typ') });
  if (!compiled.result) {
    const diagnostics = compiled.takeDiagnostics();
    const faults = diagnostics ? compiler.fetchDiagnostics(diagnostics).map((one) => one.message) : [];
    throw new Error(`Typst could not set the page: ${faults.join('; ')}`);
  }
  for (const name of pictures.keys()) compiler.unmapShadow(path.join(folder, name));
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-3a' });
  const [destinations = []] = compiler.query(compiled.result, {
    selector: '<destinations>',
    field: 'value',
  }) as [(readonly Destination[])?];
  // What was remembered of articles before the last few is let go.
  compiler.evictCache(3);
  return { pdf, destinations };
}
