import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difficulties, questionKinds as schemaKinds, questionSchema } from '#rubrics/content.schema.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { emptyDraft, type QuestionDraft } from '../question-draft.ts'
import { questionDifficulties, questionKinds } from '../question-vocabulary.ts'
import { checkDraft } from './missing.schema.ts'
import { anchorName, boxes, draftOfQuestion, starParts } from './question-form.ts'
import { questionOfDraft } from './question-of-draft.ts'

const content = shippedRubrics()
const scales = content.scales.toSorted((a) => (a.id === 'four-point' ? -1 : 1))
const references = { ...content, scales }
const count = (n: number) => Array.from({ length: n }, (_, i) => i)

/** Every field that the editor has. */
const fields = new Set([
  'title',
  'prompt',
  'intent',
  'kind',
  'difficulty',
  'minutes',
  'primaryCompetency',
  'otherCompetencies',
  'roles',
  'followUp',
  'doNotInfer',
  'tags',
  ...count(boxes.probes).map((i) => `probes.${i}`),
  ...count(boxes.strong).map((i) => `signals.strong.${i}`),
  ...count(boxes.weak).map((i) => `signals.weak.${i}`),
  ...starParts.map((part) => `star.${part}`),
  ...scales.flatMap((scale) => scale.levels.map((level) => anchorName(scale.id, level.value))),
])

function sample(): QuestionDraft {
  const question = content.questions.find((item) => item.kind === 'behavioural')
  if (!question) throw new Error('no behavioural question')
  return draftOfQuestion(question)
}

function missingOf(change: Partial<QuestionDraft>): string[] {
  const checked = checkDraft({ ...sample(), ...change }, 'an-id', references)
  return checked.ok ? [] : checked.missing.map(({ field, message }) => `${field}: ${message}`)
}

test('the words for kinds and difficulties are those of the schema', () => {
  expect([...questionKinds].sort()).toEqual([...schemaKinds].sort())
  expect([...questionDifficulties].sort()).toEqual([...difficulties].sort())
})

test('every question of the bank goes into the editor and comes out as it was', () => {
  for (const question of content.questions)
    expect(questionOfDraft(draftOfQuestion(question), question.id, scales)).toEqual({
      ...question,
      ...(question.tags?.length === 0 ? { tags: undefined } : {}),
    })
})

test('every question of the bank is whole', () => {
  for (const question of content.questions)
    expect(checkDraft(draftOfQuestion(question), question.id, references)).toEqual({ ok: true, question })
})

test('an empty draft lacks everything that a question must have', () => {
  const checked = checkDraft(emptyDraft, 'an-id', references)
  const missing = checked.ok ? [] : checked.missing
  expect(missing.map(({ field }) => field).join(' ')).toBe(
    'title prompt intent kind difficulty minutes primaryCompetency roles probes.0 anchors.four-point.1 ' +
      'signals.strong.0 signals.weak.0 followUp doNotInfer',
  )
})

const long = 'x'.repeat(600)

