/** A JSON-LD processor that is not ours, and the contexts that it reads; it asks no host for them. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonld, { type JsonLdDocument } from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { schemas } from './schemas.ts';

/** The file of the context of RO-Crate 1.2, of the package that RO-Crate's authors publish. */
export const roCrateContext = createRequire(import.meta.url).resolve('ro-crate/lib/context.json');

const files: Readonly<Record<string, string>> = {
  'https://schema.org': schemas.schemaOrg.entry,
  'https://w3id.org/ro/crate/1.2/context': roCrateContext,
};

/** The context of schema.org, or of RO-Crate, as it is published. */
export const contextOf = (address: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(files[address] ?? '', 'utf8'))['@context'];

async function load(url: string): Promise<RemoteDocument> {
  const address = url.replace(/\/$/, '');
  if (files[address] === undefined) throw new Error(`no context is known at ${url}`);
  return { document: { '@context': contextOf(address) } as RemoteDocument['document'], documentUrl: url };
}

/** A node as the processor expands it: addresses of types and properties, with lists of values. */
export type Expanded = Readonly<Record<string, unknown>>;

/**
 * Expands a document.
 *
 * @throws where something of it has no meaning in its contexts and would be lost (safe mode of JSON-LD 1.1)
 */
export async function expand(document: object): Promise<readonly Expanded[]> {
  // Relative addresses are those of a folder.
  const options = { documentLoader: load, safe: true, base: 'https://folder.example/' };
  return (await jsonld.expand(document as JsonLdDocument, options)) as unknown as readonly Expanded[];
}

/** The addresses of all types and properties in it. */
export function termsIn(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...termsIn(one)]));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(
    Object.entries(value).flatMap(([key, inner]) =>
      key === '@type' ? [inner].flat().map(String) : [...(key.startsWith('@') ? [] : [key]), ...termsIn(inner)],
    ),
  );
}
