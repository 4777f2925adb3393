import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For a route whose loader reads nothing of the search in the address: another view of the same page asks nothing of the server.
 * Whatever was sent, another page, and asking for the same again do.
 */
export const isMoreThanView: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const isView =
    formMethod === undefined &&
    currentUrl.pathname === nextUrl.pathname &&
    currentUrl.search !== nextUrl.search
  return defaultShouldRevalidate && !isView
}

/**
 * For the frame around every page: a page that loads itself anew where it is leaves the frame as it stands, so that a
 * connection that breaks meanwhile cannot take both away.
 */
export const isMoreThanHere: ShouldRevalidateFunction = (change) => {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = change
  const isHere = formMethod === undefined && currentUrl.pathname === nextUrl.pathname
  return defaultShouldRevalidate && !isHere
}
