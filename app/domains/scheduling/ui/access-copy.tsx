import { FileText } from 'lucide-react'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'

/** The way to a copy of everything held about a candidate, or why there is none yet. */
export function AccessCopy({ candidateId, whyNot }: { candidateId: string; whyNot: string | null }) {
  return (
    <Section title="A copy for the candidate">
      <p className="mb-3 max-w-measure text-ink-2">
        When a candidate asks what is held about them: their data, interviews, what was written, ratings,
        debrief and decision, with the names of other people taken out. Read it before you hand it out. The
        audit log keeps that it was made.
      </p>
      {whyNot === null ? (
        <LinkButton to={paths.print('copy', candidateId)} className="print:hidden">
          <FileText aria-hidden /> Copy for the candidate
        </LinkButton>
      ) : (
        <Note tone="calm">{whyNot}</Note>
      )}
    </Section>
  )
}
