import { type RefObject, useEffect, useState } from 'react'
import { paths } from '#app/paths.ts'
import type { Missing } from '#app/domains/question-bank/editor/missing-words.ts'
import { draftOfForm } from '#app/domains/question-bank/editor/question-form.ts'
import type { QuestionDraft } from '../question-draft.ts'

export type LiveDraft = {
  draft: QuestionDraft
  missing: readonly Missing[]
  /** Why the list of what is missing may be behind what is typed. */
  behind: 'signed-out' | 'no-answer' | null
}

const readMs = 150
const checkMs = 500

/** The draft as it stands in the form this moment, and what it lacks; the server applies the one set of rules. */
export function useLiveDraft(
  form: RefObject<HTMLFormElement | null>,
  given: { draft: QuestionDraft; missing: readonly Missing[] },
): LiveDraft {
  const [live, setLive] = useState<LiveDraft>({ ...given, behind: null })
  useEffect(() => {
    const element = form.current
    if (!element) return
    let reading: ReturnType<typeof setTimeout> | undefined
    let checking: ReturnType<typeof setTimeout> | undefined
    let asked: AbortController | undefined
    const read = () => {
      const draft = draftOfForm(new FormData(element))
      setLive((before) => ({ ...before, draft }))
    }
    const check = async () => {
      asked?.abort()
      asked = new AbortController()
      const { signal } = asked
      const answer = await askWhatIsMissing(new FormData(element), signal)
      if (!signal.aborted) setLive((before) => ({ ...before, ...answer }))
    }
    const onInput = () => {
      clearTimeout(reading)
      clearTimeout(checking)
      reading = setTimeout(read, readMs)
      checking = setTimeout(() => void check(), checkMs)
    }
    element.addEventListener('input', onInput)
    return () => {
      clearTimeout(reading)
      clearTimeout(checking)
      asked?.abort()
      element.removeEventListener('input', onInput)
    }
  }, [form])
  return live
}

type Answer = Partial<Pick<LiveDraft, 'missing'>> & Pick<LiveDraft, 'behind'>

async function askWhatIsMissing(fields: FormData, signal: AbortSignal): Promise<Answer> {
  const body = new URLSearchParams()
  for (const [name, value] of fields) if (typeof value === 'string') body.append(name, value)
  try {
    const response = await fetch(paths.checkDraft(), { method: 'POST', body, signal })
    if (response.status === 401) return { behind: 'signed-out' }
    if (!response.ok) return { behind: 'no-answer' }
    const answer: unknown = await response.json()
    return isMissingList(answer) ? { missing: answer.missing, behind: null } : { behind: 'no-answer' }
  } catch {
    return { behind: 'no-answer' }
  }
}

function isMissingList(answer: unknown): answer is { missing: Missing[] } {
  return typeof answer === 'object' && answer !== null && 'missing' in answer && Array.isArray(answer.missing)
}
