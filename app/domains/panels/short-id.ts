/** The last six characters of an id, for the footer of a loose page. */
export function shortIdOf(id: string): string {
  return id.slice(-6).toUpperCase()
}
