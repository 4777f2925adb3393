import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { zoneCookieName } from './lib/zone-cookie.ts'

const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
document.cookie = `${zoneCookieName}=${encodeURIComponent(timeZone)}; Path=/; Max-Age=31536000; SameSite=Lax`

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
