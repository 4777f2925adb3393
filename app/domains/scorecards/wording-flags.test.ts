import { expect, test } from 'vitest'
import { recordFrom } from './scorecard-record.ts'
import { flagWording, listWordingFlags } from './wording-flags.ts'

test.each([
  ['Great guy, would hire.', 'Great guy', 'opinion without its ground'],
  ['Really nice person to talk to', 'nice person', 'opinion without its ground'],
  ['Very smart.', 'Very smart', 'opinion without its ground'],
  ['Strong candidate', 'Strong candidate', 'opinion without its ground'],
  ['She was very good', 'She was very good', 'opinion without its ground'],
  ['12:40 Good answer.', 'Good answer', 'opinion without its ground'],
  ['Not a fit', 'Not a fit', 'Nobody else can check a fit'],
  ['I doubt the culture fit here', 'culture fit', 'Nobody else can check a fit'],
  ['Cultural fit is low', 'Cultural fit', 'Nobody else can check a fit'],
  ['Would fit right in with us', 'fit right in with us', 'Nobody else can check a fit'],
  ['He is a bad fit for the role', 'bad fit', 'Nobody else can check a fit'],
  ['My gut says no', 'My gut', 'A feeling that nobody else can check'],
  ['Weird vibe in the room', 'Weird vibe', 'A feeling that nobody else can check'],
  ['Mentioned her husband twice', 'her husband', 'Family'],
  ['Has to leave early for his kids', 'his kids', 'Family'],
  ['She is pregnant and leaves in May', 'pregnant', 'Family'],
  ['Seems older, he is 58.', 'he is 58', 'Age'],
  ['She looks young for this', 'She looks young', 'Age'],
  ['in his late fifties', 'in his late fifties', 'Age'],
  ['Strong accent, hard to follow', 'Strong accent', 'Origin'],
  ['Not a native speaker', 'native speaker', 'Origin'],
  ['Sits in a wheelchair', 'wheelchair', 'Health'],
  ['He was depressed last year', 'He was depressed', 'Health'],
  ['Wears a headscarf', 'headscarf', 'Belief'],
  ['Quite technical for a woman', 'for a woman', 'Sex'],
  ['Badly dressed', 'Badly dressed', 'Looks'],
])('“%s” is worth another look at “%s”', (text, words, reason) => {
  const flags = flagWording(text)
  expect(flags.map((flag) => flag.words)).toContain(words)
  expect(flags.find((flag) => flag.words === words)?.reason).toContain(reason)
})

test.each([
  'There is a culture of testing in her team',
  'The payload does not fit the schema, and no fitting one exists',
  'Christian from support was told at once',
  'Unicorn workers and ninja builds',
  'Spoke of a blameless culture and gave an example',
  'The index no longer fits in memory; would shard it',
  'Said that retries are not fit for purpose there',
  'Checked whether the schema fits into the contract',
  'Kills the child processes and then their children processes',
  'Explained parent and child nodes, and a family of endpoints',
  'Found the race condition and disabled the feature flag',
  'Health checks before traffic; their health endpoint answers 200',
  'Cache age and the age of a token decide',
  'An old system in COBOL, twelve years old',
  'A native app talks to the gateway; single sign-on at the edge',
  'Uses a third party and a union of both sets',
  'CORS origin was wrong; their origin header was empty',
  'Good use of a unique index; tells a case of their own',
  'Strong consistency for orders, weak elsewhere',
  'Great detail on the outbox: one row in the same transaction',
  'A smart client retries with the same key',
  'Sharp edges in the API named: dates, paging, nulls',
  'Colour and accent tokens in the design system',
  'Retires the endpoint after two versions',
  'Would not page anybody at night for it',
  'The partner’s API has no keys; asked them for one',
  'Man in the middle: pins the certificate',
  'A young table grows fast, an old one is archived',
  '“We hired for culture fit, and it was a mistake”',
  'Said "I am a great guy" as a joke about interviews',
  'Told of ‘my kids’ as the name of their services',
  '+ Names a key that survives the retry',
  '',
])('“%s” is fine', (text) => {
  expect(flagWording(text)).toEqual([])
})

test('each finding is named once, with the quotation left out of account', () => {
  const text = 'Culture fit is fine.\nculture fit again, and “not a fit” were her words'
  expect(flagWording(text).map((flag) => flag.words)).toEqual(['Culture fit'])
})

test('what others read is looked over; the candidate’s own words and the private note are not', () => {
  const fields = {
    'evidence:a': 'Great guy',
    'answer:a': 'I am a native speaker',
    'private:a': 'Culture fit',
    'summary:against': 'Not a fit.',
  }
  const questions = [{ questionId: 'a', title: 'Stuck queue' }]
  const flags = listWordingFlags(recordFrom(fields, { questions }), questions)
  expect(flags.map(({ field, place, words }) => [field, place, words])).toEqual([
    ['evidence:a', 'Question 1, Stuck queue', 'Great guy'],
    ['summary:against', 'What speaks against', 'Not a fit'],
  ])
})
