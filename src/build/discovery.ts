import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentsOf } from '../discovery/documents.ts';
import { bulk, indexDefinition } from '../discovery/opensearch.ts';
import { letters, schema, solrFiles, stopFile, updates } from '../discovery/solr.ts';
import type { Edition } from '../edition/model.ts';

/**
 * Writes below `discovery/` what the discovery layer of a library or a consortium takes in: for OpenSearch and Elasticsearch,
 * and for Solr, one file an article and what defines the index.
 */
export async function writeDiscovery(edition: Edition, folder: string): Promise<void> {
  const target = path.join(folder, 'discovery');
  await mkdir(path.join(target, 'opensearch'), { recursive: true });
  await mkdir(path.join(target, 'solr'), { recursive: true });
  const write = (file: string, content: string) => writeFile(path.join(target, file), content);
  await write('opensearch/index.json', `${JSON.stringify(indexDefinition, null, 1)}\n`);
  await write('solr/managed-schema.xml', schema());
  await write(`solr/${solrFiles.letters}`, letters());
  await write(`solr/${solrFiles.stops}`, stopFile());
  for (const article of edition.articles) {
    const documents = documentsOf(edition, article);
    await write(`opensearch/${article.slug}.ndjson`, bulk(documents));
    await write(`solr/${article.slug}.json`, updates(documents));
  }
}
