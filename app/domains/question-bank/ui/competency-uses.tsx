import type { CompetencyQuestion, Weighing } from '#app/domains/question-bank/competencies/competency-view.ts'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

type CompetencyUsesProps = {
  competencyId: string
  roles: readonly Weighing[]
  questions: readonly CompetencyQuestion[]
}

/** Beyond it the questions page, with its search, is the better list. */
const mostShown = 40

/** The roles that weigh a competency, and the questions that are rated for it or touch it. */
export function CompetencyUses({ competencyId, roles, questions }: CompetencyUsesProps) {
  const rated = questions.filter((question) => question.isRated)
  const touching = questions.filter((question) => !question.isRated)
  return (
    <>
      <Section title="Roles that weigh it" aside={roles.length}>
        {roles.length === 0 ? (
          <p className="text-ink-2">No role weighs it yet.</p>
        ) : (
          <ul>
            {roles.map((role) => (
              <li
                key={role.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 last:border-0"
              >
                <TextLink to={paths.role(role.id)} look="plain" className="min-w-60">
                  {role.name}
                </TextLink>
                <span>weight {role.weight}</span>
                {role.gate === null ? null : <StateMark state="gate" label={`Must-have, bar ${role.gate}`} />}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Questions" aside={`${rated.length} rated for it, ${touching.length} touch it`}>
        {questions.length === 0 ? (
          <p className="text-ink-2">No question is rated for it yet. A role that weighs it needs one.</p>
        ) : (
          <>
            <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
              <QuestionLinks title="Rated for it" questions={rated} none="None." />
              <QuestionLinks title="Touch it, without a rating" questions={touching} none="None." />
            </div>
            <p className="mt-4">
              <TextLink to={paths.questions({ competency: competencyId })}>
                Search {questions.length === 1 ? 'this question' : `these ${questions.length} questions`}
              </TextLink>
            </p>
          </>
        )}
      </Section>
    </>
  )
}

type QuestionLinksProps = { title: string; questions: readonly CompetencyQuestion[]; none: string }

function QuestionLinks({ title, questions, none }: QuestionLinksProps) {
  const hidden = questions.length - mostShown
  return (
    <div className="min-w-0">
      <h3 className="text-dense font-semibold text-ink-2">{title}</h3>
      {questions.length === 0 ? <p className="mt-1 text-ink-2">{none}</p> : null}
      <ul className="mt-1">
        {questions.slice(0, mostShown).map((question) => (
          <li
            key={question.id}
            className="flex items-baseline justify-between gap-3 border-t border-line py-1"
          >
            <TextLink to={paths.question(question.id)} look="plain" className="!font-normal">
              {question.title}
            </TextLink>
            <span className="text-dense whitespace-nowrap text-ink-2">{question.minutes} min</span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="text-dense text-ink-2">and {hidden} more</p> : null}
    </div>
  )
}
