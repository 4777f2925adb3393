import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Person } from '#app/domains/people/person.ts'
import { applyOperation } from '#app/domains/scorecards/operations.server.ts'
import { sealAfterMs } from '#app/domains/scorecards/scorecard.ts'
import { unpack } from '#app/lib/pack.ts'
import { write, type Db, type Tx } from '#db/client.server.ts'
import * as tables from '#db/schema/index.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { getComparisonPage } from './comparison-page.server.ts'
import type { Comparison } from './comparison-view.ts'

const now = roundStartMs + 86_400_000

function prepareRound(): { db: Db; round: Round; ask: (user: Person, atMs?: number) => Promise<string> } {
  const db = openTestDatabase()
  const round = addRound(db, { candidates: 1 })
  const ask = async (user: Person, atMs = now): Promise<string> => {
    const page = await getComparisonPage({ db, user, now: atMs }, { panelId: round.panelId })
    return page.ok ? page.value.packed : page.error.kind
  }
  return { db, round, ask }
}

function read(packed: string): Comparison['view'] {
  // as: that is what was packed.
  return (unpack(packed) as Comparison).view
}

const changes: [string, (tx: Tx, round: Round) => void][] = [
  ['a name', (tx) => void tx.update(tables.candidate).set({ name: 'Zoe' }).run()],
  ['a candidate who withdraws', (tx) => void tx.update(tables.application).set({ withdrawnAtMs: 1 }).run()],
  ['an interviewer’s name', (tx) => void tx.update(tables.user).set({ name: 'Zoe' }).run()],
  ['a seat', (tx) => void tx.update(tables.sessionInterviewer).set({ seat: 'shadow' }).run()],
  [
    'a level of a card handed in',
    (tx) =>
      void tx
        .update(tables.scorecardField)
        .set({ value: { state: 'rated', level: 1 } })
        .where(sql`field glob 'rating:*'`)
        .run(),
  ],
  [
    'a card that nobody handed in',
    (tx) => void tx.update(tables.scorecard).set({ submittedAtMs: null, status: 'draft' }).run(),
  ],
  [
    'a card that is gone',
    (tx) => {
      tx.delete(tables.scorecardField).run()
      tx.delete(tables.fieldOp).run()
      tx.delete(tables.scorecard).run()
    },
  ],
  [
    'the panel’s own words',
    (tx, round) =>
      void tx
        .update(tables.panelVersion)
        .set({ snapshot: { ...round.snapshot, name: 'Another name' } })
        .where(eq(tables.panelVersion.id, round.panelVersionId))
        .run(),
  ],
]

test.each(changes)('a kept answer does not outlive %s', async (_name, change) => {
  const { db, round, ask } = prepareRound()
  fillRound(db, round, { now: now - 600_000, levelOf: () => 3 })
  const before = await ask(round.manager)
  expect(await ask(round.manager)).toBe(before)
  write(db, (tx) => change(tx, round))
  expect(await ask(round.manager)).not.toBe(before)
})

test('a card is seen once the minute after its submission is over, though nothing was written', async () => {
  const { db, round, ask } = prepareRound()
  const [own, other] = [pickCard(round, 0), pickCard(round, 1)]
  fillCard(db, own, { now: now - 600_000 })
  fillCard(db, other, { now: now - 1_000, level: 2 })
  const visible = (packed: string) => read(packed).rows[0]?.visible
  expect(visible(await ask(own.person))).toBe(1)
  expect(visible(await ask(own.person, now + 1_000))).toBe(1)
  expect(visible(await ask(own.person, now - 1_000 + sealAfterMs))).toBe(2)
  expect(visible(await ask(own.person, now))).toBe(1)
})

test('what is kept for one person reaches nobody else', async () => {
  const { db, round, ask } = prepareRound()
  const [own, other] = [pickCard(round, 0), pickCard(round, 1)]
  fillCard(db, other, { now: now - 600_000, level: 2 })
  fillCard(db, own, { now: now - 600_000, submit: false })
  expect(read(await ask(other.person)).rows[0]?.visible).toBe(1)
  expect(read(await ask(own.person)).rows[0]?.visible).toBe(0)
  expect(await ask({ ...other.person, access: 'guest' })).toBe('forbidden')
})

test('typing into a card changes no comparison, so the answer is kept', async () => {
  const { db, round } = prepareRound()
  const draft = pickCard(round, 0)
  const askPage = () => getComparisonPage({ db, user: round.manager, now }, { panelId: round.panelId })
  const before = await askPage()
  write(db, (tx) =>
    applyOperation({ db, user: draft.person, now }, tx, {
      opId: '01990000-0000-7000-8000-00000000000b',
      scorecardId: draft.cardId,
      field: 'summary:for',
      base: 0,
      value: 'Halfway through a thought',
    }),
  )
  const after = await askPage()
  expect(after.ok && before.ok && after.value === before.value).toBe(true)
  expect(JSON.stringify(after)).not.toContain('Halfway')
})
