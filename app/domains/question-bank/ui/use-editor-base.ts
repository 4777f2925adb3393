import { type RefObject, useEffect, useRef, useState } from 'react'
import type { EditorTarget, EditorView } from '#app/domains/question-bank/editor/editor-view.ts'
import { draftOfForm } from '#app/domains/question-bank/editor/question-form.ts'
import type { QuestionDraft } from '../question-draft.ts'

/** The hidden fields of the editor. */
export type EditorBase = { formKey: string; revision: string; base: string }

type Given = {
  view: EditorView
  formKey: string
  answer: { formKey: string; overtaken: { target: EditorTarget } | null } | undefined
  /** The hidden fields of a form that the tab had kept. */
  restored: Readonly<Record<string, string>> | undefined
}

/**
 * What the form is based on. It follows this form's own saves and what its writer was shown, and nothing else: a page
 * that fetches its data again must not make an old form look up to date.
 */
export function useEditorBase(form: RefObject<HTMLFormElement | null>, given: Given): EditorBase {
  const { view, formKey, answer, restored } = given
  const shown = answer?.overtaken?.target
  const [first] = useState(() => baseOf(view.target, formKey))
  const [based, setBased] = useState(() => (shown ? baseOf(shown, answer.formKey) : first))
  const sent = useRef<string | null>(null)
  useEffect(() => {
    const element = form.current
    const onSubmit = () => {
      if (element) sent.current = wordsOf(draftOfForm(new FormData(element)))
    }
    element?.addEventListener('submit', onSubmit)
    return () => element?.removeEventListener('submit', onSubmit)
  }, [form])
  useEffect(() => {
    if (sent.current !== wordsOf(view.draft)) return
    sent.current = null
    setBased(baseOf(view.target, formKey))
  }, [view, formKey])
  const [seen, setSeen] = useState({ shown, restored })
  if (seen.shown !== shown || seen.restored !== restored) {
    setSeen({ shown, restored })
    if (seen.restored !== restored) setBased({ ...first, ...restored })
    if (shown && seen.shown !== shown) setBased(baseOf(shown, based.formKey))
  }
  return based
}

function baseOf(target: EditorTarget, formKey: string): EditorBase {
  return {
    formKey,
    revision: target.kind === 'draft' ? String(target.revision) : '',
    base: target.kind === 'new' ? '' : String(target.base ?? ''),
  }
}

/** What a draft says, as text: the form knows nothing of its sources, nor of the order of what was ticked. */
function wordsOf(draft: QuestionDraft): string {
  const { otherCompetencies, roles, rubrics } = draft
  return JSON.stringify({
    ...draft,
    otherCompetencies: otherCompetencies.toSorted(),
    roles: roles.toSorted(),
    rubrics: rubrics.toSorted((a, b) => (a.scale < b.scale ? -1 : 1)),
    sources: [],
  })
}
