/** A search engine of others that answers on the search page, instead of the static index (docs/discovery.md). */
export interface SearchEngine {
  readonly engine: 'solr' | 'opensearch';
  /** Of a core of Solr (`https://…/solr/estenad`), or of an index of OpenSearch (`https://…/estenad`). */
  readonly url: string;
}

/**
 * Whether an address can be that of an engine: over TLS, or on the machine itself; with a plain path that stays where it is. It
 * stands in the policy of a page, in which commas and semicolons end a rule.
 */
export function isEngineAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url) return false;
  const isLocal = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isPlain = /^\/[\w.~-]+(?:\/[\w.~-]+)*\/?$/.test(url.pathname);
  // What the parser changes (`..`, a user name without a password) is not as it was written.
  return (url.protocol === 'https:' || isLocal) && isPlain && text === url.origin + url.pathname;
}

/** Where an engine is asked. */
export const searchAddress = ({ engine, url }: SearchEngine): string =>
  `${url.replace(/\/$/, '')}/${engine === 'solr' ? 'select' : '_search'}`;
