import { Link, type LinkProps } from '@remix-run/react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'

type LinkButtonProps = ButtonLook & Omit<LinkProps, 'className'> & { className?: string | undefined }

/** A link that looks like a button. Downloads and PDFs need `reloadDocument`. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={classNames(buttonClass({ variant, size }), className)} />
}
