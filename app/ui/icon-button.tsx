import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'

type IconButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label'> & {
    type: 'button' | 'submit'
    icon: LucideIcon
    label: string
  }

/** A square button with an icon; `label` is its accessible name and its title. */
export function IconButton({ icon: Icon, label, variant, size, className, ...rest }: IconButtonProps) {
  const square =
    size === 'small' ? 'w-[26px] px-0 pointer-coarse:w-target shrink-0' : 'w-target px-0 shrink-0'
  return (
    <button
      title={label}
      {...rest}
      aria-label={label}
      className={classNames(buttonClass({ variant, size }), square, className)}
    >
      <Icon aria-hidden />
    </button>
  )
}
