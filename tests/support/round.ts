import { insertRound } from '#app/domains/calibration/past-rounds/store.server.ts'
import { smallPastRound } from './past-round.ts'
import { newId } from '#app/lib/new-id.server.ts'
import type { Access } from '#app/domains/people/access.ts'
import type { Person } from '#app/domains/people/person.ts'
import { emptyDraft } from '#app/domains/question-bank/question-draft.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Rating } from '#app/domains/scorecards/scorecard.ts'
import { write, type Db } from '#db/client.server.ts'
import { seedContent } from '#db/seed.ts'
import * as tables from '#db/schema/index.ts'
import type { Role } from '#rubrics/content.schema.ts'
import { shippedRubrics } from './rubrics.ts'

export const roundStartMs = Date.UTC(2026, 8, 14, 8)

/** Adds an account without a password. */
export function addPerson(db: Db, given: Partial<Person> & { access: Access }): Person {
  const id = given.id ?? newId()
  const person = {
    id,
    name: given.name ?? `Person ${id.slice(-4)}`,
    email: given.email ?? `${id}@example.org`,
    access: given.access,
  }
  write(db, (tx) =>
    tx
      .insert(tables.user)
      .values({ ...person, createdAtMs: roundStartMs })
      .run(),
  )
  return person
}

/** The snapshot of a role's recommended panel, from the shipped content. */
export function snapshotOf(
  roleId: string,
  given: { panelId: string; interviewerIds: readonly (readonly string[])[] },
): PanelSnapshot {
  const content = shippedRubrics()
  const role = content.roles.find((item) => item.id === roleId)
  const scale = content.scales.find((item) => item.id === role?.recommendedPanel.scale)
  if (!role || !scale) throw new Error(`no role ${roleId}`)
  return {
    panelId: given.panelId,
    name: `${role.name}, autumn`,
    role: { id: role.id, name: role.name },
    scale,
    competencies: role.competencies.map((entry) => {
      const competency = content.competencies.find((item) => item.id === entry.competency)
      return {
        id: entry.competency,
        name: competency?.name ?? '',
        definition: competency?.definition ?? '',
        weight: entry.weight,
        gate: entry.gate,
      }
    }),
    interviews: role.recommendedPanel.interviews.map((interview, i) => ({
      id: `${given.panelId}-interview-${i + 1}`,
      letter: String.fromCharCode(65 + i),
      focus: interview.focus,
      minutes: interview.minutes,
      competencyIds: interview.competencies,
      interviewerIds: [...(given.interviewerIds[i] ?? [])],
      questions: interview.questions.flatMap((questionId) => {
        const question = content.questions.find((item) => item.id === questionId)
        return question ? [{ questionId, versionId: `${questionId}@1`, number: 1, content: question }] : []
      }),
    })),
  }
}

/** Loads the shipped scales, competencies, questions and roles, as the start of the program does. */
export function addContent(db: Db): void {
  seedContent(db, shippedRubrics(), roundStartMs)
}

export type Round = {
  administrator: Person
  manager: Person
  coordinator: Person
  observer: Person
  /** Two a interview, in the order of the loop; the last interviewer has no session. */
  interviewers: Person[]
  panelId: string
  panelVersionId: string
  snapshot: PanelSnapshot
  candidates: { id: string; code: string; name: string; applicationId: string; sessions: RoundSession[] }[]
  /** An import of the manager's that brought nothing. */
  importId: string
  /** A question that the manager has begun to write. */
  draftId: string
  /** A round rated elsewhere: two candidates, two interviewers, one competency. */
  pastRoundId: string
}
export type RoundSession = { id: string; interviewId: string; cards: { id: string; interviewerId: string }[] }

/**
 * A published panel with candidates, sessions and empty draft cards: two interviewers in each of the first interviews.
 * @param given how many candidates (2 unless said), and of which role
 */
