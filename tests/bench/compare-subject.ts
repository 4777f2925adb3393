// What the benchmark of the comparison measures: a published panel with thousands of filled scorecards, and the engine.
import { newId } from '#app/lib/new-id.server.ts'
import { recordFrom } from '#app/domains/scorecards/scorecard-record.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { closeDatabase, openDatabase, write, type Db, type Tx } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import * as tables from '#db/schema/index.ts'
import { addPerson, addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { simulatePanel } from '#tests/support/simulated-panel.ts'
import { addSignIn } from './bench-sign-in.ts'

export { calibrate } from '#app/domains/measurement/calibrate.ts'
export { paths } from '#app/paths.ts'
export { simulatePanel }

export const competencyCount = 12
export const seats = 4
const interviewers = 40
const note = 'She drew the queue before the worker and said which of the two may be lost. '

/** The ratings that these many candidates get: each meets four of forty people, and each of those rates everything. */
export function simulateRatings(candidates: number) {
  const shape = { candidates, interviewers, perCandidate: seats, competencies: competencyCount }
  return simulatePanel({ seed: 12, ...shape, isRounded: true }).ratings
}

/**
 * Makes a database with one panel that these many candidates have gone through, every scorecard handed in.
 * @param file a path that does not exist yet
 */
export function addLargePanel(file: string, candidates: number): { panelId: string; cookie: string } {
  const db = openDatabase(file)
  migrate(db)
  const round = addRound(db, { candidates: 0, roleId: 'api-integration-specialist' })
  const people = Array.from({ length: interviewers }, (_, i) =>
    addPerson(db, { access: 'interviewer', name: `Interviewer ${String(i + 1).padStart(2, '0')}` }),
  )
  const snapshot = widen(round.snapshot)
  const versionId = newId()
  const cookie = write(db, (tx) => {
    publish(tx, round, { versionId, snapshot })
    return addSignIn(tx, round.manager.id)
  })
  const levels = new Map<string, number>()
  for (const { candidate, interviewer, competency, rating } of simulateRatings(candidates))
    levels.set(`${candidate} ${interviewer} ${competency}`, rating)
  fill(db, {
    candidates,
    versionId,
    snapshot,
    createdBy: round.manager.id,
    panelId: round.panelId,
    personOf: (candidate, seat) => people[(candidate + seat) % interviewers]?.id ?? '',
    levelOf: (candidate, seat, competency) =>
      levels.get(`c${candidate} i${(candidate + seat) % interviewers} k${competency}`) ?? 2,
  })
  closeDatabase(db)
  return { panelId: round.panelId, cookie }
}

/** Somebody who saves into the same database from another place, as interviewers do all day. */
export function openElsewhere(file: string): { save: () => void; close: () => void } {
  const db = openDatabase(file)
  const touch = db.$client.prepare('update question_draft set updated_at_ms = updated_at_ms + 1')
  return { save: () => void touch.run(), close: () => closeDatabase(db) }
}

/** The same panel with a question of every competency in every interview, so that each interviewer rates all twelve. */
function widen(snapshot: PanelSnapshot): PanelSnapshot {
  const { questions } = shippedRubrics()
  const ids = snapshot.competencies.map((competency) => competency.id)
  if (ids.length !== competencyCount) throw new Error(`the panel has ${ids.length} competencies`)
  return {
    ...snapshot,
    interviews: snapshot.interviews.map((interview, seat) => ({
      ...interview,
      competencyIds: ids,
      questions: ids.map((id) => {
        const own = questions.filter((question) => question.primaryCompetency === id)
        const content = own[seat % own.length]
        if (!content) throw new Error(`no question of ${id}`)
        return { questionId: content.id, versionId: `${content.id}@1`, number: 1, content }
      }),
    })),
  }
}

function publish(tx: Tx, round: Round, version: { versionId: string; snapshot: PanelSnapshot }): void {
  const { panelId, manager } = round
  tx.insert(tables.panelVersion)
    .values({
      id: version.versionId,
      panelId,
      number: 2,
      snapshot: version.snapshot,
      publishedBy: manager.id,
      publishedAtMs: roundStartMs,
    })
    .run()
  tx.update(tables.panel).set({ currentVersionId: version.versionId, publishedRevision: 1 }).run()
}

type Filling = {
  candidates: number
  panelId: string
  versionId: string
  snapshot: PanelSnapshot
  createdBy: string
  personOf: (candidate: number, seat: number) => string
  levelOf: (candidate: number, seat: number, competency: number) => number
}

function fill(db: Db, given: Filling): void {
  const { panelId, versionId, snapshot } = given
  const field = db.$client.prepare(
    'insert into scorecard_field (scorecard_id, field, version, value, at_ms) values (?, ?, 1, ?, ?)',
  )
  write(db, (tx) => {
    for (let c = 0; c < given.candidates; c++) {
      const [candidateId, applicationId] = [newId(), newId()]
      const atMs = roundStartMs + c
      tx.insert(tables.candidate)
        .values({
          id: candidateId,
          code: `K${c}`,
          name: `Candidate ${String(c + 1).padStart(4, '0')} ${surnames[c % surnames.length] ?? ''}`,
          createdBy: given.createdBy,
          createdAtMs: atMs,
        })
        .run()
      tx.insert(tables.application)
        .values({ id: applicationId, candidateId, panelId, createdAtMs: atMs })
        .run()
      for (const [seat, interview] of snapshot.interviews.entries()) {
        const [sessionId, scorecardId] = [newId(), newId()]
        const interviewerId = given.personOf(c, seat)
        const values = listFields(interview, (competency) => given.levelOf(c, seat, competency))
        tx.insert(tables.session)
          .values({
            id: sessionId,
            applicationId,
            panelVersionId: versionId,
            interviewId: interview.id,
            startsAtMs: atMs,
            status: 'planned',
            createdAtMs: atMs,
          })
          .run()
        tx.insert(tables.sessionInterviewer)
          .values({ sessionId, userId: interviewerId, addedAtMs: atMs })
          .run()
        tx.insert(tables.scorecard)
          .values({
            id: scorecardId,
            sessionId,
            interviewerId,
            status: 'submitted',
            createdAtMs: atMs,
            submittedAtMs: atMs,
            submitted: recordFrom(values, interview),
          })
          .run()
        for (const [name, value] of Object.entries(values))
          field.run(scorecardId, name, JSON.stringify(value), atMs)
      }
    }
  })
}

const surnames = ['Almeida', 'Berg', 'Castillo', 'Dahl', 'Eze', 'Farouk', 'Grant', 'Hoang', 'Ito', 'Jansen']

function listFields(
  interview: PanelSnapshot['interviews'][number],
  levelOf: (competency: number) => number,
): Record<string, unknown> {
  const levels = interview.questions.map((_, competency) => levelOf(competency))
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
  return {
    ...Object.fromEntries(
      interview.questions.flatMap(({ questionId }, at) => [
        [`rating:${questionId}`, { state: 'rated', level: levels[at] }],
        [`evidence:${questionId}`, note],
      ]),
    ),
    'summary:for': note,
    'summary:against': note,
    recommendation: mean > 3.2 ? 'strong-yes' : mean > 2.5 ? 'yes' : mean > 1.8 ? 'no' : 'strong-no',
  }
}
