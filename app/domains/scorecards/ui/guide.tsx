import { fieldName } from '#app/domains/scorecards/field.ts'
import type { LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import type { QuestionView } from '#app/domains/scorecards/scorecard-view.ts'
import { Checkbox } from '#app/ui/checkbox-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SignalTicks } from './signal-ticks.tsx'

type GuideProps = {
  item: LiveItem
  of: number
  /** What is looked for is not shown: the candidate may see the screen. */
  isHidden: boolean
  /** No ticks yet: the page is not alive, or they are hidden. */
  isMasked: boolean
  isAlive: boolean
  /** The heading of the question: the page's own, or one of several. */
  level: 1 | 2
  onTick: (signal: string) => void
  onProbe: (probe: string) => void
  children?: React.ReactNode
}

/** What the interviewer reads from: the question to say aloud, why it is asked, probes and signals. */
export function Guide({
  item,
  of,
  isHidden,
  isMasked,
  isAlive,
  level,
  onTick,
  onProbe,
  children,
}: GuideProps) {
  const Prompt = level === 1 ? 'h1' : 'h2'
  return (
    <section aria-label={`Guide to question ${item.label}`} className="min-w-0">
      <Place item={item} of={of} />
      <Prompt className="mt-2 mb-4 text-title font-semibold text-pretty wrap-anywhere sm:text-aloud">
        {item.prompt || item.title}
      </Prompt>
      {item.kind === 'added' ? (
        <p className="max-w-[62ch] text-ink-2">
          You asked this beside the plan. Its rating is kept and shown, but no score counts it: other
          candidates were not asked it.
        </p>
      ) : (
        <PlannedGuide
          key={item.id}
          guide={item.guide}
          signals={isMasked ? [] : item.record.signals}
          asked={isAlive ? item.record.probes : []}
          {...{ isHidden, onTick, onProbe }}
        />
      )}
      {children}
    </section>
  )
}

function Place({ item, of }: { item: LiveItem; of: number }) {
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-dense text-ink-2">
      {item.kind === 'added' ? (
        <>
          <span>Question {item.label}, unplanned</span>
          <span>{item.added.bankQuestionId === null ? 'in your words' : 'from the bank'}</span>
        </>
      ) : (
        <>
          <span>
            Question {item.label} of {of}
          </span>
          <span>
            <b>{item.guide.competencyName}</b>
            {item.guide.isGate ? ', must-have' : ''}
          </span>
          <span>{item.guide.difficulty}</span>
          <span>{item.minutes} min</span>
        </>
      )}
    </p>
  )
}

type PlannedGuideProps = {
  guide: QuestionView
  signals: readonly string[]
  /** The probes that were asked. */
  asked: readonly string[]
  isHidden: boolean
  onTick: (signal: string) => void
  onProbe: (probe: string) => void
}

function PlannedGuide({ guide, signals, asked, isHidden, onTick, onProbe }: PlannedGuideProps) {
  return (
    <>
      {isHidden ? null : (
        <p className="max-w-[62ch]">
          <b>What employers look for:</b> {guide.intent}
        </p>
      )}
      <Probes
        id={fieldName('probes', guide.questionId)}
        probes={guide.probes}
        asked={asked}
        onProbe={onProbe}
      />
      {isHidden ? (
        <p className="mt-5 border-t border-line pt-2.5 text-dense text-ink-2">
          What to listen for is hidden with the ratings.
        </p>
      ) : (
        <>
          <SignalTicks
            id={fieldName('signals', guide.questionId)}
            strong={guide.strongSignals}
            weak={guide.weakSignals}
            {...{ signals, onTick }}
          />
          <div className="mt-3 border-t border-line pt-1">
            <Disclosure title="If there is time, and what not to infer">
              <p className="text-dense">
                <b>If there is time:</b> {guide.followUp}
              </p>
              <p className="mt-1.5 text-dense">
                <b>Do not infer:</b> {guide.doNotInfer}
              </p>
            </Disclosure>
          </div>
        </>
      )}
    </>
  )
}

type ProbesProps = {
  id: string
  probes: readonly string[]
  asked: readonly string[]
  onProbe: (probe: string) => void
}

function Probes({ id, probes, asked, onProbe }: ProbesProps) {
  return (
    <fieldset id={id} className="mt-5 border-t border-line pt-2.5">
      <legend className="sr-only">Probes: tick what you asked; no score counts it</legend>
      <p className="flex justify-between gap-2 text-dense font-semibold" aria-hidden>
        If they stop early
        <span className="font-normal text-ink-2">
          {asked.length} of {probes.length} asked
        </span>
      </p>
      {probes.map((probe) => (
        <Checkbox
          key={probe}
          label={<span className="text-body">{probe}</span>}
          checked={asked.includes(probe)}
          onChange={() => onProbe(probe)}
        />
      ))}
    </fieldset>
  )
}
