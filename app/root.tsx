import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useState, type ReactNode } from 'react'
import { ErrorPage } from './error-page.tsx'
import { readTheme, themeAttribute } from '#app/ui/theme.ts'
import stylesUrl from '#app/ui/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
  {
    rel: 'preload',
    href: '/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
  { rel: 'stylesheet', href: stylesUrl },
]

export function loader({ request, context }: LoaderFunctionArgs) {
  return { cspNonce: context.cspNonce, theme: readTheme(request.headers.get('Cookie')) }
}

export { isMoreThanHere as shouldRevalidate } from '#app/lib/revalidate.ts'

export function Layout({ children }: { readonly children: ReactNode }) {
  // Undefined when the root loader itself failed: the page then comes without scripts.
  const data = useRouteLoaderData<typeof loader>('root')
  // The page keeps the policy it came with: a later answer of the loader carries another nonce, which it refuses.
  const [nonce] = useState(data?.cspNonce)
  return (
    <html lang="en" data-theme={data && themeAttribute(data.theme)} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* React Aria adds a style element in the browser and takes its nonce from here. */}
        {nonce && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {nonce && <ScrollRestoration nonce={nonce} />}
        {nonce && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