export function addRound(db: Db, given: { candidates?: number; roleId?: Role['id'] } = {}): Round {
  addContent(db)
  const administrator = addPerson(db, { access: 'administrator', name: 'Ada Minister' })
  const manager = addPerson(db, { access: 'manager', name: 'Mina Leader' })
  const coordinator = addPerson(db, { access: 'coordinator', name: 'Cora Plan' })
  const observer = addPerson(db, { access: 'observer', name: 'Otto Watch' })
  const roleId = given.roleId ?? 'api-integration-specialist'
  const panelId = newId()
  const loop = snapshotOf(roleId, { panelId, interviewerIds: [] }).interviews.length
  const interviewers = Array.from({ length: loop * 2 + 1 }, (_, i) =>
    addPerson(db, { access: 'interviewer', name: `Interviewer ${i + 1}` }),
  )
  const pairs = Array.from({ length: loop }, (_, i) =>
    interviewers.slice(i * 2, i * 2 + 2).map((person) => person.id),
  )
  const snapshot = snapshotOf(roleId, { panelId, interviewerIds: pairs })
  const panelVersionId = newId()

  const importId = newId()
  const draftId = newId()
  const pastRoundId = newId()

  const candidates = write(db, (tx) => {
    tx.insert(tables.importBatch)
      .values({
        id: importId,
        name: 'bank.zip',
        layout: 'bank',
        createdBy: manager.id,
        createdAtMs: roundStartMs,
      })
      .run()
    tx.insert(tables.questionDraft)
      .values({
        id: draftId,
        body: { ...emptyDraft, title: 'Half a thought' },
        revision: 1,
        createdBy: manager.id,
        createdAtMs: roundStartMs,
        updatedAtMs: roundStartMs,
      })
      .run()
    insertRound(tx, { round: smallPastRound(pastRoundId), fileHash: '0'.repeat(64), createdBy: manager.id })
    tx.insert(tables.panel)
      .values({
        id: panelId,
        roleId,
        scaleId: snapshot.scale.id,
        name: snapshot.name,
        revision: 1,
        publishedRevision: 1,
        currentVersionId: panelVersionId,
        createdBy: manager.id,
        createdAtMs: roundStartMs,
        updatedAtMs: roundStartMs,
      })
      .run()
    snapshot.competencies.forEach((entry, position) =>
      tx
        .insert(tables.panelCompetency)
        .values({ panelId, competencyId: entry.id, position, weight: entry.weight, gate: entry.gate })
        .run(),
    )
    snapshot.interviews.forEach((interview, position) => {
      const { id, focus, minutes, competencyIds } = interview
      tx.insert(tables.interview).values({ id, panelId, position, focus, minutes, competencyIds }).run()
      interview.questions.forEach((question, i) =>
        tx
          .insert(tables.interviewQuestion)
          .values({ interviewId: id, questionId: question.questionId, position: i })
          .run(),
      )
      interview.interviewerIds.forEach((userId, i) =>
        tx.insert(tables.interviewerAssignment).values({ interviewId: id, userId, position: i }).run(),
      )
    })
    tx.insert(tables.panelVersion)
      .values({
        id: panelVersionId,
        panelId,
        number: 1,
        snapshot,
        publishedBy: manager.id,
        publishedAtMs: roundStartMs,
      })
      .run()
    return Array.from({ length: given.candidates ?? 2 }, (_, i) => {
      const candidate = { id: newId(), code: `K${i + 1}M${i + 2}`, name: `Candidate ${i + 1} Testname` }
      const applicationId = newId()
      tx.insert(tables.candidate)
        .values({
          ...candidate,
          email: `candidate${i + 1}@example.org`,
          createdBy: manager.id,
          createdAtMs: roundStartMs,
        })
        .run()
      tx.insert(tables.application)
        .values({ id: applicationId, candidateId: candidate.id, panelId, createdAtMs: roundStartMs })
        .run()
      const sessions = snapshot.interviews.map((interview, position) => {
        const id = newId()
        tx.insert(tables.session)
          .values({
            id,
            applicationId,
            panelVersionId,
            interviewId: interview.id,
            startsAtMs: roundStartMs + (i * 8 + position) * 3_600_000,
            status: 'planned',
            createdAtMs: roundStartMs,
          })
          .run()
        const cards = interview.interviewerIds.map((interviewerId) => {
          tx.insert(tables.sessionInterviewer)
            .values({ sessionId: id, userId: interviewerId, addedAtMs: roundStartMs })
            .run()
          const card = { id: newId(), interviewerId }
          tx.insert(tables.scorecard)
            .values({ ...card, sessionId: id, status: 'draft', createdAtMs: roundStartMs })
            .run()
          return card
        })
        return { id, interviewId: interview.id, cards }
      })
      return { ...candidate, applicationId, sessions }
    })
  })
  return {
    administrator,
    manager,
    coordinator,
    observer,
    interviewers,
    panelId,
    panelVersionId,
    snapshot,
    candidates,
    importId,
    draftId,
    pastRoundId,
  }
}

/** Ratings of one level for every question of an interview. */
export function evenRatings(
  snapshot: PanelSnapshot,
  interviewId: string,
  level: number,
): Record<string, Rating> {
  const interview = snapshot.interviews.find((item) => item.id === interviewId)
  return Object.fromEntries(
    (interview?.questions ?? []).map((q) => [q.questionId, { state: 'rated', level }]),
  )
}
