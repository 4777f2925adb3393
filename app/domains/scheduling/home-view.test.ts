import { expect, test } from 'vitest'
import { arrangeHome, type HomeSession } from './home-view.ts'

const now = 100 * 3_600_000

function session(hours: number, given: Partial<HomeSession> = {}) {
  return {
    sessionId: `s${hours}`,
    startsAtMs: now + hours * 3_600_000,
    minutes: 60,
    focus: 'API craft',
    candidateName: 'Ana',
    panelName: 'Autumn',
    questions: 4,
    competencyNames: [],
    scorecardId: `c${hours}`,
    isHandedIn: false,
    isCheckedIn: false,
    isShadow: false,
    ...given,
  }
}

test('the session under way is the next one, the others follow by time', () => {
  const home = arrangeHome([session(5), session(-0.5), session(1)], now)
  expect(home.next?.sessionId).toBe('s-0.5')
  expect(home.coming.map((item) => item.sessionId)).toEqual(['s1', 's5'])
  expect(home.due).toEqual([])
})

test('a card is due once its session is over, oldest first, and not after it was handed in', () => {
  const home = arrangeHome([session(-2), session(-30), session(-4, { isHandedIn: true })], now)
  expect(home.due.map((card) => card.scorecardId)).toEqual(['c-30', 'c-2'])
  expect(home.next).toBeNull()
})

test('a session that one only organises owes no card', () => {
  expect(arrangeHome([session(-2, { scorecardId: null })], now).due).toEqual([])
})
