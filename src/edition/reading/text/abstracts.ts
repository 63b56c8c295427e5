/** `<Abstract>`. */

import { isKnownLanguage, languageTag } from '../../../text/languages.ts';
import { type Abstract, sayBlocks } from '../../model.ts';
import { type JsxNode, lineOf } from '../markdown.ts';
import type { BlockReader } from './blocks.ts';
import type { TextContext } from './context.ts';
import { attributesOf } from './elements.ts';

export function readAbstract(context: TextContext, reader: BlockReader, jsx: JsxNode): Abstract {
  const line = lineOf(jsx);
  const attributes = attributesOf(context, jsx, ['lang', 'kind']);
  const given = attributes.get('lang') ?? '';
  const language = languageTag(given) ?? 'und';
  if (!isKnownLanguage(given)) {
    context.fault(
      line,
      given === '' ? 'the abstract does not say its language' : `"${given}" is no tag of a language`,
      'write its BCP 47 tag, such as <Abstract lang="fa"> or <Abstract lang="en">',
    );
  }
  const kind = attributes.get('kind') ?? 'abstract';
  if (kind !== 'abstract' && kind !== 'extended') {
    context.fault(line, `"${kind}" is not a kind of abstract`, 'write kind="extended" or leave it out');
  }
  const id = kind === 'extended' ? `abstract-${language}-extended` : `abstract-${language}`;
  context.claim(id, line);
  const blocks = reader.read(jsx.children, { inside: id, language, nested: 0, headings: 'parts' });
  context.doubtLetters(line, 'the abstract', sayBlocks(blocks).join(' '), language);
  return { id, language, kind: kind === 'extended' ? 'extended' : 'abstract', blocks };
}
