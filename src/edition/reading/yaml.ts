import { type Document, isAlias, isNode, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../../faults.ts';
import { unwantedIn } from '../../text/unwanted.ts';
import { adviceFor } from './advice.ts';

/** What reading a YAML text gives: the value, or what is wrong with it. */
export type YamlResult<T> =
  /** `written` is the value as the file has it, before the schema. */
  { readonly value: T; readonly written: unknown; readonly lineOf: LineOf } | { readonly faults: readonly Fault[] };

/** The line in the file of a value, named by its path of keys and indexes. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/**
 * Reads a YAML text against a schema.
 *
 * @param text the text
 * @param schema what it must be; strict objects make an unknown field a fault
 * @param file the path to name in faults
 * @param firstLine the line of the file on which the text starts (a YAML text inside another file)
 */
export function readYaml<T>(text: string, schema: z.ZodType<T>, file: string, firstLine = 1): YamlResult<T> {
  const counter = new LineCounter();
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const read = parse(text, counter);
  if ('wrong' in read) {
    return {
      faults: read.wrong.map(({ offset, what, fix }) => ({
        file,
        line: line(offset),
        what: `the YAML cannot be read: ${what}`,
        fix,
      })),
    };
  }
  const { document, value } = read;
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1), true) as { items?: unknown[] } | null;
      const key = path[length - 1];
      const pair = (parent?.items as { key?: { value?: unknown; range?: number[] } }[] | undefined)?.find(
        (item) => item?.key?.value === key,
      );
      const node = pair?.key ?? (document.getIn(path.slice(0, length), true) as { range?: number[] } | undefined);
      if (node?.range) return line(node.range[0] as number);
    }
    return firstLine;
  };
  const result = schema.safeParse(value ?? {}, { error: sayIssue });
  if (result.success) return { value: result.data, written: value, lineOf };
  return { faults: result.error.issues.map((issue) => faultOf(issue, file, lineOf)) };
}

/**
 * The characters that no text may hold and that stand in values, written as escapes (`"\\u202e"`); what stands in the file itself is
 * found when it is read.
 *
 * @param at the path of the value in the file
 */
export function faultsOfCharacters(
  value: unknown,
  file: string,
  lineOf: LineOf,
  at: readonly PropertyKey[] = [],
): Fault[] {
  if (typeof value === 'string') {
    const unwanted = unwantedIn(value);
    return unwanted ? [{ file, line: lineOf(at), what: `${sayPath(at)} has ${unwanted.what}`, fix: unwanted.fix }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    faultsOfCharacters(inner, file, lineOf, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

/** What is wrong in a YAML text itself, and where. */
interface Wrong {
  readonly offset: number;
  readonly what: string;
  readonly fix: string;
}

/** A YAML text as a document and as the value that it stands for, or what is wrong with it. */
function parse(text: string, lineCounter: LineCounter): { document: Document; value: unknown } | { wrong: Wrong[] } {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
    // The library calls itself for each level too, and makes an error of a full stack.
    if (document.errors.some(({ message }) => /call stack/.test(message))) return tooDeep;
    const wrong = document.errors.map(
      ({ code, message, pos: [offset] }): Wrong =>
        code === 'MULTIPLE_DOCS'
          ? { offset, what: 'it has several documents', fix: 'remove the line of three hyphens' }
          : {
              offset,
              what: message,
              fix:
                code === 'DUPLICATE_KEY'
                  ? 'give each entry a name of its own'
                  : 'check indentation, quotes and brackets on this line and the one before',
            },
    );
    if (wrong.length > 0) return { wrong };
    const nodes = checkNodes(document);
    if (nodes.wrong.length > 0) return nodes;
    try {
      return { document, value: document.toJS() };
    } catch (error) {
      // The library counts what aliases of aliases stand for (`maxAliasCount`) and stops at a hundredfold.
      if (!(error instanceof ReferenceError)) throw error;
      return { wrong: [{ offset: nodes.firstAlias, what: 'its aliases stand for too much', fix: aliasFix }] };
    }
  } catch (error) {
    // The parser and what walks its tree call themselves for each level.
    if (!(error instanceof RangeError)) throw error;
    return tooDeep;
  }
}

const tooDeep = {
  wrong: [
    {
      offset: 0,
      what: 'it is nested too deeply',
      fix: 'write fields and lists no deeper than docs/adding-an-article.md shows them',
    },
  ],
};

/** Types of YAML 1.1 that no field has (https://yaml.org/type/). */
const otherTypes = /^tag:yaml\.org,2002:(?:binary|omap|pairs|set|timestamp)$/;

const aliasFix =
  'write the value itself in the place of the alias; put text that begins with * between quotation marks';

/**
 * Which values have a type of another kind, and which aliases name nothing that stands before them, or what they stand in
 * (YAML 1.2.2, section 7.1); where the first alias is.
 */
function checkNodes(document: Document): { readonly wrong: Wrong[]; readonly firstAlias: number } {
  const anchors = new Map<string, Node>();
  const wrong: Wrong[] = [];
  let firstAlias: number | undefined;
  visit(document, (_, node, ancestors) => {
    if (!isNode(node)) return;
    if (!isAlias(node)) {
      if (otherTypes.test(node.tag ?? ''))
        wrong.push({
          offset: node.range?.[0] ?? 0,
          what: `${node.tag?.replace(/.*:/, '!!')} is not a type of a field`,
          fix: 'remove the mark, and write text, lists and fields with names',
        });
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return;
    }
    const offset = node.range?.[0] ?? 0;
    firstAlias ??= offset;
    const named = anchors.get(node.source);
    if (named === undefined) wrong.push({ offset, what: `*${node.source} has no anchor before it`, fix: aliasFix });
    else if (ancestors.includes(named)) wrong.push({ offset, what: `*${node.source} refers to itself`, fix: aliasFix });
  });
  return { wrong, firstAlias: firstAlias ?? 0 };
}

function faultOf(issue: z.core.$ZodIssue, file: string, lineOf: LineOf): Fault {
  const at = sayPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return {
      file,
      line: lineOf([...issue.path, issue.keys[0] as string]),
      what: `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${issue.path.length > 0 ? ` in ${at}` : ''}`,
      fix: 'correct the spelling of the field or remove it',
    };
  }
  return {
    file,
    line: lineOf(issue.path),
    what: `${at}: ${issue.message}`,
    fix: adviceFor(issue.path) ?? 'correct it; docs/adding-an-article.md shows every file whole',
  };
}

/** Where a field stands: `entry 1, summary.fa`; `creators, entry 2, name.en.family`. */
export function sayPath(path: readonly PropertyKey[]): string {
  const said = path.reduce<string>((text, part, index) => {
    if (typeof part === 'number') return `${text}${index > 0 ? ', ' : ''}entry ${part + 1}`;
    return `${text}${index === 0 ? '' : typeof path[index - 1] === 'number' ? ', ' : '.'}${String(part)}`;
  }, '');
  return said || 'the file';
}

/** What a value must be, by the names that zod has for kinds of values. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text, between quotation marks if it looks like a number',
  array: 'a list',
  object: 'fields with names',
  record: 'entries with names',
  boolean: 'true or false',
  int: 'a whole number',
};

/** What is wrong with a value of which the schema itself says nothing. */
function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing';
  if (issue.input === null) return 'is empty';
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') return 'must not be empty';
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'must be an e-mail address';
  return undefined;
}
