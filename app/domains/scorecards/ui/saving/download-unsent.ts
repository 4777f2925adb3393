import type { WaitingCard } from '#app/domains/scorecards/saving/card-words.ts'
import { writeUnsentFile } from '#app/domains/scorecards/saving/unsent-file.ts'

/** Hands the waiting words of some scorecards to their person as a text file. */
export function downloadUnsent(cards: readonly WaitingCard[]): void {
  const nowMs = Date.now()
  const text = writeUnsentFile(cards, { nowMs, format: exactTime })
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `panelist-not-saved-${new Date(nowMs).toISOString().slice(0, 10)}.txt`
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A moment by the clock and in the zone of this device. */
export function exactTime(atMs: number): string {
  return new Date(atMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
}
