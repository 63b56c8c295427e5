import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, type PassageDocument } from '../../src/discovery/documents.ts';
import { indexDefinition } from '../../src/discovery/opensearch.ts';
import { type Edition, publishedPart } from '../../src/edition/model.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { stopWords } from '../../src/search/stop-words.ts';
import { wordsOf } from '../../src/text/fold.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { lucene, lucenesTerms } from '../helpers/lucene.ts';
import { phrasesOf, spellings } from '../helpers/spellings.ts';

let edition: Edition;
const read = (file: string) => readFile(path.join(site, 'discovery', file), 'utf8');

/** The words by which our own search finds a text. */
const folded = (text: string): string[] =>
  wordsOf(text)
    .map(({ stem }) => stem)
    .filter((stem) => !stopWords().has(stem));

beforeAll(async () => {
  edition = publishedPart(await harbour());
});

describe('the documents', () => {
  test('are one for each address of a passage, and hold every text', () => {
    const documents = edition.articles.flatMap((article) => documentsOf(edition, article));
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    const passages = passagesOf(edition);
    expect(documents.flatMap(({ id, text }) => text.map((one) => `${id} ${one}`)).sort()).toEqual(
      passages.map((passage) => `${new URL(passage.path, edition.site).href} ${passage.text}`).sort(),
    );
  });

  test('have the addresses of places that are there', async () => {
    for (const article of edition.articles) {
      const pages = new Map<string, string>();
      for (const { id, version } of documentsOf(edition, article)) {
        const [page = '', anchor] = id.slice(edition.site.length).split('#');
        expect(version).toBe(edition.site + page);
        if (!pages.has(page)) pages.set(page, await readFile(path.join(site, page, 'index.html'), 'utf8'));
        if (anchor) expect(pages.get(page), id).toContain(`id="${anchor}"`);
      }
    }
  });
});

describe('the bulk files for OpenSearch', () => {
  test('have an action and a document on lines of their own, with the fields of the index and no others', async () => {
    const known = Object.keys(indexDefinition.mappings.properties).sort();
    for (const article of edition.articles) {
      const text = await read(`opensearch/${article.slug}.ndjson`);
      expect(text.endsWith('\n')).toBe(true);
      const lines = text.trimEnd().split('\n');
      expect(lines.length).toBe(2 * documentsOf(edition, article).length);
      for (let line = 0; line < lines.length; line += 2) {
        const document: PassageDocument = JSON.parse(lines[line + 1] as string);
        expect(JSON.parse(lines[line] as string)).toEqual({ index: { _id: document.id } });
        expect(Object.keys(document).sort()).toEqual(known);
        expect(Buffer.byteLength(document.id)).toBeLessThanOrEqual(512);
      }
    }
  });

  test('come with an index whose analyzer names only parts that are there', async () => {
    const { settings, mappings } = JSON.parse(await read('opensearch/index.json'));
    expect({ settings, mappings }).toEqual(JSON.parse(JSON.stringify(indexDefinition)));
    const { estenad } = settings.analysis.analyzer;
    for (const name of estenad.char_filter) expect(settings.analysis.char_filter).toHaveProperty(name);
    for (const name of estenad.filter)
      if (name !== 'porter_stem') expect(settings.analysis.filter).toHaveProperty(name);
    expect(Object.keys(settings.analysis.tokenizer)).toEqual([estenad.tokenizer]);
  });
});

describe('the files for Solr', () => {
  test('have the documents of OpenSearch, with days as moments', async () => {
    for (const { slug } of edition.articles) {
      const lines = (await read(`opensearch/${slug}.ndjson`)).trimEnd().split('\n');
      const documents = lines.filter((_, index) => index % 2 === 1).map((line) => JSON.parse(line));
      expect(JSON.parse(await read(`solr/${slug}.json`))).toEqual(
        documents.map((document) => ({ ...document, date: `${document.date}T00:00:00Z` })),
      );
    }
  });

  test('have a schema with a field for each property and the same chain', async () => {
    using schema = XmlDocument.fromString(await read('solr/conf/managed-schema.xml'));
    const values = (xpath: string) => schema.find(xpath).map((node) => node.content);
    expect(values('/schema/field/@name').sort()).toEqual(
      ['_version_', ...Object.keys(indexDefinition.mappings.properties)].sort(),
    );
    const types = values('/schema/fieldType/@name');
    for (const type of values('/schema/field/@type')) expect(types).toContain(type);
    const { char_filter, filter, analyzer } = indexDefinition.settings.analysis;
    const parts = { ...char_filter, ...filter } as Record<string, { pattern?: string; keywords_pattern?: string }>;
    const patterns = [...analyzer.estenad.char_filter, ...analyzer.estenad.filter].flatMap(
      (name) => parts[name]?.pattern ?? parts[name]?.keywords_pattern ?? [],
    );
    expect(values('//charFilter/@pattern | //filter/@pattern')).toEqual(patterns);
    for (const file of [...values('//@mapping'), ...values('//@words')])
      expect(await read(`solr/conf/${file}`)).toBeTruthy();
    const mappings = indexDefinition.settings.analysis.char_filter.letters.mappings;
    expect((await read('solr/conf/estenad-letters.txt')).replace(/"| (?==>)|(?<==>) /g, '')).toBe(
      `${mappings.join('\n')}\n`,
    );
  });

  test('have settings under which no field is guessed, and in which the fields of a query are those of the schema', async () => {
    using config = XmlDocument.fromString(await read('solr/conf/solrconfig.xml'));
    const value = (xpath: string) => config.get(xpath)?.content;
    expect(value('/config/schemaFactory/bool[@name="mutable"]')).toBe('false');
    using schema = XmlDocument.fromString(await read('solr/conf/managed-schema.xml'));
    const folded = schema.find('/schema/field[@type="folded"]/@name').map((node) => node.content);
    const searched = value('//str[@name="qf"]')?.split(' ') ?? [];
    expect(searched.sort()).toEqual(folded.sort());
  });
});

test(
  'Lucene makes of every text, and of phrases in other spellings, the words of our search',
  needing(lucene),
  async () => {
    const passages = passagesOf(edition);
    const texts = passages.map(({ text }) => text);
    const asked = [
      ...texts,
      ...passages.map(({ also }) => also),
      ...spellings.flatMap(({ spell }) => phrasesOf(texts, 300).map(({ phrase }) => spell(phrase))),
    ];
    const work = await mkdtemp(path.join(tmpdir(), 'estenad-lucene-'));
    try {
      const terms = await lucenesTerms(path.join(site, 'discovery/solr/conf'), asked, work);
      expect(terms.length).toBe(asked.length);
      for (const [index, text] of asked.entries()) expect(terms[index], text).toEqual(folded(text));
    } finally {
      await rm(work, { recursive: true });
    }
  },
);
