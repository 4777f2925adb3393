import { X } from 'lucide-react'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

export type ToastWords = {
  text: string
  /** Takes the change back; shows the Undo button. Without it the toast only tells. */
  onUndo?: (() => void) | undefined
  undoLabel?: string | undefined
}

/** `show` gives the way to take the toast away before its time. */
export type Toasts = { show: (toast: ToastWords) => () => void }

const secondsShown = 10

const ToastContext = createContext<Toasts>({ show: () => () => undefined })

/** `show({ text, onUndo })`: tells what was done, with ten seconds to take it back. */
export function useToasts(): Toasts {
  return useContext(ToastContext)
}

/** Holds the toasts of the app; AppShell brings it. At most three are in view, the newest last. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (ToastWords & { id: number })[]>([])
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const lastId = useRef(0)
  const value = useMemo(
    () => ({
      show: (words: ToastWords) => {
        const id = ++lastId.current
        setToasts((all) => [...all.slice(-2), { ...words, id }])
        return () => dismiss(id)
      },
    }),
    [dismiss],
  )
  return (
    <ToastContext value={value}>
      {children}
      <section
        aria-label="Notices"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-20 z-30 grid justify-items-center gap-2 sm:bottom-6 print:hidden"
      >
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
        ))}
      </section>
    </ToastContext>
  )
}

function Toast({ toast, onDismiss }: { toast: ToastWords; onDismiss: () => void }) {
  const [left, setLeft] = useState(secondsShown)
  const [isPaused, setPaused] = useState(false)
  useEffect(() => {
    if (isPaused) return
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : onDismiss()), 1000)
    return () => clearTimeout(timer)
  }, [left, isPaused, onDismiss])
  return (
    <div
      // Whoever reads it or is about to press it keeps it.
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
      className="pointer-events-auto flex max-w-full items-center gap-3.5 rounded-md bg-ink py-2 pr-2 pl-4 text-dense text-paper shadow-float [--focus:var(--paper)]"
    >
      <span className="min-w-0 wrap-anywhere">{toast.text}</span>
      {toast.onUndo ? (
        <button
          type="button"
          onClick={() => {
            toast.onUndo?.()
            onDismiss()
          }}
          className="min-h-[26px] flex-none rounded-sm border border-current px-2.5 font-semibold pointer-coarse:min-h-11"
        >
          {toast.undoLabel ?? 'Undo'}
        </button>
      ) : null}
      <span aria-hidden className="w-8 flex-none text-right font-mono text-label">
        {left} s
      </span>
      <button
        type="button"
        aria-label="Close this notice"
        onClick={onDismiss}
        className="grid size-7 flex-none place-items-center rounded-sm pointer-coarse:size-11"
      >
        <X aria-hidden />
      </button>
    </div>
  )
}
