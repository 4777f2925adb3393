import { prepareDebrief, type DebriefView } from '#app/domains/debrief/debrief-view.ts'
import { planCalibration } from '#app/domains/debrief/comparison-ratings.ts'
import type { DebriefRecord, PrintedDecision } from '#app/domains/debrief/meeting/record-view.ts'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import { kitView, type KitView } from '#app/domains/panels/kit-view.ts'
import { scorecardView, type ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { emptyQuestionRecord, type ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import { comparedCandidate, comparedSnapshot, comparedVersionId, evenCards } from './compared.ts'
import { snapshotOf } from './round.ts'
import { shippedRubrics } from './rubrics.ts'

// What documents print, as small or as large as a test wants it.
/** A kit of the shipped architect panel; `facts` overrides any of it. */
export function buildKit(facts: Partial<KitView> = {}): KitView {
  const snapshot = snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [] })
  const interview = snapshot.interviews[0]
  if (!interview) throw new Error('no interview')
  const known = {
    shortId: 'K-1',
    link: null,
    candidate: 'Ana Ribeiro',
    interviewer: 'Maren Hoekstra',
    when: '14 Sep 2026, 10:00',
  }
  return {
    ...kitView({ snapshot, panelVersion: 3, panelForm: 'only' as const, interview, facts: known }),
    ...facts,
  }
}

/** The longest questions of the shipped bank, numbered anew. */
export function longestQuestions(count: number): KitView['questions'] {
  const lengthOf = (question: KitView['questions'][number]) => JSON.stringify(question).length
  return manyQuestions(shippedRubrics().questions.length)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, count)
    .map((question, i) => ({ ...question, number: i + 1 }))
}

/** Questions of the shipped bank, over again when there are not enough. */
export function manyQuestions(count: number): KitView['questions'] {
  const kit = buildKit()
  const content = shippedRubrics().questions
  return Array.from({ length: count }, (_, i) => {
    const question = content[i % content.length]
    const guide = kit.questions[0]
    if (!question || !guide) throw new Error('no question')
    return {
      ...guide,
      questionId: `q${i}`,
      number: i + 1,
      prompt: question.prompt,
      intent: question.intent,
      probes: question.probes,
      strongSignals: question.signals.strong,
      weakSignals: question.signals.weak,
      anchors: (question.rubrics[0]?.anchors ?? []).map((anchor) => ({
        level: anchor.level,
        label: 'Good',
        text: anchor.text,
      })),
    }
  })
}

/** A debrief of candidates nobody has rated yet. */
export function buildDebrief(candidates: number): DebriefView {
  const snapshot = snapshotOf('api-integration-specialist', { panelId: 'p', interviewerIds: [] })
  return prepareDebrief({
    snapshot,
    versionId: 'v1',
    versionNumber: 1,
    versions: new Map([['v1', snapshot]]),
    candidates: Array.from({ length: candidates }, (_, i) => ({
      applicationId: `a${i}`,
      name: `Candidate ${i + 1}`,
      code: `K${i}`,
      isWithdrawn: false,
      cards: [],
      shadows: [],
      sessions: [],
      submitted: 0,
      owed: 2,
    })),
    interviewerNames: ['Maren Hoekstra', 'Tom Ellery'],
  })
}

/** Candidates whom two interviewers rated in everything. */
export function buildRated(names: readonly string[]): DebriefView {
  const snapshot = comparedSnapshot()
  const input = {
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot]]),
    candidates: names.map((name, i) =>
      comparedCandidate(snapshot, { name, cards: evenCards(snapshot, { a: 1 + (i % 4), b: 2 + (i % 3) }) }),
    ),
    interviewerNames: ['Maren Hoekstra'],
  }
  const plan = planCalibration(input)
  return prepareDebrief(input, plan.input ? calibrate(plan.input) : undefined)
}

/** A decision that three people answer for, one of them on paper. */
export const decided: PrintedDecision = {
  number: 1,
  outcome: 'another-interview',
  outcomeWords: 'Another interview',
  competencyNames: ['API design', 'Debugging'],
  reason: 'Two of us heard nothing about versioning.',
  locked: null,
  lockedWithout: null,
  reopened: null,
  signers: [
    {
      name: 'Mina Leader',
      part: 'leads the debrief',
      standing: 'Signed, agrees',
      signedAt: 'Mon 14 Sept 2026, 10:00',
      dissent: null,
      isMissing: false,
    },
    {
      name: 'Tom Ellery',
      part: 'interviewer',
      standing: 'Signed, dissents',
      signedAt: 'Mon 14 Sept 2026, 10:05',
      dissent: 'Enough was heard to say no.',
      isMissing: false,
    },
    {
      name: 'Gil Guest',
      part: 'guest',
      standing: 'Guest, signs on paper',
      signedAt: null,
      dissent: null,
      isMissing: true,
    },
  ],
}

