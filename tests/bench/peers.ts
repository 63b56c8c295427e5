/** Other engines on the same passages, asked the same questions, as well as they can be set up in a few lines. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import type { Passage } from '../../src/search/passages.ts';
import { wordsOf } from '../../src/text/fold.ts';
import { serve } from '../helpers/serve.ts';
import type { Found } from './recall.ts';

/** An engine, and what it answers. */
export interface Peer {
  readonly name: string;
  readonly answer: (typed: string) => Promise<Found>;
  readonly close?: () => Promise<void>;
}

const textOf = ({ text, also }: Passage): string => `${text} ${also}`;

/** The words of a text as our search folds them, as stems. */
const stemsOf = (text: string): string[] => wordsOf(text).map(({ stem }) => stem);

const found = (passages: readonly Passage[], ids: readonly unknown[]): Found => ({
  results: ids.map((id) => passages[Number(id)] as Passage),
  near: [],
});

/** MiniSearch over our words: fuzzy, and with the last word still being written. */
function miniSearch(passages: readonly Passage[]): Peer {
  const index = new MiniSearch({ fields: ['text'], tokenize: stemsOf, processTerm: (term) => term });
  index.addAll(passages.map((passage, id) => ({ id, text: textOf(passage) })));
  return {
    name: 'MiniSearch, our words',
    answer: async (typed) =>
      found(
        passages,
        index.search(typed, { fuzzy: 0.2, prefix: true }).map(({ id }) => id),
      ),
  };
}

/** Orama over our words, with one edit a word. */
async function orama(passages: readonly Passage[]): Promise<Peer> {
  const tokenizer = { language: 'our words', normalizationCache: new Map(), tokenize: stemsOf };
  const index = create({ schema: { number: 'string', text: 'string' }, components: { tokenizer } });
  await insertMultiple(
    index,
    passages.map((passage, id) => ({ number: String(id), text: textOf(passage) })),
  );
  return {
    name: 'Orama, our words',
    answer: async (typed) => {
      const { hits } = await search(index, { term: typed, tolerance: 1, limit: 20, properties: ['text'] });
      return found(
        passages,
        hits.map(({ document }) => document.number),
      );
    },
  };
}

/** Pagefind as it is, each passage a record. */
async function plainPagefind(browser: Browser, passages: readonly Passage[]): Promise<Peer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  const { index } = await createIndex({ forceLanguage: 'fa' });
  if (!index) throw new Error('Pagefind does not start');
  for (const [id, passage] of passages.entries())
    await index.addCustomRecord({ url: String(id), content: textOf(passage), language: 'fa' });
  await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><html lang="fa"><title>Pagefind</title></html>');
  const { root, server } = await serve(folder);
  const page = await browser.newPage();
  await page.goto(root);
  return {
    name: 'Pagefind, plain',
    answer: async (typed) => {
      const ids = await page.evaluate(async (query) => {
        const address = '/pagefind/pagefind.js';
        const pagefind = await import(address);
        const { results } = await pagefind.search(query);
        const first = results.slice(0, 20) as { data(): Promise<{ raw_url: string }> }[];
        return Promise.all(first.map(async (result) => (await result.data()).raw_url));
      }, typed);
      return found(passages, ids);
    },
    close: async () => {
      await page.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export const peersOn = async (browser: Browser, passages: readonly Passage[]): Promise<readonly Peer[]> => [
  await plainPagefind(browser, passages),
  miniSearch(passages),
  await orama(passages),
];
