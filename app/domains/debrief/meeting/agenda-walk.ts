import { formatApart } from '../comparison-table.ts'
import { decideKey, type MeetingTopic, type MeetingView } from './meeting-view.ts'

/** A point of the agenda as a list shows it. */
export type AgendaPoint = { key: string; name: string; why: string; isDone: boolean }

/** Why a point is on the agenda, in words. */
export function whyWords({ reason, apart, bar }: Pick<MeetingTopic, 'reason' | 'apart' | 'bar'>): string {
  if (reason === 'apart') return `${formatApart(apart)} levels apart`
  return reason === 'bar-unclear' ? `bar of ${bar ?? ''} unclear` : 'added'
}

/** Every point to talk about, and the decision as the last. */
export function listPoints({ agenda }: Pick<MeetingView, 'agenda'>): AgendaPoint[] {
  return [
    ...agenda.map((topic) => ({
      key: topic.key,
      name: topic.name,
      why: whyWords(topic),
      isDone: topic.isDone,
    })),
    { key: decideKey, name: 'Decide', why: 'the last point', isDone: false },
  ]
}

/**
 * The point that a page shows: the one looked at, else the one the meeting is at, else the first.
 * @param keys of the agenda, in order; each of the others may name a point that is not on it any more
 */
export function findShown(
  keys: readonly string[],
  at: { looked: string | null; pinned: string | null; shared: string | null },
): string {
  const wanted = [at.looked, at.pinned, at.shared].find((key) => key !== null && keys.includes(key))
  return wanted ?? keys[0] ?? decideKey
}

/** The next point or the one before; undefined beyond either end. */
export function findNeighbour(keys: readonly string[], key: string, by: 1 | -1): string | undefined {
  const at = keys.indexOf(key)
  return at === -1 ? undefined : keys[at + by]
}
