import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the linter says of one file that stands alone at this path of a project with our rules. */
function lint(path: string, text: string): string {
  const project = mkdtempSync(join(tmpdir(), 'layers-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(project, '.oxlintrc.json'))
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
  const linter = join(root, 'node_modules/oxlint/bin/oxlint')
  const result = spawnSync(process.execPath, [linter, '--format=unix', '.'], {
    cwd: project,
    encoding: 'utf8',
  })
  return result.stdout + result.stderr
}

test.each([
  [
    'a route that reads the database',
    'app/routes/x.tsx',
    `import { a } from '#db/client.server.ts'\nexport const b = a`,
  ],
  [
    'a route that calls a store',
    'app/routes/x.tsx',
    `import { a } from '#app/domains/panels/store.server.ts'\nexport const b = a`,
  ],
  [
    'a route that imports a document',
    'app/routes/x.tsx',
    `import { a } from '#app/documents/kit-pdf.tsx'\nexport const b = a`,
  ],
  [
    'a domain that reaches to its right',
    'app/domains/people/x.ts',
    `import { a } from '#app/domains/panels/coverage.ts'\nexport const b = a`,
  ],
  [
    'a use case that reaches to its right',
    'app/domains/panels/x.server.ts',
    `import { a } from '#app/domains/debrief/y.server.ts'\nexport const b = a`,
  ],
  [
    'a pure file with a database',
    'app/domains/panels/x.ts',
    `import { eq } from 'drizzle-orm'\nexport const b = eq`,
  ],
  [
    'a pure file with a clock of its own',
    'app/domains/panels/x.ts',
    `import { hrtime } from 'node:process'\nexport const b = hrtime`,
  ],
  [
    'a component that reads the server',
    'app/domains/panels/ui/x.tsx',
    `import { a } from '#app/domains/panels/y.server.ts'\nexport const b = a`,
  ],
  [
    'a document that reads the database',
    'app/documents/x-pdf.tsx',
    `import { a } from '#db/client.server.ts'\nexport const b = a`,
  ],
  [
    'the design system with a domain',
    'app/ui/x.tsx',
    `import { a } from '#app/domains/panels/ui/y.tsx'\nexport const b = a`,
  ],
  [
    'the database with a use case',
    'db/x.ts',
    `import { a } from '#app/domains/panels/use-cases.server.ts'\nexport const b = a`,
  ],
  [
    'a use case with the store of another domain',
    'app/domains/panels/x.server.ts',
    `import { a } from '#app/domains/people/store.server.ts'\nexport const b = a`,
  ],
  [
    'a domain that goes round its order by a relative path',
    'app/domains/people/x.ts',
    `import { a } from '../panels/coverage.ts'\nexport const b = a`,
  ],
  [
    'a use case that renders a document by itself',
    'app/domains/panels/x.server.ts',
    `import { a } from '#app/documents/kit-pdf.tsx'\nexport const b = a`,
  ],
  [
    'a pure file in a folder of its domain with a database',
    'app/domains/panels/part/x.ts',
    `import { eq } from 'drizzle-orm'\nexport const b = eq`,
  ],
  [
    'a pure file in a folder of its domain that reads the clock',
    'app/domains/panels/part/x.ts',
    `export const b = () => Date.now()`,
  ],
  [
    'a use case in a folder that reaches into a folder to its right',
    'app/domains/panels/part/x.server.ts',
    `import { a } from '#app/domains/debrief/part/y.server.ts'\nexport const b = a`,
  ],
  [
    'a use case with a store in a folder of another domain',
    'app/domains/panels/x.server.ts',
    `import { a } from '#app/domains/people/part/mail-store.server.ts'\nexport const b = a`,
  ],
  [
    'a route that calls a store in a folder of a domain',
    'app/routes/x.tsx',
    `import { a } from '#app/domains/panels/part/mail-store.server.ts'\nexport const b = a`,
  ],
  ['a pure file that reads the clock', 'app/domains/panels/x.ts', `export const b = () => Date.now()`],
  ['a pure file that throws dice', 'app/domains/panels/x.ts', `export const b = () => Math.random()`],
  ['a route of 151 lines', 'app/routes/x.tsx', 'export const b = 1\n'.repeat(151)],
  ['a file of 301 lines', 'app/lib/x.ts', 'export type B = 1\n'.repeat(301)],
  ['an import that climbs', 'app/ui/x.tsx', `import { a } from '../../db/y.ts'\nexport const b = a`],
  ['a setting read outside env', 'app/lib/x.server.ts', `export const b = process.env.PORT`],
  ['a default export outside routes', 'app/ui/x.tsx', `export default function X() { return null }`],
  ['a print left behind', 'app/lib/x.ts', `console.log('here')\nexport const b = 1`],
  ['any', 'app/lib/x.ts', `export const b: any = 1`],
  ['a claim that something is there', 'app/lib/x.ts', `export const b = (a?: string) => a!.length`],
])('the linter refuses %s', (_name, path, text) => {
  expect(lint(path, text)).toContain(`${path}:`)
})

test.each([
  [
    'a route with a use case',
    'app/routes/x.tsx',
    `import { a } from '#app/domains/panels/use-cases.server.ts'\nexport default a`,
  ],
  [
    'a domain that reaches to its left',
    'app/domains/panels/x.ts',
    `import { a } from '#app/domains/people/person.ts'\nexport const b = a`,
  ],
  [
    'a use case with a use case to its left',
    'app/domains/panels/x.server.ts',
    `import { a } from '#app/domains/people/use-cases.server.ts'\nexport const b = a`,
  ],
  [
    'a part with the pure file of its domain',
    'app/domains/panels/ui/x.tsx',
    `import { a } from '../coverage.ts'\nexport const b = a`,
  ],
  [
    'a pure file in a folder with a pure file of its domain',
    'app/domains/panels/part/x.ts',
    `import { a } from '../panel.ts'\nexport const b = a`,
  ],
  [
    'a store with the database',
    'app/domains/panels/store.server.ts',
    `import { a } from '#db/client.server.ts'\nexport const b = a`,
  ],
  [
    'the one file that renders documents',
    'app/documents/render.server.ts',
    `import { a } from './kit-pdf.tsx'\nexport const b = a`,
  ],
])('the linter accepts %s', (_name, path, text) => {
  expect(lint(path, text)).not.toContain(`${path}:`)
})
