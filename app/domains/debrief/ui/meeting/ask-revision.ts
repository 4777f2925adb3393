import { paths } from '#app/paths.ts'

/** Whether the server answers, and to whom: asked before anything that would replace the page when it does not. */
export type Reach =
  | { kind: 'there'; revision: number }
  /** The gate is closed to this person now, or the debrief is gone. */
  | { kind: 'closed' }
  | { kind: 'signed-out' }
  | { kind: 'offline' }

const patienceMs = 8000

/** Asks for the revision of a debrief, once. */
export async function askRevision(applicationId: string): Promise<Reach> {
  try {
    const answer = await fetch(paths.debriefEvents(applicationId), {
      headers: { Accept: 'text/plain' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'signed-out' }
    if (answer.status === 200) return { kind: 'there', revision: Number(await answer.text()) }
    return answer.status >= 500 ? { kind: 'offline' } : { kind: 'closed' }
  } catch {
    return { kind: 'offline' }
  }
}
