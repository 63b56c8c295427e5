import { configDefaults, defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Tests that need no built edition, no browser and no server: these can run side by side. */
const inMemory = [
  'tests/{bibliography,styles,text}/*.test.ts',
  'tests/formats/!(epub).test.ts',
  'tests/cards/card.test.ts',
  'tests/cli/{import,options,progress}.test.ts',
  'tests/edition/{advice,differences,faults,fidelity}.test.ts',
  'tests/search/{index,match,searching}.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...timeouts,
          name: 'in memory',
          include: inMemory,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...timeouts,
          name: 'built',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...inMemory],
          globalSetup: 'tests/global-setup.ts',
          // Two builds at once would share Astro's folders; two browsers would starve a small machine.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
