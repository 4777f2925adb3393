import { parseField } from '../field.ts'
import { shownValue, type FieldDraft, type Typed } from './draft.ts'
import type { Keeping } from './outbox.ts'

/** Why the last request brought no answers. */
export type SendFailure =
  /** Worth trying again: no connection, or the server is in trouble. */
  | { kind: 'later'; why: string }
  /** Somebody has to do something first; it is tried again nevertheless. */
  | { kind: 'stop'; why: string; isSignedOut?: boolean }

export type Conflict = {
  field: string
  mine: unknown
  theirs: unknown
  version: number
  /** The server has this page's text, too, in its log. Before, giving it up would lose it. */
  isLogged: boolean
}

/** A rating or another choice that was made on two devices: the one that reached the server last counts, this one. */
export type Overtaking = { field: string; mine: unknown; theirs: unknown }

export type QueueState = {
  /** What the person entered, as far as it differs from or follows what the page was loaded with. */
  values: Readonly<Record<string, unknown>>
  /** `gone` when another tab handed the scorecard in or threw away what this device holds: nothing is taken any more. */
  status: 'untouched' | 'saving' | 'saved' | 'waiting' | 'stopped' | 'gone'
  why: string | null
  /** Nobody is signed in in this browser; saving goes on once the same person is. */
  isSignedOut: boolean
  savedAtMs: number | null
  /** Where what is not saved yet is kept meanwhile. */
  keeping: Keeping
  conflicts: readonly Conflict[]
  overtakings: readonly Overtaking[]
  refusals: Readonly<Record<string, string>>
}

type Known = {
  drafts: readonly FieldDraft[]
  /** Typed, and not in the outbox yet. */
  typed: ReadonlyMap<string, Typed>
  failure: SendFailure | null
  savedAtMs: number | null
  keeping: Keeping
  isGone: boolean
}

/** How saving stands, from what a tab knows. */
export function describeQueue(known: Known): QueueState {
  const { drafts, typed, failure, keeping } = known
  const values: Record<string, unknown> = {}
  const conflicts: Conflict[] = []
  const overtakings: Overtaking[] = []
  const refusals: Record<string, string> = {}
  let savedAtMs = known.savedAtMs
  for (const draft of drafts) {
    const { field, saved, pending, conflict } = draft
    if (pending.length > 0 || saved.version > 0) values[field] = shownValue(draft)
    if (saved.atMs > 0) savedAtMs = Math.max(savedAtMs ?? 0, saved.atMs)
    const [first] = pending
    const entry = typed.get(field)
    if (typeof first?.state === 'object' && !entry) refusals[field] = first.state.refused
    if (conflict && first) {
      const mine = entry?.basis.seen === first.opId ? entry.value : first.value
      const isLogged = !entry && first.state === 'rejected'
      conflicts.push({ field, mine, theirs: conflict.value, version: conflict.version, isLogged })
    }
  }
  for (const { field, overtook } of drafts) {
    const kind = parseField(field)?.kind
    // The order and the probes follow whoever conducts; a word about them would only disturb.
    if (overtook && kind !== 'order' && kind !== 'probes') {
      overtakings.push({ field, mine: typed.get(field)?.value ?? values[field], theirs: overtook.value })
    }
  }
  for (const [field, { value }] of typed) values[field] = value
  const isUnsaved = typed.size > 0 || drafts.some((draft) => draft.pending.length > 0)
  const refusal = Object.values(refusals)[0]
  const isSignedOut = failure?.kind === 'stop' && failure.isSignedOut === true
  const shared = { values, savedAtMs, keeping, conflicts, overtakings, refusals, isSignedOut }
  if (known.isGone) return { ...shared, status: 'gone', why: null }
  const isKnown = savedAtMs !== null || drafts.some((draft) => draft.saved.version > 0)
  if (!isUnsaved) return { ...shared, status: isKnown ? 'saved' : 'untouched', why: null }
  if (failure) {
    return { ...shared, status: failure.kind === 'later' ? 'waiting' : 'stopped', why: failure.why }
  }
  if (refusal !== undefined) return { ...shared, status: 'stopped', why: refusal }
  return { ...shared, status: 'saving', why: null }
}
