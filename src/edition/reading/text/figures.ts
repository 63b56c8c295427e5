/** `<Figure>`: images of the article, with caption, credit and licence. */
import type { Image, RootContent } from 'mdast';
import type { ImageFile } from '../../article-files.ts';
import { labelOf } from '../../labels.ts';
import type { Figure, FigureLicence, Picture } from '../../model.ts';
import { type JsxNode, lineOf, readMarkdown } from '../markdown.ts';
import { checkCaption } from './captions.ts';
import type { TextContext } from './context.ts';
import { attributesOf, refuse, sourceAttribute } from './elements.ts';
import type { InlineReader } from './inline.ts';

/**
 * A figure of one image, which `src` names, or of several, each a line such as `![what it shows](files/a.png)`; what else stands in
 * it is its caption.
 */
export function readFigure(reader: InlineReader, jsx: JsxNode): Figure {
  const { context } = reader;
  const line = lineOf(jsx);
  const attributes = attributesOf(context, jsx, ['id', 'source', 'src', 'alt', 'credit', 'licence'], ['decorative']);
  const number = context.count('figure');
  const id = `fig${number}`;
  context.claim(id, line);
  const isDecorative = attributes.has('decorative');
  const src = attributes.get('src');
  const panels = jsx.children.flatMap((child) => imagesOf(child) ?? []);
  if ((src === undefined) === (panels.length === 0))
    context.fault(
      line,
      src === undefined ? '<Figure> has neither an image nor a table' : '<Figure> names an image and holds others',
      'write src="files/NAME" and alt="…" for one image, or for several a line ![what it shows](files/NAME) for each inside it',
    );
  const pictures =
    src === undefined
      ? panels.map((image) => readPicture(reader, image.url, image.alt ?? '', isDecorative, lineOf(image)))
      : [readPicture(reader, src, attributes.get('alt') ?? '', isDecorative, line)];
  const caption = jsx.children
    .filter((child) => imagesOf(child) === undefined)
    .flatMap((child) =>
      child.type === 'paragraph' ? [reader.read(child.children, id, context.language)] : refuse(context, child),
    );
  const label = labelOf(id, context.language) as string;
  const [first, ...others] = caption;
  if (others.length > 0) context.fault(line, 'the caption of a figure is several paragraphs', 'write it on one line');
  checkCaption(context, first?.children ?? [], label, line);
  return {
    type: 'figure',
    id,
    line,
    number,
    label,
    pictures,
    caption: first?.children ?? [],
    credit: readAttribute(reader, attributes.get('credit'), id, line),
    licence: readLicence(context, attributes.get('licence'), line),
    source: [...sourceAttribute(context, attributes, line), ...(first?.source ?? [])],
  };
}

function readPicture(
  { context, files }: InlineReader,
  address: string,
  alt: string,
  isDecorative: boolean,
  line: number,
): Picture {
  const name = files.nameAt(address, line);
  const file = name === undefined ? undefined : files.use(name, line);
  if (file && !file.size)
    context.fault(
      line,
      `${address} is not an image`,
      'images are PNG, JPEG, WebP or SVG; a link offers any other file',
    );
  if (isDecorative ? alt !== '' : alt.trim() === '')
    if (isDecorative)
      context.fault(line, `${address} is decorative and says what it shows`, 'take one of the two away');
    else
      context.lacks(
        line,
        `${address} does not say what it shows`,
        'add alt="…" (or ![…]) for readers who do not see it, or decorative if it says nothing that the text does not',
      );
  return { name: name ?? address, alt: alt.trim(), file: file?.size ? (file as ImageFile) : undefined };
}

/** Running text of an attribute, with its marks. */
function readAttribute(reader: InlineReader, text: string | undefined, block: string, line: number): Figure['credit'] {
  if (text === undefined) return [];
  // On its own line of the file, so that what is wrong in it is found there.
  const { children } = readMarkdown(
    `${'\n'.repeat(line - 1)}${text.trim()}\n`,
    reader.context.file,
    reader.context.faults,
  );
  return children.flatMap((child) =>
    child.type === 'paragraph'
      ? reader.read(child.children, block, reader.context.language).children
      : refuse(reader.context, child),
  );
}

/** An address names itself where it is one of Creative Commons; anything else is words. */
function readLicence(context: TextContext, text: string | undefined, line: number): FigureLicence | undefined {
  if (text === undefined) return undefined;
  const licence = text.trim();
  if (licence === '') {
    context.lacks(
      line,
      'the licence of the figure is not chosen yet',
      'write its address or words, or take licence away',
    );
    return undefined;
  }
  if (!/^https?:/.test(licence)) return { name: licence };
  const [, kind, number] = /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)\//.exec(licence) ?? [];
  if (kind !== undefined) return { name: `CC ${kind.toUpperCase()} ${number}`, url: licence };
  if (/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\//.test(licence))
    return { name: 'CC0 1.0', url: licence };
  if (!URL.canParse(licence)) context.fault(line, `"${licence}" is not a valid address`, 'correct the address');
  return { name: licence, url: licence };
}

/** The images of a paragraph that holds nothing else; nothing of any other block. */
function imagesOf(node: RootContent): readonly Image[] | undefined {
  if (node.type !== 'paragraph') return undefined;
  const said = node.children.filter(
    (child) => child.type !== 'break' && !(child.type === 'text' && /^\s*$/.test(child.value)),
  );
  const images = said.filter((child) => child.type === 'image');
  return images.length > 0 && images.length === said.length ? images : undefined;
}
