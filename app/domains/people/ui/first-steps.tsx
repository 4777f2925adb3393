import { Check } from 'lucide-react'
import { canEver, type Access, type Action } from '#app/domains/people/access.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'

export type StepsDone = { people: boolean; panel: boolean; candidate: boolean }

type Step = { is: keyof StepsDone; action: Action; title: string; says: string; to: string; label: string }

const steps: readonly Step[] = [
  {
    is: 'people',
    action: 'people.invite',
    title: 'Invite the people who interview',
    says: 'Each gets a link and chooses a password. You can do this at any time.',
    to: paths.invitePerson(),
    label: 'Invite somebody',
  },
  {
    is: 'panel',
    action: 'panel.create',
    title: 'Assemble a panel',
    says: 'Start from a role’s recommended panel: interviews, questions and minutes are filled in, and you change them.',
    to: paths.newPanel(),
    label: 'New panel',
  },
  {
    is: 'candidate',
    action: 'candidate.edit',
    title: 'Add candidates',
    says: 'One at a time or from a CSV file. Then plan their sessions in one step and print the kits.',
    to: paths.newCandidate(),
    label: 'Add a candidate',
  },
]

/** What a new installation does first; only the steps this person may take, the next one first in line. */
export function FirstSteps({ access, done }: { access: Access; done: StepsDone }) {
  const own = steps.filter((step) => canEver(access, step.action))
  const next = own.find((step) => !done[step.is])
  return (
    <ol className="mt-6 grid max-w-180 border-t border-rule">
      {own.map((step, i) => (
        <li
          key={step.is}
          className="grid grid-cols-[28px_minmax(0,1fr)] items-start gap-x-3 gap-y-3 border-b border-line py-4 sm:grid-cols-[28px_minmax(0,1fr)_auto]"
        >
          <span
            aria-hidden
            className="grid size-7 place-items-center rounded-full border border-line-2 text-dense font-semibold"
          >
            {done[step.is] ? <Check /> : i + 1}
          </span>
          <div>
            <h2 className="font-semibold">
              {step.title}
              {done[step.is] ? <span className="font-normal text-ink-2"> (done)</span> : null}
            </h2>
            <p className="max-w-measure text-dense text-ink-2">{step.says}</p>
          </div>
          <div className="col-start-2 sm:col-start-3">
            <LinkButton to={step.to} variant={step === next ? 'primary' : 'plain'}>
              {step.label}
            </LinkButton>
          </div>
        </li>
      ))}
    </ol>
  )
}
