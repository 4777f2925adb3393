import type { Calibration } from '#app/domains/measurement/calibration-types.ts'
import { listAgenda, type AgendaItem } from './agenda.ts'
import { compareCandidates, type ComparisonView } from './comparison-view.ts'
import { gatherEvidence, type CandidateEvidence, type EvidenceEntry } from './evidence-view.ts'
import { writeHeadline, type Headline } from './headline.ts'
import type { Compared } from './scored-card.ts'

/** One point of the agenda with what both sides wrote. */
export type DebriefTopic = AgendaItem & {
  lower: EvidenceEntry[]
  higher: EvidenceEntry[]
  /** No question was rated by both sides: a gap in one topic can look like a disagreement. */
  heardDifferentQuestions: boolean
}

/** What the debrief packet prints. Everything in it comes from cards that the viewer may see. */
export type DebriefView = {
  comparison: ComparisonView
  headline: Headline
  topics: DebriefTopic[]
  candidates: CandidateEvidence[]
  /** Who signs; an empty name is written by hand. */
  signatures: { name: string; part: string }[]
}

/**
 * The debrief packet of a panel.
 * @param input that of the comparison; `interviewerNames` of everybody who owes a card that counts
 */
export function prepareDebrief(
  input: Compared & { interviewerNames: readonly string[] },
  calibration?: Calibration,
): DebriefView {
  const comparison = compareCandidates(input, calibration)
  const candidates = comparison.rows.map((row) => {
    const candidate = input.candidates.find((entry) => entry.applicationId === row.applicationId)
    const { cards = [], shadows = [] } = candidate ?? {}
    return gatherEvidence({ ...input, view: comparison, row, cards, shadows })
  })
  return {
    comparison,
    headline:
      comparison.calibration.kind === 'calibrated'
        ? comparison.calibration.headline
        : writeHeadline(comparison.rows),
    topics: listAgenda(comparison).map((item) => addSides(item, candidates)),
    candidates,
    signatures: [
      { name: '', part: 'leads the debrief' },
      ...input.interviewerNames.map((name) => ({ name, part: 'interviewer' })),
    ],
  }
}

function addSides(item: AgendaItem, candidates: readonly CandidateEvidence[]): DebriefTopic {
  const candidate = candidates.find((entry) => entry.row.applicationId === item.applicationId)
  const evidence = candidate?.competencies.find((entry) => entry.competency.id === item.competencyId)
  return { ...item, ...splitSides(evidence?.entries ?? []) }
}

/** The two sides of a competency: those who rated below the middle of the levels given, and those above. */
export function splitSides<T extends EvidenceEntry>(
  entries: readonly T[],
): { lower: T[]; higher: T[]; heardDifferentQuestions: boolean } {
  const rated = entries.flatMap((entry) =>
    entry.rating.state === 'rated' && !entry.isShadow && entry.ownScale === null
      ? [{ entry, level: entry.rating.level }]
      : [],
  )
  const levels = rated.map((one) => one.level)
  const middle = (Math.min(...levels) + Math.max(...levels)) / 2
  const lower = rated.filter((one) => one.level <= middle).map((one) => one.entry)
  const higher = rated.filter((one) => one.level > middle).map((one) => one.entry)
  const asked = new Set(lower.map((entry) => entry.questionId))
  return {
    lower,
    higher,
    heardDifferentQuestions:
      lower.length > 0 && higher.length > 0 && !higher.some((entry) => asked.has(entry.questionId)),
  }
}
