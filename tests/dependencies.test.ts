import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const versions = z.record(z.string(), z.string())
const manifest = z
  .object({ dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const lock = z
  .object({ packages: z.record(z.string(), z.object({ resolved: z.string().optional() })) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const page = readFileSync('docs/decisions/0010-dependencies.md', 'utf8')

const all = { ...manifest.dependencies, ...manifest.devDependencies }

test('every dependency has an exact version and a reason, and no reason stands without a dependency', () => {
  const explained = [...page.matchAll(/^\| `([^`]+)` +\| (\S+) +\| \S/gm)].map(([, name, version]) => [
    name,
    version,
  ])
  expect(Object.fromEntries(explained)).toEqual(all)
  for (const version of Object.values(all)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('every dependency that runs is imported', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app', 'db', 'rubrics'], {
    encoding: 'utf8',
  })
  const code = files
    .split('\n')
    .filter((file) => ['.ts', '.tsx', '.mjs'].includes(extname(file)) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const unused = Object.keys(manifest.dependencies).filter(
    (name) => !code.includes(`'${name}'`) && !code.includes(`'${name}/`),
  )
  expect(unused).toEqual([])
})

test('the lock file names no registry but the public one, and every system’s native packages', () => {
  const hosts = Object.values(lock.packages).flatMap(({ resolved }) =>
    resolved ? [new URL(resolved).host] : [],
  )
  expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([])
  for (const name of ['@node-rs/argon2', '@esbuild/', '@rollup/rollup', '@oxlint/', '@tailwindcss/oxide']) {
    const systems = Object.keys(lock.packages).filter((path) => path.includes(`node_modules/${name}`))
    for (const system of ['darwin', 'linux', 'win32']) {
      expect(
        systems.some((path) => path.includes(system)),
        `${name} for ${system}`,
      ).toBe(true)
    }
  }
})
