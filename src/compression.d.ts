/** The part of `compression` that is used here; its own types would bring those of Express. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** Compresses what is answered after it, as the request allows. */
  export default function compression(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
