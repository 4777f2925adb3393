import type {
  FieldDifference,
  LineDifference,
  Stretch,
} from '#app/domains/question-bank/versions/difference.ts'

type DifferenceViewProps = {
  differences: readonly FieldDifference[]
  /** The level of the headings of the parts. */
  level?: 3 | 4 | undefined
  /** What to say when there is none. */
  none?: string | undefined
}

/** Part by part what went, struck through, and what came, underlined; a screen reader hears both in words. */
export function DifferenceView({ differences, level = 3, none = 'Both say the same.' }: DifferenceViewProps) {
  const Heading = level === 3 ? 'h3' : 'h4'
  if (differences.length === 0) return <p className="text-ink-2">{none}</p>
  return (
    <div className="grid gap-4">
      {differences.map((field) => (
        <div key={field.key} className="min-w-0">
          <Heading className="text-dense font-semibold text-ink-2">{field.label}</Heading>
          <ul className="mt-0.5 grid gap-1">
            {field.lines.map((line, i) => (
              <li key={i} className="flex gap-2">
                <LineMark kind={line.kind} />
                <p
                  className={
                    line.kind === 'same' ? 'min-w-0 wrap-anywhere text-ink-2' : 'min-w-0 wrap-anywhere'
                  }
                >
                  {line.stretches.map((stretch, at) => (
                    <StretchWords key={at} stretch={stretch} />
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const marks = { same: '', changed: '~', removed: '−', added: '+' } as const

function LineMark({ kind }: { kind: LineDifference['kind'] }) {
  return (
    <span aria-hidden className="w-3 flex-none text-center font-mono text-ink-3">
      {marks[kind]}
    </span>
  )
}

function StretchWords({ stretch }: { stretch: Stretch }) {
  switch (stretch.kind) {
    case 'same':
      return stretch.text
    case 'removed':
      return (
        <del className="rounded-sm bg-red-soft decoration-1">
          <span className="sr-only"> removed: </span>
          {stretch.text}
          <span className="sr-only"> (end of removed) </span>
        </del>
      )
    case 'added':
      return (
        <ins className="rounded-sm bg-accent-soft font-semibold decoration-1 underline-offset-2">
          <span className="sr-only"> added: </span>
          {stretch.text}
          <span className="sr-only"> (end of added) </span>
        </ins>
      )
  }
}

type SideBySideProps = {
  differences: readonly FieldDifference[]
  /** What stands at the left, which went, and at the right, which came. */
  before: string
  after: string
}

/** The same differences with each side whole: what one says beside what the other says. */
export function SideBySide({ differences, before, after }: SideBySideProps) {
  return (
    <div className="grid gap-4">
      {differences.map((field) => (
        <div key={field.key} className="min-w-0">
          <h3 className="text-dense font-semibold text-ink-2">{field.label}</h3>
          <div className="mt-0.5 grid gap-x-8 gap-y-2 sm:grid-cols-2">
            <Side name={before} lines={field.lines} without="added" />
            <Side name={after} lines={field.lines} without="removed" />
          </div>
        </div>
      ))}
    </div>
  )
}

type SideProps = {
  name: string
  lines: readonly LineDifference[]
  without: Exclude<Stretch['kind'], 'same'>
}

function Side({ name, lines, without }: SideProps) {
  const shown = lines.filter((line) => line.kind !== without)
  return (
    <div className="min-w-0 border-l-3 border-line-2 pl-3">
      <p className="text-label text-ink-2">{name}</p>
      {shown.length === 0 ? <p className="text-ink-2">Nothing.</p> : null}
      <ul className="grid gap-1">
        {shown.map((line, i) => (
          <li key={i} className="wrap-anywhere">
            {line.stretches
              .filter((stretch) => stretch.kind !== without)
              .map((stretch, at) => (
                <StretchWords key={at} stretch={stretch} />
              ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
