import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { offQuestion } from '#app/domains/scorecards/live/clock.ts'
import type { LivePrefs } from '#app/domains/scorecards/live/live-prefs.ts'
import type { QueueState } from '#app/domains/scorecards/saving/queue-state.ts'
import type { SaveQueue } from '#app/domains/scorecards/saving/save-queue.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { KeysDialog } from '#app/ui/keys-dialog.tsx'
import { Note } from '#app/ui/note.tsx'
import { SkipLink } from '#app/ui/skip-link.tsx'
import { ToastProvider } from '#app/ui/toast.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'
import { BriefingOffer } from './briefing-offer.tsx'
import { ClockNews } from './clock-news.tsx'
import { CardConflicts } from './card-conflicts.tsx'
import { LiveFooter } from './live-footer.tsx'
import { LiveHeader } from './live-header.tsx'
import { QuestionPanel } from './question-panel.tsx'
import type { FieldPlace } from './review-findings.tsx'
import { ReviewStep } from './review-step.tsx'
import { useLiveCard } from './use-live-card.ts'
import { useLiveKeys } from './use-live-keys.ts'
import { useLivePrefs } from './use-live-prefs.ts'
import { useServerClock } from './use-server-clock.ts'

const FindQuestion = lazy(async () => {
  const { FindQuestion: found } = await import('./find-question.tsx')
  return { default: found }
})

type LiveCardProps = {
  view: ScorecardView
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  queue: SaveQueue
  state: QueueState
  /** The server's time when the page was made. */
  nowMs: number
  /** The session to check in to; null when that is done. */
  checkInTo: string | null
  personId: string
  prefs: LivePrefs
  isHidden: boolean
  onSubmit: () => Promise<string | null>
}

/** The screen of an interview: the guide at the left, the record at the right, nothing else. */
export function LiveCard(props: LiveCardProps) {
  const { view, fields, queue, state, onSubmit } = props
  const isAlive = useIsHydrated()
  const time = useServerClock(props.nowMs, state.savedAtMs)
  const look = useLivePrefs(props)
  const card = useLiveCard({ view, fields, queue, state, time })
  const [dialog, setDialog] = useState<'keys' | 'find' | null>(null)
  const { items, place } = card
  const isList = look.prefs.view === 'list'
  useShowPlace(place, isList)

  const keys = {
    levels: view.levels,
    go: card.go,
    step: card.step,
    search: () => setDialog('find'),
    help: () => setDialog('keys'),
  }
  useLiveKeys({ card, look, ...keys })

  function goTo({ field, questionId }: FieldPlace): void {
    if (questionId !== null) card.go(questionId)
    // The step has to be on the screen before its field can take the focus.
    setTimeout(() => document.getElementById(field)?.focus(), 50)
  }

  async function submit(): Promise<string | null> {
    card.stopClock()
    return onSubmit()
  }

  const shown = isList ? items : items.filter((item) => item.id === place)
  return (
    <ToastProvider>
      <div data-live-card className="mx-auto flex min-h-dvh max-w-[1344px] flex-col px-4 sm:px-8">
        <SkipLink />
        <ClockNews count={card.clockNews} />
        <LiveHeader {...{ view, card, state, time, look, isAlive }} onGo={card.go} />
        <main id="main" tabIndex={-1} className="flex grow flex-col outline-none">
          {props.checkInTo === null ? null : <BriefingOffer sessionId={props.checkInTo} card={card} />}
          {view.enteredByName ? (
            <Note
              className="mt-3"
              title={`${view.enteredByName} entered this scorecard from your paper one.`}
            >
              Check it, correct what is wrong, then submit it. It does not count before that.
            </Note>
          ) : null}
          <CardConflicts {...{ view, queue, state }} />
          {isList ? <h1 className="sr-only">Scorecard of {view.candidateName}</h1> : null}
          {place === offQuestion ? (
            <ReviewStep {...{ view, card, time, look, isAlive }} onGo={goTo} onSubmit={submit} />
          ) : (
            shown.map((item) => (
              <div
                key={item.id}
                id={`q:${item.id}`}
                onFocusCapture={() => {
                  if (item.id !== place) card.go(item.id)
                }}
                className={isList ? listClass(item.id === place) : 'flex grow flex-col'}
              >
                <QuestionPanel
                  {...{ item, card, look, isAlive }}
                  of={view.questions.length}
                  isInList={isList}
                  onNext={() => card.step(1)}
                  onAdd={() => setDialog('find')}
                />
              </div>
            ))
          )}
        </main>
        <LiveFooter
          {...{ card, look }}
          levels={view.levels.length}
          onStep={card.step}
          onSearch={keys.search}
          onHelp={keys.help}
        />
        <KeysDialog isOpen={dialog === 'keys'} onOpenChange={(isOpen) => setDialog(isOpen ? 'keys' : null)} />
        {dialog === 'find' ? (
          <Suspense>
            <FindQuestion
              isOpen
              scorecardId={view.scorecardId}
              items={items}
              onOpenChange={(isOpen) => setDialog(isOpen ? 'find' : null)}
              onGo={card.go}
              onAdd={card.add}
            />
          </Suspense>
        ) : null}
      </div>
    </ToastProvider>
  )
}

function listClass(isCurrent: boolean): string {
  const edge = isCurrent ? 'border-l-ink' : 'border-l-transparent'
  return `scroll-mt-36 border-b border-b-line border-l-4 -ml-4 pl-3 ${edge}`
}

/** Brings the question that one went to into view; one that was pressed or typed in is in view already. */
function useShowPlace(place: string, isList: boolean): void {
  const before = useRef(`${isList} ${place}`)
  useEffect(() => {
    if (before.current === `${isList} ${place}`) return
    before.current = `${isList} ${place}`
    const section = document.getElementById(`q:${place}`)
    if (!isList || !section) window.scrollTo({ top: 0 })
    else if (!section.contains(document.activeElement)) section.scrollIntoView({ block: 'start' })
  }, [place, isList])
}
