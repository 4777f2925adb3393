import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipAroundMatch, hasMatch, readSegments, type Segment } from './found-text.ts'

const textOf = (segments: readonly Segment[]) => segments.map((segment) => segment.text).join('')

test('signs become pieces, and markup stays text', () => {
  expect(readSegments('A \uE000dead\uE001 <b>letter</b>')).toEqual([
    { text: 'A ', isMatch: false },
    { text: 'dead', isMatch: true },
    { text: ' <b>letter</b>', isMatch: false },
  ])
  expect(readSegments('')).toEqual([])
})

test('no letter of a text is lost, however its signs are mixed up', () => {
  const marked = fc.string({ unit: fc.constantFrom('a', ' ', '<', '\uE000', '\uE001') })
  fc.assert(
    fc.property(marked, (text) => {
      expect(textOf(readSegments(text))).toBe(text.replace(/[\uE000\uE001]/g, ''))
    }),
  )
})

test('a long text is cut around its first match, between words', () => {
  const marked = `${'before '.repeat(40)}\uE000match\uE001 ${'after '.repeat(40)}`
  const clipped = clipAroundMatch(readSegments(marked), 60)
  expect(textOf(clipped)).toMatch(/^… before .*match after .*after …$/)
  expect(textOf(clipped).length).toBeLessThan(80)
})

test('whatever is cut, a match stays and the length is kept', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ü'), minLength: 1, maxLength: 12 })
  const texts = fc.tuple(fc.array(word, { maxLength: 60 }), word, fc.array(word, { maxLength: 60 }))
  fc.assert(
    fc.property(texts, ([before, match, after]) => {
      const marked = [...before, `\uE000${match}\uE001`, ...after].join(' ')
      const clipped = clipAroundMatch(readSegments(marked), 60)
      expect(hasMatch(clipped)).toBe(true)
      expect(textOf(clipped).length).toBeLessThanOrEqual(64)
    }),
  )
})

test('a text without a match is cut at its end, one without spaces where it must be', () => {
  expect(textOf(clipAroundMatch(readSegments('word '.repeat(40)), 20))).toBe('word word word word …')
  expect(textOf(clipAroundMatch(readSegments('x'.repeat(100)), 20))).toBe(`${'x'.repeat(20)} …`)
})
