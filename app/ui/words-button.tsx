import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

type WordsButtonProps = {
  /** What it shows: a sentence. */
  words: string
  className?: string | undefined
  children: ReactNode
}

/** A figure that says itself in a sentence when it is pressed: for a mouse, a finger, a keyboard, and without scripts. */
export function WordsButton({ words, className, children }: WordsButtonProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={words}
        className={classNames(
          'underline decoration-dotted decoration-1 underline-offset-3 pointer-coarse:min-h-11',
          className,
        )}
      >
        {children}
        <span className="sr-only">, in words</span>
      </button>
      <span
        id={id}
        popover="auto"
        className="fixed inset-0 m-auto h-fit w-fit max-w-[min(28rem,calc(100vw-2rem))] rounded-md border border-line-2 bg-surface p-4 text-body text-ink shadow-float"
      >
        {words}
      </span>
    </>
  )
}
