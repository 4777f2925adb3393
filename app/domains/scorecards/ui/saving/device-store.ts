import { deviceKeys, listEndings } from '#app/domains/scorecards/saving/device-keys.ts'
import type { FieldDraft } from '#app/domains/scorecards/saving/draft.ts'
import type { DraftChange } from '#app/domains/scorecards/saving/outbox.ts'
import { dropKeptForms } from '#app/ui/kept-forms.ts'

/*
 * The little that every page asks of the store of drafts: what it holds, and to empty it. Every page loads this, so it
 * speaks to the browser without a library.
 */

export type StoredDraft = { draft: FieldDraft; touchedAtMs: number }

export type DeviceContents = {
  /** Something was typed that the server is not known to have. */
  isWaiting: boolean
  /** When the draft that the server has and nobody has touched for longest was touched. */
  oldestSavedAtMs: number | null
}

const patienceMs = 4_000

/** The keys of a person, or of one scorecard of theirs. */
export function rangeOf(...begin: string[]): IDBKeyRange {
  // An array sorts after every text.
  return IDBKeyRange.bound(begin, [...begin, []])
}

/**
 * What this device holds of a person.
 * @param exceptCardId a scorecard that looks after itself
 */
export async function readContents(personId: string, exceptCardId?: string): Promise<DeviceContents> {
  const stored = (await readDrafts(personId)).filter(({ scorecardId }) => scorecardId !== exceptCardId)
  const saved = stored.filter(({ draft }) => draft.pending.length === 0)
  const inTexts = [
    ...endingsIn(() => localStorage, deviceKeys.lastWords(personId)),
    ...endingsIn(() => sessionStorage, deviceKeys.tabDrafts(personId)),
  ]
  return {
    isWaiting: saved.length < stored.length || inTexts.some((scorecardId) => scorecardId !== exceptCardId),
    oldestSavedAtMs: saved.length === 0 ? null : Math.min(...saved.map(({ touchedAtMs }) => touchedAtMs)),
  }
}

/** Empties this device of everything of a person, saved or not, and makes their other tabs let go of it. */
export async function wipeDevice(personId: string): Promise<void> {
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(deviceKeys.channel(personId))
    channel.postMessage({ kind: 'discarded', scorecardId: null } satisfies DraftChange)
    channel.close()
  }
  dropKeptForms(personId)
  dropAll(() => localStorage, deviceKeys.lastWords(personId))
  dropTabDrafts(personId)
  const db = await openExisting()
  if (!db) return
  const tx = db.transaction(['drafts', 'cards'], 'readwrite', { durability: 'strict' })
  for (const store of ['drafts', 'cards']) tx.objectStore(store).delete(rangeOf(personId))
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error)
  })
  db.close()
}

async function readDrafts(personId: string): Promise<(StoredDraft & { scorecardId: string })[]> {
  const db = await openExisting()
  if (!db) return []
  try {
    const drafts: (StoredDraft & { scorecardId: string })[] = []
    const request = db.transaction('drafts').objectStore('drafts').openCursor(rangeOf(personId))
    await new Promise<void>((resolve, reject) => {
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const cursor = request.result
        if (!cursor) return resolve()
        // The only program that writes here is ours, in device-outbox.ts.
        const [, scorecardId] = cursor.key as [string, string, string]
        drafts.push({ ...(cursor.value as StoredDraft), scorecardId })
        cursor.continue()
      }
    })
    return drafts
  } finally {
    db.close()
  }
}

/** Null when there is no store, none that answers, or one that was never used. */
function openExisting(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    let isLate = false
    setTimeout(() => {
      isLate = true
      resolve(null)
    }, patienceMs)
    try {
      const request = indexedDB.open(deviceKeys.database)
      // It is only about to be made: leave that to the first scorecard.
      request.onupgradeneeded = () => request.transaction?.abort()
      request.onsuccess = () => {
        if (isLate) request.result.close()
        else resolve(request.result)
      }
      request.onerror = (event) => {
        event.preventDefault()
        resolve(null)
      }
    } catch {
      resolve(null)
    }
  })
}

function endingsIn(storage: () => Storage, prefix: string): string[] {
  try {
    return listEndings(storage(), prefix)
  } catch {
    return []
  }
}

/** Empties the storage of this tab of a person's drafts. */
export function dropTabDrafts(personId: string): void {
  dropAll(() => sessionStorage, deviceKeys.tabDrafts(personId))
}

function dropAll(storage: () => Storage, prefix: string): void {
  for (const ending of endingsIn(storage, prefix)) storage().removeItem(prefix + ending)
}
