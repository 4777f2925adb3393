// @ts-check
// The one-command start: installs what is missing, builds when stale, migrates, serves.
// Usage: npm start            your own installation, in .data/
//        npm start -- --demo  a worked hiring round in a file of its own, for this machine only
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { buildIfStale, checkNode, installIfMissing, root } from './install.mjs'

const unknown = process.argv.slice(2).filter((argument) => argument !== '--demo')
if (unknown.length > 0) {
  console.error(`"${unknown.join(' ')}" means nothing here. Usage: npm start, or npm start -- --demo`)
  process.exit(1)
}

process.chdir(root)
checkNode()
installIfMissing()
if (!buildIfStale()) process.exit(1)
process.env.NODE_ENV = 'production'
if (process.argv.includes('--demo')) process.env.PANELIST_DEMO = '1'
const build = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
await build.entry.module.serve(build)
