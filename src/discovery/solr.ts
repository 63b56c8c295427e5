/** Documents for Solr (9 or newer), and the configuration of a core. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { xmlDocument } from '../formats/xml.ts';
import {
  afterLetters,
  beforeLetters,
  between,
  escaped,
  letterMap,
  onWords,
  type Replacement,
  stops,
  unstemmed,
} from './analysis.ts';
import type { PassageDocument } from './documents.ts';

/** The files that the schema names, beside it in the configuration of a core. */
const named = { letters: 'estenad-letters.txt', stops: 'estenad-stops.txt' } as const;

/** The file of Solr's MappingCharFilter. */
const letters = (): string => letterMap.map(([from, to]) => `"${escaped(from)}" => "${escaped(to)}"\n`).join('');

/** The file of Solr's StopFilter. */
const stopFile = (): string => stops.map((stop) => `${stop}\n`).join('');

const charFilters = (replacements: readonly Replacement[]): Element[] =>
  replacements.map(({ pattern, replacement }) =>
    x('charFilter', { class: 'solr.PatternReplaceCharFilterFactory', pattern, replacement }),
  );

type FieldType = 'string' | 'day' | 'year' | 'folded';

const fields: Readonly<Record<keyof PassageDocument, readonly [type: FieldType, many: boolean]>> = {
  id: ['string', false],
  edition: ['string', false],
  publisher: ['string', false],
  article: ['string', false],
  version: ['string', false],
  date: ['day', false],
  title: ['folded', true],
  creator: ['folded', true],
  rights: ['string', false],
  kind: ['string', false],
  years: ['year', true],
  language: ['string', true],
  text: ['folded', true],
  also: ['folded', true],
};

/**
 * The schema of a core. `_version_` is Solr's own: its log of updates, and with it every cluster, needs the field (Solr Reference
 * Guide, “SolrCloud with Legacy Configuration Files”).
 */
const schema = (): string =>
  xmlDocument(
    x('schema', { name: 'estenad', version: '1.6' }, [
      x('uniqueKey', 'id'),
      x('fieldType', { name: 'string', class: 'solr.StrField', sortMissingLast: 'true', docValues: 'true' }),
      x('fieldType', { name: 'number', class: 'solr.LongPointField', docValues: 'true' }),
      x('fieldType', { name: 'year', class: 'solr.IntPointField', docValues: 'true' }),
      x('fieldType', { name: 'day', class: 'solr.DatePointField', docValues: 'true' }),
      x('fieldType', { name: 'folded', class: 'solr.TextField', positionIncrementGap: '100' }, [
        x('analyzer', [
          ...charFilters(beforeLetters),
          x('charFilter', { class: 'solr.MappingCharFilterFactory', mapping: named.letters }),
          ...charFilters(afterLetters),
          x('tokenizer', { class: 'solr.PatternTokenizerFactory', pattern: between }),
          ...onWords.map(({ pattern, replacement }) =>
            x('filter', { class: 'solr.PatternReplaceFilterFactory', pattern, replacement, replace: 'all' }),
          ),
          x('filter', { class: 'solr.KeywordMarkerFilterFactory', pattern: unstemmed }),
          x('filter', { class: 'solr.PorterStemFilterFactory' }),
          x('filter', { class: 'solr.StopFilterFactory', words: named.stops, ignoreCase: 'false' }),
        ]),
      ]),
      ...Object.entries(fields).map(([name, [type, many]]) =>
        x('field', {
          name,
          type,
          indexed: 'true',
          stored: 'true',
          required: name === 'id' ? 'true' : undefined,
          multiValued: String(many),
        }),
      ),
      x('field', { name: '_version_', type: 'number', indexed: 'false', stored: 'false' }),
    ]),
  );

/** The settings of a core: no field is guessed, and a query is looked for in texts, titles and names. */
const config = (): string =>
  xmlDocument(
    x('config', [
      x('luceneMatchVersion', '9.0'),
      x('schemaFactory', { class: 'ManagedIndexSchemaFactory' }, x('bool', { name: 'mutable' }, 'false')),
      x('updateHandler', { class: 'solr.DirectUpdateHandler2' }, x('updateLog')),
      x(
        'requestHandler',
        { name: '/select', class: 'solr.SearchHandler' },
        x('lst', { name: 'defaults' }, [
          x('str', { name: 'defType' }, 'edismax'),
          x('str', { name: 'qf' }, 'text also title creator'),
          x('str', { name: 'pf' }, 'text'),
        ]),
      ),
    ]),
  );

/** The configuration of a core, by file. */
export const configurationFiles = (): Readonly<Record<string, string>> => ({
  'solrconfig.xml': config(),
  'managed-schema.xml': schema(),
  [named.letters]: letters(),
  [named.stops]: stopFile(),
});

/** Documents as the body of an update request (`POST /solr/CORE/update`); Solr wants a day as a moment. */
export const updates = (documents: readonly PassageDocument[]): string =>
  `[\n${documents.map((document) => JSON.stringify({ ...document, date: `${document.date}T00:00:00Z` })).join(',\n')}\n]\n`;
