import {
  ArrowUp,
  CircleCheck,
  CircleDashed,
  CloudOff,
  GitFork,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import type { SaveState } from './save-state.ts'
import { saveWords } from './save-state.ts'

const icons: Record<SaveState['kind'], LucideIcon> = {
  untouched: CircleDashed,
  saving: ArrowUp,
  saved: CircleCheck,
  'on-device': CloudOff,
  'in-page': CloudOff,
  conflict: GitFork,
  refused: TriangleAlert,
}

const tones: Record<SaveState['kind'], string> = {
  untouched: 'text-ink-2',
  saving: 'text-ink-2',
  saved: 'text-ink-2',
  'on-device': 'text-amber',
  'in-page': 'font-semibold text-amber',
  conflict: 'font-semibold text-amber',
  refused: 'font-semibold text-red',
}

type SaveLineProps = {
  state: SaveState
  /** Called by "Two versions, choose", which is then a button. */
  onChoose?: (() => void) | undefined
}

/** Always words, always at the top right of a form. */
export function SaveLine({ state, onChoose }: SaveLineProps) {
  const Icon = icons[state.kind]
  return (
    <span
      role="status"
      className={`inline-flex items-center gap-1.5 text-dense print:hidden ${tones[state.kind]}`}
    >
      <Icon aria-hidden />
      {state.kind === 'conflict' && onChoose ? (
        <button type="button" onClick={onChoose} className="min-h-6 underline underline-offset-3">
          {saveWords(state)}
        </button>
      ) : (
        <span>
          {saveWords(state)}
          {state.kind === 'refused' && state.signInTo ? (
            <>
              .{' '}
              <a
                href={state.signInTo}
                target="_blank"
                rel="noreferrer"
                className="underline underline-offset-3"
              >
                Sign in again in another tab
              </a>
              , and it goes on by itself
            </>
          ) : null}
        </span>
      )}
    </span>
  )
}
