import { expect, test } from 'vitest'
import { amendScorecard } from '#app/domains/scorecards/amend.server.ts'
import type { Person } from '#app/domains/people/person.ts'
import type { Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addPerson, addRound, roundStartMs } from '#tests/support/round.ts'
import { addToSession } from '#tests/support/shadow.ts'
import { lockDecision, reopenDecision, signDecision, unsignDecision, writeDecision } from './decide.server.ts'
import { getDecisionPanel } from './decision-panel.server.ts'
import { findOpenDebrief } from './gate.server.ts'
import { readDecisions } from './read-decision.server.ts'
import { standingWords } from './signers.ts'
import { createDebrief, findDebrief } from './store.server.ts'

const now = roundStartMs + 86_400_000
const sealedAtMs = now - 600_000

/** A round whose first candidate's debrief the manager has started. */
function setUp() {
  const db = openTestDatabase()
  const round = addRound(db)
  const [candidate] = round.candidates
  if (!candidate) throw new Error('no candidate')
  const { applicationId } = candidate
  const cards = candidate.sessions.flatMap((session) => session.cards)
  cards.forEach((_card, index) => fillCard(db, pickCard(round, index), { now: sealedAtMs, level: 2 }))
  write(db, (tx) =>
    createDebrief(tx, {
      id: 'debrief',
      applicationId,
      leadId: round.manager.id,
      revision: 1,
      speakers: [],
      topicKey: null,
      turn: 0,
      startedAtMs: sealedAtMs,
    }),
  )
  let clock = now
  const as = (user: Person) => ({ db, user, now: clock++ })
  const read = (user = round.manager) => {
    const door = findOpenDebrief(as(user), { applicationId })
    const panel = getDecisionPanel(as(user), { applicationId, zone: 'UTC' })
    if (!door.ok || !panel.ok) throw new Error(JSON.stringify([door, panel]))
    const record = readDecisions(db, [door.value.visible], panel.value.competencies).get(applicationId)
    if (!record) throw new Error('no record')
    return { ...panel.value, record }
  }
  /** What the person has before them now. */
  const seen = () => {
    const { number, version } = read().record.current
    return { applicationId, number, version }
  }
  const hire = { outcome: 'hire' as const, competencies: [], reason: 'Explains trade-offs unasked.' }
  const decide = (given: Partial<Parameters<typeof writeDecision>[1]> = {}, user = round.manager) =>
    writeDecision(as(user), { ...seen(), ...hire, ...given })
  const sign = (user: Person, stance: 'agree' | 'dissent' = 'agree', dissent = '') =>
    signDecision(as(user), { ...seen(), stance, dissent })
  const stands = () =>
    read().record.current.signers.map((signer) => `${signer.name}: ${standingWords(signer)}`)
  const revision = () => findDebrief(db, applicationId)?.revision
  return { db, round, applicationId, as, read, seen, decide, sign, stands, revision }
}

function kindOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.kind
}

function messageOf(result: Result<unknown>): string {
  if (result.ok) return ''
  if (result.error.kind === 'conflict') return result.error.message
  return result.error.kind === 'invalid' ? JSON.stringify(result.error.errors) : result.error.kind
}

test('a decision is written, signed, locked and reopened, and every step is counted and audited', () => {
  const { db, round, as, read, seen, decide, sign, stands, revision, applicationId } = setUp()
  const interviewer = pickCard(round, 0).person
  expect(decide().ok).toBe(true)
  expect(sign(interviewer, 'dissent', '  Too early.  ').ok).toBe(true)
  expect(sign(round.manager).ok).toBe(true)
  expect(stands().slice(0, 2)).toEqual(['Mina Leader: Signed, agrees', 'Interviewer 1: Signed, dissents'])
  expect(lockDecision(as(round.manager), seen()).ok).toBe(true)
  const { current } = read().record
  expect(current.locked).toMatchObject({ name: 'Mina Leader' })
  expect(current.unsigned).not.toContain('Interviewer 1')
  expect(current.unsigned).toContain('Interviewer 2')
  expect(findDebrief(db, applicationId)?.lockedAtMs).not.toBeNull()
  expect(reopenDecision(as(round.manager), { ...seen(), reopenReason: 'A reference called.' }).ok).toBe(true)
  const after = read().record
  expect(after.current).toMatchObject({ number: 2, version: 1, reason: current.reason, locked: null })
  expect(after.current.signers.map((signer) => signer.standing.state)).not.toContain('signed')
  expect(after.earlier[0]).toMatchObject({ number: 1, reopened: { reason: 'A reference called.' } })
  expect(after.earlier[0]?.signers.map((signer) => signer.standing).slice(0, 2)).toMatchObject([
    { state: 'signed', signature: { stance: 'agree' } },
    { state: 'signed', signature: { stance: 'dissent', dissent: 'Too early.' } },
  ])
  expect(findDebrief(db, applicationId)?.lockedAtMs).toBeNull()
  expect(revision()).toBe(6)
  expect(verifyAuditChain(db)).toMatchObject({ brokenAt: null })
  const actions = db.$client.prepare<[], { action: string }>('select action from audit_event').all()
  expect(actions.map((row) => row.action).filter((action) => action.startsWith('decision.'))).toEqual([
    'decision.sign',
    'decision.sign',
    'decision.lock',
    'decision.reopen',
  ])
})

