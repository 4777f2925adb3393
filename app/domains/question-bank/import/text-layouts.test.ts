import { expect, test } from 'vitest'
import { readQuestionDocument } from './read-question-document.ts'

const read = (text: string) => readQuestionDocument({ text })
const prompts = (text: string) => read(text).items.map((item) => item.prompt)

const numbered = `Question 1
Difficulty: easy
How do you find out who needs a report before you build it?
Sample answer
I ask the last three people who opened the old one, and I look at what they did next.
Question 2
Difficulty: hard
A nightly job has been late twice this week. Where do you begin?
Sample answer
I draw the timeline of both nights first. Then I compare the size of what came in.`

test('numbered questions are split into difficulty, question and sample answer', () => {
  const { layout, items, unrecognised } = read(numbered)
  expect(layout).toBe('numbered')
  expect(unrecognised).toEqual([])
  expect(items).toMatchObject([
    {
      ordinal: 1,
      prompt: 'How do you find out who needs a report before you build it?',
      difficulty: 'easy',
      intent: null,
      sampleAnswer: 'I ask the last three people who opened the old one, and I look at what they did next.',
      unsure: [],
    },
    {
      ordinal: 2,
      prompt: 'A nightly job has been late twice this week. Where do you begin?',
      difficulty: 'hard',
    },
  ])
  expect(items[0]?.confidence).toBeGreaterThan(0.9)
})

test('marks count more than what looks like a question below the last one', () => {
  const { layout, items, unrecognised } = read(
    `${numbered}\nQuestion 3\nDifficulty: easy\nName a report that nobody reads.\nSample answer\nThe monthly one.\n\nWhat would you like to ask us?`,
  )
  expect(layout).toBe('numbered')
  expect(items.map((item) => item.difficulty)).toEqual(['easy', 'hard', 'easy'])
  expect(unrecognised.map((part) => part.text)).toEqual(['What would you like to ask us?'])
})

test.each([
  ['Windows line ends', numbered.replaceAll('\n', '\r\n')],
  ['old Macintosh line ends', numbered.replaceAll('\n', '\r')],
  ['a byte order mark', `\ufeff${numbered}`],
  ['empty lines everywhere', numbered.replaceAll('\n', '\n\n')],
  ['indentation', numbered.replaceAll('\n', '\n    ')],
  ['another order', numbered.replaceAll(/(Difficulty: \w+)\n(.*)\n/g, '$2\n$1\n')],
  ['labels with Markdown', numbered.replaceAll(/^(Difficulty|Sample answer)(:?)/gm, '**$1**$2')],
  [
    'other words for the labels',
    numbered.replaceAll('Difficulty: easy', 'Level: Beginner').replaceAll('Sample answer', 'Model response:'),
  ],
])('the same questions are found with %s', (_name, text) => {
  const found = read(text).items.map(({ prompt, difficulty, sampleAnswer }) => [
    prompt,
    difficulty,
    sampleAnswer,
  ])
  expect(found).toEqual(
    read(numbered).items.map(({ prompt, difficulty, sampleAnswer }) => [prompt, difficulty, sampleAnswer]),
  )
})

const why = (text: string, advice: string) =>
  `Hiring teams ask this question to ${text}. In your answer, ${advice}.`
const explained = `Warehouse lead: what you may be asked
Read these before you come. Good luck.
How do you plan a shift when two people are ill?
Tell me about a delivery that went wrong.
-
How do you plan a shift when two people are ill?
${why('see how you set priorities', 'name what you would let wait')}
Answer Example: "I keep the loading bays open and let the counting wait. I tell the office at once."
Was this useful? / -
Tell me about a delivery that went wrong.
${why('learn how you speak about mistakes', 'say what you changed')}
Answer Example: “A pallet went to the wrong town. I called both customers before noon.”
Was this useful? / -
What would you change about our yard?
${why('find out whether you looked around', 'point at one thing')}
Answer Example: "I would part the ways of people and forklifts."
Was this useful? /`

test('questions with explanations lose the furniture of their page', () => {
  const { layout, items, unrecognised } = read(explained)
  expect(layout).toBe('explained')
  expect(items.map((item) => item.prompt)).toEqual([
    'How do you plan a shift when two people are ill?',
    'Tell me about a delivery that went wrong.',
    'What would you change about our yard?',
  ])
  expect(items[1]).toMatchObject({
    intent: 'Hiring teams ask this question to learn how you speak about mistakes.',
    howToEvaluate: 'In your answer, say what you changed.',
    sampleAnswer: 'A pallet went to the wrong town. I called both customers before noon.',
    unsure: [],
  })
  expect(unrecognised.map((part) => part.reason)).toEqual([
    'Stands before the first question',
    'A list of the questions that stand elsewhere with more',
    'Is repeated on the page and belongs to no question',
    'Is repeated on the page and belongs to no question',
    'Is repeated on the page and belongs to no question',
  ])
})

test('explanations in another language are known by how they begin', () => {
  const text = ['Wie planen Sie eine Schicht?', 'Was war Ihr größter Fehler?', 'Warum dieses Lager?']
    .map(
      (question, i) =>
        `${question}\nDamit möchte der Betrieb etwas über Ihre Arbeit in Lage ${i} und Ihre Haltung erfahren. Nennen Sie dabei gern Fall ${i}.\nMusterlösung dazu: „Ich sehe mir zuerst an, was heute noch hinaus muss, und frage dann die anderen, Fall ${i}.“\nNach oben`,
    )
    .join('\n')
  const { items } = read(text)
  expect(items).toHaveLength(3)
  expect(items[0]).toMatchObject({
    prompt: 'Wie planen Sie eine Schicht?',
    intent: 'Damit möchte der Betrieb etwas über Ihre Arbeit in Lage 0 und Ihre Haltung erfahren.',
    howToEvaluate: 'Nennen Sie dabei gern Fall 0.',
    sampleAnswer: 'Ich sehe mir zuerst an, was heute noch hinaus muss, und frage dann die anderen, Fall 0.',
  })
})

