import { data } from '@remix-run/react'
import type { MeetingRefusal } from '#app/domains/debrief/meeting/meeting-answer.ts'

/** The page that is shown, for when it is loaded anew without a connection. */
let shown: { applicationId: string; page: unknown } | undefined

/**
 * Keeps the page while it is shown.
 * @returns what forgets it, so that nobody who signs in later in this tab meets it
 */
export function keepPage(applicationId: string, page: unknown): () => void {
  shown = { applicationId, page }
  return () => {
    shown = undefined
  }
}

/**
 * Loads the page; without a connection the one that is shown stays, with everything that was typed into it.
 * @throws what the server answers instead of the page
 */
export async function loadOrKeep<T>(applicationId: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    // The shape is that of the page, which alone is kept.
    if (error instanceof TypeError && shown?.applicationId === applicationId) return shown.page as T
    throw error
  }
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
