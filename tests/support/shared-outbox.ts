import { emptyDraft, type FieldDraft } from '#app/domains/scorecards/saving/draft.ts'
import { advance, lastWordsIn, type DraftChange, type Outbox } from '#app/domains/scorecards/saving/outbox.ts'

/** What the storage of a browser holds for one person and one scorecard, shared by the outboxes of its tabs. */
export type SharedDrafts = {
  stored: Map<string, FieldDraft>
  tabs: Set<(change: DraftChange) => void>
  /** What a page that is left writes at once. */
  texts: Map<string, string>
}

export function sharedDrafts(): SharedDrafts {
  return { stored: new Map(), tabs: new Set(), texts: new Map() }
}

type TabInput = {
  /** Resolves when the storage gets to it; never, when the tab was killed before. */
  turn?: (what: string) => Promise<void>
  /** How news reach another tab. */
  deliver?: (run: () => void) => void
}

/** The outbox of one tab over shared drafts: updates are atomic, news arrive when `deliver` lets them. */
export function openSharedOutbox(shared: SharedDrafts, given: TabInput = {}): Outbox {
  const turn = given.turn ?? (() => Promise.resolve())
  const deliver = given.deliver ?? ((run) => run())
  const listeners = new Set<(change: DraftChange) => void>()
  const hear = (change: DraftChange) => listeners.forEach((listener) => listener(change))
  shared.tabs.add(hear)
  function tell(change: DraftChange): void {
    hear(change)
    const news = change.kind === 'changed' ? { ...change, isElsewhere: true } : change
    for (const other of shared.tabs) {
      if (other !== hear) deliver(() => other(news))
    }
  }
  const storage = {
    getItem: (key: string) => shared.texts.get(key) ?? null,
    setItem: (key: string, text: string) => void shared.texts.set(key, text),
    removeItem: (key: string) => void shared.texts.delete(key),
    key: (at: number) => [...shared.texts.keys()][at] ?? null,
    get length() {
      return shared.texts.size
    },
  }
  return {
    ...lastWordsIn(() => storage, 'person'),
    keeping: () => 'device',
    async load() {
      await turn('load')
      return structuredClone([...shared.stored.values()])
    },
    async update(scorecardId, fields, step) {
      await turn('update')
      const drafts = fields.map((field) => advance(shared.stored.get(field) ?? emptyDraft(field), step))
      for (const draft of drafts) shared.stored.set(draft.field, structuredClone(draft))
      tell({ kind: 'changed', scorecardId, drafts, isElsewhere: false })
      await turn('updated')
      return drafts
    },
    async forget(scorecardId) {
      await turn('forget')
      for (const draft of shared.stored.values()) {
        if (draft.pending.length === 0) shared.stored.delete(draft.field)
      }
      tell({ kind: 'forgotten', scorecardId })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
