import { expect, test } from 'vitest'
import { readQuestionDocument } from './read-question-document.ts'

const read = (text: string) => readQuestionDocument({ text })

test('pairs of Q and A are read, with follow-ups and why they are asked', () => {
  const { items, unrecognised } = read(`Q: How do you test a backup?
Why we ask: Many have one, few have restored one.
A: I restore it every month on another machine.
Follow-ups:
- Who else can do it?
- How long did it take?

Q: What do you log?
A: What I would want to know at night.`)
  expect(unrecognised).toEqual([])
  expect(items).toMatchObject([
    {
      prompt: 'How do you test a backup?',
      intent: 'Many have one, few have restored one.',
      sampleAnswer: 'I restore it every month on another machine.',
      probes: ['Who else can do it?', 'How long did it take?'],
    },
    { prompt: 'What do you log?', sampleAnswer: 'What I would want to know at night.' },
  ])
})

test('cards with a category above the question are read as one', () => {
  const card = (category: string, question: string, level: string) =>
    `Category: ${category}\nQuestion: ${question}\nLevel: ${level}\nLook for: something that happened\n---\n`
  const { items } = read(
    card('Backups', 'When did a restore fail you?', 'senior') +
      card('Costs', 'What did you switch off?', 'junior') +
      card('Costs', 'What is worth its price?', 'wizard'),
  )
  expect(items).toMatchObject([
    {
      prompt: 'When did a restore fail you?',
      topic: 'Backups',
      difficulty: 'hard',
      howToEvaluate: 'something that happened',
    },
    { prompt: 'What did you switch off?', topic: 'Costs', difficulty: 'easy', unsure: [] },
    {
      prompt: 'What is worth its price?',
      difficulty: null,
      unsure: ['The difficulty “wizard” is none of easy, medium and hard'],
    },
  ])
})

test('a table of Markdown is read by its heading', () => {
  const { layout, items, unrecognised } = read(`# Bank

| No | Question | Difficulty | Expected answer |
|----|----------|:----------:|-----------------|
| 1 | What is a lease? | easy | A promise for a time |
| 2 | How do you choose \\| split a key? | hard | By how it is read |
`)
  expect(layout).toBe('table')
  expect(items).toMatchObject([
    { prompt: 'What is a lease?', difficulty: 'easy', sampleAnswer: 'A promise for a time' },
    { prompt: 'How do you choose | split a key?', difficulty: 'hard' },
  ])
  expect(unrecognised[0]?.text).toMatch(/^# Bank/)
})

test('questions with answers below them, and no label at all, are read with a doubt', () => {
  const { items } = read(`What did you do last winter?
I ran the night desk, and I changed how we hand over in the morning.

What will you do next winter?
I would like to train two others for it.`)
  expect(items[1]).toMatchObject({
    prompt: 'What will you do next winter?',
    sampleAnswer: 'I would like to train two others for it.',
    unsure: ['Nothing says that this is the sample answer; it is told like one'],
  })
  expect(items[1]?.confidence).toBeLessThan(0.8)
})

test('numbered markers of a language that nobody listed are learnt', () => {
  const text = [1, 2, 3]
    .map(
      (i) => `Pitanje ${i}\nKako biste riješili slučaj ${i}?\nOdgovor:\nPogledao bih zapise za slučaj ${i}.`,
    )
    .join('\n')
  const { items } = read(text)
  expect(items.map((item) => item.prompt)).toEqual([
    'Kako biste riješili slučaj 1?',
    'Kako biste riješili slučaj 2?',
    'Kako biste riješili slučaj 3?',
  ])
})

test.each([
  ['after a mark', 'Q1 [Easy]: What is a pallet?\nQ2 (hard): How do you plan a yard?'],
  [
    'on a line of its own',
    'Question 1 (Easy)\nWhat is a pallet?\nQuestion 2 (Hard)\nHow do you plan a yard?',
  ],
  ['behind the question', '1. What is a pallet? (easy)\n2. How do you plan a yard? [Hard]'],
  ['before the question', '- [easy] What is a pallet?\n- (Hard) How do you plan a yard?'],
])('a difficulty in brackets is read %s', (_name, text) => {
  const found = read(text).items.map(({ prompt, difficulty }) => [prompt, difficulty])
  expect(found).toEqual([
    ['What is a pallet?', 'easy'],
    ['How do you plan a yard?', 'hard'],
  ])
})

test.each([
  ['German', 'Frage 1: Was tun Sie bei Ausfall?\nSchwierigkeit: schwer\nAntwort: Ich rufe an.'],
  ['French', 'Question 1 : Que faites-vous en cas de panne ?\nDifficulté : difficile\nRéponse : J’appelle.'],
  ['Spanish', 'Pregunta 1: ¿Qué hace si falla?\nDificultad: difícil\nRespuesta: Llamo.'],
])('%s labels are known', (_language, text) => {
  const [item] = read(text).items
  expect(item?.prompt).toMatch(/\?$/)
  expect(item?.difficulty).toBe('hard')
  expect(item?.sampleAnswer).toMatch(/\.$/)
})

test('questions in Japanese are questions', () => {
  const { items } = read('1. 障害が起きたとき、最初に何をしますか？\n2. なぜこの仕事を選びましたか？')
  expect(items.map((item) => item.prompt)).toEqual([
    '障害が起きたとき、最初に何をしますか？',
    'なぜこの仕事を選びましたか？',
  ])
})

test('what a person should look at is said', () => {
  const { items } = read(
    `1. What is late?\n2. What is late?\n5. ${'Why '.repeat(150)}?\n6. Warehouses and their doors`,
  )
  expect(items.map((item) => item.unsure)).toEqual([
    [],
    ['The same question is number 1'],
    ['It has 601 characters: a question may have 500', 'The document numbers it 5, after 2: is one missing?'],
    ['It does not read like a question'],
  ])
})

test('a text of something else gives nothing, and says so', () => {
  const { layout, items, unrecognised } = read(
    'Dear all,\n\nThe canteen is closed on Friday.\n\nKind regards',
  )
  expect({ layout, items }).toEqual({ layout: 'nothing', items: [] })
  expect(unrecognised).toHaveLength(1)
  expect(unrecognised[0]?.reason).toBe('Nothing here reads like a question or an answer')
})
