/** What holds for the captions of figures and tables alike. */
import { type Inline, plainText } from '../../model.ts';
import type { TextContext } from './context.ts';

/** A label stands before the caption; one that says it again would print it twice. */
export function checkCaption(context: TextContext, caption: readonly Inline[], label: string, line: number): void {
  if (plainText(caption).startsWith(label))
    context.fault(
      line,
      `the caption says "${label}", which stands before it anyway`,
      'leave the number out: figures and tables are counted in the order of the text',
    );
}
