/** The same chain for both engines, part by part: each kind of part has another name in each. */
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { bulk, indexDefinition } from '../../src/discovery/opensearch.ts';
import { configurationFiles, updates } from '../../src/discovery/solr.ts';

const files = configurationFiles();
const { char_filter, tokenizer, filter, analyzer } = indexDefinition.settings.analysis;

test('letters are folded between two rounds of patterns, words are cut, and endings, stems and stop words follow', () => {
  const types = (names: readonly string[], parts: object) =>
    names.map((name) => (parts as Record<string, { type: string }>)[name]?.type ?? name);
  const { estenad } = analyzer;
  const folded = types(estenad.char_filter, char_filter);
  expect(folded).toEqual(['pattern_replace', 'pattern_replace', 'mapping', ...Array(4).fill('pattern_replace')]);
  expect(tokenizer[estenad.tokenizer].type).toBe('pattern');
  const words = types(estenad.filter, filter);
  expect(words.slice(-3)).toEqual(['keyword_marker', 'porter_stem', 'stop']);
  expect(new Set(words.slice(0, -3))).toEqual(new Set(['pattern_replace']));
  expect(estenad.type).toBe('custom');
  for (const name of [...estenad.char_filter, ...estenad.filter]) expect(name).toMatch(/^[a-z]+(?:_[a-z0-9]+)*$/);

  using schema = XmlDocument.fromString(files['managed-schema.xml'] as string);
  const classes = (name: string) =>
    schema.find(`//analyzer/${name}/@class`).map((node) => node.content.replace(/^solr\.|Factory$/g, ''));
  expect(classes('charFilter')).toEqual(
    folded.map((type) => (type === 'mapping' ? 'MappingCharFilter' : 'PatternReplaceCharFilter')),
  );
  expect(classes('tokenizer')).toEqual(['PatternTokenizer']);
  const names = { keyword_marker: 'KeywordMarkerFilter', porter_stem: 'PorterStemFilter', stop: 'StopFilter' };
  expect(classes('filter')).toEqual(
    words.map((type) => (type in names ? names[type as keyof typeof names] : 'PatternReplaceFilter')),
  );
});

describe('the configuration for Solr', () => {
  test('names files that are there, with a letter or a word a line', () => {
    using schema = XmlDocument.fromString(files['managed-schema.xml'] as string);
    const value = (xpath: string) => schema.get(xpath)?.content;
    const letters = files[value('//charFilter/@mapping') ?? ''];
    expect(letters?.split('\n')).toContain('"\\u0643" => "\\u06a9"');
    expect(letters?.split('\n')).toContain('"\\u06f1" => "\\u0031"');
    expect(files[value('//filter/@words') ?? '']?.split('\n')).toContain('از');
    expect(value('//filter[@words]/@ignoreCase')).toBe('false');
    expect([...new Set(schema.find('//filter/@replace').map((node) => node.content))]).toEqual(['all']);
  });

  test('has fields of which the address is the key, and of which texts may be many', () => {
    using schema = XmlDocument.fromString(files['managed-schema.xml'] as string);
    const field = (name: string) =>
      ['type', 'indexed', 'stored', 'required', 'multiValued'].map(
        (attribute) => schema.get(`/schema/field[@name="${name}"]/@${attribute}`)?.content,
      );
    expect(schema.get('/schema/uniqueKey')?.content).toBe('id');
    expect(field('id')).toEqual(['string', 'true', 'true', 'true', 'false']);
    expect(field('date')).toEqual(['day', 'true', 'true', undefined, 'false']);
    expect(field('language')).toEqual(['string', 'true', 'true', undefined, 'true']);
    for (const name of ['title', 'creator', 'text', 'also'])
      expect(field(name), name).toEqual(['folded', 'true', 'true', undefined, 'true']);
    for (const name of ['edition', 'publisher', 'version', 'rights', 'kind'])
      expect(field(name), name).toEqual(['string', 'true', 'true', undefined, 'false']);
    expect(field('_version_')).toEqual(['number', 'false', 'false', undefined, undefined]);
    const classes = schema.find('/schema/fieldType').map((node) => node.get('@name')?.content);
    expect(classes).toEqual(['string', 'number', 'year', 'day', 'folded']);
    expect(schema.find('/schema/fieldType/@class').map((node) => node.content)).toEqual([
      'solr.StrField',
      'solr.LongPointField',
      'solr.IntPointField',
      'solr.DatePointField',
      'solr.TextField',
    ]);
  });

  test('looks for a query in texts, titles and names, and lets a cluster keep its log', () => {
    using config = XmlDocument.fromString(files['solrconfig.xml'] as string);
    const value = (xpath: string) => config.get(xpath)?.content;
    expect(value('/config/requestHandler/@name')).toBe('/select');
    expect(value('/config/requestHandler/@class')).toBe('solr.SearchHandler');
    expect(value('//lst[@name="defaults"]/str[@name="defType"]')).toBe('edismax');
    expect(value('//str[@name="qf"]')).toBe('text also title creator');
    expect(value('//str[@name="pf"]')).toBe('text');
    expect(value('/config/updateHandler[updateLog]/@class')).toBe('solr.DirectUpdateHandler2');
    expect(value('/config/schemaFactory/@class')).toBe('ManagedIndexSchemaFactory');
    expect(value('/config/luceneMatchVersion')).toBe('9.0');
  });
});

test('documents are bodies of both engines: an action and a document a line, and a list with days as moments', () => {
  const document = { id: 'https://trial.example/#p1', date: '2026-01-01' } as Parameters<typeof bulk>[0][number];
  expect(bulk([document, document])).toBe(
    `{"index":{"_id":"${document.id}"}}\n${JSON.stringify(document)}\n`.repeat(2),
  );
  expect(JSON.parse(updates([document]))).toEqual([{ ...document, date: '2026-01-01T00:00:00Z' }]);
});

test('the index for OpenSearch takes no field that it does not know, and knows days and texts from words', () => {
  const { dynamic, properties } = indexDefinition.mappings;
  expect(dynamic).toBe('strict');
  const types = Object.fromEntries(Object.entries(properties).map(([name, { type }]) => [name, type]));
  const keyword = 'keyword';
  expect(types).toEqual({
    ...{ id: keyword, edition: keyword, publisher: keyword, version: keyword, rights: keyword, kind: keyword },
    ...{
      article: keyword,
      years: 'integer',
      language: keyword,
      date: 'date',
      title: 'text',
      creator: 'text',
      text: 'text',
      also: 'text',
    },
  });
  for (const property of Object.values(properties))
    if (property.type === 'text') expect(property).toEqual({ type: 'text', analyzer: 'estenad' });
  expect(properties.date).toEqual({ type: 'date', format: 'yyyy-MM-dd' });
});
