/** The encodings in which reference managers of some age write their files. */
import { Refusal } from './files.ts';

export interface Decoded {
  /** Its lines end in LF. */
  readonly text: string;
  /** The encoding, where it is none of Unicode's and was told by the words that it makes. */
  readonly guessed?: string;
}

/** UTF-16, by its mark, or by the zero that every second byte of ASCII in it is. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 1].map(
    (half) => bytes.subarray(0, 1000).filter((byte, at) => byte === 0 && at % 2 === half).length,
  );
  const [even = 0, odd = 0] = zeros;
  if (even + odd < Math.min(bytes.length, 1000) / 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Whether a text in Windows-1256 makes sense: words of Persian or Arabic letters, few of which are mixed with Latin ones. */
function isPersian(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}\u200c]{2,}/gu) ?? [];
  const arabic = words.filter((word) => /^[\p{Script=Arabic}\p{M}\u200c]+$/u.test(word)).length;
  const mixed = words.filter((word) => /\p{Script=Arabic}/u.test(word) && /\p{Script=Latin}/u.test(word)).length;
  return arabic > 2 && mixed < arabic / 10;
}

/**
 * The text of a file: UTF-8, UTF-16, or Windows-1256, the code page of Persian and Arabic Windows, where the bytes make words
 * of these languages.
 *
 * @param name what the file is called
 * @throws {@link Refusal} if it is none of these, with what to do
 */
export function decoded(bytes: Uint8Array, name: string): Decoded {
  const read = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  try {
    // A byte order mark is taken away by the decoder.
    return { text: read(utf16Of(bytes) ?? 'utf-8') };
  } catch {
    const text = read('windows-1256');
    if (isPersian(text)) return { text, guessed: 'Windows-1256' };
    throw new Refusal(
      `${name} is not UTF-8 text`,
      'export it again as UTF-8 (Unicode), or open it in an editor with the encoding in which it was written and save it as UTF-8',
    );
  }
}
