/** The files that an article publishes, in the built site: as they are, and as pictures for screens. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filePath, pages, renditionPath } from '../edition/addresses.ts';
import { contentOf, fileAddress, type ImageFile, type Rendition, renditionsOf } from '../edition/article-files.ts';
import { picturedFiles } from '../edition/figures.ts';
import { type Article, latestVersion } from '../edition/model.ts';
import { receivedPath } from '../edition/received.ts';
import { linkOrCopy } from '../files.ts';

/**
 * Writes the files of every version beside its exports, the manuscript as received where it is published, those of the latest again beside its exports at the bare address of the
 * article, and the pictures for screens once for all.
 *
 * @param folder the built site
 */
export async function writeArticleFiles(article: Article, folder: string): Promise<void> {
  const places = new Map<string, string>();
  const made = new Set<string>();
  for (const version of article.versions) {
    for (const file of version.files) {
      const to = path.join(folder, filePath(article.slug, version.number, file.name));
      await mkdir(path.dirname(to), { recursive: true });
      const before = places.get(file.sha256);
      if (before === undefined) await writeFile(to, contentOf(file));
      else linkOrCopy(before, to);
      places.set(file.sha256, to);
      if (version === latestVersion(article)) {
        const bare = path.join(folder, pages.article(article.slug), fileAddress(file.name));
        await mkdir(path.dirname(bare), { recursive: true });
        linkOrCopy(to, bare);
      }
    }
    if (version.received?.isPublished) {
      const to = path.join(folder, receivedPath(article.slug, version.number, version.received.name));
      await mkdir(path.dirname(to), { recursive: true });
      const before = places.get(version.received.sha256);
      if (before === undefined) await writeFile(to, contentOf(version.received));
      else linkOrCopy(before, to);
      places.set(version.received.sha256, to);
    }
    for (const image of picturedFiles(version)) {
      for (const rendition of renditionsOf(image)) {
        if (made.has(rendition.name)) continue;
        made.add(rendition.name);
        const target = path.join(folder, renditionPath(article.slug, rendition.name));
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, await render(image, rendition));
      }
    }
  }
}

/** Draws a picture of an image for screens, turned as it is to be seen, in the colours of the web. */
export async function render(image: ImageFile, { format, width }: Rendition): Promise<Uint8Array> {
  // Loaded here: an edition without figures does not pay for it.
  const { default: sharp } = await import('sharp');
  // How many threads share the work changes the bytes of AVIF.
  sharp.concurrency(1);
  const picture = sharp(contentOf(image)).autoOrient().resize({ width }).toColourspace('srgb');
  return format === 'avif'
    ? picture.avif({ quality: 55, effort: 3 }).toBuffer()
    : picture.webp({ quality: 78, effort: 4 }).toBuffer();
}
