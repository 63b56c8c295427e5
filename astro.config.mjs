import path from 'node:path';
import { defineConfig } from 'astro/config';
import { astroConfig } from './src/build/astro-config.ts';

/** For tools that look at the pages of the program (`astro check`); the commands hand Astro the same for the edition they work on. */
const work = import.meta.dirname;
export default defineConfig({
  ...astroConfig({ work, fonts: path.join(work, '.cache/fonts'), isLive: false }),
  cacheDir: path.join(work, '.cache/astro'),
});
