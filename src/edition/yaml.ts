import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults.ts';

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
        mend:
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
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { value: result.data, lineOf };
  return { faults: result.error.issues.map((issue) => faultOf(issue, file, lineOf)) };
}

function faultOf(issue: z.core.$ZodIssue, file: string, lineOf: LineOf): Fault {
  const at = issue.path.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return {
      file,
      line: lineOf([...issue.path, issue.keys[0] as string]),
      what: `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${issue.path.length > 0 ? ` in ${at}` : ''}`,
      mend: 'correct the spelling of the field or remove it',
    };
  }
  return {
    file,
    line: lineOf(issue.path),
    what: `${at}: ${issue.message}`,
    mend: `correct ${at}; every field and its form stand in src/edition/schemas.ts, and the other articles are patterns`,
  };
}