test.each<[Partial<QuestionDraft>, string]>([
  [{ title: '' }, 'title: Write the title.'],
  [{ title: 'y'.repeat(40) }, 'title: Shorten the title from 40 to at most 32 characters.'],
  [{ prompt: 'no' }, 'prompt: Write the prompt in at least 3 characters.'],
  [{ minutes: 7.5 }, 'minutes: Give the minutes as a whole number from 2 to 30.'],
  [{ probes: ['Why?'] }, 'probes.1: Write at least 2 probes; there is 1.'],
  [{ probes: ['', '', long, 'Why?'] }, 'probes.2: Shorten this probe from 600 to at most 200 characters.'],
  [{ star: null }, 'star.situation: Write the prompt for the situation.'],
  [{ roles: ['gardener'] }, 'roles: Choose roles that the bank still has.'],
  [{ primaryCompetency: 'gardening' }, 'primaryCompetency: Choose a competency that the bank still has.'],
  [
    { signals: { strong: ['Asks first', '', 'Measures'], weak: sample().signals.weak } },
    'signals.strong.1: Write at least 3 strong signals; there are 2.',
  ],
  [
    { rubrics: [{ scale: 'four-point', anchors: [{ level: 2, text: 'Half of it.' }] }] },
    'anchors.four-point.1: Write the anchor of 1 Poor.',
  ],
  [
    {
      rubrics: [
        {
          scale: 'furlongs',
          anchors: [
            { level: 1, text: 'Far.' },
            { level: 2, text: 'Further.' },
          ],
        },
      ],
    },
    'anchors.four-point.1: Write the anchors again: the bank has no such scale.',
  ],
  [{ tags: count(9).map((i) => `t${i}`) }, 'tags: Give at most 8 tags.'],
])('%j is told at its field, in words', (change, words) => {
  expect(missingOf(change)).toContain(words)
})

test('the prompts of a story are dropped from a question that asks for none', () => {
  const draft = { ...sample(), kind: 'technical' as const }
  expect(questionOfDraft(draft, 'an-id', scales)).not.toHaveProperty('star')
  expect(checkDraft(draft, 'an-id', references).ok).toBe(true)
})

const text = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'abc', long),
  fc.string({ unit: 'binary', maxLength: 20 }).map((typed) => typed.trim()),
)
const lines = (most: number) => fc.array(text, { maxLength: most })
const name = fc.constantFrom(
  '',
  'reliability',
  'no-such',
  'NOT AN ID',
  ...content.competencies.map((item) => item.id),
)
const anyRubric = fc.constantFrom(...scales.map((scale) => scale.id), 'furlongs').chain((scale) =>
  fc.record({
    scale: fc.constant(scale),
    anchors: fc
      .array(fc.record({ level: fc.integer({ min: 1, max: 9 }), text }), { maxLength: 9 })
      .map((anchors) =>
        anchors.filter((one, i) => anchors.findIndex((other) => other.level === one.level) === i),
      ),
  }),
)
const anyDraft: fc.Arbitrary<QuestionDraft> = fc.record({
  title: text,
  prompt: text,
  intent: text,
  kind: fc.constantFrom(null, ...questionKinds),
  difficulty: fc.constantFrom(null, ...questionDifficulties),
  minutes: fc.option(fc.oneof(fc.integer({ min: -1, max: 40 }), fc.double({ noNaN: true }))),
  primaryCompetency: fc.option(name),
  otherCompetencies: fc.uniqueArray(name, { maxLength: 6 }),
  roles: fc.uniqueArray(fc.constantFrom('integration-architect', 'gardener', 'Not an id'), { maxLength: 3 }),
  probes: lines(6),
  star: fc.option(fc.record({ situation: text, task: text, action: text, result: text })),
  rubrics: fc.uniqueArray(anyRubric, { selector: (rubric) => rubric.scale, maxLength: 4 }),
  signals: fc.record({ strong: lines(8), weak: lines(8) }),
  followUp: text,
  doNotInfer: text,
  tags: fc.array(fc.oneof(fc.constantFrom('queues', 'NOT AN ID', 'x'.repeat(70)), text), { maxLength: 10 }),
  sources: fc.constant([]),
})

test('whatever the draft, it is a question or every fault is told in words at a field that is there', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const checked = checkDraft(draft, 'an-id', references)
      if (checked.ok) return expect(questionSchema.safeParse(checked.question).success).toBe(true)
      expect(checked.missing.length).toBeGreaterThan(0)
      for (const { field, message } of checked.missing) {
        expect([field, fields.has(field)]).toEqual([field, true])
        expect(message).toMatch(/^[A-Z][^<>{}]+\.$/)
        expect(message).not.toMatch(/undefined|null|NaN|expected|invalid|too_/i)
      }
    }),
    { numRuns: 400 },
  )
})
