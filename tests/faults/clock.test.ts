import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { createAmendment, listAmendments } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import { closeDatabase, openDatabase, write } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { signIn } from '#db/schema/people.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { findObstacle, report } from '#tests/support/faults.ts'
import { kill, startProcess } from '#tests/support/process.ts'
import { planInstallation } from '#tests/support/plan-installation.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { startTestServer } from '#tests/support/server.ts'
import { addTypists, expectSaves, sendAs, startTyping } from '#tests/support/typing.ts'

const minute = 60_000
const day = 24 * 60 * minute
const last32Bit = Date.UTC(2038, 0, 19, 3, 14, 7)

async function setUp(now: number) {
  const server = await startTestServer({ now })
  onTestFinished(server.close)
  const round = addRound(server.db, { candidates: 1 })
  const send = async (card: ReturnType<typeof pickCard>, cookie: string, field: string, base: number) => {
    const value = /submit/.test(field) ? true : `from base ${base} at ${server.clock.now}`
    const operation = { opId: randomUUID(), scorecardId: card.cardId, field, base, value }
    const answered = await sendAs(server.url, cookie, [operation])
    return answered?.answers[0] ?? answered
  }
  return { server, round, send, typed: pickCard(round, 0), handedIn: pickCard(round, 1) }
}

test.each([
  { name: 'a year back', from: roundStartMs, to: roundStartMs - 365 * day },
  { name: '20 years on', from: roundStartMs, to: roundStartMs + 20 * 365 * day },
  { name: 'beyond 2038', from: roundStartMs, to: last32Bit + 1 },
])(
  'with a clock set $name and put right again, versions order everything, and undo and sign-ins stay as they should',
  async ({ name, from, to }) => {
    const { server, round, send, typed, handedIn } = await setUp(from)
    const { clock, cookieOf } = server
    const right = cookieOf(typed.person.id)
    expect(await send(typed, right, 'summary:for', 0)).toMatchObject({ outcome: 'applied', version: 1 })
    fillCard(server.db, handedIn, { now: from - minute })

    clock.now = to
    // Who signed in by the other clock is asked to sign in again, and nothing of theirs is taken until then.
    expect(await send(typed, right, 'summary:for', 1)).toMatchObject({ status: 401 })
    const wrong = cookieOf(typed.person.id)
    expect(await send(typed, wrong, 'summary:for', 1)).toMatchObject({ outcome: 'applied', version: 2 })
    expect(await send(typed, wrong, 'summary:for', 1)).toMatchObject({ outcome: 'conflict', version: 2 })

    // What was handed in for good is not open again, whatever the clock says.
    const theirs = cookieOf(handedIn.person.id)
    expect(await send(handedIn, theirs, 'undo-submit', 1)).toMatchObject({ outcome: 'refused' })
    expect(await send(handedIn, theirs, 'summary:for', 1)).toMatchObject({ outcome: 'refused' })

    // A minute is a minute by any clock.
    const third = pickCard(round, 2)
    fillCard(server.db, third, { now: to })
    const theirThird = cookieOf(third.person.id)
    clock.now = to + minute - 1
    expect(await send(third, theirThird, 'undo-submit', 1)).toMatchObject({ outcome: 'applied', version: 2 })
    expect(await send(third, theirThird, 'submit', 2)).toMatchObject({ outcome: 'applied', version: 3 })
    clock.now += minute
    expect(await send(third, theirThird, 'undo-submit', 3)).toMatchObject({ outcome: 'refused' })

    const pages = [paths.home(), paths.account(), paths.fillScorecard(typed.cardId), paths.candidates()]
    for (const path of pages) {
      expect((await server.request(path, { headers: { Cookie: wrong } })).status, path).toBeLessThan(400)
    }
    for (const path of [paths.home(), paths.candidates(), paths.installation()]) {
      expect((await server.request(path, { as: round.administrator.id })).status, path).toBe(200)
    }

    clock.now = from + minute
    // Nobody stays signed in for twenty years because a clock was wrong for a moment; who was before, is still.
    expect(await send(typed, wrong, 'summary:for', 2)).toMatchObject({ status: 401 })
    expect(await send(typed, right, 'summary:for', 2)).toMatchObject({ outcome: 'applied', version: 3 })
    expect(await send(third, cookieOf(third.person.id), 'undo-submit', 3)).toMatchObject({
      outcome: 'refused',
    })

    const log = listOperations(server.db, typed.cardId).map(({ outcome, version }) => [outcome, version])
    expect(log).toEqual([
      ['applied', 1],
      ['applied', 2],
      ['conflict', 2],
      ['applied', 3],
    ])
    expect(verifyAuditChain(server.db).brokenAt).toBeNull()
    report(`clock set ${name}`, {
      saves: log.length,
      applied: log.filter(([outcome]) => outcome === 'applied').length,
    })
  },
)

