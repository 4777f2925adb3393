import { classNames } from './class-names.ts'

type SwitchProps = {
  isOn: boolean
  onChange: (isOn: boolean) => void
  /** What it does while it is off, and what holds while it is on. */
  words: { off: string; on: string }
  className?: string | undefined
}

/** Turns something on or off at once, and says in words which of the two holds. */
export function Switch({ isOn, onChange, words, className }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      onClick={() => onChange(!isOn)}
      className={classNames(
        'inline-flex min-h-7 items-center gap-2 text-dense whitespace-nowrap print:hidden pointer-coarse:min-h-11',
        isOn && 'font-semibold',
        className,
      )}
    >
      <span
        aria-hidden
        className={classNames(
          'relative h-[18px] w-[30px] flex-none rounded-full border-[1.5px]',
          isOn ? 'border-accent bg-accent' : 'border-line-2 bg-surface',
        )}
      >
        <span
          className={classNames(
            'absolute top-[1.5px] size-3 rounded-full',
            isOn ? 'left-[13px] bg-on-accent' : 'left-0.5 bg-line-2',
          )}
        />
      </span>
      {isOn ? words.on : words.off}
    </button>
  )
}
