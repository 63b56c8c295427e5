import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two builds at once would share Astro's folders; two browsers would starve a small machine.
    fileParallelism: false,
  },
});
