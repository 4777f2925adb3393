// @ts-check
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/**
 * Builds what a benchmark measures out of the program's own sources, so that no copy of it is measured.
 * @param {string} file below tests/bench, a module that exports what is measured
 * @returns {Promise<unknown>} the module
 */
export async function buildSubject(file) {
  // As deep as tests/support, whose files look for the shipped content from where they stand.
  const outDir = 'node_modules/.panelist-bench'
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join('tests/bench', file), outDir, target: 'es2022', emptyOutDir: false },
  })
  return import(pathToFileURL(join(process.cwd(), outDir, basename(file).replace(/\.ts$/, '.js'))).href)
}
