/**
 * Runs an analyzer of Lucene's parts on a text, by what their documentation says of them: enough of OpenSearch for the index
 * definition of the build. Porter's stemmer is the library's that the edition uses too.
 */
import { stemmer } from 'stemmer';

interface Part {
  type: string;
  pattern?: string;
  replacement?: string;
  mappings?: readonly string[];
  stopwords?: readonly string[];
  keywords_pattern?: string;
}

interface Analysis {
  char_filter: Record<string, Part>;
  tokenizer: Record<string, Part>;
  filter: Record<string, Part>;
  analyzer: Record<string, { char_filter: readonly string[]; tokenizer: string; filter: readonly string[] }>;
}

const unescaped = (text: string): string =>
  text.trim().replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

const replace = (text: string, { pattern = '', replacement = '' }: Part): string =>
  text.replace(new RegExp(pattern, 'gu'), replacement);

/** The function that makes the terms of a text. */
export function analyzerOf(analysis: Analysis, name: string): (text: string) => string[] {
  const analyzer = analysis.analyzer[name];
  if (!analyzer) throw new Error(`no analyzer ${name}`);
  const charFilters = analyzer.char_filter.map((one) => {
    const part = analysis.char_filter[one];
    if (part?.type === 'pattern_replace') return (text: string) => replace(text, part);
    if (part?.type !== 'mapping') throw new Error(`no char filter ${one}`);
    const map = new Map(part.mappings?.map((rule) => rule.split('=>').map(unescaped) as [string, string]));
    return (text: string) => text.replace(/[\s\S]/g, (character) => map.get(character) ?? character);
  });
  const keywords = Object.values(analysis.filter).map(({ keywords_pattern }) => keywords_pattern ?? '');
  const isKeyword = new RegExp(`^(?:${keywords.filter(Boolean).join('|') || '(?!)'})$`, 'u');
  const filters = analyzer.filter.map((one) => {
    const part = analysis.filter[one];
    if (part?.type === 'pattern_replace') return (terms: string[]) => terms.map((term) => replace(term, part));
    if (part?.type === 'stop') return (terms: string[]) => terms.filter((term) => !part.stopwords?.includes(term));
    if (part?.type === 'keyword_marker') return (terms: string[]) => terms;
    if (one !== 'porter_stem') throw new Error(`no filter ${one}`);
    return (terms: string[]) => terms.map((term) => (isKeyword.test(term) ? term : stemmer(term)));
  });
  const between = new RegExp(analysis.tokenizer[analyzer.tokenizer]?.pattern ?? '', 'u');
  return (text) => {
    const filtered = charFilters.reduce((one, filter) => filter(one), text);
    return filters.reduce((terms, filter) => filter(terms), filtered.split(between).filter(Boolean));
  };
}
