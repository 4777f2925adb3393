import { useEffect, useEffectEvent, useState } from 'react'
import { entryWords, type UnsentCard } from '#app/domains/scorecards/saving/unsent.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { Note } from '#app/ui/note.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { stateWords } from './unsent-work.tsx'

export type SignOutDialogProps = {
  cards: readonly UnsentCard[]
  /** A form in this tab, other than a scorecard, holds words that were not saved. */
  hasForm: boolean
  onDownload: () => void
  onSend: () => void
  /** Signs out and takes what is left off this device. */
  onLeave: () => void
  onStay: () => void
}

type Step = 'ask' | 'send' | 'throw away'

/** Signing out takes a person's words off the device: asks what to do with those that the server does not have. */
export function SignOutDialog({ cards, hasForm, onDownload, onSend, onLeave, onStay }: SignOutDialogProps) {
  const [step, setStep] = useState<Step>('ask')
  const entries = cards.reduce((sum, card) => sum + card.entries, 0)
  const isDone = cards.length === 0 && !hasForm
  const leave = useEffectEvent(onLeave)
  useEffect(() => {
    if (isDone) leave()
  }, [isDone])
  if (isDone) return null
  if (cards.length === 0) return <AskAboutForm onLeave={onLeave} onStay={onStay} />
  const title = {
    ask: 'Not everything is saved yet',
    send: 'Saving, then signing out',
    'throw away': `Throw away ${entryWords(entries)}?`,
  }[step]
  return (
    <Dialog isOpen isQuestion title={title} onOpenChange={(isOpen) => !isOpen && onStay()}>
      {step === 'ask' ? (
        <Ask
          {...{ cards, onDownload, onStay }}
          onSend={() => {
            setStep('send')
            onSend()
          }}
          onThrowAway={() => setStep('throw away')}
        />
      ) : step === 'send' ? (
        <Send {...{ cards, entries, onSend }} onBack={() => setStep('ask')} />
      ) : (
        <>
          <p>What is on this device only goes for good, and you are signed out. It cannot be brought back.</p>
          <FormActions align="end">
            <Button type="button" autoFocus onClick={() => setStep('ask')}>
              Back
            </Button>
            <Button type="button" variant="danger" onClick={onLeave}>
              Throw away and sign out
            </Button>
          </FormActions>
        </>
      )}
    </Dialog>
  )
}

/** Only its writer can save a form: it has to be looked at first. */
function AskAboutForm({ onLeave, onStay }: Pick<SignOutDialogProps, 'onLeave' | 'onStay'>) {
  return (
    <Dialog isOpen isQuestion title="A form is not saved yet" onOpenChange={(isOpen) => !isOpen && onStay()}>
      <p>
        What you typed into it is in this tab only, and signing out throws it away. Stay signed in to go back
        to it and save it.
      </p>
      <FormActions align="end">
        <Button type="button" autoFocus onClick={onStay}>
          Stay signed in
        </Button>
        <Button type="button" variant="danger" onClick={onLeave}>
          Throw it away and sign out
        </Button>
      </FormActions>
    </Dialog>
  )
}

type AskProps = Pick<SignOutDialogProps, 'cards' | 'onDownload' | 'onSend' | 'onStay'> & {
  onThrowAway: () => void
}

function Ask({ cards, onDownload, onSend, onStay, onThrowAway }: AskProps) {
  const [isDownloaded, setDownloaded] = useState(false)
  return (
    <>
      <p>This is on this device only, and signing out takes it off:</p>
      <CardList cards={cards} onStay={onStay} />
      <div className="grid gap-2">
        <Button type="button" variant="primary" autoFocus onClick={onSend}>
          Save it, then sign out
        </Button>
        <Button
          type="button"
          onClick={() => {
            onDownload()
            setDownloaded(true)
          }}
        >
          Download as a file
        </Button>
        <Button type="button" variant="danger" onClick={onThrowAway}>
          Throw it away and sign out
        </Button>
        <Button type="button" variant="quiet" onClick={onStay}>
          Stay signed in
        </Button>
      </div>
      <p role="status" className="mt-2 text-dense text-ink-2">
        {isDownloaded
          ? 'The file is among your downloads. Look into it before you throw anything away here.'
          : null}
      </p>
    </>
  )
}

type SendProps = Pick<SignOutDialogProps, 'cards' | 'onSend'> & { entries: number; onBack: () => void }

function Send({ cards, entries, onSend, onBack }: SendProps) {
  const [most] = useState(entries)
  const total = Math.max(most, entries)
  const isWaiting = cards.some(({ state }) => state.kind === 'sending' || state.kind === 'trying')
  const why = cards.flatMap(({ state }) => (state.kind === 'trying' ? state.why : []))[0]
  return (
    <>
      {isWaiting ? (
        <Progress
          label="Saving"
          value={total - entries}
          max={total}
          words={`${total - entries} of ${total} saved`}
        />
      ) : (
        <Note tone="stop">The rest cannot be saved without you.</Note>
      )}
      <p role="status" className="mt-2">
        {!isWaiting
          ? null
          : why === undefined
            ? 'You are signed out when everything is saved.'
            : `Not saved yet: ${why}. It is tried again by itself; you are signed out when everything is saved.`}
      </p>
      {isWaiting ? null : <CardList cards={cards} onStay={onBack} />}
      <FormActions align="end">
        <Button type="button" autoFocus onClick={onBack}>
          Back
        </Button>
        {isWaiting ? (
          <Button type="button" onClick={onSend}>
            Try now
          </Button>
        ) : null}
      </FormActions>
    </>
  )
}

/** What waits; a link leads to each scorecard, where the words stand and a choice is made. */
function CardList({ cards, onStay }: { cards: readonly UnsentCard[]; onStay: () => void }) {
  return (
    <ul className="my-3 grid gap-2 text-dense">
      {cards.map((card) => (
        <li key={card.scorecardId}>
          <TextLink to={paths.fillScorecard(card.scorecardId)} onClick={onStay}>
            {card.title}
          </TextLink>
          : {entryWords(card.entries)}. {stateWords(card)}
        </li>
      ))}
    </ul>
  )
}
