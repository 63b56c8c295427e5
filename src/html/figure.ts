/** A figure as HTML. Its pictures come when they are near: the first screen of a page costs the same with figures as without. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type ImageFile, type Rendition, renditionsOf } from '../edition/article-files.ts';
import { creditOf } from '../edition/figures.ts';
import type { Figure, Picture } from '../edition/model.ts';
import { wordsOf } from '../locales/index.ts';
import { directionOf } from '../text/languages.ts';
import { type FileLinks, type InlineContext, renderInlines } from './inline.ts';
import { permanentLink } from './permanent-link.ts';

/** How wide a figure is drawn: as the column of the text, which is narrower than this on every screen. */
const sizes = 'auto, (min-width: 42rem) 40rem, 100vw';

export function renderFigure(figure: Figure, context: InlineContext): Element {
  const { interfaceLanguage, textLanguage, files } = context;
  const pictures = figure.pictures.map((picture) => renderPicture(picture, context));
  const credit = renderInlines(creditOf(figure, textLanguage), context);
  const originals = figure.pictures.flatMap(({ file }) => (file && files ? [original(file, files)] : []));
  return h('figure', { id: figure.id, className: ['pictures'] }, [
    pictures.length === 1 ? pictures : h('div', { className: ['panels'] }, pictures),
    // All that is said of it within: a caption is the first of a figure, or the last.
    h('figcaption', [
      permanentLink(figure.id, figure.label, { className: ['label'] }),
      ...(figure.caption.length > 0 ? ['. ', ...renderInlines(figure.caption, context)] : []),
      ...(credit.length > 0 ? [h('p', { className: ['credit'] }, credit)] : []),
      ...(originals.length > 0 ? [originalsOf(originals, interfaceLanguage)] : []),
    ]),
  ]);
}

const originalsOf = (links: readonly Element[], language: string): Element =>
  h('p', { className: ['credit', 'originals'], lang: language, dir: directionOf(language) }, [
    `${wordsOf(language).originalImage}: `,
    ...links.flatMap((link, index) => (index > 0 ? [`${wordsOf(language).comma} `, link] : [link])),
  ]);

const original = ({ name }: ImageFile, files: FileLinks): Element =>
  h('a', { href: files.file(name), download: true }, h('bdi', { dir: 'ltr' }, name));

/** A picture, in the smallest form that the screen needs; where there is none, words. */
function renderPicture({ file, alt }: Picture, { interfaceLanguage, files }: InlineContext): ElementContent {
  if (!file || !files)
    return h(
      'p',
      { className: ['lost'], lang: interfaceLanguage, dir: directionOf(interfaceLanguage) },
      file ? wordsOf(interfaceLanguage).image : wordsOf(interfaceLanguage).noImage,
    );
  return pictureOf(file, { alt, sizes, ...files });
}

/** How an image is shown: in words, how wide, and where its files are. */
export interface Shown extends FileLinks {
  readonly alt: string;
  readonly sizes: string;
}

/** An image, in the smallest form that the screen needs. */
export function pictureOf(file: ImageFile, { alt, sizes: wide, ...files }: Shown): Element {
  const { width, height } = file.size;
  const img = h('img', { src: files.file(file.name), alt, width, height, loading: 'lazy', decoding: 'async' });
  const renditions = renditionsOf(file);
  if (renditions.length === 0) return img;
  const source = (format: Rendition['format']) =>
    h('source', {
      type: `image/${format}`,
      srcSet: renditions
        .filter((one) => one.format === format)
        .map((one) => `${files.rendition(one.name)} ${one.width}w`)
        .join(', '),
      sizes: wide,
    });
  return h('picture', [source('avif'), source('webp'), img]);
}
