/** How Astro renders the pages of an edition: the pages are those of the program, all that Astro writes goes into a folder of the edition. */
import path from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroInlineConfig } from 'astro';
import type { Theme } from '../edition/theme.ts';
import { programRoot } from '../root.ts';
import type { Language } from '../text/languages.ts';
import { assetToken } from './asset-token.ts';
import { editionSheet, engineApart, liveEdition, wordsIn } from './astro-plugins.ts';
import { liveFiles } from './live-files.ts';

export interface Rendering {
  /** The folder in which Astro works, and writes ({@link ./packages.ts makeWorkplace}). */
  readonly work: string;
  /** The folder of the fonts. */
  readonly fonts: string;
  /** The folder of the edition, where it is edited live. */
  readonly live?: string;
  /** How the edition looks now. */
  readonly theme: () => Theme | Promise<Theme>;
  /** The languages of its interface. */
  readonly languages: () => readonly Language[] | Promise<readonly Language[]>;
}

/** The configuration of Astro for a rendering. */
export function astroConfig({ work, fonts, live, theme, languages }: Rendering): AstroInlineConfig {
  return {
    root: work,
    srcDir: programRoot,
    publicDir: path.join(work, 'public'),
    outDir: path.join(work, 'pages'),
    cacheDir: path.join(work, 'cache'),
    integrations: [mdx()],
    trailingSlash: 'ignore',
    build: {
      format: 'directory',
      assets: 'assets',
      inlineStylesheets: 'never',
      // The address of an asset depends on the depth of the page: the build puts the way up in the token's place.
      ...(live === undefined ? { assetsPrefix: assetToken } : {}),
    },
    // A page makes no request that it does not need; prefetching and the toolbar are off.
    prefetch: false,
    devToolbar: { enabled: false },
    vite: {
      cacheDir: path.join(work, 'vite'),
      // What stands in the folders above, which are the edition's or its host's, is none of its business.
      envDir: false,
      css: { postcss: {} },
      resolve: { alias: { '@fonts': fonts } },
      plugins: [
        engineApart(),
        liveEdition(),
        editionSheet(fonts, theme, languages),
        wordsIn(languages),
        ...(live === undefined ? [] : [liveFiles(live)]),
      ],
      // Client scripts are classic ones, so that they run in a page opened from a folder.
      worker: { format: 'iife', plugins: () => [wordsIn(languages)] },
      build: { assetsInlineLimit: 0 },
      server: { fs: { allow: [programRoot, work, fonts] } },
    },
  };
}
