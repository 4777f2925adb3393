import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSaver } from '#app/domains/scorecards/group-commit.server.ts'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { pickCard } from '#tests/support/cards.ts'
import { addRound } from '#tests/support/round.ts'

const boom = 'what breaks'

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'panelist-group-'))
  const file = join(folder, 'group.db')
  const db = openDatabase(file)
  migrate(db)
  const round = addRound(db, { candidates: 1 })
  onTestFinished(() => {
    closeDatabase(db)
    rmSync(folder, { recursive: true })
  })
  const broken: unknown[] = []
  const save = createSaver({ db, now: () => 1 }, (error) => broken.push(error))
  const cards = [0, 1, 2, 3].map((index) => pickCard(round, index))
  const op = (card: number, field: string, value: string, base = 0) => ({
    opId: randomUUID(),
    scorecardId: cards[card]?.cardId ?? '',
    field,
    base,
    value,
  })
  const send = (card: number, operations: ReturnType<typeof op>[]) => {
    const person = cards[card]?.person
    if (!person) throw new Error('no such card')
    return save(person, operations)
  }
  /** From now on an operation with these words breaks, as a bug or a broken row would make it. */
  const breakOn = (table: 'field_op' | 'scorecard_field') =>
    db.$client.exec(
      `create trigger broken before insert on ${table} when new.value like '%${boom}%' begin select raise(abort, 'broken'); end`,
    )
  const texts = () =>
    cards
      .flatMap(({ cardId }) => Object.values(listFields(db, [cardId]).get(cardId) ?? {}))
      .map(({ value }) => value)
  return { db, file, cards, op, send, breakOn, broken, texts }
}

/** Counts the commits in a write-ahead log: a frame that ends one names the size of the database after it. */
function countCommits(databaseFile: string): number {
  const log = readFileSync(`${databaseFile}-wal`)
  const pageSize = log.readUInt32BE(8)
  const salt = log.subarray(16, 24)
  let commits = 0
  for (let at = 32; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break
    if (log.readUInt32BE(at + 4) > 0) commits++
  }
  return commits
}

test('what four people send in one turn is one commit, and what follows is another', async () => {
  const { db, file, op, send, texts } = setUp()
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  await send(0, [op(0, 'summary:for', 'before')])
  expect(countCommits(file)).toBe(1)
  await Promise.all([
    send(0, [op(0, 'summary:against', 'a'), op(0, 'recommendation:reason', 'b')]),
    send(1, [op(1, 'summary:for', 'c')]),
    send(2, [op(2, 'summary:for', 'd')]),
    send(3, [op(3, 'summary:for', 'e'), op(3, 'summary:for', 'f', 1)]),
  ])
  expect(countCommits(file)).toBe(2)
  expect(texts().sort()).toEqual(['a', 'b', 'before', 'c', 'd', 'f'])
  await send(0, [op(0, 'summary:for', 'after', 1)])
  expect(countCommits(file)).toBe(3)
})

test.each(['field_op', 'scorecard_field'] as const)(
  'an operation that breaks while %s is written harms neither its neighbours in the turn nor those in its own request',
  async (table) => {
    const { db, file, op, send, breakOn, broken, texts } = setUp()
    breakOn(table)
    db.$client.pragma('wal_checkpoint(TRUNCATE)')
    const bad = op(1, 'summary:for', boom)
    const [first, mixed, last] = await Promise.all([
      send(0, [op(0, 'summary:for', 'a')]),
      send(1, [op(1, 'recommendation:reason', 'b'), bad, op(1, 'summary:against', 'c')]),
      send(2, [op(2, 'summary:for', 'd')]),
    ])
    expect([first, mixed, last].map((answers) => answers.map(({ outcome }) => outcome))).toEqual([
      ['applied'],
      ['applied', 'refused', 'applied'],
      ['applied'],
    ])
    expect(texts().sort()).toEqual(['a', 'b', 'c', 'd'])
    expect(broken).toHaveLength(1)
    expect(countCommits(file)).toBe(1)

    // Nothing of it is kept, so that it is applied when it is sent again after the mending.
    db.$client.exec('drop trigger broken')
    expect(await send(1, [bad])).toMatchObject([{ outcome: 'applied', version: 1 }])
  },
)

test('a request of which nothing could be saved fails as a whole, so that it is sent again, and its neighbours are saved', async () => {
  const { cards, db, op, send, breakOn, texts } = setUp()
  breakOn('field_op')
  const [good, bad] = await Promise.allSettled([
    send(0, [op(0, 'summary:for', 'a')]),
    send(1, [op(1, 'summary:for', boom)]),
  ])
  expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected'])
  expect(texts()).toEqual(['a'])
  expect(listOperations(db, cards[1]?.cardId ?? '')).toEqual([])
})

test('on a disk that fills up in the middle of a turn, every request has its own answer, and what was applied stays', async () => {
  const { db, op, send, texts } = setUp()
  const client = db.$client
  // Room for a few short texts and not for a long one, which is stored twice.
  client.exec('vacuum')
  client.pragma(`max_page_count = ${Number(client.pragma('page_count', { simple: true })) + 6}`)
  const large = 'x'.repeat(19_000)
  const [small, tooLarge, other] = await Promise.allSettled([
    send(0, [op(0, 'summary:for', 'a')]),
    send(1, [op(1, 'summary:for', large)]),
    send(2, [op(2, 'summary:for', 'b')]),
  ])
  expect([small.status, tooLarge.status, other.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(tooLarge).toMatchObject({ reason: { code: 'SQLITE_FULL' } })
  expect(texts().sort()).toEqual(['a', 'b'])
  client.pragma('max_page_count = 1000000')
  await send(1, [op(1, 'summary:for', large)])
  expect(texts().sort()).toEqual(['a', 'b', large])
})

test('an operation id that comes again with another text, field, base or person is an error and changes nothing', async () => {
  const { db, op, send, cards, texts } = setUp()
  const first = op(0, 'summary:for', 'first')
  await send(0, [first])
  const others = [
    { ...first, value: 'second' },
    { ...first, field: 'summary:against' },
    { ...first, base: 1 },
  ]
  for (const other of others) expect(await send(0, [other])).toMatchObject([{ outcome: 'reused' }])
  const theirs = { ...first, scorecardId: cards[1]?.cardId ?? '' }
  expect(await send(1, [theirs])).toMatchObject([{ outcome: 'reused' }])
  expect(await send(0, [first])).toMatchObject([{ outcome: 'applied', version: 1 }])
  expect(listOperations(db, first.scorecardId)).toHaveLength(1)
  expect(texts()).toEqual(['first'])
})
