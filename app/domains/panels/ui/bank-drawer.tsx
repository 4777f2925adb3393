import { Form, useParams, useSearchParams } from '@remix-run/react'
import { CopyCheck, Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ReadingLine } from '#app/domains/question-bank/ui/reading-line.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ChipLink } from '#app/ui/chip.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { BankHit, BankView } from '../bank-view.ts'
import { EditForm } from './editor.tsx'
import { useFormQuery } from './use-form-query.ts'

/** The bank beside the builder: what may be added to one interview, what fits first. */
export function BankDrawer({ bank }: { bank: BankView }) {
  const [params, setParams] = useSearchParams()
  const box = useRef<HTMLElement>(null)
  // Whoever opens the bank by keyboard goes on in it.
  useEffect(() => box.current?.focus({ preventScroll: true }), [bank.interviewId])
  const withParam = (name: string, value: string | null) => {
    const next = new URLSearchParams(params)
    next.delete('shown')
    if (value === null) next.delete(name)
    else next.set(name, value)
    return next
  }
  /** Several values of a filter widen it; of minutes there is one at a time. */
  const turnOver = (name: string, value: string) => {
    if (!params.has(name, value))
      return name === 'minutes'
        ? withParam(name, value)
        : new URLSearchParams([...withParam('shown', null), [name, value]])
    const next = withParam('shown', null)
    next.delete(name, value)
    return next
  }
  return (
    <aside
      ref={box}
      aria-label="Question bank"
      className="border-line max-xl:fixed max-xl:inset-x-0 max-xl:bottom-0 max-xl:z-20 max-xl:max-h-[65dvh] max-xl:overflow-y-auto max-xl:rounded-t-md max-xl:border-t max-xl:bg-surface max-xl:p-4 max-xl:shadow-float max-sm:bottom-16 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto xl:border-l xl:pl-6 print:hidden"
      id="bank"
      tabIndex={-1}
    >
      <div className="flex items-start gap-2">
        <div className="flex-1">
          <h2 className="text-head">Question bank</h2>
          <p className="text-dense text-ink-2">
            For {bank.letter}, {bank.focus}: {bank.freeMinutes} min free
          </p>
        </div>
        <LinkButton
          to={`?${withParam('bank', null)}`}
          variant="quiet"
          preventScrollReset
          aria-label="Close the bank"
          title="Close the bank"
        >
          <X aria-hidden />
        </LinkButton>
      </div>
      <Form role="search" className="mt-2" preventScrollReset>
        {[...params].map(([name, value]) =>
          name === 'q' || name === 'shown' ? null : (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ),
        )}
        <SearchField
          label="Search the bank"
          defaultValue={params.get('q') ?? ''}
          className="max-w-none"
          onSearch={(text) =>
            setParams(
              (now) => {
                if (text) now.set('q', text)
                else now.delete('q')
                now.delete('shown')
                return now
              },
              { replace: true, preventScrollReset: true },
            )
          }
        />
      </Form>
      <Disclosure title="Filters" isOpen={bank.filters.some((filter) => params.has(filter.name))}>
        {bank.filters.map((filter) => (
          <div
            key={filter.name}
            role="group"
            aria-label={filter.label}
            className="mt-2 flex flex-wrap gap-1.5"
          >
            {filter.options.map((option) => (
              <ChipLink
                key={option.value}
                to={`?${turnOver(filter.name, option.value)}`}
                isOn={params.has(filter.name, option.value)}
                count={option.count}
              >
                {option.label}
              </ChipLink>
            ))}
          </div>
        ))}
      </Disclosure>
      <div role="status" className="mt-3 grid gap-1 text-dense text-ink-2">
        <ReadingLine
          typed={bank.typed}
          reading={bank.reading}
          toText={(text) => `?${withParam('q', text)}`}
        />
        <p>{bank.words}</p>
      </div>
      <ul className="mt-1">
        {bank.hits.map((hit) => (
          <Hit key={hit.id} hit={hit} bank={bank} />
        ))}
      </ul>
      {bank.nextShown === null ? null : (
        <LinkButton
          to={`?${withParam('shown', String(bank.nextShown))}`}
          size="small"
          preventScrollReset
          replace
        >
          Show more
        </LinkButton>
      )}
    </aside>
  )
}

function Hit({ hit, bank }: { hit: BankHit; bank: BankView }) {
  const { panelId } = useParams()
  const form = useFormQuery()
  return (
    <li className="border-t border-line py-3">
      <h3 className="font-semibold wrap-anywhere">{hit.title}</h3>
      <p className="text-dense text-ink-2">
        {hit.competencyName} · {hit.kind}, {hit.difficulty}, {hit.minutes} min ·{' '}
        <span className={hit.overMinutes > 0 ? 'text-amber' : undefined}>
          {hit.overMinutes > 0 ? `${hit.overMinutes} min too long for ${bank.letter}` : `fits ${bank.letter}`}
        </span>
      </p>
      {hit.covers ? <p className="text-dense font-semibold text-accent">{hit.covers}</p> : null}
      {hit.repeats ? (
        <p className="flex items-start gap-1.5 text-dense font-semibold text-amber">
          <CopyCheck aria-hidden className="mt-px" /> {hit.repeats.words}
        </p>
      ) : null}
      {hit.hasAnchors ? null : (
        <p className="text-dense font-semibold text-red">No anchors for this panel’s scale.</p>
      )}
      <Disclosure title="Read it">
        <p className="text-dense">{hit.prompt}</p>
        <p className="mt-1.5 text-dense text-ink-2">
          <b>What employers look for:</b> {hit.intent}
        </p>
      </Disclosure>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <EditForm fields={{ intent: 'add-question', questionId: hit.id, interviewId: bank.interviewId }}>
          <Button type="submit" size="small" aria-label={`Add “${hit.title}” to ${bank.letter}`}>
            <Plus aria-hidden /> Add to {bank.letter}
            {hit.overMinutes > 0 ? `, ${hit.overMinutes} min over` : ''}
          </Button>
        </EditForm>
        {panelId ? (
          <TextLink
            to={paths.suggestPlan(panelId, { why: hit.id, ...form })}
            className="inline-block min-h-6 text-dense"
            aria-label={`Would the planner take “${hit.title}”?`}
          >
            Would the planner take it?
          </TextLink>
        ) : null}
      </div>
    </li>
  )
}
