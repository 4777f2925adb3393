import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeDocument } from './decode-document.ts'
import { readQuestionDocument } from './read-question-document.ts'

const told = 'I did it, and we saw that my plan was good enough for all of us. '.repeat(4)
const pieces = fc.constantFrom(
  '\n',
  '\r\n',
  '\n\n',
  '# ',
  '## What is it?',
  '**Why**',
  '- ',
  '1. ',
  '2) How do you begin?',
  'Question 1',
  'Question 2: ',
  'Difficulty: easy',
  'Difficulty',
  'Sample answer',
  'Answer: "x"',
  'Employers ask this question to see. In your answer, say it.',
  'Tell me about a time you waited.',
  told,
  '| Question | Answer |',
  '|---|---|',
  '| What? | So |',
  'Question,Answer',
  'Question;Answer',
  '[',
  ']',
  '{"questions":',
  '"What?"',
  ',',
  '}',
  '“',
  '”',
  '\ufeff',
  '😀',
  '\ud800',
  '   ',
  '\t',
  '---',
  'Was this useful?',
)
const documents = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''))
const names = fc.constantFrom(undefined, 'a.txt', 'a.md', 'a.csv', 'a.json', 'a.tsv')

test('whatever a document holds, its parts lie inside it, in order, and do not overlap', () => {
  fc.assert(
    fc.property(documents, names, (text, fileName) => {
      const { items, unrecognised } = readQuestionDocument({ text, fileName })
      let last = 0
      const spans = [...items, ...unrecognised].map((part) => part.span).sort((a, b) => a.start - b.start)
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
      expect(items.map((item) => item.ordinal)).toEqual(items.map((_, i) => i + 1))
      expect([...items].sort((a, b) => a.span.start - b.span.start)).toEqual(items)
      for (const item of items) {
        expect(item.prompt ?? item.sampleAnswer).not.toBeNull()
        expect(item.confidence).toBeGreaterThan(0)
        expect(item.confidence).toBeLessThanOrEqual(1)
      }
      for (const part of unrecognised) expect(part.text).toBe(text.slice(part.span.start, part.span.end))
    }),
    { numRuns: 600, examples: [[`${told}## What is it?\n${told}`, undefined]] },
  )
})

test('no word of a text is lost: it is in an item or among what was not recognised', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { layout, items, unrecognised } = readQuestionDocument({ text })
      fc.pre(layout !== 'json')
      const spans = [...items, ...unrecognised].map((part) => part.span).sort((a, b) => a.start - b.start)
      const gaps = spans.map(({ start }, i) => text.slice(spans[i - 1]?.end ?? 0, start))
      expect([...gaps, text.slice(spans.at(-1)?.end ?? 0)].join('')).not.toMatch(/[\p{L}\p{N}]/u)
    }),
    { numRuns: 400 },
  )
})

test('decoding never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, fileName) => {
      expect(Object.keys(decodeDocument(bytes, fileName))).toHaveLength(1)
    }),
  )
})

const size = 5_000_000
const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

test.each([
  ['one letter', 'a'],
  ['short lines', 'a\n'],
  ['headings in a line', '# '],
  ['bold letters', '**a**'],
  ['quotation marks', '“'],
  ['sentences without words', '. '],
  ['numbers', '1) '],
  ['brackets', '['],
  ['stages', 'S: '],
  ['people', 'I, my '],
])(
  'five million signs of %s are read to the end',
  (_name, piece) => {
    const text = fill(piece)
    for (const fileName of [undefined, 'a.csv']) {
      const { items, unrecognised } = readQuestionDocument({ text, fileName })
      for (const { span } of [...items, ...unrecognised]) expect(span.end).toBeLessThanOrEqual(text.length)
    }
    // What is not linear takes minutes: the limit only keeps it from hanging.
  },
  120_000,
)
