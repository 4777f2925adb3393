import { questionDifficulties, questionKinds } from '../question-vocabulary.ts'
import type { ImportChoice } from './import-preview.ts'

type Posted = Pick<FormData, 'get' | 'keys'>

const field = /^((?:item|part)\.\d{1,5})\.prompt$/

/** What was chosen and typed for each part of a document, by its key. */
export function readChoices(form: Posted): Map<string, ImportChoice> {
  const choices = new Map<string, ImportChoice>()
  for (const name of form.keys()) {
    const key = field.exec(name)?.[1]
    if (key === undefined) continue
    const text = (part: string) => textOf(form.get(`${key}.${part}`))
    choices.set(key, {
      isTaken: text('take') !== '',
      prompt: text('prompt'),
      intent: text('intent'),
      difficulty: questionDifficulties.find((difficulty) => difficulty === text('difficulty')) ?? null,
      kind: questionKinds.find((kind) => kind === text('kind')) ?? null,
      competencyId: text('competency') || null,
    })
  }
  return choices
}

/** A text of the form, its lines ended as they are stored. */
export function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : ''
}
