import { readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildEdition } from '../../src/build/build.ts';
import { leavesElsewhere } from '../../src/client/elsewhere.ts';
import type { Engine } from '../../src/client/engine.ts';
import { search } from '../../src/client/searching.ts';
import { documentsOf } from '../../src/discovery/documents.ts';
import { publishedPart } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { searchAddress } from '../../src/edition/search-engine.ts';
import { Field } from '../../src/search/field.ts';
import { indexedPassagesOf, makeIndex } from '../../src/search/index.ts';
import type { Passage } from '../../src/search/passages.ts';
import { startBrowser } from '../helpers/browser.ts';
import { alone, makeEdition } from '../helpers/edition.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { smallEngine } from '../helpers/search-engine.ts';
import { type EngineName, engineHere, type SearchServer, startEngine } from '../helpers/search-servers.ts';
import { serve } from '../helpers/serve.ts';
import { phrasesOf, spellings } from '../helpers/spellings.ts';

const now = () => undefined;

describe.each<EngineName>(['solr', 'opensearch'])('in a real %s', (name) => {
  describe('that has the documents of an edition', needing(engineHere(name)), () => {
    let server: SearchServer;
    let passages: readonly Passage[];
    let elsewhere: Engine;

    beforeAll(async () => {
      const edition = publishedPart(await harbour());
      server = await startEngine(name);
      for (const article of edition.articles) await server.load(documentsOf(edition, article));
      const own = edition.articles.flatMap(indexedPassagesOf).filter(({ isWider }) => !isWider);
      passages = own.map(({ passage }) => passage);
      const about = { engine: name, address: searchAddress(server), edition: edition.site };
      const files = new Map(
        (await makeIndex(own, [], about)).map(({ path: file, content }) => [file, Buffer.from(content).toString()]),
      );
      const read = (file: string) => JSON.parse(files.get(file) ?? '[]');
      elsewhere = {
        ...(await leavesElsewhere(read('about.json').elsewhere)),
        wider: undefined,
        field: async () => new Field([]),
        articles: async () => read('articles.json'),
        forms: async (shelf) => read(`forms/${shelf}.json`),
        whole: () => undefined,
      };
    }, 240_000);
    afterAll(() => server.stop());

    const best = async (engine: Engine, typed: string, filters = {}) => {
      const { results, near } = await search(engine, typed, filters, now);
      return [...results, ...near].map(({ passage }) => passage.path)[0];
    };

    test('what readers ask is answered as by the index of the edition, however it is spelled', async () => {
      const here = smallEngine(passages);
      const phrases = phrasesOf(
        passages.map(({ text }) => text),
        25,
      );
      let asked = 0;
      let alike = 0;
      for (const { phrase } of phrases)
        for (const typed of new Set([phrase, ...spellings.map(({ spell }) => spell(phrase))])) {
          asked += 1;
          const [there, own] = [await best(elsewhere, typed), await best(here, typed)];
          if (there === own) alike += 1;
        }
      expect(alike / asked).toBeGreaterThan(0.97);
    }, 240_000);

    test('filters, conditions and exclusions hold', async () => {
      const { article, text } = passages.find(({ kind }) => kind === 'abstract') as Passage;
      const word = text.split(' ')[2] as string;
      const found = async (typed: string, filters = {}) =>
        (await search(elsewhere, typed, filters, now)).results.map(({ passage }) => passage);
      const all = await found(word);
      expect(all.length).toBeGreaterThan(0);
      const narrowed = await found(word, { article, kind: 'abstract' });
      expect(narrowed.length).toBeGreaterThan(0);
      for (const one of narrowed) expect([one.article, one.kind]).toEqual([article, 'abstract']);
      for (const one of await found(`${word} -${text.split(' ')[1]}`)) expect(one.text).not.toBe(text);
      expect(await found('فوتبال جام جهانی')).toEqual([]);
    });
  });
});

/** What a library puts before its engine: one way to ask, readable for pages of other addresses. */
async function openProxy(server: SearchServer, asked: string[]): Promise<{ url: string; close: () => void }> {
  const proxy = createServer((question, answer) => {
    asked.push(question.url ?? '');
    const on = request(server.url + (question.url ?? '').replace('/estenad', ''), {
      method: question.method ?? 'GET',
      headers: { 'content-type': question.headers['content-type'] ?? '' },
    });
    on.once('error', () => answer.destroy());
    on.once('response', (response) => {
      answer.writeHead(response.statusCode ?? 500, { 'access-control-allow-origin': '*' });
      response.pipe(answer);
    });
    question.pipe(on);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/estenad`, close: () => proxy.close() };
}

test('the search page is answered by the index of the edition until an engine has it whole, then by the engine, and again when that dies', {
  timeout: 300_000,
  ...needing(engineHere('solr')),
}, async () => {
  const browser = await startBrowser();
  onTestFinished(() => browser.close());
  const server = await startEngine('solr');
  const asked: string[] = [];
  const { url, close } = await openProxy(server, asked);
  onTestFinished(close);
  const root = await makeEdition(alone);
  const file = path.join(root, 'content/edition.yaml');
  await writeFile(file, stringify({ ...parse(await readFile(file, 'utf8')), search: { engine: 'solr', url } }));
  const edition = publishedPart(await loadEdition(root));
  const documents = edition.articles.flatMap((article) => documentsOf(edition, article));
  await buildEdition({ root, out: path.join(root, 'dist') });
  const { root: address, server: site } = await serve(path.join(root, 'dist'));
  onTestFinished(() => void site.close());
  const ask = async () => {
    const page = await browser.newPage();
    await page.goto(`${address}search/index.html?q=ended`);
    await page.waitForSelector('#results li mark');
    return page.textContent('#search-status');
  };
  const silent = /does not answer|پاسخ نمی‌دهد/;

  await server.load(documents.slice(1));
  expect(await ask()).toMatch(silent);
  await server.load(documents);
  asked.length = 0;
  expect(await ask()).not.toMatch(silent);
  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked)).toEqual(new Set(['/estenad/select']));
  await server.stop();
  expect(await ask()).toMatch(silent);
});
