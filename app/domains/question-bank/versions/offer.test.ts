import { expect, test } from 'vitest'
import { findOffered, type OfferedVersion } from './offer.ts'

const shipped = (number: number, says = `shipped ${number}`): OfferedVersion => version(number, says, true)
const own = (number: number, says = `own ${number}`): OfferedVersion => version(number, says, false)

function version(number: number, says: string, isShipped: boolean): OfferedVersion {
  return { id: `v${number}`, number, contentHash: says, isShipped }
}

function offered(
  versions: readonly OfferedVersion[],
  current: number,
  declined?: number,
): string | undefined {
  const state = { currentVersionId: `v${current}`, declinedVersionId: declined ? `v${declined}` : null }
  return findOffered(versions, state)?.theirs.id
}

test.each<[string, OfferedVersion[], number, number | undefined, string | undefined]>([
  ['what nobody edited follows the program', [shipped(1), shipped(2)], 2, undefined, undefined],
  ['an edit with no newer shipped version', [shipped(1), own(2)], 2, undefined, undefined],
  ['a newer shipped version beside the team’s', [shipped(1), own(2), shipped(3)], 2, undefined, 'v3'],
  ['one that was declined', [shipped(1), own(2), shipped(3)], 2, 3, undefined],
  ['one newer than the declined one', [shipped(1), own(2), shipped(3), shipped(4)], 2, 3, 'v4'],
  [
    'one that the team edited past without looking',
    [shipped(1), own(2), shipped(3), own(4)],
    4,
    undefined,
    'v3',
  ],
  ['one that was taken', [shipped(1), own(2), shipped(3)], 3, undefined, undefined],
  [
    'one that says what the team says',
    [shipped(1), own(2, 'same'), shipped(3, 'same')],
    2,
    undefined,
    undefined,
  ],
  ['a question of the team’s own', [own(1), own(2)], 2, undefined, undefined],
])('%s', (_, versions, current, declined, expected) => {
  expect(offered(versions, current, declined)).toBe(expected)
})
