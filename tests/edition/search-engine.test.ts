import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { isEngineAddress, searchAddress } from '../../src/edition/search-engine.ts';
import { ContentFaults } from '../../src/faults.ts';
import { makeEdition, soundFiles } from '../helpers/edition.ts';

describe('the address of a search engine', () => {
  test.each([
    'https://search.example/solr/estenad',
    'https://search.example:8443/estenad/',
    'http://localhost:8983/solr/estenad',
    'http://127.0.0.1:9200/estenad',
  ])('can be %s', (address) => {
    expect(isEngineAddress(address)).toBe(true);
  });

  test.each([
    ['without TLS', 'http://search.example/solr/estenad'],
    ['of another scheme', 'ftp://search.example/estenad'],
    ['that is a script', 'javascript:alert(1)//x/y'],
    ['whose path leaves it', 'https://search.example/solr/../admin'],
    ['whose path leaves it, encoded', 'https://search.example/solr/%2e%2e/admin'],
    ['with a user', 'https://me:secret@search.example/estenad'],
    ['with a question', 'https://search.example/estenad?q=1'],
    ['with a fragment', 'https://search.example/estenad#x'],
    ['that ends a rule of the policy', 'https://search.example/estenad;script-src'],
    ['without a core or an index', 'https://search.example/'],
    ['that is none', 'search.example/estenad'],
  ])('is none %s', (_, address) => {
    expect(isEngineAddress(address)).toBe(false);
  });

  test('is asked at its way to search', () => {
    expect(searchAddress({ engine: 'solr', url: 'https://h.example/solr/e' })).toBe('https://h.example/solr/e/select');
    expect(searchAddress({ engine: 'opensearch', url: 'https://h.example/e/' })).toBe('https://h.example/e/_search');
  });
});

test('a wrong engine in edition.yaml is named with its line and what to write', async () => {
  const yaml = `${soundFiles['content/edition.yaml']}\nsearch:\n  engine: sphinx\n  url: http://search.example/estenad\n`;
  const root = await makeEdition({ 'content/edition.yaml': yaml });
  const error = await loadEdition(root).catch((one) => one);
  expect(error).toBeInstanceOf(ContentFaults);
  const line = yaml.split('\n').indexOf('  engine: sphinx') + 1;
  expect((error as ContentFaults).faults.map((fault) => [fault.file, fault.line, fault.fix])).toEqual([
    ['content/edition.yaml', line, 'write solr or opensearch'],
    [
      'content/edition.yaml',
      line + 1,
      'write the address of the core of Solr or of the index of OpenSearch, or remove search; see docs/discovery.md',
    ],
  ]);
});
