import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeWords, compareFields, compareTexts, type ContentField } from './difference.ts'

const field = (key: string, ...lines: string[]): ContentField => ({ key, label: key, lines })
const marked = (line: { stretches: { kind: string; text: string }[] }) =>
  line.stretches
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('')

test('the same content has no difference', () => {
  const fields = [field('prompt', 'What now?'), field('probes', 'One', 'Two')]
  expect(compareFields(fields, structuredClone(fields))).toEqual([])
})

test('a reworded line shows which words went and came', () => {
  const [difference] = compareFields(
    [field('prompt', 'Tell me about a queue that only grows.')],
    [field('prompt', 'Tell me about a queue that never drains.')],
  )
  expect(difference?.lines.map(marked)).toEqual(['Tell me about a queue that -only grows-+never drains+.'])
})

test('an entry put in first leaves the others as they were', () => {
  const [difference] = compareFields(
    [field('probes', 'Why then?', 'Who knew?')],
    [field('probes', 'What was it?', 'Why then?', 'Who knew?')],
  )
  expect(difference?.lines.map((line) => line.kind)).toEqual(['added', 'same', 'same'])
})

test('a text of which nothing is left is shown whole, the old one first', () => {
  expect(
    compareTexts('Apples grow on trees in the garden.', 'Why did nobody stop it?').stretches,
  ).toHaveLength(2)
})

test('a part that only one side has is all added or all removed', () => {
  const [come, gone] = compareFields([field('star', 'When?')], [field('tags', 'queues')])
  expect([come?.key, come?.lines[0]?.kind]).toEqual(['tags', 'added'])
  expect([gone?.key, gone?.lines[0]?.kind]).toEqual(['star', 'removed'])
})

const texts = fc.array(fc.string({ maxLength: 40 }), { maxLength: 6 })
const pick = (lines: { stretches: { kind: string; text: string }[] }[], not: string) =>
  lines
    .map((line) => line.stretches.filter((stretch) => stretch.kind !== not))
    .filter((line) => line.length > 0)
    .map((line) => line.map((stretch) => stretch.text).join(''))
const withText = (lines: readonly string[]) => lines.filter((line) => line !== '')

test('what is same and removed gives the old text, what is same and added the new one, whatever they are', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const [difference] = compareFields([field('x', ...before)], [field('x', ...after)])
      const lines = difference?.lines ?? after.map((text) => ({ stretches: [{ kind: 'same', text }] }))
      expect(withText(pick(lines, 'added'))).toEqual(withText(before))
      expect(withText(pick(lines, 'removed'))).toEqual(withText(after))
    }),
  )
})

test('two long texts without a common word stand one after the other instead of word by word', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(' ')
  expect(compareTexts(long('a'), long('b')).stretches).toEqual([
    { kind: 'removed', text: long('a') },
    { kind: 'added', text: long('b') },
  ])
}, 60_000)

test.each([
  [[], 'No change of content'],
  [['Prompt'], 'Prompt'],
  [['Prompt', 'Probes'], 'Prompt and probes'],
  [['Prompt', 'Probes', 'Title', 'Ask next', 'Tags'], 'Prompt, probes, title and 2 more'],
])('%j changed reads %s', (labels, words) => {
  expect(changeWords(labels.map((label) => ({ label })))).toBe(words)
})
