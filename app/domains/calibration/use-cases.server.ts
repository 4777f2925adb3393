import type { Calibration, PanelAgreement } from '#app/domains/measurement/calibration-types.ts'
import { leastCandidates } from '#app/domains/measurement/reliability.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { listQuestionMinutes } from '#app/domains/scorecards/question-minutes.server.ts'
import { listVisibleScorecards, type VisibleScorecards } from '#app/domains/scorecards/use-cases.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { forbidden, ok, type Result } from '#app/lib/result.ts'
import { buildCalibrationPage, countChoices, readRatings, type CalibrationPage } from './calibration-page.ts'
import { readPastCards } from './past-rounds/calibrated-cards.ts'
import { getPastRound, listPastRounds } from './past-rounds/use-cases.server.ts'
import { startOfPeriod, type Period } from './period.ts'
import { readCalibratedCard, type CalibratedCard } from './read-cards.ts'
import { runCalibration } from './run-calibration.server.ts'
import { listInterviewed, listSnapshots, listStarts } from './store.server.ts'

/**
 * How interviewers use the scale, and what use shows of the questions, over all panels that rate on one scale. Only candidates
 * enter of whom every card is handed in for good and open to this person, so that nobody who still owes a card learns from it
 * how strictly the others rated.
 */
export async function getCalibrationPage(
  ctx: Ctx,
  input: { period: Period; panelId: string | null; scaleKey: string | null },
): Promise<Result<CalibrationPage>> {
  if (!can(ctx.user.access, 'calibration.read', 'other')) return forbidden
  const rounds = listRounds(ctx)
  const round = rounds.find(({ id }) => id === input.panelId)
  if (round) return ok({ ...(await describePastRound(ctx, round)), rounds, isPast: true })
  const { entries, waiting, all } = gatherCards(ctx, input.period)
  const scales = countChoices(all, (card) => ({ id: card.scaleKey, name: card.scale.name }))
  const scaleKey = scales.find(({ id }) => id === input.scaleKey)?.id ?? scales[0]?.id ?? null
  const onScale = all.filter((card) => card.scaleKey === scaleKey)
  const panels = countChoices(onScale, (card) => ({ id: card.panelId, name: card.panelName }))
  const cards = onScale.filter((card) => input.panelId === null || card.panelId === input.panelId)
  const shown = new Set(cards.map((card) => card.applicationId))
  const page = buildCalibrationPage({
    cards,
    calibration: await calibrateCards(cards),
    minutes: listQuestionMinutes(
      ctx,
      entries.filter((entry) => shown.has(entry.applicationId)),
    ),
  })
  const panelAgreements = await Promise.all(
    [...groupBy(cards, (card) => card.panelId).values()].map((own) => agreeOn(own)),
  )
  panelAgreements.sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return ok({ ...page, waiting, scales, scaleKey, panels, panelAgreements, rounds, isPast: false })
}

/** The same of a past round, which stands alone: its scale and its people are nobody else's. */
async function describePastRound(
  ctx: Ctx,
  { id, name }: { id: string; name: string },
): Promise<Omit<CalibrationPage, 'rounds' | 'isPast'>> {
  const found = getPastRound(ctx, { roundId: id })
  const cards = found.ok ? readPastCards(found.value) : []
  const calibration = await calibrateCards(cards)
  const page = buildCalibrationPage({ cards, calibration, minutes: new Map() })
  const scales = countChoices(cards, (card) => ({ id: card.scaleKey, name: card.scale.name }))
  const { candidates } = page
  const hasNotes = cards.some((card) => card.questions.some((question) => question.evidence !== ''))
  return {
    ...page,
    interviewers: hasNotes
      ? page.interviewers
      : page.interviewers.map((one) => ({ ...one, evidenceWords: null })),
    waiting: 0,
    scales,
    scaleKey: scales[0]?.id ?? null,
    panels: [{ id, name, count: candidates }],
    panelAgreements: cards.length === 0 ? [] : [await agreeOn(cards, calibration)],
  }
}

/** Past rounds for whoever may read them. */
function listRounds(ctx: Ctx): CalibrationPage['rounds'] {
  const found = listPastRounds(ctx)
  return found.ok ? found.value.map(({ id, name }) => ({ id, name })) : []
}

/** How well interviewers agree on the cards of one panel. */
async function agreeOn(
  cards: readonly CalibratedCard[],
  known?: Calibration,
): Promise<CalibrationPage['panelAgreements'][number]> {
  const candidates = new Set(cards.map((card) => card.applicationId)).size
  const agreement: PanelAgreement =
    candidates < leastCandidates
      ? { kind: 'too few to say' }
      : (known ?? (await calibrateCards(cards))).agreement
  return { panelId: cards[0]?.panelId ?? '', name: cards[0]?.panelName ?? '', candidates, agreement }
}

function calibrateCards(cards: readonly CalibratedCard[]) {
  const values = cards[0]?.scale.levels.map(({ value }) => value) ?? []
  const range = Math.max(...values) - Math.min(...values)
  return runCalibration({
    model: 'integrated',
    ratings: readRatings(cards),
    ...(range > 0 ? { range } : {}),
  })
}

function gatherCards(ctx: Ctx, period: Period) {
  const since = startOfPeriod(period, ctx.now)
  const interviewed = listInterviewed(ctx.db).filter(
    ({ lastStartsAtMs }) => since === null || (lastStartsAtMs ?? 0) >= since,
  )
  const ids = interviewed.map((row) => row.applicationId)
  const seen = listVisibleScorecards(ctx, ids)
  const entries = seen.filter(isComplete)
  const starts = listStarts(ctx.db, ids)
  const cards = entries.flatMap((entry) => entry.cards)
  const snapshots = listSnapshots(ctx.db, [...new Set(cards.map((card) => card.panelVersionId))])
  const panelOf = new Map(interviewed.map((row) => [row.applicationId, row]))
  const all = cards.flatMap((card): CalibratedCard[] => {
    const snapshot = snapshots.get(card.panelVersionId)
    const of = panelOf.get(card.applicationId)
    if (!snapshot || !of || card.submittedAtMs === null) return []
    const { applicationId, interviewId, interviewerId, interviewerName, submittedAtMs, record } = card
    const read = readCalibratedCard(
      {
        applicationId,
        panelId: of.panelId,
        panelName: of.panelName,
        interviewId,
        interviewerId,
        interviewerName,
        submittedAtMs,
        record,
        startsAtMs: starts.get(card.sessionId) ?? null,
        isTranscribed: card.enteredBy !== null,
      },
      snapshot,
    )
    return read ? [read] : []
  })
  const waiting = seen.filter((entry) => entry.owedCount > 0 && !isComplete(entry)).length
  return { entries, waiting, all }
}

/** Every card of an interviewer is handed in for good, and this person may see it. */
function isComplete(entry: VisibleScorecards): boolean {
  return entry.owedCount > 0 && !entry.isWaiting && entry.cards.every((card) => card.isSealed)
}
