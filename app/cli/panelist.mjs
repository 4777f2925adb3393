#!/usr/bin/env node
// @ts-check
// Commands for whoever runs this installation. The commands themselves are part of the build, which has the one database code.
// Usage: npx panelist help
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, checkNode, installIfMissing, root } from './install.mjs'

const folder = process.cwd()
process.chdir(root)
checkNode()
const built = join(root, 'build/server/index.js')
// An existing build stays as it is: a running server may be reading from it.
if (!existsSync(built)) {
  installIfMissing()
  if (!buildIfStale()) process.exit(1)
}
process.env.NODE_ENV = 'production'
const build = await import(pathToFileURL(built).href)
process.exitCode = await build.entry.module.cli(process.argv.slice(2), folder)
