import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { countOffers } from '#app/domains/question-bank/versions/offers.server.ts'
import { listPanels } from '#app/domains/panels/read-panel.server.ts'
import { displayNameOf } from './candidate.ts'
import { hasOtherPeople, listApplications } from './candidate-store.server.ts'
import { arrangeHome, type HomeRunning, type HomeView } from './home-view.ts'
import { countOwed } from './due/due.server.ts'
import { interviewOf, readSnapshots } from './loop-use-cases.server.ts'
import { listSessionPeople, listSessionsBetween } from './session-store.server.ts'

const dayMs = 86_400_000
const backMs = 60 * dayMs
const aheadMs = 7 * dayMs
const hourMs = 3_600_000
/** No interview is longer. */
const longestMs = 8 * hourMs

/** What needs this person: their own sessions and cards, drafts they may edit. */
export function getHome(ctx: Ctx): HomeView {
  const panels = listPanels(ctx)
  const list = panels.ok ? panels.value.panels : []
  const applications = listApplications(ctx.db, { interviewerId: null })
  return {
    ...arrangeHome(listOwnSessions(ctx), ctx.now),
    running: can(ctx.user.access, 'session.schedule', 'other') ? listRunning(ctx) : [],
    drafts: canEver(ctx.user.access, 'panel.edit')
      ? list
          .filter((panel) => panel.status === 'draft' || panel.status === 'changed')
          .filter((panel) => can(ctx.user.access, 'panel.edit', 'other') || panel.ownerId === ctx.user.id)
          .map(({ id, name, statusWords }) => ({ panelId: id, name, statusWords }))
      : [],
    owed: countOwed(ctx),
    offers: countOffers(ctx),
    steps: {
      people: hasOtherPeople(ctx.db, ctx.user.id),
      panel: list.length > 0,
      candidate: applications.length > 0,
    },
  }
}

function listOwnSessions(ctx: Ctx) {
  const span = { fromMs: ctx.now - backMs, toMs: ctx.now + aheadMs }
  const rows = listSessionsBetween(ctx.db, { interviewerId: ctx.user.id, ...span }).filter(
    (row) => row.status === 'planned' && row.withdrawnAtMs === null,
  )
  const snapshots = readSnapshots(ctx.db, rows)
  const cards = new Map(
    listSessionPeople(
      ctx.db,
      rows.map((row) => row.id),
    )
      .filter((person) => person.userId === ctx.user.id)
      .map((person) => [person.sessionId, person]),
  )
  return rows.flatMap((row) => {
    const interview = interviewOf(snapshots, row)
    const own = cards.get(row.id)
    const competencies = snapshots.get(row.panelVersionId)?.competencies ?? []
    if (row.startsAtMs === null || !interview) return []
    return {
      sessionId: row.id,
      startsAtMs: row.startsAtMs,
      minutes: interview.minutes,
      focus: interview.focus,
      candidateName: displayNameOf({ name: row.candidateName, code: row.candidateCode }),
      panelName: row.panelName,
      questions: interview.questions.length,
      competencyNames: competencies
        .filter((item) => interview.competencyIds.includes(item.id))
        .map((item) => item.name),
      scorecardId: own?.scorecardId ?? null,
      isShadow: own?.seat === 'shadow',
      isHandedIn: own !== undefined && own.submittedAtMs !== null,
      isCheckedIn: own !== undefined && own.checkedInAtMs !== null,
    }
  })
}

/** The sessions of everybody that are being held or begin within the hour, and who is there. */
function listRunning(ctx: Ctx): HomeRunning[] {
  const span = { fromMs: ctx.now - longestMs, toMs: ctx.now + hourMs }
  const rows = listSessionsBetween(ctx.db, { interviewerId: null, ...span }).filter(
    (row) => row.status === 'planned' && row.withdrawnAtMs === null,
  )
  const snapshots = readSnapshots(ctx.db, rows)
  const people = listSessionPeople(
    ctx.db,
    rows.map((row) => row.id),
  ).filter((person) => person.removedAtMs === null)
  return rows.flatMap((row) => {
    const { id, startsAtMs } = row
    const interview = interviewOf(snapshots, row)
    if (startsAtMs === null || !interview || startsAtMs + interview.minutes * 60_000 <= ctx.now) return []
    return {
      sessionId: id,
      candidateName: displayNameOf({ name: row.candidateName, code: row.candidateCode }),
      focus: interview.focus,
      startsAtMs,
      interviewers: people
        .filter((person) => person.sessionId === id)
        .map(({ name, checkedInAtMs }) => ({ name, checkedInAtMs })),
    }
  })
}
