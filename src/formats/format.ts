import type { Subject } from '../edition/model.ts';

/** An export of a version: one file per format, a pure function of the model. */
export interface Format {
  /** What people call it. */
  readonly name: string;
  /** The file's ending, without a leading dot: `/articles/SLUG/VERSION/SLUG.EXT`. */
  readonly extension: string;
  readonly mediaType: string;
  /** The file's content, as text (encoded in UTF-8) or as bytes; a format whose library answers later gives a promise. */
  readonly write: (subject: Subject) => string | Uint8Array | Promise<string | Uint8Array>;
}
