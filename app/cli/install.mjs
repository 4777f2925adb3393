// @ts-check
// Used before `npm ci` has run: Node's own modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const installStamp = join(root, 'node_modules', '.panelist-install')
const buildStamp = join(root, 'build', '.panelist-build')
const buildInputs = [
  'app',
  'db',
  'rubrics',
  'public',
  'remix.config.js',
  'package-lock.json',
  'tsconfig.json',
]

/** Ends the process with advice when this Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Panelist needs Node 20.19 or newer; this is ${process.versions.node}. Get it at nodejs.org and run this again.`,
  )
  process.exit(1)
}

/** Runs `npm ci` unless node_modules already fits package-lock.json. */
export function installIfMissing() {
  const wanted = hash([join(root, 'package-lock.json')])
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return
  console.log('Installing packages. SQLite may be compiled on the way: one to three minutes, once.')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(installStamp, wanted)
}

/** Builds the application unless the build already fits the source. */
export function buildIfStale() {
  const wanted = hash(buildInputs.flatMap((name) => listFiles(join(root, name))))
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return
  console.log('Building: about ten seconds.')
  run(process.execPath, [
    join(root, 'node_modules/@remix-run/dev/dist/cli.js'),
    'vite:build',
    '--config',
    'app/vite.config.ts',
    '--logLevel',
    'warn',
  ])
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, wanted)
}

/**
 * Runs a command in the repository and ends the process when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args) {
  const kept = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV')
  const env = /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(kept))
  const isWindows = process.platform === 'win32'
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: isWindows && command === 'npm',
  })
  if (result.status === 0) return
  console.error(`\n"${[command, ...args].join(' ')}" did not succeed. What it printed above says why.`)
  process.exit(result.status ?? 1)
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)))
    .filter((file) => !/\.(test|spec)\.tsx?$/.test(file))
}

/** @param {readonly string[]} files */
function hash(files) {
  const sum = createHash('sha256')
  for (const file of files)
    sum.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return sum.digest('hex')
}
