import type { When } from '#app/lib/dates.ts'
import type { DueList, MailStanding, OwedCard, Urgency } from './due.ts'

/** One owed card as the page shows it. */
export type DueRow = Omit<OwedCard, 'personName' | 'remindedAtMs'> & {
  held: When
  due: When
  urgency: Urgency
  /** "3 h late"; null while it is not. */
  late: string | null
  reminded: When | null
  text: string
}
export type DuePersonRow = {
  personId: string
  name: string
  isGuest: boolean
  isClosed: boolean
  owed: number
  rows: DueRow[]
  reminded: When | null
  mail: MailStanding
  text: string
}
export type DuePage = Pick<DueList, 'shown' | 'counts' | 'panels'> & { people: DuePersonRow[] }
