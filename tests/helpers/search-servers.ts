/** Solr and OpenSearch, really: started in a folder, with the documents of an edition. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PassageDocument } from '../../src/discovery/documents.ts';
import { bulk, indexDefinition } from '../../src/discovery/opensearch.ts';
import { configurationFiles, updates } from '../../src/discovery/solr.ts';
import type { SearchEngine } from '../../src/edition/search-engine.ts';
import { both, program, type Requirement } from './installed.ts';

export type EngineName = SearchEngine['engine'];

/** Where `.ci/search-engines.sh` puts their archives, or another folder with them. */
const folder = process.env['ESTENAD_ENGINES'] ?? path.resolve(import.meta.dirname, '../../.cache/search-engines');

/** An engine, and a JDK to run it. */
export const engineHere = (name: EngineName): Requirement =>
  both(program('javac', "Debian's default-jdk-headless", ['-version']), {
    isHere: existsSync(path.join(folder, name)) && readdirSync(path.join(folder, name)).length > 0,
    missing: `${path.relative(process.cwd(), folder)} has no ${name} (.ci/search-engines.sh, ESTENAD_ENGINES)`,
  });

export interface SearchServer extends SearchEngine {
  /** Loads documents, and waits until they are found. */
  readonly load: (documents: readonly PassageDocument[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const sources: Readonly<Record<EngineName, string>> = {
  solr: 'SolrServer.java',
  opensearch: 'OpenSearchServer.java',
};

/** Sends something, and fails with what the engine says if it takes it not. */
async function send(address: string, method: string, type: string, body: string): Promise<string> {
  const response = await fetch(address, { method, headers: { 'Content-Type': type }, body });
  const text = await response.text();
  if (!response.ok || text.includes('"errors":true')) throw new Error(`${address}: ${text.slice(0, 1000)}`);
  return text;
}

/** Starts an engine with an empty index of the edition. */
export async function startEngine(name: EngineName): Promise<SearchServer> {
  const home = await mkdtemp(path.join(tmpdir(), `estenad-${name}-`));
  if (name === 'solr') {
    const core = path.join(home, 'estenad');
    await mkdir(path.join(core, 'conf'), { recursive: true });
    await writeFile(path.join(home, 'solr.xml'), '<solr/>');
    await writeFile(path.join(core, 'core.properties'), 'name=estenad\n');
    for (const [file, content] of Object.entries(configurationFiles()))
      await writeFile(path.join(core, 'conf', file), content);
  } else await mkdir(path.join(home, 'config'));
  const child = spawn(
    'java',
    ['-cp', path.join(folder, name, '*'), '-Xmx512m', path.join(import.meta.dirname, sources[name]), home],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const found = /^port (\d+)$/m.exec(output)?.[1];
      if (found) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`${name} did not start: ${said.slice(-2000)}`)));
  });
  const host = `http://127.0.0.1:${port}`;
  const url = name === 'solr' ? `${host}/solr/estenad` : `${host}/estenad`;
  if (name === 'opensearch') await send(url, 'PUT', 'application/json', JSON.stringify(indexDefinition));
  return {
    engine: name,
    url,
    load: async (documents) => {
      if (name === 'solr') await send(`${url}/update?commit=true`, 'POST', 'application/json', updates(documents));
      else await send(`${url}/_bulk?refresh=true`, 'POST', 'application/x-ndjson', bulk(documents));
    },
    stop: async () => {
      child.stdin.end();
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}
