import { lazy, Suspense } from 'react'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'

// Half a megabyte that nothing but this page needs, and that no server can run.
const PrintedFile = lazy(() => import('./printed-file.client.tsx'))

/** The pages of a file, once scripts run. */
export function ShownFile({ path, title }: { path: string; title: string }) {
  const isHydrated = useIsHydrated()
  if (!isHydrated)
    return (
      <p className="mt-5 text-dense text-ink-2">
        The pages are shown here when scripts run. Download and Print need none.
      </p>
    )
  return (
    <Suspense fallback={null}>
      <PrintedFile path={path} title={title} />
    </Suspense>
  )
}

/** The same of a file that is made by posting; it is made once, and what is downloaded is what is shown. */
export function MadeFile({ path, title }: { path: string; title: string }) {
  return (
    <Suspense fallback={null}>
      <PrintedFile path={path} title={title} isMade />
    </Suspense>
  )
}
