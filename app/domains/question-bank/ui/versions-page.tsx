import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import type { DatedVersion } from '#app/domains/question-bank/versions/dated-versions.ts'
import type { VersionsView } from '#app/domains/question-bank/versions/version-items.ts'
import { DifferenceView } from './difference-view.tsx'
import { VersionList } from './version-list.tsx'

export type DatedVersionsView = Omit<VersionsView, 'items'> & { items: readonly DatedVersion[] }

type VersionsPageProps = {
  view: DatedVersionsView
  /** The address that compares two versions. */
  toPair: (from: number, to: number) => string
  mayEdit: boolean
  errors?: FieldErrors
}

/** The difference between two versions, the way to make one current again, and the list of all. */
export function VersionsPage({ view, toPair, mayEdit, errors }: VersionsPageProps) {
  const { items, from, to, differences } = view
  const options = items.map(({ number, by }) => ({
    value: String(number),
    label: `Version ${number}, ${by}`,
  }))
  const current = items.find((item) => item.isCurrent)?.number ?? 0
  const others = [from, to].filter((number, i, all) => number !== current && all.indexOf(number) === i)
  return (
    <>
      <ErrorSummary errors={errors} />
      {items.length > 1 ? (
        <Section title={`What differs, version ${from} to ${to}`} isFirst>
          <Form className="mb-4 flex flex-wrap items-end gap-3 print:hidden" key={`${from} ${to}`}>
            <SelectField name="from" label="From" defaultValue={String(from)} options={options} />
            <SelectField name="to" label="To" defaultValue={String(to)} options={options} />
            <Button type="submit">Compare</Button>
          </Form>
          <DifferenceView differences={differences} />
          {mayEdit && others.length > 0 ? (
            <Form method="post" className="mt-5 flex flex-wrap gap-2">
              <input type="hidden" name="base" value={current} />
              {others.map((number) => (
                <Button key={number} type="submit" name="number" value={number}>
                  Make version {number} current again
                </Button>
              ))}
            </Form>
          ) : null}
        </Section>
      ) : null}
      <Section title="All versions" aside={items.length}>
        <VersionList
          versions={items}
          toDifference={({ number }) => toPair(Math.max(1, number - 1), number)}
        />
      </Section>
    </>
  )
}
