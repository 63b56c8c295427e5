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

const whiteSpace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)));
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

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
      else if (whiteSpace.has(byte)) this.at += 1;
      else return;
    }
  }

  private character(): string {
    return String.fromCharCode(this.content[this.at] ?? 0);
  }

  /** The next object or word; the reader stands on it. */
  read(): Operand | Word {
    const character = this.character();
    const next = String.fromCharCode(this.content[this.at + 1] ?? 0);
    if (character === '/') return this.name();
    if (character === '(') return this.literal();
    if (character === '<') return next === '<' ? this.dictionary() : this.hexadecimal();
    if (character === '[') return this.array();
    const word = this.regular();
    if (word === '') throw new RangeError(`the content of the page has a stray ${character} at byte ${this.at}`);
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Word(word);
  }

  private regular(): string {
    const start = this.at;
    for (let byte = this.content[this.at]; byte !== undefined; byte = this.content[this.at]) {
      if (whiteSpace.has(byte) || delimiters.has(byte)) break;
      this.at += 1;
    }
    return this.content.toString('latin1', start, this.at);
  }

  private name(): string {
    this.at += 1;
    return `/${this.regular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
  }

  private literal(): Buffer {
    let depth = 0;
    let text = '';
    do {
      const character = this.character();
      this.at += 1;
      if (character === '\\') text += this.escaped();
      else {
        if (character === '(') depth += 1;
        if (character === ')') depth -= 1;
        if (depth > 0 && !(depth === 1 && character === '(' && text === '')) text += character;
      }
    } while (depth > 0 && this.at < this.content.length);
    return Buffer.from(text, 'latin1');
  }

  private escaped(): string {
    const octal = this.content.toString('latin1', this.at, this.at + 3).match(/^[0-7]{1,3}/)?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    const character = this.character();
    this.at += 1;
    // A line that is broken behind a backslash goes on.
    if (character === '\r' || character === '\n') {
      if (character === '\r' && this.character() === '\n') this.at += 1;
      return '';
    }
    return escapes[character] ?? character;
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
    for (;;) {
      this.skip();
      if (this.content.toString('latin1', this.at, this.at + end.length) === end) break;
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
