import { createDemoLink } from '#app/domains/people/demo-links.server.ts'
import { countUsers, findAccountByEmail } from '#app/domains/people/store.server.ts'
import type { Services } from '#app/lib/services.ts'
import { emailOf } from './cast.ts'
import { addDemoPastRound } from './demo-past-round.server.ts'
import { addDemoRound } from './demo-round.server.ts'

const ways = [
  { key: 'ottilie', words: 'the hiring manager' },
  { key: 'sunniva', words: 'an interviewer with a draft and a card that is due' },
  { key: 'kavya', words: 'an interviewer with a session today' },
]

/**
 * Makes the demo ready: fills its database when that is empty, and keeps what is there otherwise.
 * @returns lines with a link for each of three people, good until the program ends
 */
export function prepareDemo(services: Services, baseUrl: string): string[] {
  if (countUsers(services.db) === 0) fillDemo(services)
  const links = ways.flatMap(({ key, words }) => {
    const account = findAccountByEmail(services.db, emailOf(key))
    return account
      ? [`  ${account.name}, ${words}:\n  ${baseUrl}${createDemoLink(services, account.id)}\n`]
      : []
  })
  return [
    'This is the demo: an invented hiring round, kept in a file of its own. Open one of these links to go in.\n',
    ...links,
  ]
}

function fillDemo({ db, now }: Services): void {
  addDemoRound(db, now())
  const manager = findAccountByEmail(db, emailOf('ottilie'))
  if (manager) addDemoPastRound({ db, user: manager, now: now() })
}
