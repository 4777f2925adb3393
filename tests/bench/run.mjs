// @ts-check
// Runs benchmarks by name, against a fresh build.
// Usage: npm run bench [-- name …]    without a name, all of them but the soak, which takes ten minutes
import { buildIfStale, checkNode, installIfMissing, root } from '#app/cli/install.mjs'

/** @type {Record<string, () => Promise<{ measure: () => Promise<void> }>>} */
const benches = {
  calibrate: () => import('./calibrate.mjs'),
  compare: () => import('./compare.mjs'),
  sizes: () => import('./sizes.mjs'),
  'near-duplicates': () => import('./near-duplicates.mjs'),
  pdf: () => import('./pdf.mjs'),
  search: () => import('./search.mjs'),
  plan: () => import('./plan.mjs'),
  saves: () => import('./saves.mjs'),
  soak: () => import('./soak.mjs'),
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark "${unknown.join('", "')}". There are: ${Object.keys(benches).join(', ')}.`,
  )
  process.exit(1)
}

process.chdir(root)
checkNode()
installIfMissing()
if (!buildIfStale()) process.exit(1)
for (const [name, load] of Object.entries(benches)) {
  if (names.length > 0 ? !names.includes(name) : name === 'soak') continue
  const { measure } = await load()
  await measure()
}
process.exit()
