// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

/** @type {Map<string, number>} */
const known = new Map()

/**
 * How large a file is on the wire, in bytes.
 * @param {string} url as the manifest has it, `/assets/…`
 */
function gzipSize(url) {
  const size = known.get(url) ?? gzipSync(readFileSync(join('build/client', url)), { level: 9 }).length
  known.set(url, size)
  return size
}

/** @param {Iterable<string>} urls */
function sumOf(urls) {
  let sum = 0
  for (const url of new Set(urls)) sum += gzipSize(url)
  return sum
}

/** Prints, for each page, the scripts that its first visit loads: all of them, and those beyond what every page loads. */
export async function measure() {
  const { assets, routes } = await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)
  /** @param {{ module: string, imports?: string[] }} part */
  const filesOf = (part) => [part.module, ...(part.imports ?? [])]
  const base = new Set([...filesOf(assets.entry), ...filesOf(assets.routes.root)])

  const layouts = new Set(Object.values(assets.routes).map((route) => route.parentId))
  const rows = Object.keys(assets.routes)
    .filter((id) => !layouts.has(id) && routes[id].module.default !== undefined)
    .map((id) => {
      const files = new Set(base)
      /** @type {string[]} */
      const path = []
      for (let at = assets.routes[id]; at && at.id !== 'root'; at = assets.routes[at.parentId]) {
        for (const file of filesOf(at)) files.add(file)
        if (at.path) path.unshift(at.path)
      }
      const all = sumOf(files)
      return { page: `/${path.join('/')}`, all, own: all - sumOf(base) }
    })
    .sort((a, b) => b.all - a.all)
  const styles = readdirSync('build/client/assets').filter((name) => name.endsWith('.css'))

  const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1).padStart(8)
  const width = Math.max(...rows.map((row) => row.page.length))
  console.log(
    `Scripts of each page, kB after gzip\n\n${'Page'.padEnd(width)} ${'all'.padStart(8)} ${'own'.padStart(8)}`,
  )
  for (const row of rows) console.log(`${row.page.padEnd(width)} ${kilobytes(row.all)} ${kilobytes(row.own)}`)
  console.log(`\n${'Every page'.padEnd(width)} ${kilobytes(sumOf(base))}`)
  console.log(`${'Styles'.padEnd(width)} ${kilobytes(sumOf(styles.map((name) => `/assets/${name}`)))}`)
}
