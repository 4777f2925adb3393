import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHistory, type EditKind, type LoggedEdit } from './edit-history.ts'

test('a draft nobody edited has nothing to undo or to do again', () => {
  expect(readHistory([])).toEqual({ undo: null, redo: null })
})

test('whatever is edited, undone and done again, each step leads to the state that a person would expect', () => {
  const moves = fc.array(fc.constantFrom<EditKind>('edit', 'undo', 'redo'), { maxLength: 60 })
  fc.assert(
    fc.property(moves, (kinds) => {
      // The plain model: the states passed through, and the place in them.
      let states = [0]
      let place = 0
      const log: (LoggedEdit & { found: number })[] = []
      for (const kind of kinds) {
        const { undo, redo } = readHistory(log)
        expect(undo !== null).toBe(place > 0)
        expect(redo !== null).toBe(place < states.length - 1)
        const step = kind === 'undo' ? undo : kind === 'redo' ? redo : null
        if (kind !== 'edit' && !step) continue
        const revision = log.length + 1
        log.push({ revision, kind, words: step?.words ?? `edit ${revision}`, found: states[place] ?? NaN })
        if (step) {
          place += kind === 'undo' ? -1 : 1
          expect(log[step.foundBy - 1]?.found).toBe(states[place])
        } else {
          states = [...states.slice(0, place + 1), revision]
          place++
        }
      }
    }),
  )
})
