import { useLocation, useSearchParams } from '@remix-run/react'
import { Printer, Plus, Sparkle } from 'lucide-react'
import { useState } from 'react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SaveLine } from '#app/ui/save-line.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { BankView } from '../bank-view.ts'
import type { BuilderView } from '../panel-views.ts'
import type { SwapView } from '../swap-view.ts'
import { BankDrawer } from './bank-drawer.tsx'
import { CoverageGrid } from './coverage-grid.tsx'
import { FormSwitch } from './form-switch.tsx'
import { EditForm, EditorProvider, useEditor } from './editor.tsx'
import { HistoryButtons } from './history-buttons.tsx'
import { InterviewCard, MinutesField } from './interview-card.tsx'
import { LoopWishes } from './loop-wishes.tsx'
import { PanelFacts } from './panel-facts.tsx'
import { PanelStatusTag } from './panel-status.tsx'
import { PlanHint } from './plan-hint.tsx'
import { ProblemList } from './problem-list.tsx'
import { formQuery } from '#app/domains/panels/forms/panel-form.ts'
import { listStructure } from '../structure.ts'
import { StructureList } from './structure-list.tsx'
import { SwapDrawer } from './swap-drawer.tsx'
import { WeightsForm } from './weights-form.tsx'

type PanelBuilderProps = {
  page: BuilderView
  bank: BankView | null
  swap: SwapView | null
  refusal: string | null
}

/** The whole builder: facts, coverage, what falls short, interviews with their questions, the bank beside them. */
export function PanelBuilder({ page, bank, swap, refusal }: PanelBuilderProps) {
  const [refused, setRefused] = useState<string | null>(null)
  const message = refused ?? refusal
  const { plan, coverage, problems, names } = page
  const structure = listStructure(plan, coverage, page.forms)
  return (
    <EditorProvider
      revision={page.revision}
      savedAt={new Date(page.updatedAtMs).toISOString().slice(11, 16)}
      onRefused={setRefused}
    >
      <div className={bank || swap ? 'grid gap-x-6 xl:grid-cols-[minmax(0,1fr)_22rem]' : undefined}>
        <div className="min-w-0">
          <Head page={page} />
          {message ? (
            <Note tone="attention" className="mt-3">
              <p role="alert">{message}</p>
            </Note>
          ) : null}
          <FormSwitch page={page} />
          <PanelFacts plan={plan} coverage={coverage} />
          <PlanHint panelId={page.head.id} revision={page.revision} />
          <Section title="Coverage" isFirst>
            <CoverageGrid coverage={coverage} names={names} toInterview={(id) => `#interview-${id}`} />
          </Section>
          <Section title="What falls short, and why" aside={problems.length}>
            {problems.length === 0 ? (
              <p className="text-dense text-ink-2">
                Nothing: every weighted competency is tested and every must-have twice.
              </p>
            ) : (
              <ProblemList problems={problems} panelId={page.head.id} />
            )}
          </Section>
          <Section
            title="How structured it is"
            aside={`${structure.filter(({ state }) => state !== 'short').length} of ${structure.length}`}
          >
            <StructureList points={structure} />
          </Section>
          <Interviews page={page} />
          <LoopWishes planning={page.planning} panelId={page.head.id} />
          {page.head.may.publish ? (
            <Section title="Weights, bars and scale" id="weights">
              <WeightsForm
                key={plan.competencies.map((item) => `${item.id}${item.weight}${item.gate}`).join()}
                plan={plan}
                competencies={page.competencies}
                scales={page.scales}
                hasScorecards={page.hasScorecards}
              />
            </Section>
          ) : null}
        </div>
        {swap ? <SwapDrawer swap={swap} /> : bank ? <BankDrawer bank={bank} /> : null}
      </div>
    </EditorProvider>
  )
}

function Head({ page }: { page: BuilderView }) {
  const { save } = useEditor()
  const { head, undo, redo } = page
  return (
    <>
      <PageHead
        title={head.name}
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.panel(head.id), label: head.name },
        ]}
        status={<PanelStatusTag status={head.status} words={head.statusWords} />}
        actions={
          <>
            <SaveLine state={save} />
            <HistoryButtons undo={undo} redo={redo} />
            <LinkButton to={paths.suggestPlan(head.id, formQuery(page.form))}>
              <Sparkle aria-hidden /> Suggest a plan
            </LinkButton>
            <LinkButton to={paths.printPanel(head.id)}>
              <Printer aria-hidden /> Print plan
            </LinkButton>
            {head.may.publish ? (
              <LinkButton to={paths.publishPanel(head.id)} variant="primary">
                Publish
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Disclosure title="Rename the panel">
        <EditForm fields={{ intent: 'rename' }} key={head.name} className="flex flex-wrap items-end gap-2">
          <TextField name="name" label="Name" defaultValue={head.name} maxLength={80} required />
          <Button type="submit">Rename</Button>
        </EditForm>
      </Disclosure>
    </>
  )
}

function Interviews({ page }: { page: BuilderView }) {
  const { plan, people, names, planning } = page
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const drawerTo = (drawer: 'bank' | 'swap', id: string) => {
    const next = new URLSearchParams(params)
    next.delete(drawer === 'bank' ? 'swap' : 'bank')
    next.set(drawer, id)
    return `${pathname}?${next}`
  }
  return (
    <Section
      id="interviews"
      title="Interviews and questions"
      aside={plan.interviews.length > 0 ? 'Drag, or use the menu of each question' : undefined}
    >
      {plan.interviews.length === 0 ? (
        <EmptyState title="No interview yet">
          Add the first interview of the loop below: what it is about and how long it takes. Then fill it from
          the bank.
        </EmptyState>
      ) : (
        <div className="grid gap-x-7 gap-y-8 md:grid-cols-2 2xl:grid-cols-3">
          {plan.interviews.map((interview, position) => (
            <InterviewCard
              key={interview.id}
              plan={plan}
              interview={interview}
              position={position}
              people={people}
              names={names}
              planning={planning.interviews[interview.id]}
              bankTo={drawerTo('bank', interview.id)}
              swapTo={(questionId) => drawerTo('swap', questionId)}
            />
          ))}
        </div>
      )}
      <EditForm
        key={plan.interviews.length}
        fields={{ intent: 'add-interview' }}
        className="mt-6 flex flex-wrap items-end gap-2 border-t border-line pt-4"
      >
        <TextField
          name="focus"
          label="Focus of another interview"
          maxLength={40}
          required
          idPrefix="new-interview"
          className="w-full max-w-72"
        />
        <MinutesField defaultValue={45} idPrefix="new-interview" />
        <Button type="submit">
          <Plus aria-hidden /> Add the interview
        </Button>
      </EditForm>
    </Section>
  )
}
