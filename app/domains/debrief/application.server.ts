import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { listVisibilityOverrides } from '#app/domains/scorecards/use-cases.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { ApplicationPage } from './application-page.ts'
import { calibrateCompared, gatherCompared, reachOf, readWaiting } from './compare.server.ts'
import { noCalibrationWords } from './comparison-ratings.ts'
import { compareCandidates } from './comparison-view.ts'
import { gatherEvidence } from './evidence-view.ts'
import { offerDebrief } from './meeting/read.server.ts'
import { compareShadows } from './shadow-comparison.ts'
import { listApplications, listVersions } from './store.server.ts'

/** One candidate on one panel: sessions, and the evidence by competency from visible cards alone. */
export async function getApplicationPage(
  ctx: Ctx,
  input: { applicationId: string },
): Promise<Result<ApplicationPage>> {
  const interviewerId = reachOf(ctx, 'application.read')
  if (interviewerId === undefined) return forbidden
  const [row] = listApplications(ctx.db, { applicationId: input.applicationId, interviewerId })
  if (!row) return notFound
  const { applicationId, panelId } = row
  // The whole panel: how strictly somebody rates shows over all candidates whom they met.
  const applications = listApplications(ctx.db, { panelId, interviewerId })
  const found = gatherCompared(ctx, { panelId, applications })
  if (!found.ok) return found
  const { compared, visible } = found.value
  const view = compareCandidates(compared, await calibrateCompared(compared))
  const isThis = (entry: { applicationId: string }) => entry.applicationId === applicationId
  const compareRow = view.rows.find(isThis)
  const seen = visible.find(isThis)
  const candidate = compared.candidates.find(isThis)
  const sessions = found.value.sessions.filter(isThis)
  if (!compareRow || !seen || !candidate) return notFound
  const { versions } = compared
  const waiting = seen.isWaiting ? readWaiting(seen) : null
  return ok({
    applicationId: row.applicationId,
    candidateId: row.candidateId,
    panelId: row.panelId,
    panelName: view.panelName,
    roleName: view.roleName,
    name: compareRow.name,
    code: row.code,
    isWithdrawn: compareRow.isWithdrawn,
    scale: view.scale,
    whyRaw: view.calibration.kind === 'none' ? noCalibrationWords[view.calibration.why] : null,
    evidence: gatherEvidence({
      ...compared,
      view,
      row: compareRow,
      cards: candidate.cards,
      shadows: candidate.shadows,
    }),
    interviewers: Object.fromEntries(
      candidate.cards.map((card) => [card.interviewerId, card.interviewerName]),
    ),
    sessions: sessions.map(({ interviewers, sessionId, startsAtMs, status, ...session }) => {
      const interview = versions
        .get(session.panelVersionId)
        ?.interviews.find((entry) => entry.id === session.interviewId)
      return {
        sessionId,
        startsAtMs,
        status,
        name: interview ? `${interview.letter} ${interview.focus}` : 'Interview',
        interviewers: interviewers.map(({ seat, ...person }) => {
          const card = [...seen.cards, ...seen.shadows].find(
            (entry) => entry.sessionId === sessionId && entry.interviewerId === person.id,
          )
          const isSubmitted = card !== undefined && card.submittedAtMs !== null
          return {
            ...person,
            isShadow: seat === 'shadow',
            scorecardId: card?.scorecardId ?? null,
            isSubmitted,
          }
        }),
      }
    }),
    ownShadows: compareShadows(
      candidate.shadows.filter((card) => card.interviewerId === ctx.user.id),
      candidate,
      versions,
    ),
    submitted: seen.submittedCount,
    owed: seen.owedCount,
    waiting,
    debrief: offerDebrief(ctx, input),
    mayOverride:
      can(ctx.user.access, 'scorecard.override', 'other') &&
      waiting !== null &&
      !waiting.isOwnMissing &&
      !waiting.isOpen &&
      seen.submittedCount > 0,
    hasOverride: seen.hasOverride,
    overrides: listVisibilityOverrides(ctx, row.applicationId),
  })
}

/** The names of those competencies of a candidate's panel that are asked about by id; others are left out. */
export function listCompetencyNames(
  ctx: Ctx,
  input: { applicationId: string; ids: readonly string[] },
): string[] {
  const interviewerId = reachOf(ctx, 'application.read')
  if (interviewerId === undefined || input.ids.length === 0) return []
  const [row] = listApplications(ctx.db, { applicationId: input.applicationId, interviewerId })
  const versions = row ? listVersions(ctx.db, row.panelId) : []
  const current = versions.find((version) => version.isCurrent) ?? versions[0]
  return (current?.snapshot.competencies ?? [])
    .filter((competency) => input.ids.includes(competency.id))
    .map((competency) => competency.name)
}
