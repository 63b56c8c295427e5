/** Reads the files that an article publishes, and says why one cannot be published. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleFile, UnfitFile } from '../article-files.ts';
import { sha256 } from './digests.ts';
import { filesFolderOf } from './paths.ts';
import { sizeOfSvg } from './svg.ts';

/** What the folder `files/` of an article holds, by name. */
export type ArticleFiles = ReadonlyMap<string, ArticleFile | UnfitFile>;

/** The image formats that every reader draws, by the end of the name, with what `sharp` calls them. */
const images: Readonly<Record<string, readonly [mediaType: string, format: string]>> = {
  png: ['image/png', 'png'],
  jpg: ['image/jpeg', 'jpeg'],
  jpeg: ['image/jpeg', 'jpeg'],
  webp: ['image/webp', 'webp'],
  svg: ['image/svg+xml', 'svg'],
};

/** Whether a name is that of an image that can be published. */
const isImageName = (name: string): boolean => endingOf(name) in images;

/** What a reader gets to keep: tables, texts, archives. Nothing of it is run or shown as a page by a browser. */
const data: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  geojson: 'application/geo+json',
  bib: 'application/x-bibtex',
  pdf: 'application/pdf',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** Media types of what articles publish, by the end of the name. */
export const mediaTypesOfFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(images).map(([ending, [mediaType]]) => [ending, mediaType])),
  ...data,
};

/** In bytes: what a reader on a phone can be asked to load at one click, and a host to store. */
const mostBytes = 50_000_000;

/** In pixels of a side, the most that WebP holds; and of the whole, the most that a small machine can open. */
const mostPixels = 16_383;
const mostOfAll = 100_000_000;

const endingOf = (name: string): string => path.extname(name).slice(1).toLowerCase();

/**
 * Reads the files of an article.
 *
 * @param root the folder of the edition
 * @returns each, or why it cannot be used; nothing where there is no folder
 */
export async function readArticleFiles(root: string, slug: string): Promise<ArticleFiles> {
  const folder = path.join(root, filesFolderOf(slug));
  const info = await lstat(folder).catch(() => undefined);
  if (!info) return new Map();
  const names = await readdir(folder).catch(() => []);
  const files = new Map<string, ArticleFile | UnfitFile>();
  // Editors and systems leave files with a dot. One after the other: an image that is opened takes much memory.
  for (const name of names.filter((one) => !one.startsWith('.')).sort())
    files.set(name, info.isSymbolicLink() ? link : await readFileOf(path.join(folder, name), name));
  return files;
}

const link: UnfitFile = {
  what: 'is a link to another place',
  fix: 'put the file itself into the folder files/ of the article',
};

/**
 * Reads a file that is to be published.
 *
 * @param location where it lies
 * @returns it, or why it cannot be used
 */
export async function readFileOf(location: string, name: string): Promise<ArticleFile | UnfitFile> {
  const info = await lstat(location);
  if (info.isSymbolicLink()) return link;
  if (!info.isFile()) return { what: 'is not a file', fix: 'put a file in its place; files/ has no folders' };
  if (info.size === 0) return { what: 'is empty', fix: 'put the file there again' };
  if (info.size > mostBytes)
    return {
      what: `has ${Math.ceil(info.size / 1e6)} MB, and ${mostBytes / 1e6} are allowed`,
      fix: 'make it smaller, or deposit it in a repository of data and link to it there',
    };
  return judgeFile(await readFile(location), name, location);
}

/**
 * Whether an article can publish a file under a name.
 *
 * @param location where it lies on this machine, or will
 */
export async function judgeFile(content: Buffer, name: string, location = ''): Promise<ArticleFile | UnfitFile> {
  const ending = endingOf(name);
  const mediaType = mediaTypesOfFiles[ending];
  if (mediaType === undefined) return unfitFormat(name);
  const file = { name, mediaType, bytes: content.length, sha256: sha256(content), location };
  if (!isImageName(name)) return file;
  const size = ending === 'svg' ? sizeOfSvg(content) : await sizeOfPixels(content, name);
  return 'what' in size ? size : { ...file, size };
}

/** Formats of images that browsers or books do not show, with how to make one of them that they do. */
function unfitFormat(name: string): UnfitFile {
  const stem = name.replace(/\.[^.]*$/, '');
  const what = `has a format that cannot be published (.${endingOf(name)})`;
  switch (endingOf(name)) {
    case 'tif':
    case 'tiff':
    case 'bmp':
    case 'gif':
    case 'heic':
    case 'avif':
      return { what, fix: `save it as PNG, or as JPEG if it is a photograph: magick ${name} ${stem}.png` };
    case 'eps':
    case 'ai':
    case 'emf':
    case 'wmf':
      return { what, fix: `save it as SVG: inkscape ${name} --export-filename=${stem}.svg` };
    default:
      return {
        what,
        fix: `images are PNG, JPEG, WebP or SVG, data ${Object.keys(data).join(', ')}; put anything else into a zip`,
      };
  }
}

/** The size of an image as it is seen, which is opened whole: what is broken is found here and not in the build. */
async function sizeOfPixels(
  content: Buffer,
  name: string,
): Promise<{ readonly width: number; readonly height: number } | UnfitFile> {
  // Loaded here: an edition without figures does not pay for it.
  const { default: sharp } = await import('sharp');
  const [, wanted] = images[endingOf(name)] as readonly [string, string];
  try {
    const image = sharp(content, { limitInputPixels: false });
    const { width, height, format, autoOrient } = await image.metadata();
    if (format !== wanted)
      return { what: `is ${format.toUpperCase()}, and its name says ${wanted.toUpperCase()}`, fix: 'rename it' };
    if (width > mostPixels || height > mostPixels || width * height > mostOfAll)
      return {
        what: `has ${width} × ${height} pixels; ${mostPixels} a side and ${mostOfAll / 1e6} million in all are allowed`,
        fix: `make it smaller: magick ${name} -resize 4000x4000 ${name}`,
      };
    await sharp(content, { failOn: 'warning' }).stats();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    return {
      what: `cannot be read as an image: ${(error as Error).message.split('\n')[0]}`,
      fix: 'open it in a program for images, and save it again',
    };
  }
}
