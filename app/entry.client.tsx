import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { zoneCookieName } from './lib/zone-cookie.ts'

const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
document.cookie = `${zoneCookieName}=${encodeURIComponent(timeZone)}; Path=/; Max-Age=31536000; SameSite=Lax`

// Remix leaves the rest of a streamed answer unawaited: giving the request up midway would be told as an error.
window.addEventListener('unhandledrejection', (event) => {
  const { reason }: { reason: unknown } = event
  if (reason instanceof DOMException && reason.name === 'AbortError') event.preventDefault()
})

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
