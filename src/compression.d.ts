/** The part of `compression` that is used here; its own types would bring those of Express. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;

  /** Compresses what is answered after it, as the request allows. */
  interface Compression {
    (options: {
      /** Whether an answer is compressed. */
      readonly filter: Filter;
    }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
    /** Whether its media type is worth it. */
    readonly filter: Filter;
  }

  const compression: Compression;
  export default compression;
}
