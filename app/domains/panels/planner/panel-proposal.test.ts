import { beforeAll, expect, test } from 'vitest'
import { computeCoverage } from '../coverage.ts'
import {
  usualWishes,
  type Arrangement,
  type InterviewWishes,
  type PanelPlan,
  type PlannedContent,
} from '../panel.ts'
import { listProblems } from '../problems.ts'
import { listSwaps } from '../swap-view.ts'
import { loadSolver } from './highs-solver.server.ts'
import type { Solver } from './linear-model.ts'
import { explainedTitles, explainPlan, joinShortfalls } from './plan-explained.ts'
import { planPanel } from './plan-panel.ts'
import { makeProblem, type PlanMode, type PlannableQuestion } from './problem-of-panel.ts'
import { changesInWords, listChanges, proofInWords, writeProposal } from './proposal-words.ts'
import { compareWithDraft } from './proposal.ts'
import { listMore } from './what-more.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function question(id: string, over: Partial<PlannableQuestion> = {}): PlannableQuestion {
  const usual = { title: `Title ${id}`, kind: 'technical', difficulty: 'medium', minutes: 10 } as const
  return { id, ...usual, primaryCompetency: 'design', stars: null, ...over }
}

const bank = [
  question('d1'),
  question('d2', { stars: 4.6 }),
  question('d3', { stars: 1 }),
  question('s1', { primaryCompetency: 'security' }),
  question('s2', { primaryCompetency: 'security', stars: 5 }),
  question('s3', { primaryCompetency: 'security', minutes: 25 }),
]

type Slot = { id: string; minutes: number; asked: string[]; pinned?: string[]; focus?: string[] }

function panelOf(slots: Slot[], bannedIds: string[] = []) {
  const content = (id: string): PlannedContent => {
    const { title, kind, difficulty, minutes, primaryCompetency } =
      bank.find((one) => one.id === id) ?? question(id)
    const rest = { prompt: '', otherCompetencies: [], rubrics: [{ scale: 'four-point' }] }
    return { title, kind, difficulty, minutes, primaryCompetency, ...rest }
  }
  const plan: PanelPlan = {
    name: 'Panel',
    role: { id: 'role', name: 'Role' },
    scale: { id: 'four-point', name: 'Four points' },
    competencies: [
      { id: 'design', name: 'Design', weight: 60, gate: null },
      { id: 'security', name: 'Security', weight: 40, gate: 2.5 },
    ],
    interviews: slots.map(({ id, minutes, asked, focus }) => ({
      id,
      letter: id.toUpperCase(),
      focus: `Focus ${id}`,
      minutes,
      competencyIds: focus ?? [],
      interviewerIds: [],
      questions: asked.map((questionId) => ({ questionId, content: content(questionId) })),
    })),
  }
  const interviews = slots.map(
    ({ id, minutes, asked, pinned = [], focus = [] }): Arrangement['interviews'][number] => ({
      id,
      focus: `Focus ${id}`,
      minutes,
      competencyIds: focus,
      questionIds: asked,
      interviewerIds: [],
      pinnedIds: pinned,
      formBIds: [],
      wishes: { ...usualWishes, minQuestions: 0 },
    }),
  )
  return { plan, arrangement: { interviews, minBehavioural: 0, bannedIds } }
}

function propose(panel: ReturnType<typeof panelOf>, mode: PlanMode, groups: string[][] = []) {
  const problem = makeProblem({ ...panel, bank, groups, mode })
  const plan = planPanel(problem, solver)
  return { problem, proposal: compareWithDraft({ draft: panel.plan, problem, plan, mode }) }
}

const asked = ({ interviews }: ReturnType<typeof propose>['proposal']) =>
  interviews.map(({ questions }) =>
    questions
      .map(({ id }) => id)
      .sort()
      .join(' '),
  )

