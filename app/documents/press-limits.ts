/** How the thread that prints is kept in bounds: five minutes a document, 24 in a row, little memory for what is soon thrown away. */
export const pressLimits = { longestMs: 5 * 60_000, mostWaiting: 24, youngMegabytes: 16 } as const
