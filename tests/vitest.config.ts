import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// The Remix plugin stays out: unit tests need no build, route tests import the finished one.
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          root,
          // A module keeps only what follows from its input, in any order of files; loading all of them anew for each file took as long as the tests.
          isolate: false,
          // A PDF takes a second on an idle machine and many on a busy one.
          testTimeout: 30_000,
          include: ['{app,db,rubrics}/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'tests/support/**/*.test.ts'],
        },
      },
      {
        // As the start command sets it: the build is tested with the React that people get, which draws a page in half the time.
        esbuild: { jsxDev: false },
        test: {
          name: 'routes',
          root,
          env: { NODE_ENV: 'production' },
          include: ['tests/{routes,faults}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