const told = (what: string) =>
  `I look at ${what} before I decide anything, because the first idea is seldom right. Then I write down what I know and what I only believe, and I ask my colleagues to find the holes in it. Only then do we begin.`

test('answers without their questions are offered as answers', () => {
  const { layout, items, unrecognised } = read(
    [
      'Get ready for your day as a planner with these words from people who know.',
      'Say it in your own words: "How would you explain planning to a child?"',
      told('what the child plays with'),
      told('the stock of the week'),
      'S: The scanner failed on a Monday. T: I had to get forty parcels out by hand. A: I made paper lists in pairs, one person reading and one person ticking. R: All of them left before four, and one was wrong.',
      'A safety stock is what a store keeps against bad luck. It is counted from how much the demand varies and how long a delivery takes. A high one binds money. A low one loses buyers.',
      'Before your interview you should read about the company, look at its stores and think about what you would ask if you were in their place and they were in yours. Bring your own pen.',
      'Browse 200 jobs for planners',
      told('the people of the night shift'),
    ].join('\n'),
  )
  expect(layout).toBe('answers')
  expect(items.map((item) => item.prompt)).toEqual([
    'How would you explain planning to a child?',
    null,
    null,
    null,
    null,
  ])
  expect(items[1]?.unsure).toContain('The question is missing: write what this answers')
  expect(items[3]?.sampleAnswer).toMatch(/^A safety stock/)
  expect(unrecognised.map((part) => part.reason)).toEqual([
    'Speaks to the reader: advice or advertising, not an answer',
    'Speaks to the reader: advice or advertising, not an answer',
    'Too short for an answer',
  ])
})

const guide = `# Interview guide

Some words about the guide.

## How do you keep a timetable when a bus breaks down?

Look for calm.

### What it evaluates
Setting priorities under pressure.

### How to evaluate
- Names who must be told first
- Says what can wait

## Tell us about a driver you helped to improve.

**What it evaluates:** Leading people.
**How to evaluate:** The driver should be heard in the story.

## Closing
Thank the candidate.`

test('Markdown headings are questions, with what they evaluate and how', () => {
  const { layout, items, unrecognised } = read(guide)
  expect(layout).toBe('headings')
  expect(items).toMatchObject([
    {
      prompt: 'How do you keep a timetable when a bus breaks down?',
      evaluates: 'Setting priorities under pressure.',
      intent: 'Setting priorities under pressure.',
      howToEvaluate: '- Names who must be told first\n- Says what can wait',
    },
    {
      prompt: 'Tell us about a driver you helped to improve.',
      evaluates: 'Leading people.',
      howToEvaluate: 'The driver should be heard in the story.',
    },
  ])
  expect(unrecognised.map((part) => part.text)).toEqual([
    '# Interview guide',
    'Some words about the guide.',
    '## Closing',
    'Thank the candidate.',
  ])
})

test('a heading that only names its question gives way to it', () => {
  const text = ['Rosters', 'Fuel', 'Night buses']
    .map((title) => `## ${title}\n**Question:** What do you know about ${title}?\n**Difficulty:** medium`)
    .join('\n\n')
  expect(read(text).items[1]).toMatchObject({
    prompt: 'What do you know about Fuel?',
    topic: 'Fuel',
    difficulty: 'medium',
  })
})

test.each([
  ['numbers', '1. Why buses?\n2. Describe a hard winter day.\n3) What is a good driver?'],
  ['bullets', '- Why buses?\n- Describe a hard winter day.\n- What is a good driver?'],
  ['dots', '• Why buses?\n• Describe a hard winter day.\n• What is a good driver?'],
  ['nothing', 'Why buses?\nDescribe a hard winter day.\nWhat is a good driver?'],
  [
    'a title and a closing line',
    'Questions for drivers\n\n1. Why buses?\n2. Describe a hard winter day.\n3. What is a good driver?\n\nThank you for reading.',
  ],
])('a list of questions with %s is read', (_name, text) => {
  expect(prompts(text)).toEqual(['Why buses?', 'Describe a hard winter day.', 'What is a good driver?'])
})

test('lists below headings know what they stand under', () => {
  const { items } = read(
    '# Our questions\n\n## Safety\n- What do you check first?\n- When do you stop?\n\n## People\n- Whom do you call?\n',
  )
  expect(items.map(({ prompt, topic }) => [prompt, topic])).toEqual([
    ['What do you check first?', 'Safety'],
    ['When do you stop?', 'Safety'],
    ['Whom do you call?', 'People'],
  ])
})

test('lines that an editor broke at a fixed width are put together', () => {
  const { items } = read(
    `1. When a customer calls for the third time about the very same parcel, what
   do you say to begin with?
2. A colleague from the other shift leaves the desk in such a state that you
   lose the first half hour. How do you raise it?
3. What would you like to learn here, and from whom, if you could choose among
   all of us?`,
  )
  expect(items.map((item) => item.prompt)).toEqual([
    'When a customer calls for the third time about the very same parcel, what do you say to begin with?',
    'A colleague from the other shift leaves the desk in such a state that you lose the first half hour. How do you raise it?',
    'What would you like to learn here, and from whom, if you could choose among all of us?',
  ])
})