test('a draft becomes a problem: must-haves twice, stars rounded, three where nobody gave any, one competency each', () => {
  const { problem } = propose(panelOf([{ id: 'a', minutes: 45, asked: ['d1'] }], ['d3']), 'improve', [
    ['d1', 'd2'],
  ])
  expect(problem.competencies.map(({ id, mustHave, coverage }) => [id, mustHave, coverage])).toEqual([
    ['design', false, 1],
    ['security', true, 2],
  ])
  expect(problem.questions.map(({ rating }) => rating)).toEqual([3, 5, 1, 3, 5, 3])
  expect(problem.questions[3]?.competencies).toEqual(['security'])
  expect(problem.questions.map(({ group }) => group)).toEqual([['group-0'], ['group-0'], [], [], [], []])
  expect(problem.bans).toEqual([{ question: 'd3' }])
  // Nothing chosen means that it looks into everything.
  expect(problem.interviews[0]?.focus).toEqual(['design', 'security'])
})

test('filling keeps every question and its order; starting over takes the best of the bank; pins hold in each', () => {
  const panel = panelOf([
    { id: 'a', minutes: 35, asked: ['d3', 'd1'], pinned: ['d3'] },
    { id: 'b', minutes: 25, asked: [] },
  ])
  const filled = propose(panel, 'fill').proposal
  expect(filled.interviews[0]?.questions.slice(0, 2).map(({ id }) => id)).toEqual(['d3', 'd1'])
  expect(filled).toMatchObject({ removed: 0, moved: 0, isProven: true, gap: 0 })
  expect(filled.gain).toBeGreaterThan(0)
  const anew = propose(panel, 'start-over').proposal
  expect(anew.interviews[0]?.questions.find(({ id }) => id === 'd3')).toMatchObject({
    isPinned: true,
    state: { kind: 'stays' },
  })
  expect(asked(anew).join(' ')).toContain('s2')
  expect(anew.interviews.every(({ usedMinutes, freeMinutes }) => usedMinutes <= freeMinutes)).toBe(true)
})

test('what moves, comes and goes is told apart, and the form carries the whole plan', () => {
  const panel = panelOf([
    { id: 'a', minutes: 25, asked: ['s1', 's2'], focus: ['design'] },
    { id: 'b', minutes: 25, asked: ['d1'], focus: ['security'] },
  ])
  const { proposal } = propose(panel, 'improve')
  expect(asked(proposal)).toEqual(['d1 d2', 's1 s2'])
  expect(proposal).toMatchObject({ added: 1, moved: 3, removed: 0 })
  expect(proposal.interviews[0]?.dropped.map(({ id, movedTo }) => [id, movedTo])).toEqual([
    ['s1', 'B'],
    ['s2', 'B'],
  ])
  expect(changesInWords(proposal)).toBe('1 question added, 3 moved.')
  expect(listChanges(proposal)).toEqual([
    expect.stringMatching(/^A, Focus a: .*“Title d1” comes from B; .*“Title s1” goes to B/),
    expect.stringMatching(/^B, Focus b: .*“Title s1” comes from A; .*“Title d1” goes to A\.$/),
  ])
  expect(proofInWords(proposal)).toMatch(/^Proven: .+ more than the draft\.$/)
  const sent: unknown = JSON.parse(writeProposal(proposal))
  expect(sent).toEqual(
    proposal.interviews.map(({ id, questions }) => ({ id, questionIds: questions.map((one) => one.id) })),
  )
})

test('a draft that is the best plan is told so, and one over its minutes is not praised for them', () => {
  const { proposal } = propose(panelOf([{ id: 'a', minutes: 25, asked: ['s2', 'd2'] }]), 'improve')
  expect(proposal).toMatchObject({ added: 0, moved: 0, removed: 0, gain: 0 })
  const over = propose(panelOf([{ id: 'a', minutes: 25, asked: ['s2', 'd2', 'd1'] }]), 'start-over').proposal
  expect(over.interviews[0]?.usedMinutes).toBe(20)
  expect(proofInWords({ ...over, gain: -5 })).toContain('more minutes or questions than its interviews allow')
})

