import type { Calibration } from '#app/domains/measurement/calibration-types.ts'
import { can, type Action } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { displayNameOf } from '#app/domains/scheduling/candidate.ts'
import {
  listVisibleScorecards,
  type CardParts,
  type VisibleScorecards,
} from '#app/domains/scorecards/use-cases.server.ts'
import { runCalibration } from '#app/domains/calibration/run-calibration.server.ts'
import { getPastRound } from '#app/domains/calibration/past-rounds/use-cases.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { compareCandidates, type Comparison } from './comparison-view.ts'
import { planCalibration } from './comparison-ratings.ts'
import { prepareDebrief, type DebriefView } from './debrief-view.ts'
import { comparePastRound } from './past-comparison.ts'
import type { Compared, ComparedCandidate, ScoredCard } from './scored-card.ts'
import {
  findPanelName,
  listApplications,
  listSessions,
  listVersions,
  type ApplicationRow,
  type SessionRow,
} from './store.server.ts'
import type { Waiting } from './waiting.ts'

/** Whose candidates a person reaches: all of them (null), their own, or nobody's (undefined). */
export function reachOf(ctx: Ctx, action: Action): string | null | undefined {
  if (can(ctx.user.access, action, 'other')) return null
  return can(ctx.user.access, action, 'own') ? ctx.user.id : undefined
}

/**
 * The comparison of a panel, from the cards that this person may see of the candidates they may see.
 * @param input `isBlind` names candidates by code
 */
export async function getComparison(
  ctx: Ctx,
  input: { panelId: string; isBlind?: boolean },
): Promise<Result<Comparison>> {
  const found = findCompared(ctx, input, 'scores')
  if (!found.ok) return found
  const { visible } = found.value
  const compared = input.isBlind ? hideNames(found.value.compared) : found.value.compared
  const view = compareCandidates(compared, await calibrateCompared(compared))
  return ok({ view, waiting: listWaiting(visible) })
}

/** What is waited for, by application id. */
export function listWaiting(visible: readonly VisibleScorecards[]): Record<string, Waiting> {
  return Object.fromEntries(
    visible
      .filter((entry) => entry.isWaiting)
      .map((entry) => [entry.applicationId, readWaiting(entry)] as const),
  )
}

/**
 * The debrief packet of a panel.
 * @param input `applicationIds` keeps these candidates; all of them when it is not given; `isBlind` names them by code
 */
export async function getDebrief(
  ctx: Ctx,
  input: { panelId: string; applicationIds?: readonly string[]; isBlind?: boolean },
): Promise<Result<DebriefView>> {
  const found = await findDebriefs(ctx, input)
  return found.ok ? ok(found.value(input.applicationIds)) : found
}

/**
 * The debrief packets of a panel, read once for any number of them.
 * @returns what gives the packet of these candidates, or of all
 */
export async function findDebriefs(
  ctx: Ctx,
  input: { panelId: string; isBlind?: boolean },
): Promise<Result<(applicationIds?: readonly string[]) => DebriefView>> {
  const found = findCompared(ctx, input)
  if (!found.ok) return found
  const compared = input.isBlind ? hideNames(found.value.compared) : found.value.compared
  // Of the whole panel, so that a packet of a few says the same of them as the page of all.
  const calibration = await calibrateCompared(compared)
  return ok((applicationIds) => {
    const isPrinted = (entry: { applicationId: string }) =>
      !applicationIds || applicationIds.includes(entry.applicationId)
    const names = found.value.sessions
      .filter((session) => isPrinted(session) && session.status === 'planned')
      .flatMap((session) => session.interviewers)
      .filter((person) => person.seat === 'interviewer')
      .map((person) => [person.id, person.name] as const)
    const interviewerNames = [...new Map(names).values()].sort((a, b) => a.localeCompare(b, 'en'))
    const candidates = compared.candidates.filter(isPrinted)
    return prepareDebrief({ ...compared, candidates, interviewerNames }, calibration)
  })
}

function hideNames(compared: Compared): Compared {
  const candidates = compared.candidates.map((entry) => ({
    ...entry,
    name: displayNameOf({ code: entry.code, name: null }),
  }))
  return { ...compared, candidates }
}

/** The calibration of the cards that this viewer may see; undefined where they are too few for one. */
export async function calibrateCompared(compared: Compared): Promise<Calibration | undefined> {
  const plan = planCalibration(compared)
  return plan.input ? await runCalibration(plan.input) : undefined
}

