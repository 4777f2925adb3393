export type ClassPart = string | false | null | undefined

/** Joins class names, leaving out what is not given. */
export function classNames(...parts: readonly ClassPart[]): string {
  return parts.filter(Boolean).join(' ')
}
