export type ErrorWords = { readonly title: string; readonly advice: string }

const known: Readonly<Record<number, ErrorWords>> = {
  400: {
    title: 'That address or form could not be read',
    advice: 'Go back and try again, or open the page from the menu.',
  },
  401: { title: 'Please sign in', advice: 'Your sign-in has ended. Sign in again to go on.' },
  403: {
    title: 'You may not open this',
    advice: 'Your access does not include it. An administrator of this installation can change that.',
  },
  404: {
    title: 'Nothing here',
    advice: 'The address may be wrong, or what was here is gone or not shared with you.',
  },
  405: { title: 'That is not possible here', advice: 'Go back and try again from the page itself.' },
  408: { title: 'That took too long', advice: 'The request did not arrive in time. Please try again.' },
  409: {
    title: 'This has changed meanwhile',
    advice: 'Reload the page to see how it is now, then try again.',
  },
  411: {
    title: 'The size is missing',
    advice: 'This was sent without saying how large it is. Try again from a browser.',
  },
  413: { title: 'That is too large', advice: 'Send something smaller, or in several parts.' },
  415: { title: 'That kind of content is not taken here', advice: 'Try again from the page itself.' },
  421: {
    title: 'This address is not ours',
    advice: 'Open Panelist at the address it printed when it started.',
  },
  426: { title: 'HTTPS is needed', advice: 'Open Panelist by an address that starts with https://.' },
  429: { title: 'Too many tries', advice: 'Wait a few minutes and try again.' },
  503: { title: 'Not possible right now', advice: 'Panelist is stopping or busy. Try again in a minute.' },
  507: {
    title: 'The disk is full',
    advice:
      'Nothing can be saved until there is room. An administrator makes some at once by deleting the file “ballast” in ' +
      'Panelist’s data folder, and then clears the disk. What was saved before is safe.',
  },
}

/**
 * @param status an HTTP status from 400 to 599
 * @returns a title and one piece of advice, in words for people
 */
export function describeStatus(status: number): ErrorWords {
  return (
    known[status] ??
    (status < 500
      ? { title: 'That did not work', advice: 'Go back and try again.' }
      : {
          title: 'Something went wrong on our side',
          advice: 'It has been written to the log. Try again; what was saved before is safe.',
        })
  )
}
