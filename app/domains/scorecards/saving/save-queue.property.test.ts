import fc from 'fast-check'
import { expect, test } from 'vitest'
import { write } from '#db/client.server.ts'
import { fieldOp, scorecardField } from '#db/schema/scorecards.ts'
import { pickCard } from '#tests/support/cards.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { openSharedOutbox, sharedDrafts } from '#tests/support/shared-outbox.ts'
import type { Operation } from '../field.schema.ts'
import { applyOperation } from '../operations.server.ts'
import { listFields } from '../store.server.ts'
import { createSaveQueue, type SaveQueue, type SendResult } from './save-queue.ts'

const db = openTestDatabase()
const { cardId, person } = pickCard(addRound(db, { candidates: 1 }), 0)
const fields = ['summary:for', 'summary:against'] as const

/** What the network does with a request: answers it, loses it on the way there or back, or meets a server in trouble. */
const fates = ['answered', 'lost', 'answer lost', 'trouble'] as const
type Fate = (typeof fates)[number]

type Action =
  /** Somebody types into a field of a tab; the next thing happens after so many turns. */
  | { kind: 'type'; tab: number; field: number }
  | { kind: 'flush'; tab: number }
  /** The tab is killed and opened again, from the server or from a copy of the page as it was at the start. */
  | { kind: 'reload'; tab: number; hasBeacon: boolean; isOffline: boolean }
  | { kind: 'choose'; tab: number }
  | { kind: 'another device'; field: number }

const tabIndex = fc.nat(1)
const typing = fc.record({
  kind: fc.constant('type' as const),
  tab: tabIndex,
  field: fc.nat(fields.length - 1),
})
const actions: fc.Arbitrary<Action> = fc.oneof(
  { arbitrary: typing, weight: 6 },
  { arbitrary: fc.record({ kind: fc.constant('flush' as const), tab: tabIndex }), weight: 4 },
  {
    arbitrary: fc.record({
      kind: fc.constant('reload' as const),
      tab: tabIndex,
      hasBeacon: fc.boolean(),
      isOffline: fc.boolean(),
    }),
    weight: 2,
  },
  { arbitrary: fc.record({ kind: fc.constant('choose' as const), tab: tabIndex }), weight: 1 },
)
const otherDevice: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('another device' as const),
  field: fc.nat(fields.length - 1),
})

const steps = (action: fc.Arbitrary<Action>) =>
  fc.array(fc.record({ action, turns: fc.nat(12) }), { minLength: 4, maxLength: 25 })
const network = fc.array(fc.constantFrom<Fate>(...fates), { maxLength: 20 })

function serverField(field: string): { version: number; value: unknown } {
  const { version = 0, value = null } = listFields(db, [cardId]).get(cardId)?.[field] ?? {}
  return { version, value }
}

type Tab = {
  queue: SaveQueue
  shown: (field: string) => string
  isDead: { now: boolean }
  timers: (() => void)[]
}

