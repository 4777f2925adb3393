import { Link, type LinkProps } from '@remix-run/react'
import { classNames } from './class-names.ts'

type TextLinkProps = Omit<LinkProps, 'className'> & {
  /** `plain` keeps the colour of the text and underlines on hover: for names in lists and tables. */
  look?: 'accent' | 'plain' | undefined
  className?: string | undefined
}

export function TextLink({ look = 'accent', className, ...rest }: TextLinkProps) {
  const looks = {
    accent: 'text-accent underline decoration-1 underline-offset-3 hover:decoration-2',
    plain: 'inline-block min-h-6 font-semibold hover:underline',
  }
  return <Link {...rest} className={classNames(looks[look], className)} />
}
