import { TriangleAlert, OctagonX } from 'lucide-react'
import { TextLink } from '#app/ui/text-link.tsx'
import { paths } from '#app/paths.ts'
import type { Problem, ProblemPlace } from '../problems.ts'
import { useFormQuery } from './use-form-query.ts'

/** What falls short, in words, each with a link to the place where it is mended. */
export function ProblemList({ problems, panelId }: { problems: readonly Problem[]; panelId: string | null }) {
  const form = useFormQuery()
  return (
    <ul className="grid gap-x-8 gap-y-1.5 text-dense lg:grid-cols-2">
      {problems.map((problem) => {
        const Icon = problem.isBlocking ? OctagonX : TriangleAlert
        return (
          <li key={`${problem.form} ${problem.text}`} className="flex items-start gap-2">
            <Icon aria-hidden className={problem.isBlocking ? 'mt-px text-red' : 'mt-px text-amber'} />
            <span>
              {problem.isBlocking ? <b className="text-red">Blocks publication: </b> : null}
              {problem.lead ? <b className="text-amber">{problem.lead}: </b> : null}
              {problem.form ? <b>Form B: </b> : null}
              {problem.text}{' '}
              {panelId ? (
                <TextLink
                  to={`${paths.editPanel(panelId, problem.form ? { form: 'B' } : form)}#${anchorOf(problem.place)}`}
                >
                  Show me
                </TextLink>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** The id in the builder of the place that a problem names. */
export function anchorOf(place: ProblemPlace): string {
  switch (place.kind) {
    case 'panel':
      return 'interviews'
    case 'weights':
      return 'weights'
    default:
      return `${place.kind}-${place.id}`
  }
}
