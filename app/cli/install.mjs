// @ts-check
// Used before `npm ci` has run: Node's own modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** Runs `npm ci` unless node_modules already fits package-lock.json and this Node. */
export function installIfMissing() {
  const lock = hash([join(root, 'package-lock.json')])
  // A compiled SQLite fits one version of Node's interface only.
  const node = `${process.platform} ${process.arch} ${process.versions.modules}`
  const [lockThen, nodeThen = node] = existsSync(installStamp)
    ? readFileSync(installStamp, 'utf8').split('\n')
    : []
  if (node === nodeThen && lock === lockThen) return
  if (node !== nodeThen || !isInstalledByHand()) {
    console.log('Installing packages. SQLite may be compiled on the way: one to three minutes, once.')
    if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])) process.exit(1)
  }
  writeFileSync(installStamp, `${lock}\n${node}`)
}

/** Whether somebody ran `npm ci` or `npm install` themselves: npm notes in node_modules what it put there. */
function isInstalledByHand() {
  const noted = join(root, 'node_modules', '.package-lock.json')
  const compiled = join(root, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node')
  if (!existsSync(noted) || !existsSync(compiled)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(noted, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  )
}

/**
 * Builds the application unless the build already fits the source.
 * @returns {boolean} false when the build failed
 */
export function buildIfStale() {
  const wanted = hash(buildInputs.flatMap((name) => listFiles(join(root, name))))
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return true
  console.log('Building: about ten seconds.')
  // A build that breaks off must not pass for the one before it.
  rmSync(buildStamp, { force: true })
  const isDone = run(process.execPath, [
    join(root, 'node_modules/@remix-run/dev/dist/cli.js'),
    'vite:build',
    '--config',
    'app/vite.config.ts',
    '--logLevel',
    'error',
  ])
  if (!isDone) return false
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, wanted)
  return true
}

/**
 * The environment for tools: NODE_ENV=production would leave out what they need.
 * @returns {NodeJS.ProcessEnv}
 */
export function envForTools() {
  const kept = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV')
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(kept))
}

/**
 * Runs a command in the repository and says so when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {boolean} whether it succeeded
 */
function run(command, args) {
  const isWindows = process.platform === 'win32'
  const result = spawnSync(command, args, {
    cwd: root,
    env: envForTools(),
    stdio: 'inherit',
    shell: isWindows && command === 'npm',
  })
  if (result.status === 0) return true
  console.error(`\n"${[command, ...args].join(' ')}" did not succeed. What it printed above says why.`)
  return false
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