test.each<[string, Partial<InterviewWishes>, string[], string]>([
  ['minutes', { buffer: 5 }, ['d1', 'd2', 's1'], '“A, Focus a” runs 5 minutes over the 25 minutes it has'],
  ['fewest', { minQuestions: 3 }, ['d1', 's1'], '“A, Focus a” has 1 question fewer than the 3'],
  ['most', { maxQuestions: 1 }, ['d1', 's1'], '“A, Focus a” has 1 question more than the 1 it may have'],
  ['openers', { easyOpeners: 1 }, ['d1', 's1'], '“A, Focus a” lacks 1 easy question to open with'],
  ['hard', { minHard: 1 }, ['d1', 's1'], '“A, Focus a” has 1 hard question fewer'],
  [
    'kinds',
    { kinds: ['motivation'] },
    ['d1'],
    '“Title d1” stands in “A, Focus a”, which does not ask technical',
  ],
])(
  'a draft chosen by hand that does not keep its %s says so, and speaks of no pin',
  (_, over, asked, words) => {
    const panel = panelOf([{ id: 'a', minutes: 30, asked }])
    for (const one of panel.arrangement.interviews)
      one.wishes = { ...usualWishes, buffer: 0, minQuestions: 0, ...over }
    const { proposal } = propose(panel, 'improve')
    const said = proposal.draftShortfalls.map((one) => one.words)
    expect(said.filter((one) => one.startsWith(words))).toHaveLength(1)
    expect(said.join(' ')).not.toMatch(/\bpin/)
  },
)

test('paper says of a plan what the screen says, what people decided, and each shortfall once', () => {
  const panel = panelOf([{ id: 'a', minutes: 30, asked: ['d1', 's1', 'd3'], pinned: ['d1'] }], ['s2'])
  const { problem, proposal } = propose(panel, 'improve')
  const plan = planPanel(problem, solver)
  const titleOf = (id: string) => `Title ${id}`
  const given = { proposal, arrangement: panel.arrangement, titleOf }
  const parts = explainPlan({ ...given, more: listMore(problem, plan, solver) })
  const linesOf = (title: string) => parts.find((part) => part.title === title)?.lines ?? []
  expect(linesOf(explainedTitles.worth)).toEqual([
    `A better plan: ${changesInWords(proposal)}`,
    proofInWords(proposal),
    'A, Focus a: “Title d3” is no longer asked.',
  ])
  expect(linesOf(explainedTitles.best)).toEqual([...proposal.shortfalls, ...proposal.notes])
  expect(linesOf(explainedTitles.held)).toEqual([
    '“Title d1” is pinned in “A, Focus a”.',
    '“Title s2” is never asked.',
  ])
  expect(linesOf(explainedTitles.more)[0]).toMatch(
    /^Ten more minutes for “A, Focus a” would bring [\d,]+ points\.$/,
  )
  expect(explainPlan({ ...given, more: null }).at(-1)?.lines[0]).toContain('Not worked out for paper')

  const coverage = computeCoverage(panel.plan)
  const lines = joinShortfalls(listProblems(panel.plan, { coverage }), {
    shortfalls: proposal.draftShortfalls,
    coverage,
  })
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines.filter((line) => line.includes('Security'))).toHaveLength(1)
  expect(lines.filter((line) => line.includes('over'))).toEqual([
    '“A, Focus a” runs 5 minutes over the 25 minutes it has for questions. Take one out or make it longer.',
  ])
})

test('the next best are those that give the panel most in the place, and fit into it', () => {
  const panel = panelOf([{ id: 'a', minutes: 30, asked: ['d3', 's1'] }], ['s2'])
  const swaps = (id: string) => {
    const { problem } = propose(panel, 'improve', [['s1', 'd2']])
    return listSwaps(panel.plan, problem, id)?.offers.map((offer) => offer.id)
  }
  // d2 asks nearly what s1 asks, s2 is banned, s3 takes too long.
  expect(swaps('d3')).toEqual(['d1'])
  expect(swaps('s1')?.[0]).toBe('d2')
  expect(swaps('d1')).toBeUndefined()
})
