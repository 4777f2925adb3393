import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { unknownCard, type CardWords, type WaitingCard } from '#app/domains/scorecards/saving/card-words.ts'
import { deviceKeys } from '#app/domains/scorecards/saving/device-keys.ts'
import { emptyDraft, type FieldDraft } from '#app/domains/scorecards/saving/draft.ts'
import {
  advance,
  lastWordsIn,
  tabOutbox,
  type DraftChange,
  type Keeping,
  type Outbox,
} from '#app/domains/scorecards/saving/outbox.ts'
import { dropTabDrafts, rangeOf, type StoredDraft } from './device-store.ts'

/** The outbox of a person on this device, with what tells of their scorecards beyond one page. */
export type DeviceOutbox = Outbox & {
  describe: (scorecardId: string, words: CardWords) => Promise<void>
  /** The scorecards that hold something unsaved. */
  listWaiting: () => Promise<WaitingCard[]>
  /** Throws away everything of one scorecard, saved or not. */
  discard: (scorecardId: string) => Promise<void>
  /** Throws away everything that the server has and nobody has touched since, and the words of cards without drafts. */
  sweep: (beforeMs: number) => Promise<void>
}

// The keys begin with the person: nobody else's drafts are ever read.
interface Tables extends DBSchema {
  drafts: { key: [personId: string, scorecardId: string, field: string]; value: StoredDraft }
  cards: { key: [personId: string, scorecardId: string]; value: CardWords }
}
type Database = IDBPDatabase<Tables>
type TabOutbox = ReturnType<typeof tabOutbox>

const patienceMs = 4_000
const outboxes = new Map<string, DeviceOutbox>()
let connection: Promise<Database | null> | undefined

/** The one outbox of a person in this page. */
export function outboxOf(personId: string): DeviceOutbox {
  const outbox = outboxes.get(personId) ?? createOutbox(personId)
  outboxes.set(personId, outbox)
  return outbox
}

/** Null when this browser keeps nothing: private windows, blocked storage, or one that never answers. */
function connect(): Promise<Database | null> {
  const reset = () => (connection = undefined)
  connection ??= Promise.race([
    openDB<Tables>(deviceKeys.database, 1, {
      upgrade(db) {
        db.createObjectStore('drafts')
        db.createObjectStore('cards')
      },
      // A newer version of the program in another tab may need the store for itself.
      blocking: (_current, _blocked, event) => {
        reset()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: reset,
    }).catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs)),
  ])
  return connection
}

