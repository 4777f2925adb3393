import { GitFork } from 'lucide-react'
import type { ChangeView } from '#app/domains/scorecards/forms/form-preview.ts'
import { RadioGroupField } from '#app/ui/choice-group-field.tsx'
import { Note } from '#app/ui/note.tsx'

type FormConflictProps = { scorecardId: string; change: ChangeView }

/** A field that was changed online after the form was printed: both texts, and which one is to stand. */
export function FormConflict({ scorecardId, change }: FormConflictProps) {
  const { field, place, before, after, isText, version } = change
  return (
    <Note icon={GitFork} title={`${place}: changed online too`} className="mt-3 max-w-measure">
      <div className="mt-1.5 grid gap-3 sm:grid-cols-2">
        <Side title="Online" text={before} />
        <Side title="In the form" text={after} />
      </div>
      <RadioGroupField
        name={`choice ${scorecardId} ${field}`}
        idPrefix={scorecardId}
        label="Which one stands; the other stays in the save log"
        layout="row"
        className="mt-3"
        defaultValue="online"
        choices={[
          { value: 'online', label: 'Online' },
          { value: `form:${version}`, label: 'The form’s' },
          ...(isText ? [{ value: `both:${version}`, label: 'Both, one after the other' }] : []),
        ]}
      />
    </Note>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <h3 className="font-semibold">{title}</h3>
      <p
        className="max-h-60 overflow-y-auto wrap-anywhere whitespace-pre-wrap"
        tabIndex={0}
        role="group"
        aria-label={title}
      >
        {text}
      </p>
    </div>
  )
}
