import type { MetaFunction } from '@remix-run/node'

export const meta: MetaFunction = () => [{ title: 'Panelist' }]

export default function Home() {
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <h1 className="text-xl font-semibold">Panelist</h1>
      <p className="mt-3">Plan the panel, run the interviews, decide.</p>
    </main>
  )
}