test('who is signed in stays so over the last second that 32 bits can count, and saves go on', async () => {
  const { server, send, typed } = await setUp(last32Bit)
  const cookie = server.cookieOf(typed.person.id)
  for (const base of [0, 1, 2, 3]) {
    expect(await send(typed, cookie, 'summary:for', base)).toMatchObject({
      outcome: 'applied',
      version: base + 1,
      atMs: last32Bit + base * 1000,
    })
    server.clock.now = last32Bit + (base + 1) * 1000
  }
})

test('a clock that is put back by an hour signs nobody out', async () => {
  const { server, send, typed } = await setUp(roundStartMs)
  const cookie = server.cookieOf(typed.person.id)
  await send(typed, cookie, 'summary:for', 0)
  server.clock.now = roundStartMs - 60 * minute
  expect(await send(typed, cookie, 'summary:for', 1)).toMatchObject({ outcome: 'applied', version: 2 })
})

test('amendments stand in the order in which they were made, whatever the clock said', async () => {
  const { server, handedIn } = await setUp(roundStartMs)
  const times = [roundStartMs, roundStartMs - 365 * day, roundStartMs + 20 * 365 * day, roundStartMs + 1]
  write(server.db, (tx) => {
    for (const [i, atMs] of times.entries()) {
      const row = { scorecardId: handedIn.cardId, field: 'summary:for', before: i, after: i + 1, reason: 'x' }
      createAmendment(tx, { ...row, id: randomUUID(), userId: handedIn.person.id, atMs })
    }
  })
  expect(listAmendments(server.db, [handedIn.cardId]).map(({ after }) => after)).toEqual([1, 2, 3, 4])
})

const obstacle = findObstacle('clock of the process set under load', {
  name: 'libfaketime',
  probe: ['faketime', '-m', '-f', '+0', process.execPath, '-e', ''],
  comesWith: 'the package faketime',
})

test.skipIf(obstacle)(
  'a server whose machine leaps to another year and back while people save loses nothing and keeps the order',
  { timeout: 240_000 },
  async () => {
    const here = await planInstallation()
    const typists = await addTypists(here.settings)
    const preload = spawnSync('faketime', ['-m', '-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' })
    const offsetFile = join(here.dataDir, 'offset')
    const setClock = (offsetMs: number) =>
      writeFileSync(offsetFile, `${offsetMs < 0 ? '' : '+'}${offsetMs / 1000}`)
    setClock(0)
    const child = await startProcess(
      {
        ...here.settings,
        LD_PRELOAD: preload.stdout.trim(),
        FAKETIME_TIMESTAMP_FILE: offsetFile,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      },
      here.url,
    )
    const db = openDatabase(here.databaseFile)
    const acknowledged = new Set<string>()
    const years = [0, -1, 0, 20, 0].map((count) => count * 365 * day)
    for (const offsetMs of [...years, last32Bit - Date.now() - 1000, 0]) {
      setClock(offsetMs)
      // As if everybody had signed in again by the clock of the moment.
      write(db, (tx) => {
        const lastSeenAtMs = Date.now() + offsetMs
        tx.update(signIn)
          .set({ lastSeenAtMs, expiresAtMs: lastSeenAtMs + 14 * day })
          .run()
      })
      const typing = startTyping(here.url, typists, { operations: 100 })
      await typing.done
      expect([...typing.troubles]).toEqual([])
      for (const opId of typing.acknowledged) acknowledged.add(opId)
    }
    await kill(child)
    const counts = expectSaves(db, typists, acknowledged)
    for (const { cardId } of typists) {
      const versions = listOperations(db, cardId).map(({ version }) => version)
      expect(versions).toEqual(versions.map((_, i) => i + 1))
    }
    const times = typists.flatMap(({ cardId }) => listOperations(db, cardId)).map(({ atMs }) => atMs)
    expect(Math.min(...times)).toBeLessThan(Date.now() - 364 * day)
    expect(Math.max(...times)).toBeGreaterThan(Date.now() + 19 * 365 * day)
    closeDatabase(db)
    report('clock of the process set under load', { leaps: years.length + 1, ...counts })
  },
)
