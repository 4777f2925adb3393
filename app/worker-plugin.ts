import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { build, type Plugin, type Rollup } from 'vite'

/** Where a scorecard begins to load: what these import, now or later, is the shell of the service worker. */
const shellEntries = [
  'app/entry.client.tsx',
  'app/root.tsx',
  'app/routes/scorecards.$scorecardId.fill/route.tsx',
]
const publicFiles = ['/favicon.svg', '/manifest.webmanifest']

/** Builds the service worker beside the client files, with the names of the files that it keeps. */
export function workerPlugin(): Plugin {
  return {
    name: 'panelist-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (!dir || this.environment.config.build.ssr) return
      const fonts = readdirSync('public/fonts').filter((name) => name.endsWith('.woff2'))
      const files = [
        ...listShell(bundle).map((name) => `/${name}`),
        ...fonts.map((name) => `/fonts/${name}`),
        ...publicFiles,
      ]
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { shellFiles: JSON.stringify(files), shellVersion: JSON.stringify(version) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2022',
          rollupOptions: {
            input: 'app/entry.worker.ts',
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      })
    },
  }
}

/** The files that the entries need, in the order of their names. */
function listShell(bundle: Rollup.OutputBundle): string[] {
  const files = new Set<string>()
  function add(name: string): void {
    if (files.has(name)) return
    files.add(name)
    const part = bundle[name]
    if (part?.type !== 'chunk') return
    for (const next of [...part.imports, ...part.dynamicImports]) add(next)
    for (const file of part.viteMetadata?.importedCss ?? []) files.add(file)
    for (const file of part.viteMetadata?.importedAssets ?? []) files.add(file)
  }
  for (const entry of shellEntries) {
    const chunk = Object.values(bundle).find(
      (part) => part.type === 'chunk' && part.isEntry && part.facadeModuleId?.split('?')[0]?.endsWith(entry),
    )
    if (!chunk) throw new Error(`${entry} is not part of the build, so a scorecard would not open offline`)
    add(chunk.fileName)
  }
  return [...files].sort()
}