function createOutbox(personId: string): DeviceOutbox {
  const listeners = new Set<(change: DraftChange) => void>()
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(deviceKeys.channel(personId))
  let keeping: Keeping = 'device'
  let tab: TabOutbox | undefined
  let isClosed = false

  function hear(change: DraftChange): void {
    for (const listener of listeners) listener(change)
  }
  channel?.addEventListener('message', (event: MessageEvent<DraftChange>) => {
    const { data } = event
    if (data.kind === 'discarded' && data.scorecardId === null) close()
    hear(data.kind === 'changed' ? { ...data, isElsewhere: true } : data)
  })
  /** The person signed out: whoever still holds this outbox must not bring anything back. */
  function close(): void {
    isClosed = true
    outboxes.delete(personId)
    dropTabDrafts(personId)
    channel?.close()
  }
  function tell(change: DraftChange): void {
    hear(change)
    channel?.postMessage(change)
  }

  /** Does something in the database, or in this tab's storage where there is none. */
  async function using<T>(inDatabase: (db: Database) => Promise<T>, inTab: (tab: TabOutbox) => Promise<T>) {
    const db = await connect()
    if (isClosed) throw new Error('the person of this outbox signed out')
    if (db) return inDatabase(db)
    keeping = 'tab'
    if (!tab) {
      tab = tabOutbox(sessionStorage, personId)
      tab.subscribe(hear)
    }
    return inTab(tab)
  }

  /** Deletes drafts of a scorecard, and its words when none is left. */
  function drop(scorecardId: string, isDropped: (stored: StoredDraft) => boolean) {
    return async (db: Database): Promise<void> => {
      const tx = db.transaction(['drafts', 'cards'], 'readwrite', { durability: 'strict' })
      let isEmpty = true
      for await (const cursor of tx.objectStore('drafts').iterate(rangeOf(personId, scorecardId))) {
        if (isDropped(cursor.value)) await cursor.delete()
        else isEmpty = false
      }
      if (isEmpty) await tx.objectStore('cards').delete([personId, scorecardId])
      await tx.done
    }
  }
  const lastWords = lastWordsIn(() => localStorage, personId)

  return {
    ...lastWords,
    keeping: () => keeping,
    load: (scorecardId) =>
      using(
        async (db) => {
          const stored = await db.getAll('drafts', rangeOf(personId, scorecardId))
          return stored.map(({ draft }) => draft)
        },
        (outbox) => outbox.load(scorecardId),
      ),
    update: (scorecardId, fields, step) =>
      using(
        async (db) => {
          const tx = db.transaction('drafts', 'readwrite', { durability: 'strict' })
          const drafts: FieldDraft[] = []
          for (const field of fields) {
            const key: [string, string, string] = [personId, scorecardId, field]
            const before = (await tx.store.get(key))?.draft ?? emptyDraft(field)
            const draft = advance(before, step)
            if (draft !== before) await tx.store.put({ draft, touchedAtMs: Date.now() }, key)
            drafts.push(draft)
          }
          await tx.done
          tell({ kind: 'changed', scorecardId, drafts, isElsewhere: false })
          return drafts
        },
        (outbox) => outbox.update(scorecardId, fields, step),
      ),
    async forget(scorecardId) {
      await using(
        drop(scorecardId, ({ draft }) => draft.pending.length === 0),
        (outbox) => outbox.forget(scorecardId),
      )
      tell({ kind: 'forgotten', scorecardId })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    describe: (scorecardId, words) =>
      using(
        async (db) => void (await db.put('cards', words, [personId, scorecardId])),
        () => Promise.resolve(),
      ),
    listWaiting: () =>
      using(
        async (db) => {
          const tx = db.transaction(['drafts', 'cards'])
          const cards = new Map<string, { scorecardId: string; words: CardWords; drafts: FieldDraft[] }>()
          for await (const { key, value } of tx.objectStore('drafts').iterate(rangeOf(personId))) {
            if (value.draft.pending.length === 0) continue
            const [, scorecardId] = key
            const words = (await tx.objectStore('cards').get([personId, scorecardId])) ?? unknownCard
            const card = cards.get(scorecardId) ?? { scorecardId, words, drafts: [] }
            card.drafts.push(value.draft)
            cards.set(scorecardId, card)
          }
          return [...cards.values()]
        },
        (outbox) => outbox.listWaiting(),
      ),
    async discard(scorecardId) {
      lastWords.dropLastWords(scorecardId, lastWords.readLastWords(scorecardId))
      await using(
        drop(scorecardId, () => true),
        (outbox) => outbox.discard(scorecardId),
      )
      tell({ kind: 'discarded', scorecardId })
    },
    sweep: (beforeMs) =>
      using(
        async (db) => {
          const tx = db.transaction(['drafts', 'cards'], 'readwrite')
          const kept = new Set<string>()
          for await (const cursor of tx.objectStore('drafts').iterate(rangeOf(personId))) {
            const { draft, touchedAtMs } = cursor.value
            if (draft.pending.length === 0 && touchedAtMs < beforeMs) await cursor.delete()
            else kept.add(cursor.key[1])
          }
          for await (const cursor of tx.objectStore('cards').iterate(rangeOf(personId))) {
            if (!kept.has(cursor.key[1])) await cursor.delete()
          }
          await tx.done
        },
        () => Promise.resolve(),
      ),
  }
}
