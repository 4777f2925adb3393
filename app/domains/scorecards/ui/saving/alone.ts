/** Runs one thing at a time over all tabs of this browser that send the saves of a scorecard. */
export async function alone<T>(scorecardId: string, run: () => Promise<T>): Promise<T> {
  // Browsers that are older than Web Locks send from each tab; the server then makes a conflict of a race.
  if (!('locks' in navigator)) return run()
  return await navigator.locks.request(`panelist-saves-${scorecardId}`, run)
}
