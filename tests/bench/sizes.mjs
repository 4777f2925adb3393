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

/**
 * What each page loads on its first visit, in bytes: all of it, what lies beyond what every page loads, and beyond what every page of
 * somebody signed in loads.
 */
export async function listPageSizes() {
  const { assets, routes } = await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)
  /** @param {{ module: string, imports?: string[] }} part */
  const filesOf = (part) => [part.module, ...(part.imports ?? [])]
  const base = new Set([...filesOf(assets.entry), ...filesOf(assets.routes.root)])

  const shell = new Set([...base, ...filesOf(assets.routes['routes/_app'])])
  const layouts = new Set(Object.values(assets.routes).map((route) => route.parentId))
  const pages = Object.keys(assets.routes)
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
      const beyondShell = sumOf([...files].filter((file) => !shell.has(file)))
      return { page: `/${path.join('/')}`, all, own: all - sumOf(base), beyondShell }
    })
    .sort((a, b) => b.all - a.all)
  return { pages, base: sumOf(base), shell: sumOf(shell) }
}

/** Prints, for each page, the scripts that its first visit loads. */
export async function measure() {
  const { pages, base, shell } = await listPageSizes()
  const styles = readdirSync('build/client/assets').filter((name) => name.endsWith('.css'))

  const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1).padStart(8)
  const width = Math.max(...pages.map((row) => row.page.length))
  console.log(
    `Scripts of each page, kB after gzip: all, beyond what every page loads, beyond what every page loads of somebody signed in\n\n${'Page'.padEnd(width)} ${'all'.padStart(8)} ${'own'.padStart(8)} ${'shell'.padStart(8)}`,
  )
  for (const row of pages)
    console.log(
      `${row.page.padEnd(width)} ${kilobytes(row.all)} ${kilobytes(row.own)} ${kilobytes(row.beyondShell)}`,
    )
  console.log(`\n${'Every page'.padEnd(width)} ${kilobytes(base)}`)
  console.log(`${'Every page, signed in'.padEnd(width)} ${kilobytes(shell)}`)
  console.log(`${'Styles'.padEnd(width)} ${kilobytes(sumOf(styles.map((name) => `/assets/${name}`)))}`)
}
