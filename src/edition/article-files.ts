/** The files that an article publishes beside its text: images of figures, data. They lie in its folder `files/`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Texts } from '../text/languages.ts';

/** A file of an article as it was read. */
export interface ArticleFile {
  /** Its name in the folder: `map.png`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Of an image, its size in pixels as it is seen. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** Where it lies on this machine, for what is made of its bytes. No output says it. */
  readonly location: string;
}

/** What an article says of a file that it publishes. */
export interface StatedFile {
  /** Its name in the folder: `depths.csv`. */
  readonly name: string;
  readonly title: Texts;
  readonly description?: Texts | undefined;
  /** The identifier that SPDX has for the licence of the file; without one it is under the rights of the article. */
  readonly licence?: string | undefined;
}

/** Why a file cannot be published, and what to do. */
export interface UnfitFile {
  readonly what: string;
  readonly fix: string;
}

/** An article's file that is an image. */
export type ImageFile = ArticleFile & { readonly size: NonNullable<ArticleFile['size']> };

/** The folder of an article's files, beside its texts, and beside the exports of each version. */
export const filesFolder = 'files';

/** Whether a name says the same to every system and in every address. */
export const isFileName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+$/.test(name);

/** The address of a file as texts and exports write it, relative to the folder of a version: `files/map.png`. */
export const fileAddress = (name: string): string => `${filesFolder}/${name}`;

/**
 * The bytes of a file.
 *
 * @throws Error if it is no longer the one that was read
 */
export function contentOf({ name, sha256, location }: Pick<ArticleFile, 'name' | 'sha256' | 'location'>): Buffer {
  const content = readFileSync(location);
  if (createHash('sha256').update(content).digest('hex') !== sha256)
    throw new Error(`${name} changed while it was used: run the command again`);
  return content;
}

/** A picture of an image for screens. */
export interface Rendition {
  readonly format: 'avif' | 'webp';
  readonly width: number;
  /** Below the folder of the article's images: `map-0a1b2c3d-960.avif`. Another content has another name. */
  readonly name: string;
}

/** In pixels: a phone, a text on a wide screen, the same on one of high density. */
const widths = [480, 960, 1600];

/** The pictures that are made of an image, by format, each from small to large. None is larger than the image; a drawing in SVG needs none. */
export function renditionsOf({ name, mediaType, sha256, size: { width } }: ImageFile): readonly Rendition[] {
  if (mediaType === 'image/svg+xml') return [];
  const largest = Math.min(width, widths.at(-1) as number);
  // One that is hardly smaller would save nothing.
  const smaller = widths.filter((one) => one * 1.25 < largest);
  const stem = `${name.replace(/\.[^.]*$/, '')}-${sha256.slice(0, 8)}`;
  return (['avif', 'webp'] as const).flatMap((format) =>
    [...new Set([...smaller, largest])].map((one) => ({ format, width: one, name: `${stem}-${one}.${format}` })),
  );
}
