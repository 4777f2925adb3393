// @ts-check
// What a worker thread of the server begins with: the work itself is part of the one build.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

const build = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
build.entry.module.work()
