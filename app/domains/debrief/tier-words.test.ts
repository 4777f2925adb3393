import { expect, test } from 'vitest'
import type { Lead, Tier } from './calibration-summary.ts'
import { nameTier, writeGroup, writeLead } from './tier-words.ts'

function tier(applicationIds: string[], lead: Pick<Lead, 'p' | 'standing'> | null): Tier {
  return {
    key: '1',
    group: 0,
    tier: 1,
    applicationIds,
    lead: lead && { above: 'jonas', below: 'farah', ...lead },
  }
}
const nameOf = (id: string) => id.charAt(0).toUpperCase() + id.slice(1)

test.each<[Tier, string | undefined, string | undefined]>([
  [
    tier(['ana', 'jonas'], { p: 0.83, standing: 'probably ahead' }),
    'The two above are probably ahead of all below',
    'Jonas before Farah: 83 in 100',
  ],
  [
    tier(['jonas'], { p: 0.994, standing: 'clearly ahead' }),
    'The one above is clearly ahead of all below',
    'Jonas before Farah: 99 in 100',
  ],
  [
    tier(['ana', 'jonas'], { p: 0.7, standing: 'cannot tell' }),
    'Next tier: Ana is ahead of the first below',
    'not every pair across this line can be told apart; Jonas before Farah: 70 in 100',
  ],
  [tier(['ana'], null), undefined, undefined],
])('the line under a tier says no more than its worst pair allows', (one, title, detail) => {
  expect(writeLead(one, nameOf)?.title).toBe(title)
  expect(writeLead(one, nameOf)?.detail).toBe(detail)
})

test('groups are named only where there are several', () => {
  expect(writeGroup(tier(['ana'], null), 1)).toBeNull()
  expect(writeGroup({ ...tier(['ana'], null), group: 1 }, 2)?.title).toBe('Group 2 of 2')
  expect(nameTier(tier(['ana'], null), 1)).toBe('Tier 1')
  expect(nameTier({ ...tier(['ana'], null), group: 1 }, 2)).toBe('Group 2, tier 1')
})
