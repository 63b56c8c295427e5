import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../../faults.ts';
import { adviceFor } from './advice.ts';

/** What reading a YAML text gives: the value, or what is wrong with it. */
export type YamlResult<T> = { readonly value: T; readonly lineOf: LineOf } | { readonly faults: readonly Fault[] };

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
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        file,
        line: line(error.pos[0]),
        what: `the YAML cannot be read: ${error.message}`,
        fix:
          error.code === 'DUPLICATE_KEY'
            ? 'give each entry a name of its own'
            : 'check indentation, quotes and brackets on this line and the one before',
      })),
    };
  }
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
  const result = schema.safeParse(document.toJS() ?? {}, { error: sayIssue });
  if (result.success) return { value: result.data, lineOf };
  return { faults: result.error.issues.map((issue) => faultOf(issue, file, lineOf)) };
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
function sayPath(path: readonly PropertyKey[]): string {
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
