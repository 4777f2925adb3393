import { FileDown } from 'lucide-react'
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
        <div className="flex flex-wrap gap-2 print:hidden">
          <LinkButton to={paths.accessCopyPdf(candidateId)} reloadDocument>
            <FileDown aria-hidden /> Copy as PDF, A4
          </LinkButton>
          <LinkButton to={paths.accessCopyPdf(candidateId, { paper: 'letter' })} reloadDocument>
            <FileDown aria-hidden /> Copy as PDF, Letter
          </LinkButton>
        </div>
      ) : (
        <Note tone="calm">{whyNot}</Note>
      )}
    </Section>
  )
}
