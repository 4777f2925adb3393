import type { PacketView } from '#app/domains/debrief/print-packet/packet-view.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Note } from '#app/ui/note.tsx'

type LeftOut = PacketView['leftOut']

const mostShown = 4

/** What was asked for and is not in the packet, with why. */
export function LeftOutList({ leftOut }: { leftOut: LeftOut }) {
  if (leftOut.length === 0) return null
  const more = leftOut.slice(mostShown)
  return (
    <Note title="Left out">
      <Reasons leftOut={leftOut.slice(0, mostShown)} />
      {more.length > 0 ? (
        <Disclosure title={`${more.length} more ${more.length === 1 ? 'reason' : 'reasons'}`}>
          <Reasons leftOut={more} />
        </Disclosure>
      ) : null}
    </Note>
  )
}

function Reasons({ leftOut }: { leftOut: LeftOut }) {
  return (
    <ul className="grid gap-1">
      {leftOut.map(({ what, whom, why }) => (
        <li key={`${what} ${why} ${whom}`} className="wrap-anywhere">
          <b className="font-semibold">{what}</b> of {whom}: {why}
        </li>
      ))}
    </ul>
  )
}
