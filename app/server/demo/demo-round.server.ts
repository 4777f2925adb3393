import { createPanel } from '#app/domains/panels/create-panel.server.ts'
import { findPanel, readArrangement } from '#app/domains/panels/store.server.ts'
import { publishPanel } from '#app/domains/panels/publish-panel.server.ts'
import { editPanel } from '#app/domains/panels/use-cases.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Person } from '#app/domains/people/person.ts'
import { createUser } from '#app/domains/people/store.server.ts'
import { addGuest } from '#app/domains/scheduling/guests/guest-use-cases.server.ts'
import {
  addToPanel,
  createCandidate,
  setWithdrawn,
} from '#app/domains/scheduling/candidate-use-cases.server.ts'
import { usualHours } from '#app/domains/scheduling/guests/guest.ts'
import { planLoop } from '#app/domains/scheduling/loop-use-cases.server.ts'
import { listSessionsOfApplication } from '#app/domains/scheduling/session-store.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { write, type Db } from '#db/client.server.ts'
import { candidates, type DemoCandidate } from './candidates.ts'
import { cast, emailOf, panels, type DemoPanel } from './cast.ts'
import { holdSessions, type Players } from './demo-sessions.server.ts'
import { demoTime } from './demo-time.ts'
import { must } from './must.ts'

/**
 * Fills an empty database with a hiring round that has been going on for two weeks, all or nothing.
 * @param now the moment around which the round lies: sessions behind it, today's and tomorrow's ahead
 */
export function addDemoRound(db: Db, now: number): void {
  write(db, () => {
    const player = addCast(db, demoTime(now, -15, [8, 30]))
    const manager = player('ottilie')
    const published = {
      api: addPanel(db, panels.api, { manager, player, atMs: demoTime(now, -12, [9, 10]), publish: true }),
      architect: addPanel(db, panels.architect, {
        manager,
        player,
        atMs: demoTime(now, -11, [14, 0]),
        publish: true,
      }),
    }
    const coordinator = player('rafael')
    const planned = candidates.map((candidate, index) => {
      const ctx = { db, user: coordinator, now: demoTime(now, -9, [10, index * 5]) }
      const panel = published[candidate.panel]
      const { candidateId } = must(
        createCandidate(ctx, {
          formKey: newId(),
          name: candidate.name,
          email: candidate.email,
          code: undefined,
          cvUrl: candidate.cvUrl,
          panelId: undefined,
        }),
      )
      const { applicationId } = must(addToPanel(ctx, { candidateId, panelId: panel.panelId }))
      const sessions = candidate.sessions.map((session, position) => ({
        interviewId: panel.interviewIds[position] ?? '',
        startsAtMs: demoTime(now, session.day, session.time),
        interviewerIds: interviewersOf(candidate, position).map((key) => player(key).id),
        shadowIds: candidate.shadow?.position === position ? [player(candidate.shadow.by).id] : [],
      }))
      must(planLoop(ctx, { formKey: newId(), applicationId, sessions }))
      return { candidate, applicationId }
    })
    addPanel(db, panels.engineer, { manager, player, atMs: demoTime(now, -2, [16, 20]), publish: false })
    holdSessions(db, { planned, player, now })
    for (const { candidate, applicationId } of planned) {
      if (candidate.withdrawnOn !== undefined) {
        const then = demoTime(now, candidate.withdrawnOn, [12, 10])
        must(setWithdrawn({ db, user: coordinator, now: then }, { applicationId, isWithdrawn: true }))
      }
      const { interviewIds } = published[candidate.panel]
      const ctx = { db, user: coordinator, now: demoTime(now, -1, [16, 45]) }
      inviteGuest(ctx, { candidate, applicationId, interviewIds })
      if (!candidate.again) continue
      const { position, day, time } = candidate.again
      const interviewId = interviewIds[position] ?? ''
      const interviewerIds = interviewersOf(candidate, position).map((key) => player(key).id)
      const session = { interviewId, startsAtMs: demoTime(now, day, time), interviewerIds, shadowIds: [] }
      must(planLoop(ctx, { formKey: newId(), applicationId, sessions: [session] }))
    }
  })
}

function interviewersOf(candidate: DemoCandidate, position: number): readonly string[] {
  return candidate.by?.[position] ?? panels[candidate.panel].interviewers[position] ?? []
}

function inviteGuest(
  ctx: Ctx,
  of: { candidate: DemoCandidate; applicationId: string; interviewIds: readonly string[] },
): void {
  const { guest } = of.candidate
  if (!guest) return
  const { position, name, note } = guest
  const session = listSessionsOfApplication(ctx.db, of).find(
    (held) => held.interviewId === of.interviewIds[position],
  )
  if (!session) throw new Error(`the demo has no interview ${position} for a guest`)
  must(addGuest(ctx, { sessionId: session.id, formKey: newId(), name, note, hours: usualHours }))
}

function addCast(db: Db, atMs: number): Players {
  const people = new Map(
    cast.map(({ key, name, access }) => [key, { id: newId(), name, email: emailOf(key), access }]),
  )
  write(db, (tx) => {
    for (const person of people.values()) createUser(tx, { ...person, createdAtMs: atMs })
  })
  return (key) => {
    const person = people.get(key)
    if (!person) throw new Error(`the demo has no ${key}`)
    return person
  }
}

function addPanel(
  db: Db,
  plan: DemoPanel,
  given: { manager: Person; player: Players; atMs: number; publish: boolean },
): { panelId: string; interviewIds: string[] } {
  const ctx = { db, user: given.manager, now: given.atMs }
  const { panelId } = must(
    createPanel(ctx, {
      formKey: newId(),
      name: plan.name,
      roleId: plan.roleId,
      start: { from: 'recommended' },
    }),
  )
  const row = findPanel(db, panelId)
  if (!row) throw new Error('the demo panel is not there')
  const interviewIds = readArrangement(db, row).interviews.map((interview) => interview.id)
  let revision = row.revision
  plan.interviewers.forEach((keys, position) => {
    for (const key of keys) {
      const interviewId = interviewIds[position] ?? ''
      const edit = { intent: 'assign-interviewer', interviewId, userId: given.player(key).id } as const
      revision = must(editPanel(ctx, { panelId, revision, edit })).revision
    }
  })
  if (given.publish)
    must(publishPanel({ ...ctx, now: ctx.now + 1_200_000 }, { panelId, revision, formKey: newId() }))
  return { panelId, interviewIds }
}
