import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { PanelUse, PublishedUse } from '#app/domains/question-bank/question.ts'

type QuestionUsesProps = {
  drafts: readonly PanelUse[]
  published: readonly PublishedUse[]
  /** The number of the question's current version. */
  current: number
}

/** The panels that ask a question: in their draft, which follows every edit, and as they were published. */
export function QuestionUses({ drafts, published, current }: QuestionUsesProps) {
  const isUnused = drafts.length + published.length === 0
  return (
    <Section title="Where it is used">
      {isUnused ? (
        <p className="text-ink-2">No panel asks it yet. Add it to an interview in the panel builder.</p>
      ) : (
        <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
          <div>
            <h3 className="text-dense font-semibold text-ink-2">In drafts of panels, always as it is now</h3>
            <ul className="mt-1 grid gap-1">
              {drafts.map((use) => (
                <li key={`${use.id} ${use.interview}`}>
                  <TextLink to={`${paths.panel(use.id)}?version=draft`}>{use.name}</TextLink>, {use.interview}
                </li>
              ))}
              {drafts.length === 0 ? <li className="text-ink-2">None.</li> : null}
            </ul>
          </div>
          <div>
            <h3 className="text-dense font-semibold text-ink-2">In published panels, as it was then</h3>
            <ul className="mt-1 grid gap-1">
              {published.map((use) => (
                <li key={`${use.id} ${use.interview}`}>
                  <TextLink to={paths.panel(use.id)}>{use.name}</TextLink>, version {use.panelVersion},{' '}
                  {use.interview}
                  <span className="text-ink-2">
                    {use.questionNumber === current
                      ? ', as it is now'
                      : `, version ${use.questionNumber} of the question`}
                  </span>
                </li>
              ))}
              {published.length === 0 ? <li className="text-ink-2">None.</li> : null}
            </ul>
          </div>
        </div>
      )}
    </Section>
  )
}
