/**
 * Pagefind writes the filters, and the values of each, in the order of a hash map that is another one in every run. Here they
 * are put in order, so that two builds of one edition give the same bytes. The files are CBOR (RFC 8949) after a mark, gzipped.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from './index.ts';

const mark = 'pagefind_dcd';

/** Where the data item at an offset begins its content, its major type, its argument (RFC 8949, section 3). */
function head(bytes: Buffer, at: number): { type: number; value: number; next: number } {
  const first = bytes.readUInt8(at);
  const [type, info] = [first >> 5, first & 31];
  if (info < 24) return { type, value: info, next: at + 1 };
  const size = 2 ** (info - 24);
  if (size > 4) throw new Error(`the search index has a CBOR item that is not expected: ${first}`);
  return { type, value: bytes.readUIntBE(at + 1, size), next: at + 1 + size };
}

/** The offset behind the data item at an offset: an integer, a text or an array. */
function end(bytes: Buffer, at: number): number {
  const { type, value, next } = head(bytes, at);
  if (type === 0) return next;
  if (type === 3) return next + value;
  if (type !== 4) throw new Error(`the search index has a CBOR item that is not expected: type ${type}`);
  let offset = next;
  for (let item = 0; item < value; item += 1) offset = end(bytes, offset);
  return offset;
}

/** An array as the bytes before its items and those of each. */
function itemsOf(bytes: Buffer): { start: Buffer; items: Buffer[] } {
  const { value, next } = head(bytes, 0);
  const items: Buffer[] = [];
  for (let offset = next; items.length < value; offset = end(bytes, offset)) {
    items.push(bytes.subarray(offset, end(bytes, offset)));
  }
  return { start: bytes.subarray(0, next), items };
}

const join = (start: Buffer, items: readonly Buffer[]): Buffer => Buffer.concat([start, ...items]);

function sorted(array: Buffer): Buffer {
  const { start, items } = itemsOf(array);
  return join(start, items.sort(Buffer.compare));
}

const unpack = (file: IndexFile): Buffer => gunzipSync(file.content).subarray(mark.length);
const pack = (cbor: Buffer): Buffer => gzipSync(Buffer.concat([Buffer.from(mark), cbor]), { level: 9 });

/** A name of the length of the old one, `fa_431b126`, that follows from the content. */
const renamed = (name: string, content: Buffer): string => {
  const digest = createHash('sha256').update(content).digest('hex');
  return name.replace(/[0-9a-f]+$/, (old) => digest.slice(0, old.length));
};

/** The files of an index with its filters in order, under names that follow from their content. */
export function settleFilters(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const filters = files
    .filter(({ path }) => path.startsWith('filter/'))
    .map((file) => {
      const { start, items } = itemsOf(unpack(file));
      const [name, values] = items as [Buffer, Buffer];
      const content = join(start, [name, sorted(values)]);
      const old = file.path.slice('filter/'.length).replace('.pf_filter', '');
      names.set(old, renamed(old, content));
      return { path: `filter/${names.get(old)}.pf_filter`, content: pack(content) };
    });
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  if (!meta || !entry) throw new Error('the search index has no table of its files');
  // Version, pages, chunks of the index, filters, sorts, fields.
  const { start, items } = itemsOf(unpack(meta));
  const table = items[3] as Buffer;
  let text = table.toString('latin1');
  for (const [old, name] of names) text = text.replace(old, name);
  items[3] = sorted(Buffer.from(text, 'latin1'));
  const content = join(start, items);
  const old = meta.path.replace(/^pagefind\.|\.pf_meta$/g, '');
  const name = renamed(old, content);
  return [
    ...files.filter((file) => file !== meta && file !== entry && !file.path.startsWith('filter/')),
    ...filters,
    { path: `pagefind.${name}.pf_meta`, content: pack(content) },
    { path: entry.path, content: Buffer.from(Buffer.from(entry.content).toString('utf8').replace(old, name)) },
  ];
}
