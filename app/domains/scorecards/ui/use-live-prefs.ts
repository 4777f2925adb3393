import { useState } from 'react'
import { hiddenCookie, livePrefsCookie, type LivePrefs } from '#app/domains/scorecards/live/live-prefs.ts'

export type LiveLook = {
  prefs: LivePrefs
  isHidden: boolean
  setPrefs: (prefs: LivePrefs) => void
  setHidden: (isHidden: boolean) => void
}

/** How the screen looks to this person: what the server read from the cookies, and what they change now. */
export function useLivePrefs(given: { personId: string; prefs: LivePrefs; isHidden: boolean }): LiveLook {
  const [prefs, setPrefs] = useState(given.prefs)
  const [isHidden, setHidden] = useState(given.isHidden)
  return {
    prefs,
    isHidden,
    setPrefs(next) {
      setPrefs(next)
      document.cookie = livePrefsCookie(given.personId, next)
    },
    setHidden(next) {
      setHidden(next)
      document.cookie = hiddenCookie(next)
    },
  }
}
