import { dueAtOf } from './due/due.ts'

/** One session of the person who looks, or that they organise. */
export type HomeSession = {
  sessionId: string
  startsAtMs: number
  minutes: number
  focus: string
  candidateName: string
  panelName: string
  questions: number
  competencyNames: string[]
  /** The viewer's own card of it; null when they do not interview. */
  scorecardId: string | null
  isHandedIn: boolean
  isCheckedIn: boolean
  isShadow: boolean
}

/** One's own card of a session that is over, or one that was begun early. */
export type HomeCard = {
  scorecardId: string
  candidateName: string
  focus: string
  startsAtMs: number
  dueAtMs: number
  isShadow: boolean
}

/** A session that is being held or begins within the hour, for those who arrange sessions. */
export type HomeRunning = {
  sessionId: string
  candidateName: string
  focus: string
  startsAtMs: number
  interviewers: { name: string; checkedInAtMs: number | null }[]
}

export type HomePanel = { panelId: string; name: string; statusWords: string }

export type HomeView = {
  next: HomeSession | null
  coming: HomeSession[]
  due: HomeCard[]
  running: HomeRunning[]
  /** Of everybody, for those who look after it; null for the others. */
  owed: { owed: number; late: number } | null
  drafts: HomePanel[]
  /** Shipped versions of what the team has edited that wait to be looked at. */
  offers: number
  steps: { people: boolean; panel: boolean; candidate: boolean }
}

/**
 * Sorts sessions into what comes next, what follows within the span, and the cards that are due.
 * @param sessions with a start; of cards only those not handed in
 * @param now milliseconds UTC; a session under way is still the next one
 */
export function arrangeHome(
  sessions: readonly HomeSession[],
  now: number,
): Pick<HomeView, 'next' | 'coming' | 'due'> {
  const inOrder = sessions.toSorted((a, b) => a.startsAtMs - b.startsAtMs)
  const open = inOrder.filter((session) => endOf(session) > now && !session.isHandedIn)
  const [next = null, ...coming] = open
  const due = inOrder.flatMap(
    ({ scorecardId, candidateName, focus, startsAtMs, isHandedIn, isShadow, minutes }) =>
      scorecardId !== null && !isHandedIn && startsAtMs + minutes * 60_000 <= now
        ? [
            {
              scorecardId,
              candidateName,
              focus,
              startsAtMs,
              isShadow,
              dueAtMs: dueAtOf({ startsAtMs, minutes }),
            },
          ]
        : [],
  )
  return { next, coming, due }
}

function endOf(session: Pick<HomeSession, 'startsAtMs' | 'minutes'>): number {
  return session.startsAtMs + session.minutes * 60_000
}
