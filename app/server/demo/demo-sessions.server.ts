import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { checkIn } from '#app/domains/scorecards/check-in.server.ts'
import { applyOperation } from '#app/domains/scorecards/operations.server.ts'
import { listOwedCards } from '#app/domains/scorecards/store.server.ts'
import { findSnapshot, listSessionsOfApplication } from '#app/domains/scheduling/session-store.server.ts'
import type { Person } from '#app/domains/people/person.ts'
import { setSessionStatus } from '#app/domains/scheduling/session-use-cases.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { write, type Db } from '#db/client.server.ts'
import type { DemoCandidate, DemoSession } from './candidates.ts'
import { cast } from './cast.ts'
import { demoCard, halfCard, type CardField, type Notebook } from './demo-card.ts'
import { seededRandom, seedOf } from './random.ts'
import { must } from './must.ts'

const minuteMs = 60_000
/** So long after the interview a card that is late comes in. */
const lateMinutes = 30 * 60

/** Somebody of the cast as an account. */
export type Players = (key: string) => Person

type Planned = { candidate: DemoCandidate; applicationId: string }
type Given = { planned: readonly Planned[]; player: Players; now: number }

/** Holds, cancels and misses the sessions of the round, and fills the cards, in the order of time. */
export function holdSessions(db: Db, given: Given): void {
  const notebook: Notebook = new Map()
  const held = given.planned
    .flatMap(({ candidate, applicationId }) =>
      listSessionsOfApplication(db, { applicationId }).flatMap((row) => {
        const snapshot = findSnapshot(db, row.panelVersionId)
        const position = snapshot?.interviews.findIndex((interview) => interview.id === row.interviewId) ?? -1
        const plan = candidate.sessions[position]
        return snapshot && plan ? [{ candidate, row, snapshot, position, plan }] : []
      }),
    )
    .toSorted((a, b) => (a.row.startsAtMs ?? 0) - (b.row.startsAtMs ?? 0))
  for (const session of held) {
    const outcome = session.plan.outcome
    if (outcome.kind === 'no-show' || outcome.kind === 'cancelled') {
      const minutes = outcome.kind === 'no-show' ? 20 : -180
      const now = (session.row.startsAtMs ?? given.now) + minutes * minuteMs
      const ctx = { db, user: given.player('rafael'), now }
      must(setSessionStatus(ctx, { sessionId: session.row.id, status: outcome.kind }))
    }
    if (outcome.kind === 'done' || outcome.kind === 'cards') fillCards(db, { ...given, ...session, notebook })
  }
}

type Held = {
  candidate: DemoCandidate
  row: ReturnType<typeof listSessionsOfApplication>[number]
  snapshot: PanelSnapshot
  position: number
  plan: DemoSession
  notebook: Notebook
}

function fillCards(db: Db, given: Given & Held): void {
  const { candidate, row, snapshot, position, notebook } = given
  const interview = snapshot.interviews[position]
  if (!interview) return
  const outcome = given.plan.outcome
  const drafts: readonly string[] = outcome.kind === 'cards' ? (outcome.draft ?? []) : []
  const missing: readonly string[] = outcome.kind === 'cards' ? (outcome.missing ?? []) : []
  for (const card of listOwedCards(db, [row.applicationId]).filter((owed) => owed.sessionId === row.id)) {
    const interviewer = cast.find(({ key }) => given.player(key).id === card.interviewerId)
    if (!interviewer || missing.includes(interviewer.key)) continue
    const startMs = row.startsAtMs ?? given.now
    // Of its own for each card, so that a candidate more or less changes nobody else's.
    const random = seededRandom(seedOf(`${candidate.name} ${position} ${interviewer.key}`))
    const fields = demoCard({ candidate, interviewer, interview, position, startMs, random, notebook })
    const isLate = candidate.late?.some(
      (entry) => entry.interview === position && entry.by === interviewer.key,
    )
    const afterwards = isLate ? lateMinutes : Math.round(random() * 90)
    const isDraft = drafts.includes(interviewer.key)
    const early = {
      db,
      user: given.player(interviewer.key),
      now: startMs - 3 * minuteMs,
    }
    must(checkIn(early, { sessionId: row.id }))
    writeCard(db, {
      scorecardId: card.scorecardId,
      user: given.player(interviewer.key),
      fields: isDraft ? halfCard(fields, interview) : [...fields, { field: 'submit', value: true }],
      startMs,
      endMs: startMs + (interview.minutes + 10 + afterwards) * minuteMs,
    })
  }
}

function writeCard(
  db: Db,
  given: { scorecardId: string; user: Person; fields: readonly CardField[]; startMs: number; endMs: number },
): void {
  const { scorecardId, user, fields, startMs, endMs } = given
  write(db, (tx) => {
    fields.forEach(({ field, value }, index) => {
      const now = Math.round(startMs + ((endMs - startMs) * (index + 1)) / fields.length)
      const answer = applyOperation({ db, user, now }, tx, {
        opId: newId(),
        scorecardId,
        field,
        base: 0,
        value,
      })
      if (answer.outcome !== 'applied') throw new Error(`the demo was refused: ${JSON.stringify(answer)}`)
    })
  })
}
