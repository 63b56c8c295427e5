/** The files that list the others; what each leaves out follows from the order in which they are made. */
export const lists = {
  crate: 'ro-crate-metadata.json',
  catalog: 'catalog.json',
  manifest: 'manifest-sha256.txt',
  /** It holds a digest of everything before it; the catalog and the manifest, which hold its own, are not stored by it. */
  worker: 'service-worker.js',
} as const;
