import { useFetcher, useSubmit } from '@remix-run/react'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { editRoleForm } from '#app/domains/question-bank/roles/role-edit.ts'
import { readRoleForm, type RoleForm } from '#app/domains/question-bank/roles/role-form.ts'
import type { FoundQuestions, KnownQuestion } from '#app/domains/question-bank/roles/role-view.ts'
import { fieldId } from '#app/ui/field-errors.ts'
import { useToasts } from '#app/ui/toast.tsx'

const patienceMs = 250

/** What the page begins with: the form as stored or as typed, the questions it names, what was looked for. */
export type RoleFormStart = {
  form: RoleForm
  questions: Readonly<Record<string, KnownQuestion>>
  found: FoundQuestions | null
}

export type RoleFormState = {
  /** What the fields are given; a new `generation` gives them anew. */
  given: RoleForm
  generation: number
  /** What stands in the fields at this moment. */
  live: RoleForm
  questions: Readonly<Record<string, KnownQuestion>>
  found: FoundQuestions | null
  /** What the last button did, for whoever does not see it. */
  words: string
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onInput: (event: FormEvent<HTMLFormElement>) => void
}

/** The form of a role in the browser: its buttons do at once what the server would do without scripts. */
export function useRoleForm(element: RefObject<HTMLFormElement | null>, start: RoleFormStart): RoleFormState {
  const [shown, setShown] = useState({ given: start.form, generation: 0, focus: '', words: '' })
  const [live, setLive] = useState(start.form)
  const [added, setAdded] = useState<Readonly<Record<string, KnownQuestion>>>({})
  const [isFoundOpen, setFoundOpen] = useState(true)
  const finder = useFetcher<{ found: FoundQuestions | null }>()
  const submit = useSubmit()
  const toasts = useToasts()
  const found = isFoundOpen ? (finder.data?.found ?? start.found) : null
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const notices = useRef<(() => void)[]>([])
  // What they would put back goes with the form.
  useEffect(() => () => notices.current.forEach((dismiss) => dismiss()), [])

  useEffect(() => {
    if (shown.focus !== '') document.getElementById(fieldId(shown.focus))?.focus()
  }, [shown])

  const read = () => (element.current ? readRoleForm(new FormData(element.current)) : live)

  function show(given: RoleForm, focus: string, words: string) {
    setShown((now) => ({ given, generation: now.generation + 1, focus, words }))
    setLive(given)
  }

  /** @returns whether the intent is one of the form's own */
  function edit(intent: string): boolean {
    const edited = editRoleForm(read(), intent)
    if (!edited) return false
    const { form, focus, words, undo } = edited
    const question = found?.rows.find((row) => intent.endsWith(`:${row.id}`))
    if (question) setAdded((all) => ({ ...all, [question.id]: question }))
    // What was found stands at the place of an interview, and places change.
    if (/^(move|remove)-interview/.test(intent)) setFoundOpen(false)
    show(form, focus, words)
    if (undo)
      notices.current.push(toasts.show({ text: words, onUndo: () => show(undo(read()), '', 'Put back.') }))
    return true
  }

  function find(at: string) {
    if (!element.current) return
    const sent = new FormData(element.current)
    sent.set('intent', `find:${at}`)
    setFoundOpen(true)
    void finder.submit(sent, { method: 'post' })
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const intent =
      submitter instanceof HTMLButtonElement && submitter.name === 'intent' ? submitter.value : ''
    const [what, at = ''] = intent.split(':')
    const searched = intent === 'enter' ? placeOfFinder(document.activeElement) : undefined
    if (what === 'find' || searched !== undefined) {
      event.preventDefault()
      find(searched ?? at)
    } else if (intent === 'enter') {
      event.preventDefault()
      void submit(event.currentTarget.querySelector<HTMLButtonElement>('button[value="save"]'))
    } else if (intent !== '' && edit(intent)) event.preventDefault()
  }

  function onInput(event: FormEvent<HTMLFormElement>) {
    setLive(read())
    const at = placeOfFinder(event.target)
    if (at === undefined) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => find(at), patienceMs)
  }

  const questions = { ...start.questions, ...added }
  const { given, generation, words } = shown
  return { given, generation, live, questions, found, words, onSubmit, onInput }
}

/** The interview whose search field this is. */
function placeOfFinder(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLInputElement)) return undefined
  return /^interviews\.(\d+)\.find$/.exec(target.name)?.[1]
}
