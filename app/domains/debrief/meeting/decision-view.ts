import { emptyDecision, type Decision, type Signature } from './decision.ts'
import { listSigners, listUnsigned, type CountedInterviewer, type Signer } from './signers.ts'

/** One decision as it is read: what it says, who signed, whether and how it was locked and reopened. */
export type DecisionView = Decision & {
  /** Names of what another interview should ask about. */
  competencyNames: string[]
  writtenBy: string | null
  writtenAtMs: number | null
  locked: { name: string; atMs: number } | null
  reopened: { name: string; atMs: number; reason: string } | null
  signers: Signer[]
  /** Names of those whose signature it is waiting for, or was locked without. */
  unsigned: string[]
}

/** A change of a card after the decision was locked. */
export type LaterChange = {
  interviewerName: string
  scorecardId: string
  what: 'handed in' | 'amended'
  atMs: number
}

/** Everything that is decided about a candidate on a panel: what stands, and what stood before it was reopened. */
export type DecisionRecord = {
  current: DecisionView
  /** Newest first. */
  earlier: DecisionView[]
  changedAfter: LaterChange[]
}

/** What a decision view is made of besides the decision; cards are those that count and are handed in for good. */
export type DecisionGround = {
  cards: readonly {
    scorecardId: string
    interviewer: CountedInterviewer
    submittedAtMs: number
    amendedAtMs: readonly number[]
  }[]
  lead: { id: string; name: string }
  competencies: readonly { id: string; name: string }[]
}

type Written = Decision & {
  writtenBy: string
  writtenAtMs: number
  locked: { userId: string; name: string; atMs: number } | null
  reopened: DecisionView['reopened']
  signatures: readonly (Signature & { name: string })[]
}

/**
 * The decisions of one debrief.
 * @param decisions by number; none before a word was written
 */
export function viewDecisions(decisions: readonly Written[], ground: DecisionGround): DecisionRecord {
  const views = decisions.map((decision) => viewDecision(decision, ground)).toReversed()
  const [
    current = viewDecision(
      { ...emptyDecision, writtenBy: null, writtenAtMs: null, locked: null, reopened: null, signatures: [] },
      ground,
    ),
    ...earlier
  ] = views
  return {
    current,
    earlier,
    changedAfter: current.locked ? listChangesAfter(ground, current.locked.atMs) : [],
  }
}

function viewDecision(
  decision: Omit<Written, 'writtenBy' | 'writtenAtMs'> & {
    writtenBy: string | null
    writtenAtMs: number | null
  },
  ground: DecisionGround,
): DecisionView {
  const { signatures, locked, ...rest } = decision
  // A locked decision keeps the people it was locked with: whoever hands in a card afterwards was not asked.
  const cards = locked ? ground.cards.filter((card) => card.submittedAtMs <= locked.atMs) : ground.cards
  const signers = listSigners({
    interviewers: cards.map((card) => card.interviewer),
    lead: locked ? { id: locked.userId, name: locked.name } : ground.lead,
    decision,
    signatures,
  })
  return {
    ...rest,
    competencyNames: ground.competencies
      .filter((competency) => decision.competencyIds.includes(competency.id))
      .map((competency) => competency.name),
    locked: locked && { name: locked.name, atMs: locked.atMs },
    signers,
    unsigned: listUnsigned(signers).map((signer) => signer.name),
  }
}

function listChangesAfter(ground: DecisionGround, lockedAtMs: number): LaterChange[] {
  return ground.cards
    .flatMap(({ scorecardId, interviewer, submittedAtMs, amendedAtMs }) =>
      [
        ...(submittedAtMs > lockedAtMs ? [{ what: 'handed in' as const, atMs: submittedAtMs }] : []),
        // What one form amends has one moment.
        ...[...new Set(amendedAtMs)]
          .filter((atMs) => atMs > lockedAtMs)
          .map((atMs) => ({ what: 'amended' as const, atMs })),
      ].map((change) => ({ ...change, scorecardId, interviewerName: interviewer.name })),
    )
    .sort((a, b) => a.atMs - b.atMs)
}
