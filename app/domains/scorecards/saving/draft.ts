import type { OperationAnswer } from '../operation.ts'

/**
 * Where an operation stands. One that was sent keeps its id and its value until it is answered, since the server may
 * have applied it; every other is replaced when somebody types on.
 */
export type PendingState = 'typed' | 'sent' | 'rejected' | { refused: string }

/** What was typed and is not acknowledged. */
export type Pending = {
  opId: string
  value: unknown
  /** The version of the field that the value is founded on, as far as no pending operation stands between. */
  base: number
  /** The operation that the value was typed on top of, while that one is pending. */
  follows: string | null
  state: PendingState
}

type Saved = { version: number; value: unknown; opId: string | null; atMs: number }

/** One field of a scorecard as this device knows it, shared by all tabs of a person. */
export type FieldDraft = {
  field: string
  /** Counts the changes of this record: of two messages about it the higher one is the newer. */
  revision: number
  /** What the server is known to hold. */
  saved: Saved
  /** In the order in which it is sent; more than two only when tabs typed without seeing each other. */
  pending: readonly Pending[]
  /** The server's text, while the person has not chosen between it and the first pending one. */
  conflict: { version: number; value: unknown } | null
  /** A value from elsewhere that one from this device took the place of, until the person has seen it. */
  overtook?: { value: unknown } | null
  /** When the oldest pending text was typed, by the clock of this device. */
  sinceMs: number | null
}

/** A field that nothing was typed into yet, as the page was loaded with it. */
export function emptyDraft(field: string, page?: { version: number; value: unknown }): FieldDraft {
  const saved = { version: page?.version ?? 0, value: page?.value ?? null, opId: null, atMs: 0 }
  return { field, revision: 0, saved, pending: [], conflict: null, sinceMs: null }
}

/** What the field says on the screen. */
export function shownValue(draft: FieldDraft): unknown {
  const last = draft.pending.at(-1)
  return last ? last.value : draft.saved.value
}

/** What somebody who types now has before their eyes. */
export type Basis = { seen: string | null; version: number }

/** The basis of what is typed on top of this draft. */
export function basisOf(draft: FieldDraft): Basis {
  return { seen: draft.pending.at(-1)?.opId ?? draft.saved.opId, version: draft.saved.version }
}

/** What stands on the screen before it is stored. */
export type Typed = { value: unknown; opId: string; basis: Basis }

/**
 * Takes up what was typed. It replaces the last text when it was typed on top of it and that one was not sent; a text
 * typed in another tab that did not know of the last one stands beside it, and the server makes a conflict of the two.
 */
export function typeInto(draft: FieldDraft, { value, opId, basis }: Typed, nowMs: number): FieldDraft {
  const { pending, saved } = draft
  const last = pending.at(-1)
  const sinceMs = draft.sinceMs ?? nowMs
  if (last && last.opId === basis.seen && last.state !== 'sent') {
    return { ...draft, sinceMs, pending: [...pending.slice(0, -1), { ...last, opId, value, state: 'typed' }] }
  }
  const before = pending.find((entry) => entry.opId === basis.seen)
  const isOnSaved = basis.seen !== null && basis.seen === saved.opId
  const base = before ? before.base : isOnSaved ? saved.version : basis.version
  const next: Pending = { opId, value, base, follows: before?.opId ?? null, state: 'typed' }
  return { ...draft, sinceMs, pending: [...pending, next] }
}

/** The operation that can be sent now; what was refused, or waits for a choice, stands in the way of its field. */
export function nextToSend(draft: FieldDraft): Pending | undefined {
  const [first] = draft.pending
  return first && (first.state === 'typed' || first.state === 'sent') ? first : undefined
}

/** Holds the first operation to its id, from before it is sent until it is answered. */
export function markSent(draft: FieldDraft): FieldDraft {
  const [first, ...rest] = draft.pending
  if (!first || first.state !== 'typed') return draft
  return { ...draft, pending: [{ ...first, state: 'sent' }, ...rest] }
}

type SettleInput = {
  answer: OperationAnswer
  /** Of a text that was changed elsewhere both versions are shown; any other value follows the server's order. */
  isText: boolean
  /** Makes one value of two that are no texts; without it the device that asks later wins. */
  join?: ((mine: unknown, theirs: unknown) => unknown) | undefined
  newOpId: () => string
}

