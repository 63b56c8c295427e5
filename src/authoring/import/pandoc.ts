/**
 * Reads files with pandoc. It is WebAssembly, in the package `pandoc-wasm`: it gets the bytes that it is given, and has neither
 * the disk nor the network. It starts only here, in about a second, and takes some 400 MB of memory.
 */
import { Refusal } from '../files.ts';
import type { Tree } from './tree.ts';

/** The version that these modules were tested with. */
const tested = '1.1.0';

/** What pandoc made of a file. */
export interface PandocFile {
  readonly tree: Tree;
  /** The images that the file holds, by the names under which the tree calls them. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** What pandoc left out, in its words. */
  readonly skipped: readonly string[];
}

async function loaded(): Promise<typeof import('pandoc-wasm')> {
  try {
    return await import('pandoc-wasm');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Refusal(
      'pandoc is needed to read manuscripts, and is not installed',
      `npm install --save-dev --save-exact pandoc-wasm@${tested} (58 MB, GPL-2.0-or-later), once; editions are built without it`,
    );
  }
}

/** The parts of a file that pandoc leaves out, not those that concern the look alone, or packages that it need not read. */
const concernsWords = ({ type, pretty }: import('pandoc-wasm').PandocWarning): boolean =>
  type !== 'CouldNotLoadIncludeFile' &&
  type !== 'MissingCharacter' &&
  type !== 'Extracting' &&
  !/^Extracting /.test(pretty) &&
  !/^Skipped '\\(?:centering|small|large|tiny|footnotesize|normalsize|noindent|indent|vspace|hspace|vfill|hfill|newpage|clearpage|pagebreak|baselineskip|setcounter|settextfont|setlatintextfont|setdigitfont|setmathdigitfont|defpersianfont|deflatinfont|bibliographystyle|pagestyle|thispagestyle|maketitle|tableofcontents|appendix|bgroup|egroup|linespread|doublespacing|onehalfspacing|singlespacing|raggedright|raggedleft|protect|frontmatter|mainmatter|backmatter|selectfont|linenumbers|setlength|addtolength|begin\{(?:flushleft|flushright|center|small|RTL|LTR|document)|end\{)/.test(
    pretty,
  );

/**
 * @param from pandoc's name of the format, with extensions
 * @param name what the person calls the file
 * @throws {@link Refusal} if pandoc is not there or cannot read the file
 */
export async function readWithPandoc(
  bytes: Uint8Array | string,
  from: string,
  name: string,
  { media = false, ...options }: { readonly media?: boolean; readonly 'track-changes'?: 'all' } = {},
): Promise<PandocFile> {
  const { convert } = await loaded();
  const input = typeof bytes === 'string' ? bytes : new Blob([new Uint8Array(bytes)]);
  const { stdout, stderr, warnings, mediaFiles } = await convert(
    {
      from,
      to: 'json',
      standalone: true,
      // None: behind one pandoc makes of a space one that does not break, which nobody wrote.
      abbreviations: 'abbreviations',
      'input-files': ['manuscript'],
      ...(media ? { 'extract-media': 'media' } : {}),
      ...options,
    },
    null,
    { manuscript: input, abbreviations: '' },
  ).catch((error: unknown) => {
    // A trap of WebAssembly: memory or depth that it has not.
    throw unreadable(name, (error as Error).message);
  });
  if (stdout === '') throw unreadable(name, whyNot(stderr, bytes));
  const images = await Promise.all(
    Object.entries(mediaFiles).map(
      async ([file, blob]) => [file.replace(/^\.\//, ''), new Uint8Array(await blob.arrayBuffer())] as const,
    ),
  );
  return {
    tree: JSON.parse(stdout) as Tree,
    media: new Map(images),
    skipped: warnings.filter(concernsWords).map(({ pretty }) => pretty.replace(/\s+/g, ' ')),
  };
}

/** What pandoc says of a text that it cannot read, with the words at which it gave up: files that are taken in have lines of their own. */
function whyNot(stderr: string, read: Uint8Array | string): string {
  const said = stderr
    .trim()
    .split('\n')
    .filter((line) => /\p{L}/u.test(line));
  const number = Number(/\(line (\d+), column/.exec(stderr)?.[1] ?? 0);
  const lines = typeof read === 'string' ? read.split('\n').slice(0, number) : [];
  const near = lines
    .findLast((line) => line.trim() !== '')
    ?.trim()
    .slice(0, 80);
  return [said.at(-1) ?? '', ...(near === undefined ? [] : [`at or behind "${near}"`])].join(', ');
}

const unreadable = (name: string, why: string) =>
  new Refusal(
    `${name} cannot be read: ${why || 'pandoc says nothing of it'}`,
    'open it in the program that made it, and save it again',
  );

/** The references that pandoc found in a file, as CSL-JSON. */
export async function referencesOf(tree: Tree): Promise<string | undefined> {
  if (tree.meta['references'] === undefined) return undefined;
  const { convert } = await loaded();
  const json = JSON.stringify({
    'pandoc-api-version': [1, 23, 1],
    meta: { references: tree.meta['references'] },
    blocks: [],
  });
  const { stdout } = await convert({ from: 'json', to: 'csljson', 'input-files': ['tree'] }, null, { tree: json });
  if (stdout.trim() === '') return undefined;
  // Pandoc takes it out of the pages by itself.
  const items = (JSON.parse(stdout) as Record<string, unknown>[]).map(({ 'page-first': _, ...item }) => item);
  return items.length === 0 ? undefined : JSON.stringify(items);
}
