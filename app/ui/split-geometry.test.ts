import { expect, test } from 'vitest'
import { splitGeometry } from './split-geometry.ts'

function person(id: string, level: number) {
  return { id, name: id, level }
}

test('people who gave the same level stand beside each other', () => {
  const { people } = splitGeometry([person('a', 2), person('b', 4), person('c', 2)], 4)
  expect(people.map(({ nudge }) => nudge)).toEqual([-14, 0, 14])
})

test('a bracket spans lowest to highest from two levels on', () => {
  expect(splitGeometry([person('a', 1), person('b', 4)], 4).bracket).toEqual({ from: 0, to: 100, apart: 3 })
  expect(splitGeometry([person('a', 2), person('b', 3)], 4).bracket).toBeNull()
})

test('nobody gives no bracket', () => {
  expect(splitGeometry([], 4)).toEqual({ people: [], bracket: null })
})
