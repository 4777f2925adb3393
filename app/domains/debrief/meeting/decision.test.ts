import { describe, expect, test } from 'vitest'
import {
  emptyDecision,
  isComplete,
  isSameWording,
  listLacking,
  reopenedFrom,
  standOf,
  whyNot,
  type Decision,
  type DecisionStep,
  type Signature,
} from './decision.ts'
import { joinAll, listSigners, listUnsigned, standingWords } from './signers.ts'

const written: Decision = {
  ...emptyDecision,
  version: 3,
  outcome: 'hire',
  reason: 'Explains trade-offs without being asked.',
}
const locked: Decision = { ...written, lockedAtMs: 5 }

describe('what a wording lacks', () => {
  test.each([
    [{}, []],
    [{ outcome: null }, ['outcome']],
    [{ reason: '  \n ' }, ['reason']],
    [{ outcome: 'another-interview' }, ['competencies']],
    [{ outcome: 'another-interview', competencyIds: ['api-design'] }, []],
    [{ outcome: 'another-interview', reason: '' }, ['competencies', 'reason']],
    [{ outcome: 'no-hire' }, []],
    [{ outcome: 'hold', reason: '' }, ['reason']],
  ] satisfies [Partial<Decision>, string[]][])('%j lacks %j', (change, fields) => {
    const wording = { ...written, ...change }
    expect(Object.keys(listLacking(wording))).toEqual(fields)
    expect(isComplete(wording)).toBe(fields.length === 0)
  })
})

describe('a wording is the same', () => {
  test.each([
    ['with spaces around the reason', { reason: `  ${written.reason}\n` }, true],
    ['with competencies that only another interview has', { competencyIds: ['api-design'] }, true],
    ['with another outcome', { outcome: 'no-hire' }, false],
    ['with another reason', { reason: 'Luck.' }, false],
  ] satisfies [string, Partial<Decision>, boolean][])('%s: %s', (_, change, isSame) => {
    expect(isSameWording(written, { ...written, ...change })).toBe(isSame)
  })
  test('whatever the order of its competencies', () => {
    const of = (competencyIds: string[]) => ({
      ...written,
      outcome: 'another-interview' as const,
      competencyIds,
    })
    expect(isSameWording(of(['a', 'b']), of(['b', 'a', 'b']))).toBe(true)
    expect(isSameWording(of(['a', 'b']), of(['a']))).toBe(false)
  })
})

describe('a step is refused in words', () => {
  test.each([
    ['write', emptyDecision, { number: 1, version: 0 }, undefined],
    ['write', written, { number: 1, version: 3 }, undefined],
    ['write', written, { number: 1, version: 2 }, /changed the decision while you wrote/],
    ['write', locked, { number: 1, version: 3 }, /is locked/],
    ['sign', written, { number: 1, version: 3 }, undefined],
    ['sign', written, { number: 1, version: 2 }, /then sign/],
    ['sign', locked, { number: 1, version: 3 }, /is locked/],
    ['lock', written, { number: 1, version: 3 }, undefined],
    ['lock', written, { number: 1, version: 1 }, /then lock/],
    ['lock', locked, { number: 1, version: 3 }, /is locked/],
    ['reopen', locked, { number: 1, version: 3 }, undefined],
    ['reopen', written, { number: 1, version: 3 }, /not locked/],
    // What was seen under the first number says nothing about the second, whatever the wording's count.
    ['sign', { ...written, number: 2 }, { number: 1, version: 3 }, /then sign/],
    ['reopen', { ...locked, number: 2 }, { number: 1, version: 3 }, /reopened by somebody else/],
  ] satisfies [DecisionStep, Decision, { number: number; version: number }, RegExp | undefined][])(
    '%s at %j, seen %j',
    (step, decision, seen, words) => {
      const why = whyNot(step, decision, seen)
      if (words) expect(why).toMatch(words)
      else expect(why).toBeUndefined()
    },
  )
})

test('a reopened decision starts from what was locked and is nobody’s yet', () => {
  const next = reopenedFrom(locked)
  expect(next).toEqual({ ...locked, number: 2, version: 1, lockedAtMs: null })
  expect(standOf('u1', next, [])).toEqual({ state: 'unsigned' })
})

function sign(userId: string, given: Partial<Signature> = {}): Signature & { name: string } {
  return {
    userId,
    name: `Name ${userId}`,
    decisionVersion: 3,
    stance: 'agree',
    dissent: null,
    atMs: 1,
    ...given,
  }
}

const interviewers = [
  { id: 'tom', name: 'Tom', isGuest: false },
  { id: 'ana', name: 'Ana', isGuest: false },
  { id: 'gil', name: 'Gil', isGuest: true },
  // Held two interviews.
  { id: 'tom', name: 'Tom', isGuest: false },
] as const

test('the lead signs first, each interviewer once, and a guest on paper', () => {
  const signers = listSigners({
    interviewers,
    lead: { id: 'lee', name: 'Lee' },
    decision: written,
    signatures: [],
  })
  expect(signers.map((signer) => [signer.name, signer.part, standingWords(signer)])).toEqual([
    ['Lee', 'leads the debrief', 'Not signed'],
    ['Ana', 'interviewer', 'Not signed'],
    ['Tom', 'interviewer', 'Not signed'],
    ['Gil', 'guest', 'Guest, signs on paper'],
  ])
  expect(joinAll(listUnsigned(signers).map(({ name }) => name))).toBe('Lee, Ana and Tom')
})

test('a lead who interviewed is one person', () => {
  const signers = listSigners({
    interviewers,
    lead: { id: 'ana', name: 'Ana' },
    decision: written,
    signatures: [],
  })
  expect(signers.map((signer) => signer.part)).toEqual(['interviewer and lead', 'interviewer', 'guest'])
})

test.each([
  ['agree', 3, 'Signed, agrees', []],
  ['dissent', 3, 'Signed, dissents', []],
  ['agree', 2, 'Signed an earlier wording (agrees)', ['Tom']],
  ['dissent', 1, 'Signed an earlier wording (dissents)', ['Tom']],
] as const)(
  'a signature to %s given to wording %i of 3 reads "%s"',
  (stance, decisionVersion, words, missing) => {
    const signers = listSigners({
      interviewers: interviewers.slice(0, 1),
      lead: { id: 'lee', name: 'Lee' },
      decision: written,
      signatures: [sign('lee'), sign('tom', { stance, decisionVersion, dissent: 'Too early.' })],
    })
    expect(signers.map(standingWords)).toEqual(['Signed, agrees', words])
    expect(listUnsigned(signers).map(({ name }) => name)).toEqual(missing)
  },
)

test('a name under the decision stays when its writer belongs to the debrief no more', () => {
  const signers = listSigners({
    interviewers: [],
    lead: { id: 'lee', name: 'Lee' },
    decision: written,
    signatures: [sign('lee'), sign('old', { decisionVersion: 1 })],
  })
  expect(signers.map((signer) => signer.part)).toEqual(['leads the debrief', 'signed before'])
  expect(listUnsigned(signers)).toEqual([])
})
