import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'

type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'type'> & { type: 'button' | 'submit' | 'reset' }

/** A native button: several submit buttons of one form differ by `name="intent"` and `value`. */
export function Button({ variant, size, className, ...rest }: ButtonProps) {
  return <button {...rest} className={classNames(buttonClass({ variant, size }), className)} />
}
