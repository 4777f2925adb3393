import { ArrowDown, ArrowUp, Check, CircleDot, Mic } from 'lucide-react'
import type { MeetingPage } from '#app/domains/debrief/meeting/debrief-page.ts'
import { Button } from '#app/ui/button.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { FormRefusal, MeetingForm } from './meeting-form.tsx'

type SpeakerListProps = Pick<MeetingPage, 'speakers' | 'alsoHere' | 'personId'> & {
  turn: number | null
  mayLead: boolean
}

/** Who speaks in which order, whose turn it is, who has the page open. */
export function SpeakerList({ speakers, alsoHere, personId, turn, mayLead }: SpeakerListProps) {
  return (
    <>
      <ol>
        {speakers.map((speaker, at) => (
          <li
            key={speaker.id}
            aria-current={at === turn ? 'step' : undefined}
            className="flex min-h-9 items-center gap-2 border-b border-line py-1 text-dense"
          >
            <TurnMark at={at} turn={turn} />
            <span className="min-w-0 flex-1">
              <span className={at === turn ? 'font-semibold wrap-anywhere' : 'wrap-anywhere'}>
                {speaker.name}
                {speaker.id === personId ? ' (you)' : ''}
              </span>
              {at === turn ? <span className="block text-label text-accent">speaks now</span> : null}
            </span>
            {speaker.isHere ? (
              <span className="inline-flex items-center gap-1 text-label text-ink-2">
                <CircleDot aria-hidden className="size-3! text-accent" /> here
              </span>
            ) : null}
            {mayLead ? (
              <span className="flex print:hidden">
                <MoveButton id={speaker.id} name={speaker.name} to={at - 1} isOff={at === 0} />
                <MoveButton
                  id={speaker.id}
                  name={speaker.name}
                  to={at + 1}
                  isDown
                  isOff={at === speakers.length - 1}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {alsoHere.length > 0 ? (
        <p className="mt-2 text-dense text-ink-2">Also here: {alsoHere.join(', ')}</p>
      ) : null}
      <p className="mt-2 text-label text-ink-2 print:hidden">
        Whoever has handed in the fewest scorecards speaks first, so that nobody falls in with the most
        experienced.
      </p>
    </>
  )
}

function TurnMark({ at, turn }: { at: number; turn: number | null }) {
  if (turn !== null && at < turn) {
    return (
      <span className="w-5 text-ink-2">
        <Check aria-hidden className="size-3.5!" />
        <span className="sr-only">has spoken</span>
      </span>
    )
  }
  if (at === turn) return <Mic aria-hidden className="w-5! text-accent" />
  return <span className="w-5 text-ink-2">{at + 1}</span>
}

type MoveButtonProps = { id: string; name: string; to: number; isDown?: boolean; isOff: boolean }

function MoveButton({ id, name, to, isDown = false, isOff }: MoveButtonProps) {
  const label = `${name} speaks ${isDown ? 'later' : 'earlier'}`
  const icon = isDown ? ArrowDown : ArrowUp
  // One that leads nowhere stays, so that the focus does.
  if (isOff)
    return <IconButton type="button" size="small" variant="quiet" {...{ icon, label }} aria-disabled />
  return (
    <MeetingForm
      form={`order ${id} ${isDown ? 'down' : 'up'}`}
      fields={{ intent: 'order', personId: id, to }}
    >
      {() => <IconButton type="submit" size="small" variant="quiet" {...{ icon, label }} />}
    </MeetingForm>
  )
}

/** Gives the word to the next; to the first again once everybody has spoken. */
export function NextSpeaker({ turn, count }: { turn: number; count: number }) {
  if (count === 0) return null
  const isOver = turn >= count
  return (
    <MeetingForm form="turn" fields={{ intent: 'turn', turn: isOver ? 0 : turn + 1 }}>
      {({ refusal }) => (
        <>
          <Button type="submit" size="small">
            <Mic aria-hidden />
            {isOver ? 'Once more round' : turn === count - 1 ? 'Everybody has spoken' : 'Next speaker'}
          </Button>
          <FormRefusal refusal={refusal} />
        </>
      )}
    </MeetingForm>
  )
}
