import { addedTitle } from '../added-question.ts'
import { orderQuestions } from '../question-order.ts'
import type { AnchorView, LevelView, QuestionView, ScorecardView } from '../scorecard-view.ts'
import type { AddedRecord, QuestionRecord, ScorecardRecord } from '../scorecard.ts'
import { questionRecordOf } from '../scorecard-record.ts'

/** A question as the live screen walks through them: of the plan with its guide, or asked beside it. */
export type LiveItem = {
  id: string
  /** "3", or "+1" for the first question beside the plan. */
  label: string
  title: string
  prompt: string
  /** Planned minutes; none for a question beside the plan. */
  minutes: number
  anchors: readonly AnchorView[]
  record: QuestionRecord
} & ({ kind: 'planned'; guide: QuestionView } | { kind: 'added'; added: AddedRecord })

/** The questions in the order in which they are asked. */
export function listLiveItems(
  view: Pick<ScorecardView, 'questions' | 'levels'>,
  record: ScorecardRecord,
): LiveItem[] {
  const added = record.added.map((question) => question.id)
  const planned = view.questions.map((question) => question.questionId)
  const order = orderQuestions({ planned, added }, record.order)
  const labels = new Map(order.filter((id) => added.includes(id)).map((id, at) => [id, `+${at + 1}`]))
  const items = [
    ...view.questions.map((guide) => plannedItem(guide, record)),
    ...record.added.map((entry) => addedItem(entry, labels.get(entry.id) ?? '+', view.levels)),
  ]
  return items.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

function plannedItem(guide: QuestionView, record: ScorecardRecord): LiveItem {
  const { questionId: id, number, title, prompt, minutes, anchors } = guide
  const entry = questionRecordOf(record, id)
  return { kind: 'planned', id, label: String(number), title, prompt, minutes, anchors, guide, record: entry }
}

function addedItem(added: AddedRecord, label: string, levels: readonly LevelView[]): LiveItem {
  const { id, prompt } = added
  const anchors = levels.map((level) => ({ level: level.value, label: level.label, text: level.meaning }))
  return {
    kind: 'added',
    id,
    label,
    title: addedTitle(added),
    prompt,
    minutes: 0,
    anchors,
    added,
    record: added,
  }
}
