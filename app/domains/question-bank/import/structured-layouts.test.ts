import { expect, test } from 'vitest'
import { readRubrics } from '#rubrics/read.server.ts'
import { readQuestionDocument } from './read-question-document.ts'

const csv = (text: string) => readQuestionDocument({ text, fileName: 'bank.csv' })
const json = (value: unknown) =>
  readQuestionDocument({ text: JSON.stringify(value, null, 2), fileName: 'bank.json' })

test.each([
  ['commas', 'Question,Level,"Why we ask",Model answer\n"What, if any, do you log?",hard,To see,All\n'],
  ['semicolons', 'Question;Level;Why we ask;Model answer\n"What, if any, do you log?";hard;To see;All\n'],
  ['tabs', 'Question\tLevel\tWhy we ask\tModel answer\nWhat, if any, do you log?\thard\tTo see\tAll\n'],
  [
    'columns in another order',
    'Model answer,Author,Why we ask,Question,Level\nAll,Kim,To see,"What, if any, do you log?",hard\n',
  ],
  ['quotes in quotes', 'prompt,difficulty,intent,answer\n"What, if any, do you log?",Hard,To see,All\n'],
])('a table with %s is read by its heading', (_name, text) => {
  const { layout, items, unrecognised } = csv(text)
  expect(layout).toBe('table')
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    prompt: 'What, if any, do you log?',
    difficulty: 'hard',
    intent: 'To see',
    sampleAnswer: 'All',
  })
  expect(unrecognised.map((part) => part.reason)).toEqual(['A heading'])
})

test('a pasted table is known without a name', () => {
  const { layout, items } = readQuestionDocument({ text: 'Question;Difficulty\nWhat is a lock?;easy' })
  expect({ layout, prompts: items.map((item) => item.prompt) }).toEqual({
    layout: 'table',
    prompts: ['What is a lock?'],
  })
})

test('a row stands where it stands in the text, whatever its letters and line breaks', () => {
  const text = '\ufeffQuestion,Answer\r\n"Što je\r\nčvor? 😀",a\r\n\r\nWhat is x?,"b\nc"\r\n'
  const { items } = csv(text)
  expect(items.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    '"Što je\r\nčvor? 😀",a',
    'What is x?,"b\nc"',
  ])
})

test('a table without a heading that we know takes the column with the questions', () => {
  const { items } = csv('1,Ann,What is a lock?\n2,Ben,What is a key?\n')
  expect(items.map((item) => item.prompt)).toEqual(['What is a lock?', 'What is a key?'])
})

test.each([
  ['texts', ['What is a lock?', 'What is a key?']],
  ['objects', [{ prompt: 'What is a lock?' }, { question: 'What is a key?' }]],
  ['an object with questions', { name: 'x', questions: [{ text: 'What is a lock?' }, 'What is a key?'] }],
  [
    'a kit that holds them deeper',
    {
      kit: {
        parts: [1],
        questions: [{ id: 4, question: 'What is a lock?' }, { question: 'What is a key?' }],
      },
    },
  ],
])('JSON that is an array of %s is read', (_name, value) => {
  const { items } = json(value)
  expect(items.map((item) => item.prompt)).toEqual(['What is a lock?', 'What is a key?'])
})

test('keys of JSON may be written as programs write them', () => {
  const { items } = json([
    {
      question_text: 'What is a lock?',
      sampleAnswer: 'Two wait, one goes.',
      difficultyLevel: 'Advanced',
      whyWeAsk: 'To see.',
      followUps: ['And a dead one?'],
      type: 'technical',
    },
  ])
  expect(items[0]).toMatchObject({
    prompt: 'What is a lock?',
    sampleAnswer: 'Two wait, one goes.',
    difficulty: 'hard',
    intent: 'To see.',
    probes: ['And a dead one?'],
    kind: 'technical',
  })
})

test('a question file of our own is taken whole, and a broken one says what is missing', () => {
  const [question] = readRubrics(`${process.cwd()}/rubrics`).questions
  expect(json(question)).toMatchObject({ layout: 'bank', items: [{ complete: question, confidence: 1 }] })
  const { layout, items } = json([question, { ...question, title: '' }])
  expect(layout).toBe('json')
  expect(items[0]?.complete).toEqual(question)
  expect(items[1]?.complete).toBeNull()
  expect(items[1]?.unsure.join()).toMatch(/not complete: title/)
})

test('JSON without questions says so', () => {
  expect(json({ colours: ['red?'].length }).unrecognised[0]?.reason).toMatch(
    /No question was found in this JSON/,
  )
})
