import { useState } from 'react'

/**
 * The number of the version that a form was opened at. It stays what it was when the page's data are read again, or a
 * save would overwrite what somebody else saved meanwhile.
 * @param base what the page says now; `chosen` what the form was based on when it was sent last
 */
export function OpenedAt({ base, chosen }: { base: number; chosen: number | undefined }) {
  const [opened] = useState(base)
  return <input type="hidden" name="base" value={chosen ?? opened} />
}
