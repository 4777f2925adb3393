import { expect, test } from 'vitest'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import type { Rating } from '#app/domains/scorecards/scorecard.ts'
import {
  comparedCandidate,
  comparedSnapshot,
  comparedVersionId,
  evenCards,
  recordWith,
  scoredCard,
} from '#tests/support/compared.ts'
import { readChances } from '../calibration-summary.ts'
import { planCalibration } from '../comparison-ratings.ts'
import { compareCandidates } from '../comparison-view.ts'
import type { ComparedCandidate } from '../scored-card.ts'
import { setSideBySide } from './side-by-side.ts'
import type { SideChoice } from './side-choice.ts'
import { saySilence } from './side-answer.ts'

const snapshot = comparedSnapshot()
const [first, second] = snapshot.interviews
const [question] = first?.questions ?? []
if (!first || !second || !question) throw new Error('the panel asks nothing')
const { questionId } = question

function set(
  candidates: readonly ComparedCandidate[],
  choice: Partial<SideChoice> = {},
  older: readonly [string, PanelSnapshot][] = [],
) {
  const compared = {
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot], ...older]),
    candidates,
  }
  const plan = planCalibration(compared)
  const calibration = plan.input ? calibrate(plan.input) : undefined
  const ids = candidates.map((candidate) => candidate.applicationId)
  return setSideBySide({
    compared,
    view: compareCandidates(compared, calibration),
    chance: calibration ? readChances(calibration) : () => 0.5,
    choice: { ids, order: 'panel', isOnlyDifferent: false, ...choice },
  })
}

function questionOf(side: ReturnType<typeof set>, id = questionId) {
  const found = side.competencies.flatMap((one) => one.questions).find((one) => one.questionId === id)
  if (!found) throw new Error('the question is not there')
  return found
}

/** A candidate whose first interview only is held; `a` gave the first question this rating. */
function rated(name: string, rating: Rating, more: Partial<ComparedCandidate> = {}) {
  return comparedCandidate(snapshot, {
    name,
    cards: [scoredCard(snapshot, { interviewerId: 'a', record: recordWith({ [questionId]: rating }) })],
    sessions: [
      {
        sessionId: 'session-0',
        panelVersionId: comparedVersionId,
        interviewId: first?.id ?? '',
        interviewerIds: ['a'],
      },
    ],
    ...more,
  })
}

const three: Rating = { state: 'rated', level: 3 }

test('candidates stand in the order of the address, and what it does not know is left out', () => {
  const side = set([rated('Ana', three), rated('Ben', three)], {
    ids: ['application-Ben', 'nobody', 'application-Ana'],
  })
  expect(side.candidates.map(({ row }) => row.name)).toEqual(['Ben', 'Ana'])
  expect(questionOf(side).answers.map((answer) => answer.applicationId)).toEqual([
    'application-Ben',
    'application-Ana',
  ])
})

test('every question of the panel stands once, under its primary competency', () => {
  const side = set([rated('Ana', three), rated('Ben', three)])
  const ids = side.competencies.flatMap((one) => one.questions.map((entry) => entry.questionId))
  const asked = new Set(snapshot.interviews.flatMap((entry) => entry.questions.map((q) => q.questionId)))
  expect(ids).toHaveLength(asked.size)
  expect(new Set(ids)).toEqual(asked)
  expect(side.questions).toEqual({ all: asked.size, shown: asked.size })
})

