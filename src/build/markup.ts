/** What the build looks at and changes in a page, with places in its text: what is not changed stays byte for byte. */
import { Parser } from 'htmlparser2';

/** A piece of a text, the end left out. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A start tag as it stands in a page. */
export interface Tag extends Place {
  readonly name: string;
  /** Attributes by name, in lower case: the value, and the place of both with the space before them. */
  readonly attributes: ReadonlyMap<string, Place & { readonly value: string }>;
  /** What stands in a script or a style sheet, where nothing is markup (HTML Standard, section 13.1.2.1). */
  readonly text?: string;
}

/** Reads the start tags of a page that have one of the names, in the order of the page. */
export function readTags(html: string, names: ReadonlySet<string>): Tag[] {
  const tags: Tag[] = [];
  let attributes: Map<string, Place & { value: string }> | undefined;
  const parser = new Parser({
    onopentagname(name) {
      attributes = names.has(name) ? new Map() : undefined;
    },
    onattribute(name, value) {
      // The first of two with one name counts (HTML Standard, section 13.2.5.33).
      if (attributes === undefined || attributes.has(name)) return;
      attributes.set(name, { value, start: parser.startIndex - 1, end: parser.endIndex });
    },
    onopentag(name) {
      if (attributes) tags.push({ name, attributes, start: parser.startIndex, end: parser.endIndex + 1 });
    },
    onclosetag(name) {
      const tag = tags.at(-1);
      if (tag?.name !== name || !hasRawText.has(name)) return;
      tags[tags.length - 1] = { ...tag, text: html.slice(tag.end, parser.startIndex) };
    },
  });
  parser.end(html);
  return tags;
}

const hasRawText: ReadonlySet<string> = new Set(['script', 'style']);

/** A text with pieces of it replaced. */
export function edited(text: string, edits: readonly (Place & { readonly by: string })[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, by } of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}
