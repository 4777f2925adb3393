import type { VersionForm } from './forms/panel-form.ts'
import type { PanelSnapshot, SnapshotInterview } from './panel-snapshot.schema.ts'

/** One question as the interviewer needs it: what to ask and what to listen for. */
export type QuestionGuide = {
  questionId: string
  number: number
  title: string
  prompt: string
  intent: string
  minutes: number
  difficulty: string
  competencyName: string
  isGate: boolean
  probes: string[]
  followUp: string
  doNotInfer: string
  strongSignals: string[]
  weakSignals: string[]
  /** One for each level of the panel's scale, lowest first. */
  anchors: { level: number; label: string; text: string }[]
}

/** What an interviewer takes into a session. Null facts print as a line to write on. */
export type KitView = {
  shortId: string
  /** Where the live scorecard is filled, as a whole address; null when there is none yet. */
  link: string | null
  panelName: string
  roleName: string
  panelVersion: number
  panelForm: VersionForm
  letter: string
  focus: string
  minutes: number
  /** "Interview 2 of 4" */
  place: string
  competencyNames: string[]
  candidate: string | null
  interviewer: string | null
  when: string | null
  others: { letter: string; focus: string; minutes: number; competencyNames: string[] }[]
  levels: { value: number; label: string; meaning: string }[]
  questions: QuestionGuide[]
}

/** Who and when, as far as it is known. */
export type KitFacts = Pick<KitView, 'shortId' | 'link' | 'candidate' | 'interviewer' | 'when'>

/**
 * The kit of one interview of a published panel.
 * @param input `panelVersion` is the number of the version that the snapshot froze, `panelForm` its form
 */
export function kitView(input: {
  snapshot: PanelSnapshot
  panelVersion: number
  panelForm: VersionForm
  interview: SnapshotInterview
  facts: KitFacts
}): KitView {
  const { snapshot, interview } = input
  const nameOf = (id: string) => snapshot.competencies.find((item) => item.id === id)?.name ?? id
  const position = snapshot.interviews.findIndex((item) => item.id === interview.id)
  return {
    ...input.facts,
    panelName: snapshot.name,
    roleName: snapshot.role.name,
    panelVersion: input.panelVersion,
    panelForm: input.panelForm,
    letter: interview.letter,
    focus: interview.focus,
    minutes: interview.minutes,
    place: `Interview ${position + 1} of ${snapshot.interviews.length}`,
    competencyNames: interview.competencyIds.map(nameOf),
    others: snapshot.interviews
      .filter((item) => item.id !== interview.id)
      .map(({ letter, focus, minutes, competencyIds }) => ({
        letter,
        focus,
        minutes,
        competencyNames: competencyIds.map(nameOf),
      })),
    levels: snapshot.scale.levels,
    questions: interview.questions.map((_, index) => questionGuide(snapshot, interview, index)),
  }
}

/** The guide of the question at `index`; a level without an anchor of its own shows what the level means. */
export function questionGuide(
  snapshot: PanelSnapshot,
  interview: SnapshotInterview,
  index: number,
): QuestionGuide {
  const question = interview.questions[index]
  if (!question) throw new RangeError(`interview ${interview.id} has no question ${index}`)
  const { questionId, content } = question
  const competency = snapshot.competencies.find((item) => item.id === content.primaryCompetency)
  const rubric = content.rubrics.find((item) => item.scale === snapshot.scale.id)
  return {
    questionId,
    number: index + 1,
    title: content.title,
    prompt: content.prompt,
    intent: content.intent,
    minutes: content.minutes,
    difficulty: content.difficulty,
    competencyName: competency?.name ?? content.primaryCompetency,
    isGate: (competency?.gate ?? null) !== null,
    probes: content.probes,
    followUp: content.followUp,
    doNotInfer: content.doNotInfer,
    strongSignals: content.signals.strong,
    weakSignals: content.signals.weak,
    anchors: snapshot.scale.levels.map((level) => ({
      level: level.value,
      label: level.label,
      text: rubric?.anchors.find((anchor) => anchor.level === level.value)?.text ?? level.meaning,
    })),
  }
}
