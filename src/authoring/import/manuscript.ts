/** A manuscript in a file, of any format that is read: what it is told by, what is refused, and how pandoc gets it. */
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decoded } from '../encodings.ts';
import { Refusal } from '../files.ts';
import { readFrontMatter } from './front-matter.ts';
import { isJats, readJats } from './jats.ts';
import { readLatex } from './latex.ts';
import { asPandocMarkdown } from './myst.ts';
import { isOwnMarkdown, readOwnMarkdown, withNamedNotes } from './own-markdown.ts';
import { packedBytes } from './packed.ts';
import { type PandocFile, readWithPandoc, referencesOf } from './pandoc.ts';
import type { Manuscript } from './read.ts';

/** In bytes. */
const mostBytes = 500_000_000;

const readable = '.docx, .odt, .tex, .md, .xml (JATS) and .html';

/** What cannot be read, by the end of its name, with the cure. */
const others: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  docm: ['holds macros', 'save it as .docx, without macros'],
  dotm: ['holds macros', 'save it as .docx, without macros'],
  doc: ['is a file of an old Word', 'open it in Word or LibreOffice and save it as .docx'],
  rtf: ['is RTF', 'open it in Word or LibreOffice and save it as .docx'],
  pdf: ['is a PDF, which has no paragraphs and no notes, only ink', 'import the file of which it was made'],
};

/**
 * Reads a manuscript. Nothing in it is executed, and nothing is fetched.
 *
 * @throws {@link Refusal} if it is not there, empty, too large, encrypted, with macros, or nothing that is read here
 */
export async function readManuscript(file: string): Promise<Manuscript> {
  const name = path.basename(file);
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) throw new Refusal(`file not found: ${file}`, 'name the file of the manuscript');
  if (info.size === 0) throw new Refusal(`${name} is empty`, 'save the manuscript again');
  if (info.size > mostBytes)
    throw new Refusal(
      `${name} has ${Math.round(info.size / 1e6)} MB, and ${mostBytes / 1e6} are read`,
      'make its images smaller, or take them out and put them beside it',
    );
  const ending = path.extname(name).slice(1).toLowerCase();
  const [what, fix] = others[ending] ?? [];
  if (what !== undefined && fix !== undefined) throw new Refusal(`${name} ${what}`, fix);
  switch (ending) {
    case 'md':
    case 'markdown':
    case 'qmd':
      return readMarkdown(await textOf(file, name), name);
    case 'tex':
    case 'ltx':
      return readLatex(await textOf(file, name), path.dirname(file), name);
    case 'docx':
      // The fields of Zotero, Mendeley and EndNote are citations.
      return readPacked(await packedBytes(file, name, 'word/document.xml'), 'docx+citations', name);
    case 'odt':
      return readPacked(await packedBytes(file, name, 'content.xml'), 'odt', name);
    case 'xml':
    case 'jats':
    case 'nxml':
      return readXml(await textOf(file, name), name);
    case 'html':
    case 'htm':
    case 'xhtml':
      return readText(await textOf(file, name), 'html', name);
    default:
      throw new Refusal(
        `${name} is none of the files that are read: ${readable}`,
        'save the manuscript as one of these',
      );
  }
}

/** The text of a file; a binary one is refused. */
async function textOf(file: string, name: string): Promise<string> {
  const handle = await open(file);
  const start = Buffer.alloc(4);
  await handle.read(start, 0, 4, 0).finally(() => handle.close());
  if (start.toString('latin1') === 'PK\x03\x04')
    throw new Refusal(`${name} is a packed file, and its name says text`, 'give it the end of the name that it had');
  const { text } = decoded(await readFile(file), name);
  if (text.trim() === '') throw new Refusal(`${name} is empty`, 'save the manuscript again');
  return text;
}

/** JATS; other XML is refused. */
async function readXml(text: string, name: string): Promise<Manuscript> {
  if (isJats(text)) return readJats(text, name);
  throw new Refusal(`${name} is XML of another kind`, `these are read: ${readable}`);
}

/** A file of a word processor. */
async function readPacked(bytes: Uint8Array, format: string, name: string): Promise<Manuscript> {
  return manuscriptOf(await readWithPandoc(bytes, format, name, { media: true, 'track-changes': 'all' }));
}

/** Markdown of others, or an export of an edition. */
async function readMarkdown(text: string, name: string): Promise<Manuscript> {
  if (!isOwnMarkdown(text)) {
    const written = asPandocMarkdown(text);
    const manuscript = await readText(written.text, 'markdown+tex_math_single_backslash', name);
    return { ...manuscript, lost: [...written.lost, ...manuscript.lost] };
  }
  const read = await readWithPandoc(withNamedNotes(text), 'markdown', name);
  const { tree, abstracts, keywords } = readOwnMarkdown(read.tree);
  const manuscript = await manuscriptOf({ ...read, tree });
  const { front } = manuscript;
  return { ...manuscript, front: { ...front, abstracts, keywords: [...front.keywords, ...keywords] } };
}

async function readText(text: string, format: string, name: string): Promise<Manuscript> {
  return manuscriptOf(await readWithPandoc(text, format, name));
}

async function manuscriptOf({ tree, media, skipped }: PandocFile): Promise<Manuscript> {
  return {
    blocks: tree.blocks,
    front: readFrontMatter(tree),
    media,
    graphicsPaths: [],
    references: await referencesOf(tree),
    lost: skipped,
  };
}
