import { Section } from '#app/ui/section.tsx'
import type { Question, Scale } from '#rubrics/content.schema.ts'
import { RubricRow } from './rubric-row.tsx'
import { SignalLists } from './signal-lists.tsx'

/** What stands in the block; a draft that is still being written shows what it has. */
export type BlockContent = Pick<
  Question,
  'prompt' | 'intent' | 'probes' | 'rubrics' | 'signals' | 'followUp' | 'doNotInfer'
> & { star?: Question['star'] | null }

/** What an interviewer reads before and while asking: prompt, intent, probes, anchors, signals and cautions. */
export function QuestionBlock({
  question,
  scales,
  promptLevel = 2,
}: {
  question: BlockContent
  scales: readonly Scale[]
  /** The heading level of the prompt. */
  promptLevel?: 1 | 2 | undefined
}) {
  const Prompt = promptLevel === 1 ? 'h1' : 'h2'
  return (
    <>
      <Prompt className="mt-4 max-w-[46ch] text-title font-semibold text-pretty sm:text-aloud">
        {question.prompt}
      </Prompt>
      <p className="mt-4 max-w-measure">
        <b>What employers look for:</b> {question.intent}
      </p>
      <Section title="If they stop early">
        <ul className="grid max-w-measure gap-1.5">
          {question.probes.map((probe, i) => (
            <li key={i} className="flex gap-2.5">
              <span aria-hidden className="font-semibold text-ink-3">
                ?
              </span>
              {probe}
            </li>
          ))}
        </ul>
        {question.star ? <Star star={question.star} /> : null}
      </Section>
      {question.rubrics.map((rubric) => {
        const scale = scales.find((item) => item.id === rubric.scale)
        return (
          <Section key={rubric.scale} title="Rubric" aside={scale?.name}>
            <RubricRow rubric={rubric} scale={scale} />
          </Section>
        )
      })}
      <Section title="Listen for">
        <SignalLists signals={question.signals} />
      </Section>
      <Section title="If there is time, and what to leave aside">
        <dl className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
          <div>
            <dt className="text-dense font-semibold text-ink-2">Ask next</dt>
            <dd className="mt-1">{question.followUp}</dd>
          </div>
          <div>
            <dt className="text-dense font-semibold text-ink-2">Do not infer</dt>
            <dd className="mt-1">{question.doNotInfer}</dd>
          </div>
        </dl>
      </Section>
    </>
  )
}

function Star({ star }: { star: NonNullable<Question['star']> }) {
  const parts = [
    ['Situation', star.situation],
    ['Task', star.task],
    ['Action', star.action],
    ['Result', star.result],
  ] as const
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-3 border-t border-line pt-3 sm:grid-cols-2 lg:grid-cols-4">
      {parts.map(([name, text]) => (
        <div key={name}>
          <dt className="text-dense font-semibold text-ink-2">{name}</dt>
          <dd className="mt-0.5 text-dense">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