test.each<[string, ComparedCandidate, string | null]>([
  ['rated', rated('Ben', three), null],
  ['looked for in vain', rated('Ben', { state: 'no-evidence' }), null],
  ['left out by its interviewer', rated('Ben', { state: 'not-asked' }), 'Not asked of Ben.'],
  [
    'in no interview of theirs',
    rated('Ben', three, { cards: [], sessions: [] }),
    'Not asked of Ben: none of their interviews has this question.',
  ],
  [
    'on a card that is not there to see',
    rated('Ben', three, { cards: [] }),
    'Nothing to see of Ben here yet.',
  ],
  [
    'left without a rating',
    rated('Ben', three, {
      cards: [scoredCard(snapshot, { interviewerId: 'a', record: recordWith({}) })],
    }),
    'Asked of Ben, and rated by nobody.',
  ],
])('says why there is nothing to read: %s', (_name, candidate, words) => {
  const answer = questionOf(set([rated('Ana', three), candidate])).answers[1]
  expect(answer?.silence ? saySilence(answer.silence, 'Ben') : null).toBe(words)
})

test('what a shadow wrote is there to read, after the others, and neither asks nor counts', () => {
  const shadow = scoredCard(snapshot, {
    interviewerId: 's',
    record: recordWith({ [questionId]: { state: 'rated', level: 1 } }),
  })
  const seen = questionOf(
    set([rated('Ana', three, { shadows: [shadow] }), rated('Ben', three, { cards: [], shadows: [shadow] })]),
  )
  const [ana, ben] = seen.answers
  expect(ana?.entries.map((entry) => [entry.interviewerId, entry.isShadow])).toEqual([
    ['a', false],
    ['s', true],
  ])
  expect([ana?.level, ana?.apart]).toEqual([3, 0])
  expect([ben?.entries.length, ben?.level, ben?.silence]).toEqual([1, null, 'waiting'])
})

test.each<[string, Rating, boolean]>([
  ['the same level', three, false],
  ['a level apart', { state: 'rated', level: 2 }, true],
  ['not asked of one', { state: 'not-asked' }, true],
])('candidates differ on a question or not: %s', (_name, rating, isDifferent) => {
  const candidates = [rated('Ana', three), rated('Ben', rating)]
  expect(questionOf(set(candidates)).isDifferent).toBe(isDifferent)
  const shown = set(candidates, { isOnlyDifferent: true })
  expect(shown.questions.shown).toBe(isDifferent ? 1 : 0)
  expect(shown.competencies).toHaveLength(isDifferent ? 1 : 0)
})

test('whose scorecard is still to come differs from nobody', () => {
  const side = set([rated('Ana', three), rated('Ben', three, { cards: [] })], { isOnlyDifferent: true })
  expect(side.questions.shown).toBe(0)
})

test('disagreements come first, competencies and questions, the widest before the rest; else the panel’s order', () => {
  const last = second.questions.at(-1)
  if (!last) throw new Error('the second interview asks nothing')
  const cards = ['a', 'b'].map((interviewerId, i) =>
    scoredCard(snapshot, {
      interviewerId,
      position: 1,
      record: recordWith(
        Object.fromEntries(
          second.questions.map((entry): [string, Rating] => [
            entry.questionId,
            { state: 'rated', level: entry.questionId === last.questionId ? 1 + 3 * i : 3 },
          ]),
        ),
      ),
    }),
  )
  const candidates = [comparedCandidate(snapshot, { name: 'Ana', cards }), rated('Ben', three)]
  const byPanel = set(candidates).competencies.map((one) => one.competency.id)
  expect(byPanel).toEqual(snapshot.competencies.map((one) => one.id))
  const [top] = set(candidates, { order: 'disagreements' }).competencies
  expect(top?.competency.id).toBe(last.content.primaryCompetency)
  expect(top?.questions[0]?.questionId).toBe(last.questionId)
  expect(top?.questions[0]?.apart).toBe(3)
})

test('a level given on another scale is there to read, and is set against nothing', () => {
  const older = {
    ...snapshot,
    scale: {
      ...snapshot.scale,
      levels: snapshot.scale.levels.map((level) => ({ ...level, label: `${level.label} of old` })),
    },
  }
  const card = scoredCard(snapshot, {
    interviewerId: 'a',
    panelVersionId: 'older',
    record: recordWith({ [questionId]: { state: 'rated', level: 1 } }),
  })
  const candidates = [rated('Ana', three), rated('Ben', three, { cards: [card] })]
  const answer = questionOf(set(candidates, {}, [['older', older]])).answers[1]
  expect(answer?.entries[0]?.ownScale?.[0]?.label).toBe(older.scale.levels[0]?.label)
  expect([answer?.level, answer?.silence]).toEqual([null, null])
})

