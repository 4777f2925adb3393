import {
  basisOf,
  emptyDraft,
  resolveDraft,
  takeOver,
  typeInto,
  type FieldDraft,
  type Typed,
} from './draft.ts'
import { advance, type Keeping, type LastWords, type Outbox } from './outbox.ts'

/** The drafts of one scorecard in one tab: what is typed now, and what the outbox holds. */
export type DraftKeeper = {
  list: () => FieldDraft[]
  /** What was typed and is not in the outbox yet. */
  typed: ReadonlyMap<string, Typed>
  keeping: () => Keeping
  hasUnsaved: () => boolean
  edit: (field: string, value: unknown) => void
  resolve: (field: string, value: unknown) => Promise<void>
  /** Keeps what the outbox did not get yet for the page after this one. */
  keepLastWords: () => void
  /** Puts fields through a step in the outbox; gives them as they are then. */
  update: (fields: readonly string[], step: (draft: FieldDraft) => FieldDraft) => Promise<FieldDraft[]>
  /** Takes up what another tab stored. */
  take: (drafts: readonly FieldDraft[]) => void
  /** Takes up what stands in the outbox. */
  reload: () => Promise<void>
  /** Reads what an earlier page left, once. */
  open: () => Promise<void>
  /** Resolves when everything typed so far is in the outbox. */
  written: () => Promise<void>
  /** Lets go of everything, for good: the person threw it away. */
  drop: () => void
}

type KeeperInput = {
  scorecardId: string
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  outbox: Outbox
  newOpId: () => string
  now: () => number
  onChange: () => void
}

/** Keeps the drafts of a scorecard for its save queue. */
export function createDraftKeeper(input: KeeperInput): DraftKeeper {
  const { scorecardId, outbox, newOpId, onChange } = input
  const drafts = new Map<string, FieldDraft>()
  const typed = new Map<string, Typed>()
  const writing = new Map<string, Promise<void>>()
  /** What is being stored: what is typed meanwhile is typed on top of it. */
  const underWay = new Map<string, Typed>()
  const lastWritten = new Map<string, string>()
  /** What this page kept when it was about to be left; it may have stayed. */
  let lastWords: readonly LastWords[] = []
  let opened: Promise<void> | undefined
  let isOutboxLost = false
  let isDropped = false

  function draftOf(field: string): FieldDraft {
    return drafts.get(field) ?? emptyDraft(field, input.fields[field])
  }

  function take(incoming: readonly FieldDraft[]): void {
    if (isDropped) return
    const news = incoming.filter((draft) => draft.revision > (drafts.get(draft.field)?.revision ?? 0))
    for (const draft of news) drafts.set(draft.field, draft)
    if (news.length > 0) onChange()
  }

  /** The page is ahead of the outbox only when that could not be written for a while. */
  function newest(stored: FieldDraft): FieldDraft {
    const known = draftOf(stored.field)
    return stored.revision === 0 || known.revision > stored.revision ? known : stored
  }

  async function update(
    fields: readonly string[],
    step: (draft: FieldDraft) => FieldDraft,
  ): Promise<FieldDraft[]> {
    if (isDropped) return []
    try {
      const result = await outbox.update(scorecardId, fields, (stored) => step(newest(stored)))
      if (isOutboxLost) {
        isOutboxLost = false
        await outbox.update(scorecardId, [...drafts.keys()], newest)
      }
      take(result)
      return result
    } catch {
      isOutboxLost = true
      const result = fields.map((field) => advance(draftOf(field), step))
      take(result)
      return result
    }
  }

  async function reload(): Promise<void> {
    take(await outbox.load(scorecardId).catch(() => []))
  }

  function open(): Promise<void> {
    opened ??= (async () => {
      const inherited = outbox.readLastWords(scorecardId)
      await reload()
      const left = [...drafts.values()].filter(
        ({ field, pending, saved }) =>
          pending.length > 0 || (input.fields[field]?.version ?? 0) > saved.version,
      )
      if (left.length > 0) {
        await update(
          left.map((draft) => draft.field),
          (draft) => takeOver(draft, input.fields[draft.field], newOpId),
        )
      }
      for (const { field, ...words } of inherited) await store(field, words)
      if (inherited.length > 0) outbox.dropLastWords(scorecardId, inherited)
    })()
    return opened
  }

  async function store(field: string, words: Typed): Promise<void> {
    const isStored = ({ pending, saved }: FieldDraft) =>
      saved.opId === words.opId || pending.some((entry) => entry.opId === words.opId)
    await update([field], (draft) => (isStored(draft) ? draft : typeInto(draft, words, input.now())))
  }

  /** Puts what is typed into the outbox; of what is typed meanwhile the newest goes next. */
  async function write(field: string): Promise<void> {
    await open()
    for (let entry = typed.get(field); entry; entry = typed.get(field)) {
      underWay.set(field, entry)
      lastWritten.set(field, entry.opId)
      await store(field, entry)
      if (typed.get(field) === entry) typed.delete(field)
    }
    underWay.delete(field)
    writing.delete(field)
    if (lastWords.length > 0 && writing.size === 0) {
      outbox.dropLastWords(scorecardId, lastWords)
      lastWords = []
    }
    onChange()
  }

  async function written(): Promise<void> {
    await open()
    while (writing.size > 0) await Promise.all(writing.values())
  }

  return {
    list: () => [...drafts.values()],
    typed,
    keeping: () => (isOutboxLost ? 'page' : outbox.keeping()),
    hasUnsaved: () => typed.size > 0 || [...drafts.values()].some((draft) => draft.pending.length > 0),
    edit(field, value) {
      if (isDropped) return
      // Until it is stored, whatever other tabs do, it stands on what was on the screen when it was typed.
      const before = typed.get(field)?.basis ?? basisOf(draftOf(field))
      const basis = { ...before, seen: underWay.get(field)?.opId ?? before.seen }
      typed.set(field, { value, opId: newOpId(), basis })
      onChange()
      if (!writing.has(field)) writing.set(field, write(field))
    },
    async resolve(field, value) {
      const { conflict, pending } = draftOf(field)
      const mine = pending[0]?.opId
      if (!conflict || mine === undefined) return
      const newest = typed.get(field)
      await written()
      // What was typed and not stored yet belonged to the text on the screen when it stood on it.
      const stored = newest?.basis.seen === mine ? lastWritten.get(field) : undefined
      const seen = { version: conflict.version, opIds: new Set([mine, stored]) }
      await update([field], (draft) => resolveDraft(draft, { value, opId: newOpId(), seen }))
    },
    keepLastWords() {
      const words = [...typed].flatMap(([field, entry]) => {
        const before = underWay.get(field)
        const all = before && before !== entry ? [before, entry] : [entry]
        return all.map((each) => ({ field, ...each }))
      })
      if (words.length === 0) return
      outbox.keepLastWords(scorecardId, words)
      lastWords = [...lastWords, ...words]
    },
    update,
    take,
    reload,
    open,
    written,
    drop() {
      isDropped = true
      typed.clear()
      drafts.clear()
      onChange()
    },
  }
}
