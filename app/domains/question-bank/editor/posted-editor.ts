import { paths } from '#app/paths.ts'
import type { QuestionDraft } from '../question-draft.ts'
import type { SaveOutcome } from './editor-view.ts'
import { draftOfForm } from './question-form.ts'

/** What the editor's form sends besides what was typed. */
export type PostedEditor = {
  /** Keep it as a draft, or put it into the bank. The field is not called intent: a question has an intent of its own. */
  save: 'draft' | 'bank'
  formKey: string
  /** The save of the draft that the form shows. */
  revision: number
  /** The number of the version that the form is based on; null when it is of no question. */
  base: number | null
  /** A shipped version that its writer had before them. */
  offer: string | undefined
  draft: QuestionDraft
}

/** Reads the editor's form; a field that was tampered with counts as empty. */
export function readPostedEditor(form: FormData): PostedEditor {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    save: word('save') === 'bank' ? 'bank' : 'draft',
    formKey: word('formKey'),
    revision: countOf(word('revision')) ?? 0,
    base: countOf(word('base')),
    offer: word('offer') || undefined,
    draft: draftOfForm(form),
  }
}

function countOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** Where a save leads to; null when the form comes back because something is missing or somebody was faster. */
export function addressAfter(saved: SaveOutcome): string | null {
  switch (saved.outcome) {
    case 'draft-saved':
      return `${paths.draft(saved.draftId)}?done=saved`
    case 'draft-kept':
      return `${paths.draft(saved.draftId)}?done=kept`
    case 'added':
    case 'changed':
    case 'unchanged':
      return `${paths.question(saved.questionId)}?done=${saved.outcome}`
    case 'missing':
    case 'overtaken':
      return null
  }
}
