// @ts-check
// The faults for longer than npm test has time, and with tools that npm does not bring; ends with a table of counts.
// Usage: npm run test:faults [-- --kills=500 --operations=10000] [-- name …]    names of files in tests/faults
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale, checkNode, envForTools, installIfMissing, root } from '#app/cli/install.mjs'

const { values, positionals } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    operations: { type: 'string', default: '10000' },
  },
  allowPositionals: true,
})
process.chdir(root)
checkNode()
installIfMissing()
if (!buildIfStale()) process.exit(1)

const report = join(mkdtempSync(join(tmpdir(), 'panelist-faults-')), 'report.jsonl')
const given = { report, kills: Number(values.kills), operations: Number(values.operations) }
const files = positionals.length > 0 ? positionals.map((name) => `tests/faults/${name}`) : ['tests/faults/']
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    'routes',
    ...files,
  ],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...envForTools(), PANELIST_FAULTS: JSON.stringify(given) },
  },
)

/** @type {{ fault: string, counts: Record<string, number | string> }[]} */
const lines = existsSync(report)
  ? readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : []
const width = Math.max(0, ...lines.map(({ fault }) => fault.length))
console.log()
for (const { fault, counts } of lines) {
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  console.log(`${fault.padEnd(width)}  ${words.join(' · ')}`)
}
process.exit(status ?? 1)