test('a change of the wording leaves signatures to the earlier one, the same words leave them alone', () => {
  const { round, decide, sign, stands, seen, as } = setUp()
  const interviewer = pickCard(round, 0).person
  decide()
  sign(interviewer)
  decide({ reason: '  Explains trade-offs unasked. ' })
  expect(stands()[1]).toBe('Interviewer 1: Signed, agrees')
  decide({ reason: 'Explains trade-offs when asked.' })
  expect(stands()[1]).toBe('Interviewer 1: Signed an earlier wording (agrees)')
  sign(interviewer, 'dissent', 'Only when asked twice.')
  expect(stands()[1]).toBe('Interviewer 1: Signed, dissents')
  expect(unsignDecision(as(interviewer), seen()).ok).toBe(true)
  expect(stands()[1]).toBe('Interviewer 1: Not signed')
})

test('whoever wrote meanwhile is not overwritten, and nobody signs or locks what they have not read', () => {
  const { round, as, seen, decide, read } = setUp()
  const before = seen()
  decide()
  const other = { outcome: 'no-hire' as const, competencies: [], reason: 'Mine.' }
  const refused = writeDecision(as(round.manager), { ...before, ...other })
  expect(messageOf(refused)).toMatch(/Yours is kept below/)
  expect(read().record.current.outcome).toBe('hire')
  const signed = signDecision(as(round.manager), { ...before, stance: 'agree', dissent: '' })
  expect(messageOf(signed)).toMatch(/then sign/)
  expect(messageOf(lockDecision(as(round.manager), before))).toMatch(/then lock/)
})

test('nothing can be signed or locked before it is complete, and a dissent says why', () => {
  const { round, as, seen, decide, sign } = setUp()
  expect(kindOf(sign(round.manager))).toBe('conflict')
  expect(messageOf(lockDecision(as(round.manager), seen()))).toContain('Choose what was decided')
  decide({ reason: ' ' })
  expect(kindOf(sign(round.manager))).toBe('conflict')
  expect(messageOf(lockDecision(as(round.manager), seen()))).toContain('Write why')
  decide({ outcome: 'another-interview' })
  expect(messageOf(lockDecision(as(round.manager), seen()))).toContain('at least one competency')
  const [competency] = round.snapshot.competencies
  decide({ outcome: 'another-interview', competencies: [competency?.id ?? ''] })
  expect(messageOf(sign(round.manager, 'dissent', ' '))).toContain('what you hold against it')
  expect(lockDecision(as(round.manager), seen()).ok).toBe(true)
})

test('competencies are those of the panel, and only another interview has them', () => {
  const { round, decide, read } = setUp()
  const [competency] = round.snapshot.competencies
  expect(kindOf(decide({ outcome: 'another-interview', competencies: ['astrology'] }))).toBe('invalid')
  decide({ outcome: 'another-interview', competencies: [competency?.id ?? ''] })
  expect(read().record.current.competencyNames).toEqual([competency?.name])
  decide({ outcome: 'hold', competencies: [competency?.id ?? ''] })
  expect(read().record.current.competencyNames).toEqual([])
})

