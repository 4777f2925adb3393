import { expect, test } from 'vitest'
import { prepareDebrief } from '#app/domains/debrief/debrief-view.ts'
import type { DebriefRecord } from '#app/domains/debrief/meeting/record-view.ts'
import { comparedCandidate, comparedSnapshot, comparedVersionId, evenCards } from '#tests/support/compared.ts'
import { buildDebrief, buildRated, decided, recordOf } from '#tests/support/printed.ts'
import { hasColour, listTextSizes, readPdf } from '#tests/support/read-pdf.ts'
import { renderDebrief } from './render.server.ts'

async function print(
  candidates: number | ReturnType<typeof prepareDebrief>,
  paper: 'a4' | 'letter' = 'a4',
  records: readonly DebriefRecord[] = [],
  style: { size?: 'compact' | 'clear'; ink?: 'colour' | 'grey' } = {},
) {
  const debrief = typeof candidates === 'number' ? buildDebrief(candidates) : candidates
  const props = {
    size: 'compact' as const,
    ink: 'colour' as const,
    ...style,
    debrief,
    records,
    asOf: 'Mon 14 Sept 2026, 10:00',
    paper,
    createdAt: new Date(0),
  }
  const pdf = await renderDebrief(props)
  return { ...(await readPdf(pdf)), pdf }
}

test('the packet counts its pages through, from the matrix to the signatures', async () => {
  const { pages } = await print(4)
  pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`))
  expect(pages.length).toBeLessThanOrEqual(7)
  expect(pages.at(-1)).toContain('Maren Hoekstra')
}, 60_000)

/** Without gaps, which a reader of the text finds where a line or a font changes. */
function lettersOf(pages: readonly string[]): string {
  return pages.join('').replaceAll(/\s/g, '')
}

test('of eight candidates the first sheet has each calibrated score with its bounds, the raw one, the tier in words, and how well interviewers agree', async () => {
  const debrief = buildRated(Array.from({ length: 8 }, (_, i) => `Person ${String.fromCharCode(65 + i)}`))
  const { pages } = await print(debrief)
  const { rows, calibration, competencies } = debrief.comparison
  if (calibration.kind === 'none') throw new Error('nothing is calibrated')
  const from = pages.findIndex((page) => page.includes('To talk about'))
  const matrix = lettersOf(pages.slice(0, from))
  for (const { name } of competencies) expect(matrix).toContain(lettersOf([name]))
  for (const { name, calibrated, overall, submitted, owed, cells } of rows) {
    if (!calibrated || !overall) throw new Error('a candidate stands in no order')
    const figures = [calibrated.mean, calibrated.low, calibrated.high, overall.mean].map((one) =>
      one.toFixed(1),
    )
    const [mean, low, high, raw] = figures
    const tier = calibration.tiers.find((one) => one.applicationIds.includes(`application-${name}`))?.key
    expect(matrix).toContain(
      lettersOf([`${name}Tier ${tier}, ${submitted} of ${owed} cards${mean}${low} to ${high}raw ${raw}`]),
    )
    for (const { calibrated: found, score } of cells) {
      if (!found || !score) throw new Error('a competency has no score')
      expect(matrix).toContain(lettersOf([`${found.low.toFixed(1)} to ${found.high.toFixed(1)}`]))
    }
  }
  for (const tier of calibration.tiers) {
    const names = tier.applicationIds.map((id) => id.replace('application-', ''))
    expect(matrix).toContain(lettersOf([`Tier ${tier.key}: ${names.join(', ')}.`]))
  }
  if (calibration.agreement.kind !== 'estimated') throw new Error('agreement is not estimated')
  expect(matrix).toContain(lettersOf([`Agreement: ${calibration.agreement.value.toFixed(2)}`]))
  pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`))
}, 120_000)

test('of two candidates nothing is said of agreement', async () => {
  const { pages } = await print(buildRated(['Ana', 'Ben']))
  expect(lettersOf(pages)).toContain('Agreement:toofewcandidatestosay.')
}, 60_000)

test('where nothing can be calibrated the packet says why, and its scores are raw', async () => {
  const { pages } = await print(buildRated(['Ana']))
  const text = lettersOf(pages)
  expect(text).toContain('Onlyonecandidatehasratingstosee.')
  expect(text).toContain('Scoresareraw:')
  expect(text).not.toContain('Tier1')
  expect(text).not.toContain('Thedotiswhatweexpect')
  expect(text).not.toContain('Agreement:')
  const [row] = buildRated(['Ana']).comparison.rows
  expect(text).toContain(`Ana0of8cards${row?.overall?.mean.toFixed(1)}`)
}, 60_000)

test('scorecards on another scale are named and no figure is made of them', async () => {
  const snapshot = comparedSnapshot()
  const scale = { ...snapshot.scale, levels: snapshot.scale.levels.slice(0, -1) }
  const cards = evenCards(snapshot, { a: 1, b: 1 }).map((card) => ({ ...card, panelVersionId: 'older' }))
  const debrief = prepareDebrief({
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 2,
    versions: new Map([
      [comparedVersionId, snapshot],
      ['older', { ...snapshot, scale }],
    ]),
    candidates: [comparedCandidate(snapshot, { name: 'Ana', cards })],
    interviewerNames: [],
  })
  const text = lettersOf((await print(debrief)).pages)
  expect(text).toContain(`${cards.length}scorecardswerefilledunderaversionofthepanelwithanotherscale`)
  expect(text).toContain('onanotherscale')
  expect(text).not.toContain('raw1.0')
}, 60_000)

