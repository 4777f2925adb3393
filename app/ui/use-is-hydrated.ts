import { useSyncExternalStore } from 'react'

function subscribeToNothing() {
  return () => undefined
}

/** False on the server and in the first render of the browser, true from then on. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  )
}
