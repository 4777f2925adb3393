import type { Scale } from '#rubrics/content.schema.ts'
import type { QuestionDraft } from '../question-draft.ts'
import { sourceWords } from '../source-words.ts'
import type { ContentField } from './difference.ts'

/** The words for what a question names by id. */
export type QuestionNames = {
  competencies: ReadonlyMap<string, string>
  roles: ReadonlyMap<string, string>
  scales: readonly Scale[]
}

/**
 * A question, whole or not, as text part by part, in the order in which the editor has them. Competencies and roles
 * stand by name: their order says nothing.
 */
export function fieldsOfQuestion(draft: QuestionDraft, names: QuestionNames): ContentField[] {
  const nameIn = (map: ReadonlyMap<string, string>) => (id: string) => map.get(id) ?? id
  const competency = nameIn(names.competencies)
  const one = (key: string, label: string, text: string | null | undefined) =>
    some(key, label, text ? [text] : [])
  const { star } = draft
  return [
    one('title', 'Title', draft.title),
    one('prompt', 'Prompt', draft.prompt),
    one('intent', 'What employers look for', draft.intent),
    one('kind', 'Kind', draft.kind),
    one('difficulty', 'Difficulty', draft.difficulty),
    one('minutes', 'Minutes', draft.minutes === null ? null : `${draft.minutes} minutes`),
    one(
      'primaryCompetency',
      'Rated competency',
      draft.primaryCompetency && competency(draft.primaryCompetency),
    ),
    some('otherCompetencies', 'Other competencies', draft.otherCompetencies.map(competency).toSorted()),
    some('roles', 'Roles', draft.roles.map(nameIn(names.roles)).toSorted()),
    some('probes', 'Probes', draft.probes),
    one('star.situation', 'Situation', star?.situation),
    one('star.task', 'Task', star?.task),
    one('star.action', 'Action', star?.action),
    one('star.result', 'Result', star?.result),
    ...draft.rubrics.flatMap((rubric) => anchorFields(rubric, names.scales)),
    some('signals.strong', 'Strong signals', draft.signals.strong),
    some('signals.weak', 'Weak signals', draft.signals.weak),
    one('followUp', 'Ask next', draft.followUp),
    one('doNotInfer', 'Do not infer', draft.doNotInfer),
    some(
      'tags',
      'Tags',
      draft.tags.map((tag) => tag.replaceAll('-', ' ')),
    ),
    one('sources', 'Where it comes from', sourceWords(draft.sources)),
  ]
}

function some(key: string, label: string, lines: readonly string[]): ContentField {
  return { key, label, lines: lines.filter((line) => line !== '') }
}

/** A field for each level, so that an anchor is compared with the one of its own level. */
function anchorFields(rubric: QuestionDraft['rubrics'][number], scales: readonly Scale[]): ContentField[] {
  const scale = scales.find((item) => item.id === rubric.scale)
  return rubric.anchors.map(({ level, text }) => {
    const label = scale?.levels.find((item) => item.value === level)?.label ?? ''
    return some(
      `anchors.${rubric.scale}.${level}`,
      `Anchor ${level} ${label} (${scale?.name ?? rubric.scale})`,
      [text],
    )
  })
}
