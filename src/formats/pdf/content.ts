/** The operators of a page's content (ISO 32000-1, 7.8.2), and the objects before them. */

/** A name is written with its slash, but as the key of a dictionary; a string is its bytes. */
export type Operand = number | string | Buffer | readonly Operand[] | ReadonlyMap<string, Operand> | boolean | null;

/** An operator with its operands, and the bytes from the first of them to behind it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
  readonly start: number;
  readonly end: number;
}

const whiteSpace = [0, 9, 10, 12, 13, 32];
const delimiters = Array.from('()<>[]{}/%', (character) => character.charCodeAt(0));
/** By byte, whether it is white space, and whether it ends a word. */
const isSpace = Array.from({ length: 256 }, (_, byte) => whiteSpace.includes(byte));
const isEnd = Array.from({ length: 256 }, (_, byte) => whiteSpace.includes(byte) || delimiters.includes(byte));
const escapes = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }).map(
    (pair) => pair.map((one) => one.charCodeAt(0)) as [number, number],
  ),
);
const isOctal = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x37;

/** Reads the operations of a decoded content stream, in their order. */
export function operationsOf(content: Buffer): Operation[] {
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  let start = -1;
  const reader = new Reader(content);
  for (;;) {
    reader.skip();
    if (reader.at >= content.length) return operations;
    if (start < 0) start = reader.at;
    const token = reader.read();
    if (!(token instanceof Word)) {
      operands.push(token);
      continue;
    }
    const { word: operator } = token;
    // An inline image is data between two operators; its pixels are no operators.
    if (operator === 'ID') reader.skipImage();
    operations.push({ operator, operands, start, end: reader.at });
    operands = [];
    start = -1;
  }
}

/** What is no operand. */
class Word {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

class Reader {
  at = 0;
  private readonly content: Buffer;

  constructor(content: Buffer) {
    this.content = content;
  }

  /** Moves over white space and comments. */
  skip(): void {
    for (;;) {
      const byte = this.content[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) while (this.at < this.content.length && !/[\r\n]/.test(this.character())) this.at += 1;
      else if (isSpace[byte]) this.at += 1;
      else return;
    }
  }

  private character(): string {
    return String.fromCharCode(this.content[this.at] ?? 0);
  }

  /** The next object or word; the reader stands on it. */
  read(): Operand | Word {
    const byte = this.content[this.at];
    if (byte === 0x2f) return this.name();
    if (byte === 0x28) return this.literal();
    if (byte === 0x3c) return this.content[this.at + 1] === 0x3c ? this.dictionary() : this.hexadecimal();
    if (byte === 0x5b) return this.array();
    const word = this.regular();
    if (word === '') throw new RangeError(`the content of the page has a stray ${this.character()} at byte ${this.at}`);
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Word(word);
  }

  private regular(): string {
    const start = this.at;
    for (let byte = this.content[this.at]; byte !== undefined; byte = this.content[this.at]) {
      if (isEnd[byte]) break;
      this.at += 1;
    }
    return this.content.toString('latin1', start, this.at);
  }

  private name(): string {
    this.at += 1;
    const name = this.regular();
    if (!name.includes('#')) return `/${name}`;
    return `/${name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
  }

  private literal(): Buffer {
    this.at += 1;
    const bytes: number[] = [];
    for (let depth = 1; this.at < this.content.length; ) {
      const byte = this.content[this.at] as number;
      this.at += 1;
      if (byte === 0x5c) {
        const escaped = this.escaped();
        if (escaped !== undefined) bytes.push(escaped);
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) depth -= 1;
      if (depth === 0) break;
      bytes.push(byte);
    }
    return Buffer.from(bytes);
  }

  /** The byte that stands behind a backslash; nothing of a broken line, which goes on. */
  private escaped(): number | undefined {
    const byte = this.content[this.at] ?? 0;
    this.at += 1;
    if (isOctal(byte)) {
      let value = byte - 0x30;
      for (let digits = 1; digits < 3 && isOctal(this.content[this.at]); digits += 1) {
        value = 8 * value + (this.content[this.at] as number) - 0x30;
        this.at += 1;
      }
      return value & 0xff;
    }
    if (byte === 0x0d || byte === 0x0a) {
      if (byte === 0x0d && this.content[this.at] === 0x0a) this.at += 1;
      return undefined;
    }
    return escapes.get(byte) ?? byte;
  }

  private hexadecimal(): Buffer {
    const end = this.content.indexOf('>', this.at);
    const digits = this.content.toString('latin1', this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  private array(): Operand[] {
    this.at += 1;
    return this.until(']');
  }

  private dictionary(): Map<string, Operand> {
    this.at += 2;
    const items = this.until('>>');
    const entries = new Map<string, Operand>();
    for (let index = 0; index + 1 < items.length; index += 2)
      entries.set(String(items[index]).slice(1), items[index + 1] ?? null);
    return entries;
  }

  private until(end: string): Operand[] {
    const items: Operand[] = [];
    const [first, second] = [end.charCodeAt(0), end.length > 1 ? end.charCodeAt(1) : undefined];
    for (;;) {
      this.skip();
      if (this.content[this.at] === first && (second === undefined || this.content[this.at + 1] === second)) break;
      if (this.at >= this.content.length) throw new RangeError('the content of the page ends inside an object');
      const item = this.read();
      // What is no object has no place here.
      if (!(item instanceof Word)) items.push(item);
    }
    this.at += end.length;
    return items;
  }

  skipImage(): void {
    const end = this.content
      .toString('latin1')
      .slice(this.at)
      .search(/\sEI(?=\s|$)/);
    this.at = end < 0 ? this.content.length : this.at + end + 1;
  }
}
