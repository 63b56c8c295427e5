/** The part of `serve-static` that is used here; its own types would bring those of Express. */
declare module 'serve-static' {
  import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

  /** Why a file that is there cannot be answered: a range outside of it, a condition that does not hold. */
  interface Refusal extends Error {
    readonly statusCode: number;
    readonly headers?: OutgoingHttpHeaders | undefined;
  }

  interface Options {
    readonly dotfiles: 'allow';
    readonly cacheControl: false;
    /** Called before a file is answered, with its path on the disk. */
    readonly setHeaders: (response: ServerResponse, file: string) => void;
  }

  /** Answers with files of a folder; what is not there goes on to `next`. */
  export default function serveStatic(
    folder: string,
    options: Options,
  ): (request: IncomingMessage, response: ServerResponse, next: (error?: Refusal) => void) => void;
}
