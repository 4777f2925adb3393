import { expect, test } from 'vitest'
import { hideName, type ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { buildCard } from '#tests/support/printed.ts'
import { hasColour, listTextSizes, readPdf } from '#tests/support/read-pdf.ts'
import { renderScorecard } from './render.server.ts'

async function print(
  card: ScorecardView,
  style: { size?: 'compact' | 'clear'; ink?: 'colour' | 'grey' } = {},
) {
  const times = {
    held: 'Mon 14 Sep, 10:00',
    submitted: card.isDraft ? null : 'Mon 14 Sep, 11:02',
    amended: ['Tue 15 Sep'],
  }
  return renderScorecard({
    size: 'compact',
    ink: 'colour',
    ...style,
    card,
    times,
    paper: 'a4',
    createdAt: new Date(0),
  })
}

test('a draft says so on every page, a submitted card nowhere', async () => {
  const draft = await readPdf(await print(buildCard({ status: 'draft', words: 60 })))
  expect(draft.pages.length).toBeGreaterThan(2)
  expect(draft.pages.every((page) => page.includes('DRAFT'))).toBe(true)
  const submitted = await readPdf(await print(buildCard()))
  expect(submitted.pages.join(' ')).not.toContain('DRAFT')
}, 20_000)

test('what was recorded is printed, and a missing rating is a word', async () => {
  const { pages } = await readPdf(await print(buildCard()))
  const text = pages.join(' ')
  for (const words of [
    'Recommendation: Yes',
    'Knows what a retry costs.',
    'No evidence',
    '3 Good',
    'We kept the key',
  ]) {
    expect(text).toContain(words)
  }
})

test('a private note is printed for its writer alone', async () => {
  const text = async (isWriter: boolean) =>
    (await readPdf(await print(buildCard({ isWriter })))).pages.join(' ')
  expect(await text(true)).toContain('Ask Bo about this')
  expect(await text(false)).not.toContain('Ask Bo')
})

test('the card of somebody who could read others first says so, every other card nothing of it', async () => {
  const text = async (couldReadOthers: boolean) =>
    (await readPdf(await print(buildCard({ couldReadOthers })))).pages.join(' ')
  expect(await text(true)).toContain('could already read other scorecards')
  expect(await text(false)).not.toContain('could already read')
})

test('the card of a shadow says that it is not counted, every other card nothing of it', async () => {
  const text = async (isShadow: boolean) =>
    (await readPdf(await print(buildCard({ isShadow })))).pages.join(' ')
  expect(await text(true)).toContain('Shadow: written in training, counted in no score')
  expect((await text(false)).toLowerCase()).not.toContain('shadow')
})

test('an amendment shows what stood there before', async () => {
  const text = (await readPdf(await print(buildCard({ status: 'amended' })))).pages.join(' ')
  expect(text).toContain('from “Weak” to “Little on access.”')
  expect(text).toContain('Too short')
})

test('how the interview left its plan is printed, with the unplanned question and its rating', async () => {
  const text = (await readPdf(await print(buildCard({ isOffPlan: true })))).pages.join(' ')
  for (const words of [
    'Left the plan',
    'than planned',
    'Who watched the queue?',
    'counted in no score',
    'Nobody did',
  ]) {
    expect(text).toContain(words)
  }
  expect((await readPdf(await print(buildCard()))).pages.join(' ')).not.toContain('Left the plan')
})

test('a card is set in twelve points without a colour where that is asked for', async () => {
  const card = buildCard({ status: 'amended', isOffPlan: true })
  expect(await hasColour(await print(card))).toBe(true)
  const clear = await print(card, { size: 'clear', ink: 'grey' })
  expect(await hasColour(clear)).toBe(false)
  expect(Math.min(...(await listTextSizes(clear)))).toBeGreaterThanOrEqual(12)
})

test('a card names its candidate by code alone where that is asked for', async () => {
  const { pages } = await readPdf(await print(hideName(buildCard())))
  for (const page of pages) expect(page).toContain('Candidate K7M2')
  expect(pages.join(' ')).not.toContain('Ana Ribeiro')
})
