import { paths } from '#app/paths.ts'
import { Pill } from '#app/ui/pill.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Briefing } from '../briefing-view.ts'

/** What one's own interview looks into, and the questions that are planned for it. */
export function BriefingPlan({ briefing }: { briefing: Briefing }) {
  const { competencies, questions } = briefing
  return (
    <div>
      <Section title="You look into" isFirst>
        <dl className="grid gap-3">
          {competencies.map(({ id, name, definition, isGate, questions: count }) => (
            <div key={id} className="max-w-measure">
              <dt className="flex flex-wrap items-baseline gap-x-2.5">
                <b className="font-semibold">{name}</b>
                {isGate ? <Pill tone="calm">must-have</Pill> : null}
                <span className="text-dense text-ink-2">
                  {count === 0 ? 'heard in passing' : `${count} ${count === 1 ? 'question' : 'questions'}`}
                </span>
              </dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Your questions" aside={questions.length}>
        <ol>
          {questions.map(({ number, title, competencyName, minutes }) => (
            <li
              key={number}
              className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 border-b border-line py-1.5"
            >
              <span className="text-ink-2 tabular-nums">{number}</span>
              <span>
                <span className="font-semibold wrap-anywhere">{title}</span>
                <span className="block text-dense text-ink-2">{competencyName}</span>
              </span>
              <span className="text-dense text-ink-2 tabular-nums">{minutes} min</span>
            </li>
          ))}
        </ol>
        <p className="mt-2 text-dense text-ink-2">
          The whole text, the levels and what to listen for are on the scorecard and in the{' '}
          <TextLink to={paths.print('kit', briefing.sessionId)}>kit to print</TextLink>.
        </p>
      </Section>
    </div>
  )
}

/** What the other interviews with this candidate cover, so that one does not ask it again. */
export function OtherInterviews({ briefing: { others, otherPeople } }: { briefing: Briefing }) {
  if (others.length === 0) return null
  return (
    <Section title="What the others cover">
      <ul className="grid gap-3 text-dense">
        {others.map(({ id, letter, focus, competencyNames, titles }) => (
          <li key={id}>
            <p className="font-semibold">
              {letter} {focus}
            </p>
            <p>{competencyNames.join(', ')}</p>
            {titles.length > 0 ? <p className="text-ink-2">Asks: {titles.join('; ')}</p> : null}
            {otherPeople[id]?.length ? <p className="text-ink-2">With {otherPeople[id].join(', ')}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
