/**
 * Closes a switch over the kinds of something. A kind without a case of its own does not compile: the compiler lists every place
 * that has to know a new one.
 */
export function unhandled(kind: never): never {
  throw new TypeError(`nothing is said of ${JSON.stringify(kind)}`);
}
