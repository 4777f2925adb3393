import { expect, test } from 'vitest'
import type { Person } from '#app/domains/people/person.ts'
import { pickCard } from '#tests/support/cards.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { getBriefing } from './briefing.server.ts'
import { setCvUrl } from './candidate-use-cases.server.ts'

function setUp() {
  const db = openTestDatabase()
  const round = addRound(db)
  const { person, sessionId, cardId } = pickCard(round, 0)
  const read = (user: Person) => {
    const result = getBriefing({ db, user, now: roundStartMs }, { sessionId })
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    return result.value
  }
  const cvUrl = 'https://example.org/cv'
  const candidateId = round.candidates[0]?.id ?? ''
  setCvUrl({ db, user: round.coordinator, now: roundStartMs }, { candidateId, cvUrl })
  return { db, round, person, sessionId, cardId, read, cvUrl }
}

test('an interviewer learns with whom they sit, who asks what else, and where the CV is', () => {
  const { round, person, cardId, read, cvUrl } = setUp()
  const briefing = read(person)
  expect(briefing.people.map(({ name, isSelf }) => [name, isSelf])).toEqual([
    [round.interviewers[0]?.name, true],
    [round.interviewers[1]?.name, false],
  ])
  const next = round.snapshot.interviews[1]?.id ?? ''
  expect(briefing.otherPeople[next]).toEqual([round.interviewers[2]?.name, round.interviewers[3]?.name])
  expect(briefing.others[0]?.titles.length).toBeGreaterThan(0)
  expect(briefing.candidate.cvUrl).toBe(cvUrl)
  expect(briefing.own).toEqual({ scorecardId: cardId, isHandedIn: false, checkedInAtMs: null })
})

test('who arranges interviews reads it without a card of their own', () => {
  const { round, read } = setUp()
  expect(read(round.coordinator).own).toBeNull()
})

test('a guest learns what the others cover, and neither their questions, their names nor the CV', () => {
  const { person, read } = setUp()
  const briefing = read({ ...person, access: 'guest' })
  expect(briefing.others.flatMap((other) => other.titles)).toEqual([])
  expect(briefing.others.every((other) => other.competencyNames.length > 0)).toBe(true)
  expect(briefing.otherPeople).toEqual({})
  expect(briefing.candidate.cvUrl).toBeNull()
  expect(briefing.mayLook).toBe(false)
})

test('a session of others is not there', () => {
  const { db, round, sessionId } = setUp()
  const user = round.interviewers.at(-1) ?? round.manager
  expect(getBriefing({ db, user, now: roundStartMs }, { sessionId })).toMatchObject({
    error: { kind: 'not-found' },
  })
})
