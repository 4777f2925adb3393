import type { CalibrationInput } from '#app/domains/measurement/calibration-types.ts'
import { leastInterviewers, scoreCompetency, type GivenLevel } from '#app/domains/measurement/score.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { listRecordedQuestions, type Compared, type ScoredCard, type Versions } from './scored-card.ts'

/** Why nothing can be calibrated. */
export type NoCalibration =
  'no-scores' | 'one-candidate' | 'one-interviewer' | 'no-variation' | 'too-few' | 'under-way'

export const noCalibrationWords: Record<NoCalibration, string> = {
  'no-scores': 'There is no rating to see yet, so there is no score.',
  'one-candidate':
    'Only one candidate has ratings to see. How strictly each interviewer rates shows over several candidates; until then scores are raw.',
  'one-interviewer':
    'All ratings to see are one person’s. Whether they are strict cannot be told from one person; scores are raw.',
  'no-variation': 'Every rating of a competency is the same, so nothing can be said of how sure a score is.',
  'too-few': 'There are too few ratings to say how sure a score is.',
  'under-way':
    'Calibrated scores of so many candidates take a minute or two to work out. They appear here by themselves; until then scores are raw.',
}

export type CalibrationPlan =
  { input: CalibrationInput; otherScale: number } | { input: null; why: NoCalibration; otherScale: number }

export type PlacedLevel = GivenLevel & { panelVersionId: string }

/** Plan, rows and marks all ask for the same levels of thousands of cards. */
const levelsOf = new WeakMap<Versions, WeakMap<ScoredCard, PlacedLevel[]>>()

/** Every level that a card gives, in the order of its panel. */
export function listLevels(card: ScoredCard, versions: Versions): PlacedLevel[] {
  let known = levelsOf.get(versions)
  if (!known) levelsOf.set(versions, (known = new WeakMap()))
  let levels = known.get(card)
  if (!levels) known.set(card, (levels = readLevels(card, versions)))
  return levels
}

function readLevels(card: ScoredCard, versions: Versions): PlacedLevel[] {
  const { interviewerId, panelVersionId } = card
  return listRecordedQuestions(card, versions).flatMap(({ question, record }) => {
    if (record.rating?.state !== 'rated') return []
    const { questionId, content } = question
    const competencyId = content.primaryCompetency
    return [{ interviewerId, competencyId, questionId, level: record.rating.level, panelVersionId }]
  })
}

/** Whether a level means the same on both: the same figures with the same words. */
export function isSameScale(one: PanelSnapshot['scale'], other: PanelSnapshot['scale']): boolean {
  const wordsOf = (scale: PanelSnapshot['scale']) =>
    scale.levels.map(({ value, label }) => `${value} ${label}`).join('\n')
  return wordsOf(one) === wordsOf(other)
}

/**
 * What is calibrated of a comparison: ratings on the scale of the current version, in competencies that the current version weighs.
 * @returns why not, where ratings are too few; `otherScale` counts the cards that were left out for their scale
 */
export function planCalibration(compared: Compared): CalibrationPlan {
  let plan = plans.get(compared)
  if (!plan) plans.set(compared, (plan = makePlan(compared)))
  return plan
}

const plans = new WeakMap<Compared, CalibrationPlan>()

/** The versions of a panel whose scale is that of the panel now: a score is made of their cards alone. */
export function listVersionsOnScale({
  snapshot,
  versions,
}: Pick<Compared, 'snapshot' | 'versions'>): ReadonlySet<string> {
  return new Set(
    [...versions].flatMap(([id, version]) => (isSameScale(version.scale, snapshot.scale) ? [id] : [])),
  )
}

/** How many cards no score is made of, in a sentence; null when there are none. */
export function writeOtherScale(cards: number): string | null {
  if (cards === 0) return null
  const were = cards === 1 ? '1 scorecard was' : `${cards} scorecards were`
  return `${were} filled under a version of the panel with another scale: there to read, and counted in no score.`
}

function makePlan(compared: Compared): CalibrationPlan {
  const { snapshot, versions, candidates } = compared
  const onScale = listVersionsOnScale(compared)
  const isOnScale = (card: ScoredCard) => onScale.has(card.panelVersionId)
  const cards = candidates.flatMap((candidate) => candidate.cards)
  const otherScale = cards.filter((card) => !isOnScale(card)).length
  const ratings = candidates.flatMap((candidate) => {
    const levels = groupBy(
      candidate.cards.filter(isOnScale).flatMap((card) => listLevels(card, versions)),
      (given) => given.competencyId,
    )
    return snapshot.competencies.flatMap(({ id: competency }) =>
      (scoreCompetency(levels.get(competency) ?? [])?.interviewers ?? []).map(
        ({ interviewerId: interviewer, mean: rating }) => ({
          candidate: candidate.applicationId,
          interviewer,
          competency,
          rating,
        }),
      ),
    )
  })
  const why = findReason(ratings)
  if (why) return { input: null, why, otherScale }
  const levels = snapshot.scale.levels.map((level) => level.value)
  return {
    input: {
      model: 'integrated',
      ratings,
      weights: snapshot.competencies.map(({ id, weight }) => ({ competency: id, weight })),
      bars: snapshot.competencies.flatMap(({ id, gate }) =>
        gate === null ? [] : [{ competency: id, bar: gate }],
      ),
      range: Math.max(...levels) - Math.min(...levels),
    },
    otherScale,
  }
}

function findReason(ratings: CalibrationInput['ratings']): NoCalibration | undefined {
  if (ratings.length === 0) return 'no-scores'
  if (new Set(ratings.map((rating) => rating.candidate)).size < 2) return 'one-candidate'
  return new Set(ratings.map((rating) => rating.interviewer)).size < leastInterviewers
    ? 'one-interviewer'
    : undefined
}
