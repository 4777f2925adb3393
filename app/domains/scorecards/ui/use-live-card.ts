import { newAddedId, type AddedQuestion } from '#app/domains/scorecards/added-question.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import {
  elapsedMs,
  offQuestion,
  pauseClock,
  startClock,
  stoppedClock,
  turnClock,
  type Clock,
} from '#app/domains/scorecards/live/clock.ts'
import { listLiveItems, type LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import { addLine, removeLine, signalLine, stampOf } from '#app/domains/scorecards/live/note-lines.ts'
import { askLater, insertQuestion, moveQuestion } from '#app/domains/scorecards/question-order.ts'
import type { QueueState } from '#app/domains/scorecards/saving/queue-state.ts'
import type { SaveQueue } from '#app/domains/scorecards/saving/save-queue.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import type { Rating, ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import { liveRecord } from './live-values.ts'
import { useClockNews } from './use-clock-news.ts'
import { usePlace } from './use-place.ts'
import type { LiveTime } from './use-server-clock.ts'

type Given = {
  view: ScorecardView
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  queue: SaveQueue
  state: QueueState
  time: LiveTime
}

/** A live card and all that one does to it; everything goes through the save queue. */
export type LiveCardModel = {
  record: ScorecardRecord
  items: LiveItem[]
  clock: Clock
  /** The question in view; undefined at the review. */
  current: LiveItem | undefined
  /** An id of the items, or `offQuestion`. */
  place: string
  edit: (field: string, value: unknown) => void
  go: (place: string) => void
  /** Goes on by so many questions; after the last one comes the review. */
  step: (by: number) => void
  rate: (id: string, rating: Rating | null) => void
  tick: (item: LiveItem, signal: string, withStamp: boolean) => void
  /** Ticks a probe as asked, or takes the tick away. */
  probe: (item: LiveItem, probe: string) => void
  toggleClock: () => void
  stopClock: () => void
  /** Counts how often another device or page changed the clock after this one had. */
  clockNews: number
  /** What a line of notes written now begins with; null while the clock stands. */
  stampNow: () => string | null
  later: (id: string) => void
  move: (id: string, by: number) => void
  add: (question: AddedQuestion) => void
  remove: (id: string) => void
  putBack: (id: string, question: AddedQuestion) => void
}

export function useLiveCard({ view, fields, queue, state, time }: Given): LiveCardModel {
  const record = liveRecord(view, fields, state)
  const items = listLiveItems(view, record)
  const clock = record.clock ?? stoppedClock
  const ids = items.map((item) => item.id)
  const [place, setPlace] = usePlace(ids, clock.running?.questionId)
  const current = items.find((item) => item.id === place)
  const { edit } = queue

  const { clockNews, noteClock } = useClockNews(clock)

  function setClock(next: Clock): void {
    if (next === clock) return
    noteClock(next)
    edit('clock', next)
  }

  function go(next: string): void {
    setPlace(next)
    setClock(turnClock(clock, { questionId: next, nowMs: time.now() }))
  }

  function step(by: number): void {
    const at = current ? ids.indexOf(current.id) : ids.length
    go(ids[Math.max(at + by, 0)] ?? offQuestion)
  }

  function stampNow(): string | null {
    return clock.running ? stampOf(elapsedMs(clock, time.now())) : null
  }

  return {
    record,
    items,
    clock,
    current,
    place,
    edit,
    go,
    step,
    rate: (id, rating) => edit(fieldName('rating', id), rating),
    tick(item, signal, withStamp) {
      if (item.kind !== 'planned') return
      const { signals, evidence } = item.record
      const line = signalLine(signal, item.guide.strongSignals.includes(signal))
      const isTicked = signals.includes(signal)
      edit(
        fieldName('signals', item.id),
        isTicked ? signals.filter((entry) => entry !== signal) : [...signals, signal],
      )
      edit(
        fieldName('evidence', item.id),
        isTicked ? removeLine(evidence, line) : addLine(evidence, line, (withStamp && stampNow()) || ''),
      )
    },
    probe({ id, record: { probes } }, probe) {
      const isAsked = probes.includes(probe)
      edit(fieldName('probes', id), isAsked ? probes.filter((entry) => entry !== probe) : [...probes, probe])
    },
    toggleClock() {
      const nowMs = time.now()
      setClock(clock.running ? pauseClock(clock, nowMs) : startClock(clock, { questionId: place, nowMs }))
    },
    clockNews,
    stopClock: () => setClock(pauseClock(clock, time.now())),
    stampNow,
    later(id) {
      const next = ids[ids.indexOf(id) + 1]
      edit('order', askLater(ids, id))
      if (id === place && next !== undefined) go(next)
    },
    move: (id, by) => edit('order', moveQuestion(ids, id, by)),
    add(question) {
      const id = newAddedId(crypto.randomUUID())
      edit(fieldName('added', id), question)
      edit('order', insertQuestion(ids, id, current?.id))
      go(id)
    },
    remove(id) {
      const next = ids[ids.indexOf(id) + 1] ?? offQuestion
      edit(fieldName('added', id), null)
      if (id === place) go(next)
    },
    putBack: (id, question) => edit(fieldName('added', id), question),
  }
}
