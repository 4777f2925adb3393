import { Link, useLocation, type LinkProps } from '@remix-run/react'
import type { NavItem } from './nav-item.ts'

type PlaceLinkProps = Omit<LinkProps, 'to' | 'aria-current'> & { item: NavItem }

/** A link of the navigation: current at its own address, below it, and where `also` says. */
export function PlaceLink({ item, ...rest }: PlaceLinkProps) {
  const { pathname } = useLocation()
  const { to, also = [], isExact } = item
  const isBelow = (start: string) => pathname === start || pathname.startsWith(`${start}/`)
  const isCurrent = isExact ? pathname === to : [to, ...also].some(isBelow)
  return <Link {...rest} to={to} aria-current={isCurrent ? 'page' : undefined} />
}
