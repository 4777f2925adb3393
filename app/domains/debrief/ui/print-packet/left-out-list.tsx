import type { PacketView } from '#app/domains/debrief/print-packet/packet-view.ts'
import { Note } from '#app/ui/note.tsx'

/** What was asked for and is not in the packet, with why. */
export function LeftOutList({ leftOut }: { leftOut: PacketView['leftOut'] }) {
  if (leftOut.length === 0) return null
  return (
    <Note title="Left out">
      <ul className="grid gap-1">
        {leftOut.map(({ what, whom, why }) => (
          <li key={`${what} ${why} ${whom}`} className="wrap-anywhere">
            <b className="font-semibold">{what}</b> of {whom}: {why}
          </li>
        ))}
      </ul>
    </Note>
  )
}
