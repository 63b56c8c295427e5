import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that need no built edition. */
const inMemory = [
  'tests/{authoring,bibliography,citing,client,edition,fonts,helpers,locales,styles,text}/**/*.test.ts',
  'tests/formats/!(epub).test.ts',
  'tests/formats/*/*.test.ts',
  'tests/cards/{card,layout}.test.ts',
  'tests/build/{finished,policy,shards}.test.ts',
  'tests/cli/!(verify).test.ts',
  'tests/hosting/{fair,harvesters,media-types,negotiation,nginx-maps,oai,profiles,serve}.test.ts',
  'tests/html/{shown-addresses,differences,mixed,text,works-pages}.test.ts',
  'tests/discovery/{analyzer,chain}.test.ts',
  'tests/docs/{dependencies,links}.test.ts',
  'tests/packages/bag.test.ts',
  'tests/this-edition/{content,glossary,search}.test.ts',
  'tests/search/*.test.ts',
  'tests/files.test.ts',
  'tests/site/{cards,catalog,icons,oai,ro-crate,sitemap}.test.ts',
];

/** What is proved of the edition of this repository, and of its articles. */
const thisEdition = ['tests/this-edition/**/*.test.ts'];

/** Tests that take minutes: `npm run test:long` runs them alone, `npm run test:all` with the others. */
const long = ['tests/**/*.long.test.ts'];

const common = {
  // Builds and browsers run side by side, and take longer for it.
  ...{ testTimeout: 180_000, hookTimeout: 180_000 },
  // A worker runs file after file in one process: the program is loaded, and the styles of references are read, once.
  isolate: false,
  // Node itself loads the program and the helpers, each module once in a process, as outside of tests: the pages of a build import
  // the modules of the build (src/build/astro-plugins.ts).
  server: { deps: { external: [/\/(?:src|tests\/helpers)\/.*(?<!\.test)\.ts$/] } },
};

export default defineConfig({
  test: {
    // One more than there are cores, as tests wait for browsers and other processes.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          ...common,
          name: 'in memory',
          include: inMemory,
          exclude: [...configDefaults.exclude, ...long],
        },
      },
      {
        test: {
          ...common,
          name: 'built',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...inMemory, ...thisEdition, ...long],
          globalSetup: 'tests/global-setup.ts',
        },
      },
      {
        test: {
          ...common,
          name: 'this edition',
          include: thisEdition,
          exclude: [...configDefaults.exclude, ...inMemory, ...long],
          globalSetup: 'tests/this-edition/global-setup.ts',
        },
      },
      {
        test: {
          ...common,
          name: 'long',
          include: long,
          testTimeout: 1_200_000,
          globalSetup: ['tests/global-setup.ts', 'tests/this-edition/global-setup.ts'],
        },
      },
    ],
  },
});
