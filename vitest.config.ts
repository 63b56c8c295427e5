import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that need no built edition. */
const inMemory = [
  'tests/{bibliography,client,edition,locales,styles,text}/**/*.test.ts',
  'tests/formats/!(epub).test.ts',
  'tests/cards/card.test.ts',
  'tests/cli/{import,options,progress}.test.ts',
  'tests/search/*.test.ts',
];

/** Tests that take the time of something: what else the machine does would count. */
const timed = ['tests/pages/speed.test.ts'];

/**
 * Node itself loads the program and the helpers, each module once in a process, as outside of tests: the pages of a build import
 * the modules of the build (src/build/astro-plugins.ts).
 */
const server = { deps: { external: [/\/(?:src|tests\/helpers)\/.*\.ts$/] } };

/** Builds and browsers run side by side, and take longer for it. */
const timeouts = { testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...timeouts,
          server,
          name: 'in memory',
          include: inMemory,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...timeouts,
          server,
          name: 'built',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...inMemory, ...timed],
          globalSetup: 'tests/global-setup.ts',
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...timeouts,
          server,
          name: 'timed',
          include: timed,
          globalSetup: 'tests/global-setup.ts',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
