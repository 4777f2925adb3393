import { useNavigation } from '@remix-run/react'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { fillForm, holdsTheSame, type KeptForm, parseKeptForm, readForm, readGivenForm } from './kept-form.ts'
import { addOpenForm, keptFormKey, loadKept, storeKept } from './kept-forms.ts'

const patienceMs = 300

export type KeptFormState = {
  /** Whether the form holds words that the server has not got. */
  isUnsaved: boolean
  /** What was put back into the form when the page opened; its hidden fields say what it is based on. */
  restored: KeptForm | null
  /** Throws away what was put back: the form is as the server gave it. */
  dropRestored: () => void
  /** Keeps nothing of what stands in the form now; for a way out that leaves it behind on purpose. */
  forget: () => void
}

/**
 * Keeps what is typed into a form in this tab until the server has it: it survives a reload, a walk through other
 * pages and a sign-in that ended, and closing the tab asks first. A save counts once it leads to `?done=…`. It comes
 * back to the person who typed it, and signing out takes it away.
 * @param of `name` is that of the form, such as its address
 */
export function useKeptForm(
  form: RefObject<HTMLFormElement | null>,
  of: { personId: string; name: string },
): KeptFormState {
  const key = keptFormKey(of)
  const [isUnsaved, setUnsaved] = useState(false)
  const [restored, setRestored] = useState<KeptForm | null>(null)
  /** What the server has: what it gave, or what it was sent last. */
  const known = useRef<KeptForm | null>(null)
  const sent = useRef<KeptForm | null>(null)

  const keep = useCallback(
    (element: HTMLFormElement | null) => {
      if (!element || !known.current) return
      const now = readForm(element)
      const isNew = !holdsTheSame(now, known.current)
      storeKept(key, isNew ? JSON.stringify(now) : null)
      setUnsaved(isNew)
    },
    [key],
  )

  useEffect(() => {
    const element = form.current
    if (!element) return
    known.current = readGivenForm(element)
    const kept = parseKeptForm(loadKept(key))
    if (kept && !holdsTheSame(kept, known.current)) {
      fillForm(element, kept)
      setRestored(kept)
      element.dispatchEvent(new Event('input', { bubbles: true }))
    }
    keep(element)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keepSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => keep(element), patienceMs)
    }
    const send = () => {
      keep(element)
      sent.current = readForm(element)
    }
    const warn = (event: BeforeUnloadEvent) => {
      keep(element)
      if (loadKept(key) !== null) event.preventDefault()
    }
    const close = addOpenForm({
      keep: () => keep(element),
      letGo: () => (known.current = null),
    })
    element.addEventListener('input', keepSoon)
    element.addEventListener('submit', send)
    window.addEventListener('beforeunload', warn)
    return () => {
      clearTimeout(timer)
      keep(element)
      close()
      element.removeEventListener('input', keepSoon)
      element.removeEventListener('submit', send)
      window.removeEventListener('beforeunload', warn)
    }
  }, [form, key, keep])

  const navigation = useNavigation()
  const isSaved =
    navigation.state === 'loading' &&
    navigation.formMethod === 'POST' &&
    new URLSearchParams(navigation.location.search).has('done')
  useEffect(() => {
    if (!isSaved || !sent.current) return
    known.current = sent.current
    setRestored(null)
    keep(form.current)
  }, [form, isSaved, keep])

  const dropRestored = () => {
    if (!form.current || !known.current) return
    fillForm(form.current, known.current)
    setRestored(null)
    keep(form.current)
    form.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const forget = () => {
    if (form.current) known.current = readForm(form.current)
    keep(form.current)
  }

  return { isUnsaved, restored, dropRestored, forget }
}
