import type { AlikeQuestions } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import type { Difficulty } from '#rubrics/content.schema.ts'
import { shareInCommon } from '#app/domains/measurement/score.ts'
import { counted, type PanelPlan } from '../panel.ts'

export type PairedQuestion = {
  id: string
  title: string
  competency: string
  difficulty: Difficulty
  kind: string
  minutes: number
  /** It stands somewhere in the other form, too. */
  isShared: boolean
}

/** The questions of both forms at one place of an interview; null where one form asks fewer. */
export type QuestionPair = { a: PairedQuestion | null; b: PairedQuestion | null }

export type InterviewPair = {
  id: string
  letter: string
  focus: string
  minutes: number
  usedA: number
  usedB: number
  pairs: QuestionPair[]
}

export type FormFigures = {
  questions: number
  minutes: number
  /** 1 easy to 3 hard; null without questions. */
  meanDifficulty: number | null
}

/** Two forms of one panel beside each other. */
export type FormsView = {
  interviews: InterviewPair[]
  a: FormFigures
  b: FormFigures
  /** Of all questions of either form, the share that both ask, 0 to 1; null while one of them asks nothing. */
  inCommon: number | null
  /** What both ask. */
  shared: { id: string; title: string }[]
  /** What differs, in sentences. */
  differences: string[]
  /** Questions of form B that ask nearly what one of form A asks, in sentences. */
  alike: { id: string; words: string }[]
}

/** The page of a panel's two forms, as its draft has them. */
export type FormsPage = {
  head: { id: string; name: string; isArchived: boolean }
  revision: number
  /** Null while the draft has no form B. */
  forms: FormsView | null
  /** How many questions form A asks. */
  asked: number
  may: { edit: boolean; publish: boolean }
}

const steps: Record<Difficulty, number> = { easy: 1, medium: 2, hard: 3 }

type Placed = { letter: string; title: string }

/**
 * Puts the two forms of a panel beside each other, place by place.
 * @param given.alike what is alike to questions of form A
 */
export function compareForms(given: {
  a: PanelPlan
  b: PanelPlan
  alike: readonly AlikeQuestions[]
}): FormsView {
  const { a, b } = given
  const [placedA, placedB] = [placeAll(a), placeAll(b)]
  const names = new Map(a.competencies.map(({ id, name }) => [id, name]))
  const read = (
    other: ReadonlyMap<string, Placed>,
    one: PanelPlan['interviews'][number]['questions'][number] | undefined,
  ) => {
    if (!one) return null
    const { title, difficulty, kind, minutes, primaryCompetency } = one.content
    return {
      id: one.questionId,
      title,
      competency: names.get(primaryCompetency) ?? 'not weighted in this panel',
      difficulty,
      kind,
      minutes,
      isShared: other.has(one.questionId),
    }
  }
  const interviews = a.interviews.map((interview): InterviewPair => {
    const other = b.interviews.find(({ id }) => id === interview.id)?.questions ?? []
    const { id, letter, focus, minutes, questions } = interview
    return {
      id,
      letter,
      focus,
      minutes,
      usedA: minutesOf(questions),
      usedB: minutesOf(other),
      pairs: Array.from({ length: Math.max(questions.length, other.length) }, (_, i) => ({
        a: read(placedB, questions[i]),
        b: read(placedA, other[i]),
      })),
    }
  })
  return {
    interviews,
    a: figuresOf(a),
    b: figuresOf(b),
    inCommon: shareInCommon([new Set(placedA.keys()), new Set(placedB.keys())]),
    shared: [...placedA].flatMap(([id, { title }]) => (placedB.has(id) ? [{ id, title }] : [])),
    differences: [...interviews.flatMap(listInterviewDifferences), ...listCompetencyDifferences(a, b)],
    alike: listAlikeAcross(placedA, placedB, given.alike),
  }
}

function placeAll(plan: PanelPlan): Map<string, Placed> {
  return new Map(
    plan.interviews.flatMap(({ letter, questions }) =>
      questions.map(({ questionId, content }) => [questionId, { letter, title: content.title }] as const),
    ),
  )
}

function minutesOf(questions: PanelPlan['interviews'][number]['questions']): number {
  return questions.reduce((sum, { content }) => sum + content.minutes, 0)
}

function figuresOf(plan: PanelPlan): FormFigures {
  const asked = plan.interviews.flatMap(({ questions }) => questions)
  const levels = asked.reduce((sum, { content }) => sum + steps[content.difficulty], 0)
  return {
    questions: asked.length,
    minutes: minutesOf(asked),
    meanDifficulty: asked.length === 0 ? null : levels / asked.length,
  }
}

function listInterviewDifferences({ letter, focus, pairs, usedA, usedB }: InterviewPair): string[] {
  const at = `${letter}, ${focus},`
  const inA = pairs.flatMap(({ a }) => a ?? [])
  const inB = pairs.flatMap(({ b }) => b ?? [])
  const said: string[] = []
  if (inA.length !== inB.length)
    said.push(`${at} asks ${counted(inA.length, 'question')} in form A and ${inB.length} in form B.`)
  for (const difficulty of ['easy', 'hard'] as const) {
    const [ofA, ofB] = [inA, inB].map((asked) => asked.filter((one) => one.difficulty === difficulty).length)
    if (ofA !== undefined && ofA !== ofB)
      said.push(`${at} has ${counted(ofA, `${difficulty} question`)} in form A and ${ofB} in form B.`)
  }
  if (usedA !== usedB)
    said.push(
      `${at} is ${counted(Math.abs(usedA - usedB), 'minute')} ${usedB > usedA ? 'longer' : 'shorter'} in form B.`,
    )
  return said
}

function listCompetencyDifferences(a: PanelPlan, b: PanelPlan): string[] {
  const countIn = (plan: PanelPlan, id: string) =>
    plan.interviews
      .flatMap(({ questions }) => questions)
      .filter(({ content }) => content.primaryCompetency === id).length
  return a.competencies.flatMap(({ id, name }) => {
    const [ofA, ofB] = [countIn(a, id), countIn(b, id)]
    return ofA === ofB
      ? []
      : [`${name} is rated by ${counted(ofA, 'question')} in form A and ${ofB} in form B.`]
  })
}

function listAlikeAcross(
  placedA: ReadonlyMap<string, Placed>,
  placedB: ReadonlyMap<string, Placed>,
  alike: readonly AlikeQuestions[],
): FormsView['alike'] {
  return alike.flatMap(({ id, otherId, isConfirmed }) => {
    const [one, other] = [placedA.get(id), placedB.get(otherId)]
    if (!one || !other || placedA.has(otherId)) return []
    const words = `“${other.title}” in ${other.letter} of form B asks ${isConfirmed ? '' : 'nearly '}the same as “${one.title}” in form A. Whoever hears of one is prepared for the other.`
    return [{ id: otherId, words }]
  })
}
