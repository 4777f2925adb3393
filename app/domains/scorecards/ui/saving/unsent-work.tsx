import { CloudOff } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import {
  entryWords,
  isOverdue,
  unsentCardOf,
  type UnsentCard,
} from '#app/domains/scorecards/saving/unsent.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { outboxOf } from './device-outbox.ts'
import { downloadUnsent, exactTime } from './download-unsent.ts'
import type { SignOutDialogProps } from './sign-out-dialog.tsx'
import { useSender } from './use-sender.ts'

// Both bring React Aria's overlays along: fetched when first opened.
const SignOutDialog = lazy(async () => ({ default: (await import('./sign-out-dialog.tsx')).SignOutDialog }))
const ThrowAwayDialog = lazy(async () => ({
  default: (await import('./throw-away-dialog.tsx')).ThrowAwayDialog,
}))

export type UnsentWorkProps = {
  personId: string
  /** The scorecard of this page, which sends and speaks for itself. */
  exceptCardId?: string | undefined
  /** Somebody pressed Sign out: what to do when nothing waits any more, and when they stay. */
  leaving: Pick<SignOutDialogProps, 'hasForm' | 'onLeave' | 'onStay'> | null
}

/** Sends what waits on this device, says so when it has waited for an hour, and asks about it at sign-out. */
export function UnsentWork({ personId, exceptCardId, leaving }: UnsentWorkProps) {
  const { sending, sender } = useSender(personId, exceptCardId)
  const [thrown, setThrown] = useState<UnsentCard | null>(null)
  const cards = sending.cards.map((card) => unsentCardOf(card, card.why))
  const { readAtMs } = sending
  const overdue = readAtMs === null ? [] : cards.filter((card) => isOverdue(card, readAtMs))
  const download = (scorecardId?: string) =>
    downloadUnsent(
      sending.cards.filter((card) => scorecardId === undefined || card.scorecardId === scorecardId),
    )
  return (
    <>
      <section aria-label="Not saved yet" aria-live="polite" className="print:hidden">
        {overdue.map((card) => (
          <UnsentNote
            key={card.scorecardId}
            card={card}
            onDownload={() => download(card.scorecardId)}
            onThrowAway={() => setThrown(card)}
          />
        ))}
      </section>
      <Suspense>
        {leaving && readAtMs !== null ? (
          <SignOutDialog
            cards={cards}
            onDownload={() => download()}
            onSend={() => void sender.hurry().catch(() => undefined)}
            {...leaving}
          />
        ) : null}
        {thrown ? (
          <ThrowAwayDialog
            card={thrown}
            onKeep={() => setThrown(null)}
            onThrowAway={() => {
              setThrown(null)
              void outboxOf(personId).discard(thrown.scorecardId)
            }}
          />
        ) : null}
      </Suspense>
    </>
  )
}

type UnsentNoteProps = { card: UnsentCard; onDownload: () => void; onThrowAway: () => void }

function UnsentNote({ card, onDownload, onThrowAway }: UnsentNoteProps) {
  const isStuck = card.state.kind === 'refused'
  return (
    <Note
      icon={CloudOff}
      title={`${card.title}: ${entryWords(card.entries)} not saved for more than an hour`}
      className="mb-4"
      action={
        <span className="flex flex-wrap gap-2">
          <LinkButton to={paths.fillScorecard(card.scorecardId)} size="small">
            Open the scorecard
          </LinkButton>
          <Button type="button" size="small" onClick={onDownload}>
            Download as a file
          </Button>
          {isStuck ? (
            <Button type="button" size="small" variant="danger" onClick={onThrowAway}>
              Throw away
            </Button>
          ) : null}
        </span>
      }
    >
      {card.sinceMs === null ? null : `Typed from ${exactTime(card.sinceMs)}, kept on this device only. `}
      {stateWords(card)}
    </Note>
  )
}

/** What a waiting scorecard waits for. */
export function stateWords({ state }: Pick<UnsentCard, 'state'>): string {
  switch (state.kind) {
    case 'sending':
      return 'It is being sent.'
    case 'trying':
      return `Panelist keeps trying: ${state.why}.`
    case 'choose':
      return 'Two versions of a text wait for you: open the scorecard and choose.'
    case 'refused':
      return `The server did not take it: ${state.why}`
  }
}
