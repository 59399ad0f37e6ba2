import { defineConfig } from 'vitest/config';
import { catalogPlugin } from './client/catalog-plugin.ts';

const quietConsole = './tests/support/fail-on-console.ts';
const postgres = './tests/support/postgres-server.ts';
const underTest = (place: string): string[] => [`${place}/src/**/*.test.ts`, `${place}/src/**/*.test.tsx`];

export default defineConfig({
  plugins: [catalogPlugin()],
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [...underTest('shared'), 'shared/paper/**/*.test.ts', ...underTest('client')],
          setupFiles: [quietConsole],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-server',
          include: underTest('server'),
          setupFiles: [quietConsole],
          globalSetup: [postgres],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts', 'tests/support/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'paper',
          include: ['tests/paper/**/*.test.ts'],
          setupFiles: [quietConsole],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'sync',
          include: ['tests/sync/**/*.test.ts'],
          setupFiles: [quietConsole],
          globalSetup: [postgres],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulator',
          include: ['tests/simulator/**/*.test.ts', 'tests/torture/**/*.test.ts'],
          globalSetup: [postgres],
          // Thousands of whole runs in one test.
          testTimeout: 240_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          setupFiles: [quietConsole],
          globalSetup: [postgres],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: [postgres],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Each file has a server, a database and a browser of its own, and mostly waits for them.
          maxWorkers: 2,
        },
      },
    ],
  },
});
