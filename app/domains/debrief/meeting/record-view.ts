import { formatPrinted } from '#app/lib/dates.ts'
import type { ChangedRating } from './changed-ratings.ts'
import { outcomeWords, type DecisionOutcome } from './decision.ts'
import type { DecisionRecord, DecisionView } from './decision-view.ts'
import { joinAll, standingWords } from './signers.ts'

/** Somebody's name under a decision, as it is printed. */
export type PrintedSigner = {
  name: string
  part: string
  standing: string
  signedAt: string | null
  dissent: string | null
  /** Leaves a line to sign by hand. */
  isMissing: boolean
}

/** A decision as it is printed, every moment in words. */
export type PrintedDecision = {
  number: number
  outcome: DecisionOutcome | null
  outcomeWords: string
  competencyNames: string[]
  reason: string
  /** "Locked Tue 15 Sept 2026, 14:00 by Mina Leader"; null for one that is open. */
  locked: string | null
  lockedWithout: string | null
  reopened: { words: string; reason: string } | null
  signers: PrintedSigner[]
}

/** What a debrief leaves behind about one candidate, for paper. */
export type DebriefRecord = {
  applicationId: string
  candidateName: string
  leadName: string
  startedAt: string
  isLocked: boolean
  ratings: ChangedRating[]
  notes: { title: string; note: string; isDone: boolean }[]
  /** "2 Yes, 1 No", counted and never averaged. */
  recommendations: string
  /** Must-haves whose bar is not met. */
  missedBars: string[]
  decision: PrintedDecision
  earlier: PrintedDecision[]
  changedAfter: string[]
}

/**
 * The record of one debrief for paper; the same for page and packet in everything but the moments, which are in words.
 * @param given `zone` of whoever prints
 */
export function prepareRecord(given: {
  applicationId: string
  candidateName: string
  ground: Pick<DebriefRecord, 'missedBars' | 'recommendations'>
  debrief: { leadName: string; startedAtMs: number }
  record: DecisionRecord
  ratings: ChangedRating[]
  notes: DebriefRecord['notes']
  zone: string
}): DebriefRecord {
  const { applicationId, candidateName, ground, debrief, record, zone } = given
  return {
    applicationId,
    candidateName,
    ...ground,
    leadName: debrief.leadName,
    startedAt: formatPrinted(debrief.startedAtMs, zone),
    isLocked: record.current.locked !== null,
    ratings: given.ratings,
    notes: given.notes,
    decision: print(record.current, zone),
    earlier: record.earlier.map((decision) => print(decision, zone)),
    changedAfter: record.changedAfter.map(
      ({ interviewerName, what, atMs }) =>
        `${interviewerName} ${what === 'amended' ? 'amended their scorecard' : 'handed in a scorecard'} ${formatPrinted(atMs, zone)}`,
    ),
  }
}

function print(decision: DecisionView, zone: string): PrintedDecision {
  const { locked, reopened, unsigned } = decision
  return {
    number: decision.number,
    outcome: decision.outcome,
    outcomeWords: decision.outcome === null ? 'Not decided' : outcomeWords[decision.outcome],
    competencyNames: decision.competencyNames,
    reason: decision.reason,
    locked: locked && `Locked ${formatPrinted(locked.atMs, zone)} by ${locked.name}`,
    lockedWithout:
      locked && unsigned.length > 0 ? `Locked without the signature of ${joinAll(unsigned)}.` : null,
    reopened: reopened && {
      words: `Reopened ${formatPrinted(reopened.atMs, zone)} by ${reopened.name}`,
      reason: reopened.reason,
    },
    signers: decision.signers.map((signer) => {
      const { standing } = signer
      const signature = standing.state === 'unsigned' ? null : standing.signature
      return {
        name: signer.name,
        part: signer.part,
        standing: standingWords(signer),
        signedAt: signature && formatPrinted(signature.atMs, zone),
        dissent: signature?.stance === 'dissent' ? (signature.dissent ?? '') : null,
        isMissing: standing.state !== 'signed' && signer.part !== 'signed before',
      }
    }),
  }
}