test('a long agenda begins a new run of pages and loses nothing', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `Person ${i + 1}`)
  const debrief = buildRated(names)
  const [topic] = debrief.topics
  const [competency] = debrief.comparison.competencies
  const topics = Array.from({ length: 31 }, (_, i) => ({
    ...(topic ?? {
      reason: 'apart' as const,
      bar: null,
      isMustHave: false,
      lower: [],
      higher: [],
      heardDifferentQuestions: false,
      applicationId: 'application-Person 1',
      candidateName: 'Person 1',
      competencyName: competency?.name ?? '',
    }),
    competencyId: `topic-${i}`,
    apart: 2,
    candidateName: `Subject ${i + 1}.`,
  }))
  const { pages } = await print({ ...debrief, topics })
  const text = lettersOf(pages)
  for (let i = 1; i <= 31; i++) expect(text.split(`Subject${i}.`)).toHaveLength(2)
  expect(text.indexOf('Subject31.')).toBeLessThan(text.indexOf('Whateverybodyconcluded'))
  expect(text.indexOf('Whateverybodyconcluded')).toBeLessThan(text.indexOf('leadsthedebrief'))
}, 120_000)

test.each(['a4', 'letter'] as const)(
  'scores are drawn at the end of the packet, with their figures and in every script (%s)',
  async (paper) => {
    const { pages } = await print(buildRated(['Łucja Źrebięca', 'Дмитрий Орлов']), paper)
    const drawn = pages.find((page) => page.includes('Scores and how sure they are')) ?? ''
    // Where the font changes, a reader of the text finds a gap.
    const letters = drawn.replaceAll(' ', '')
    for (const text of ['ŁucjaŹrebięca', 'ДмитрийОрлов', 'Calibratedscore']) expect(letters).toContain(text)
    expect(pages.join(' ')).toContain('Competency by competency')
  },
  60_000,
)

test('of fourteen candidates the scores are all drawn, the competencies of twelve, and the packet says so', async () => {
  const names = Array.from({ length: 14 }, (_, i) => `Person ${i + 1}`)
  const { pages } = await print(buildRated(names))
  const from = pages.findIndex((page) => page.includes('Scores and how sure they are'))
  const drawn = pages.slice(from).join(' ')
  expect(drawn).toContain('2 more stand on its page of plots')
  for (const name of ['Person 1 ', 'Person 7', 'Person 14']) expect(drawn).toContain(name)
}, 120_000)

test('the record of a debrief is printed whole, and marked as a draft until it is locked', async () => {
  const { pages } = await print(2, 'a4', [recordOf()])
  const record = pages.find((page) => page.includes('Decision on Candidate 1')) ?? ''
  for (const text of [
    'Draft: not locked',
    'A breaking change API design Tom Ellery 2 3 Maren heard the second half.',
    'Versioning was never asked.',
    '2 Yes, 1 No; counted, never averaged',
    'To ask about: API design, Debugging',
    'Two of us heard nothing about versioning.',
    'Signed, dissents',
    'Dissent: Enough was heard to say no.',
    'Guest, signs on paper',
    'Signature, date',
  ])
    expect(record).toContain(text)
  const matrix = pages.filter((page) => !page.includes('Decision on'))
  expect(matrix.join(' ')).not.toContain('not locked Debrief')
  // The other candidate is decided by hand.
  expect(pages.join(' ')).toContain('Another interview, draft: not locked')
  expect(pages.join(' ')).toContain('Maren Hoekstra')
}, 30_000)

test('a locked record says without whom, what changed since, and what was decided before it was reopened', async () => {
  const locked = { ...decided, number: 2, locked: 'Locked Tue 15 Sept 2026, 10:00 by Mina Leader' }
  const { pages } = await print(1, 'letter', [
    recordOf({
      isLocked: true,
      decision: {
        ...locked,
        outcome: 'hire',
        outcomeWords: 'Hire',
        competencyNames: [],
        lockedWithout: 'Locked without the signature of Farah Nazari.',
      },
      missedBars: ['Debugging'],
      earlier: [
        {
          ...decided,
          locked: 'Locked Mon 14 Sept 2026, 11:00 by Mina Leader',
          reopened: {
            words: 'Reopened Tue 15 Sept 2026, 09:00 by Mina Leader',
            reason: 'A reference called.',
          },
        },
      ],
      changedAfter: ['Tom Ellery amended their scorecard Wed 16 Sept 2026, 08:00'],
      ratings: [],
    }),
  ])
  const text = pages.join(' ')
  expect(text).not.toContain('Draft: not locked')
  for (const words of [
    'Decision 2, after reopening',
    'Locked without the signature of Farah Nazari.',
    'Under the bar: Debugging',
    'None: every rating stands as it was given.',
    'Tom Ellery amended their scorecard',
    'Decision 1, reopened since',
    'A reference called.',
  ])
    expect(text).toContain(words)
  expect(text).toContain('Debrief, Candidate 1, ')
  // Nothing is left to write by hand.
  expect(text).not.toContain('leads the debrief, date')
}, 30_000)

test('the packet is set in twelve points without a colour where that is asked for', async () => {
  const debrief = buildRated(['Łucja Źrebięca', 'Ben'])
  const plain = await print(debrief)
  expect(await hasColour(plain.pdf)).toBe(true)
  const clear = await print(debrief, 'letter', [recordOf()], { size: 'clear', ink: 'grey' })
  expect(await hasColour(clear.pdf)).toBe(false)
  expect(Math.min(...(await listTextSizes(clear.pdf)))).toBeGreaterThanOrEqual(12)
  clear.pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${clear.pages.length}`))
}, 120_000)
