import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type NoteProps = {
  /** `attention` asks for something, `calm` explains, `stop` says what is blocked. */
  tone?: 'attention' | 'calm' | 'stop' | undefined
  icon?: LucideIcon | undefined
  title?: ReactNode
  /** A button or a link, at the end. */
  action?: ReactNode
  className?: string | undefined
  children?: ReactNode
}

const tones = {
  attention: 'border-amber-mark bg-amber-soft',
  calm: 'border-accent bg-accent-soft',
  stop: 'border-red bg-red-soft',
}

export function Note({ tone = 'attention', icon: Icon, title, action, className, children }: NoteProps) {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-2 self-start rounded-r-md border-l-3 px-3.5 py-2.5 text-dense',
        tones[tone],
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-2">
        {Icon ? <Icon aria-hidden className="mt-px" /> : null}
        <div className="min-w-0">
          {title ? <p className="font-semibold">{title}</p> : null}
          {children}
        </div>
      </div>
      {action}
    </div>
  )
}