/** What a debrief of Candidate 1 leaves behind. */
export function recordOf(overrides: Partial<DebriefRecord> = {}): DebriefRecord {
  return {
    applicationId: 'a0',
    candidateName: 'Candidate 1',
    leadName: 'Mina Leader',
    startedAt: 'Mon 14 Sept 2026, 09:30',
    isLocked: false,
    ratings: [
      {
        scorecardId: 'c',
        questionId: 'q',
        questionTitle: 'A breaking change',
        competencyId: 'api-design',
        competencyName: 'API design',
        interviewerName: 'Tom Ellery',
        initial: 2,
        final: 3,
        reason: 'Maren heard the second half.',
      },
    ],
    notes: [{ title: 'API design', note: 'Versioning was never asked.', isDone: true }],
    recommendations: '2 Yes, 1 No',
    missedBars: [],
    decision: decided,
    earlier: [],
    changedAfter: [],
    ...overrides,
  }
}

const addedRecord = {
  ...emptyQuestionRecord(),
  id: 'plus-1',
  title: '',
  prompt: 'Who watched the queue?',
  bankQuestionId: null,
  rating: { state: 'rated' as const, level: 2 },
  evidence: 'Nobody did',
}

/** A filled card; `words` makes what was heard longer. */
export function buildCard(
  given: {
    isWriter?: boolean
    isShadow?: boolean
    couldReadOthers?: boolean
    status?: 'draft' | 'submitted' | 'amended'
    words?: number
    isOffPlan?: boolean
  } = {},
): ScorecardView {
  const snapshot = snapshotOf('api-integration-specialist', { panelId: 'p', interviewerIds: [] })
  const interview = snapshot.interviews[0]
  if (!interview) throw new Error('no interview')
  const evidence = 'Put the key and the order into one transaction. '.repeat(given.words ?? 1).trim()
  const questions = interview.questions.map((question, i) => [
    question.questionId,
    i === 0
      ? {
          ...emptyQuestionRecord(),
          rating: { state: 'no-evidence' as const },
          privateNote: 'Ask Bo about this',
        }
      : {
          ...emptyQuestionRecord(),
          rating: { state: 'rated' as const, level: 3 },
          evidence,
          answer: 'We kept the key',
          signals: question.content.signals.strong.slice(0, 2),
        },
  ])
  const record: ScorecardRecord = {
    questions: Object.fromEntries(questions),
    summaryFor: 'Knows what a retry costs.',
    summaryAgainst: 'Little on access.',
    recommendation: 'yes',
    recommendationReason: '',
    added: given.isOffPlan ? [addedRecord] : [],
    order: given.isOffPlan ? interview.questions.map((entry) => entry.questionId).reverse() : [],
    clock: null,
  }
  const status = given.status ?? 'submitted'
  const facts = {
    scorecardId: 'c1',
    status,
    candidateName: 'Ana Ribeiro',
    candidateCode: 'K7M2',
    interviewerName: 'Maren Hoekstra',
    isShadow: given.isShadow ?? false,
    couldReadOthers: given.couldReadOthers ?? false,
    enteredByName: null,
    confirmedAtMs: null,
    submittedAtMs: status === 'draft' ? null : 1,
    startsAtMs: 1,
    panelVersion: 3,
    panelForm: 'only' as const,
  }
  const amendments =
    status === 'amended'
      ? [
          {
            field: 'summary:against',
            before: 'Weak',
            after: 'Little on access.',
            reason: 'Too short',
            byName: 'Maren Hoekstra',
            atMs: 5,
          },
        ]
      : []
  return scorecardView({ facts, record, snapshot, interview, amendments, isWriter: given.isWriter ?? false })
}

/** The same card with so many questions, each with the same evidence and answer. */
export function withQuestions(card: ScorecardView, count: number, said: string): ScorecardView {
  const questions = Array.from({ length: count }, (_, i) => {
    const question = card.questions[i % card.questions.length]
    if (!question) throw new Error('no question')
    return { ...question, questionId: `q${i}`, number: i + 1, evidence: said, answer: said }
  })
  return { ...card, questions }
}
