import { unknownCard, type WaitingCard } from './card-words.ts'
import { deviceKeys, listEndings, type SmallStorage } from './device-keys.ts'
import { emptyDraft, type FieldDraft, type Typed } from './draft.ts'

/** How long what is put into an outbox lasts: on this device, in this tab, or only in this page. */
export type Keeping = 'device' | 'tab' | 'page'

/** News of a scorecard's drafts, from this tab or another. */
export type DraftChange =
  | { kind: 'changed'; scorecardId: string; drafts: readonly FieldDraft[]; isElsewhere: boolean }
  /** It was handed in. */
  | { kind: 'forgotten'; scorecardId: string }
  /** The person threw away what this device holds of it; of all their scorecards when none is named, by signing out. */
  | { kind: 'discarded'; scorecardId: string | null }

/** What was typed in the moment before a page was left. */
export type LastWords = Typed & { field: string }

/** Where the drafts of one person stand until the server has them. */
export type Outbox = {
  keeping: () => Keeping
  load: (scorecardId: string) => Promise<FieldDraft[]>
  /**
   * Puts the fields that are named through a step, in one transaction over all tabs.
   * @returns the fields as they are now
   * @throws when nothing could be stored
   */
  update: (
    scorecardId: string,
    fields: readonly string[],
    step: (draft: FieldDraft) => FieldDraft,
  ) => Promise<FieldDraft[]>
  /** Drops what the server has; what it does not have stays. */
  forget: (scorecardId: string) => Promise<void>
  /** Keeps at once, beside other pages' words, what a page that is being left had no time to store. */
  keepLastWords: (scorecardId: string, words: readonly LastWords[]) => void
  dropLastWords: (scorecardId: string, words: readonly LastWords[]) => void
  readLastWords: (scorecardId: string) => LastWords[]
  /** The scorecards that have last words. */
  listLastWords: () => string[]
  /** Tells of changes; returns what ends it. */
  subscribe: (listener: (change: DraftChange) => void) => () => void
}

/** One step of a draft, counted when it changed something. */
export function advance(draft: FieldDraft, step: (draft: FieldDraft) => FieldDraft): FieldDraft {
  const next = step(draft)
  return next === draft ? draft : { ...next, revision: Math.max(draft.revision, next.revision) + 1 }
}

/** What is stored may be anything: entries that do not read as drafts are left out. */
export function parseDrafts(stored: unknown): FieldDraft[] {
  return Array.isArray(stored) ? stored.filter(isDraft) : []
}

function isDraft(entry: unknown): entry is FieldDraft {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'field' in entry &&
    typeof entry.field === 'string' &&
    'revision' in entry &&
    typeof entry.revision === 'number' &&
    'saved' in entry &&
    typeof entry.saved === 'object' &&
    'pending' in entry &&
    Array.isArray(entry.pending)
  )
}

/** Last words in a storage that writes at once; it is not there in every browser, and what it holds may be anything. */
export function lastWordsIn(
  storage: () => SmallStorage,
  personId: string,
): Pick<Outbox, 'keepLastWords' | 'dropLastWords' | 'readLastWords' | 'listLastWords'> {
  const key = (scorecardId: string) => deviceKeys.lastWords(personId) + scorecardId
  function read(scorecardId: string): LastWords[] {
    try {
      const words: unknown = JSON.parse(storage().getItem(key(scorecardId)) ?? '[]')
      return Array.isArray(words) ? words.filter(isLastWords) : []
    } catch {
      return []
    }
  }
  /** Puts some words in the place of those with the same ids. */
  function put(scorecardId: string, old: readonly LastWords[], words: readonly LastWords[]): void {
    const ids = new Set(old.map(({ opId }) => opId))
    const all = [...read(scorecardId).filter(({ opId }) => !ids.has(opId)), ...words]
    try {
      if (all.length === 0) storage().removeItem(key(scorecardId))
      else storage().setItem(key(scorecardId), JSON.stringify(all))
    } catch {
      // The page is being left: there is nothing else that could be done.
    }
  }
  return {
    keepLastWords: (scorecardId, words) => put(scorecardId, words, words),
    dropLastWords: (scorecardId, words) => put(scorecardId, words, []),
    readLastWords: read,
    listLastWords() {
      try {
        return listEndings(storage(), deviceKeys.lastWords(personId))
      } catch {
        return []
      }
    },
  }
}

function isLastWords(entry: unknown): entry is LastWords {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'field' in entry &&
    typeof entry.field === 'string' &&
    'opId' in entry &&
    typeof entry.opId === 'string' &&
    'value' in entry &&
    'basis' in entry &&
    typeof entry.basis === 'object' &&
    entry.basis !== null
  )
}

/** An outbox in a tab's storage, for browsers that keep nothing on the device: it survives a reload. */
export function tabOutbox(
  storage: SmallStorage,
  personId: string,
): Outbox & { listWaiting: () => Promise<WaitingCard[]>; discard: (scorecardId: string) => Promise<void> } {
  const listeners = new Set<(change: DraftChange) => void>()
  const prefix = deviceKeys.tabDrafts(personId)
  const key = (scorecardId: string) => prefix + scorecardId
  function read(scorecardId: string): FieldDraft[] {
    try {
      return parseDrafts(JSON.parse(storage.getItem(key(scorecardId)) ?? '[]'))
    } catch {
      return []
    }
  }
  function tell(change: DraftChange): void {
    for (const listener of listeners) listener(change)
  }
  return {
    ...lastWordsIn(() => storage, personId),
    keeping: () => 'tab',
    async load(scorecardId) {
      return read(scorecardId)
    },
    async update(scorecardId, fields, step) {
      const stored = new Map(read(scorecardId).map((draft) => [draft.field, draft]))
      const drafts = fields.map((field) => advance(stored.get(field) ?? emptyDraft(field), step))
      for (const draft of drafts) stored.set(draft.field, draft)
      storage.setItem(key(scorecardId), JSON.stringify([...stored.values()]))
      tell({ kind: 'changed', scorecardId, drafts, isElsewhere: false })
      return drafts
    },
    async forget(scorecardId) {
      const left = read(scorecardId).filter((draft) => draft.pending.length > 0)
      if (left.length === 0) storage.removeItem(key(scorecardId))
      else storage.setItem(key(scorecardId), JSON.stringify(left))
      tell({ kind: 'forgotten', scorecardId })
    },
    async listWaiting() {
      return listEndings(storage, prefix).flatMap((scorecardId) => {
        const drafts = read(scorecardId).filter((draft) => draft.pending.length > 0)
        return drafts.length === 0 ? [] : [{ scorecardId, words: unknownCard, drafts }]
      })
    },
    async discard(scorecardId) {
      storage.removeItem(key(scorecardId))
      tell({ kind: 'discarded', scorecardId })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
