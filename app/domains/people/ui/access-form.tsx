import { Form } from '@remix-run/react'
import { accessWords } from '#app/domains/people/access-words.ts'
import { accountLevels, type Access } from '#app/domains/people/access.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroupField } from '#app/ui/choice-group-field.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'

/** What an administrator changes about somebody: their access, and whether the account works at all. */
export function AccessForm({
  access,
  isDisabled,
  name,
}: {
  access: Access
  isDisabled: boolean
  name: string
}) {
  return (
    <>
      {isDisabled ? null : (
        <Form method="post" className="max-w-130">
          <RadioGroupField
            name="access"
            label="What this person may do"
            hasHiddenLabel
            defaultValue={access}
            choices={accountLevels.map((level) => ({
              value: level,
              label: accessWords[level].name,
              description: accessWords[level].does,
            }))}
          />
          <FormActions>
            <Button type="submit" name="intent" value="access" variant="primary">
              Change access
            </Button>
          </FormActions>
        </Form>
      )}
      <Form method="post" className="mt-5 grid justify-items-start gap-3">
        <p className="max-w-measure text-ink-2">
          {isDisabled
            ? `${name} cannot sign in. What they wrote is kept.`
            : 'Disabling ends every sign-in at once. What they wrote stays, and the account can be enabled again.'}
        </p>
        <Button
          type="submit"
          name="intent"
          value={isDisabled ? 'enable' : 'disable'}
          variant={isDisabled ? 'primary' : 'danger'}
        >
          {isDisabled ? 'Enable the account' : 'Disable the account'}
        </Button>
      </Form>
    </>
  )
}
