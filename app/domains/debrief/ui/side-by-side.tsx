import { useRef } from 'react'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Legend } from '#app/ui/legend.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useShortcuts } from '#app/ui/use-shortcuts.ts'
import type { SideBySide as Sides, SideBySidePage } from '#app/domains/debrief/side-by-side/side-by-side.ts'
import { writeSideChoice, type SideChoice } from '#app/domains/debrief/side-by-side/side-choice.ts'
import { explainWaiting } from '../waiting.ts'
import { VotesCell } from './comparison-cells.tsx'
import { Expectation } from './expectation.tsx'
import { SideColumns, SideName, SideNames } from './side-columns.tsx'
import { SideCompetency } from './side-competency.tsx'

type SideBySideProps = { page: SideBySidePage; side: Sides; choice: SideChoice }

/** Two to five candidates beside each other: over all, then competency by competency and question by question. */
export function SideBySide({ page, side, choice }: SideBySideProps) {
  const { candidates, competencies, questions } = side
  const root = useRef<HTMLDivElement>(null)
  const toCompetency = (step: 1 | -1) => {
    const heads = [...(root.current?.querySelectorAll<HTMLElement>('[data-competency]') ?? [])]
    const at = heads.findIndex((head) => head === document.activeElement)
    const next = at < 0 ? heads[step > 0 ? 0 : heads.length - 1] : heads[at + step]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'start' })
  }
  useShortcuts([
    { keys: 'j', label: 'Next competency', run: () => toCompetency(1) },
    { keys: 'k', label: 'Competency before', run: () => toCompetency(-1) },
  ])
  const toChoice = (change: Partial<SideChoice>) =>
    paths.sideBySide(page.panelId, writeSideChoice({ ...choice, ...change }))
  return (
    <div ref={root}>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <SegmentedLinks
          label="Order"
          options={[
            {
              to: toChoice({ order: 'disagreements' }),
              label: 'Disagreements first',
              isOn: choice.order === 'disagreements',
            },
            { to: toChoice({ order: 'panel' }), label: 'As in the panel', isOn: choice.order === 'panel' },
          ]}
        />
        <ChipLink isOn={choice.isOnlyDifferent} to={toChoice({ isOnlyDifferent: !choice.isOnlyDifferent })}>
          Only where they differ
        </ChipLink>
        <span role="status" className="text-dense text-ink-2">
          {questions.shown} of {questions.all} questions
        </span>
      </div>
      <SideNames
        names={candidates.map(({ row }) => ({
          id: row.applicationId,
          content: page.isPast ? (
            row.name
          ) : (
            <TextLink look="plain" to={paths.application(row.applicationId)}>
              {row.name}
            </TextLink>
          ),
        }))}
      />
      <Overall page={page} side={side} />
      {competencies.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="They differ nowhere by a whole level"
            action={<LinkButton to={toChoice({ isOnlyDifferent: false })}>Show everything</LinkButton>}
          >
            And everything that was asked of one was asked of the others.
          </EmptyState>
        </div>
      ) : null}
      {competencies.map((competency) => (
        <SideCompetency key={competency.competency.id} of={competency} candidates={candidates} view={page} />
      ))}
      <Legend
        items={[
          'rating',
          'heat',
          'interval',
          'raw-mean',
          'gate-line',
          'gate',
          'not-asked',
          'no-evidence',
          'missing',
          'disagreement',
        ]}
      />
    </div>
  )
}

function Overall({ page, side }: Omit<SideBySideProps, 'choice'>) {
  const { candidates, pairs, whyNoPairs, inCommon } = side
  return (
    <Section title="Over all competencies" isFirst>
      <SideColumns>
        {candidates.map(({ row, tier }) => {
          const waiting = page.waiting[row.applicationId]
          const standing = [tier, row.isWithdrawn && 'withdrawn'].filter(Boolean).join(', ')
          return (
            <div key={row.applicationId} className="min-w-0 text-dense">
              <SideName count={candidates.length}>{row.name}</SideName>
              {standing ? <p className="text-ink-2">{standing}</p> : null}
              <Expectation row={row} scale={page.scale} />
              {waiting ? <p className="mt-1 text-ink-2">{explainWaiting(waiting)}</p> : null}
              <div className="mt-2">
                <VotesCell row={row} />
              </div>
            </div>
          )
        })}
      </SideColumns>
      {pairs.length > 0 ? (
        <ul aria-label="Every two of them" className="mt-4 grid max-w-measure gap-1">
          {pairs.map(({ one, other, words }) => (
            <li key={`${one} ${other}`}>{words}</li>
          ))}
        </ul>
      ) : null}
      {inCommon.length > 0 ? (
        <ul aria-label="Questions in common" className="mt-2 grid max-w-measure gap-1 text-dense text-ink-2">
          {inCommon.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {whyNoPairs ? <p className="mt-2 max-w-measure text-dense text-ink-2">{whyNoPairs}</p> : null}
    </Section>
  )
}
