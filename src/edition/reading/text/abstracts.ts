/** `<Abstract>`. */
import type { Abstract } from '../../model.ts';
import { type JsxNode, lineOf } from '../markdown.ts';
import type { BlockReader } from './blocks.ts';
import type { TextContext } from './context.ts';
import { attributesOf } from './elements.ts';

export function readAbstract(context: TextContext, reader: BlockReader, jsx: JsxNode): Abstract {
  const line = lineOf(jsx);
  const attributes = attributesOf(context, jsx, ['lang', 'kind']);
  const language = attributes.get('lang') === 'en' ? 'en' : 'fa';
  if (!['fa', 'en'].includes(attributes.get('lang') ?? '')) {
    context.fault(line, 'the abstract does not say its language', 'write <Abstract lang="fa"> or <Abstract lang="en">');
  }
  const kind = attributes.get('kind') ?? 'abstract';
  if (kind !== 'abstract' && kind !== 'extended') {
    context.fault(line, `"${kind}" is not a kind of abstract`, 'write kind="extended" or leave it out');
  }
  const id = kind === 'extended' ? `abstract-${language}-extended` : `abstract-${language}`;
  context.claim(id, line);
  const blocks = reader.read(jsx.children, { inside: id, language, nested: 0, headings: 'parts' });
  return { id, language, kind: kind === 'extended' ? 'extended' : 'abstract', blocks };
}
