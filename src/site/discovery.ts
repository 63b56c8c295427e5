import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentsOf } from '../discovery/documents.ts';
import { bulk, indexDefinition } from '../discovery/opensearch.ts';
import { configurationFiles, updates } from '../discovery/solr.ts';
import type { Article, Edition } from '../edition/model.ts';

/** The folders below `discovery/`, one for each kind of engine. */
const [opensearch, solr] = ['discovery/opensearch', 'discovery/solr'];

/** Writes what defines the index of a discovery layer: for OpenSearch and Elasticsearch, and for Solr. */
export async function writeDiscoveryIndexes(folder: string): Promise<void> {
  await write(path.join(folder, opensearch, 'index.json'), `${JSON.stringify(indexDefinition, null, 1)}\n`);
  for (const [file, content] of Object.entries(configurationFiles())) {
    await write(path.join(folder, solr, 'conf', file), content);
  }
}

/** Writes the passages of an article for either. */
export async function writeDiscovery(edition: Edition, article: Article, folder: string): Promise<void> {
  const documents = documentsOf(edition, article);
  await write(path.join(folder, opensearch, `${article.slug}.ndjson`), bulk(documents));
  await write(path.join(folder, solr, `${article.slug}.json`), updates(documents));
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}
