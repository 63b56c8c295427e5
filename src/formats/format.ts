import type { Subject } from '../edition/model.ts';

/** An export of a version: one file per format, a pure function of the model. */
export interface Format {
  /** What people call it. */
  readonly name: string;
  /** The file's ending, without a leading dot: `/articles/SLUG/VERSION/SLUG.EXT`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether it is the text itself, to be read; the others describe it. */
  readonly holdsText?: true;
  /**
   * The file's content, as text (encoded in UTF-8) or as bytes; a format whose library answers later gives a promise.
   *
   * @param onLack told of what the file that was written cannot be said to be
   * @param texts the files of the version that hold the text, to which a record leads
   */
  readonly write: (
    subject: Subject,
    onLack?: (lack: Lack) => void,
    texts?: readonly TextFile[],
  ) => string | Uint8Array | Promise<string | Uint8Array>;
  /** What its standard refuses of a version; nothing of a format that takes any text. */
  readonly refuses?: (subject: Subject) => readonly Refused[];
}

/** A file of a version that holds its text. */
export interface TextFile extends Pick<Format, 'name' | 'extension'> {
  /** Without parameters: `text/plain`. */
  readonly mediaType: string;
  /** Its size; absent where it was not written yet. */
  readonly bytes?: number | undefined;
}

/** What a file is not, though files of its format are; it can be read nevertheless. */
export interface Lack {
  readonly what: string;
  /** What people can do about it. */
  readonly fix: string;
}

/** A text that the standard of a format refuses. */
export interface Refused {
  /** Whether it is stated in `edition.yaml` or in the metadata of the article. */
  readonly file: 'edition' | 'article';
  /** The path of the field; the place of an article in the list of `edition.yaml` is named by its slug. */
  readonly at: readonly PropertyKey[];
  readonly what: string;
  readonly fix: string;
}
