import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { counted } from '#app/domains/panels/panel.ts'
import type { Planning } from '#app/domains/panels/planner/proposal.ts'
import { waitInWords } from '#app/domains/panels/planner/proposal-words.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { PlanHead } from './plan-modes.tsx'
import { useFormQuery } from './use-form-query.ts'

const restMs = 200

/** A plan that is not there yet, or will not be: how far it is, and what can be done. */
export function PlanningPage({ planning }: { planning: Exclude<Planning, { state: 'done' }> }) {
  const { head, mode } = planning
  const form = useFormQuery()
  return (
    <>
      <PlanHead head={head} mode={mode} />
      {planning.state === 'working' ? (
        <Working planning={planning} />
      ) : (
        <Note
          tone={planning.state === 'failed' ? 'attention' : 'calm'}
          className="mt-4"
          title={
            planning.state === 'failed'
              ? 'The planner broke off before it was done'
              : 'The planning was stopped'
          }
          action={
            <LinkButton to={paths.suggestPlan(head.id, { mode, ...form })} size="small" replace>
              Plan again
            </LinkButton>
          }
        >
          <p>
            {planning.state === 'failed'
              ? 'The machine may be short of memory or is being restarted. Nothing was changed, and the draft is as it was. Plan again; if it breaks off again, tell whoever runs this installation.'
              : 'Nothing was changed: the draft is as it was.'}{' '}
            <TextLink to={paths.editPanel(head.id, form)}>Back to the panel</TextLink>
          </p>
        </Note>
      )}
    </>
  )
}

function Working({ planning }: { planning: Extract<Planning, { state: 'working' }> }) {
  const { head, mode, questions, step } = planning
  const form = useFormQuery()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return undefined
    const timer = setTimeout(revalidate, restMs)
    return () => clearTimeout(timer)
    // Each answer asks for the next one.
  }, [planning, revalidate, state])
  return (
    <div className="mt-5 max-w-measure">
      <Progress
        label={`Planning from ${questions.toLocaleString('en')} questions`}
        words={step === 0 ? 'waiting for its turn or at the first step' : `${counted(step, 'step')} done`}
        action={
          <Form method="post" action={paths.suggestPlan(head.id, { mode, ...form })}>
            <Button type="submit" size="small">
              Stop planning
            </Button>
          </Form>
        }
      />
      <p role="status" className="mt-2 text-dense text-ink-2">
        {waitInWords(planning)}
      </p>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
        <p className="mt-2 text-dense">
          This page looks again by itself. <a href="">Look now</a>
        </p>
      </noscript>
    </div>
  )
}