/** Takes up the server's answer to the first operation; an answer to any other was taken up before. */
export function settleDraft(draft: FieldDraft, input: SettleInput): FieldDraft {
  const { answer, isText, join, newOpId } = input
  const [sent, ...rest] = draft.pending
  if (!sent || sent.opId !== answer.opId) return draft
  switch (answer.outcome) {
    case 'applied': {
      const { version, atMs } = answer
      const saved = newer(draft.saved, { version, value: sent.value, opId: sent.opId, atMs })
      return settled({ ...draft, saved, conflict: null, pending: refound(rest, sent.opId, version) })
    }
    case 'conflict': {
      const { version, value } = answer
      const saved = newer(draft.saved, { version, value, opId: null, atMs: draft.saved.atMs })
      const { chain, others } = split(sent, rest)
      const mine = chain.at(-1) ?? sent
      const without = { ...draft, saved, conflict: null, pending: others }
      if (isSame(mine.value, value)) return settled(without)
      const isAnswered = mine === sent
      if (isText) {
        const state = isAnswered ? 'rejected' : 'typed'
        const first: Pending = { ...mine, base: sent.base, follows: null, state }
        return { ...without, conflict: { version, value }, pending: [first, ...others] }
      }
      const joined = join ? join(mine.value, value) : mine.value
      if (isSame(joined, value)) return settled(without)
      const opId = isAnswered ? newOpId() : mine.opId
      return {
        ...without,
        ...(join ? {} : { overtook: { value } }),
        pending: [{ ...mine, value: joined, opId, base: version, follows: null, state: 'typed' }, ...others],
      }
    }
    case 'refused':
    case 'not-found':
    case 'reused': {
      // What was typed on top of it says the same and more; anything else must not be held up by it.
      const isReplaced = rest.some((entry) => entry.follows === sent.opId)
      const kept: Pending[] = isReplaced ? [] : [{ ...sent, state: { refused: answer.message } }]
      return { ...draft, pending: [...refound(rest, sent.opId, sent.base), ...kept] }
    }
  }
}

/** Which of the two texts of a conflict somebody had before their eyes who chose: versions and operations by id. */
export type SeenConflict = { version: number; opIds: ReadonlySet<string | undefined> }

/** The person's choice between the two texts of a conflict; when one of them has changed meanwhile, a further text. */
export function resolveDraft(
  draft: FieldDraft,
  choice: { value: unknown; opId: string; seen: SeenConflict },
): FieldDraft {
  const { value, opId, seen } = choice
  const { conflict, pending } = draft
  const rest = pending.slice(1)
  const chosen: Pending = { opId, value, base: seen.version, follows: null, state: 'typed' }
  if (!conflict || conflict.version !== seen.version || !seen.opIds.has(pending[0]?.opId)) {
    return { ...draft, pending: [...pending, chosen] }
  }
  if (isSame(value, conflict.value)) return settled({ ...draft, conflict: null, pending: rest })
  return { ...draft, conflict: null, pending: [chosen, ...rest] }
}

/**
 * What a page makes of what an earlier one left: the first operation may have gone out with its last breath and keeps
 * its id; what was refused is tried once more.
 */
export function takeOver(
  draft: FieldDraft,
  page: { version: number; value: unknown } | undefined,
  newOpId: () => string,
): FieldDraft {
  const fresh = page ? { ...page, opId: null, atMs: draft.saved.atMs } : draft.saved
  const saved = newer(draft.saved, fresh)
  const conflict = draft.conflict && draft.conflict.version < saved.version ? saved : draft.conflict
  const [first, ...rest] = draft.pending
  const again: Pending[] = !first
    ? []
    : first.state === 'typed'
      ? [{ ...first, state: 'sent' }]
      : typeof first.state === 'object'
        ? [{ ...first, opId: newOpId(), state: 'typed' }]
        : [first]
  return {
    ...draft,
    saved,
    conflict: conflict && { version: conflict.version, value: conflict.value },
    pending: [...again, ...rest],
  }
}

function newer(known: Saved, heard: Saved): Saved {
  return heard.version > known.version ? heard : known
}

function settled(draft: FieldDraft): FieldDraft {
  return draft.pending.length === 0 ? { ...draft, sinceMs: null } : draft
}

/** Founds what followed an answered operation on the version that it led to. */
function refound(pending: readonly Pending[], answered: string, base: number): Pending[] {
  return pending.map((entry) => (entry.follows === answered ? { ...entry, base, follows: null } : entry))
}

/** What was typed on top of an operation, one upon the other, and what was typed without seeing it. */
function split(sent: Pending, rest: readonly Pending[]): { chain: Pending[]; others: Pending[] } {
  const chain = [sent]
  const others: Pending[] = []
  for (const entry of rest) {
    if (entry.follows === chain.at(-1)?.opId) chain.push(entry)
    else others.push({ ...entry, follows: null })
  }
  return { chain, others }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
