/** The images of a version as its pages hold them. */
import { contentOf, type ImageFile } from '../../edition/article-files.ts';
import { picturedFiles } from '../../edition/figures.ts';
import type { Version } from '../../edition/model.ts';

/** The name of an image in the data of the template. */
export const pictureName = ({ name, mediaType }: ImageFile): string =>
  `pictures/${name.replace(/\.[^.]*$/, '')}-${mediaType.split('/')[1]}.${endingOf(mediaType)}`;

/** What Typst reads: a drawing stays one, a photograph stays JPEG, all else becomes PNG. */
const endingOf = (mediaType: string) => ({ 'image/svg+xml': 'svg', 'image/jpeg': 'jpg' })[mediaType] ?? 'png';

/** In pixels, for the width of a page at about 300 dots per inch; the file itself stands beside the PDF. */
const widest = 1600;

/**
 * The images of a version by their names in the data: turned as they are to be seen, and in sRGB, the colours that the file says it
 * has (PDF/A: ISO 19005-3, 6.2.4).
 */
export async function picturesOf(version: Version): Promise<ReadonlyMap<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const file of picturedFiles(version)) pictures.set(pictureName(file), await pictureOf(file));
  return pictures;
}

async function pictureOf(file: ImageFile): Promise<Buffer> {
  const content = contentOf(file);
  if (file.mediaType === 'image/svg+xml') return content;
  // Loaded here: an edition without figures does not pay for it.
  const { default: sharp } = await import('sharp');
  const picture = sharp(content).autoOrient().resize({ width: widest, withoutEnlargement: true }).toColourspace('srgb');
  return endingOf(file.mediaType) === 'jpg'
    ? picture.jpeg({ quality: 85 }).toBuffer()
    : picture.png({ compressionLevel: 9 }).toBuffer();
}
