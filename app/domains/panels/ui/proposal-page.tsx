import { Form } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Proposed } from '#app/domains/panels/planner/proposal.ts'
import { explainedTitles } from '#app/domains/panels/planner/plan-explained.ts'
import { changesInWords, proofInWords, writeProposal } from '#app/domains/panels/planner/proposal-words.ts'
import { PlanHead } from './plan-modes.tsx'
import { ProposedInterviewCard } from './proposed-interview.tsx'
import { useFormQuery } from './use-form-query.ts'
import { WhyNotNote } from './why-not-note.tsx'

/** What the planner proposes, beside the draft, with its proof; taking it is one edit that Undo takes back. */
export function ProposalPage({ proposed }: { proposed: Proposed }) {
  const { head, proposal, revision, whyNot, more } = proposed
  const { mode } = proposal
  const form = useFormQuery()
  const onlyNow = proposal.draftShortfalls.filter(({ words }) => !proposal.shortfalls.includes(words))
  const isChange = proposal.added + proposal.moved + proposal.removed > 0 || proposal.isReordered
  return (
    <>
      <PlanHead
        head={head}
        mode={mode}
        actions={
          isChange ? (
            <Form method="post" action={paths.editPanel(head.id, form)}>
              <input type="hidden" name="intent" value="take-plan" />
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="plan" value={writeProposal(proposal)} />
              <Button type="submit" variant="primary">
                Take this plan
              </Button>
            </Form>
          ) : null
        }
      />
      <Note tone="calm" className="mt-4" title={changesInWords(proposal)}>
        <p>{proofInWords(proposal)}</p>
      </Note>
      {whyNot ? <WhyNotNote whyNot={whyNot} panelId={head.id} mode={mode} /> : null}
      {proposal.shortfalls.length + proposal.notes.length > 0 ? (
        <Section title={explainedTitles.best} aside={proposal.shortfalls.length}>
          <ul className="grid max-w-measure gap-1 text-dense">
            {[...proposal.shortfalls, ...proposal.notes].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {onlyNow.length > 0 ? (
        <Section title="What falls short in the draft and would not in this plan" aside={onlyNow.length}>
          <ul className="grid max-w-measure gap-1 text-dense">
            {onlyNow.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Interview by interview" aside="Nothing changes until you take the plan">
        {proposal.interviews.length === 0 ? (
          <EmptyState title="No interview yet">
            <TextLink to={paths.editPanel(head.id, form)}>Add the interviews of the loop</TextLink> with their
            minutes and competencies; then ask again.
          </EmptyState>
        ) : (
          <div className="grid gap-x-7 gap-y-8 md:grid-cols-2 2xl:grid-cols-3">
            {proposal.interviews.map((interview) => (
              <ProposedInterviewCard
                key={interview.id}
                interview={interview}
                toWhy={(why) => paths.suggestPlan(head.id, { mode, why, ...form })}
              />
            ))}
          </div>
        )}
      </Section>
      <Section title={explainedTitles.more} id="more">
        {more ? (
          <ul className="grid max-w-measure gap-2 text-dense">
            {more.map(({ interview, change, words }) => (
              <li key={`${interview} ${change}`}>{words}</li>
            ))}
          </ul>
        ) : (
          <LinkButton
            to={`${paths.suggestPlan(head.id, { mode, more: '1', ...form })}#more`}
            size="small"
            preventScrollReset
          >
            Work it out: ten more minutes, or one more question, in each interview
          </LinkButton>
        )}
      </Section>
    </>
  )
}
