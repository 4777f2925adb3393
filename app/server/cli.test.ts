import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from '#app/lib/env.server.ts'
import { closeDatabase, openDatabase, write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { migrate } from '#db/migrate.ts'
import { addPerson } from '#tests/support/round.ts'
import { runCommand } from './cli.server.ts'

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'panelist-cli-'))
}

/** An installation with one administrator and two audit events; `run` gives what a command says about it. */
function installation() {
  const dataDir = emptyFolder()
  const env = readEnv({ DATA_DIR: dataDir, PORT: '4321' })
  const db = openDatabase(env.databaseFile)
  migrate(db)
  addPerson(db, { access: 'administrator', name: 'Ada Minister', email: 'ada@example.org' })
  for (const subjectId of ['one', 'two']) {
    const entry = { atMs: 1, actorId: null, action: 'test.run', subjectKind: 'test', subjectId }
    write(db, (tx) => recordAuditEvent(tx, entry))
  }
  const run = (...args: string[]) => runCommand(args, dataDir, () => env)
  return { db, dataDir, run }
}

test('help is given when it is asked for, and when a command is unknown', async () => {
  const settings = () => readEnv({})
  expect((await runCommand([], '.', settings)).status).toBe(0)
  expect((await runCommand(['--help'], '.', settings)).lines.join()).toContain('check-rubrics')
  const unknown = await runCommand(['chekc-rubrics'], '.', settings)
  expect(unknown.status).toBe(2)
  expect(unknown.lines.join('\n')).toMatch(/no command "chekc-rubrics"[^]*verify-audit/)
})

test('the shipped content is right, and is counted', async () => {
  const { lines, status } = await runCommand(['check-rubrics'], '.', () => readEnv({}))
  expect(status).toBe(0)
  expect(lines[0]).toMatch(/^\d+ scales, \d+ competencies, \d+ questions, \d+ roles: nothing wrong\.$/)
})

test('wrong content is reported by file, line and reason', async () => {
  const folder = emptyFolder()
  cpSync(resolve('rubrics'), join(folder, 'mine'), { recursive: true })
  const file = join(folder, 'mine/scales/four-point.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"id"', '"ident"'))
  const { lines, status } = await runCommand(['check-rubrics', 'mine'], folder, () => readEnv({}))
  expect(status).toBe(1)
  expect(lines.some((line) => /four-point\.json:\d+ .*id/.test(line))).toBe(true)
})

test('a folder that is not there, or lacks a part, is said in words', async () => {
  const folder = emptyFolder()
  const settings = () => readEnv({})
  expect(await runCommand(['check-rubrics', 'nowhere'], folder, settings)).toEqual({
    lines: [`There is no folder ${join(folder, 'nowhere')}.`],
    status: 2,
  })
  expect((await runCommand(['check-rubrics', '.'], folder, settings)).lines[0]).toMatch(/scales is missing/)
})

test('an untouched audit log is said to be whole, a changed one is found', async () => {
  const { db, run } = installation()
  expect(await run('verify-audit')).toEqual({
    lines: ['2 events, each one fits the one before: nothing was changed.'],
    status: 0,
  })
  db.$client.exec("update audit_event set subject_id = 'other' where subject_id = 'one'")
  const found = await run('verify-audit')
  expect(found.status).toBe(1)
  expect(found.lines[0]).toMatch(/^Event 1 does not fit/)
  closeDatabase(db)
})

test('a reset link is made at the console for an account in use, and only for that', async () => {
  const { db, run } = installation()
  const made = await run('user', 'reset-link', 'Ada@Example.org')
  expect(made.status).toBe(0)
  expect(made.lines.join('\n')).toMatch(/^Ada Minister [^]*http:\/\/localhost:4321\/reset\/[\w-]{43}$/)
  expect((await run('user', 'reset-link', 'nobody@example.org')).status).toBe(1)
  db.$client.exec('update user set disabled_at_ms = 5')
  expect((await run('user', 'reset-link', 'ada@example.org')).status).toBe(1)
  expect((await run('user', 'reset-link')).status).toBe(2)
  expect((await run('verify-audit')).lines[0]).toMatch(/^3 events/)
  closeDatabase(db)
})

test('no command makes a database, or opens one of another version', async () => {
  const { db, dataDir, run } = installation()
  db.$client.pragma('user_version = 1')
  expect((await run('verify-audit')).lines[0]).toMatch(/older than this program/)
  db.$client.pragma('user_version = 999')
  expect((await run('verify-audit')).lines[0]).toMatch(/newer than this program/)
  closeDatabase(db)
  rmSync(dataDir, { recursive: true })
  expect(await run('verify-audit')).toMatchObject({ status: 2 })
  expect((await run('verify-audit')).lines[0]).toMatch(/There is no database/)
})

test('settings that cannot be used are named', async () => {
  const outcome = await runCommand(['verify-audit'], '.', () => readEnv({ PORT: 'many' }))
  expect(outcome.status).toBe(2)
  expect(outcome.lines[0]).toMatch(/PORT/)
})
