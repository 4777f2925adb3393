import { Check, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatScore } from '#app/domains/debrief/comparison-table.ts'
import { whyWords } from '#app/domains/debrief/meeting/agenda-walk.ts'
import type { MeetingTopic, TopicQuestion, TwoScores } from '#app/domains/debrief/meeting/meeting-view.ts'
import { Button } from '#app/ui/button.tsx'
import { DisagreementMark } from '#app/ui/disagreement-mark.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { EntryCard, type Rater } from './meeting-entry.tsx'
import { FormRefusal, MeetingForm } from './meeting-form.tsx'
import { NoteWords, TopicNote } from './topic-note.tsx'

type TopicSectionProps = {
  topic: MeetingTopic
  rater: Rater
  /** Whether this person leads and something can be changed. */
  mayLead: boolean
}

/** One point of the agenda: why it is there, both sides question by question, what was noted. */
export function TopicSection({ topic, rater, mayLead }: TopicSectionProps) {
  const hasSides = topic.higherNames.length > 0
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense text-ink-2">
        {topic.reason === 'apart' ? (
          <DisagreementMark apart={topic.apart} label={whyWords(topic)} />
        ) : (
          <Pill tone={topic.reason === 'added' ? 'line' : 'attention'}>{whyWords(topic)}</Pill>
        )}
        {topic.bar === null ? null : <StateMark state="gate" label={`must-have, bar ${topic.bar}`} />}
        <ScoreWords scores={topic} />
        {topic.isDone ? (
          <span className="inline-flex items-center gap-1 font-semibold text-ink">
            <Check aria-hidden /> talked about
          </span>
        ) : null}
      </div>
      {topic.heardDifferentQuestions ? (
        <Note tone="calm" className="mt-3" title="The two sides heard different questions.">
          What looks like a disagreement may be two things that were both true. Compare what was said before
          the levels.
        </Note>
      ) : null}
      {hasSides ? (
        <div
          className="mt-4 hidden grid-cols-2 gap-x-6 border-b border-rule pb-1 text-dense md:grid"
          aria-hidden
        >
          <SideHead title="Lower side" names={topic.lowerNames} />
          <SideHead title="Higher side" names={topic.higherNames} />
        </div>
      ) : null}
      {topic.questions.length === 0 ? (
        <p className="mt-4 text-ink-2">
          Nobody recorded anything for it. Ask who heard something all the same.
        </p>
      ) : null}
      {topic.questions.map((question) => (
        <Question key={question.questionId} {...{ question, hasSides, rater }} topicKey={topic.key} />
      ))}
      {mayLead || topic.note.text !== '' ? (
        <div className="mt-5 border-t border-rule pt-3">
          {mayLead ? <TopicNote key={topic.key} topicKey={topic.key} note={topic.note} /> : null}
          <div className={mayLead ? 'hidden print:block' : undefined}>
            <NoteWords note={topic.note} />
          </div>
          {mayLead ? <TopicMarks topic={topic} /> : null}
        </div>
      ) : null}
    </>
  )
}

function SideHead({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <p>
      <b>{title}</b> <span className="text-ink-2">{names.join(', ')}</span>
    </p>
  )
}

/** "Raw score 2.5, 3.0 after the debrief". */
export function ScoreWords({ scores: { initial, final } }: { scores: TwoScores }) {
  if (initial === null || final === null) return <span>No score</span>
  const isChanged = formatScore(initial) !== formatScore(final)
  return (
    <span>
      Raw score <b className="text-ink">{formatScore(initial)}</b>
      {isChanged ? (
        <>
          , <b className="text-ink">{formatScore(final)}</b> with the final ratings
        </>
      ) : null}
    </span>
  )
}

type QuestionProps = { question: TopicQuestion; hasSides: boolean; rater: Rater; topicKey: string }

function Question({ question, hasSides, rater, topicKey }: QuestionProps) {
  const { title, lower, higher, beside } = question
  const cards = (entries: TopicQuestion['lower']) =>
    entries.map((entry) => (
      <EntryCard key={`${entry.scorecardId} ${entry.questionId}`} {...{ entry, rater, topicKey }} />
    ))
  return (
    <section className="mt-4">
      <h3 className="mb-2 font-semibold wrap-anywhere">{title}</h3>
      {hasSides ? (
        <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
          <Side label="Lower side">{cards(lower)}</Side>
          <Side label="Higher side">{cards(higher)}</Side>
        </div>
      ) : (
        <div className="grid items-start gap-x-6 gap-y-4 md:grid-cols-2">{cards(lower)}</div>
      )}
      {beside.length > 0 ? (
        <div className="mt-3 grid items-start gap-x-6 gap-y-3 md:grid-cols-2">{cards(beside)}</div>
      ) : null}
    </section>
  )
}

function Side({ label, children }: { label: string; children: ReactNode[] }) {
  if (children.length === 0) {
    return <p className="text-dense text-ink-2 max-md:hidden">Nobody on this side rated this question.</p>
  }
  return (
    <div role="group" aria-label={label} className="grid min-w-0 content-start gap-4">
      <p aria-hidden className="-mb-2 text-label font-semibold text-ink-2 md:hidden">
        {label}
      </p>
      {children}
    </div>
  )
}

/** Done or not, and off the agenda again where nothing holds it there. */
function TopicMarks({ topic }: { topic: MeetingTopic }) {
  const { key: topicKey, isDone } = topic
  return (
    <div className="mt-3 flex flex-wrap gap-2 print:hidden">
      <MeetingForm
        form={`done ${topicKey}`}
        fields={{ intent: 'done', topicKey, isDone: isDone ? 'no' : 'yes' }}
      >
        {({ refusal }) => (
          <>
            <Button type="submit" size="small">
              {isDone ? <Undo2 aria-hidden /> : <Check aria-hidden />}
              {isDone ? 'Not done after all' : 'Mark as done'}
            </Button>
            <FormRefusal refusal={refusal} />
          </>
        )}
      </MeetingForm>
      {topic.reason === 'added' && topic.note.text === '' ? (
        <MeetingForm form={`remove ${topicKey}`} fields={{ intent: 'remove', topicKey }}>
          {({ refusal }) => (
            <>
              <Button type="submit" size="small" variant="quiet">
                Take it off the agenda
              </Button>
              <FormRefusal refusal={refusal} />
            </>
          )}
        </MeetingForm>
      ) : null}
    </div>
  )
}
