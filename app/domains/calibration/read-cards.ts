import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { dueAtOf } from '#app/domains/scheduling/due/due.ts'
import type { Rating, ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'

/** One rating question of a card, as the panel planned it. */
export type CardQuestion = {
  questionId: string
  title: string
  competencyId: string
  plannedMinutes: number
  rating: Rating | null
  evidence: string
}

/** A card that enters calibration. */
export type CalibratedCard = {
  applicationId: string
  panelId: string
  panelName: string
  interviewerId: string
  interviewerName: string
  scaleKey: string
  scale: PanelSnapshot['scale']
  submittedAtMs: number
  /** Null for a card that somebody typed in from paper, or of a session without a time. */
  dueAtMs: number | null
  questions: CardQuestion[]
}

/** Two panels rate on the same scale when the same figures have the same words. */
export function scaleKeyOf(scale: PanelSnapshot['scale']): string {
  return [scale.id, ...scale.levels.map(({ value, label }) => `${value}.${label}`)].join(' ')
}

/**
 * What calibration needs of a card, read under the version of the panel that it was filled under.
 * @returns undefined when that version does not know the interview
 */
export function readCalibratedCard(
  card: Omit<CalibratedCard, 'scaleKey' | 'scale' | 'dueAtMs' | 'questions'> & {
    interviewId: string
    startsAtMs: number | null
    isTranscribed: boolean
    record: ScorecardRecord
  },
  snapshot: PanelSnapshot,
): CalibratedCard | undefined {
  const { interviewId, startsAtMs, isTranscribed, record, ...rest } = card
  const interview = snapshot.interviews.find((entry) => entry.id === interviewId)
  if (!interview) return undefined
  return {
    ...rest,
    scaleKey: scaleKeyOf(snapshot.scale),
    scale: snapshot.scale,
    dueAtMs:
      startsAtMs === null || isTranscribed ? null : dueAtOf({ startsAtMs, minutes: interview.minutes }),
    questions: interview.questions.flatMap(({ questionId, content }) => {
      const entry = record.questions[questionId]
      if (!entry) return []
      const { title, primaryCompetency, minutes } = content
      const { rating, evidence } = entry
      return { questionId, title, competencyId: primaryCompetency, plannedMinutes: minutes, rating, evidence }
    }),
  }
}
