/** Names of what this browser keeps for one person; each holds the person, so that nobody else's words are ever read. */
export const deviceKeys = {
  database: 'panelist',
  /** A broadcast channel of all tabs. */
  channel: (personId: string) => `panelist-drafts-${personId}`,
  /** In localStorage, the scorecard follows. */
  lastWords: (personId: string) => `panelist-last-words-${personId}-`,
  /** In sessionStorage, the scorecard follows: drafts of browsers without a database. */
  tabDrafts: (personId: string) => `panelist-drafts-${personId}-`,
}

/** No sign-in lasts longer: what the server has had for so long, nobody comes back to. */
export const savedKeptForMs = 14 * 86_400_000

/** The part of a browser's storage that is used. */
export type SmallStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What follows a prefix in the keys of a storage. */
export function listEndings(storage: Pick<SmallStorage, 'key' | 'length'>, prefix: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
  return keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
}
