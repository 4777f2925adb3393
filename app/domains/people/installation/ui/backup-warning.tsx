import { TriangleAlert } from 'lucide-react'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'

/** Says on Home that the backups have stopped; nothing when they have not. */
export function BackupWarning({ text }: { text: string | null }) {
  if (text === null) return null
  return (
    <Note
      icon={TriangleAlert}
      title={text}
      className="mt-4 max-w-180"
      action={<LinkButton to={paths.installation()}>See why</LinkButton>}
    >
      Panelist makes one every hour while it runs. If the disk failed now, what was saved since would be lost.
    </Note>
  )
}
