// Writes the next migration from db/schema. The schema tool knows no STRICT tables, so each CREATE TABLE gets it here.
// Usage: npm run generate -- --name what_changed      (add --custom for an empty file to write by hand)
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'db/migrations')
const tool = join(root, 'node_modules/drizzle-kit/bin.cjs')
execFileSync(
  process.execPath,
  [tool, 'generate', '--config', 'db/drizzle.config.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const path = join(folder, name)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(/(CREATE TABLE `[^;]*?\n\))(\s*;)/g, '$1 STRICT$2')
  if (after !== before) writeFileSync(path, after)
}
