import { Button } from './button.tsx'

/**
 * What Enter does in a field. It stands first in a form that has other submit buttons before its main one: the browser
 * presses the first it finds.
 */
export function DefaultSubmit({ name, value }: { name?: string | undefined; value?: string | undefined }) {
  return (
    <Button type="submit" name={name} value={value} tabIndex={-1} aria-hidden className="sr-only">
      Save
    </Button>
  )
}
