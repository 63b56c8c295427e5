import path from 'node:path';
import { defineConfig } from 'astro/config';
import { astroConfig } from './src/build/astro-config.ts';

/** For tools that look at the pages of the program (`astro check`); the commands hand Astro the same for the edition they work on. */
const root = import.meta.dirname;
const cache = path.join(root, '.cache');
const work = path.join(cache, 'astro');
export default defineConfig({ ...astroConfig({ work, fonts: path.join(cache, 'fonts'), isLive: false }), root });
