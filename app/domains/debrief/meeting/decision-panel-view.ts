import { formatWhen, type When } from '#app/lib/dates.ts'
import type { DecisionRecord, DecisionView } from './decision-view.ts'
import type { Signer } from './signers.ts'

export type ShownSigner = Signer & { when: When | null }

/** A decision with its moments in people's words. */
export type ShownDecision = Omit<DecisionView, 'locked' | 'reopened' | 'signers' | 'writtenAtMs'> & {
  locked: { name: string; when: When } | null
  reopened: { name: string; when: When; reason: string } | null
  signers: ShownSigner[]
}

/** The end of the debrief's page. */
export type DecisionPanelView = {
  applicationId: string
  panelId: string
  personId: string
  /** Those of the panel, for another interview. */
  competencies: { id: string; name: string }[]
  mayLead: boolean
  maySign: boolean
  mayPlan: boolean
  /** Why nothing can be decided though it is not locked: the candidate withdrew or was erased. */
  closed: string | null
  /** Must-haves whose bar the ratings given alone do not meet. */
  missedBars: string[]
  /** "2 Yes, 1 No". */
  recommendations: string
  current: ShownDecision
  earlier: ShownDecision[]
  changedAfter: { interviewerName: string; scorecardId: string; what: 'handed in' | 'amended'; when: When }[]
}

/** Puts the moments of a record into words. */
export function showRecord(
  record: DecisionRecord,
  as: { now: number; zone: string },
): Pick<DecisionPanelView, 'current' | 'earlier' | 'changedAfter'> {
  const say = (atMs: number) => formatWhen(atMs, as)
  const show = ({ writtenAtMs: _writtenAtMs, ...decision }: DecisionView): ShownDecision => ({
    ...decision,
    locked: decision.locked && { name: decision.locked.name, when: say(decision.locked.atMs) },
    reopened: decision.reopened && {
      name: decision.reopened.name,
      reason: decision.reopened.reason,
      when: say(decision.reopened.atMs),
    },
    signers: decision.signers.map((signer) => ({
      ...signer,
      when: signer.standing.state === 'unsigned' ? null : say(signer.standing.signature.atMs),
    })),
  })
  return {
    current: show(record.current),
    earlier: record.earlier.map(show),
    changedAfter: record.changedAfter.map(({ atMs, ...change }) => ({ ...change, when: say(atMs) })),
  }
}
