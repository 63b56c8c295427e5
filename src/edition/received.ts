/** The file as received: the manuscript from which an article was made, as its authors sent it. It lies in the folder `received/`. */
import type { SitePath } from './addresses.ts';

/** What an article says of the file as received. */
export interface StatedReceived {
  /** Its name in the folder: `manuscript.docx`. */
  readonly name: string;
  /** Whether readers get it. Without it the file is kept and its digest is under the seal, and no output has it. */
  readonly publish?: boolean | undefined;
}

/** The file as received of a version. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly isPublished: boolean;
  /** Where it lies on this machine. No output says it. */
  readonly location: string;
}

/** The folder of the file as received, beside the texts of an article, and where it is published beside the exports of a version. */
export const receivedFolder = 'received';

/** Where the file as received of a version is published. */
export const receivedPath = (slug: string, version: string, name: string): SitePath =>
  `articles/${slug}/${version}/${receivedFolder}/${name}`;

/**
 * Media types of manuscripts that can be published, by the end of the name. A browser keeps each or shows it as text or pages of
 * paper; it runs none.
 */
export const mediaTypesOfReceived: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  tex: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
};

/** The media type that a file as received is published under, if it can be. */
export const mediaTypeOfReceived = (name: string): string | undefined =>
  mediaTypesOfReceived[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
