import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { PlanningView } from '../panel-views.ts'
import { EditForm } from './editor.tsx'
import { useFormQuery } from './use-form-query.ts'

/** What the planner should make of the loop as a whole, and what it must not ask. */
export function LoopWishes({ planning, panelId }: { planning: PlanningView; panelId: string }) {
  const form = useFormQuery()
  const { minBehavioural, banned } = planning
  return (
    <Section title="What the planner should keep to" id="planning">
      <EditForm
        key={minBehavioural}
        fields={{ intent: 'set-loop-wishes' }}
        className="flex flex-wrap items-end gap-2"
      >
        <TextField
          name="minBehavioural"
          label="Behavioural questions in the whole loop, at least"
          type="number"
          inputMode="numeric"
          min={0}
          max={40}
          defaultValue={minBehavioural}
          required
        />
        <Button type="submit">Save</Button>
      </EditForm>
      <p className="mt-2 max-w-measure text-dense text-ink-2">
        What one interview should look like stands with the interview, under “Change”. How good a question is
        stands on its page, in stars.
      </p>
      {banned.length > 0 ? (
        <>
          <h3 className="mt-4 text-dense font-semibold">Never asked in this panel</h3>
          <ul className="grid max-w-measure">
            {banned.map(({ id, title }) => (
              <li
                key={id}
                className="flex flex-wrap items-center gap-x-3 border-b border-line py-1 text-dense"
              >
                <TextLink to={paths.question(id)} look="plain" className="min-w-0 flex-1 wrap-anywhere">
                  {title}
                </TextLink>
                <EditForm fields={{ intent: 'allow-question', questionId: id }}>
                  <Button type="submit" variant="quiet" size="small" aria-label={`Allow “${title}” again`}>
                    Allow again
                  </Button>
                </EditForm>
                <TextLink
                  to={paths.suggestPlan(panelId, { why: id, ...form })}
                  className="inline-block min-h-6"
                  aria-label={`What would “${title}” bring?`}
                >
                  What would it bring?
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}
