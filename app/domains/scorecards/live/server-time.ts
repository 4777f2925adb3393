/** The server's time as some message gave it, and this device's when the message was read. */
export type TimeSample = { serverMs: number; deviceMs: number }

/**
 * What to add to this device's time to have the server's. A message is always read after it was written, so of several
 * samples the one with the largest difference came through fastest.
 */
export function offsetOf(samples: readonly TimeSample[]): number {
  return samples.length === 0 ? 0 : Math.max(...samples.map(({ serverMs, deviceMs }) => serverMs - deviceMs))
}
