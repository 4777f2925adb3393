import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'
export type ButtonLook = { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined }

const variants: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep',
  plain: 'border-line-2 bg-surface text-ink hover:bg-hover',
  quiet: 'border-transparent text-accent hover:bg-accent-soft',
  danger: 'border-red text-red hover:bg-red-soft',
}

const sizes: Record<ButtonSize, string> = {
  normal: 'min-h-target px-3 py-1 text-body',
  small: 'min-h-[26px] px-2 py-0.5 text-dense pointer-coarse:min-h-target',
}

/** The look of a button, for the few places where another element than Button or LinkButton wears it. */
export function buttonClass({ variant = 'plain', size = 'normal' }: ButtonLook = {}): string {
  return classNames(
    'inline-flex max-w-full items-center justify-center gap-1.5 rounded-md border text-center font-semibold no-underline transition-colors print:hidden',
    'disabled:cursor-not-allowed disabled:border-dashed disabled:border-line-2 disabled:bg-transparent disabled:text-ink-3',
    'aria-disabled:cursor-not-allowed aria-disabled:border-dashed aria-disabled:border-line-2 aria-disabled:bg-transparent aria-disabled:text-ink-3',
    variants[variant],
    sizes[size],
  )
}
