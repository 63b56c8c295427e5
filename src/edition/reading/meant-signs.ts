/**
 * Signs that a text means as such, with a backslash before them: `\[0, 1)`. mdast-util-from-markdown joins them with the words
 * around; here a text says where they stand in it, so that no rule of marks takes them for one.
 */
import type { Text } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';

declare module 'mdast' {
  interface TextData {
    /** UTF-16 offsets in the value. */
    meant?: number[];
  }
}

/** For mdast-util-from-markdown, in place of its own reading of them. */
export const meantSigns: TreeExtension = {
  exit: {
    characterEscapeValue(token) {
      const text = this.stack.pop() as Text;
      text.data = { ...text.data, meant: [...(text.data?.meant ?? []), text.value.length] };
      text.value += this.sliceSerialize(token);
      if (text.position) text.position.end = { ...token.end };
    },
  },
};

/** The text with a blank for each sign that is meant as such. */
export function withoutMeantSigns({ value, data }: Pick<Text, 'value' | 'data'>): string {
  const meant = new Set(data?.meant);
  return meant.size === 0 ? value : [...value.split('')].map((unit, index) => (meant.has(index) ? ' ' : unit)).join('');
}
