import { useSearchParams } from '@remix-run/react'
import type { FormQuery } from '#app/paths.ts'

/** What an address of this page's panel needs to stay in the form that is shown. */
export function useFormQuery(): FormQuery {
  const [params] = useSearchParams()
  return params.get('form') === 'B' ? { form: 'B' } : {}
}
