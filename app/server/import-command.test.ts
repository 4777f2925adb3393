import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from '#app/lib/env.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { importBatch, importedItem, questionDraft } from '#db/schema/question-bank.ts'
import { addContent, addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { runCommand } from './cli.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelist-import-'))
const noDatabase = () => readEnv({ DATA_DIR: join(folder, 'nowhere') })
const run = (...args: string[]) => runCommand(['import', ...args], folder, noDatabase)

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

const list = file(
  'list.txt',
  'Some words\n\n1. How do you choose a winter tyre?\n2. Tell me about a bus that would not start.\n',
)

test('a dry run prints what it found as JSON, without any database', async () => {
  const { lines, status } = await run(list, '--dry-run', '--json')
  expect(status).toBe(0)
  expect(JSON.parse(lines.join('\n'))).toEqual({
    questions: [
      {
        prompt: 'How do you choose a winter tyre?',
        intent: null,
        difficulty: null,
        sampleAnswer: null,
        ordinal: 1,
        confidence: 0.9,
      },
      {
        prompt: 'Tell me about a bus that would not start.',
        intent: null,
        difficulty: null,
        sampleAnswer: null,
        ordinal: 2,
        confidence: 0.9,
      },
    ],
    unrecognised: [
      { text: 'Some words', reason: 'Stands before the first question', span: { start: 0, end: 10 } },
    ],
    duplicates: [],
  })
})

test('a question of the shipped bank is found again', async () => {
  const [question] = shippedRubrics().questions
  const name = file('known.md', `- ${question?.prompt ?? ''}\n- What is a tyre made of?\n`)
  const { duplicates } = JSON.parse((await run(name, '--dry-run', '--json')).lines.join('\n'))
  expect(duplicates[0]).toEqual({
    prompt: question?.prompt,
    existingId: question?.id,
    score: expect.any(Number),
  })
  expect(duplicates[0].score).toBeGreaterThan(0.6)
})

test('without --json it prints a page for people', async () => {
  const { lines } = await run(list, '--dry-run')
  expect(lines[0]).toBe('A list of questions: 2 found, 0 like one of the bank.')
  expect(lines.join('\n')).toContain('   1  How do you choose a winter tyre?\n      sure 0.90')
  expect(lines.at(-1)).toBe('   1  Stands before the first question')
})

test.each([
  ['an empty file', 'empty.txt', '', /nothing in it/],
  ['a picture', 'a.png', Uint8Array.from([0x89, 0x50, 0, 0, 1]), /not a text file/],
  ['another encoding', 'latin.txt', Uint8Array.from(Buffer.from('Où ?', 'latin1')), /UTF-8/],
  ['a formula', 'sum.csv', 'Question,Answer\nWhat?,=SUM(A1)', /Row 2, column 2 holds a formula/],
  ['a ragged row', 'ragged.csv', 'Question,Answer\nWhat?', /Row 2 ends after column 1/],
  ['50 MB', 'large.txt', Buffer.alloc(50_000_000, 'a '), /larger than 5 MB/],
])('%s is refused in words', async (_name, name, content, expected) => {
  const { lines, status } = await run(file(name, content), '--dry-run', '--json')
  expect(status).toBe(1)
  expect(lines.join('\n')).toMatch(expected)
})

test('a wrong call says how to call it', async () => {
  for (const args of [
    [],
    [list, list, '--dry-run'],
    [list, '--dryrun'],
    [list],
    ['nowhere.txt', '--dry-run'],
  ])
    expect(await run(...args)).toMatchObject({ status: 2 })
  expect((await run(list)).lines[0]).toMatch(/--as <e-mail>/)
})

test('with a name it imports what the page would, and only for whoever may', async () => {
  const env = readEnv({ DATA_DIR: mkdtempSync(join(tmpdir(), 'panelist-import-')), PORT: '4321' })
  const db = openDatabase(env.databaseFile)
  migrate(db)
  addContent(db)
  addPerson(db, { access: 'manager', email: 'mina@example.org' })
  addPerson(db, { access: 'observer', email: 'otto@example.org' })
  const store = (email: string) => runCommand(['import', list, '--as', email], folder, () => env)
  expect((await store('nobody@example.org')).lines[0]).toMatch(/No account in use/)
  expect((await store('otto@example.org')).lines[0]).toMatch(/does not allow an import/)
  expect(db.select().from(importBatch).all()).toEqual([])
  const { lines, status } = await store('Mina@example.org')
  expect(status).toBe(0)
  expect(lines.join('\n')).toMatch(/^2 imported[^]*http:\/\/localhost:4321\/questions\/imports\//)
  expect(db.select().from(importBatch).all()).toMatchObject([{ name: 'list.txt', layout: 'list' }])
  expect(db.select().from(importedItem).all()).toHaveLength(2)
  expect(db.select().from(questionDraft).all()[0]?.body.prompt).toBe('How do you choose a winter tyre?')
  closeDatabase(db)
})
