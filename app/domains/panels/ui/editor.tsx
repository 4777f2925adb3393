import { useFetcher } from '@remix-run/react'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  type ComponentProps,
  type ReactNode,
} from 'react'
import type { SaveState } from '#app/ui/save-state.ts'
import { useToasts } from '#app/ui/toast.tsx'

/** What the builder's action answers to a fetcher. */
export type EditAnswer =
  | { ok: true; words: string; revision: number; at: string }
  | { ok: false; message: string; isConflict: boolean }

export type EditFields = Readonly<Record<string, string>>

type Editor = {
  revision: number
  /** Sends one edit; edits wait for each other, so that none overtakes the one before. */
  send: (fields: EditFields | FormData) => void
  save: SaveState
}

const EditorContext = createContext<Editor | null>(null)

/** The editor of the panel on this page. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor outside EditorProvider')
  return editor
}

type EditorProviderProps = {
  revision: number
  savedAt: string
  onRefused: (message: string | null) => void
  children: ReactNode
}

/** Sends edits one after the other and says in words how saving stands. */
export function EditorProvider({ revision, savedAt, onRefused, children }: EditorProviderProps) {
  const fetcher = useFetcher<EditAnswer>()
  const toasts = useToasts()
  const queue = useRef<FormData[]>([])
  const isBusy = useRef(false)
  const present = useRef(revision)
  const told = useRef<EditAnswer | undefined>(undefined)
  const sent = useRef<string | undefined>(undefined)
  const lastNotice = useRef(() => {})
  const { data: answer, state, submit } = fetcher

  const sendNext = useCallback(() => {
    const next = isBusy.current ? undefined : queue.current.shift()
    if (!next) return
    isBusy.current = true
    sent.current = String(next.get('intent'))
    // A toast undoes one edit: when another came after it, it must be refused, not aimed at that one.
    if (next.get('intent') !== 'undo-this') next.set('revision', String(present.current))
    next.set('answer', 'data')
    void submit(next, { method: 'post' })
  }, [submit])

  const send = useCallback(
    (fields: EditFields | FormData) => {
      queue.current.push(fields instanceof FormData ? fields : toForm(fields))
      sendNext()
    },
    [sendNext],
  )

  useEffect(() => {
    present.current = revision
    if (state !== 'idle') return
    isBusy.current = false
    sendNext()
  }, [revision, sendNext, state])

  useEffect(() => {
    if (state !== 'idle' || !answer || told.current === answer) return
    told.current = answer
    onRefused(answer.ok ? null : answer.message)
    const notice = answer.ok ? noticeOf(sent.current, answer) : undefined
    if (!notice) return
    // One notice of what was taken back or done again is enough, however often the keys are pressed.
    lastNotice.current()
    const { text, undoLabel, fields } = notice
    const close = toasts.show({ text, undoLabel, onUndo: () => send(fields) })
    lastNotice.current = notice.isStep ? close : () => {}
  }, [answer, onRefused, send, state, toasts])

  const save: SaveState =
    state !== 'idle'
      ? { kind: 'saving' }
      : answer && !answer.ok
        ? { kind: 'refused', why: answer.isConflict ? 'somebody else changed it' : 'see the message' }
        : { kind: 'saved', at: savedAt }
  return <EditorContext value={{ revision, send, save }}>{children}</EditorContext>
}

type Notice = { text: string; undoLabel?: string; fields: EditFields; isStep: boolean }

/** What to tell of an edit, with the way back from it; nothing for one whose effect is in view. */
function noticeOf(
  intent: string | undefined,
  { words, revision }: Extract<EditAnswer, { ok: true }>,
): Notice | undefined {
  if (intent === 'undo' || intent === 'undo-this')
    return { text: `Undone: ${words}`, undoLabel: 'Redo', fields: { intent: 'redo' }, isStep: true }
  if (intent === 'redo') return { text: `Done again: ${words}`, fields: { intent: 'undo' }, isStep: true }
  if (!words.startsWith('removed ')) return undefined
  const fields = { intent: 'undo-this', revision: String(revision) }
  return { text: words.charAt(0).toUpperCase() + words.slice(1), fields, isStep: false }
}

function toForm(fields: EditFields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** A form that posts one edit: by itself before JavaScript, through the editor afterwards. */
export function EditForm({
  fields = {},
  children,
  onSent,
  ...rest
}: Omit<ComponentProps<'form'>, 'method'> & { fields?: EditFields; onSent?: () => void }) {
  const { revision, send } = useEditor()
  return (
    <form
      {...rest}
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        send(new FormData(event.currentTarget, submitter))
        onSent?.()
      }}
    >
      <input type="hidden" name="revision" value={revision} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