function createWorld(scheduler: fc.Scheduler, weather: readonly Fate[], tabCount: number) {
  write(db, (tx) => {
    tx.delete(fieldOp).run()
    tx.delete(scorecardField).run()
  })
  const shared = sharedDrafts()
  const fateOf = [...weather]
  /** Every mark that reached the outbox or the server must be found in the end. */
  const kept = new Set<string>()
  let conflicts = 0
  let marks = 0
  let ids = 0
  let lock: Promise<unknown> = Promise.resolve()

  function apply(operations: readonly Operation[]): SendResult {
    const answers = write(db, (tx) =>
      operations.map((operation) =>
        applyOperation({ db, user: person, now: roundStartMs }, tx, structuredClone(operation)),
      ),
    )
    conflicts += answers.filter((answer) => answer.outcome === 'conflict').length
    return { kind: 'answers', answers }
  }

  async function send(operations: readonly Operation[]): Promise<SendResult> {
    await scheduler.schedule(Promise.resolve(), 'request')
    const fate = fateOf.shift() ?? 'answered'
    if (fate === 'lost') return { kind: 'later', why: 'no connection' }
    if (fate === 'trouble') return { kind: 'later', why: 'the server is in trouble' }
    const result = apply(operations)
    await scheduler.schedule(Promise.resolve(), 'answer')
    return fate === 'answer lost' ? { kind: 'later', why: 'no connection' } : result
  }

  function openTab(isOffline: boolean): Tab {
    const isDead = { now: false }
    const timers: (() => void)[] = []
    const page = Object.fromEntries(isOffline ? [] : fields.map((field) => [field, serverField(field)]))
    const turn = async (what: string) => {
      await scheduler.schedule(Promise.resolve(), what)
      // A killed tab does nothing more.
      if (isDead.now) await new Promise(() => undefined)
    }
    const outbox = openSharedOutbox(shared, {
      turn,
      deliver: (run) => void scheduler.schedule(Promise.resolve(), 'news').then(run),
    })
    const queue = createSaveQueue({
      scorecardId: cardId,
      fields: page,
      savedAtMs: null,
      outbox: {
        ...outbox,
        async update(...given) {
          const drafts = await outbox.update(...given)
          for (const { pending } of shared.stored.values())
            for (const { value } of pending) for (const mark of marksOf(value)) kept.add(mark)
          return drafts
        },
      },
      send,
      alone: (run) => {
        const result = lock.then(() => (isDead.now ? new Promise<never>(() => undefined) : run()))
        // The lock of a killed tab falls to the next one.
        lock = Promise.race([result, dies(isDead)]).catch(() => undefined)
        return result
      },
      newOpId: () => `op-${++ids}`,
      now: () => 1,
      random: () => 0.5,
      timers: { set: (run) => timers.push(run), clear: () => void timers.splice(0) },
    })
    queue.start()
    const shown = (field: string) => textOf(queue.getState().values[field] ?? page[field]?.value)
    return { queue, shown, isDead, timers }
  }

  const deaths = new Map<{ now: boolean }, () => void>()
  function dies(isDead: { now: boolean }): Promise<void> {
    return isDead.now ? Promise.resolve() : new Promise((resolve) => deaths.set(isDead, resolve))
  }

  function kill(tab: Tab, hasBeacon: boolean): void {
    const beacon = hasBeacon ? tab.queue.takeBeacon() : []
    // A page that is left, other than one that is killed, keeps all that was on the screen.
    if (hasBeacon) for (const field of fields) for (const mark of marksOf(tab.shown(field))) kept.add(mark)
    tab.isDead.now = true
    tab.queue.stop()
    deaths.get(tab.isDead)?.()
    if (beacon.length > 0) void send(beacon)
  }

  const tabs = Array.from({ length: tabCount }, () => openTab(false))
  const tabAt = (index: number): Tab => {
    const tab = tabs[index % tabs.length]
    if (!tab) throw new Error('no tab')
    return tab
  }

  function run(action: Action): void {
    switch (action.kind) {
      case 'type': {
        const { queue, shown } = tabAt(action.tab)
        const field = fields[action.field] ?? fields[0]
        queue.edit(field, `${shown(field)}<${++marks}>`)
        return
      }
      case 'flush':
        void tabAt(action.tab).queue.flush()
        return
      case 'reload': {
        const index = action.tab % tabs.length
        kill(tabAt(index), action.hasBeacon)
        tabs[index] = openTab(action.isOffline)
        return
      }
      case 'choose':
        joinConflicts(tabAt(action.tab).queue)
        return
      case 'another device': {
        const field = fields[action.field] ?? fields[0]
        const { version, value } = serverField(field)
        const mark = `<${++marks}>`
        const text = textOf(value) + mark
        apply([{ opId: `op-${++ids}`, scorecardId: cardId, field, base: version, value: text }])
        kept.add(mark)
      }
    }
  }

  async function settle(): Promise<void> {
    fateOf.splice(0)
    for (let round = 0; round < 60; round++) {
      // A person chooses in one tab; two that choose for ever would never end.
      joinConflicts(tabAt(0).queue)
      for (const tab of tabs) {
        for (const due of tab.timers.splice(0)) due()
        void tab.queue.flush()
      }
      await scheduler.waitIdle()
      if (tabs.every((tab) => !tab.queue.hasUnsaved())) return
    }
  }

  return {
    run,
    settle,
    tabs,
    kept,
    conflicts: () => conflicts,
    serverTexts: () => fields.map((field) => textOf(serverField(field).value)).join(' '),
    applied: () =>
      db
        .select()
        .from(fieldOp)
        .all()
        .filter((row) => row.outcome === 'applied'),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function marksOf(value: unknown): string[] {
  return textOf(value).match(/<\d+>/g) ?? []
}

function joinConflicts(queue: SaveQueue): void {
  for (const { field, mine, theirs } of queue.getState().conflicts) {
    queue.resolve(field, `${textOf(theirs)}\n${textOf(mine)}`)
  }
}

async function expectNothingLost(world: ReturnType<typeof createWorld>): Promise<void> {
  await world.settle()
  const texts = world.serverTexts()
  expect([...world.kept].filter((mark) => !texts.includes(mark))).toEqual([])
  expect(world.tabs.some((tab) => tab.queue.hasUnsaved())).toBe(false)
  const values = world.applied().map((row) => [row.field, row.value].join(': '))
  expect(values.length, 'no text was applied twice').toBe(new Set(values).size)
}

/** Without another device every tab knows, without being loaded again, what the server holds. */
function expectTabsInStep(world: ReturnType<typeof createWorld>): void {
  expect(world.conflicts()).toBe(0)
  for (const tab of world.tabs) {
    for (const field of fields) expect(tab.shown(field)).toBe(textOf(serverField(field).value))
  }
}

const runs = { numRuns: 60 }

test('two tabs and another device, typing through a bad network and reloads: nothing typed is lost, nothing applied twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      steps(fc.oneof({ arbitrary: actions, weight: 8 }, { arbitrary: otherDevice, weight: 1 })),
      network,
      async (scheduler, script, weather) => {
        const world = createWorld(scheduler, weather, 2)
        for (const { action, turns } of script) {
          world.run(action)
          await scheduler.waitNext(Math.min(turns, scheduler.count()))
        }
        await expectNothingLost(world)
      },
    ),
    runs,
  )
})

test('one tab never makes a conflict of its own, whatever the network and reloads do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps(actions), network, async (scheduler, script, weather) => {
      const world = createWorld(scheduler, weather, 1)
      await scheduler.waitIdle()
      for (const { action, turns } of script) {
        world.run(action)
        // Whoever types after a reload does so a moment later than the page needs to read the outbox.
        if (action.kind === 'reload') await scheduler.waitIdle()
        else await scheduler.waitNext(Math.min(turns, scheduler.count()))
      }
      await expectNothingLost(world)
      expectTabsInStep(world)
    }),
    runs,
  )
})

test('two tabs that hear of each other between one edit and the next never make a conflict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps(actions), network, async (scheduler, script, weather) => {
      const world = createWorld(scheduler, weather, 2)
      for (const { action } of script) {
        await scheduler.waitIdle()
        world.run(action)
      }
      await scheduler.waitIdle()
      await expectNothingLost(world)
      expectTabsInStep(world)
    }),
    runs,
  )
})
