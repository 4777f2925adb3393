import type { Ctx } from '#app/domains/people/context.ts'
import { listVisibleScorecards, type VisibleScorecards } from '#app/domains/scorecards/use-cases.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { listAgenda } from '../agenda.ts'
import { gatherCompared, reachOf, readWaiting } from '../compare.server.ts'
import { compareCandidates } from '../comparison-view.ts'
import { findPanelName, listApplications, type ApplicationRow } from '../store.server.ts'
import { explainWaiting } from '../waiting.ts'
import { listChangedRatings } from './changed-ratings.ts'
import { listDebriefs } from './decision-store.server.ts'
import { isOpenTo } from './gate.server.ts'
import { readDecisions } from './read-decision.server.ts'
import { explainNotReady } from './read.server.ts'
import { listFinalRatings } from './store.server.ts'
import {
  decidedWords,
  debriefWords,
  sortLines,
  type DebriefLine,
  type DebriefStanding,
  type DecisionChip,
  type HomeDebriefs,
} from './standing.ts'

export type DebriefList = { panelId: string; panelName: string; lines: DebriefLine[] }

/** The candidates of a panel with where their debriefs stand, from what this person may see. */
export function getDebriefList(ctx: Ctx, input: { panelId: string }): Result<DebriefList> {
  const interviewerId = reachOf(ctx, 'debrief.read')
  if (interviewerId === undefined) return forbidden
  const { panelId } = input
  const panelName = findPanelName(ctx.db, panelId)
  if (panelName === undefined) return notFound
  const applications = listApplications(ctx.db, { panelId, interviewerId })
  if (interviewerId !== null && applications.length === 0) return notFound
  const found = gatherCompared(ctx, { panelId, applications })
  // Nobody is interviewed for a draft.
  if (!found.ok) return ok({ panelId, panelName, lines: [] })
  const { compared, visible } = found.value
  const standings = readStandings(ctx, applications, visible)
  // As in each debrief, without the calibration: it would depend on candidates that others do not see.
  const agenda = groupBy(listAgenda(compareCandidates(compared)), (item) => item.applicationId)
  const lines = compared.candidates.flatMap(({ applicationId, name }): DebriefLine[] => {
    const standing = standings.get(applicationId)
    if (!standing) return []
    if (standing.kind === 'waiting') return [{ applicationId, name, standing, points: null, widest: 0 }]
    const items = agenda.get(applicationId) ?? []
    const apart = items.filter((item) => item.reason === 'apart').map((item) => item.apart)
    return [{ applicationId, name, standing, points: items.length, widest: Math.max(0, ...apart) }]
  })
  return ok({ panelId, panelName, lines: sortLines(lines) })
}

/**
 * Where the debriefs of these candidates stand, by application id; nothing for whoever withdrew before theirs began.
 * @param visible that of the same candidates
 */
export function readStandings(
  ctx: Ctx,
  applications: readonly ApplicationRow[],
  visible: readonly VisibleScorecards[],
): Map<string, DebriefStanding> {
  const ids = applications.map((row) => row.applicationId)
  const started = new Map(listDebriefs(ctx.db, ids).map((debrief) => [debrief.applicationId, debrief]))
  const open = visible.filter((entry) => isOpenTo(entry, started.has(entry.applicationId)))
  const records = readDecisions(ctx.db, open, [])
  return new Map(
    applications.flatMap((application): [string, DebriefStanding][] => {
      const { applicationId } = application
      const seen = visible.find((entry) => entry.applicationId === applicationId)
      if (!seen) return []
      if (!open.includes(seen)) {
        if (application.withdrawnAtMs !== null) return []
        return [[applicationId, { kind: 'waiting', words: explainWaiting(readWaiting(seen)) }]]
      }
      const debrief = started.get(applicationId)
      if (!debrief) {
        if (application.withdrawnAtMs !== null) return []
        const words = explainNotReady({ application, visible: seen })
        return [[applicationId, words === null ? { kind: 'ready' } : { kind: 'waiting', words }]]
      }
      const current = records.get(applicationId)?.current
      if (!current?.outcome) return [[applicationId, { kind: 'open', leadName: debrief.leadName }]]
      const { outcome, locked, number } = current
      return [
        [applicationId, { kind: 'decided', outcome, isLocked: locked !== null, isReopened: number > 1 }],
      ]
    }),
  )
}

/** The debriefs of this person's panels that are ready or open; those of interviewers once their cards are in. */
export function listHomeDebriefs(ctx: Ctx): HomeDebriefs[] {
  const interviewerId = reachOf(ctx, 'debrief.read')
  if (interviewerId === undefined) return []
  const applications = listApplications(ctx.db, { interviewerId }).filter(
    (row) => row.withdrawnAtMs === null && row.panelArchivedAtMs === null,
  )
  const visible = listVisibleScorecards(
    ctx,
    applications.map((row) => row.applicationId),
  )
  const standings = readStandings(ctx, applications, visible)
  const panels = groupBy(applications, (row) => row.panelId)
  return [...panels].flatMap(([panelId, rows]) => {
    const of = rows.map((row) => ({ row, standing: standings.get(row.applicationId) }))
    const ready = of.filter(({ standing }) => standing?.kind === 'ready').length
    const open = of.flatMap(({ row, standing }) =>
      standing?.kind === 'open' || (standing?.kind === 'decided' && !standing.isLocked)
        ? [{ row, standing }]
        : [],
    )
    if (ready === 0 && open.length === 0) return []
    return [
      {
        panelId,
        panelName: rows[0]?.panelName ?? '',
        ready,
        candidates: rows.length,
        open: open.map(({ row, standing }) => ({
          applicationId: row.applicationId,
          name: row.name ?? `Candidate ${row.code}`,
          words: debriefWords(standing),
        })),
      },
    ]
  })
}

/**
 * What stands beside candidates in the comparison: where their debriefs stand once they are begun, and the competencies
 * in which one changed a rating. By application id.
 */
export function listDecisionChips(ctx: Ctx, input: { panelId: string }): Record<string, DecisionChip> {
  const interviewerId = reachOf(ctx, 'debrief.read')
  if (interviewerId === undefined) return {}
  const { panelId } = input
  const all = listApplications(ctx.db, { panelId, interviewerId })
  const started = listDebriefs(
    ctx.db,
    all.map((row) => row.applicationId),
  )
  const applications = all.filter((row) =>
    started.some((debrief) => debrief.applicationId === row.applicationId),
  )
  if (applications.length === 0) return {}
  const found = gatherCompared(ctx, { panelId, applications })
  if (!found.ok) return {}
  const { compared, visible } = found.value
  const { snapshot, versions, candidates } = compared
  const chips = [...readStandings(ctx, applications, visible)].flatMap(
    ([applicationId, standing]): [string, DecisionChip][] => {
      const debrief = started.find((entry) => entry.applicationId === applicationId)
      const cards = candidates.find((entry) => entry.applicationId === applicationId)?.cards ?? []
      if (!debrief || (standing.kind !== 'open' && standing.kind !== 'decided')) return []
      const changed = listChangedRatings({
        cards,
        finals: listFinalRatings(ctx.db, debrief.id),
        competencies: snapshot.competencies,
        versions,
      })
      const words = standing.kind === 'open' ? 'Debrief open' : decidedWords(standing)
      const isLocked = standing.kind === 'decided' && standing.isLocked
      return [
        [
          applicationId,
          { words, isLocked, changed: [...new Set(changed.map((entry) => entry.competencyId))] },
        ],
      ]
    },
  )
  return Object.fromEntries(chips)
}
