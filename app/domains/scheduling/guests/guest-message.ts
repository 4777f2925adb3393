/**
 * The message that hands an access on. It names neither candidate nor panel: it travels by whatever means, and whoever
 * reads it has accepted nothing yet.
 * @param given `ends` in words, `entry` the address where a code is typed
 */
export function guestMessage(given: {
  host: string
  link: string
  entry: string
  code: string
  ends: string
}): string {
  const { host, link, entry, code, ends } = given
  return `Hello,

you are asked to join an interview as a guest. Open this link, read the notice and accept it:

${link}

Or open ${entry} and type this code:

${code}

It is for you alone and works until ${ends}. You need no account and no password.

${host}
`
}
