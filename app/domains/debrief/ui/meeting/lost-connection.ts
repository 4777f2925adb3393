import { data } from '@remix-run/react'
import type { MeetingRefusal } from '#app/domains/debrief/meeting/meeting-answer.ts'

type Shown = { applicationId: string; personId: string; loaded: unknown }

/** The page that is shown, for when it is loaded anew without a connection. */
let shown: Shown | undefined

/**
 * Keeps the page while it is shown.
 * @returns what forgets it, so that nobody who signs in later in this tab meets it
 */
export function keepPage(page: Shown): () => void {
  shown = page
  return () => {
    shown = undefined
  }
}

/**
 * Loads the page; without a connection the one that is shown stays, with everything that was typed into it. When
 * somebody else has signed in meanwhile everything is loaded anew, so that no name stands over another’s words.
 * @throws what the server answers instead of the page
 */
export async function loadOrKeep<T extends { personId: string }>(
  applicationId: string,
  load: () => Promise<T>,
): Promise<T> {
  try {
    const loaded = await load()
    if (shown === undefined || shown.personId === loaded.personId) return loaded
  } catch (error) {
    // The shape is that of the page, which alone is kept.
    if (error instanceof TypeError && shown?.applicationId === applicationId) return shown.loaded as T
    throw error
  }
  window.location.reload()
  return await new Promise<T>(() => undefined)
}

/** Sends a form; one that does not reach the server comes back refused, and loads nothing else anew. */
export async function sendOrRefuse<T>(send: () => Promise<T>) {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const message = 'No connection. What you typed stays here; try again in a moment.'
    const refusal: MeetingRefusal = {
      ok: false,
      form: '',
      errors: { '': [message] },
      values: {},
      isConflict: false,
    }
    return data(refusal, 503)
  }
}
