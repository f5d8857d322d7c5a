import { defineConfig } from 'vitest/config';

/** The kinds of tests that need no window. Real Electron is test/e2e; measurements are test/bench. */
const kinds = [
  { name: 'unit', testTimeout: 10_000 },
  { name: 'property', testTimeout: 60_000 },
  { name: 'integration', testTimeout: 60_000 },
  { name: 'faults', testTimeout: 60_000 },
  { name: 'crash', testTimeout: 600_000 },
  { name: 'architecture', testTimeout: 60_000 },
];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    maxWorkers: 2,
    pool: 'forks',
    environment: 'node',
    restoreMocks: true,
    unstubEnvs: true,
    projects: kinds.map(({ name, testTimeout }) => ({
      extends: true as const,
      test: {
        name,
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        exclude: ['test/architecture/fixtures/**'],
        testTimeout,
        hookTimeout: testTimeout,
      },
    })),
  },
});
