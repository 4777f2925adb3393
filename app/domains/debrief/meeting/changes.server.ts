import type { Db } from '#db/client.server.ts'

/** A page that has a debrief open. */
export type Listener = {
  applicationId: string
  person: { id: string; name: string }
  /** Of the sign-in that opened it. */
  secretHash: string
  /** Called after a change is committed, and when somebody comes or goes. */
  onChange: (what: 'change' | 'here') => void
  /** Ends the stream from our side. */
  end: () => void
}

// One process serves one database, so whoever listens is known here.
const listeners = new WeakMap<Db, Set<Listener>>()
const stopped = new WeakSet<Db>()

/** Adds a listener and tells the others that somebody came. @returns what takes it off again */
export function listen(db: Db, listener: Listener): () => void {
  if (stopped.has(db)) {
    listener.end()
    return () => undefined
  }
  const all = listeners.get(db) ?? new Set()
  listeners.set(db, all.add(listener))
  tell(db, listener.applicationId, 'here', listener)
  return () => {
    if (all.delete(listener)) tell(db, listener.applicationId, 'here')
  }
}

/** Tells every open page of a debrief that it changed; to be called after the change is committed. */
export function announceChange(db: Db, applicationId: string): void {
  tell(db, applicationId, 'change')
}

/** Who has the page of a debrief open: names by id. */
export function listPresent(db: Db, applicationId: string): Map<string, string> {
  return new Map(
    [...(listeners.get(db) ?? [])]
      .filter((listener) => listener.applicationId === applicationId)
      .map(({ person }) => [person.id, person.name]),
  )
}

/** Ends the streams of a sign-in that is over. */
export function endStreamsOf(db: Db, secretHash: string): void {
  for (const listener of listeners.get(db) ?? []) {
    if (listener.secretHash === secretHash) listener.end()
  }
}

/** Ends every stream and refuses new ones, so that the server can stop. */
export function endAllStreams(db: Db): void {
  stopped.add(db)
  for (const listener of listeners.get(db) ?? []) listener.end()
}

function tell(db: Db, applicationId: string, what: 'change' | 'here', except?: Listener): void {
  for (const listener of listeners.get(db) ?? []) {
    if (listener.applicationId === applicationId && listener !== except) listener.onChange(what)
  }
}
