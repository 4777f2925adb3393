import { addedTitle } from '#app/domains/scorecards/added-question.ts'
import type { AddedView, QuestionView, ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { Section } from '#app/ui/section.tsx'
import { RatingState } from './rating-state.tsx'

/** A card to read: every question with its rating, its evidence and what else was recorded, then the summary. */
export function CardReading({ view }: { view: ScorecardView }) {
  return (
    <>
      {view.deviations.length > 0 ? (
        <Section title="Left the plan" aside={view.deviations.length}>
          <ul className="grid max-w-measure gap-1">
            {view.deviations.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {view.questions.map((question) => (
        <Section
          key={question.questionId}
          title={`${question.number}. ${question.title}`}
          aside={asideOf(question)}
        >
          <p className="max-w-measure text-ink-2">{question.prompt}</p>
          <p className="my-2">
            <RatingState rating={question.rating} levels={view.levels} />
          </p>
          <Anchor question={question} />
          <Notes entry={question} />
          {question.signals.length > 0 ? (
            <>
              <p className="mt-3 text-dense font-semibold">Heard or seen</p>
              <ul className="max-w-measure">
                {question.signals.map((signal) => (
                  <li key={signal}>
                    {question.strongSignals.includes(signal) ? '+' : '−'} {signal}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <Text label="Probes asked" text={question.probesAsked.join('\n')} />
        </Section>
      ))}
      {view.added.map((question) => (
        <Section
          key={question.questionId}
          title={`Asked beside the plan: ${addedTitle(question)}`}
          aside="counted in no score"
        >
          <p className="max-w-measure text-ink-2">{question.prompt}</p>
          <p className="my-2">
            <RatingState rating={question.rating} levels={view.levels} />
          </p>
          <Notes entry={question} />
        </Section>
      ))}
      <Section title="Summary" aside={`Recommendation: ${view.recommendationWords}`}>
        <p className="text-head">{view.recommendationWords}</p>
        <Text label="Reason" text={view.recommendationReason} />
        <Text label="What speaks for this person" text={view.summaryFor} whenEmpty="Nothing was written." />
        <Text label="What speaks against" text={view.summaryAgainst} whenEmpty="Nothing was written." />
      </Section>
      {view.amendments.length > 0 ? <Amendments view={view} /> : null}
    </>
  )
}

function asideOf({ competencyName, isGate, minutes, minutesTaken }: QuestionView): string {
  const taken = minutesTaken === null ? '' : `, ${minutesTaken} of ${minutes} min`
  return `${competencyName}${isGate ? ', must-have' : ''}${taken}`
}

function Notes({ entry }: { entry: Pick<AddedView, 'evidence' | 'answer' | 'privateNote'> }) {
  return (
    <>
      <Text label="Evidence" text={entry.evidence} whenEmpty="No evidence was written." />
      <Text label="Candidate’s own words" text={entry.answer} />
      {entry.privateNote === null ? null : <Text label="Private note, only yours" text={entry.privateNote} />}
    </>
  )
}

function Anchor({ question }: { question: QuestionView }) {
  const { rating } = question
  if (rating?.state !== 'rated') return null
  const anchor = question.anchors.find((entry) => entry.level === rating.level)
  return anchor ? <p className="max-w-measure text-dense text-ink-2">{anchor.text}</p> : null
}

function Text({ label, text, whenEmpty }: { label: string; text: string; whenEmpty?: string }) {
  if (text === '' && whenEmpty === undefined) return null
  return (
    <>
      <p className="mt-3 text-dense font-semibold">{label}</p>
      <p className={`max-w-measure wrap-anywhere whitespace-pre-wrap ${text === '' ? 'text-ink-2' : ''}`}>
        {text || whenEmpty}
      </p>
    </>
  )
}

function Amendments({ view }: { view: ScorecardView }) {
  return (
    <Section title="Amendments" aside="what it said before, and after">
      <ol className="grid gap-4">
        {view.amendments.map((entry, index) => (
          <li key={index} className="border-b border-line pb-3">
            <p className="font-semibold">{entry.place}</p>
            <dl className="mt-1 grid gap-x-6 gap-y-2 sm:grid-cols-2">
              <div>
                <dt className="text-label text-ink-2">Before</dt>
                <dd className="wrap-anywhere whitespace-pre-wrap">{entry.before}</dd>
              </div>
              <div>
                <dt className="text-label text-ink-2">After</dt>
                <dd className="wrap-anywhere whitespace-pre-wrap">{entry.after}</dd>
              </div>
            </dl>
            <p className="mt-1 text-dense text-ink-2">
              {entry.by}, {new Date(entry.atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC:{' '}
              {entry.reason}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
