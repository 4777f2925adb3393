import type { Operation } from './field.schema.ts'

/** What is not acknowledged yet for one field. */
export type Unsaved = {
  field: string
  /** Sent, or about to be sent, and kept with its id until the server has answered. */
  inFlight: Operation | null
  /** Typed since; goes next. */
  next: { value: unknown } | null
  /** The version that the next operation is based on. */
  version: number
}

/** Where unsaved operations wait, so that a reload loses nothing. */
export type Outbox = {
  load: (scorecardId: string) => Unsaved[]
  save: (scorecardId: string, entries: readonly Unsaved[]) => void
}

/** What is stored may be anything: entries that do not read as unsaved operations are left out. */
export function parseUnsaved(text: string | null): Unsaved[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored) ? stored.filter(isUnsaved) : []
  } catch {
    return []
  }
}

function isUnsaved(entry: unknown): entry is Unsaved {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'field' in entry &&
    typeof entry.field === 'string' &&
    'version' in entry &&
    typeof entry.version === 'number' &&
    'inFlight' in entry &&
    'next' in entry
  )
}

/** An outbox in a tab's storage; it survives a reload, not the closing of the tab. */
export function storageOutbox(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Outbox {
  const key = (scorecardId: string) => `panelist-unsaved-${scorecardId}`
  return {
    load: (scorecardId) => parseUnsaved(storage.getItem(key(scorecardId))),
    save(scorecardId, entries) {
      try {
        if (entries.length === 0) storage.removeItem(key(scorecardId))
        else storage.setItem(key(scorecardId), JSON.stringify(entries))
      } catch {
        // Storage that is full or switched off must not stop typing: the queue still holds it.
      }
    },
  }
}
