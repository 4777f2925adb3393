import { useSubmit } from '@remix-run/react'
import { type ComponentType, type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react'
import { savedKeptForMs } from '#app/domains/scorecards/saving/device-keys.ts'
import { hasKeptForms } from '#app/ui/kept-forms.ts'
import { Note } from '#app/ui/note.tsx'
import { readContents, wipeDevice } from './device-store.ts'
import type { UnsentWorkProps } from './unsent-work.tsx'
import { tellWho } from './worker.ts'

const lookEveryMs = 60_000

export type UnsentParts = {
  /** What the page says about words that are not saved. */
  notices: ReactNode
  /** Takes over a form that signs out; pages of the shell get it by `useOutletContext`. */
  onSignOut: (event: FormEvent<HTMLFormElement>) => void
}

/** The form that was sent to sign out, or its button. */
type Way = HTMLFormElement | HTMLButtonElement

/** The button tells what is asked for where a form has several. */
function wayOf({ nativeEvent, currentTarget }: FormEvent<HTMLFormElement>): Way {
  const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
  return button instanceof HTMLButtonElement ? button : currentTarget
}

/**
 * Lets any page of a signed-in person send what waits on this device, warn of it, and ask about it before they sign
 * out. What does that is loaded only when something waits.
 * @param given `exceptCardId` is the scorecard of this page, which looks after itself
 */
export function useUnsentWork(given: { personId: string; exceptCardId?: string }): UnsentParts {
  const { personId, exceptCardId } = given
  const [Work, setWork] = useState<ComponentType<UnsentWorkProps> | null>(null)
  const [leaving, setLeaving] = useState<{ way: Way; hasForm: boolean } | null>(null)
  const [isHeldUp, setHeldUp] = useState(false)
  const submit = useSubmit()

  const loadWork = useCallback(async () => {
    const { UnsentWork } = await import('./unsent-work.tsx')
    setWork(() => UnsentWork)
  }, [])

  useEffect(() => tellWho(personId), [personId])
  useEffect(() => {
    if (Work) return
    async function look(): Promise<void> {
      const { isWaiting, oldestSavedAtMs } = await readContents(personId, exceptCardId)
      const isOld = oldestSavedAtMs !== null && Date.now() - oldestSavedAtMs > savedKeptForMs
      if (isWaiting || isOld) await loadWork()
    }
    // Without a connection the part may not load: it is tried again.
    const lookAgain = () => void look().catch(() => undefined)
    lookAgain()
    const timer = setInterval(lookAgain, lookEveryMs)
    window.addEventListener('online', lookAgain)
    document.addEventListener('visibilitychange', lookAgain)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', lookAgain)
      document.removeEventListener('visibilitychange', lookAgain)
    }
  }, [Work, personId, exceptCardId, loadWork])

  async function leave(way: Way): Promise<void> {
    // Nothing is sent or stored any more while the device is emptied.
    setWork(null)
    await wipeDevice(personId).catch(() => undefined)
    tellWho(null)
    await submit(way)
  }

  async function askOrLeave(way: Way): Promise<void> {
    const contents = await readContents(personId).catch(() => null)
    const hasForm = hasKeptForms(personId)
    if (!contents?.isWaiting && !hasForm) return leave(way)
    try {
      await loadWork()
      setHeldUp(false)
      setLeaving({ way, hasForm })
    } catch {
      setHeldUp(true)
    }
  }

  function leaveNow(): void {
    setLeaving(null)
    if (leaving) void leave(leaving.way)
  }

  return {
    notices: (
      <>
        {isHeldUp ? (
          <div role="alert">
            <Note tone="stop" className="mb-4" title="You are still signed in">
              Something you typed is not saved yet, and it cannot be sent without a connection. Sign out once
              there is one.
            </Note>
          </div>
        ) : null}
        {Work ? (
          <Work
            personId={personId}
            exceptCardId={exceptCardId}
            leaving={
              leaving && { hasForm: leaving.hasForm, onLeave: leaveNow, onStay: () => setLeaving(null) }
            }
          />
        ) : null}
      </>
    ),
    onSignOut(event) {
      event.preventDefault()
      void askOrLeave(wayOf(event))
    },
  }
}