test('a question that only another version of the panel asks stands there too', () => {
  const gone = { ...question, questionId: 'gone', content: { ...question.content, title: 'No longer asked' } }
  const older = {
    ...snapshot,
    interviews: snapshot.interviews.map((entry, i) => (i === 0 ? { ...entry, questions: [gone] } : entry)),
  }
  const card = scoredCard(snapshot, {
    interviewerId: 'a',
    panelVersionId: 'older',
    record: recordWith({ gone: three }),
  })
  const side = set([rated('Ana', three, { cards: [card] }), rated('Ben', three)], {}, [['older', older]])
  const found = questionOf(side, 'gone')
  expect(found.title).toBe('No longer asked')
  expect(found.answers.map((answer) => answer.silence)).toEqual([null, 'not-planned'])
  expect(() => questionOf(set([rated('Ana', three)], {}, [['older', older]]), 'gone')).toThrow()
})

test('every two candidates are set against each other in words, as surely as the scores allow', () => {
  const names = ['Ana', 'Ben', 'Cleo']
  const side = set(
    names.map((name, i) =>
      comparedCandidate(snapshot, {
        name,
        cards: evenCards(snapshot, i < 2 ? { a: 4, b: 3 } : { a: 1, b: 1 }),
      }),
    ),
  )
  expect(side.whyNoPairs).toBeNull()
  expect(side.pairs.map(({ words }) => words)).toEqual([
    expect.stringMatching(
      /^Cannot tell (Ana and Ben|Ben and Ana) apart: the chance that .* is 5\d in 100\.$/,
    ),
    expect.stringMatching(/^Ana is (clearly|probably) ahead of Cleo: .* is 9\d in 100\.$/),
    expect.stringMatching(/^Ben is (clearly|probably) ahead of Cleo: .* is 9\d in 100\.$/),
  ])
})

test('who stands in no order, and who shares no interviewer, is set against nobody', () => {
  const alone = comparedCandidate(snapshot, { name: 'Dora', cards: [] })
  const pair = (name: string, people: Record<string, number>) =>
    comparedCandidate(snapshot, { name, cards: evenCards(snapshot, people) })
  const side = set([
    pair('Ana', { a: 4, b: 3 }),
    pair('Ben', { a: 2, b: 3 }),
    pair('Cleo', { c: 2, d: 3 }),
    pair('Eve', { c: 3, d: 4 }),
    alone,
  ])
  const words = side.pairs.map((one) => one.words)
  expect(words).toContain('No shared interviewer connects Ana and Cleo: nothing can be said of the two.')
  expect(words).toHaveLength(6)
  expect(side.whyNoPairs).toBe('Too few scores to set Dora against anybody.')
})

test('without a calibration no two are set against each other, and the page says why', () => {
  const side = set([rated('Ana', three), comparedCandidate(snapshot, { name: 'Ben' })])
  expect(side.pairs).toEqual([])
  expect(side.whyNoPairs).toContain('Only one candidate')
})

test('of a past round nobody can say why a rating is not there', () => {
  const candidates = [rated('Ana', three), rated('Ben', three, { cards: [], sessions: [] })]
  const compared = {
    isPast: true,
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot]]),
    candidates,
  }
  const ids = candidates.map((candidate) => candidate.applicationId)
  const side = setSideBySide({
    compared,
    view: compareCandidates(compared),
    chance: () => 0.5,
    choice: { ids, order: 'panel', isOnlyDifferent: false },
  })
  expect(questionOf(side).answers.map((answer) => answer.silence)).toEqual([null, 'not-given'])
})
