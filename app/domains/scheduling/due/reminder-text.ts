/** One scorecard that a reminder names; moments in words. */
export type ReminderItem = {
  candidateName: string
  interview: string
  held: string
  due: string
  link: string
}

/** The subject of a reminder by mail. It names nobody: subjects show on locked screens. */
export function reminderSubject(count: number): string {
  return count === 1 ? 'A scorecard is waiting for you' : `${count} scorecards are waiting for you`
}

/**
 * A reminder to be mailed or handed on: what is owed, since when, and where to fill it.
 * @param given `host` is whoever asks
 */
export function reminderText(given: { name: string; host: string; items: readonly ReminderItem[] }): string {
  const { name, host, items } = given
  const one = items.length === 1
  const list = items.map(
    ({ candidateName, interview, held, due, link }) =>
      `${candidateName}, ${interview}\nheld ${held}, due ${due}\n${link}`,
  )
  return `Hello ${name},

${one ? 'this scorecard is' : `these ${items.length} scorecards are`} still waiting for you:

${list.join('\n\n')}

A few honest lines while you remember are worth more than a long text next week. What you have begun is saved; you can go on where you stopped.

Thank you
${host}
`
}

/**
 * The same for a guest. It names no candidate, as the message that gave them their code did not.
 * @param given `entry` is the address where a code is typed
 */
export function guestReminderText(given: { name: string; host: string; entry: string }): string {
  const { name, host, entry } = given
  return `Hello ${name},

your scorecard of the interview that you joined as a guest is still waiting for you. Open the link that you were given, or type your code here:

${entry}

A few honest lines while you remember are worth more than a long text next week.

Thank you
${host}
`
}