export type Gathered = { compared: Compared; visible: VisibleScorecards[]; sessions: SessionRow[] }

/** The same for a panel or a past round by its id, of the candidates whom this person reaches. */
export function findCompared(
  ctx: Ctx,
  input: { panelId: string },
  parts: CardParts = 'all',
): Result<Gathered> {
  const interviewerId = reachOf(ctx, 'comparison.read')
  if (interviewerId === undefined) return forbidden
  if (findPanelName(ctx.db, input.panelId) === undefined) return findPastCompared(ctx, input.panelId)
  const applications = listApplications(ctx.db, { panelId: input.panelId, interviewerId })
  if (interviewerId !== null && applications.length === 0) return notFound
  return gatherCompared(ctx, { panelId: input.panelId, applications }, parts)
}

/** A past round answers to its id as a panel does. */
function findPastCompared(ctx: Ctx, roundId: string): Result<Gathered> {
  const found = getPastRound(ctx, { roundId })
  return found.ok ? ok({ compared: comparePastRound(found.value), visible: [], sessions: [] }) : found
}

/**
 * What these candidates of one panel are compared by; the only place that reads cards for it.
 * @param parts `scores` where nothing that was written is shown
 */
export function gatherCompared(
  ctx: Ctx,
  input: { panelId: string; applications: readonly ApplicationRow[] },
  parts: CardParts = 'all',
): Result<Gathered> {
  const versions = listVersions(ctx.db, input.panelId)
  const current = versions.find((version) => version.isCurrent) ?? versions[0]
  if (!current) return conflict('This panel is a draft. Publish it, then candidates can be compared.')
  const ids = input.applications.map((row) => row.applicationId)
  const visible = listVisibleScorecards(ctx, ids, parts)
  const sessions = listSessions(ctx.db, ids)
  const sessionsOf = groupBy(sessions, (session) => session.applicationId)
  const cardsOf = new Map(visible.map((entry) => [entry.applicationId, entry]))
  const candidates = input.applications.flatMap((row): ComparedCandidate[] => {
    const cards = cardsOf.get(row.applicationId)
    if (!cards) return []
    return [
      {
        applicationId: row.applicationId,
        name: displayNameOf(row),
        code: row.code,
        isWithdrawn: row.withdrawnAtMs !== null,
        cards: readCards(cards.cards),
        shadows: readCards(cards.shadows),
        sessions: (sessionsOf.get(row.applicationId) ?? [])
          .filter((session) => session.status === 'planned')
          .map(({ sessionId, panelVersionId, interviewId, interviewers }) => ({
            sessionId,
            panelVersionId,
            interviewId,
            interviewerIds: interviewers
              .filter((person) => person.seat === 'interviewer')
              .map((person) => person.id),
          })),
        submitted: cards.submittedCount,
        owed: cards.owedCount,
      },
    ]
  })
  const compared = {
    snapshot: current.snapshot,
    versionId: current.id,
    alsoCurrentIds: versions.filter((version) => version.isAsNow).map((version) => version.id),
    versionNumber: current.number,
    versions: new Map(versions.map((version) => [version.id, version.snapshot])),
    candidates,
  }
  return ok({ compared, visible, sessions })
}

/** A draft, the viewer's own as well, is nothing to compare by. */
function readCards(visible: VisibleScorecards['cards']): ScoredCard[] {
  return visible.flatMap(({ submittedAtMs, ...card }) =>
    submittedAtMs === null ? [] : [{ ...pickCard(card), submittedAtMs }],
  )
}

function pickCard(card: Omit<VisibleScorecards['cards'][number], 'submittedAtMs'>) {
  const { scorecardId, applicationId, sessionId, interviewerId, interviewerName } = card
  const { panelVersionId, interviewId, couldReadOthers, record } = card
  return {
    scorecardId,
    applicationId,
    sessionId,
    interviewerId,
    interviewerName,
    panelVersionId,
    interviewId,
    couldReadOthers,
    record,
  }
}

/** What is missing before this viewer sees all cards of a candidate. */
export function readWaiting(visible: VisibleScorecards): Waiting {
  const own = [...visible.cards, ...visible.shadows].filter((card) => card.isOwn)
  const isOwnMissing = visible.owesElsewhere || own.some((card) => !card.isSealed)
  return {
    submitted: visible.submittedCount,
    owed: visible.owedCount,
    isOwnMissing,
    // An override rests while its holder owes a card.
    isOpen: !isOwnMissing && (own.length > 0 || visible.hasOverride),
  }
}
