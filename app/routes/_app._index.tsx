import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { FirstSteps } from '#app/domains/people/ui/first-steps.tsx'
import { requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'home.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Home · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return { access: ctx.user.access }
}

export default function Home() {
  const { access } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="Home" />
      <FirstSteps access={access} done={{ people: false, panel: false, candidate: false }} />
    </>
  )
}
