import type { Coverage } from './coverage.ts'
import type { FormShare } from './forms/panel-form.ts'
import { counted, type PanelPlan } from './panel.ts'

/**
 * One way in which an interview is structured: the plan has it, falls short of it, or the program sees to it for every panel.
 */
export type StructurePoint = {
  name: string
  state: 'met' | 'short' | 'built in'
  words: string
}

const fewestQuestions = 4
const fewestPast = 0.25

/**
 * The components of structured interviews of Campion, Palmer and Campion (1997) as far as a plan decides them, what falls short first.
 */
export function listStructure(
  plan: PanelPlan,
  coverage: Coverage,
  forms: FormShare | null = null,
): StructurePoint[] {
  const points = [
    ...listContent(plan, coverage),
    ...listEvaluation(plan),
    writeSameQuestions(forms),
    ...builtIn.map((point) => ({ ...point, state: 'built in' as const })),
  ]
  const order = { short: 0, met: 1, 'built in': 2 }
  return points.toSorted((a, b) => order[a.state] - order[b.state])
}

function writeSameQuestions(forms: FormShare | null): StructurePoint {
  const name = 'Same questions'
  if (forms === null)
    return {
      name,
      state: 'built in',
      words:
        'Every candidate is asked what is planned; what is left out or added is recorded, and the comparison says how much was shared.',
    }
  const share = Math.round((100 * forms.common) / forms.all)
  return {
    name,
    state: 'short',
    words: `Two forms: ${forms.common} of their ${forms.all} questions, ${share} %, are asked of every candidate. Scores are compared by competency, and the comparison says who was asked what.`,
  }
}

const builtIn = [
  { name: 'Notes', words: 'A rating at either end of the scale needs evidence.' },
  { name: 'Everybody alone first', words: 'Nobody reads another scorecard before handing in their own.' },
  {
    name: 'Combined by rule',
    words: 'Scores follow from ratings and weights; votes are counted beside them.',
  },
]

function listContent(plan: PanelPlan, coverage: Coverage): StructurePoint[] {
  const questions = plan.interviews.flatMap((interview) => interview.questions)
  const weighed = new Set(plan.competencies.map(({ id }) => id))
  const astray = questions.filter(({ content }) => !weighed.has(content.primaryCompetency))
  const untested = coverage.rows.filter((row) => row.testedIn === 0)
  const thin = plan.interviews.filter((interview) => interview.questions.length < fewestQuestions)
  const ofPast = questions.filter(
    ({ content }) => content.kind === 'behavioural' || content.kind === 'situational',
  )
  const share = questions.length === 0 ? 0 : ofPast.length / questions.length
  return [
    point('Tied to the job', astray.length + untested.length === 0 && questions.length > 0, {
      met: 'Every question is rated for a competency of the role, and every competency is tested.',
      short: [
        ...(questions.length === 0 ? ['No question is planned yet.'] : []),
        ...(astray.length > 0
          ? [`${counted(astray.length, 'question')} counted for no competency of the panel.`]
          : []),
        ...(untested.length > 0 ? [`${untested.map(({ name }) => name).join(', ')}: tested nowhere.`] : []),
      ].join(' '),
    }),
    point('What people did or would do', share >= fewestPast, {
      met: `${ofPast.length} of ${questions.length} questions ask for something done or for a situation of the job.`,
      short: `${ofPast.length} of ${questions.length} questions ask for something done or for a situation of the job. Swap some of the others until a quarter do.`,
    }),
    point('Enough questions', thin.length === 0 && plan.interviews.length > 0, {
      met: `Every interview asks ${fewestQuestions} questions or more.`,
      short:
        plan.interviews.length === 0
          ? 'The panel has no interview yet.'
          : `${thin.map(({ letter }) => letter).join(', ')}: fewer than ${fewestQuestions} questions. More answers make a steadier score.`,
    }),
  ]
}

function listEvaluation(plan: PanelPlan): StructurePoint[] {
  const questions = plan.interviews.flatMap((interview) => interview.questions)
  const bare = questions.filter(
    ({ content }) => !content.rubrics.some(({ scale }) => scale === plan.scale.id),
  )
  const people = new Set(plan.interviews.flatMap((interview) => interview.interviewerIds))
  const empty = plan.interviews.filter((interview) => interview.interviewerIds.length === 0)
  return [
    point('Each answer on anchors', bare.length === 0 && questions.length > 0, {
      met: `Every question has anchors for ${plan.scale.name.toLowerCase()}.`,
      short:
        bare.length > 0
          ? `${counted(bare.length, 'question')} without anchors for the scale: ${bare.map(({ content }) => `“${content.title}”`).join(', ')}.`
          : 'No question is planned yet.',
    }),
    point('Several interviewers', people.size >= 2, {
      met: `${people.size} people interview, each alone with their scorecard.`,
      short: 'Fewer than two people interview. One view alone cannot be told from its strictness.',
    }),
    point('The same interviewers for everybody', empty.length === 0 && people.size > 0, {
      met: 'Every interview has its interviewers, so that candidates meet the same people.',
      short: `${empty.map(({ letter }) => letter).join(', ') || 'No interview'}: nobody planned yet.`,
    }),
  ]
}

function point(name: string, isMet: boolean, words: { met: string; short: string }): StructurePoint {
  return isMet ? { name, state: 'met', words: words.met } : { name, state: 'short', words: words.short }
}
