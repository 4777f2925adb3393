import { expect, test } from 'vitest'
import { debriefWords, sortLines, type DebriefLine, type DebriefStanding } from './standing.ts'

test.each([
  [{ kind: 'waiting', words: '3 of 4 scorecards are in.' }, '3 of 4 scorecards are in.'],
  [{ kind: 'ready' }, 'Ready to start'],
  [{ kind: 'open', leadName: 'Mina' }, 'Open, led by Mina'],
  [{ kind: 'decided', outcome: 'hire', isLocked: true, isReopened: false }, 'Hire, locked'],
  [{ kind: 'decided', outcome: 'hold', isLocked: true, isReopened: true }, 'Hold, locked'],
  [{ kind: 'decided', outcome: 'no-hire', isLocked: false, isReopened: false }, 'No hire, not locked'],
  [{ kind: 'decided', outcome: 'hire', isLocked: false, isReopened: true }, 'Hire, reopened'],
] satisfies [DebriefStanding, string][])('%j reads "%s"', (standing, words) => {
  expect(debriefWords(standing)).toBe(words)
})

test('most disagreement stands first, closed candidates last', () => {
  const line = (name: string, points: number | null, widest: number): DebriefLine => ({
    applicationId: name,
    name,
    standing: { kind: 'ready' },
    points,
    widest,
  })
  const lines = [
    line('Closed', null, 0),
    line('Zoe', 0, 0),
    line('Ana', 0, 0),
    line('Few', 1, 3),
    line('Many', 4, 3),
    line('Some', 5, 2),
  ]
  expect(sortLines(lines).map(({ name }) => name)).toEqual(['Many', 'Few', 'Some', 'Ana', 'Zoe', 'Closed'])
})
