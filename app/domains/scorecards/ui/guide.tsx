import { useState } from 'react'
import type { QuestionView } from '#app/domains/scorecards/scorecard-view.ts'
import { Checkbox } from '#app/ui/checkbox-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'

type GuideProps = {
  question: QuestionView
  of: number
  signals: readonly string[]
  onSignals: (signals: string[]) => void
}

/** What the interviewer reads from: the question to say aloud, why it is asked, probes and signals. */
export function Guide({ question, of, signals, onSignals }: GuideProps) {
  function toggle(signal: string): void {
    onSignals(signals.includes(signal) ? signals.filter((entry) => entry !== signal) : [...signals, signal])
  }
  return (
    <section aria-label="Guide" className="min-w-0">
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-dense text-ink-2">
        <span>
          Question {question.number} of {of}
        </span>
        <span>
          <b>{question.competencyName}</b>
          {question.isGate ? ', must-have' : ''}
        </span>
        <span>{question.difficulty}</span>
      </p>
      <h1 className="mt-2 mb-4 text-title font-semibold text-pretty sm:text-aloud">{question.prompt}</h1>
      <p className="max-w-[62ch]">
        <b>What employers look for:</b> {question.intent}
      </p>
      <Probes key={question.questionId} probes={question.probes} />
      <h2 className="mt-5 flex justify-between gap-2 border-t border-line pt-2.5 text-dense font-semibold">
        Listen for
        <span className="font-normal text-ink-2">ticks are kept with the rating</span>
      </h2>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {[
          { title: 'Strong', texts: question.strongSignals },
          { title: 'Weak', texts: question.weakSignals },
        ].map(({ title, texts }) => (
          <fieldset key={title} className="min-w-0">
            <legend className="mt-1 text-label text-ink-2">{title}</legend>
            {texts.map((text) => (
              <Checkbox
                key={text}
                label={text}
                checked={signals.includes(text)}
                onChange={() => toggle(text)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className="mt-3 border-t border-line pt-1">
        <Disclosure title="If there is time, and what not to infer">
          <p className="text-dense">
            <b>If there is time:</b> {question.followUp}
          </p>
          <p className="mt-1.5 text-dense">
            <b>Do not infer:</b> {question.doNotInfer}
          </p>
        </Disclosure>
      </div>
    </section>
  )
}

function Probes({ probes }: { probes: readonly string[] }) {
  const [asked, setAsked] = useState<readonly string[]>([])
  return (
    <fieldset className="mt-5 border-t border-line pt-2.5">
      <legend className="sr-only">Probes: tick what you asked; the ticks stay on this screen</legend>
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
          onChange={(event) =>
            setAsked(
              event.currentTarget.checked ? [...asked, probe] : asked.filter((entry) => entry !== probe),
            )
          }
        />
      ))}
    </fieldset>
  )
}
