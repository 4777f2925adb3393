import type { Question } from '#rubrics/content.schema.ts'
import { questionDifficulties, questionKinds } from '../question-vocabulary.ts'
import { emptyDraft, type QuestionDraft } from '../question-draft.ts'
import { slugOf } from '../content-id.ts'

/** How many boxes the form has for each list: as many as a question may have entries. */
export const boxes = { probes: 4, strong: 6, weak: 6 } as const

export const starParts = ['situation', 'task', 'action', 'result'] as const

/** The name of the box for the anchor of a level. */
export function anchorName(scaleId: string, level: number): string {
  return `anchors.${scaleId}.${level}`
}

type Posted = Pick<FormData, 'get' | 'getAll' | 'keys'>

/**
 * What was typed into the editor. Gaps in lists stay, so that the form comes back as it was left.
 * @returns a draft without sources: the form cannot change them
 */
export function draftOfForm(form: Posted): QuestionDraft {
  const text = (name: string) => textOf(form.get(name))
  const line = (name: string) => text(name).replaceAll(/\s*\n\s*/g, ' ')
  const list = (name: string, count: number) =>
    withoutTrailing(Array.from({ length: count }, (_, i) => line(`${name}.${i}`)))
  const chosen = (name: string) => [...new Set(form.getAll(name).map(textOf))].filter(Boolean)
  const star = Object.fromEntries(starParts.map((part) => [part, line(`star.${part}`)]))
  return {
    title: line('title'),
    prompt: text('prompt'),
    intent: text('intent'),
    kind: questionKinds.find((kind) => kind === text('kind')) ?? null,
    difficulty: questionDifficulties.find((difficulty) => difficulty === text('difficulty')) ?? null,
    minutes: minutesOf(text('minutes')),
    primaryCompetency: text('primaryCompetency') || null,
    otherCompetencies: chosen('otherCompetencies'),
    roles: chosen('roles'),
    probes: list('probes', boxes.probes),
    star: Object.values(star).some(Boolean) ? { ...noStar, ...star } : null,
    rubrics: rubricsOf(form),
    signals: {
      strong: list('signals.strong', boxes.strong),
      weak: list('signals.weak', boxes.weak),
    },
    followUp: text('followUp'),
    doNotInfer: text('doNotInfer'),
    tags: tagsOf(text('tags')),
    sources: [],
  }
}

const noStar = { situation: '', task: '', action: '', result: '' }

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n').trim() : ''
}

function withoutTrailing(lines: readonly string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
}

function minutesOf(text: string): number | null {
  const minutes = Number(text.replace(',', '.'))
  return text === '' || !Number.isFinite(minutes) ? null : minutes
}

/** "Rate limits, queues" as the ids of tags. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map(slugOf))].filter(Boolean)
}

function rubricsOf(form: Posted): QuestionDraft['rubrics'] {
  const rubrics = new Map<string, { level: number; text: string }[]>()
  for (const name of form.keys()) {
    const [, scale, level] = /^anchors\.([a-z0-9-]{1,64})\.([1-9])$/.exec(name) ?? []
    if (scale === undefined) continue
    const anchors = rubrics.get(scale) ?? []
    anchors.push({ level: Number(level), text: textOf(form.get(name)) })
    rubrics.set(scale, anchors)
  }
  return [...rubrics]
    .filter(([, anchors]) => anchors.some((anchor) => anchor.text !== ''))
    .map(([scale, anchors]) => ({ scale, anchors: anchors.toSorted((a, b) => a.level - b.level) }))
}

/** A question as the editor takes it up. */
export function draftOfQuestion(question: Question): QuestionDraft {
  const { id: _, star, tags, ...rest } = question
  return { ...rest, star: star ?? null, tags: tags ?? [] }
}

/**
 * What was typed, with all that the form does not show or shows in an order of its own as it was before: otherwise a
 * form that is saved untouched would seem to be an edit.
 */
export function draftOver(typed: QuestionDraft, before: QuestionDraft): QuestionDraft {
  return {
    ...typed,
    otherCompetencies: inOrderOf(before.otherCompetencies, typed.otherCompetencies),
    roles: inOrderOf(before.roles, typed.roles),
    rubrics: typed.rubrics.toSorted((a, b) => placeOf(before, a.scale) - placeOf(before, b.scale)),
    sources: before.sources,
  }
}

function inOrderOf(before: readonly string[], chosen: readonly string[]): string[] {
  return [
    ...before.filter((item) => chosen.includes(item)),
    ...chosen.filter((item) => !before.includes(item)),
  ]
}

function placeOf(draft: QuestionDraft, scale: string): number {
  const at = draft.rubrics.findIndex((rubric) => rubric.scale === scale)
  return at === -1 ? draft.rubrics.length : at
}

/** Whether nothing at all was typed or chosen; where a draft comes from does not count. */
export function isEmptyDraft(draft: QuestionDraft): boolean {
  const { sources } = draft
  return JSON.stringify({ ...draft, sources }) === JSON.stringify({ ...emptyDraft, sources })
}
