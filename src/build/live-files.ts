/** The files of articles in live editing: as they are in the folder of the article, and as pictures for screens, drawn when they are asked for. */
import path from 'node:path';
import type { Connect, Plugin } from 'vite';
import { renditionPath } from '../edition/addresses.ts';
import { type ArticleFile, contentOf, type ImageFile, renditionsOf } from '../edition/article-files.ts';
import { readArticleFiles } from '../edition/reading/article-files.ts';
import { render } from '../site/article-files.ts';

export interface LiveFile {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/**
 * What the built site would have at an address.
 *
 * @param root the folder of the edition
 * @param address below the site: `articles/SLUG/1.0.0/files/map.png`, `articles/SLUG/images/map-0a1b2c3d-960.avif`
 * @returns nothing for any other address, and for a file that cannot be published
 */
export async function liveFile(root: string, address: string): Promise<LiveFile | undefined> {
  const [, slug, last, name] =
    /^articles\/([a-z0-9-]+)\/(?:[\d.]+\/)?(files|images)\/([A-Za-z0-9._-]+)$/.exec(address) ?? [];
  if (slug === undefined || name === undefined) return undefined;
  const files = [...(await readArticleFiles(root, slug)).values()].filter((file) => 'sha256' in file);
  if (last === 'files') {
    const file = files.find((one) => one.name === name);
    return file && { mediaType: file.mediaType, content: contentOf(file) };
  }
  for (const image of files.filter(isImage)) {
    const rendition = renditionsOf(image).find((one) => renditionPath(slug, one.name) === address);
    if (rendition) return { mediaType: `image/${rendition.format}`, content: await render(image, rendition) };
  }
  return undefined;
}

const isImage = (file: ArticleFile): file is ImageFile => file.size !== undefined;

/**
 * Answers what the pages of an edition that is edited live ask for of its articles' files.
 *
 * @param root the folder of the edition
 */
export function liveFiles(root: string): Plugin {
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    liveFile(root, path.posix.normalize(pathname).slice(1)).then((file) => {
      if (!file) return next();
      response.setHeader('Content-Type', file.mediaType);
      response.end(file.content);
    }, next);
  };
  return {
    name: 'estenad:live-files',
    apply: 'serve',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
  };
}
