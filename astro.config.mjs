import path from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { assetToken } from './src/build/asset-token.ts';
import { engineApart, liveEdition } from './src/build/astro-plugins.ts';

export default defineConfig({
  integrations: [mdx()],
  trailingSlash: 'ignore',
  build: {
    format: 'directory',
    assets: 'assets',
    inlineStylesheets: 'never',
    // The address of an asset depends on the depth of the page: the build puts the way up in the token's place.
    ...(process.env['ESTENAD_LIVE'] ? {} : { assetsPrefix: assetToken }),
  },
  // A page makes no request that it does not need; prefetching and the toolbar are off.
  prefetch: false,
  devToolbar: { enabled: false },
  vite: {
    resolve: { alias: { '@fonts': process.env['ESTENAD_FONTS'] ?? path.resolve('.cache/fonts') } },
    plugins: [engineApart(), liveEdition()],
    // Client scripts are classic ones, so that they run in a page opened from a folder.
    worker: { format: 'iife' },
    build: { assetsInlineLimit: 0 },
  },
});
