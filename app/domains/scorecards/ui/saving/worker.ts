import type { WorkerMessage } from '#app/domains/scorecards/saving/kept-page.ts'
import { paths } from '#app/paths.ts'

/** Tells the service worker something; nothing where there is none, as on plain http. */
export async function tellWorker(message: WorkerMessage): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  registration?.active?.postMessage(message)
}

/**
 * Says who is signed in, so that the pages of anybody else leave this browser. Every way in and out calls it.
 * @param personId null when nobody is
 */
export function tellWho(personId: string | null): void {
  void tellWorker({ kind: 'person', personId })
}

/** Lets the page of a scorecard open without a connection: starts the service worker, which keeps it. */
export async function keepPage(personId: string, scorecardId: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(paths.serviceWorker())
    const { active } = await navigator.serviceWorker.ready
    const message: WorkerMessage = { kind: 'keep', personId, path: paths.fillScorecard(scorecardId) }
    active?.postMessage(message)
  } catch {
    // Where service workers are switched off, what is typed is kept all the same; only a reload needs the network.
  }
}