test('after the lock nothing changes but by reopening, which says why', () => {
  const { round, as, seen, decide, sign, read } = setUp()
  decide()
  lockDecision(as(round.manager), seen())
  const { current } = read().record
  expect(kindOf(decide({ reason: 'Other.' }))).toBe('conflict')
  expect(kindOf(sign(pickCard(round, 0).person))).toBe('conflict')
  expect(kindOf(unsignDecision(as(round.manager), seen()))).toBe('conflict')
  expect(kindOf(lockDecision(as(round.manager), seen()))).toBe('conflict')
  expect(read().record.current).toEqual(current)
  expect(kindOf(reopenDecision(as(round.manager), { ...seen(), reopenReason: ' ' }))).toBe('invalid')
  expect(reopenDecision(as(round.manager), { ...seen(), reopenReason: 'New facts.' }).ok).toBe(true)
  const twice = { ...seen(), number: 1, reopenReason: 'New facts.' }
  expect(messageOf(reopenDecision(as(round.manager), twice))).toMatch(/by somebody else/)
})

test('who may do what', () => {
  const { db, round, as, seen, decide, sign, read } = setUp()
  const interviewer = pickCard(round, 0).person
  decide()
  const reopen = (user: Person) => reopenDecision(as(user), { ...seen(), reopenReason: 'x' })
  for (const user of [interviewer, round.coordinator, round.observer]) {
    expect([user.access, kindOf(decide({ reason: 'Mine.' }, user))]).toEqual([user.access, 'forbidden'])
    expect([user.access, kindOf(lockDecision(as(user), seen()))]).toEqual([user.access, 'forbidden'])
    expect([user.access, kindOf(reopen(user))]).toEqual([user.access, 'forbidden'])
  }
  // They read it, and their name does not belong under it.
  const otherManager = addPerson(db, { access: 'manager', name: 'Another Manager' })
  for (const user of [otherManager, round.coordinator, round.observer, round.administrator])
    expect([user.access, kindOf(sign(user))]).toEqual([user.access, 'forbidden'])
  const stranger = round.interviewers.at(-1)
  if (!stranger) throw new Error('no stranger')
  expect(kindOf(sign(stranger))).toBe('not-found')
  expect(kindOf(sign(interviewer))).toBe('ok')
  expect(read(otherManager).maySign).toBe(false)
})

test('another manager who locks leads from then on, and the record says whose name is missing', () => {
  const { db, round, as, seen, decide, sign, read } = setUp()
  const other = addPerson(db, { access: 'manager', name: 'Another Manager' })
  decide()
  sign(round.manager)
  expect(lockDecision(as(other), seen()).ok).toBe(true)
  const { current } = read().record
  expect(current.locked?.name).toBe('Another Manager')
  expect(current.signers.map((signer) => [signer.name, signer.part])).toContainEqual([
    'Mina Leader',
    'signed before',
  ])
  expect(current.unsigned).toContain('Another Manager')
})

test('a shadow does not sign, and a card changed after the lock is told', () => {
  const { db, round, as, seen, decide, read, sign } = setUp()
  const shadow = addToSession(db, round, { of: 0 })
  fillCard(db, shadow, { now: sealedAtMs, level: 4 })
  decide()
  expect(kindOf(sign(shadow.person))).toBe('forbidden')
  expect(read().record.current.signers.map((signer) => signer.name)).not.toContain(shadow.person.name)
  lockDecision(as(round.manager), seen())
  expect(read().record.changedAfter).toEqual([])
  const card = pickCard(round, 0)
  const amended = amendScorecard(as(card.person), {
    scorecardId: card.cardId,
    fields: [
      { field: 'summary:for', base: 1, value: 'More.' },
      { field: 'summary:against', base: 1, value: 'Less.' },
    ],
    reason: 'Misheard.',
  })
  expect(amended.ok).toBe(true)
  expect(read().record.changedAfter).toMatchObject([{ interviewerName: card.person.name, what: 'amended' }])
})

test('an interviewer who is told to owe another card of the candidate is out until it is in', () => {
  const { db, round, as, read, decide, sign, applicationId } = setUp()
  const interviewer = pickCard(round, 0).person
  decide()
  expect(kindOf(sign(interviewer))).toBe('ok')
  const late = addToSession(db, round, { of: 2, person: interviewer, seat: 'interviewer' })
  expect(findOpenDebrief(as(interviewer), { applicationId }).ok).toBe(false)
  const refused = signDecision(as(interviewer), {
    applicationId,
    number: 1,
    version: 1,
    stance: 'dissent',
    dissent: 'No.',
  })
  expect(kindOf(refused)).toBe('conflict')
  fillCard(db, late, { now: now - 120_000, level: 3 })
  expect(findOpenDebrief(as(interviewer), { applicationId }).ok).toBe(true)
  expect(read(interviewer).record.current.signers[1]).toMatchObject({
    name: interviewer.name,
    standing: { state: 'signed' },
  })
})
